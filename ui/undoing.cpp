// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undoing.h"

#include "ui/session.h"

#include <QAction>
#include <QIcon>
#include <QUndoCommand>
#include <QUndoStack>

namespace gleaner
{

namespace
{

class Deed : public QUndoCommand
{
public:
    Deed(const QString &text, std::function<void()> act, std::function<void()> takeBack)
        : QUndoCommand(text)
        , m_act(std::move(act))
        , m_takeBack(std::move(takeBack))
    {
    }
    void redo() override { m_act(); }
    void undo() override { m_takeBack(); }

private:
    std::function<void()> m_act;
    std::function<void()> m_takeBack;
};

/// What is further back is forgotten.
constexpr int mostDeeds = 100;

} // namespace

Undoing::Undoing(QObject *parent)
    : QObject(parent)
    , m_undo(makeAction("edit-undo"))
    , m_redo(makeAction("edit-redo"))
{
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    connect(m_undo, &QAction::triggered, &m_group, &QUndoGroup::undo);
    connect(m_redo, &QAction::triggered, &m_group, &QUndoGroup::redo);
    const auto nameUndo = [this](const QString &deed) {
        m_undo->setText(deed.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(deed));
        m_undo->setEnabled(!deed.isEmpty());
        m_undo->setToolTip(deed.isEmpty() ? tr("Nothing was done that can be undone.")
                                          : tr("Take back what was done last"));
    };
    const auto nameRedo = [this](const QString &deed) {
        m_redo->setText(deed.isEmpty() ? tr("R&edo") : tr("R&edo: %1").arg(deed));
        m_redo->setEnabled(!deed.isEmpty());
        m_redo->setToolTip(deed.isEmpty() ? tr("Nothing was undone.")
                                          : tr("Do once more what was taken back last"));
    };
    connect(&m_group, &QUndoGroup::undoTextChanged, this, nameUndo);
    connect(&m_group, &QUndoGroup::redoTextChanged, this, nameRedo);
    nameUndo({});
    nameRedo({});
}

QAction *Undoing::makeAction(const char *icon)
{
    return new QAction(QIcon::fromTheme(QString::fromLatin1(icon)), {}, this);
}

void Undoing::act(const QString &text, std::function<void()> act, std::function<void()> takeBack)
{
    if (QUndoStack *stack = m_group.activeStack())
        stack->push(new Deed(text, std::move(act), std::move(takeBack)));
}

void Undoing::setSession(Session *session)
{
    if (!session) {
        m_group.setActiveStack(nullptr);
        return;
    }
    auto *stack = session->findChild<QUndoStack *>();
    if (!stack) {
        stack = new QUndoStack(session);
        stack->setUndoLimit(mostDeeds);
        m_group.addStack(stack);
    }
    m_group.setActiveStack(stack);
}

} // namespace gleaner
