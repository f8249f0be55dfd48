// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QStatusBar;
class QWidget;

namespace gleaner
{

/// Shows of a status bar's fields those that there is room for, the most important ones first, so
/// that a narrow window, or words of another language, cut none of them off. What is not shown is
/// said elsewhere as well. Owned by its bar.
class FittingFields : public QObject
{
    Q_OBJECT

public:
    explicit FittingFields(QStatusBar *bar);

    /// A field of the bar, less important than those before; hidden until it is wanted.
    void add(QWidget *field);
    void setWanted(QWidget *field, bool wanted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    struct Field {
        QWidget *widget;
        bool isWanted = false;
    };
    QStatusBar *m_bar;
    std::vector<Field> m_fields;
};

} // namespace gleaner
