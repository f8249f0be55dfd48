// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detailstext.h"

#include <QDockWidget>
#include <QPersistentModelIndex>
#include <QPointer>

class QTextBrowser;

namespace gleaner
{

class Session;

/// What is known of the row that was chosen last, in the tree or in the list of problems.
///
/// Made anew only while it can be seen, and only where it says something else; never under a
/// selection of the person's. Text of the network is put in as plain text. Owned by the window.
class DetailsDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit DetailsDock(QWidget *parent = nullptr);

    /// Nothing for none.
    void setSession(Session *session);
    /// A row of the session's tree.
    void showRow(const QModelIndex &row);
    void showRecord(RecordId id);
    void refresh();
    /// What stands there.
    QString text() const;

Q_SIGNALS:
    /// A page of the chain was chosen.
    void recordChosen(gleaner::RecordId id);

private:
    Details current() const;
    void take(RecordId id, const std::optional<RecentAnswer> &answer);
    bool hasNews();
    void ask();
    void show();
    void write(const Details &details);

    QTextBrowser *m_text;
    bool m_isSeen = false;
    QPointer<Session> m_session;
    QPersistentModelIndex m_folder; ///< shown, if no record is
    QPersistentModelIndex m_chosen; ///< in the tree
    RecordId m_record = noRecord;
    std::optional<RecentAnswer> m_answer;
    /// What of it changes, as it was when this was last looked at.
    struct Seen {
        RecordState state = RecordState::Waiting;
        quint16 tries = 0;
        qint64 retryAt = 0;
        qint64 bytes = -1;
        QString path;
        RecordTree::Sums sums;
        bool operator==(const Seen &) const = default;
    };
    std::optional<Seen> m_seen;
    Details m_shown;
};

} // namespace gleaner
