// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover.h"

#include <QTest>

using namespace gleaner;

class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivesAsItWasSent();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void anAnswerArrivesAsItWasGiven_data();
    void anAnswerArrivesAsItWasGiven();
};

void TestHandover::arrivesAsItWasSent()
{
    Handover sent;
    sent.arguments = {QStringLiteral("gleaner"), QStringLiteral("--header"), QString(),
        QStringLiteral("a\nb \u202e \"'\\"), QStringLiteral("https://a.example/ü")};
    sent.workingDirectory = QStringLiteral("/home/anna/my files");
    sent.stateDirectory = QStringLiteral("/home/anna/.local/share/gleaner");
    sent.activationToken = QStringLiteral("token");
    sent.credentials.insert("https://a.example", {QStringLiteral("anna"), QStringLiteral("p:ä")});
    QVERIFY(readHandover(toBytes(sent))->deadline.isForever());
    sent.deadline = QDeadlineTimer(60000);
    const auto read = readHandover(toBytes(sent));
    QVERIFY(read);
    QCOMPARE(read->arguments, sent.arguments);
    QCOMPARE(read->workingDirectory, sent.workingDirectory);
    QCOMPARE(read->stateDirectory, sent.stateDirectory);
    QCOMPARE(read->activationToken, sent.activationToken);
    QCOMPARE(read->deadline.deadline(), sent.deadline.deadline());
    const Credentials known = read->credentials.value("https://a.example");
    QCOMPARE(known.user, QStringLiteral("anna"));
    QCOMPARE(known.password, QStringLiteral("p:ä"));
}

void TestHandover::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("gleaner https://a.example/");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no arguments") << QByteArray(R"({"arguments":[],"directory":"/"})");
    QTest::newRow("arguments that are no text")
        << QByteArray(R"({"arguments":["gleaner",{"a":1}],"directory":"/"})");
    QTest::newRow("no folder") << QByteArray(R"({"arguments":["gleaner"]})");
    QTest::newRow("a folder that is relative")
        << QByteArray(R"({"arguments":["gleaner"],"directory":"x"})");
    QTest::newRow("too large") << R"({"arguments":["gleaner"],"directory":"/)"
            + QByteArray(largestHandover, 'x') + R"("})";
}

void TestHandover::refusesWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!readHandover(bytes));
}

void TestHandover::anAnswerArrivesAsItWasGiven_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("taken") << int(HandoverAnswer::Kind::Taken) << QString();
    QTest::newRow("other home") << int(HandoverAnswer::Kind::OtherHome) << QString();
    QTest::newRow("refused") << int(HandoverAnswer::Kind::Refused)
                             << QStringLiteral("There is no file \"x\".");
}

void TestHandover::anAnswerArrivesAsItWasGiven()
{
    QFETCH(int, kind);
    QFETCH(QString, sentence);
    const auto read = readHandoverAnswer(toText({HandoverAnswer::Kind(kind), sentence}));
    QVERIFY(read);
    QCOMPARE(int(read->kind), kind);
    QCOMPARE(read->sentence, sentence);
    QVERIFY(!readHandoverAnswer(QStringLiteral("something else")));
}

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
