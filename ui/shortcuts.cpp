// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace gleaner
{

static bool isLocal(const QAction *action)
{
    return action->shortcutContext() != Qt::WindowShortcut;
}

/// The same keyboard focus would mean both.
static bool areInOneList(const QAction *one, const QAction *other)
{
    if (!isLocal(one) || !isLocal(other))
        return false;
    const QList<QObject *> places = one->associatedObjects();
    return std::ranges::any_of(other->associatedObjects(), [&places](QObject *place) {
        return !qobject_cast<QMenu *>(place) && places.contains(place);
    });
}

Shortcuts::Shortcuts(QMenuBar *bar, QObject *parent)
    : QObject(parent)
{
    for (const QAction *menu : bar->actions()) {
        if (menu->menu())
            collect(menu->menu()->actions());
    }
}

void Shortcuts::collect(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action->menu()) {
            collect(action->menu()->actions());
            continue;
        }
        QString text = action->text().isEmpty() ? action->iconText() : action->text();
        text.remove(u'&').remove(u'…');
        const QString name = action->objectName().isEmpty()
            ? action->shortcut().toString(QKeySequence::PortableText)
            : action->objectName();
        if (!name.isEmpty())
            m_known.push_back({action, name, text, action->shortcuts(), action->shortcuts()});
        if (isLocal(action))
            connect(action, &QAction::enabledChanged, this, &Shortcuts::shareOut);
    }
}

std::vector<Shortcuts::Entry> Shortcuts::entries() const
{
    std::vector<Entry> entries;
    for (const Known &known : m_known) {
        if (!known.action)
            continue;
        entries.push_back({known.name, known.text, known.keys.value(0), isLocal(known.action)});
    }
    return entries;
}

void Shortcuts::apply(const KeysByAction &chosen)
{
    for (Known &known : m_known) {
        const auto keys = chosen.constFind(known.name);
        known.wanted = keys == chosen.constEnd() ? known.keys : QList<QKeySequence>{*keys};
    }
    for (const Known &known : m_known) {
        if (known.action && !isLocal(known.action))
            known.action->setShortcuts(known.wanted);
    }
    shareOut();
}

bool Shortcuts::isTaken(const Known &known) const
{
    for (const Known &other : m_known) {
        if (&other == &known)
            return false;
        const bool isSame = other.action && other.action->isEnabled() && !known.wanted.isEmpty()
            && other.wanted == known.wanted && areInOneList(other.action, known.action);
        if (isSame)
            return true;
    }
    return false;
}

void Shortcuts::shareOut()
{
    for (const Known &known : m_known) {
        if (known.action && isLocal(known.action))
            known.action->setShortcuts(isTaken(known) ? QList<QKeySequence>() : known.wanted);
    }
}

} // namespace gleaner
