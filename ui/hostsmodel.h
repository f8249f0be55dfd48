// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/scope.h"
#include "ui/recordtree.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>

namespace gleaner
{

class Session;

/// One row per host that was found: what is decided about it, by whom, and how many addresses it
/// has. Sums are those of the tree's sites, so nothing is kept per address.
///
/// Window thread. Rows are in the order in which hosts were found and never go; a proxy sorts.
/// refresh() looks at every host, some tens of microseconds for a thousand of them.
class HostsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        HostColumn,
        ChoiceColumn,
        KnownColumn,
        SavedColumn,
        WaitingColumn,
        SkippedColumn,
        FailedColumn
    };
    static constexpr int columns = FailedColumn + 1;
    /// What a column is sorted by: a number or a text.
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// Nothing for none. The session outlives the model's use of it.
    void setSession(const Session *session);
    void refresh();

    struct Host {
        QByteArray key; ///< hostKeyOf()
        std::vector<NodeId> sites; ///< of http and https, if both were found
        RecordTree::Sums sums;
    };
    const Host &host(int row) const { return m_hosts[size_t(row)]; }
    /// What a person has decided; nothing if the scope does.
    std::optional<HostChoice> choiceAt(int row) const;
    /// What the scope says where nobody has decided otherwise.
    HostChoice usualAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void addNewHosts();
    qint64 count(const Host &host, int column) const;
    QString text(int row, int column) const;

    const Session *m_session = nullptr;
    std::unique_ptr<Scope> m_usual; ///< as if nothing were decided
    CrawlRules m_rules; ///< for which m_usual was made
    std::vector<Host> m_hosts;
    QHash<QByteArray, int> m_rows; ///< by key
    int m_sitesSeen = 0;
};

/// "Crawl", "Requisites only", "Never".
QString hostChoiceText(HostChoice choice);

} // namespace gleaner
