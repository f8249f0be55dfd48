// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/recordtree.h"

#include <QTest>

using namespace gleaner;

namespace
{

/// Adds, and returns "site > folder > file" of the record.
QString placeOf(RecordTree &tree, QByteArrayView address)
{
    const RecordId id = RecordId(tree.size());
    tree.add(foundRecord(id, address));

    QStringList names;
    for (NodeId node = tree.leafOf(id); node != RecordTree::root; node = tree.parent(node))
        names.prepend(QString::fromLatin1(tree.name(node)));
    return names.join(QStringLiteral(" > "));
}

} // namespace

class TestRecordTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAddresses_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *address, const char *place) {
            QTest::newRow(name) << QByteArray(address) << QString::fromLatin1(place);
        };
        row("a site's own page", "https://a.example/", "https://a.example > ");
        row("a file", "https://a.example/f.html", "https://a.example > f.html");
        row("folders", "https://a.example/b/c/f", "https://a.example > b/ > c/ > f");
        row("a folder's page", "https://a.example/b/", "https://a.example > b/ > ");
        row("a query with slashes", "https://a.example/f?a=/b/c", "https://a.example > f?a=/b/c");
        row("a query on a folder", "https://a.example/b/?p=2", "https://a.example > b/ > ?p=2");
        row("empty folders", "https://a.example//b", "https://a.example > / > b");
        row("another port", "http://a.example:81/f", "http://a.example:81 > f");
        row("an opaque path", "magnet:?xt=1", "magnet: > ?xt=1");
        row("an opaque path with slashes", "urn:a/b", "urn: > a/ > b");
    }

    void placesAddresses()
    {
        QFETCH(QByteArray, address);
        RecordTree tree;
        QTEST(placeOf(tree, address), "place");
    }

    void keepsAFileBesideTheFolderOfItsName()
    {
        RecordTree tree;
        QCOMPARE(placeOf(tree, "https://a.example/a"), QStringLiteral("https://a.example > a"));
        QCOMPARE(
            placeOf(tree, "https://a.example/a/b"), QStringLiteral("https://a.example > a/ > b"));
        QCOMPARE(tree.childCount(tree.child(RecordTree::root, 0)), 2);
    }

    void endsInATreeOfBoundedDepth()
    {
        RecordTree tree;
        const QByteArray deep = "https://a.example/" + QByteArray("x/").repeated(5000) + "f";
        tree.add(foundRecord(0, deep));
        int depth = 0;
        for (NodeId node = tree.leafOf(0); node != RecordTree::root; node = tree.parent(node))
            ++depth;
        QCOMPARE_LE(depth, 64);
    }

    void sumsUpThroughAllFolders()
    {
        RecordTree tree;
        const Record page = foundRecord(0, "https://a.example/b/c/f");
        const Record gone = foundRecord(1, "https://a.example/b/g");
        tree.add(page);
        tree.add(gone);
        tree.update(savedRecord(page, 100, QStringLiteral("b/c/f.html")));
        tree.update(failedRecord(gone, FailReason::Http, 404));
        // A second end replaces the first.
        tree.update(savedRecord(page, 70, QStringLiteral("b/c/f.html")));

        const RecordTree::Sums expected{2, 2, 1, 0, 0, 1, 70, 1};
        QVERIFY(tree.sums(RecordTree::root) == expected);
        const RecordTree::Sums inner{1, 1, 1, 0, 0, 0, 70, 1};
        QVERIFY(tree.sums(tree.parent(tree.leafOf(0))) == inner);
    }

    void ignoresWhatItCannotKnow()
    {
        RecordTree tree;
        tree.add(foundRecord(7, "https://a.example/"));
        QCOMPARE(tree.size(), size_t(0));
        QCOMPARE(tree.update(foundRecord(3, "https://a.example/")), RecordTree::root);
    }
};

QTEST_APPLESS_MAIN(TestRecordTree)
#include "tst_recordtree.moc"
