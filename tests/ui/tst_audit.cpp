// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit.h"
#include "tests/ui/stage.h"
#include "ui/messagebar.h"
#include "ui/translations.h"
#include "ui/treeview.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>

using namespace gleaner;

namespace
{

/// How a person has set up the desktop.
struct Look {
    const char *name;
    const char *language;
    QSize size; ///< of the window; an invalid one is its own
    double letters = 1; ///< larger by so much
    bool isDark = false;
};

constexpr QSize usual(1000, 700);
/// The smallest screen there is; one of 1280x960 at 200 % has as much room.
constexpr QSize small(640, 480);
/// Twice that, for letters twice as large.
constexpr QSize smallDoubled(1280, 960);

const Look looks[] = {
    {"English, as it opens", "en", {}},
    {"English, as it opens, dark", "en", {}, 1, true},
    {"English", "en", usual},
    {"English, dark", "en", usual, 1, true},
    {"English, small", "en", small},
    {"German", "de", usual},
    {"German, small", "de", small},
    {"German, large letters", "de", smallDoubled, 2},
    {"long words", "eo", small},
    {"long words, large letters", "eo", smallDoubled, 2},
    {"from right to left", "ar", small},
};

/// The widgets that the headers of ui declare.
QStringList declaredWidgets()
{
    static const QRegularExpression declared(
        QStringLiteral("^class (\\w+) : public (Q(?:\\w*Widget|Dialog|Frame|MainWindow|TreeView|"
                       "ListView|TableView|Label|ToolBar|StatusBar|GroupBox|SpinBox|ComboBox|"
                       "LineEdit|Menu))\\b"),
        QRegularExpression::MultilineOption);
    QStringList names;
    const QDir folder(QStringLiteral(GLEANER_SOURCES "/ui"));
    const QStringList headers = folder.entryList({QStringLiteral("*.h")});
    for (const QString &name : headers) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto matches = declared.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            names.append(QStringLiteral("gleaner::") + matches.next().captured(1));
    }
    return names;
}

} // namespace

/// Every face of the window, in every look: can it be used by the keyboard, by ear and by eye?
class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFaceCanBeUsedByEverybody_data();
    void everyFaceCanBeUsedByEverybody();
    void everyWidgetHasBeenSeen();
    void tabGoesFromTheFormToThePanels();

private:
    void note(const QWidget *window);

    QFont m_font;
    QPalette m_palette;
    QSet<QString> m_seen; ///< classes of widgets
};

void TestAudit::initTestCase()
{
    m_font = QApplication::font();
    m_palette = QApplication::palette();
}

void TestAudit::everyFaceCanBeUsedByEverybody_data()
{
    QTest::addColumn<Look>("look");
    QTest::addColumn<Face>("face");
    const QList<Face> faces = allFaces();
    // For pictures of some of them only.
    const QByteArray wanted = qgetenv("GLEANER_LOOKS");
    for (const Look &look : looks) {
        if (!QByteArrayView(look.name).startsWith(wanted))
            continue;
        for (const Face &face : faces)
            QTest::addRow("%s: %s", look.name, face.name.constData()) << look << face;
    }
}

void TestAudit::everyFaceCanBeUsedByEverybody()
{
    QFETCH(const Look, look);
    QFETCH(const Face, face);
    const Translations words({QString::fromLatin1(look.language)});
    QCOMPARE(words.language(), QLatin1String(look.language));
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * look.letters);
    QApplication::setFont(font);
    QApplication::setPalette(look.isDark ? darkPalette() : m_palette);

    Stage stage;
    face.open(stage);
    if (QTest::currentTestFailed())
        return;
    const QSize size = look.size.isValid() ? look.size : stage.window()->size();
    stage.window()->resize(size);
    QTRY_VERIFY(QApplication::activeWindow() == stage.front());
    QCOMPARE(stage.window()->size(), size);
    // On a screen of that size a dialog would be no larger.
    stage.front()->resize(stage.front()->size().boundedTo(size));
    QVERIFY2(stage.front()->width() <= size.width() && stage.front()->height() <= size.height(),
        qPrintable(QStringLiteral("it needs %1x%2")
                       .arg(stage.front()->width())
                       .arg(stage.front()->height())));
    // The layout is made from posted events.
    QCoreApplication::processEvents();
    note(stage.front());
    if (const QString folder = qEnvironmentVariable("GLEANER_PICTURES"); !folder.isEmpty()) {
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        QTest::qWait(50); // nothing blinks, nothing is half drawn
        QVERIFY(stage.front()->grab().save(QStringLiteral("%1/%2.png").arg(folder, name)));
    }

    QWidget *front = stage.front();
    QStringList faults;
    const auto isWellNow = [&faults, front] {
        faults = namelessControls(front) + clippedTexts(front) + faintTexts(front)
            + mnemonicsTwice(front);
        return faults.isEmpty();
    };
    // Some layouts are made from posted events, one after the other.
    [[maybe_unused]] const bool isWell = QTest::qWaitFor(isWellNow, 1000);
    faults += unreachedByTab(front);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestAudit::note(const QWidget *window)
{
    const auto all = window->findChildren<QWidget *>() << const_cast<QWidget *>(window);
    for (const QWidget *widget : all) {
        if (widget->isVisible())
            m_seen.insert(QString::fromLatin1(widget->metaObject()->className()));
    }
}

void TestAudit::everyWidgetHasBeenSeen()
{
    const QStringList declared = declaredWidgets();
    QVERIFY(declared.size() > 10);
    QStringList unseen;
    for (const QString &name : declared) {
        // A menu has its words and keys looked at without being opened.
        if (!m_seen.contains(name) && !name.endsWith(QLatin1String("Menu")))
            unseen.append(name);
    }
    QVERIFY2(unseen.isEmpty(),
        qPrintable(QStringLiteral("tests/ui/faces.cpp opens nothing with ")
            + unseen.join(QStringLiteral(", "))));
}

void TestAudit::tabGoesFromTheFormToThePanels()
{
    Stage stage;
    stage.finished(true);
    MainWindow *window = stage.window();
    QTRY_VERIFY(QApplication::activeWindow() == window);
    const JobForm *form = window->findChild<JobForm *>();
    window->findChild<JobForm *>()->focusAddress();
    const QList<QWidget *> order = tabOrder(window);
    const auto placeOf = [&order](const auto &isIt) {
        return std::ranges::find_if(order, isIt) - order.begin();
    };
    const auto named = [&placeOf](const QString &name) {
        return placeOf([&name](const QWidget *widget) {
            const QString text = widget->property("text").toString().remove(QLatin1Char('&'));
            return widget->accessibleName() == name || text == name;
        });
    };
    QList<qsizetype> places{named(QStringLiteral("Address")), named(QStringLiteral("Workers")),
        named(QStringLiteral("Start")), named(QStringLiteral("Options…"))};
    const auto *messages = window->findChild<MessageBar *>();
    places << placeOf([=](const QWidget *widget) { return messages->isAncestorOf(widget); });
    places << placeOf(
        [](const QWidget *widget) { return qobject_cast<const TreeView *>(widget) != nullptr; });
    places << placeOf([=](const QWidget *widget) {
        while (widget && !qobject_cast<const QDockWidget *>(widget))
            widget = widget->parentWidget();
        return widget != nullptr;
    });
    QCOMPARE(places.front(), 0);
    QVERIFY(form->isAncestorOf(order.front()));
    QStringList names;
    for (const QWidget *widget : order)
        names << widget->accessibleName() + widget->property("text").toString();
    for (qsizetype i = 1; i < places.size(); ++i)
        QVERIFY2(places[i - 1] < places[i] && places[i] < order.size(),
            qPrintable(names.join(QStringLiteral(", "))));
}

QTEST_MAIN(TestAudit)
#include "tst_audit.moc"
