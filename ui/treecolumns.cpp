// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/treecolumns.h"

#include "ui/treemodel.h"

#include <algorithm>
#include <array>

namespace gleaner
{

static constexpr Qt::Alignment leading = Qt::AlignLeading | Qt::AlignVCenter;
static constexpr Qt::Alignment trailing = Qt::AlignTrailing | Qt::AlignVCenter;

const TreeColumn &treeColumn(int column)
{
    using enum Qt::SortOrder;
    static const std::array<TreeColumn, TreeModel::columns> all{{
        {"address", 52, true, leading, AscendingOrder},
        {"status", 44, true, leading, AscendingOrder},
        {"progress", 22, true, leading, AscendingOrder},
        {"size", 12, true, trailing, DescendingOrder},
        {"speed", 12, false, trailing, DescendingOrder},
        {"type", 16, false, leading, AscendingOrder},
        {"found_on", 32, true, leading, AscendingOrder},
        {"saved_as", 40, false, leading, AscendingOrder},
        {"depth", 8, false, trailing, AscendingOrder},
        {"http", 8, false, trailing, DescendingOrder},
        {"attempts", 8, false, trailing, DescendingOrder},
        {"duration", 10, false, trailing, DescendingOrder},
        {"change", 16, false, leading, DescendingOrder},
    }};
    return all[size_t(column)];
}

QString treeColumnText(int column)
{
    switch (column) {
    case TreeModel::AddressColumn:
        return TreeModel::tr("Address");
    case TreeModel::StatusColumn:
        return TreeModel::tr("Status");
    case TreeModel::ProgressColumn:
        return TreeModel::tr("Progress");
    case TreeModel::SizeColumn:
        return TreeModel::tr("Size");
    case TreeModel::SpeedColumn:
        return TreeModel::tr("Speed");
    case TreeModel::TypeColumn:
        return TreeModel::tr("Type");
    case TreeModel::FoundOnColumn:
        return TreeModel::tr("Found on");
    case TreeModel::PathColumn:
        return TreeModel::tr("Saved as");
    case TreeModel::DepthColumn:
        return TreeModel::tr("Depth");
    case TreeModel::HttpColumn:
        return TreeModel::tr("HTTP");
    case TreeModel::TriesColumn:
        return TreeModel::tr("Tries");
    case TreeModel::DurationColumn:
        return TreeModel::tr("Duration");
    case TreeModel::ChangeColumn:
        return TreeModel::tr("Last change");
    }
    return {};
}

ColumnLayout ColumnLayout::standard(int letterWidth)
{
    ColumnLayout layout;
    for (int column = 0; column < TreeModel::columns; ++column)
        layout.places.append(
            {column, treeColumn(column).letters * letterWidth, treeColumn(column).isShown});
    return layout;
}

static const QString version = QStringLiteral("1");

static QString nameOf(int column)
{
    return column == RowSort::discovery ? QStringLiteral("-")
                                        : QString::fromLatin1(treeColumn(column).name);
}

static std::optional<int> columnOf(const QString &name)
{
    for (int column = RowSort::discovery; column < TreeModel::columns; ++column) {
        if (name == nameOf(column))
            return column;
    }
    return {};
}

QStringList writtenLayout(const ColumnLayout &layout)
{
    QStringList words{version,
        QStringLiteral("%1:%2").arg(
            nameOf(layout.sort.column), QString::number(int(layout.sort.order)))};
    for (const ColumnLayout::Place &place : layout.places)
        words << QStringLiteral("%1:%2:%3")
                     .arg(nameOf(place.column), QString::number(place.width),
                         QString::number(int(place.isShown)));
    return words;
}

static std::optional<ColumnLayout::Place> readPlace(const QString &word)
{
    constexpr int widest = 10'000;
    const QStringList parts = word.split(u':');
    if (parts.size() != 3)
        return {};
    const std::optional<int> column = columnOf(parts[0]);
    bool isNumber = false;
    const int width = parts[1].toInt(&isNumber);
    if (!isNumber || width < 0 || width > widest || (parts[2] != u'0' && parts[2] != u'1'))
        return {};
    // One that a later version had is none of ours, and no damage.
    return ColumnLayout::Place{column.value_or(RowSort::discovery), width, parts[2] == u'1'};
}

std::optional<ColumnLayout> readLayout(const QStringList &written, int letterWidth)
{
    if (written.size() < 2 || written[0] != version)
        return {};
    const QStringList sort = written[1].split(u':');
    const std::optional<int> sorted = columnOf(sort.first());
    if (sort.size() != 2 || !sorted || (sort[1] != u'0' && sort[1] != u'1'))
        return {};
    ColumnLayout layout;
    layout.sort = {*sorted, sort[1] == u'1' ? Qt::DescendingOrder : Qt::AscendingOrder};
    const auto isThere = [&layout](int column) {
        return std::ranges::any_of(
            layout.places, [column](const auto &place) { return place.column == column; });
    };
    for (const QString &word : written.sliced(2)) {
        const std::optional<ColumnLayout::Place> place = readPlace(word);
        if (!place || isThere(place->column))
            return {};
        if (place->column != RowSort::discovery)
            layout.places.append(*place);
    }
    for (const ColumnLayout::Place &place : ColumnLayout::standard(letterWidth).places) {
        if (!isThere(place.column))
            layout.places.append(place);
    }
    // A tree without its addresses could not be read.
    constexpr int fewLetters = 12;
    for (ColumnLayout::Place &place : layout.places) {
        if (place.column != TreeModel::AddressColumn)
            continue;
        place.isShown = true;
        place.width = qMax(place.width, fewLetters * letterWidth);
    }
    return layout;
}

} // namespace gleaner
