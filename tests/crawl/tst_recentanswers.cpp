// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/recentanswers.h"

#include <QTest>

using namespace gleaner;
using namespace std::chrono_literals;

class TestRecentAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersTheLastAnswerOfAnAddress()
    {
        RecentAnswers answers;
        QVERIFY(!answers.find(7));
        answers.keep(7, {503, {{"Retry-After", "5"}}}, 20ms, 1000);
        answers.keep(8, {200, {{"Server", "x"}}}, 21ms, 1500);
        answers.keep(7, {200, {{"Server", "y"}, {"Empty", ""}, {"ETag", "\"a\""}}}, 30ms, 2000);
        const auto answer = answers.find(7);
        QVERIFY(answer);
        QCOMPARE(answer->head.status, 200);
        QCOMPARE(answer->at, qint64(2000));
        QCOMPARE(answer->answeredAfter, 30ms);
        const HeaderList expected{{"Server", "y"}, {"Empty", ""}, {"ETag", "\"a\""}};
        QCOMPARE(answer->head.headers, expected);
        answers.keep(7, {500, {}}, 1ms, 3000);
        QCOMPARE(answers.find(7)->head.status, 500);
    }

    void leavesOutWhatCookiesSay()
    {
        RecentAnswers answers;
        answers.keep(
            1, {200, {{"set-cookie", "id=secret; Path=/\nother=hidden\nnameless"}}}, 1ms, 1);
        const QByteArray shown = answers.find(1)->head.headers.front().second;
        QCOMPARE(shown, QByteArray("id=...; Path=/\nother=...\n=..."));
    }

    void keepsFailuresWhenAllElseHasGone()
    {
        RecentAnswers answers;
        answers.keep(0, {404, {{"Server", "x"}}}, 1ms, 1);
        answers.keep(1, {200, {{"Server", "x"}}}, 1ms, 1);
        const QByteArray large(8000, 'a');
        for (RecordId id = 2; id < 1000; ++id)
            answers.keep(id, {200, {{"Large", large}}}, 1ms, 1);
        QVERIFY(answers.find(0));
        QVERIFY(!answers.find(1));
        QVERIFY(answers.find(999));
    }

    void cutsAHeadWithoutEnd()
    {
        RecentAnswers answers;
        HeaderList headers{{"First", "1"}, {"Huge", QByteArray(10'000'000, 'x')}, {"Last", "2"}};
        answers.keep(1, {200, headers}, 1ms, 1);
        const auto answer = answers.find(1);
        QVERIFY(answer->isCut);
        const HeaderList expected{{"First", "1"}, {"Last", "2"}};
        QCOMPARE(answer->head.headers, expected);
    }

    void isNotConfusedByBytesThatNoFieldMayHold()
    {
        RecentAnswers answers;
        answers.keep(1, {200, {{"a", QByteArray("x\0y", 3)}, {"b", "z"}}}, 1ms, 1);
        const HeaderList expected{{"a", "x y"}, {"b", "z"}};
        QCOMPARE(answers.find(1)->head.headers, expected);
    }
};

QTEST_APPLESS_MAIN(TestRecentAnswers)
#include "tst_recentanswers.moc"
