// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobform.h"

#include "ui/actionrow.h"
#include "ui/addresshistory.h"
#include "ui/flowlayout.h"
#include "ui/folderfield.h"
#include "ui/preferences.h"
#include "ui/rowlook.h"
#include "ui/texts.h"
#include "ui/workersbox.h"

#include <QAccessible>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace gleaner
{

/// A label with a key, bound to its field.
static QLabel *makeLabel(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

static std::vector<QByteArray> originsOf(const std::vector<Address> &addresses)
{
    std::vector<QByteArray> origins;
    origins.reserve(addresses.size());
    for (const Address &address : addresses)
        origins.push_back(address.origin());
    return origins;
}

JobForm::JobForm(DefaultDirectory directoryFor, const QList<QAction *> &actions, QAction *options,
    QWidget *parent)
    : QWidget(parent)
    , m_directoryFor(std::move(directoryFor))
    , m_address(new QLineEdit)
    , m_folder(new FolderField)
    , m_workers(new WorkersBox)
    , m_actions(new ActionRow(actions))
    , m_options(ActionRow::makeButton(options))
    , m_second(new QWidget)
    , m_problem(new QLabel)
{
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(tr("https://example.org/"));
    m_address->setClearButtonEnabled(true);
    // Addresses and paths are written from left to right in every language.
    m_address->setLayoutDirection(Qt::LeftToRight);
    connect(m_address, &QLineEdit::textChanged, this, &JobForm::addressEdited);
    connect(m_address, &QLineEdit::returnPressed, this, &JobForm::submitted);

    m_workers->setValue(m_job.workers);
    connect(m_workers, &WorkersBox::valueChanged, this, [this](int count) {
        showProblem({});
        Q_EMIT workerCountChanged(count);
    });
    connect(m_workers, &WorkersBox::entered, this, &JobForm::submitted);
    connect(m_workers, &WorkersBox::refused, this,
        [this](const QString &sentence) { showProblem(sentence); });

    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeLabel(tr("&Address:"), m_address), 0, 0);
    grid->addWidget(m_address, 0, 1);
    grid->addLayout(makeWorkersRow(), 0, 2);
    grid->addWidget(makeLabel(tr("Save &in:"), m_folder->field()), 1, 0);
    placeActions(new QHBoxLayout);
    grid->addWidget(m_second, 1, 1, 1, 2);
    grid->addWidget(m_problem, 2, 1, 1, 2);
    // Options are for those who want more than to start.
    QWidget *before = m_address;
    for (QWidget *next : QList<QWidget *>{m_workers, m_folder} + m_actions->buttons()
            + QList<QWidget *>{m_options}) {
        setTabOrder(before, next);
        before = next;
    }

    connect(m_folder->field(), &QLineEdit::returnPressed, this, &JobForm::submitted);
    connect(m_folder, &FolderField::edited, this, [this](const QString &text) {
        m_directoryChosen = !text.isEmpty();
        m_chosen.remove(typedHost());
        showProblem({});
        suggestDirectory();
    });
    connect(m_folder, &FolderField::chosen, this, [this] {
        m_directoryChosen = true;
        showProblem({});
    });
}

QLayout *JobForm::makeWorkersRow()
{
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("&Workers:"), m_workers));
    row->addWidget(m_workers, 1);
    row->addWidget(m_options);
    return row;
}

void JobForm::placeActions(QLayout *layout)
{
    delete m_second->layout();
    layout->setContentsMargins({});
    m_second->setLayout(layout);
    layout->addWidget(m_folder);
    layout->addWidget(m_actions);
}

void JobForm::setJob(const CrawlJob &job)
{
    m_job = job;
    m_earlier.reset();
    m_headersFor = originsOf(job.starts);
    m_directoryChosen = !job.directory.isEmpty();
    fill(job);
}

void JobForm::takeUp(const CrawlJob &job)
{
    m_earlier = job;
    m_earlier->network.authorities = m_job.network.authorities;
    m_earlier->network.credentials = m_job.network.credentials;
    m_directoryChosen = false;
    fill(*m_earlier);
}

bool JobForm::showsEarlier() const
{
    return m_earlier && m_address->text() == m_jobText;
}

void JobForm::fill(const CrawlJob &job)
{
    m_jobText = job.starts.empty() ? QString() : QString::fromLatin1(job.starts.front().bytes());
    m_folder->setFolder(job.directory);
    const QSignalBlocker quiet(m_workers);
    m_workers->setValue(job.workers);
    m_address->setText(m_jobText);
}

void JobForm::prefer(const Preferences &preferences)
{
    applyPreferences(m_job, preferences);
    if (!showsEarlier()) {
        const QSignalBlocker quiet(m_workers);
        m_workers->setValue(m_job.workers);
    }
    suggestDirectory();
}

void JobForm::setAddress(const QString &typed)
{
    m_address->setText(typed);
}

void JobForm::setOptions(const JobOptions &options)
{
    gleaner::setOptions(showsEarlier() ? *m_earlier : m_job, options);
}

void JobForm::setHistory(AddressHistory *history)
{
    history->offerIn(m_address);
}

void JobForm::stepWorkers(int by)
{
    m_workers->stepBy(by);
}

void JobForm::focusAddress()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->selectAll();
}

void JobForm::addressEdited()
{
    showProblem({});
    suggestDirectory();
}

std::optional<CrawlJob> JobForm::readJob()
{
    showProblem({});
    const bool isEarlier = showsEarlier();
    CrawlJob job = isEarlier ? *m_earlier : m_job;
    if (m_address->text() != m_jobText || job.starts.empty()) {
        const TypedAddress typed = readTypedAddress(m_address->text());
        if (const auto *error = std::get_if<TypedAddressError>(&typed)) {
            showProblem(typedAddressText(*error, m_address->text()));
            focusAddress();
            return {};
        }
        job.starts = {std::get<Address>(typed)};
    }

    if (!m_workers->commit()) {
        m_workers->setFocus();
        return {};
    }
    job.workers = m_workers->value();

    suggestDirectory();
    job.directory = m_folder->folder();
    if (QDir::isRelativePath(job.directory)) {
        showProblem(tr("Write the folder in full, beginning with \"/\", or choose one."));
        m_folder->setFocus();
        return {};
    }
    if (!isEarlier)
        keepHeadersHome(job);
    return job;
}

CrawlJob JobForm::jobFor(const Address &start)
{
    CrawlJob job = m_job;
    job.starts = {start};
    job.directory = m_directoryFor(start);
    keepHeadersHome(job);
    return job;
}

void JobForm::keepHeadersHome(CrawlJob &job)
{
    // They may be secrets: they are for the addresses they came with, or else for the first.
    const std::vector<QByteArray> origins = originsOf(job.starts);
    if (m_headersFor.empty())
        m_headersFor = origins;
    const bool isTheirs = std::ranges::all_of(origins,
        [this](const QByteArray &origin) { return std::ranges::count(m_headersFor, origin) > 0; });
    if (!isTheirs)
        job.headers.clear();
}

void JobForm::setLarge(bool large)
{
    QFont font = parentWidget()->font();
    if (large)
        font.setPointSizeF(font.pointSizeF() * 1.15);
    setFont(font);
    const int gap = fontMetrics().height() / (large ? 2 : 3);
    // A bar leaves its height to the tree: what has no room in one line is in a menu. Before
    // that a path is seen in part.
    placeActions(large ? static_cast<QLayout *>(new FlowLayout) : new QHBoxLayout);
    m_folder->setGivesWay(!large);
    m_second->layout()->setSpacing(gap);
    layout()->setSpacing(gap);
}

void JobForm::showProblem(const QString &sentence, QAction *remedy)
{
    offer(remedy);
    if (sentence == m_problem->text())
        return;
    QPalette red = palette();
    red.setColor(QPalette::WindowText, RowLook(red).colour(RecordState::Failed));
    m_problem->setPalette(red);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        QAccessibleEvent alert(m_problem, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void JobForm::offer(QAction *remedy)
{
    if (remedy == (m_remedy ? m_remedy->defaultAction() : nullptr))
        return;
    if (m_remedy) {
        // It may be the one that was pressed.
        m_remedy->hide();
        m_remedy->deleteLater();
    }
    m_remedy = remedy ? ActionRow::makeButton(remedy) : nullptr;
    if (!remedy)
        return;
    static_cast<QGridLayout *>(layout())->addWidget(m_remedy, 3, 1, Qt::AlignLeft);
    setTabOrder(m_options, m_remedy);
    m_remedy->show();
}

QString JobForm::problem() const
{
    return m_problem->text();
}

} // namespace gleaner
