// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a window: see audit.h.
#include "tests/ui/audit.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QFileDialog>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>

namespace gleaner
{

namespace
{

/// Keys, and who has them first.
class Keys
{
public:
    explicit Keys(QString where)
        : m_where(std::move(where))
    {
    }

    void add(const QString &text)
    {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (key.isEmpty())
            return;
        const QString letter = key.toString();
        const auto [known, isNew] = m_taken.tryInsert(letter, text);
        if (!isNew && *known != text)
            m_faults.append(
                QStringLiteral("%1: %2 is \"%3\" and \"%4\"").arg(m_where, letter, *known, text));
    }

    const QStringList &faults() const { return m_faults; }

private:
    class Taken : public QHash<QString, QString>
    {
    public:
        std::pair<iterator, bool> tryInsert(const QString &key, const QString &text)
        {
            const auto known = find(key);
            if (known != end())
                return {known, false};
            return {insert(key, text), true};
        }
    };

    QString m_where;
    Taken m_taken;
    QStringList m_faults;
};

QStringList ofActions(const QString &where, const QList<QAction *> &actions)
{
    Keys keys(where);
    for (const QAction *action : actions) {
        if (action->isVisible() && !action->isSeparator())
            keys.add(action->text());
    }
    return keys.faults();
}

QStringList ofVisible(const QWidget *window)
{
    Keys keys(QString::fromLatin1(window->metaObject()->className()));
    const auto all = window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || widget->window() != window)
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            keys.add(label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            keys.add(button->text());
        else if (const auto *group = qobject_cast<const QGroupBox *>(widget))
            keys.add(group->title());
        else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *action : bar->actions())
                keys.add(action->text());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                keys.add(tabs->tabText(tab));
        }
    }
    return keys.faults();
}

} // namespace

QStringList mnemonicsTwice(const QWidget *window)
{
    if (qobject_cast<const QFileDialog *>(window))
        return {};
    QStringList faults = ofVisible(window);
    const auto all = window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (const auto *menu = qobject_cast<const QMenu *>(widget))
            faults += ofActions(QStringLiteral("menu ") + menu->title(), menu->actions());
        else if (widget->contextMenuPolicy() == Qt::ActionsContextMenu)
            faults += ofActions(
                QStringLiteral("context menu of ") + widget->accessibleName(), widget->actions());
    }
    return faults;
}

} // namespace gleaner
