// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/glob.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gleaner;

class TestGlob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void isFastWhateverThePattern_data();
    void isFastWhateverThePattern();
    void agreesWithASlowMatcher();
};

void TestGlob::matches_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QByteArray &pattern, const QByteArray &text, bool expected) {
        QTest::newRow((pattern + " on " + text).constData()) << pattern << text << expected;
    };
    row("", "", true);
    row("", "a", false);
    row("*", "", true);
    row("***", "", true);
    row("*", "anything", true);
    row("?", "", false);
    row("?", "a", true);
    row("?", "ab", false);
    row("a", "a", true);
    row("a", "A", false);
    row("a", "b", false);
    row("ab", "a", false);
    row("a", "ab", false);
    row("*.pdf", "http://h/a.pdf", true);
    row("*.pdf", "http://h/a.pdfx", false);
    row("*.pdf", "http://h/a.pdf?x", false);
    row("http://h/*", "http://h/", true);
    row("http://h/*", "http://g/", false);
    row("*/a/*", "http://h/a/b", true);
    row("*/a/*", "http://h/b/a", false);
    row("a*b*c", "abc", true);
    row("a*b*c", "aXbYbZc", true);
    row("a*b*c", "acb", false);
    row("*ab", "aab", true);
    row("*ab*ab", "abab", true);
    row("*ab*ab", "ab", false);
    row("a?*", "a", false);
    row("a*?", "ab", true);
    // Only two signs are special: this is no shell.
    row("[ab]", "a", false);
    row("[ab]", "[ab]", true);
    row("\\*", "\\x", true);
    row("*", QByteArray("\0\xff\n", 3), true);
}

void TestGlob::matches()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const QByteArray, text);
    QTEST(globMatches(pattern, text), "expected");
}

void TestGlob::isFastWhateverThePattern_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::newRow("*a*a*a*b") << QByteArray("*a*a*a*b");
    QTest::newRow("many stars") << QByteArray("*a").repeated(50) + "b";
    QTest::newRow("question marks") << QByteArray("*?").repeated(50) + "b";
    QTest::newRow("stars alone") << QByteArray(1000, '*') + "b";
}

void TestGlob::isFastWhateverThePattern()
{
    QFETCH(const QByteArray, pattern);
    const QByteArray text(10'000, 'a');
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!globMatches(pattern, text));
    // A backtracking matcher needs hours for the second row.
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
}

/// Every pattern and text of up to five letters, against the definition written down.
void TestGlob::agreesWithASlowMatcher()
{
    const std::function<bool(QByteArrayView, QByteArrayView)> slow =
        [&](QByteArrayView pattern, QByteArrayView text) -> bool {
        if (pattern.isEmpty())
            return text.isEmpty();
        if (pattern.front() == '*')
            return slow(pattern.sliced(1), text)
                || (!text.isEmpty() && slow(pattern, text.sliced(1)));
        return !text.isEmpty() && (pattern.front() == '?' || pattern.front() == text.front())
            && slow(pattern.sliced(1), text.sliced(1));
    };
    const auto words = [](const QByteArray &letters) {
        QByteArrayList all{""};
        for (qsizetype i = 0; i < all.size() && all[i].size() < 5; ++i) {
            for (const char letter : letters)
                all.append(all[i] + letter);
        }
        return all;
    };
    const QByteArrayList texts = words("ab");
    for (const QByteArray &pattern : words("a*?b")) {
        for (const QByteArray &text : texts) {
            if (globMatches(pattern, text) != slow(pattern, text))
                QFAIL((pattern + " on " + text).constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestGlob)
#include "tst_glob.moc"
