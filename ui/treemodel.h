// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "ui/activerows.h"
#include "ui/arrangement.h"
#include "ui/recordtree.h"
#include "ui/rowlook.h"
#include "ui/rowsbuilder.h"
#include "ui/shownrows.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <array>
#include <memory>

namespace gleaner
{

/// Why rows stand elsewhere now.
enum class Rearranged : quint8 {
    Wanted, ///< a person asked for another arrangement
    Refreshed, ///< what had changed meanwhile was put where it belongs
};

/// The live tree of everything found, for a QTreeView without a proxy.
///
/// Fed with batches: one insertion per parent and batch, always at the end. Rows that stand
/// elsewhere, because of a filter, another view or an order, come all at once: they are arranged
/// beside those that are shown, a slice per turn of the event loop, and take their place by one
/// layoutChanged, so that nothing is ever reset. After that nothing moves by itself; what would
/// stand elsewhere by now waits for refresh(). It makes text only for the rows that are asked for.
/// A dataChanged for a row that the view has not laid out costs the view a walk over all its rows,
/// so it is emitted only below expanded rows (the view reports them), and a batch that touches
/// many folders asks for one repaint instead. Owned by its Session, window thread.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    // Remembered by name (treecolumns), so that their numbers may change.
    enum Column {
        AddressColumn,
        StatusColumn,
        ProgressColumn,
        SizeColumn,
        SpeedColumn,
        TypeColumn,
        FoundOnColumn,
        PathColumn,
        DepthColumn,
        HttpColumn,
        TriesColumn,
        DurationColumn,
        ChangeColumn,
    };
    static constexpr int columns = ChangeColumn + 1;
    /// Of the progress column: per mille, where a bar says more than its text.
    static constexpr int ProgressRole = Qt::UserRole;

    explicit TreeModel(ScopeKind scope, QObject *parent = nullptr);
    ~TreeModel() override;

    /// Takes a batch's new and changed records.
    void apply(const Batch &batch);
    void setExpanded(const QModelIndex &index, bool expanded);
    /// The rows that the view has reported as open, in this arrangement's view, in no order. Of a
    /// filtered tree others may be open.
    QModelIndexList expanded() const;
    /// How states look; the icons and colours change with the palette.
    void setLook(const RowLook &look);

    /// Asks for other rows; they are there when arranged() says so.
    void setArrangement(const Arrangement &arrangement);
    /// As it was asked for.
    const Arrangement &arrangement() const { return m_wanted; }
    /// Have rows come to stand where the arrangement would not put them?
    bool isStale() const { return m_isStale; }
    bool isArranging() const { return m_builder != nullptr; }
    /// Arranges anew what has changed, unless the last time took more than a tenth of the time
    /// since then.
    void refresh();
    /// No row may move now, unless a person asks for another arrangement.
    void hold(bool isHeld) { m_isHeld = isHeld; }
    /// There are more rows below it than are shown.
    bool hasMore(const QModelIndex &parent) const;
    void showMore(const QModelIndex &parent);

    const RecordTree &tree() const { return m_tree; }
    const ShownRows &rows() const { return m_rows; }
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
    /// Invalid if it is not shown.
    QModelIndex indexOf(RecordId id) const;
    NodeId nodeOf(const QModelIndex &index) const
    {
        return index.isValid() ? NodeId(index.internalId()) : RecordTree::root;
    }
    QModelIndex indexOfNode(NodeId node, int column = AddressColumn) const;
    /// Shows it if it is among the rows at all.
    QModelIndex reveal(RecordId id);
    /// Of the records at and below these rows, those that are meant and not filtered out, each
    /// once.
    using IsMeant = bool (*)(const Record &);
    std::vector<RecordId> recordsAt(const QModelIndexList &rows, IsMeant isMeant) const;
    /// How the rows have to say what is out of scope.
    void setScope(ScopeKind scope);
    /// And what has not ended.
    void setStanding(Standing standing);

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
    void aboutToRearrange();
    /// The rows stand where the arrangement puts them.
    void arranged(gleaner::Rearranged why);

private:
    struct Range {
        int first;
        int last;
    };
    using Changed = QHash<NodeId, Range>;

    bool isLaidOut(NodeId parent) const;
    void noteChanged(RecordId id);
    void markChanged(NodeId node, Changed &changed) const;
    void insertGrown();
    void nameSites();
    void sayAnew();
    void announce(const Changed &changed);
    QSet<NodeId> &expandedNodes() { return m_expanded[size_t(m_rows.view())][m_isFiltered]; }
    const QSet<NodeId> &expandedNodes() const
    {
        return m_expanded[size_t(m_rows.view())][m_isFiltered];
    }
    void beginArranging(Rearranged why);
    void arrange();
    void takeArranged();

    QVariant folderData(NodeId node, int column, int role) const;
    QVariant recordData(NodeId node, int column, int role) const;
    QVariant progressOf(NodeId node) const;
    QString nameText(NodeId node) const;
    QString folderStatus(const RecordTree::Sums &sums) const;
    QString folderText(NodeId node, int column) const;
    QString recordText(NodeId node, int column) const;
    QString stateOf(const Record &record) const;
    QString toolTip(NodeId node) const;

    RecordTree m_tree;
    ActiveRows m_active;
    Arrangement m_wanted;
    RowMatcher m_matcher;
    ShownRows m_rows{&m_tree, RowView::Sites};
    RowSort m_sort; ///< of the rows that are shown
    bool m_isFiltered = false; ///< those that are shown
    bool m_isStale = false;
    bool m_isHeld = false;
    std::unique_ptr<RowsBuilder> m_builder;
    Rearranged m_why = Rearranged::Wanted;
    QTimer m_slices;
    QElapsedTimer m_arrangingSince;
    QElapsedTimer m_arrangedSince;
    qint64 m_arrangingTook = 0; ///< ms
    RowLook m_look;
    mutable bool m_isCountedDown = false; ///< in a row that was painted
    QElapsedTimer m_countedSince;
    std::array<std::array<QSet<NodeId>, 2>, rowViews>
        m_expanded; ///< by view, without and with a filter
    QSet<QString> m_takenNames; ///< by sites
    QHash<NodeId, QString> m_siteNames;
    int m_namedSites = 0;
    ScopeKind m_scope;
    Standing m_standing = Standing::Goes;
};

} // namespace gleaner
