// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translations.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace gleaner;

/// Which words are taken for which languages.
class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLanguageThatThereAreWordsInIsTaken_data();
    void theFirstLanguageThatThereAreWordsInIsTaken();
    void pluralsAreRight_data();
    void pluralsAreRight();
    void qtSpeaksTheSameLanguage();
    void aPersonsOwnTranslationComesFirst();
    void wordsGoWithTheirOwner();
};

static QString saved()
{
    return QCoreApplication::translate("gleaner::Texts", "Saved");
}

void TestLanguage::theFirstLanguageThatThereAreWordsInIsTaken_data()
{
    QTest::addColumn<QStringList>("languages");
    QTest::addColumn<QString>("taken");
    const auto row = [](const char *languages, const char *taken) {
        QTest::newRow(languages) << QString::fromLatin1(languages).split(QLatin1Char(':'))
                                 << QString::fromLatin1(taken);
    };
    row("de", "de");
    row("de-AT:de", "de");
    row("de-Latn-AT", "de");
    row("tlh:de", "de");
    row("en-GB:de", "en");
    row("de:en", "de");
    row("tlh", "en");
    row("C", "en");
    row("", "en");
    row("../de", "en");
}

void TestLanguage::theFirstLanguageThatThereAreWordsInIsTaken()
{
    QFETCH(const QStringList, languages);
    QFETCH(const QString, taken);
    const Translations translations(languages);
    QCOMPARE(translations.language(), taken);
    QCOMPARE(saved(),
        taken == QLatin1String("de") ? QStringLiteral("Gespeichert") : QStringLiteral("Saved"));
}

void TestLanguage::pluralsAreRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *language, int count, const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(language) << count
                            << QString::fromUtf8(sentence);
    };
    row("English, one", "en", 1,
        "One of the saved files could be incomplete: the server did not say how long.");
    row("English, more", "en", 12,
        "12 of the saved files could be incomplete: the server did not say how long.");
    row("German, one", "de", 1,
        "Eine der gespeicherten Dateien könnte unvollständig sein: Der Server hat ihre Länge "
        "nicht genannt.");
    row("German, more", "de", 12,
        "12 der gespeicherten Dateien könnten unvollständig sein: Der Server hat ihre Länge "
        "nicht genannt.");
}

void TestLanguage::pluralsAreRight()
{
    QFETCH(const QString, language);
    QFETCH(const int, count);
    QFETCH(const QString, sentence);
    const Translations translations({language});
    QCOMPARE(QCoreApplication::translate("Headless",
                 "%n of the saved files could be incomplete: the server did not say how long.",
                 nullptr, count),
        sentence);
}

void TestLanguage::qtSpeaksTheSameLanguage()
{
    const auto cancel = [] {
        return QDialogButtonBox(QDialogButtonBox::Cancel)
            .button(QDialogButtonBox::Cancel)
            ->text()
            .remove(QLatin1Char('&'));
    };
    {
        const Translations german({QStringLiteral("de")});
        QCOMPARE(cancel(), QStringLiteral("Abbrechen"));
    }
    // There are French words of Qt's, and none of ours.
    const Translations english({QStringLiteral("fr"), QStringLiteral("en")});
    QCOMPARE(cancel(), QStringLiteral("Cancel"));
}

void TestLanguage::aPersonsOwnTranslationComesFirst()
{
    const QTemporaryDir home;
    const QDir folder(home.filePath(QStringLiteral("gleaner/translations")));
    QVERIFY(QDir().mkpath(folder.path()));
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    const auto unset = qScopeGuard([] { qunsetenv("XDG_DATA_HOME"); });
    QVERIFY(QFile::copy(QStringLiteral(":/translations/gleaner_de.qm"),
        folder.filePath(QStringLiteral("gleaner_fr.qm"))));
    QCOMPARE(Translations({QStringLiteral("fr")}).language(), QStringLiteral("de"));
    QFile broken(folder.filePath(QStringLiteral("gleaner_de.qm")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no translation") > 0);
    broken.close();
    const Translations translations({QStringLiteral("de")});
    QCOMPARE(saved(), QStringLiteral("Gespeichert"));
}

void TestLanguage::wordsGoWithTheirOwner()
{
    {
        const Translations german({QStringLiteral("de")});
        QCOMPARE(saved(), QStringLiteral("Gespeichert"));
    }
    QCOMPARE(saved(), QStringLiteral("Saved"));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
