// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gleaner
{

/// Shows a column of addresses or paths, which are written from left to right in every language:
/// in a view from right to left as well, where a folder's slash would else come before its name.
/// What does not fit is left out in the middle, because the end tells them apart; of the sentences
/// beside them the end is left out.
/// Owned by the view.
class AddressDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace gleaner
