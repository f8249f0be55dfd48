// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "ui/recordtree.h"
#include "ui/rowlook.h"

#include <QAbstractItemModel>
#include <QSet>

namespace gleaner
{

/// The live tree of everything found, for a QTreeView without a proxy.
///
/// Fed with batches: one insertion per parent and batch, always at the end, so that a row never
/// moves. Owned by its Session, window thread. It never resets, removes or sorts rows, and makes
/// text only for the rows that are asked for. A dataChanged for a row that the view has not laid
/// out costs the view a walk over all its rows, so it is emitted only below expanded rows (the
/// view reports them), and a batch that touches many folders asks for one repaint instead.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { AddressColumn, StatusColumn, SizeColumn, TypeColumn, FoundOnColumn, PathColumn };
    static constexpr int columns = PathColumn + 1;

    explicit TreeModel(ScopeKind scope, QObject *parent = nullptr);

    /// Takes a batch's new and changed records.
    void apply(const Batch &batch);
    void setExpanded(const QModelIndex &index, bool expanded);
    /// The rows that the view has reported as open, in no order.
    QModelIndexList expanded() const;
    /// How states look; the icons and colours change with the palette.
    void setLook(const RowLook &look);

    const RecordTree &tree() const { return m_tree; }
    bool isFolder(const QModelIndex &index) const;
    /// The record of a file's row; nothing for a folder's.
    const Record *recordAt(const QModelIndex &index) const;
    /// The address as text: a file's own, or a folder's.
    QString addressAt(const QModelIndex &index) const;
    /// Of a folder's row.
    const RecordTree::Sums &sumsAt(const QModelIndex &index) const
    {
        return m_tree.sums(nodeOf(index));
    }
    /// Relative to the download's directory; empty if nothing below was saved, now or earlier.
    QString pathAt(const QModelIndex &index) const;
    /// Where a row is saved, relative to the download's directory: its file, or for a folder the
    /// folder of its files; empty if nothing is.
    QString placeAt(const QModelIndex &index) const;
    /// Can a browser open it?
    bool isWebAt(const QModelIndex &index) const;
    /// Is there a saved file at, or below, this row? One of an earlier run counts.
    bool hasSaved(const QModelIndex &index) const;
    QModelIndex indexOf(RecordId id) const;
    /// Of the records at and below these rows, those that are meant, each once.
    using IsMeant = bool (*)(const Record &);
    std::vector<RecordId> recordsAt(const QModelIndexList &rows, IsMeant isMeant) const;
    /// How the rows have to say what is out of scope.
    void setScope(ScopeKind scope);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void multiData(const QModelIndex &index, QModelRoleDataSpan roles) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Rows changed that dataChanged does not name: the viewport is to be painted anew.
    void repaintNeeded();

private:
    struct Range {
        int first;
        int last;
    };

    NodeId nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(NodeId node, int column) const;
    bool isLaidOut(NodeId folder) const;
    void markChanged(NodeId node, QHash<NodeId, Range> &changed) const;
    void insertGrown();
    void nameSites(int first, int last);
    void announce(const QHash<NodeId, Range> &changed);

    QVariant folderData(NodeId node, int column, int role) const;
    QVariant recordData(NodeId node, int column, int role) const;
    QString nameText(NodeId node) const;
    QString folderStatus(const RecordTree::Sums &sums) const;
    QString recordText(NodeId node, int column) const;
    QString toolTip(NodeId node) const;

    RecordTree m_tree;
    RowLook m_look;
    QSet<NodeId> m_expanded;
    QStringList m_siteNames; ///< by row
    ScopeKind m_scope;
};

} // namespace gleaner
