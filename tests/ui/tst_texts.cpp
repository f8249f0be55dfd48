// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/figures.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QSet>
#include <QTest>

using namespace gleaner;

namespace
{

/// Calls with every value of an enum that ends in `last`; all texts must be there and differ.
template <typename Enum, typename Text>
void compareAll(Enum last, Text text)
{
    QSet<QString> seen;
    for (int value = 0; value <= int(last); ++value) {
        const QString words = text(Enum(value));
        QVERIFY2(!words.isEmpty(), qPrintable(QString::number(value)));
        QVERIFY2(!seen.contains(words), qPrintable(words));
        seen.insert(words);
    }
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryValue()
    {
        const Record plain = foundRecord(0, "https://a.example/x");
        compareAll(RecordState::Failed, stateText);
        compareAll(SkipReason::Unticked, [](SkipReason r) { return skipText(r, ScopeKind::Host); });
        compareAll(ScopeKind::Any, [](ScopeKind s) { return skipText(SkipReason::Scope, s); });
        compareAll(FailReason::Name, [](FailReason r) { return failText(r, 404); });
        compareAll(FailReason::Name,
            [&](FailReason r) { return failSentence(failedRecord(plain, r, 404)); });
        compareAll(TlsProblem::Handshake, [&](TlsProblem problem) {
            Record failed = failedRecord(plain, FailReason::Tls, 0);
            failed.tls = problem;
            return failSentence(failed) + statusText(failed, ScopeKind::Host);
        });
        compareAll(WorkerState::Paused, workerStateText);
        compareAll(DiskFaultKind::Other, [](DiskFaultKind k) {
            return diskFaultText({k, QStringLiteral("/x"), {}});
        });
        compareAll(TypedAddressError::NotAnAddress,
            [](TypedAddressError e) { return typedAddressText(e, QStringLiteral("x")); });
        compareAll(SkipReason::Unticked, [&](SkipReason r) {
            Record skipped = plain;
            skipped.skip = r;
            return skipSentence(skipped, ScopeKind::Host);
        });
    }

    void namesTheStatusOfAFailure_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("404") << 404 << QStringLiteral("page not found (404)");
        QTest::newRow("410") << 410 << QStringLiteral("page no longer there (410)");
        QTest::newRow("403") << 403 << QStringLiteral("access not allowed (403)");
        QTest::newRow("418") << 418 << QStringLiteral("server answered with status 418");
        QTest::newRow("429") << 429 << QStringLiteral("server asks to slow down (429)");
        QTest::newRow("500") << 500 << QStringLiteral("server error (500)");
        QTest::newRow("503") << 503 << QStringLiteral("server busy (503)");
    }

    void namesTheStatusOfAFailure()
    {
        QFETCH(int, status);
        QTEST(failText(FailReason::Http, status), "words");
    }

    void saysWhatAnUpdateFound_data()
    {
        QTest::addColumn<Record>("record");
        QTest::addColumn<QString>("words");
        const Record plain = foundRecord(0, "https://a.example/x");
        const QString path = QStringLiteral("x");
        Record saved = savedRecord(plain, 5, path);
        QTest::newRow("a first run") << saved << QStringLiteral("Saved");
        saved.change = Change::New;
        QTest::newRow("new") << saved << QStringLiteral("Saved (new)");
        saved.verified = false;
        QTest::newRow("new, length unknown")
            << saved << QStringLiteral("Saved (new; the server did not say how long it is)");
        saved.change = Change::Changed;
        QTest::newRow("changed, length unknown")
            << saved << QStringLiteral("Saved (changed; the server did not say how long it is)");
        saved.verified = true;
        QTest::newRow("changed") << saved << QStringLiteral("Saved (changed)");
        saved.change = Change::None;
        saved.state = RecordState::Unchanged;
        QTest::newRow("unchanged") << saved << QStringLiteral("Unchanged");

        Record failed = failedRecord(plain, FailReason::Http, 404);
        QTest::newRow("never there") << failed << QStringLiteral("Failed: page not found (404)");
        failed.kept = true;
        failed.path = path;
        failed.change = Change::Gone;
        QTest::newRow("gone") << failed
                              << QStringLiteral("Failed: no longer on the server (404); the "
                                                "earlier file stays");
        failed = failedRecord(plain, FailReason::Reset);
        failed.kept = true;
        QTest::newRow("a part is kept") << failed << QStringLiteral("Failed: connection lost");
        failed.path = path;
        QTest::newRow("an older file is kept")
            << failed << QStringLiteral("Failed: connection lost; the earlier file stays");
        failed.fail = FailReason::Tls;
        failed.tls = TlsProblem::Expired;
        QTest::newRow("an older file is kept, not proven")
            << failed
            << QStringLiteral("Failed: server's identity not proven (certificate expired); the "
                              "earlier file stays");
    }

    void saysWhatAnUpdateFound()
    {
        QFETCH(Record, record);
        QTEST(statusText(record, ScopeKind::Host), "words");
    }

    void saysInASentenceThatTheFileOfBeforeStays()
    {
        Record failed = failedRecord(foundRecord(0, "https://a.example/x"), FailReason::Slow);
        QCOMPARE(failSentence(failed), QStringLiteral("a.example sent the file too slowly."));
        failed.kept = true;
        failed.path = QStringLiteral("x");
        QCOMPARE(failSentence(failed),
            QStringLiteral("a.example sent the file too slowly. The file that was saved earlier "
                           "stays."));
        failed.fail = FailReason::Http;
        failed.status = 410;
        failed.change = Change::Gone;
        QCOMPARE(failSentence(failed),
            QStringLiteral("a.example no longer has this page (410). The file that was saved "
                           "earlier stays."));
    }

    void namesWhatIsWrongWithACertificate()
    {
        Record failed = failedRecord(foundRecord(0, "https://x.example/a"), FailReason::Tls, 0);
        failed.tls = TlsProblem::Expired;
        QCOMPARE(failSentence(failed),
            QStringLiteral("The identity of x.example could not be proven (certificate expired). "
                           "Nothing was downloaded."));
        QCOMPARE(statusText(failed, ScopeKind::Host),
            QStringLiteral("Failed: server's identity not proven (certificate expired)"));
    }

    void makesHiddenCharactersVisible()
    {
        QCOMPARE(visibleText(u"a\u202Eb\u200Bc\td\u2066"),
            QStringLiteral("a[U+202E]b[U+200B]c[U+0009]d[U+2066]"));
        QCOMPARE(visibleText(QStringView(u"\U000E0041")), QStringLiteral("[U+E0041]"));
        QCOMPARE(visibleText(u"caf\u00e9 \u65e5\u672c \U0001F600"),
            QStringLiteral(u"caf\u00e9 \u65e5\u672c \U0001F600"));
        const QChar lone(0xd800);
        QVERIFY(visibleText(QStringView(&lone, 1)).size() > 0);
    }

    void losesTheMiddleOfWhatIsTooLong()
    {
        const QString shown = visibleText(QString(100'000, QLatin1Char('x')), 90);
        QCOMPARE(shown.size(), 91);
        QVERIFY(shown.contains(QChar(0x2026)));
    }

    void readsEscapesWhereTheyAreText()
    {
        QCOMPARE(readableText("caf%C3%A9"), QStringLiteral("caf\u00e9"));
        QCOMPARE(readableText("caf%E9"), QStringLiteral("caf%E9"));
        QCOMPARE(readableText("100%"), QStringLiteral("100%"));
        QCOMPARE(readableText("a%0Ab"), QStringLiteral("a[U+000A]b"));
    }

    void escapesToolTips()
    {
        const QString tip = plainToolTip({QStringLiteral("<b>x</b>"), QStringLiteral("&amp;")});
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;x&lt;/b&gt;\n&amp;amp;")));
    }

    void keepsTextOfTheNetworkOutOfItsPatterns()
    {
        Record record = foundRecord(0, "https://a.example/");
        record.state = RecordState::Redirected;
        record.target = Address::parse("https://b.example/%251%25L1").value();
        QCOMPARE(statusText(record, ScopeKind::Host),
            QStringLiteral("Redirected to https://b.example/%251%25L1"));
        const QString sentence =
            typedAddressText(TypedAddressError::MissingScheme, QStringLiteral("%2%1"));
        QVERIFY2(sentence.contains(QStringLiteral("\"%2%1\"")), qPrintable(sentence));
    }

    void guessesOnlyWhatIsLikely_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char *typed, const char *meant) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(meant);
        };
        row("htp:/x", "http://x/");
        row("htp://example.org/x", "http://example.org/x");
        row("https//example.org", "https://example.org/");
        row("HTTP;//example.org", "http://example.org/");
        row("ttps://example.org", "https://example.org/");
        row("htttp:example.org?a", "http://example.org/?a");
        row("httx://example.org:8080/", "http://example.org:8080/");
        row("wikipedia", "https://wikipedia.org/");
        row("/etc/passwd", "");
        row("etc/passwd", "");
        row("http", "");
        row("htp:///", "");
        row("htp://me:secret@example.org/", "");
        row("ftp://example.org/", "");
        row("file:///etc/passwd", "");
        row("javascript:alert(1)", "");
        row("what is this", "");
        row("a_b", "");
        row("2024", "");
    }

    void guessesOnlyWhatIsLikely()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        const TypedAddress read = readTypedAddress(typed);
        const auto *error = std::get_if<TypedAddressError>(&read);
        QVERIFY(error);
        const QString sentence = typedAddressText(*error, typed);
        QVERIFY2(sentence.contains(QStringLiteral("Did you mean")) == !meant.isEmpty(),
            qPrintable(sentence));
        if (!meant.isEmpty())
            QCOMPARE(sentence,
                QStringLiteral("\"%1\" is not a web address. Did you mean %2?").arg(typed, meant));
    }

    void writesFigures()
    {
        QCOMPARE(durationText(7'900), QStringLiteral("0:07"));
        QCOMPARE(durationText(340'000), QStringLiteral("5:40"));
        QCOMPARE(durationText(3'723'000), QStringLiteral("1:02:03"));
        QCOMPARE(durationText(-5), QStringLiteral("0:00"));
        QCOMPARE(tookText(0), QStringLiteral("0.1 s"));
        QCOMPARE(tookText(450), QStringLiteral("0.4 s"));
        QCOMPARE(tookText(9'999), QStringLiteral("9.9 s"));
        QCOMPARE(tookText(10'000), QStringLiteral("0:10"));
        QCOMPARE(sizeText(0), QStringLiteral("0 bytes"));
        QCOMPARE(sizeText(18 * 1024), QStringLiteral("18.0 KiB"));
        QCOMPARE(speedText(0), QString());
        QCOMPARE(progressText(1024, 2048), QStringLiteral("1.0 KiB of 2.0 KiB"));
        QCOMPARE(progressText(1024, -1), QStringLiteral("1.0 KiB"));
        QCOMPARE(progressText(0, -1), QString());
    }

    void namesSites()
    {
        const auto site = [](QByteArrayView text) { return siteText(*Address::parse(text)); };
        QCOMPARE(site("https://a.example/x"), QStringLiteral("a.example"));
        QCOMPARE(site("http://a.example:8080/x"), QStringLiteral("a.example:8080"));
        QCOMPARE(site("ftp://a.example/x"), QStringLiteral("ftp://a.example"));
        QCOMPARE(site("magnet:?xt=1"), QStringLiteral("magnet:"));
    }
};

QTEST_APPLESS_MAIN(TestTexts)
#include "tst_texts.moc"
