// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speeddock.h"

#include "ui/figures.h"
#include "ui/session.h"
#include "ui/speedgraph.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace gleaner
{

SpeedDock::SpeedDock(QWidget *parent)
    : QDockWidget(tr("Speed"), parent)
    , m_period(new QComboBox)
    , m_words(new QLabel)
    , m_graph(new SpeedGraph(SpeedGraph::Kind::Whole))
{
    // The name by which a saved window layout finds it.
    setObjectName(QStringLiteral("speed"));
    m_period->setAccessibleName(tr("Period"));
    m_period->addItem(tr("Last minute"), 1);
    m_period->addItem(tr("Last 5 minutes"), 5);
    m_period->addItem(tr("Last 30 minutes"), 30);
    m_period->setCurrentIndex(1);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    const int gap = fontMetrics().height() / 3;
    column->setContentsMargins(gap, gap, gap, gap);
    auto *row = new QHBoxLayout;
    row->addWidget(m_period);
    row->addWidget(m_words, 1);
    column->addLayout(row);
    column->addWidget(m_graph, 1);
    setWidget(body);
    connect(m_period, &QComboBox::currentIndexChanged, this, &SpeedDock::show);
    // Behind another tab it counts as visible everywhere but here.
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool isVisible) {
        m_isSeen = isVisible;
        show();
    });
}

void SpeedDock::setSession(Session *session)
{
    m_session = session;
    show();
}

void SpeedDock::refresh()
{
    if (m_session && m_session->speeds().count() != m_shown)
        show();
}

void SpeedDock::show()
{
    if (!m_isSeen)
        return;
    const SpeedHistory none;
    const SpeedHistory &speeds = m_session ? m_session->speeds() : none;
    m_shown = speeds.count();
    const int seconds = 60 * m_period->currentData().toInt();
    m_graph->show(speeds.last(seconds), seconds);
    const auto text = [](qint64 speed) { return tr("%1/s").arg(sizeText(speed)); };
    const QString words =
        tr("Now %1, peak %2, mean %3")
            .arg(text(speeds.mean(1)), text(speeds.peak(seconds)), text(speeds.mean(seconds)));
    m_words->setText(words);
    m_graph->setAccessibleDescription(words);
}

} // namespace gleaner
