// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/e2e/sites.h"
#include "tests/support/nginx.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// A number from the environment: how much is to be compared.
QString wanted(const char *variable, int usual)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(variable, &isNumber);
    return QString::number(isNumber ? value : usual);
}

} // namespace

/// A download is opened from its folder in Chromium, without any network, and is what it was
/// online.
class TestOfflineBrowsing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looksAsItDidOnline_data();
    void looksAsItDidOnline();
};

void TestOfflineBrowsing::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("chromium")).isEmpty())
        QSKIP("there is no Chromium");
    QProcess alone;
    alone.start(QStringLiteral("unshare"),
        {QStringLiteral("--net"), QStringLiteral("--"), QStringLiteral("true")});
    if (!alone.waitForFinished() || alone.exitCode() != 0)
        QSKIP("the network cannot be taken away here");
}

void TestOfflineBrowsing::looksAsItDidOnline_data()
{
    QTest::addColumn<QString>("package");
    QTest::addColumn<QString>("start");
    QTest::newRow("PostgreSQL") << QStringLiteral("postgresql-doc-15")
                                << QStringLiteral("index.html");
    QTest::newRow("Git") << QStringLiteral("git-doc") << QStringLiteral("git.html");
}

void TestOfflineBrowsing::looksAsItDidOnline()
{
    QFETCH(const QString, package);
    QFETCH(const QString, start);
    QString error;
    const QString original = documentation(package, error);
    QVERIFY2(!original.isEmpty(), qPrintable(error));
    Nginx nginx({original, 2, {}, {}});
    QVERIFY2(nginx.start(), qPrintable(nginx.errorString()));
    Program program;
    program.startJson(
        {QStringLiteral("-d"), QStringLiteral("inf"), nginx.url(u'/' + start).toString()});
    QVERIFY(program.waitForEnd(120s));
    QVERIFY(program.status() == 0 || program.status() == 1);

    QProcess walk;
    walk.setProcessChannelMode(QProcess::MergedChannels);
    walk.start(QStringLiteral("python3"),
        {QStringLiteral(GLEANER_BROWSERWALK), nginx.url(QStringLiteral("/")).toString(),
            program.directory(), wanted("GLEANER_PAGES", 20), wanted("GLEANER_PICTURES", 3)});
    QVERIFY(walk.waitForFinished(500'000));
    const QByteArray said = walk.readAll();
    QVERIFY2(walk.exitCode() == 0, said.constData());
    qInfo("%s", said.trimmed().constData());
}

QTEST_GUILESS_MAIN(TestOfflineBrowsing)
#include "tst_offlinebrowsing.moc"
