// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/exporttexts.h"
#include "ui/plaintext.h"
#include "ui/remedy.h"
#include "ui/texts.h"
#include "ui/treeview.h"
#include "ui/workersmodel.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QTest>
#include <QTextDocument>

using namespace gleaner;

namespace
{

/// What a person must be able to see: no control, no mark that turns or hides what follows.
bool isHarmless(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::ranges::none_of(characters, [](uint c) {
        const auto category = QChar::category(c);
        const bool isLine = c == '\n'; // between our own lines
        return !isLine
            && (category == QChar::Other_Control || category == QChar::Other_Format
                || category == QChar::Other_Surrogate || category == QChar::Separator_Line
                || category == QChar::Separator_Paragraph);
    });
}

QList<QPair<const char *, QString>> hostile()
{
    return {{"escape sequence", QStringLiteral("\u001b[2Jgone")},
        {"turned", QStringLiteral("invoice\u202egpj.exe")},
        {"isolated", QStringLiteral("a\u2066b\u2069c")}, {"bold", QStringLiteral("<b>bold</b>")},
        {"entity", QStringLiteral("a &lt; b")},
        {"image", QStringLiteral("<img src=file:///etc/passwd>")},
        {"link", QStringLiteral("<a href='file:///x'>click</a>")},
        {"NUL", QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"))},
        {"lines", QStringLiteral("a\r\nb\u2028c")}, {"arguments", QStringLiteral("%1%2%n%L1")},
        {"nothing to see", QStringLiteral("\u200b\u3164\u00ad")},
        {"mnemonic", QStringLiteral("&File")}};
}

} // namespace

/// reliability 1e: whatever a server says is plain, visible text wherever it appears.
class TestHostileText : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void isShownAsItIs_data();
    void isShownAsItIs();
    void naughtyStringsAreHarmlessInRows();
    void aTurnedNameIsSeenThrough();
    void aNulCutsNothing();
    void toolTipsAreNoMarkup_data();
    void toolTipsAreNoMarkup();
    void sentencesDoNotTakeArgumentsFromTheNetwork();
    void allLabelsOfTheWindowArePlainText();
};

void TestHostileText::isShownAsItIs_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &[name, text] : hostile())
        QTest::newRow(name) << text;
}

void TestHostileText::isShownAsItIs()
{
    QFETCH(const QString, text);
    begin();
    Record record =
        failedRecord(foundRecord(0, "https://a.example/x"), FailReason::InvalidResponse);
    record.detail = text;
    record.type = text.toUtf8();
    record.offered = text;
    record.path = text;
    send({record});
    const TreeModel *tree = m_window->session()->tree();
    const QModelIndex row = tree->indexOf(0);
    for (int column = 0; column < TreeModel::columns; ++column) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
            const QString shown = row.siblingAtColumn(column).data(role).toString();
            QVERIFY2(isHarmless(shown), qPrintable(shown));
        }
    }
    QTextDocument toolTip;
    toolTip.setHtml(row.data(Qt::ToolTipRole).toString());
    QVERIFY2(isHarmless(toolTip.toPlainText().remove(QChar::ParagraphSeparator)),
        qPrintable(toolTip.toPlainText()));
    QVERIFY(isHarmless(detailsText(record)));
    QVERIFY(isHarmless(diskFaultText({DiskFaultKind::Other, text, text})));
    QVERIFY(isHarmless(exportFailureText({ExportFailure::Kind::NotRead, text, text})));
    QVERIFY(isHarmless(typedAddressText(TypedAddressError::NotAnAddress, text)));
}

void TestHostileText::naughtyStringsAreHarmlessInRows()
{
    const QString folder = qEnvironmentVariable("GLEANER_CONFORMANCE");
    QFile file(folder + QStringLiteral("/naughty-strings/blns.json"));
    if (folder.isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("no conformance data");
    const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(strings.size() > 400);
    for (const QJsonValue &string : strings) {
        const QString text = string.toString();
        QVERIFY2(isHarmless(visibleText(text)), qPrintable(text));
        QVERIFY(isHarmless(readableText(text.toUtf8().toPercentEncoding())));
        QTextDocument toolTip;
        toolTip.setHtml(plainToolTip({visibleText(text)}));
        // Nothing of it was markup: it reads as it was written.
        QCOMPARE(toolTip.toPlainText().simplified(), visibleText(text).simplified());
    }
}

void TestHostileText::aTurnedNameIsSeenThrough()
{
    QCOMPARE(readableText("invoice%E2%80%AEgpj.exe"), QStringLiteral("invoice[U+202E]gpj.exe"));
    QCOMPARE(visibleText(QStringLiteral("invoice\u202egpj.exe")),
        QStringLiteral("invoice[U+202E]gpj.exe"));
    begin();
    send({foundRecord(0, "https://a.example/invoice%E2%80%AEgpj.exe")});
    const QModelIndex row = m_window->session()->tree()->indexOf(0);
    QCOMPARE(row.data().toString(), QStringLiteral("invoice[U+202E]gpj.exe"));
}

void TestHostileText::aNulCutsNothing()
{
    QCOMPARE(visibleText(QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b.exe"))),
        QStringLiteral("a[U+0000]b.exe"));
    QCOMPARE(readableText("a%00b.exe"), QStringLiteral("a[U+0000]b.exe"));
}

void TestHostileText::toolTipsAreNoMarkup_data()
{
    isShownAsItIs_data();
}

void TestHostileText::toolTipsAreNoMarkup()
{
    QFETCH(const QString, text);
    const QString tip = plainToolTip({visibleText(text), QStringLiteral("second line")});
    QVERIFY(Qt::mightBeRichText(tip)); // So Qt does not guess by what stands in it.
    QTextDocument shown;
    shown.setHtml(tip);
    QCOMPARE(shown.toPlainText(), visibleText(text) + QStringLiteral("\nsecond line"));
    QVERIFY(!shown.toHtml().contains(QStringLiteral("<img")));
    QVERIFY(!shown.toHtml().contains(QStringLiteral("<a ")));
}

void TestHostileText::sentencesDoNotTakeArgumentsFromTheNetwork()
{
    // An address may hold what looks like a place for an argument.
    Record record =
        failedRecord(foundRecord(0, "https://a.example/%251%252?x=%1"), FailReason::Http, 500);
    record.detail = QStringLiteral("%1 %2");
    record.path = QStringLiteral("%1/%2");
    record.kept = true;
    const QString sentence = failSentence(record);
    QVERIFY2(sentence.startsWith(QStringLiteral("a.example had an internal error (500).")),
        qPrintable(sentence));
    QVERIFY(detailsText(record).contains(QStringLiteral("detail: %1 %2")));
    record.state = RecordState::Redirected;
    record.target = Address::parse("https://a.example/%252%251").value();
    QCOMPARE(statusText(record, ScopeKind::Host), QStringLiteral("Redirected to /%252%251"));
}

void TestHostileText::allLabelsOfTheWindowArePlainText()
{
    begin();
    m_id = "0123456789abcdef";
    send({savedRecord(foundRecord(0, "https://a.example/"), 5, QStringLiteral("index.html")),
             failedRecord(foundRecord(1, "https://a.example/x", 0), FailReason::Reset)},
        CrawlPhase::Finished);
    int labels = 0;
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        // What Qt makes itself, or what cannot come from elsewhere, has no text or our own.
        if (label->text().isEmpty())
            continue;
        ++labels;
        const bool cannotBeMarkup =
            label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text());
        QVERIFY2(cannotBeMarkup, qPrintable(label->text()));
    }
    QVERIFY(labels > 5);
}

QTEST_MAIN(TestHostileText)
#include "tst_hostiletext.moc"
