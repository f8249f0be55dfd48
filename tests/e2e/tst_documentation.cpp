// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/e2e/links.h"
#include "tests/e2e/sites.h"
#include "tests/support/nginx.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

QStringList without(QStringList names, const QStringList &others)
{
    const QSet<QString> unwanted(others.begin(), others.end());
    names.removeIf([&](const QString &name) { return unwanted.contains(name); });
    return names;
}

/// Their paths below the server's root, sorted.
QStringList pathsOf(const QStringList &urls)
{
    QStringList paths;
    for (const QString &url : urls)
        paths.append(QUrl(url).path(QUrl::FullyDecoded).sliced(1));
    paths.sort();
    return paths;
}

} // namespace

/// The main job on real sites: the whole program downloads documentation of Debian's from nginx.
class TestDocumentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesEveryReachableFileAsItWasServed_data();
    void savesEveryReachableFileAsItWasServed();
};

void TestDocumentation::savesEveryReachableFileAsItWasServed_data()
{
    QTest::addColumn<QString>("package");
    QTest::addColumn<int>("leastFiles");
    QTest::newRow("PostgreSQL") << QStringLiteral("postgresql-doc-15") << 1170;
    QTest::newRow("Git") << QStringLiteral("git-doc") << 100;
}

void TestDocumentation::savesEveryReachableFileAsItWasServed()
{
    QFETCH(const QString, package);
    QFETCH(const int, leastFiles);
    QString error;
    const QString original = documentation(package, error);
    QVERIFY2(!original.isEmpty(), qPrintable(error));
    const bool hasIndex = QFile::exists(QDir(original).filePath(QStringLiteral("index.html")));
    const QString start = hasIndex ? QStringLiteral("index.html") : QStringLiteral("git.html");
    const Reachable reachable = reachableFrom(original, start);
    QVERIFY(reachable.files.size() >= leastFiles);
    const int status = reachable.missing.isEmpty() ? 0 : 1;

    Nginx nginx({original, 2, {}, {}});
    QVERIFY2(nginx.start(), qPrintable(nginx.errorString()));
    QString first;
    // Twice, because the names must not depend on what came first.
    for (const QString &name : {QStringLiteral("first"), QStringLiteral("second")}) {
        Program program;
        program.start({QStringLiteral("--headless"), QStringLiteral("--json"),
            QStringLiteral("--links"), QStringLiteral("keep"), QStringLiteral("-w"),
            QStringLiteral("8"), QStringLiteral("-d"), QStringLiteral("inf"), QStringLiteral("-P"),
            program.directory(), nginx.url(u'/' + start).toString()});
        QVERIFY(program.waitForEnd(120s));
        QCOMPARE(program.status(), status);
        const Events events(program.output());
        QCOMPARE(events.whatIsWrong(status), QString());

        const QStringList saved = filesBelow(program.directory());
        QCOMPARE(without(reachable.files, saved).join(u' '), QString());
        QCOMPARE(without(saved, reachable.files).join(u' '), QString());
        QCOMPARE(firstDifference(original, program.directory(), saved), QString());
        QCOMPARE(pathsOf(events.urls("saved")), saved);
        QCOMPARE(pathsOf(events.urls("failed")), QStringList(reachable.missing.keys()));
        for (const QJsonObject &event : events.of("saved")) {
            QVERIFY(event[QLatin1String("verified")].toBool());
            const QString path = event[QLatin1String("path")].toString();
            QCOMPARE(pathsOf({event[QLatin1String("url")].toString()}), QStringList{path});
        }
        for (const QJsonObject &event : events.of("failed"))
            QCOMPARE(event[QLatin1String("status")].toInt(), 404);

        if (first.isEmpty()) {
            first = saved.join(u'\n');
            const QStringList unlinked = without(filesBelow(original), saved);
            qInfo("%s: %lld files saved, %lld addresses dead, %lld files that nobody links:",
                qPrintable(name), qlonglong(saved.size()), qlonglong(reachable.missing.size()),
                qlonglong(unlinked.size()));
            for (const QString &file : unlinked.mid(0, 20))
                qInfo("  %s", qPrintable(file));
            for (auto dead = reachable.missing.cbegin(); dead != reachable.missing.cend(); ++dead)
                qInfo("  dead: %s, on %s", qPrintable(dead.key()), qPrintable(dead.value()));
        } else {
            QCOMPARE(saved.join(u'\n'), first);
        }
    }

    // Each address exactly once in each of the two runs, and so what sites say to robots.
    QMap<QString, int> requests;
    for (const QByteArray &line : nginx.accessLog())
        ++requests[pathsOf({QString::fromUtf8(line.split(' ').at(1))}).first()];
    for (const QString &path : reachable.files + reachable.missing.keys())
        QVERIFY2(requests.take(path) == 2, qPrintable(path));
    for (auto rest = requests.cbegin(); rest != requests.cend(); ++rest) {
        QVERIFY2(rest.key() == u"robots.txt" || rest.key().startsWith(u"sitemap"),
            qPrintable(rest.key()));
        QVERIFY2(rest.value() == 2, qPrintable(rest.key()));
    }
}

QTEST_GUILESS_MAIN(TestDocumentation)
#include "tst_documentation.moc"
