// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hostboard.h"

#include "ui/addressdelegate.h"
#include "ui/columnwidths.h"
#include "ui/hosteffects.h"
#include "ui/plaintext.h"
#include "ui/session.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeView>

#include <algorithm>

namespace gleaner
{

static QLabel *makeText(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

HostBoard::HostBoard(QWidget *parent)
    : QDialog(parent)
    , m_filter(new QLineEdit)
    , m_table(new QTreeView)
    , m_about(makeText())
    , m_apply(nullptr)
{
    setWindowTitle(tr("Hosts"));
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(HostsModel::sortRole);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setFilterKeyColumn(HostsModel::HostColumn);
    // Rows do not move under the pointer: see sortAgain().
    m_sorted.setDynamicSortFilter(false);

    m_filter->setAccessibleName(tr("Filter hosts"));
    m_filter->setPlaceholderText(tr("Part of a name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setLayoutDirection(Qt::LeftToRight);
    connect(
        m_filter, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    auto *filterLabel = new QLabel(tr("&Filter:"));
    filterLabel->setBuddy(m_filter);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_apply = buttons->addButton(tr("&Apply"), QDialogButtonBox::ApplyRole);
    connect(m_apply, &QPushButton::clicked, this, &HostBoard::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *line = new QHBoxLayout;
    line->addWidget(filterLabel);
    line->addWidget(m_filter, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(line);
    column->addWidget(makeTable(), 1);
    column->addWidget(m_about);
    column->addWidget(makeChoices());
    column->addWidget(buttons);
    const QFontMetrics metrics = fontMetrics();
    resize(130 * metrics.averageCharWidth(), 32 * metrics.height());
    m_apply->setDefault(true);
    showChoices();
}

QWidget *HostBoard::makeTable()
{
    m_table->setAccessibleName(tr("Hosts"));
    m_table->setModel(&m_sorted);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegateForColumn(HostsModel::HostColumn, new AddressDelegate(m_table));
    m_table->setSortingEnabled(true);
    QList<int> letters(HostsModel::columns, 10);
    letters[HostsModel::HostColumn] = 36;
    letters[HostsModel::ChoiceColumn] = 30;
    auto *widths = new ColumnWidths(m_table, letters, HostsModel::HostColumn);
    // Without a name a row says nothing.
    widths->setLeast(HostsModel::HostColumn, 24 * fontMetrics().averageCharWidth());
    m_table->sortByColumn(HostsModel::KnownColumn, Qt::DescendingOrder);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &HostBoard::showChoices);
    return m_table;
}

QWidget *HostBoard::makeChoices()
{
    const std::array<QString, choices> names{tr("As the &scope says"),
        tr("&Crawl: its pages are followed"), tr("&Requisites only: what other pages need"),
        tr("&Never: nothing is fetched")};
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    for (size_t choice = 0; choice < choices; ++choice) {
        m_choices[choice] = new QRadioButton(names[choice]);
        m_effects[choice] = makeText();
        m_effects[choice]->setForegroundRole(QPalette::WindowText);
        grid->addWidget(m_choices[choice], int(choice), 0);
        grid->addWidget(m_effects[choice], int(choice), 1);
        connect(m_choices[choice], &QRadioButton::clicked, this, &HostBoard::showEffects);
    }
    return box;
}

void HostBoard::setSession(const Session *session)
{
    m_session = session;
    m_refreshedAt = 0;
    m_model.setSession(isVisible() ? session : nullptr);
    showChoices();
}

void HostBoard::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_model.setSession(m_session);
    sortAgain();
    if (!m_table->currentIndex().isValid() && m_sorted.rowCount() > 0)
        m_table->setCurrentIndex(m_sorted.index(0, 0));
    showChoices();
}

void HostBoard::refresh(const QString &whyNot)
{
    constexpr qint64 interval = 1000; // ms
    const bool isOther = whyNot != m_whyNot;
    m_whyNot = whyNot;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (!isVisible() || (!isOther && std::abs(now - m_refreshedAt) < interval))
        return;
    m_refreshedAt = now;
    m_model.refresh();
    if (!m_table->viewport()->underMouse())
        sortAgain();
    showEffects();
}

void HostBoard::sortAgain()
{
    m_sorted.sort(
        m_table->header()->sortIndicatorSection(), m_table->header()->sortIndicatorOrder());
}

std::vector<int> HostBoard::chosenRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_sorted.mapToSource(index).row());
    return rows;
}

CrawlRules HostBoard::rulesWith(size_t choice, const std::vector<int> &rows) const
{
    CrawlRules rules = rulesOf(m_session->job());
    for (const int row : rows) {
        const QByteArray &host = m_model.host(row).key;
        if (choice == 0)
            rules.hosts.remove(host);
        else
            rules.hosts.insert(host, HostChoice(choice - 1));
    }
    return rules;
}

void HostBoard::showChoices()
{
    const std::vector<int> rows = m_session ? chosenRows() : std::vector<int>();
    m_about->setText(!m_session ? tr("There is no download yet.")
            : rows.empty()      ? tr("Choose one host or several.")
            : rows.size() == 1
            ? tr("What is fetched from %1:")
                  .arg(visibleText(QByteArrayView(m_model.host(rows[0]).key)))
            : tr("What is fetched from %Ln chosen host(s):", nullptr, int(rows.size())));
    const auto numberAt = [&](int row) {
        const auto choice = m_model.choiceAt(row);
        return choice ? size_t(*choice) + 1 : 0;
    };
    // Hosts of different choices have none in common.
    const size_t first = rows.empty() ? choices : numberAt(rows.front());
    const bool isCommon =
        std::ranges::all_of(rows, [&](int row) { return numberAt(row) == first; });
    for (size_t choice = 0; choice < choices; ++choice) {
        m_choices[choice]->setAutoExclusive(false);
        m_choices[choice]->setChecked(isCommon && choice == first);
        m_choices[choice]->setAutoExclusive(true);
        m_choices[choice]->setEnabled(!rows.empty());
    }
    showEffects();
}

void HostBoard::showEffects()
{
    const std::vector<int> rows = m_session ? chosenRows() : std::vector<int>();
    std::vector<NodeId> sites;
    for (const int row : rows)
        sites.insert(sites.end(), m_model.host(row).sites.begin(), m_model.host(row).sites.end());
    bool isOther = false;
    CrawlJob job = rows.empty() ? CrawlJob() : jobAsItStands(*m_session);
    for (size_t choice = 0; choice < choices; ++choice) {
        QString text;
        if (!rows.empty()) {
            const CrawlRules rules = rulesWith(choice, rows);
            setRules(job, rules);
            const bool isNow = rules.hosts == m_session->job().hosts;
            text = isNow ? tr("as it is now")
                         : effectText(effectOf(m_session->tree()->tree(), sites, job));
            isOther = isOther || (m_choices[choice]->isChecked() && !isNow);
        }
        m_effects[choice]->setText(text);
        m_choices[choice]->setAccessibleDescription(text);
    }
    m_apply->setEnabled(isOther && m_whyNot.isEmpty());
    m_apply->setToolTip(!m_whyNot.isEmpty() ? m_whyNot
            : isOther                       ? tr("Use this choice from now on")
                                            : tr("This is how it is already."));
}

void HostBoard::apply()
{
    const auto checked = std::ranges::find_if(m_choices, &QRadioButton::isChecked);
    if (!m_session || checked == m_choices.end())
        return;
    const CrawlRules rules = rulesWith(size_t(checked - m_choices.begin()), chosenRows());
    // Of an ended download another one is shown after this.
    Q_EMIT chosen(rules);
    m_model.refresh();
    showEffects();
}

} // namespace gleaner
