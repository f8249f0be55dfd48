// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <QPointer>

#include <vector>

class QAction;
class QMenuBar;

namespace gleaner
{

/// Keys by the name of their action.
using KeysByAction = QMap<QString, QKeySequence>;

/// The keys of the actions in the menus, as a person may change them. Known by an action's object
/// name, or else by the key it has by itself: both are the same in every language.
///
/// Where two actions of one list have the same key, it belongs to the first of them that can be
/// used; Qt would use neither. Owned by the window; made when the menus are filled.
class Shortcuts : public QObject
{
public:
    struct Entry {
        QString name;
        QString text; ///< as in the menu of an empty window, without marks
        QKeySequence keys; ///< by itself
        /// It holds in one part of the window only, and may be used in another as well.
        bool isLocal = false;
    };

    Shortcuts(QMenuBar *bar, QObject *parent);

    std::vector<Entry> entries() const;
    /// Those that are named; all others have their own.
    void apply(const KeysByAction &chosen);

private:
    struct Known {
        QPointer<QAction> action;
        QString name;
        QString text; ///< before it holds what changes all the time, such as a number
        QList<QKeySequence> keys; ///< by itself
        QList<QKeySequence> wanted; ///< by the person
    };
    void collect(const QList<QAction *> &actions);
    /// Is there an action before this one that has its key now?
    bool isTaken(const Known &known) const;
    void shareOut();

    std::vector<Known> m_known;
};

} // namespace gleaner
