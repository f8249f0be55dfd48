// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace gleaner
{

/// A headline that shows and hides what stands below it. Owned by a dialog.
class Fold : public QWidget
{
    Q_OBJECT

public:
    Fold(const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setOpen(bool open);
    bool isOpen() const;

Q_SIGNALS:
    void toggled(bool open);

private:
    QToolButton *m_headline;
    QWidget *m_content;
};

} // namespace gleaner
