// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QDockWidget>
#include <QElapsedTimer>
#include <QPointer>

class QComboBox;
class QLineEdit;
class QTreeView;

namespace gleaner
{

class FileWriter;
class LogModel;
class MessageBar;
class Session;

/// What has happened lately, line by line: by level, to be searched and saved. Looks for news only
/// while it is seen, a few times a second, and stays where the person has scrolled to. Owned by the
/// window.
class LogDock : public QDockWidget
{
    Q_OBJECT

public:
    /// `window` is the dialogs' parent.
    LogDock(MessageBar *messages, QWidget *window);
    ~LogDock() override;

    /// Nothing for none.
    void setSession(Session *session);
    void refresh();

Q_SIGNALS:
    /// That row of the tree is to be shown.
    void recordChosen(gleaner::RecordId id);

private:
    void follow();
    void find(bool backwards);
    void copy();
    void save();

    LogModel *m_model;
    FileWriter *m_writer;
    QTreeView *m_view;
    QComboBox *m_level;
    QLineEdit *m_find;
    QPointer<Session> m_session;
    QElapsedTimer m_sinceFollowed;
    bool m_isSeen = false;
};

} // namespace gleaner
