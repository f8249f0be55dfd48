// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addressdelegate.h"

#include "ui/plaintext.h"

namespace gleaner
{

void AddressDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    if (option->direction == Qt::RightToLeft && !option->text.isEmpty())
        option->text = isolated(option->text);
}

} // namespace gleaner
