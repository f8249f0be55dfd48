// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/detailstext.h"

#include <QTest>

using namespace gleaner;

class TestDetailsText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsBackToTheStart()
    {
        RecordTree tree;
        tree.add(foundRecord(0, "https://a.example/"));
        tree.add(foundRecord(1, "https://a.example/guide/", 0));
        Record moved = foundRecord(2, "https://a.example/new/", 1);
        moved.found = {"redirect", "location"};
        tree.add(moved);
        Record image = foundRecord(3, "https://cdn.example/i.png", 2);
        image.kind = LinkKind::Requisite;
        image.found = {"img", "src"};
        image.depth = 2;
        tree.add(savedRecord(image, 4096, QStringLiteral("+cdn.example/i.png")));

        const Details details = detailsOf(tree, 3, job(), std::nullopt);
        const QString text = plainText(details);
        QVERIFY2(text.contains(u"Why taken: A page that is saved needs it"), qPrintable(text));
        QVERIFY(text.contains(u"Saved as: /tmp/a.example/+cdn.example/i.png"));
        QVERIFY(text.contains(u"Size: 4.0 KiB (4,096 bytes)"));
        QVERIFY(text.contains(u"found on (img src): https://a.example/new/"));
        QVERIFY(text.contains(u"redirected from: https://a.example/guide/"));
        QVERIFY(text.contains(u"found on (a href): https://a.example/\nstart address"));
        std::vector<RecordId> links;
        for (const DetailLine &line : details.at(1).lines) {
            if (line.link != noRecord)
                links.push_back(line.link);
        }
        QCOMPARE(links, (std::vector<RecordId>{2, 1, 0}));
    }

    void saysHowFarItIsFromTheStart()
    {
        RecordTree tree;
        tree.add(foundRecord(0, "https://a.example/"));
        Record deep = foundRecord(1, "https://a.example/x", 0);
        deep.depth = 1;
        tree.add(deep);
        const QString near = plainText(detailsOf(tree, 1, job(), {}));
        QVERIFY2(near.contains(u"1 link away from the start address"), qPrintable(near));
        deep.depth = 2080;
        tree.update(deep);
        const QString far = plainText(detailsOf(tree, 1, job(), {}));
        QVERIFY2(far.contains(u"2,080 links away from the start address"), qPrintable(far));
    }

    void shortensALongWayBack()
    {
        RecordTree tree;
        constexpr RecordId count = 5000;
        tree.add(foundRecord(0, "https://a.example/"));
        for (RecordId id = 1; id < count; ++id)
            tree.add(foundRecord(id, "https://a.example/" + QByteArray::number(id), id - 1));
        const Details details = detailsOf(tree, count - 1, job(), std::nullopt);
        const auto &chain = details.at(1).lines;
        QVERIFY(chain.size() < 30);
        QCOMPARE(chain.at(chain.size() - 2).link, RecordId(0));
        QVERIFY(plainText(details).contains(u"4,975 pages between"));
    }

    void saysWhyItWasSkippedOrFailed()
    {
        RecordTree tree;
        tree.add(foundRecord(0, "https://a.example/"));
        Record skipped = foundRecord(1, "https://b.example/", 0);
        skipped.state = RecordState::Skipped;
        skipped.skip = SkipReason::Robots;
        tree.add(skipped);
        Record failed = failedRecord(foundRecord(2, "https://a.example/x", 0), FailReason::Reset);
        failed.detail = QStringLiteral("Connection <b>closed</b>\u202Egpj");
        tree.add(failed);
        QVERIFY(plainText(detailsOf(tree, 1, job(), {}))
                    .contains(u"Why skipped: The robots.txt of b.example"));
        const QString text = plainText(detailsOf(tree, 2, job(), {}));
        QVERIFY(text.contains(u"a.example closed the connection"));
        QVERIFY(text.contains(u"Technical details: Connection <b>closed</b>[U+202E]gpj"));
        QVERIFY(text.contains(u"Requests made: 4"));
    }

    void showsTheHeadOfTheLastAnswer()
    {
        RecordTree tree;
        tree.add(failedRecord(foundRecord(0, "https://a.example/"), FailReason::Http, 404));
        QVERIFY(plainText(detailsOf(tree, 0, job(), {})).contains(u"not kept any more"));
        RecentAnswer answer;
        answer.answeredAfter = std::chrono::milliseconds(38);
        answer.head.status = 404;
        answer.head.headers = {{"Server", "evil\x1b[2J"}, {"Via", "1.1 a\n1.1 b"}};
        const QString text = plainText(detailsOf(tree, 0, job(), answer));
        QVERIFY(text.contains(u"after 38 ms"));
        QVERIFY(text.contains(u"Status: 404"));
        QVERIFY(text.contains(u"Server: evil[U+001B][2J"));
        QVERIFY(text.contains(u"Via: 1.1 a\nVia: 1.1 b"));
    }

private:
    static CrawlJob job()
    {
        CrawlJob job;
        job.directory = QStringLiteral("/tmp/a.example");
        return job;
    }
};

QTEST_GUILESS_MAIN(TestDetailsText)
#include "tst_detailstext.moc"
