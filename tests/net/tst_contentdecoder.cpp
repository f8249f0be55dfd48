// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/contentdecoder.h"

#include "tests/support/gzip.h"

#include <QTest>

using namespace gleaner;
using namespace gleaner::test;
using State = ContentDecoder::State;

namespace
{

const QByteArray text = QByteArray("words that repeat, and repeat\n").repeated(50'000);

struct Decoded {
    QByteArray bytes;
    State state = State::Unfinished;
    qsizetype largestPiece = 0;
};

Decoded decoded(ContentDecoder::Coding coding, const QByteArray &packed, qsizetype pieceSize)
{
    ContentDecoder decoder(coding);
    Decoded result;
    for (qsizetype done = 0; done < packed.size(); done += pieceSize) {
        decoder.feed(packed.mid(done, pieceSize));
        for (QByteArray piece = decoder.take(); !piece.isEmpty(); piece = decoder.take()) {
            result.largestPiece = std::max(result.largestPiece, piece.size());
            result.bytes += piece;
        }
    }
    result.state = decoder.state();
    return result;
}

} // namespace

class TestContentDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacksWhateverThePieces_data();
    void unpacksWhateverThePieces();
    void tellsABadBodyFromAWholeOne_data();
    void tellsABadBodyFromAWholeOne();
    void handsOutBoundedPieces();
    void givesABombUp();
    void whatRepeatsALotIsNoBomb();
    void nothingIsUnfinished();
};

void TestContentDecoder::unpacksWhateverThePieces_data()
{
    QTest::addColumn<ContentDecoder::Coding>("coding");
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<qsizetype>("pieceSize");
    const auto rows = [](const char *name, ContentDecoder::Coding coding,
                          const QByteArray &packed) {
        for (const int pieceSize : {1, 2, 7, 1000, 1'000'000})
            QTest::addRow("%s by %d", name, pieceSize) << coding << packed << qsizetype(pieceSize);
    };
    const QByteArray two = gzip(text.first(1000)) + gzip(text.sliced(1000));
    rows("gzip", ContentDecoder::Coding::Gzip, gzip(text));
    rows("two members", ContentDecoder::Coding::Gzip, two);
    rows("zlib", ContentDecoder::Coding::Deflate, zlibStream(text));
}

void TestContentDecoder::unpacksWhateverThePieces()
{
    QFETCH(const ContentDecoder::Coding, coding);
    QFETCH(const QByteArray, packed);
    QFETCH(const qsizetype, pieceSize);
    const Decoded result = decoded(coding, packed, pieceSize);
    QCOMPARE(int(result.state), int(State::Complete));
    QVERIFY(result.bytes == text);
}

void TestContentDecoder::tellsABadBodyFromAWholeOne_data()
{
    QTest::addColumn<ContentDecoder::Coding>("coding");
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<int>("state");
    const QByteArray good = gzip(text);
    QByteArray corrupt = good;
    corrupt[good.size() / 2] = char(corrupt[good.size() / 2] ^ 0x55);
    QByteArray badSum = good;
    badSum[good.size() - 8] = char(badSum[good.size() - 8] ^ 1);
    using Coding = ContentDecoder::Coding;
    QTest::newRow("cut") << Coding::Gzip << good.first(good.size() / 2) << int(State::Unfinished);
    QTest::newRow("cut in the trailer")
        << Coding::Gzip << good.chopped(1) << int(State::Unfinished);
    QTest::newRow("cut second member")
        << Coding::Gzip << good + good.first(9) << int(State::Unfinished);
    QTest::newRow("corrupt") << Coding::Gzip << corrupt << int(State::Broken);
    QTest::newRow("bad checksum") << Coding::Gzip << badSum << int(State::Broken);
    QTest::newRow("not packed") << Coding::Gzip << text << int(State::Broken);
    QTest::newRow("junk behind") << Coding::Gzip << good + "junk" << int(State::Broken);
    QTest::newRow("bare deflate") << Coding::Deflate << rawDeflate(text) << int(State::Complete);
    QTest::newRow("junk behind zlib")
        << Coding::Deflate << zlibStream(text) + '\x1f' << int(State::Broken);
    QTest::newRow("text as deflate") << Coding::Deflate << text << int(State::Broken);
}

void TestContentDecoder::tellsABadBodyFromAWholeOne()
{
    QFETCH(const ContentDecoder::Coding, coding);
    QFETCH(const QByteArray, packed);
    for (const qsizetype pieceSize : {qsizetype(1000), packed.size()})
        QTEST(int(decoded(coding, packed, pieceSize).state), "state");
}

void TestContentDecoder::handsOutBoundedPieces()
{
    const Decoded result = decoded(ContentDecoder::Coding::Gzip, gzip(text.repeated(3)), 1'000'000);
    QCOMPARE(result.bytes.size(), text.size() * 3);
    QCOMPARE(result.largestPiece, ContentDecoder::largestPiece);
}

void TestContentDecoder::givesABombUp()
{
    const QByteArray bomb = gzipZeros(1024 * 1024 * 1024);
    for (const qsizetype pieceSize : {qsizetype(16 * 1024), bomb.size()}) {
        const Decoded result = decoded(ContentDecoder::Coding::Gzip, bomb, pieceSize);
        QCOMPARE(int(result.state), int(State::TooLarge));
        QVERIFY(result.bytes.size() <= ContentDecoder::judgedFrom + ContentDecoder::largestPiece);
    }
}

void TestContentDecoder::whatRepeatsALotIsNoBomb()
{
    const Decoded result =
        decoded(ContentDecoder::Coding::Gzip, gzip(QByteArray(4'000'000, 'x')), 16 * 1024);
    QCOMPARE(int(result.state), int(State::Complete));
    QCOMPARE(result.bytes.size(), 4'000'000);
}

void TestContentDecoder::nothingIsUnfinished()
{
    ContentDecoder decoder(ContentDecoder::Coding::Gzip);
    decoder.feed({});
    QVERIFY(decoder.take().isEmpty());
    QVERIFY(!decoder.isStarted());
    QCOMPARE(int(decoder.state()), int(State::Unfinished));
}

QTEST_GUILESS_MAIN(TestContentDecoder)
#include "tst_contentdecoder.moc"
