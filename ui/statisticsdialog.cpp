// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statisticsdialog.h"

#include "ui/columnwidths.h"
#include "ui/session.h"
#include "ui/spacewatch.h"
#include "ui/statistics.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gleaner
{

StatisticsDialog::StatisticsDialog(Session *session, SpaceWatch *space, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_space(space)
    , m_table(new QTreeWidget)
{
    setWindowTitle(tr("Statistics"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setAccessibleName(tr("Statistics of the download"));
    m_table->setColumnCount(2);
    m_table->setHeaderLabels({tr("What"), tr("How much")});
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    new ColumnWidths(m_table, {40, 20}, 0);
    auto *buttons = new QDialogButtonBox;
    // Made first: Qt 6.4 leaves out the other one otherwise, when Tab goes round.
    QPushButton *copyAll = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table);
    column->addWidget(buttons);
    connect(copyAll, &QPushButton::clicked, this, &StatisticsDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(session, &Session::progressed, this, &StatisticsDialog::refresh);
    connect(session, &Session::stateChanged, this, &StatisticsDialog::refresh);
    connect(space, &SpaceWatch::changed, this, &StatisticsDialog::refresh);
    refresh();
    const QFontMetrics metrics = fontMetrics();
    resize(64 * metrics.averageCharWidth(), 22 * metrics.height());
}

void StatisticsDialog::refresh()
{
    if (!m_session || !m_space)
        return;
    const auto lines = statisticsOf(*m_session, m_space->bytes());
    for (int row = 0; row < int(lines.size()); ++row) {
        if (row == m_table->topLevelItemCount())
            m_table->addTopLevelItem(new QTreeWidgetItem);
        QTreeWidgetItem *item = m_table->topLevelItem(row);
        const auto &[name, value] = lines[size_t(row)];
        if (item->text(0) != name)
            item->setText(0, name);
        if (item->text(1) != value)
            item->setText(1, value);
    }
    while (m_table->topLevelItemCount() > int(lines.size()))
        delete m_table->takeTopLevelItem(m_table->topLevelItemCount() - 1);
}

void StatisticsDialog::copy()
{
    QStringList lines;
    for (int row = 0; row < m_table->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_table->topLevelItem(row);
        lines << item->text(0) + QLatin1Char('\t') + item->text(1);
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace gleaner
