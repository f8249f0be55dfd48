// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/gzip.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gleaner::test;

namespace
{

/// A site whose every keyword is in capitals, with an I where there can be one: in Turkish the
/// small letter of I is another one than in HTTP, HTML and names of hosts.
void serveCapitals(TestServer &server)
{
    const QByteArray page = "<TITLE>X</TITLE><LINK REL=STYLESHEET HREF=I.CSS><IMG SRC=I.PNG>"
                            "<A HREF=FILE.HTML>x</A><A HREF='/%C4%B1%C5%9F%C4%B1k/%C4%B0.TXT'>x</A>"
                            "<BASE TARGET=X><SCRIPT SRC=I.JS></SCRIPT>";
    const QByteArray packed = gzip(page);
    server.route("/START.HTML", [packed](const Request &, Reply &reply) {
        reply.send("HTTP/1.1 200 OK\r\nCONTENT-TYPE: TEXT/HTML; CHARSET=ISO-8859-9\r\n"
                   "CONTENT-ENCODING: GZIP\r\nTRANSFER-ENCODING: CHUNKED\r\n"
                   "SET-COOKIE: ID=1; HTTPONLY; PATH=/\r\n\r\n"
            + QByteArray::number(packed.size(), 16).toUpper() + "\r\n" + packed + "\r\n0\r\n\r\n");
    });
    server.serve("/I.CSS", "TEXT/CSS", "B{BACKGROUND-IMAGE:URL(BI.GIF)}");
    server.serve("/I.PNG", "IMAGE/PNG", "\x89PNG\r\n\x1a\n");
    server.serve("/BI.GIF", "IMAGE/GIF", "GIF89a");
    server.serve("/I.JS", "TEXT/JAVASCRIPT", ";");
    server.serve("/FILE.HTML", "TEXT/HTML", "<P>x");
    server.serve("/%C4%B1%C5%9F%C4%B1k/%C4%B0.TXT", "TEXT/PLAIN", "x");
}

/// The events without what is of the moment.
QByteArray comparable(const Program &program, QByteArray output)
{
    output.replace(program.path({}).toUtf8(), "HOME/");
    QByteArrayList lines;
    for (QByteArray line : output.split('\n')) {
        if (const qsizetype seconds = line.indexOf("\"seconds\":"); seconds >= 0) {
            const qsizetype comma = line.indexOf(',', seconds);
            line.remove(seconds, (comma >= 0 ? comma : line.indexOf('}', seconds)) - seconds);
        }
        lines.append(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

} // namespace

/// The language of the machine changes words for people, and nothing else: row 58 of the fault
/// table. Names of files, the events and the keywords of the network are the same everywhere.
class TestLocales : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyLocaleSavesTheSame_data();
    void everyLocaleSavesTheSame();

private:
    struct Saved {
        int status = -1;
        QByteArray events;
        QByteArray files; ///< names and contents
        QByteArray errors;
    };
    Saved runIn(const QString &locale) const;

    TestServer m_server;
    QTemporaryDir m_locales; ///< made here: a machine need not have any
    QByteArray m_whyNotTurkish;
};

void TestLocales::initTestCase()
{
    serveCapitals(m_server);
    for (const char *charset : {"UTF-8", "ISO-8859-9"}) {
        const QString name = QStringLiteral("tr_TR.") + QLatin1String(charset);
        QProcess localedef;
        localedef.start(QStringLiteral("localedef"),
            {QStringLiteral("-i"), QStringLiteral("tr_TR"), QStringLiteral("-f"),
                QLatin1String(charset), m_locales.filePath(name)});
        if (!localedef.waitForFinished(60'000) || localedef.exitCode() != 0)
            m_whyNotTurkish = "localedef could not make tr_TR: " + localedef.readAllStandardError();
    }
}

TestLocales::Saved TestLocales::runIn(const QString &locale) const
{
    Program program;
    program.setVariable(QStringLiteral("LC_ALL"), locale);
    program.setVariable(QStringLiteral("LOCPATH"), m_locales.path());
    Saved saved;
    if (!program.runJson(words("--no-robots") << text(m_server.url("/START.HTML"))))
        return saved;
    saved.status = program.status();
    saved.events = comparable(program, program.output());
    saved.errors = program.errors();
    const QByteArray session = Events(program.output())
                                   .of("started")
                                   .value(0)[QLatin1String("session")]
                                   .toString()
                                   .toUtf8();
    for (const QString &name : program.everythingMade().filter(QStringLiteral("out/"))) {
        QFile file(program.path(name));
        saved.files += name.toUtf8() + '\n';
        if (file.open(QIODevice::ReadOnly))
            saved.files += file.readAll();
    }
    // Each run has one of its own.
    if (!session.isEmpty()) {
        saved.events.replace(session, "SESSION");
        saved.files.replace(session, "SESSION");
    }
    return saved;
}

void TestLocales::everyLocaleSavesTheSame_data()
{
    QTest::addColumn<QString>("mark"); // in the last sentence's seconds
    QTest::newRow("C") << QStringLiteral(".");
    QTest::newRow("POSIX") << QStringLiteral(".");
    QTest::newRow("xx_YY.UTF-8") << QStringLiteral(".");
    QTest::newRow("tr_TR.UTF-8") << QStringLiteral(",");
    QTest::newRow("tr_TR.ISO-8859-9") << QStringLiteral(",");
}

void TestLocales::everyLocaleSavesTheSame()
{
    QFETCH(const QString, mark);
    const QString locale = QString::fromLatin1(QTest::currentDataTag());
    if (locale.startsWith(u"tr") && !m_whyNotTurkish.isEmpty())
        QSKIP(m_whyNotTurkish.constData());
    const Saved usual = runIn(QStringLiteral("C.UTF-8"));
    QCOMPARE(usual.status, 0);
    QCOMPARE(usual.events.count("\"event\":\"saved\""), 7);
    QVERIFY(usual.files.contains(QStringLiteral("ışık/İ.TXT").toUtf8()));

    const Saved other = runIn(locale);
    QCOMPARE(other.status, 0);
    QCOMPARE(other.events, usual.events);
    QCOMPARE(other.files, usual.files);
    const QByteArray end = other.errors.sliced(other.errors.lastIndexOf("Finished in "));
    QVERIFY2(end.first(end.indexOf(" s: ")).contains(mark.toUtf8()), end.constData());
}

QTEST_GUILESS_MAIN(TestLocales)
#include "tst_locales.moc"
