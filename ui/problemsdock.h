// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QDockWidget>
#include <QPointer>

class QPushButton;
class QTreeView;

namespace gleaner
{

class FileWriter;
class MessageBar;
class Session;

/// What has failed or will be tried again, by reason, with what can be done about it. Its title
/// says how many there are. Owned by the window.
class ProblemsDock : public QDockWidget
{
    Q_OBJECT

public:
    /// `window` is the dialogs' parent.
    ProblemsDock(MessageBar *messages, QWidget *window);

    /// Nothing for none.
    void setSession(Session *session);
    /// Why nothing can be tried again now; empty if it can.
    void setWhyNotRetry(const QString &whyNot);

Q_SIGNALS:
    /// That row of the tree is to be shown.
    void recordChosen(gleaner::RecordId id);
    /// It is looked at.
    void recordPointedAt(gleaner::RecordId id);
    void retryWanted(const std::vector<gleaner::RecordId> &those);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCount();
    void showButtons();
    /// The chosen rows', or all.
    std::vector<RecordId> meant() const;
    std::vector<RecordId> retriable() const;
    void retry();
    void copy();
    void save();
    void activate(const QModelIndex &index);

    MessageBar *m_messages;
    FileWriter *m_writer;
    QTreeView *m_view;
    QPushButton *m_retry;
    QPushButton *m_copy;
    QPushButton *m_export;
    QPointer<Session> m_session;
    QString m_whyNot;
    QByteArray m_columns; ///< their widths, between two models
};

} // namespace gleaner
