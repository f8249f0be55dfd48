// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace gleaner::test;

/// What people read is in their language, without a window as well; what programs read never is.
class TestGerman : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sentencesAreGerman();
    void eventsAreNobodysLanguage();
    void helpIsGerman();
    void mistakesAreToldInGerman();
    void aLanguageWithoutWordsIsEnglish();

private:
    QString site() const { return text(m_server.url("/start.html")); }

    TestServer m_server;
};

static void speak(Program &program, const char *language)
{
    program.setVariable(QStringLiteral("LANGUAGE"), QString::fromLatin1(language));
}

void TestGerman::initTestCase()
{
    m_server.serve("/start.html", "text/html", "<a href=one.html>1</a> <a href=gone.html>2</a>");
    m_server.serve("/one.html", "text/html", "<p>one");
}

void TestGerman::sentencesAreGerman()
{
    Program program;
    speak(program, "de");
    QVERIFY(program.run(
        {QStringLiteral("--headless"), QStringLiteral("-P"), program.directory(), site()}));
    QCOMPARE(program.status(), 1);
    const QByteArray said = program.errors();
    QVERIFY2(said.contains("Fehlgeschlagen: Seite nicht gefunden (404)"), said.constData());
    QVERIFY2(said.contains("Fertig in "), said.constData());
    QVERIFY2(said.contains("2 gespeichert ("), said.constData());
}

void TestGerman::eventsAreNobodysLanguage()
{
    QList<QByteArrayList> spoken;
    for (const char *language : {"", "de"}) {
        Program program;
        speak(program, language);
        QVERIFY(program.runJson({QStringLiteral("-w"), QStringLiteral("1"), site()}));
        QByteArrayList lines;
        for (const QByteArray &line : program.output().split('\n')) {
            // What is of the moment stands at the end of those.
            if (line.contains("\"skipped\"") || line.contains("\"failed\""))
                lines.append(line.left(line.indexOf("\"seconds\"")));
        }
        spoken.append(lines);
    }
    QVERIFY(!spoken.front().isEmpty());
    QCOMPARE(spoken.back(), spoken.front());
}

void TestGerman::helpIsGerman()
{
    Program program;
    speak(program, "de_AT:en");
    QVERIFY(program.run({QStringLiteral("--help")}));
    QCOMPARE(program.status(), 0);
    QVERIFY2(
        program.output().startsWith("Aufruf: gleaner [OPTIONEN]"), program.output().constData());
}

void TestGerman::mistakesAreToldInGerman()
{
    Program program;
    speak(program, "de");
    QVERIFY(program.run({QStringLiteral("--workers"), QStringLiteral("65"), site()}));
    QCOMPARE(program.status(), 2);
    QCOMPARE(program.errors(),
        QByteArray("gleaner: Die Anzahl der Helfer muss zwischen 1 und 64 liegen, nicht „65“.\n"));
}

void TestGerman::aLanguageWithoutWordsIsEnglish()
{
    Program program;
    speak(program, "tlh");
    QVERIFY(program.run({QStringLiteral("--help")}));
    QVERIFY2(program.output().startsWith("Usage: gleaner [OPTIONS]"), program.output().constData());
}

QTEST_GUILESS_MAIN(TestGerman)
#include "tst_german.moc"
