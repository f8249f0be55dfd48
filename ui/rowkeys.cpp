// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowkeys.h"

#include "ui/treemodel.h"

#include <QtEndian>

#include <array>

namespace gleaner
{

/// The first bytes as a number that is ordered as they are, so that few texts have to be read.
static qint64 beginningOf(QByteArrayView text)
{
    std::array<char, 8> bytes{};
    std::copy_n(text.begin(), qMin<qsizetype>(text.size(), 8), bytes.begin());
    return qint64(qFromBigEndian<quint64>(bytes.data()) >> 1);
}

RowKey RowKeys::key(NodeId node) const
{
    if (const QByteArrayView text = textOf(node); !text.isEmpty())
        return {beginningOf(text), node};
    return {m_tree->isFolder(node) ? numberOf(node) : numberOf(m_tree->recordOf(node)), node};
}

bool RowKeys::isLess(const RowKey &a, const RowKey &b) const
{
    const bool descends = m_sort.order == Qt::DescendingOrder;
    if (a.number != b.number)
        return descends ? a.number > b.number : a.number < b.number;
    const QByteArrayView textOfA = textOf(a.node);
    const QByteArrayView textOfB = textOf(b.node);
    if (const auto order = textOfA.compare(textOfB); order != 0)
        return descends ? order > 0 : order < 0;
    return a.node < b.node;
}

qint64 RowKeys::numberOf(NodeId folder) const
{
    const RecordTree::Sums &sums = m_tree->sums(folder);
    switch (m_sort.column) {
    case TreeModel::SizeColumn:
        return sums.bytes;
    case TreeModel::ProgressColumn:
        return sums.known - sums.ended;
    case TreeModel::StatusColumn:
        return sums.failed;
    default:
        return -1;
    }
}

qint64 RowKeys::numberOf(const Record &record) const
{
    const ActiveRows::Progress *active = m_active->find(record.id);
    switch (m_sort.column) {
    case TreeModel::StatusColumn:
        return qint64(record.state) << 32
            | qint64(record.state == RecordState::Skipped ? int(record.skip) : int(record.fail))
            << 16
            | record.status;
    case TreeModel::SizeColumn:
        return record.bytes;
    case TreeModel::ProgressColumn:
        return active ? active->received : -1;
    case TreeModel::SpeedColumn:
        return active ? active->bytesPerSecond : -1;
    case TreeModel::DepthColumn:
        return record.depth;
    case TreeModel::HttpColumn:
        return record.status;
    case TreeModel::TriesColumn:
        return record.tries;
    case TreeModel::DurationColumn:
        return qint64(record.seconds * 1000);
    case TreeModel::ChangeColumn:
        return qint64(record.change);
    default:
        return -1;
    }
}

QByteArrayView RowKeys::addressOf(NodeId node) const
{
    const QByteArrayView address = m_tree->recordOf(node).address.bytes();
    // Hosts before schemes: a site's two stand beside each other.
    const qsizetype colon = address.indexOf("://");
    return colon < 0 ? address : address.sliced(colon + 3);
}

QByteArrayView RowKeys::textOf(NodeId node) const
{
    const bool isFolder = m_tree->isFolder(node);
    switch (m_sort.column) {
    case RowSort::discovery:
        return {};
    case TreeModel::AddressColumn:
        return m_view == RowView::Sites && !m_tree->isSite(node) ? m_tree->name(node)
                                                                 : addressOf(node);
    case TreeModel::TypeColumn:
        return isFolder ? QByteArrayView() : QByteArrayView(m_tree->recordOf(node).type);
    case TreeModel::FoundOnColumn: {
        const RecordId page = isFolder ? noRecord : m_tree->recordOf(node).referrer;
        return page < m_tree->size() ? addressOf(m_tree->leafOf(page)) : QByteArrayView();
    }
    case TreeModel::PathColumn:
        // Nearly always what its address says, and unlike the path that is bytes.
        return isFolder || m_tree->recordOf(node).path.isEmpty() ? QByteArrayView()
                                                                 : addressOf(node);
    default:
        return {};
    }
}

} // namespace gleaner
