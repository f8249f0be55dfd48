// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/placement.h"

#include <QTest>

using namespace gleaner;

/// Where a file lies, by its address and its type.
class TestPlacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAsABrowserNeedsIt_data();
    void endsAsABrowserNeedsIt();
    void aNameWithoutRoomStays();
};

void TestPlacement::endsAsABrowserNeedsIt_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isInvented");

    const auto row = [](const char *target, const char *type, const char *name, bool isInvented) {
        QTest::addRow("%s as %s", target, type)
            << QByteArray(target) << QByteArray(type) << QByteArray(name) << isInvented;
    };
    row("a.css", "text/css", "a.css", false);
    row("a.CSS", "text/css", "a.CSS", false);
    row("a.css?v=1", "text/css", "a.css%3Fv=1.css", true);
    row("style", "text/css; charset=utf-8", "style.css", true);
    row("a.css?v=1", "text/plain", "a.css%3Fv=1", false);
    row("a.svg?v=1", "image/svg+xml", "a.svg%3Fv=1.svg", true);
    row("a.svgz", "image/svg+xml", "a.svgz", false);
    row("a.js?v=1", "text/javascript", "a.js%3Fv=1", false);
    row("a.png?v=1", "image/png", "a.png%3Fv=1", false);
}

void TestPlacement::endsAsABrowserNeedsIt()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, type);
    const Address address = Address::parse("http://h/d/" + target).value();
    const Placement place = placementOf(address, type, {}, NameSource::Address, address.origin());
    QTEST(place.path.file, "name");
    QCOMPARE(place.path.folders, QByteArrayList{"d"});
    QFETCH(const bool, isInvented);
    QCOMPARE(place.origin == NameOrigin::Invented, isInvented);
}

void TestPlacement::aNameWithoutRoomStays()
{
    const Address address = Address::parse("http://h/" + QByteArray(228, 'a')).value();
    const Placement place =
        placementOf(address, "text/css", {}, NameSource::Address, address.origin());
    QCOMPARE(place.path.file, QByteArray(228, 'a'));
}

QTEST_GUILESS_MAIN(TestPlacement)
#include "tst_placement.moc"
