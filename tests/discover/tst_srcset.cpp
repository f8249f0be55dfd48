// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/srcset.h"

#include <QTest>

using namespace gleaner;

using Lines = QList<QByteArray>;

class TestSrcset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEveryCandidate_data();
    void takesEveryCandidate();
};

void TestSrcset::takesEveryCandidate_data()
{
    QTest::addColumn<QByteArray>("srcset");
    QTest::addColumn<Lines>("urls");
    const auto row = [](const char *name, const char *srcset, const Lines &urls) {
        QTest::newRow(name) << QByteArray(srcset) << urls;
    };
    row("densities", "a 1x, b 2x", {"a", "b"});
    row("widths", "a 100w,b 200w", {"a", "b"});
    row("no descriptors", "a, b,c", {"a", "b,c"});
    row("commas inside an address", "data:,a ( , data:,b 1x, ), data:,c", {"data:,a", "data:,c"});
    row("commas behind an address", ",,a,,, b", {"a", "b"});
    row("newlines", "\n a\n 1x,\n b\t2x\n", {"a", "b"});
    row("contradicting descriptors", "a 1x 2x, b 1w 1x, c 0w, d 1x", {"d"});
    row("unknown descriptors", "a foo, b 1w bar", {"a", "b"});
    row("height needs width", "a 1h, b 1h 1w", {"b"});
    row("empty", " , ", {});
    row("only blanks", "   ", {});
}

void TestSrcset::takesEveryCandidate()
{
    QFETCH(QByteArray, srcset);
    QFETCH(Lines, urls);
    Lines found;
    SrcsetScanner candidates(srcset);
    while (candidates.next()) {
        found.append(candidates.url().toByteArray());
        QCOMPARE(
            srcset.mid(candidates.begin(), candidates.end() - candidates.begin()), found.last());
    }
    QCOMPARE(found, urls);
}

QTEST_APPLESS_MAIN(TestSrcset)
#include "tst_srcset.moc"
