// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "ui/figures.h"
#include "ui/fittingfields.h"
#include "ui/session.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

namespace gleaner
{

StatusLine::StatusLine(QAction *retryFailed, QWidget *parent)
    : QStatusBar(parent)
    , m_fields(new FittingFields(this))
    , m_found(new QLabel)
    , m_saved(addField(tr("Saved")))
    , m_unchanged(addField(tr("Unchanged since an earlier run")))
    , m_failed(addField(tr("Failed")))
    , m_bytes(addField(tr("Downloaded")))
    , m_speed(addField(tr("Speed")))
    , m_time(addField(tr("Time")))
{
    m_found->setToolTip(tr("Done, of all addresses found so far"));
    addWidget(m_found, 1);
    // Where there is little room, the first of these stay.
    m_fields->add(m_found);
    QWidget *retry = addButton(retryFailed);
    for (QLabel *field : {m_failed, m_speed, m_bytes, m_time, m_saved, m_unchanged})
        m_fields->add(field);
    const auto follow = [this, retryFailed, retry] {
        m_fields->setWanted(retry, retryFailed->isVisible());
    };
    connect(retryFailed, &QAction::visibleChanged, retry, follow);
    follow();
}

QWidget *StatusLine::addButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    addPermanentWidget(button);
    // A default action hides its button in menus and tool bars only.
    m_fields->add(button);
    return button;
}

QLabel *StatusLine::addField(const QString &name)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setToolTip(name);
    label->hide();
    addPermanentWidget(label);
    return label;
}

/// Set only if it differs: each change costs a layout of the bar.
void StatusLine::setText(QLabel *label, const QString &text)
{
    if (label->text() == text)
        return;
    label->setText(text);
    m_fields->setWanted(label, !text.isEmpty());
}

void StatusLine::setSession(Session *session)
{
    m_session = session;
    setVisible(session != nullptr);
}

void StatusLine::refresh()
{
    if (!m_session)
        return;
    const Session &session = *m_session;
    const Totals &totals = session.totals();
    const QString ended = countText(totals.known - totals.waiting);
    const QString known = countText(totals.known);
    setText(m_found,
        hasEnded(session.state()) ? tr("%1 of %2").arg(ended, known)
                                  : tr("%1 of %2 found so far").arg(ended, known));
    setText(m_saved, tr("%1 saved").arg(countText(totals.saved)));
    setText(m_unchanged,
        totals.unchanged > 0 ? tr("%1 unchanged").arg(countText(totals.unchanged)) : QString());
    setText(m_failed, tr("%1 failed").arg(countText(totals.failed)));
    setText(m_bytes, sizeText(totals.bytes));
    setText(m_speed,
        session.state() == SessionState::Running ? tr("%1/s").arg(sizeText(totals.bytesPerSecond))
                                                 : QString());
    setText(m_time, durationText(session.elapsedMilliseconds()));
}

} // namespace gleaner
