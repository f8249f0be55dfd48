// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace gleaner
{

/// A page of a dialog that is as large as it would like to be where there is room, and can be
/// scrolled where there is not: on a small screen, or with large letters. Owned by the dialog.
class ScrolledPage : public QScrollArea
{
    Q_OBJECT

public:
    /// Owns the page.
    explicit ScrolledPage(QWidget *page, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

} // namespace gleaner
