// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/problemtexts.h"
#include "ui/recordtree.h"
#include "ui/rowlook.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace gleaner
{

/// What has failed or will be tried again, grouped by its reason.
///
/// Fed with batches after the tree was: it keeps numbers only, of those that are a problem now, and
/// asks the tree for the rest. A group shows its first rows only, so that no batch, however many
/// fail in it, makes a view walk through hundreds of thousands of them; all of them count, are
/// retried, copied and exported. Owned by its Session, window thread.
class ProblemsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { ProblemColumn, CountColumn, StatusColumn, FoundOnColumn };
    static constexpr int columns = FoundOnColumn + 1;
    static constexpr size_t mostShown = 2000; ///< rows of a group

    /// The tree outlives it.
    explicit ProblemsModel(const RecordTree &tree, QObject *parent = nullptr);

    /// Takes a batch that the tree has taken already.
    void apply(const Batch &batch);
    void setLook(const RowLook &look);
    /// How the rows have to say what has not ended.
    void setStanding(Standing standing);
    /// The groups with most rows first, then by their words. Batches change no order: a group
    /// comes in at the end, and nothing moves before this is called.
    void sortGroups();

    /// All of them, shown or not.
    qint64 count() const { return m_kindOf.size(); }
    /// A record's number; noRecord for a group.
    RecordId recordAt(const QModelIndex &index) const;
    /// The records of these rows, a group's all, each once.
    std::vector<RecordId> recordsAt(const QModelIndexList &rows) const;
    std::vector<RecordId> all() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void countChanged();

private:
    struct Group {
        ProblemKind kind;
        std::vector<RecordId> shown;
        std::deque<RecordId> hidden; ///< shown when there is room
        size_t size() const { return shown.size() + hidden.size(); }
    };
    /// What a batch does to one group.
    struct News {
        QSet<RecordId> gone;
        QSet<RecordId> changed;
        std::vector<RecordId> added;
    };

    static quint32 keyOf(const ProblemKind &kind);
    void note(const Record &record, std::map<quint32, News> &news);
    void addGroups(const std::map<quint32, News> &news);
    static bool comesFirst(
        size_t size, const ProblemKind &kind, size_t otherSize, const ProblemKind &otherKind);
    void takeOut(int row, const QSet<RecordId> &gone);
    void putIn(int row, const std::vector<RecordId> &added);
    void announce(int row, const QSet<RecordId> &changed);
    int rowOf(quint32 key) const;
    const Group *groupAt(const QModelIndex &index) const;
    QString groupText(const Group &group, int column) const;
    QString recordText(const Record &record, int column) const;

    const RecordTree &m_tree;
    RowLook m_look;
    Standing m_standing = Standing::Goes;
    std::vector<std::unique_ptr<Group>> m_groups;
    QHash<RecordId, quint32> m_kindOf; ///< the keys of all that are a problem now
};

} // namespace gleaner
