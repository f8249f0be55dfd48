// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ticking.h"

#include <QIdentityProxyModel>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace gleaner
{

class Session;

/// The tree of what was found with a box before all that can be picked; a folder's box stands for
/// what is below it. The rows and their texts are the TreeModel's.
///
/// Window thread; follows its session, which outlives it or owns it. What is known already is
/// looked at in slices, between which the window has its turn.
class PickModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    explicit PickModel(Session *session, QObject *parent = nullptr);

    /// That session's own, made when it is asked for first: what is ticked stays while the session
    /// is there, whatever is shown.
    static PickModel *of(Session *session);

    const Picks &picks() const { return m_picks; }
    /// Has everything been looked at?
    bool isWhole() const;
    /// Is a wish to tick still being carried out? picksChanged() tells of its end.
    bool isBusy() const { return !m_wishes.empty(); }

    /// Ticks, or unticks, all that is meant: few at once, many in slices.
    void tickWhere(const Ticking::IsMeant &isMeant, bool isTicked);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Of any row; views paint anew.
    void picksChanged();

private:
    void look();
    void begin(const Ticking &wish);
    void tick();
    NodeId nodeOf(const QModelIndex &index) const;
    PickSums sumsOf(NodeId node) const;
    QVariant checkState(NodeId node) const;

    QPointer<Session> m_session;
    const RecordTree &m_tree;
    Picks m_picks;
    QTimer m_looking;
    std::deque<Ticking> m_wishes; ///< in their order
    QTimer m_ticking;
};

/// "12 files, 3.4 MiB, 2 of unknown size".
QString pickText(qint64 files, qint64 bytes, qint64 unknown);

} // namespace gleaner
