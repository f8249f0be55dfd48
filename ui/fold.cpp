// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fold.h"

#include <QBoxLayout>
#include <QToolButton>

namespace gleaner
{

Fold::Fold(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_headline(new QToolButton)
    , m_content(content)
{
    m_headline->setText(title);
    m_headline->setCheckable(true);
    m_headline->setAutoRaise(true);
    m_headline->setFocusPolicy(Qt::StrongFocus);
    m_headline->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_headline, &QToolButton::toggled, this, [this](bool open) {
        setOpen(open);
        Q_EMIT toggled(open);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_headline);
    column->addWidget(m_content, 1);
    setOpen(false);
}

void Fold::setOpen(bool open)
{
    const QSignalBlocker quiet(m_headline);
    m_headline->setChecked(open);
    const Qt::ArrowType closed = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    m_headline->setArrowType(open ? Qt::DownArrow : closed);
    m_content->setVisible(open);
}

bool Fold::isOpen() const
{
    return m_headline->isChecked();
}

} // namespace gleaner
