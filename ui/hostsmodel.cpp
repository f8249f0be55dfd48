// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hostsmodel.h"

#include "ui/figures.h"
#include "ui/hosteffects.h"
#include "ui/plaintext.h"
#include "ui/session.h"

namespace gleaner
{

QString hostChoiceText(HostChoice choice)
{
    switch (choice) {
    case HostChoice::Crawl:
        return HostsModel::tr("Crawl");
    case HostChoice::RequisitesOnly:
        return HostsModel::tr("Requisites only");
    case HostChoice::Never:
        return HostsModel::tr("Never");
    }
    return {};
}

void HostsModel::setSession(const Session *session)
{
    beginResetModel();
    m_session = session;
    m_usual.reset();
    m_hosts.clear();
    m_rows.clear();
    m_sitesSeen = 0;
    endResetModel();
    refresh();
}

void HostsModel::refresh()
{
    if (!m_session)
        return;
    const RecordTree &tree = m_session->tree()->tree();
    const CrawlRules rules = rulesOf(m_session->job());
    const bool isOther = !m_usual || m_rules.hosts != rules.hosts || m_rules.scope != rules.scope;
    if (isOther) {
        m_rules = rules;
        CrawlJob job = jobAsItStands(*m_session);
        job.hosts.clear();
        // A host of which some folder is followed is one that is crawled.
        if (job.scope == ScopeKind::Folder)
            job.scope = ScopeKind::Host;
        m_usual = std::make_unique<Scope>(job);
    }
    addNewHosts();
    int first = rowCount();
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        Host &host = m_hosts[size_t(row)];
        RecordTree::Sums sums;
        for (const NodeId site : host.sites) {
            const RecordTree::Sums &more = tree.sums(site);
            sums.known += more.known;
            sums.ended += more.ended;
            sums.saved += more.saved;
            sums.unchanged += more.unchanged;
            sums.skipped += more.skipped;
            sums.failed += more.failed;
        }
        if (sums == host.sums && !isOther)
            continue;
        host.sums = sums;
        first = qMin(first, row);
        last = row;
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
}

void HostsModel::addNewHosts()
{
    const RecordTree &tree = m_session->tree()->tree();
    std::vector<Host> added;
    const int known = rowCount();
    for (; m_sitesSeen < tree.childCount(RecordTree::root); ++m_sitesSeen) {
        const NodeId site = tree.child(RecordTree::root, m_sitesSeen);
        const Address &address = tree.recordOf(site).address;
        if (!address.isWeb())
            continue;
        const QByteArray key = hostKeyOf(address);
        const auto row = m_rows.constFind(key);
        if (row == m_rows.cend()) {
            m_rows.insert(key, known + int(added.size()));
            added.push_back({key, {site}, {}});
        } else if (*row < known) {
            m_hosts[size_t(*row)].sites.push_back(site);
        } else {
            added[size_t(*row - known)].sites.push_back(site);
        }
    }
    if (added.empty())
        return;
    beginInsertRows({}, known, known + int(added.size()) - 1);
    m_hosts.insert(m_hosts.end(), added.begin(), added.end());
    endInsertRows();
}

std::optional<HostChoice> HostsModel::choiceAt(int row) const
{
    const auto choice = m_rules.hosts.constFind(host(row).key);
    return choice == m_rules.hosts.cend() ? std::nullopt : std::optional(*choice);
}

HostChoice HostsModel::usualAt(int row) const
{
    const RecordTree &tree = m_session->tree()->tree();
    for (const NodeId site : host(row).sites) {
        if (m_usual->covers(tree.recordOf(site).address))
            return HostChoice::Crawl;
    }
    return HostChoice::RequisitesOnly;
}

int HostsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hosts.size());
}

int HostsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

qint64 HostsModel::count(const Host &host, int column) const
{
    switch (column) {
    case KnownColumn:
        return host.sums.known;
    case SavedColumn:
        return host.sums.saved + host.sums.unchanged;
    case WaitingColumn:
        return host.sums.known - host.sums.ended;
    case SkippedColumn:
        return host.sums.skipped;
    case FailedColumn:
        return host.sums.failed;
    default:
        return 0;
    }
}

QString HostsModel::text(int row, int column) const
{
    if (column == HostColumn)
        return visibleText(QByteArrayView(host(row).key));
    if (column == ChoiceColumn) {
        const auto choice = choiceAt(row);
        return choice ? tr("%1, decided by you").arg(hostChoiceText(*choice))
                      : tr("%1, by the scope").arg(hostChoiceText(usualAt(row)));
    }
    const qint64 number = count(host(row), column);
    return number == 0 ? QString() : countText(number);
}

QVariant HostsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::AccessibleTextRole:
        return column == HostColumn
            ? tr("%1, %2").arg(text(index.row(), HostColumn), text(index.row(), ChoiceColumn))
            : text(index.row(), column);
    case Qt::TextAlignmentRole:
        return column >= KnownColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case sortRole:
        return column >= KnownColumn ? QVariant(count(host(index.row()), column))
                                     : QVariant(text(index.row(), column));
    default:
        return {};
    }
}

QVariant HostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= KnownColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HostColumn:
        return tr("Host");
    case ChoiceColumn:
        return tr("What is fetched");
    case KnownColumn:
        return tr("Known");
    case SavedColumn:
        return tr("Saved");
    case WaitingColumn:
        return tr("Waiting");
    case SkippedColumn:
        return tr("Skipped");
    case FailedColumn:
        return tr("Failed");
    default:
        return {};
    }
}

} // namespace gleaner
