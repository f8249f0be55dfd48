// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/problemtexts.h"
#include "ui/remedy.h"
#include "ui/texts.h"

#include <QSet>
#include <QTest>

using namespace gleaner;

Q_DECLARE_METATYPE(gleaner::Record)

namespace
{

Record failed(FailReason reason, int status = 0, TlsProblem tls = TlsProblem::None)
{
    Record record = failedRecord(foundRecord(0, "https://a.example/x"), reason, quint16(status));
    record.tls = tls;
    return record;
}

Record skipped(SkipReason reason)
{
    Record record = foundRecord(0, "https://a.example/x");
    record.state = RecordState::Skipped;
    record.skip = reason;
    return record;
}

QString sentenceOf(const Record &record)
{
    if (record.state == RecordState::Failed)
        return failSentence(record);
    return record.state == RecordState::Skipped ? skipSentence(record, ScopeKind::Host)
                                                : suspicionSentence(record);
}

template <typename Enum>
void addAll(Enum last, const char *name, auto make)
{
    for (int value = 0; value <= int(last); ++value)
        QTest::addRow("%s %d", name, value) << make(Enum(value));
}

} // namespace

/// Everything that is not saved has a sentence that names the server or our side, and one thing
/// that can be done.
class TestRemedies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCauseHasItsSentenceAndItsRemedy_data();
    void everyCauseHasItsSentenceAndItsRemedy();
    void theRemedyFits_data();
    void theRemedyFits();
    void nothingUncertainLeadsPastAProof();
    void theUnexpectedIsReported();
    void whatIsSavedNeedsNothing();
    void detailsAreForWhoeverIsAskedForHelp();
};

void TestRemedies::everyCauseHasItsSentenceAndItsRemedy_data()
{
    QTest::addColumn<Record>("record");
    addAll(FailReason::Name, "failed", [](FailReason r) { return failed(r, 404); });
    addAll(SkipReason::Unticked, "skipped", skipped);
    addAll(TlsProblem::Handshake, "certificate",
        [](TlsProblem problem) { return failed(FailReason::Tls, 0, problem); });
    for (int status = 100; status < 600; ++status)
        QTest::addRow("status %d", status) << failed(FailReason::Http, status);
    for (int suspicion = 1; suspicion <= int(Suspicion::SameAsMany); ++suspicion) {
        Record saved = savedRecord(foundRecord(0, "https://a.example/x"), 5, QStringLiteral("x"));
        saved.suspicion = Suspicion(suspicion);
        QTest::addRow("suspect %d", suspicion) << saved;
    }
}

void TestRemedies::everyCauseHasItsSentenceAndItsRemedy()
{
    QFETCH(const Record, record);
    const QString sentence = sentenceOf(record);
    QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u'?'), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QStringLiteral("unexpected")), qPrintable(sentence));
    // Whose fault it is, or whose wish: never nobody's.
    static const QStringList owners{QStringLiteral("a.example"), QStringLiteral("Your "),
        QStringLiteral("You "), QStringLiteral("of yours"), QStringLiteral("The page"),
        QStringLiteral("The link"), QStringLiteral("not a web address"),
        QStringLiteral("Download > Set Aside"), QStringLiteral("Download > Tick")};
    QVERIFY2(
        std::ranges::any_of(owners, [&](const QString &owner) { return sentence.contains(owner); }),
        qPrintable(sentence));
    QVERIFY(remedyOf(record) != Remedy::None);
    QVERIFY(!remedyText(remedyOf(record)).isEmpty());
    QVERIFY(!statusText(record, ScopeKind::Host).isEmpty());
    // What Problems says of it, and what the row's menu offers.
    if (record.state == RecordState::Failed) {
        const QString advice = problemAdvice(ProblemKind::of(record));
        QCOMPARE(advice.contains(QStringLiteral("Sign In")), remedyOf(record) == Remedy::SignIn);
    }
}

void TestRemedies::theRemedyFits_data()
{
    QTest::addColumn<Record>("record");
    QTest::addColumn<int>("remedy");
    const auto row = [](const char *name, const Record &record, Remedy remedy) {
        QTest::newRow(name) << record << int(remedy);
    };
    row("name not found", failed(FailReason::Dns), Remedy::Retry);
    row("refused", failed(FailReason::Refused), Remedy::Retry);
    row("timeout", failed(FailReason::Timeout), Remedy::Retry);
    row("password", failed(FailReason::Http, 401), Remedy::SignIn);
    row("refused password", failed(FailReason::Auth, 401), Remedy::SignIn);
    row("the proxy's", failed(FailReason::Http, 407), Remedy::SignIn);
    row("forbidden", failed(FailReason::Http, 403), Remedy::OpenInBrowser);
    row("for legal reasons", failed(FailReason::Http, 451), Remedy::OpenInBrowser);
    row("not found", failed(FailReason::Http, 404), Remedy::ShowWhereFound);
    row("gone", failed(FailReason::Http, 410), Remedy::ShowWhereFound);
    row("busy", failed(FailReason::Http, 429), Remedy::FewerWorkers);
    row("overloaded", failed(FailReason::Http, 503), Remedy::FewerWorkers);
    row("server error", failed(FailReason::Http, 500), Remedy::Retry);
    row("loop", failed(FailReason::RedirectLoop), Remedy::CopyDetails);
    row("other site", skipped(SkipReason::Scope), Remedy::ChangeWanted);
    row("pattern", skipped(SkipReason::Filter), Remedy::ChangeWanted);
    row("kind", skipped(SkipReason::Type), Remedy::ChangeWanted);
    row("deep", skipped(SkipReason::Depth), Remedy::ChangeWanted);
    row("no end", skipped(SkipReason::Trap), Remedy::FetchSetAside);
    row("by you", skipped(SkipReason::User), Remedy::Retry);
    Record retrying = failed(FailReason::Http, 503);
    retrying.state = RecordState::Retrying;
    row("busy, comes by itself", retrying, Remedy::FewerWorkers);
    retrying.status = 500;
    row("comes by itself", retrying, Remedy::None);
}

void TestRemedies::theRemedyFits()
{
    QFETCH(const Record, record);
    QTEST(int(remedyOf(record)), "remedy");
}

void TestRemedies::nothingUncertainLeadsPastAProof()
{
    for (int problem = 0; problem <= int(TlsProblem::Handshake); ++problem)
        QCOMPARE(remedyOf(failed(FailReason::Tls, 0, TlsProblem(problem))), Remedy::CopyDetails);
}

void TestRemedies::theUnexpectedIsReported()
{
    const Record odd = failed(FailReason(77));
    QCOMPARE(
        failSentence(odd), QStringLiteral("Something unexpected happened (77). Please report it."));
    QCOMPARE(remedyOf(odd), Remedy::CopyDetails);
    const Record other = skipped(SkipReason(78));
    QCOMPARE(skipSentence(other, ScopeKind::Host),
        QStringLiteral("Something unexpected happened (78). Please report it."));
    QCOMPARE(remedyOf(other), Remedy::CopyDetails);
}

void TestRemedies::whatIsSavedNeedsNothing()
{
    Record record = foundRecord(0, "https://a.example/x");
    QCOMPARE(remedyOf(record), Remedy::None);
    record = savedRecord(record, 5, QStringLiteral("x"));
    QCOMPARE(remedyOf(record), Remedy::None);
    QVERIFY(suspicionSentence(record).isEmpty());
}

void TestRemedies::detailsAreForWhoeverIsAskedForHelp()
{
    Record record = failed(FailReason::Tls, 0, TlsProblem::Expired);
    record.detail = QStringLiteral("line\nwith \u202e marks");
    const QString text = detailsText(record);
    QVERIFY(text.startsWith(QStringLiteral("https://a.example/x\nstate: failed\nreason: tls\n")));
    QVERIFY(text.contains(QStringLiteral("certificate: certificate expired\n")));
    QVERIFY(text.contains(QStringLiteral("detail: line[U+000A]with [U+202E] marks")));
}

QTEST_APPLESS_MAIN(TestRemedies)
#include "tst_remedies.moc"
