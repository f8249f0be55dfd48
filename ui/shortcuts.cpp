// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace gleaner
{

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
        const QString name = action->objectName().isEmpty()
            ? action->shortcut().toString(QKeySequence::PortableText)
            : action->objectName();
        if (!name.isEmpty())
            m_known.push_back({action, name, action->shortcuts()});
    }
}

std::vector<Shortcuts::Entry> Shortcuts::entries() const
{
    std::vector<Entry> entries;
    for (const Known &known : m_known) {
        if (!known.action)
            continue;
        QString text = known.action->text();
        entries.push_back({known.name, text.remove(u'&').remove(u'…'), known.keys.value(0),
            known.action->shortcutContext() != Qt::WindowShortcut});
    }
    return entries;
}

void Shortcuts::apply(const KeysByAction &chosen)
{
    for (const Known &known : m_known) {
        if (!known.action)
            continue;
        if (const auto keys = chosen.constFind(known.name); keys != chosen.constEnd())
            known.action->setShortcuts({*keys});
        else
            known.action->setShortcuts(known.keys);
    }
}

} // namespace gleaner
