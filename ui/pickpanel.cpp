// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pickpanel.h"

#include "core/crawl/glob.h"
#include "ui/actions.h"
#include "ui/columnwidths.h"
#include "ui/fewlines.h"
#include "ui/figures.h"
#include "ui/flowlayout.h"
#include "ui/pickgroups.h"
#include "ui/rowlook.h"
#include "ui/session.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>

namespace gleaner
{

struct PickPanel::Models {
    explicit Models(Session *session)
        : picks(*PickModel::of(session))
        , types(&picks, PickGroups::By::Type)
        , hosts(&picks, PickGroups::By::Host)
    {
    }
    PickModel &picks;
    PickGroups types;
    PickGroups hosts;
};

static QLabel *makeText()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

static QTreeView *makeList(const QString &name)
{
    auto *list = new QTreeView;
    list->setAccessibleName(name);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setAlternatingRowColors(true);
    list->setTextElideMode(Qt::ElideMiddle);
    useFewLines(list);
    return list;
}

PickPanel::PickPanel(QWidget *parent)
    : QWidget(parent)
    , m_tree(makeList(tr("Found files")))
    , m_types(makeList(tr("Kinds of files")))
    , m_hosts(makeList(tr("Hosts")))
    , m_pattern(new QLineEdit)
    , m_found(makeText())
    , m_sum(makeText())
    , m_requisites(new QCheckBox(tr("And what ticked pages need to &be shown")))
    , m_download(
          new QPushButton(QIcon::fromTheme(QStringLiteral("download")), tr("Download Tic&ked")))
{
    QList<int> letters(TreeModel::columns, 0);
    letters[TreeModel::AddressColumn] = 30;
    letters[TreeModel::StatusColumn] = 20;
    letters[TreeModel::SizeColumn] = 18;
    m_treeWidths = new ColumnWidths(m_tree, letters, TreeModel::AddressColumn);
    // Behind boxes and signs a name has to be seen, too.
    m_treeWidths->setLeast(TreeModel::AddressColumn,
        letters[TreeModel::AddressColumn] * fontMetrics().averageCharWidth());
    for (QTreeView *list : {m_types, m_hosts}) {
        list->setRootIsDecorated(false);
        new ColumnWidths(list, {16, 8, 16, 8}, PickGroups::NameColumn);
    }
    // Shown at most ten times a second, however fast they change.
    m_showing.setSingleShot(true);
    m_showing.setInterval(100);
    connect(&m_showing, &QTimer::timeout, this, &PickPanel::showPicks);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 5);
    column->addWidget(makeTools());
    column->addWidget(makeLists(), 1);
    column->addWidget(makeEnd());
    showPicks();
}

PickPanel::~PickPanel()
{
    // The views must not see their models go.
    setSession(nullptr);
}

QWidget *PickPanel::makeTools()
{
    auto *all = new QPushButton(tr("Tick A&ll"));
    auto *none = new QPushButton(tr("Tick N&one"));
    auto *matching = new QPushButton(tr("Tick Matchin&g"));
    auto *others = new QPushButton(tr("&Untick Matching"));
    connect(all, &QPushButton::clicked, this, [this] { tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickAll(false); });
    connect(matching, &QPushButton::clicked, this, [this] { tickMatching(true); });
    connect(others, &QPushButton::clicked, this, [this] { tickMatching(false); });
    connect(m_pattern, &QLineEdit::returnPressed, this, [this] { tickMatching(true); });
    m_pattern->setAccessibleName(tr("Pattern"));
    m_pattern->setPlaceholderText(tr("*.pdf, or a part of the address"));
    m_pattern->setToolTip(tr("For the whole address: * stands for anything, ? for one character. "
                             "Without either it is a part of the address."));
    m_pattern->setLayoutDirection(Qt::LeftToRight);

    auto *tools = new QWidget;
    auto *line = new FlowLayout;
    tools->setLayout(line);
    line->setContentsMargins({});
    line->addWidget(all);
    line->addWidget(none);
    line->addWidget(m_pattern);
    line->addWidget(matching);
    line->addWidget(others);
    return tools;
}

QWidget *PickPanel::makeLists()
{
    auto *groups = new QTabWidget;
    groups->setAccessibleName(tr("What was found, in groups"));
    groups->addTab(m_types, tr("B&y Kind"));
    groups->addTab(m_hosts, tr("By Host"));
    auto *lists = new QSplitter;
    lists->setChildrenCollapsible(false);
    // Qt 6.4 shares out a pixel more than there is.
    lists->setContentsMargins(1, 0, 1, 0);
    lists->addWidget(m_tree);
    lists->addWidget(groups);
    lists->setSizes({600, 300});
    lists->setStretchFactor(0, 1);
    lists->setStretchFactor(1, 0);
    return lists;
}

QWidget *PickPanel::makeEnd()
{
    m_requisites->setChecked(true);
    m_requisites->setToolTip(tr("Images, styles, scripts and fonts, from any host"));
    connect(m_download, &QPushButton::clicked, this, [this] {
        m_isDownloadWanted = true;
        downloadWhenTicked();
    });
    auto *end = new QWidget;
    auto *column = new QVBoxLayout(end);
    column->setContentsMargins({});
    auto *line = new FlowLayout;
    line->addWidget(m_requisites);
    line->addWidget(m_download);
    auto *sums = new QHBoxLayout;
    sums->addWidget(m_found, 1);
    sums->addWidget(m_sum, 1);
    column->addLayout(sums);
    column->addLayout(line);
    return end;
}

void PickPanel::setSession(Session *session)
{
    if (session == m_session)
        return;
    m_session = session;
    m_isDownloadWanted = false;
    if (m_models)
        m_models->picks.disconnect(this);
    for (QTreeView *list : {m_tree, m_types, m_hosts})
        list->setModel(nullptr);
    m_models.reset();
    if (session) {
        m_models = std::make_unique<Models>(session);
        const auto show = [this] {
            m_toShow = true;
            if (!m_showing.isActive())
                m_showing.start();
        };
        connect(&m_models->picks, &PickModel::picksChanged, this, show);
        // Posted: whoever hears of it may end the session.
        connect(&m_models->picks, &PickModel::picksChanged, this, &PickPanel::downloadWhenTicked,
            Qt::QueuedConnection);
        // Rows that come back are not hidden any more.
        connect(&m_models->picks, &PickModel::layoutChanged, this, show);
        m_tree->setModel(&m_models->picks);
        m_types->setModel(&m_models->types);
        m_hosts->setModel(&m_models->hosts);
        for (int column = 0; column < TreeModel::columns; ++column)
            m_tree->setColumnHidden(column,
                column != TreeModel::AddressColumn && column != TreeModel::SizeColumn
                    && column != TreeModel::StatusColumn);
        m_treeWidths->fit();
    }
    // It may be one that was looked at before.
    m_toShow = true;
    showPicks();
}

void PickPanel::focusTree()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}

void PickPanel::downloadWhenTicked()
{
    if (!m_isDownloadWanted || !m_models || m_models->picks.isBusy())
        return;
    m_isDownloadWanted = false;
    Q_EMIT wanted(m_models->picks.picks().ticked(),
        m_requisites->isChecked() ? Purpose::TickedWithRequisites : Purpose::Ticked);
}

void PickPanel::tickMatching(bool isTicked)
{
    QByteArray pattern = m_pattern->text().trimmed().toUtf8();
    if (!m_models || pattern.isEmpty())
        return;
    if (!pattern.contains('*') && !pattern.contains('?'))
        pattern = '*' + pattern + '*';
    m_models->picks.tickWhere(
        [pattern](const Record &record) { return globMatches(pattern, record.address.bytes()); },
        isTicked);
}

void PickPanel::tickAll(bool isTicked)
{
    if (m_models)
        m_models->picks.tickWhere([](const Record &) { return true; }, isTicked);
}

void PickPanel::refresh(const QString &whyNot)
{
    if (whyNot == m_whyNot)
        return;
    m_whyNot = whyNot;
    showPicks();
}

/// Sites on which there is nothing to pick are not in the way.
void PickPanel::showSites()
{
    const TreeModel &rows = *m_session->tree();
    const bool areSites = rows.rows().view() == RowView::Sites;
    bool hasShown = false;
    for (int row = 0; row < m_models->picks.rowCount(); ++row) {
        const NodeId site = rows.nodeOf(rows.index(row, 0));
        const bool isEmpty = areSites && m_models->picks.picks().sums(site).files == 0;
        if (m_tree->isRowHidden(row, {}) != isEmpty)
            m_tree->setRowHidden(row, {}, isEmpty);
        if (!isEmpty && !std::exchange(hasShown, true) && m_toShow
            && !m_tree->currentIndex().isValid()) {
            m_tree->expand(m_models->picks.index(row, 0));
            m_tree->setCurrentIndex(m_models->picks.index(row, 0));
        }
    }
}

void PickPanel::showPicks()
{
    const PickSums sums = m_models ? m_models->picks.picks().total() : PickSums();
    if (m_models) {
        m_models->types.refresh();
        m_models->hosts.refresh();
        showSites();
        m_tree->viewport()->update();
    }
    m_toShow = false;
    m_found->setText(tr("Found: %1").arg(pickText(sums.files, sums.bytes, sums.unknown)));
    m_sum->setText(
        tr("Ticked: %1").arg(pickText(sums.ticked, sums.tickedBytes, sums.tickedUnknown)));
    const QString nothing = sums.ticked == 0 ? tr("Nothing is ticked.") : QString();
    allow(m_download, tr("Fetch what is ticked, and nothing else"),
        m_whyNot.isEmpty() ? nothing : m_whyNot);
}

} // namespace gleaner
