// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit.h"
#include "tests/ui/stage.h"
#include "ui/filterbar.h"
#include "ui/readablecolours.h"
#include "ui/rowlook.h"
#include "ui/treemodel.h"

#include <QApplication>
#include <QDockWidget>
#include <QPainter>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace gleaner;

namespace
{

/// The ground of a cell and what is written on it: the two colours seen most often there.
struct Seen {
    QColor ground;
    QColor text;
};

Seen seenIn(const QTreeView *view, const QModelIndex &index)
{
    const QImage image = view->viewport()->grab(view->visualRect(index)).toImage();
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    }
    const auto mostFrequent = [&counts] {
        QRgb found = 0;
        int most = 0;
        for (const auto &[colour, count] : counts.asKeyValueRange()) {
            if (count > most) {
                most = count;
                found = colour;
            }
        }
        counts.remove(found);
        return QColor(found);
    };
    const QColor ground = mostFrequent();
    return {ground, mostFrequent()};
}

void addRows(const QAbstractItemModel *model, const QModelIndex &parent, QModelIndexList &rows)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        rows.append(index);
        addRows(model, index, rows);
    }
}

} // namespace

/// What lists say can be read in every state, chosen or not: measured where it is painted.
class TestContrast : public Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rowsCanBeRead_data();
    void rowsCanBeRead();
    void statesCanBeReadOnEveryDesktop_data();
    void statesCanBeReadOnEveryDesktop();
    void selectionsBecomeReadable_data();
    void selectionsBecomeReadable();
    void emptyFieldsBecomeReadable_data();
    void emptyFieldsBecomeReadable();
    void theButtonOfMoreChipsCanBeSeen_data();
    void theButtonOfMoreChipsCanBeSeen();

private:
    QTreeView *list(const QString &name) const
    {
        for (QTreeView *view : m_window->findChildren<QTreeView *>()) {
            if (view->accessibleName() == name)
                return view;
        }
        return nullptr;
    }

    QPalette m_light;
};

void TestContrast::initTestCase()
{
    m_light = QApplication::palette();
}

void TestContrast::rowsCanBeRead_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QString>("name");
    for (const bool isDark : {false, true}) {
        for (const char *name : {"Found addresses", "Workers", "Lanes", "Problems", "Log"})
            QTest::addRow("%s, %s", name, isDark ? "dark" : "light")
                << isDark << QString::fromLatin1(name);
    }
}

void TestContrast::rowsCanBeRead()
{
    QFETCH(const bool, isDark);
    QFETCH(const QString, name);
    QApplication::setPalette(isDark ? darkPalette() : m_light);
    running();
    m_window->resize(1400, 1000);
    QTRY_VERIFY(QApplication::activeWindow() == m_window.get());
    QTreeView *view = list(name);
    QVERIFY(view);
    for (QWidget *outer = view; outer; outer = outer->parentWidget()) {
        if (auto *dock = qobject_cast<QDockWidget *>(outer))
            dock->raise();
    }
    view->expandAll();
    // Thin strokes are mixed with their ground all over.
    QFont font = view->font();
    font.setPointSizeF(18);
    font.setBold(true);
    view->setFont(font);
    QTRY_VERIFY(view->isVisible() && view->model()->rowCount() > 0);
    QCoreApplication::processEvents();

    QModelIndexList rows;
    addRows(view->model(), {}, rows);
    int read = 0;
    for (const QModelIndex &row : rows) {
        for (const bool isChosen : {false, true}) {
            view->selectionModel()->clear();
            if (isChosen)
                view->selectionModel()->select(
                    row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                const QModelIndex cell = row.siblingAtColumn(column);
                // A bar's ground changes below its text.
                if (view->isColumnHidden(column) || cell.data().toString().isEmpty()
                    || cell.data(TreeModel::ProgressRole).isValid())
                    continue;
                view->scrollTo(cell);
                const Seen seen = seenIn(view, cell);
                const double found = contrast(seen.ground, seen.text);
                QVERIFY2(found >= 4.5,
                    qPrintable(
                        QStringLiteral("\"%1\"%2: %3 on %4 has a contrast of %5")
                            .arg(cell.data().toString(), isChosen ? u" chosen" : u"",
                                seen.text.name(), seen.ground.name(), QString::number(found))));
                ++read;
            }
        }
    }
    QVERIFY2(read >= 8, qPrintable(QString::number(read)));
}

void TestContrast::statesCanBeReadOnEveryDesktop_data()
{
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("alternate");
    QTest::addColumn<QColor>("window");
    const auto row = [](const char *name, const char *base, const char *alternate,
                         const char *window) {
        QTest::newRow(name) << QColor(base) << QColor(alternate) << QColor(window);
    };
    row("light", "#ffffff", "#f7f7f7", "#efefef");
    row("dark", "#1b1e20", "#232629", "#2a2e32");
    row("solarized", "#fdf6e3", "#eee8d5", "#eee8d5");
    row("solarized, dark", "#002b36", "#073642", "#073642");
    row("nord", "#3b4252", "#434c5e", "#2e3440");
    row("green", "#98bb88", "#8fb27f", "#7fa26f");
    row("grey", "#808080", "#888888", "#787878");
    row("grey that is called dark", "#777777", "#707070", "#777777");
    row("black", "#000000", "#000000", "#000000");
}

void TestContrast::statesCanBeReadOnEveryDesktop()
{
    QFETCH(const QColor, base);
    QFETCH(const QColor, alternate);
    QFETCH(const QColor, window);
    QPalette palette = m_light;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, alternate);
    palette.setColor(QPalette::Window, window);
    const auto least = [&](const QColor &colour) {
        return std::min(contrast(base, colour), contrast(alternate, colour));
    };
    // On greys half-way between black and white nothing has more than these.
    const double wanted = std::min(4.5, std::max(least(Qt::black), least(Qt::white)));
    const RowLook look(palette);
    for (int state = 0; state <= int(RecordState::Failed); ++state) {
        const QColor colour = look.colour(RecordState(state));
        QVERIFY2(least(colour) >= wanted,
            qPrintable(
                QStringLiteral("%1: %2 has a contrast of %3")
                    .arg(QString::number(state), colour.name(), QString::number(least(colour)))));
    }
    QCOMPARE(RowLook(m_light).colour(RecordState::Failed), QColor(0xb3, 0x26, 0x1e));
}

void TestContrast::selectionsBecomeReadable_data()
{
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<QColor>("text");
    QTest::newRow("Fusion") << QColor(48, 140, 198) << QColor(Qt::white);
    QTest::newRow("Breeze") << QColor(0x3d, 0xae, 0xe9) << QColor(Qt::white);
    QTest::newRow("Breeze with dark text") << QColor(0x3d, 0xae, 0xe9) << QColor(0x23, 0x26, 0x29);
    QTest::newRow("Adwaita") << QColor(0x35, 0x84, 0xe4) << QColor(Qt::white);
    QTest::newRow("dark on dark") << QColor(0x22, 0x33, 0x44) << QColor(0x11, 0x11, 0x11);
    QTest::newRow("the same") << QColor(Qt::gray) << QColor(Qt::gray);
    QTest::newRow("good as it is") << QColor(0x1d, 0x6f, 0xb8) << QColor(Qt::white);
}

void TestContrast::selectionsBecomeReadable()
{
    QFETCH(const QColor, ground);
    QFETCH(const QColor, text);
    QPalette palette = m_light;
    palette.setColor(QPalette::Highlight, ground);
    palette.setColor(QPalette::HighlightedText, text);
    const QPalette readable = readableColours(palette);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const QColor now = readable.color(group, QPalette::Highlight);
        QCOMPARE(now == ground, contrast(ground, text) >= 4.5);
        QVERIFY(contrast(now, readable.color(group, QPalette::HighlightedText)) >= 4.5);
    }
    // Once is enough.
    QCOMPARE(readableColours(readable), readable);
}

void TestContrast::emptyFieldsBecomeReadable_data()
{
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("words");
    QTest::newRow("Fusion") << QColor(Qt::white) << QColor(0, 0, 0, 128);
    QTest::newRow("Breeze, dark, with words for light")
        << QColor(0x1b, 0x1e, 0x20) << QColor(0, 0, 0, 128);
    QTest::newRow("Breeze, dark") << QColor(0x1b, 0x1e, 0x20) << QColor(0xa1, 0xa9, 0xb1);
    QTest::newRow("dark, faint") << QColor(0x23, 0x26, 0x29) << QColor(255, 255, 255, 70);
    QTest::newRow("nothing") << QColor(Qt::white) << QColor(Qt::transparent);
    QTest::newRow("good as it is") << QColor(Qt::white) << QColor(0, 0, 0, 160);
}

void TestContrast::emptyFieldsBecomeReadable()
{
    QFETCH(const QColor, base);
    QFETCH(const QColor, words);
    const auto seen = [&base](const QColor &colour) {
        QImage field(1, 1, QImage::Format_RGB32);
        field.fill(base);
        QPainter(&field).fillRect(field.rect(), colour);
        return field.pixelColor(0, 0);
    };
    QPalette palette = m_light;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::PlaceholderText, words);
    const QPalette readable = readableColours(palette);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const QColor now = readable.color(group, QPalette::PlaceholderText);
        QCOMPARE(now == words, contrast(base, seen(words)) >= 4.5);
        QVERIFY2(contrast(base, seen(now)) >= 4.5, qPrintable(now.name(QColor::HexArgb)));
    }
    QCOMPARE(readableColours(readable), readable);
}

void TestContrast::theButtonOfMoreChipsCanBeSeen_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestContrast::theButtonOfMoreChipsCanBeSeen()
{
    QFETCH(const bool, isDark);
    QApplication::setPalette(m_light);
    running();
    m_window->resize(700, 700);
    // It may come while the window is there.
    QApplication::setPalette(isDark ? darkPalette() : m_light);
    auto *more = m_window->findChild<FilterBar *>()->findChild<QToolButton *>(
        QStringLiteral("qt_toolbar_ext_button"));
    QTRY_VERIFY(more && more->isVisible());
    QCoreApplication::processEvents();
    const QImage image = more->grab().toImage();
    const QColor ground = image.pixelColor(1, 1);
    double most = 1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            most = std::max(most, contrast(ground, image.pixelColor(x, y)));
    }
    QVERIFY2(most >= 4.5, qPrintable(QStringLiteral("%1 on %2").arg(most).arg(ground.name())));
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
