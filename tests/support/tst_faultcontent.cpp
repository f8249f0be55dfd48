// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"
#include "tests/support/rawclient.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <memory>

#include <zlib.h>

using namespace gleaner::test;
using End = RawClient::End;

namespace
{

/// What zlib makes of a gzip stream: its last code and what came out, nothing kept beyond `most`.
struct Unpacked {
    int code = 0;
    qint64 size = 0;
    QByteArray start;
};

Unpacked unpack(const QByteArray &bytes, int format = 15 + 16)
{
    z_stream stream{};
    inflateInit2(&stream, format);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    QByteArray buffer(1024 * 1024, '\0');
    Unpacked result;
    do {
        stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
        stream.avail_out = uInt(buffer.size());
        result.code = inflate(&stream, Z_NO_FLUSH);
        const qsizetype size = buffer.size() - qsizetype(stream.avail_out);
        if (result.size == 0)
            result.start = buffer.first(size);
        result.size += size;
    } while (result.code == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0));
    inflateEnd(&stream);
    return result;
}

} // namespace

/// The fault routes that are about content: codings and ranges.
class TestFaultContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<TestServer>(); }
    void codesBodies_data();
    void codesBodies();
    void packsABomb();
    void answersRanges_data();
    void answersRanges();
    void cutsOnlyTheFirstAnswer();
    void changesBetweenAnswers();

private:
    Heard ask(const QByteArray &target, const QByteArray &lines = {})
    {
        return gleaner::test::ask(m_server->port(), "/fault/" + target, lines);
    }

    std::unique_ptr<TestServer> m_server;
};

void TestFaultContent::codesBodies_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<int>("code"); // zlib's verdict
    QTest::addColumn<int>("format");
    const int wrapped = 15 + 16;
    QTest::newRow("gzip-ok") << QByteArray("gzip") << Z_STREAM_END << wrapped;
    QTest::newRow("x-gzip-ok") << QByteArray("x-gzip") << Z_STREAM_END << wrapped;
    QTest::newRow("gzip-cut") << QByteArray("gzip") << Z_OK << wrapped;
    QTest::newRow("gzip-cut-trailer") << QByteArray("gzip") << Z_OK << wrapped;
    QTest::newRow("gzip-corrupt") << QByteArray("gzip") << Z_DATA_ERROR << wrapped;
    QTest::newRow("gzip-bad-checksum") << QByteArray("gzip") << Z_DATA_ERROR << wrapped;
    QTest::newRow("gzip-garbage") << QByteArray("gzip") << Z_DATA_ERROR << wrapped;
    QTest::newRow("gzip-not-coded") << QByteArray("gzip") << Z_DATA_ERROR << wrapped;
    QTest::newRow("gzip-empty") << QByteArray("gzip") << Z_BUF_ERROR << wrapped;
    QTest::newRow("gzip-trailing-junk") << QByteArray("gzip") << Z_STREAM_END << wrapped;
    QTest::newRow("gzip-two-members") << QByteArray("gzip") << Z_STREAM_END << wrapped;
    QTest::newRow("gzip-twice") << QByteArray("gzip, gzip") << Z_STREAM_END << wrapped;
    QTest::newRow("gzip-layers?layers=3")
        << QByteArray("gzip, gzip, gzip") << Z_STREAM_END << wrapped;
    QTest::newRow("deflate-ok") << QByteArray("deflate") << Z_STREAM_END << 15;
    QTest::newRow("deflate-raw") << QByteArray("deflate") << Z_STREAM_END << -15;
    QTest::newRow("unknown-coding") << QByteArray("rot13") << Z_DATA_ERROR << wrapped;
    QTest::newRow("identity-coding") << QByteArray("identity") << Z_DATA_ERROR << wrapped;
}

void TestFaultContent::codesBodies()
{
    QFETCH(QByteArray, coding);
    QFETCH(int, code);
    QFETCH(int, format);
    const Heard heard = ask(QTest::currentDataTag());
    QVERIFY((heard.head + "\r\n").contains("Content-Encoding: " + coding + "\r\n"));
    QVERIFY(heard.head.contains("Content-Length: " + QByteArray::number(heard.body.size())));
    QCOMPARE(unpack(heard.body, format).code, code);
}

void TestFaultContent::packsABomb()
{
    const Heard bomb = ask("gzip-bomb?bytes=268435456");
    QVERIFY(bomb.body.size() < 1024 * 1024);
    const Unpacked unpacked = unpack(bomb.body);
    QCOMPARE(unpacked.code, Z_STREAM_END); // length and checksum are right
    QCOMPARE(unpacked.size, 268'435'456);
    QCOMPARE(unpack(ask("gzip-ok").body).start.left(15), "<!DOCTYPE html>");
}

void TestFaultContent::answersRanges_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::addColumn<int>("from"); // of the body that is sent; -1 for none of it
    const QByteArray part = "HTTP/1.1 206 Partial Content";
    QTest::newRow("ok") << part << QByteArray("bytes 40-99/100") << 40;
    QTest::newRow("weak-etag") << part << QByteArray("bytes 40-99/100") << 40;
    QTest::newRow("no-validator") << part << QByteArray("bytes 40-99/100") << 40;
    QTest::newRow("ignored") << QByteArray("HTTP/1.1 200 OK") << QByteArray() << 0;
    QTest::newRow("wrong-start") << part << QByteArray("bytes 30-99/100") << 30;
    QTest::newRow("lying-start") << part << QByteArray("bytes 40-99/100") << 30;
    QTest::newRow("wrong-total") << part << QByteArray("bytes 40-99/101") << 40;
    QTest::newRow("unknown-total") << part << QByteArray("bytes 40-99/*") << 40;
    QTest::newRow("wrong-unit") << part << QByteArray("lines 40-99/100") << 40;
    QTest::newRow("no-content-range") << part << QByteArray() << 40;
    QTest::newRow("junk-content-range") << part << QByteArray("bytes five-end") << 40;
    QTest::newRow("always-416") << QByteArray("HTTP/1.1 416 Range Not Satisfiable")
                                << QByteArray("bytes */100") << -1;
    QTest::newRow("416-without-total")
        << QByteArray("HTTP/1.1 416 Range Not Satisfiable") << QByteArray() << -1;
    QTest::newRow("precondition-412")
        << QByteArray("HTTP/1.1 412 Status 412") << QByteArray() << -1;
}

void TestFaultContent::answersRanges()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, contentRange);
    QFETCH(int, from);
    const QByteArray target = QByteArray("range/") + QTest::currentDataTag() + "?size=100";
    const QByteArray whole = patternBytes(100);
    QCOMPARE(ask(target).body, whole);
    const Heard heard = ask(target, "Range: bytes=40-\r\n");
    QCOMPARE(heard.statusLine(), line);
    if (contentRange.isEmpty())
        QVERIFY(!heard.head.contains("Content-Range"));
    else
        QVERIFY((heard.head + "\r\n").contains("Content-Range: " + contentRange + "\r\n"));
    QCOMPARE(heard.body, from < 0 ? QByteArray() : whole.sliced(from));
}

void TestFaultContent::cutsOnlyTheFirstAnswer()
{
    const QByteArray target = "range/ok?size=1000&cut=300";
    const Heard cut = ask(target);
    QCOMPARE(cut.end, End::Reset);
    QVERIFY(cut.head.contains("Content-Length: 1000"));
    QVERIFY(cut.head.contains("ETag: \"v0\""));
    QCOMPARE(cut.body, patternBytes(1000).first(300));
    const Heard rest = ask(target, "Range: bytes=300-\r\nIf-Range: \"v0\"\r\n");
    QCOMPARE(cut.body + rest.body, patternBytes(1000));
    QVERIFY(ask("range/multipart?size=100", "Range: bytes=40-\r\n").body.startsWith("--cut\r\n"));
    QCOMPARE(ask("range/unasked-206?size=100").statusLine(), "HTTP/1.1 206 Partial Content");
}

void TestFaultContent::changesBetweenAnswers()
{
    const QByteArray target = "range/changed?size=1000&cut=300";
    QVERIFY(ask(target).head.contains("ETag: \"v0\""));
    const Heard changed = ask(target, "Range: bytes=300-\r\nIf-Range: \"v0\"\r\n");
    QCOMPARE(changed.statusLine(), "HTTP/1.1 200 OK");
    QVERIFY(changed.head.contains("ETag: \"v1\""));
    QCOMPARE(changed.body, patternBytes(1000, 1));
    QVERIFY(patternBytes(1000, 1) != patternBytes(1000, 0));
}

QTEST_GUILESS_MAIN(TestFaultContent)
#include "tst_faultcontent.moc"
