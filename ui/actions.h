// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QAction>

namespace gleaner
{

/// A control that cannot be used says why where a person points at it.
template <typename Control>
void allow(Control *control, const QString &what, const QString &whyNot)
{
    control->setEnabled(whyNot.isEmpty());
    control->setToolTip(whyNot.isEmpty() ? what : whyNot);
}

/// With the theme's icon of that name.
QAction *makeAction(
    QObject *owner, const QString &text, const char *icon, const QKeySequence &keys = {});

/// Everything a person can do, once: menus, buttons and context menus share these. Owned by the
/// window; what they do is connected there.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    /// Which of the three that drive a download can be used. Nothing: there is no download yet.
    void setState(std::optional<SessionState> state);
    /// Which of those on a row can be used.
    void setRow(bool exists, bool isFolder, bool isSaved);

    QAction *const start; ///< what the form asks for
    QAction *const pause;
    QAction *const resume; ///< or continue, or begin before its turn
    QAction *const stop;
    QAction *const options; ///< of the next download
    QAction *const moreWorkers; ///< one, of the download that is shown or the next one
    QAction *const fewerWorkers;
    QAction *const tryAgain; ///< the same as resume, after a fault of the disk
    QAction *const goOn; ///< the same, as an answer to the question at many files
    QAction *const stopHere; ///< the other answer
    QAction *const retry; ///< what has failed in the chosen rows
    QAction *const retryFailed;
    QAction *const skip; ///< what waits in the chosen rows
    QAction *const skipBranch;
    QAction *const setAside; ///< the menu of what there is no end of
    QAction *const fetchAside; ///< one group of it, which the message bar names
    QAction *const removeDownload; ///< from the list; its files stay
    QAction *const changeRules; ///< what is wanted, of the download that is shown
    QAction *const continueLatest; ///< the download that is offered at the start
    QAction *const notNow; ///< no answer to that
    QAction *const open;
    QAction *const showInFolder;
    QAction *const copyAddress;
    QAction *const openFolder; ///< the download's own
    QAction *const exportDownload;
    QAction *const focusAddress;
    QAction *const expandAll;
    QAction *const collapseAll;
    QAction *const about;
    QAction *const quit;

private:
    QAction *make(const QString &text, const char *icon, const QKeySequence &keys = {})
    {
        return makeAction(this, text, icon, keys);
    }
};

} // namespace gleaner
