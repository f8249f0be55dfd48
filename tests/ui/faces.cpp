// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage.h"
#include "ui/fold.h"
#include "ui/intake.h"
#include "ui/jobtabs.h"
#include "ui/nomatch.h"
#include "ui/signin.h"
#include "ui/statusline.h"
#include "ui/viewactions.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

namespace gleaner
{

namespace
{

/// Where an action stands in the menus: words differ, places do not.
using Place = QList<int>;

QAction *actionAt(QWidget *menu, const Place &place)
{
    QAction *action = nullptr;
    for (const int at : place) {
        action = menu->actions().value(at);
        menu = action->menu();
    }
    return action;
}

void findDialogs(QWidget *menu, const Place &place, QList<std::pair<Place, QByteArray>> &found)
{
    const QList<QAction *> actions = menu->actions();
    for (int at = 0; at < actions.size(); ++at) {
        const QAction *action = actions[at];
        if (action->menu())
            findDialogs(action->menu(), place + Place{at}, found);
        else if (action->isEnabled() && action->isVisible()
            && action->text().endsWith(QChar(0x2026)))
            found.append({place + Place{at}, action->text().remove(QLatin1Char('&')).toUtf8()});
    }
}

/// What the menus offer with three dots asks something first.
void addDialogs(QList<Face> &faces, const std::function<void(Stage &)> &prepare)
{
    Stage stage;
    prepare(stage);
    QList<std::pair<Place, QByteArray>> found;
    findDialogs(stage.window()->menuBar(), {}, found);
    for (const auto &[place, name] : found) {
        const auto isThere = [&name = name](const Face &face) { return face.name == name; };
        if (std::ranges::any_of(faces, isThere))
            continue;
        faces.append({name, [prepare, place = place](Stage &stage) {
                          prepare(stage);
                          // For what pastes.
                          QGuiApplication::clipboard()->setText(
                              QStringLiteral("https://example.org/"));
                          actionAt(stage.window()->menuBar(), place)->trigger();
                          QTRY_VERIFY(stage.front() != stage.window());
                      }});
    }
}

void addPanels(QList<Face> &faces)
{
    Stage stage;
    stage.running();
    const auto docks = stage.window()->findChildren<QDockWidget *>();
    for (const QDockWidget *dock : docks) {
        const QString name = dock->objectName();
        faces.append({"panel " + name.toUtf8(), [name](Stage &stage) {
                          stage.running();
                          auto *dock = stage.window()->findChild<QDockWidget *>(name);
                          dock->show();
                          dock->raise();
                      }});
    }
}

} // namespace

QList<Face> allFaces()
{
    QList<Face> faces{
        {"empty", [](Stage &stage) { stage.empty(); }},
        {"no address",
            [](Stage &stage) {
                stage.empty();
                Q_EMIT stage.window()->findChild<JobForm *>()->submitted();
            }},
        {"failed start", [](Stage &stage) { stage.failedStart(); }},
        {"running", [](Stage &stage) { stage.running(); }},
        {"paused", [](Stage &stage) { stage.running(CrawlPhase::Paused); }},
        {"stopping", [](Stage &stage) { stage.running(CrawlPhase::Stopping); }},
        {"stopped", [](Stage &stage) { stage.running(CrawlPhase::Stopped); }},
        {"finished with failures", [](Stage &stage) { stage.finished(true); }},
        {"finished", [](Stage &stage) { stage.finished(false); }},
        {"disk full", [](Stage &stage) { stage.diskFull(); }},
        {"asking", [](Stage &stage) { stage.asking(); }},
        {"set aside", [](Stage &stage) { stage.setAside(); }},
        {"several downloads", [](Stage &stage) { stage.severalDownloads(); }},
        {"earlier download", [](Stage &stage) { stage.earlierDownload(); }},
        {"all options of a new download",
            [](Stage &stage) {
                stage.empty();
                stage.window()->findChild<Intake *>()->newDownload()->trigger();
                QTRY_VERIFY(stage.front() != stage.window());
                // It grows with its fold; not where a window manager only now says how large it is.
                QVERIFY(QTest::qWaitForWindowActive(stage.front()));
                auto *fold = stage.front()->findChild<Fold *>();
                fold->findChild<QAbstractButton *>()->click();
                auto *tabs = stage.front()->findChild<JobTabs *>();
                tabs->setCurrentIndex(tabs->count() - 1);
            }},
        {"closing",
            [](Stage &stage) {
                stage.running();
                stage.window()->close();
            }},
        {"closing several",
            [](Stage &stage) {
                stage.severalDownloads();
                stage.window()->close();
            }},
        {"no match",
            [](Stage &stage) {
                stage.running();
                stage.window()->findChild<ViewActions *>()->setPattern(
                    QStringLiteral("nothing has this in its address"), PatternKind::Text);
                QTRY_VERIFY(stage.window()->findChild<NoMatch *>()->isVisible());
            }},
        {"scanned", [](Stage &stage) { stage.scanned(); }},
        {"sign in",
            [](Stage &stage) {
                stage.refused();
                stage.window()->findChild<SignIn *>()->action()->trigger();
                QTRY_VERIFY(stage.front() != stage.window());
            }},
        {"statistics",
            [](Stage &stage) {
                stage.running();
                stage.window()->findChild<StatusLine *>()->statistics()->trigger();
                QTRY_VERIFY(stage.front() != stage.window());
            }},
        {"about",
            [](Stage &stage) {
                stage.empty();
                stage.window()->menuBar()->actions().last()->menu()->actions().last()->trigger();
            }},
    };
    addPanels(faces);
    addDialogs(faces, [](Stage &stage) {
        stage.running();
        stage.chooseRow();
    });
    addDialogs(faces, [](Stage &stage) {
        stage.finished(true);
        stage.chooseRow();
    });
    return faces;
}

} // namespace gleaner
