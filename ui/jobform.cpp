// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobform.h"

#include "ui/flowlayout.h"
#include "ui/rowlook.h"
#include "ui/texts.h"
#include "ui/workersbox.h"

#include <QAccessible>
#include <QAction>
#include <QDir>
#include <QFileDialog>
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

static QToolButton *makeButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

JobForm::JobForm(DefaultDirectory directoryFor, const QList<QAction *> &actions, QAction *options,
    QWidget *parent)
    : QWidget(parent)
    , m_directoryFor(std::move(directoryFor))
    , m_address(new QLineEdit)
    , m_directory(new QLineEdit)
    , m_workers(new WorkersBox)
    , m_browse(new QToolButton)
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
    connect(m_workers, &WorkersBox::refused, this, &JobForm::showProblem);

    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeLabel(tr("&Address:"), m_address), 0, 0);
    grid->addWidget(m_address, 0, 1);
    QToolButton *const optionsButton = makeButton(options);
    grid->addLayout(makeWorkersRow(optionsButton), 0, 2);
    grid->addWidget(makeLabel(tr("Save &in:"), m_directory), 1, 0);
    // A path is longer than the buttons need to be wide.
    auto *second = new FlowLayout;
    second->addWidget(makeFolderRow());
    addButtons(second, actions);
    grid->addLayout(second, 1, 1, 1, 2);
    grid->addWidget(m_problem, 2, 1, 1, 2);
    setTabOrder(m_address, m_workers);
    setTabOrder(m_workers, optionsButton);
    setTabOrder(optionsButton, m_directory);
    setTabOrder(m_directory, m_browse);
}

QLayout *JobForm::makeWorkersRow(QToolButton *options)
{
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("&Workers:"), m_workers));
    row->addWidget(m_workers, 1);
    row->addWidget(options);
    return row;
}

QWidget *JobForm::makeFolderRow()
{
    m_directory->setAccessibleName(tr("Folder"));
    m_directory->setPlaceholderText(tr("A folder named like the site, in your downloads"));
    m_directory->setLayoutDirection(Qt::LeftToRight);
    connect(m_directory, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_directoryChosen = !text.isEmpty();
        showProblem({});
        suggestDirectory();
    });

    m_browse->setText(tr("&Choose…"));
    m_browse->setAccessibleName(tr("Choose Folder"));
    m_browse->setIcon(QIcon::fromTheme(QStringLiteral("folder-open")));
    m_browse->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_browse->setFocusPolicy(Qt::StrongFocus);
    connect(m_browse, &QToolButton::clicked, this, &JobForm::chooseDirectory);

    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins({});
    row->addWidget(m_directory, 1);
    row->addWidget(m_browse);
    return both;
}

void JobForm::addButtons(QLayout *row, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        QToolButton *button = makeButton(action);
        row->addWidget(button);
        // A default action hides its button in menus and tool bars only.
        const auto follow = [action, button] { button->setVisible(action->isVisible()); };
        connect(action, &QAction::visibleChanged, button, follow);
        follow();
    }
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
    m_directory->setText(job.directory);
    m_directory->setCursorPosition(0);
    const QSignalBlocker quiet(m_workers);
    m_workers->setValue(job.workers);
    m_address->setText(m_jobText);
}

void JobForm::setAddress(const QString &typed)
{
    m_address->setText(typed);
}

void JobForm::setOptions(const JobOptions &options)
{
    gleaner::setOptions(showsEarlier() ? *m_earlier : m_job, options);
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

void JobForm::suggestDirectory()
{
    if (m_directoryChosen)
        return;
    const TypedAddress typed = readTypedAddress(m_address->text());
    const Address *address = std::get_if<Address>(&typed);
    m_directory->setText(showsEarlier() ? m_earlier->directory
            : address                   ? m_directoryFor(*address)
                                        : QString());
    // The beginning of a long path says more than its end.
    m_directory->setCursorPosition(0);
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
    job.directory = m_directory->text();
    if (QDir::isRelativePath(job.directory)) {
        showProblem(tr("Write the folder in full, beginning with \"/\", or choose one."));
        m_directory->setFocus();
        return {};
    }
    if (isEarlier)
        return job;
    // Own headers may be secrets: they are for the addresses they came with, or else for the first.
    const std::vector<QByteArray> origins = originsOf(job.starts);
    if (m_headersFor.empty())
        m_headersFor = origins;
    const bool isTheirs = std::ranges::all_of(origins,
        [this](const QByteArray &origin) { return std::ranges::count(m_headersFor, origin) > 0; });
    if (!isTheirs)
        job.headers.clear();
    return job;
}

void JobForm::setLarge(bool large)
{
    QFont font = parentWidget()->font();
    if (large)
        font.setPointSizeF(font.pointSizeF() * 1.15);
    setFont(font);
    layout()->setSpacing(fontMetrics().height() / (large ? 2 : 3));
}

void JobForm::showProblem(const QString &sentence)
{
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

QString JobForm::problem() const
{
    return m_problem->text();
}

void JobForm::chooseDirectory()
{
    auto *dialog = new QFileDialog(this, tr("Save In"), m_directory->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_directoryChosen = true;
        m_directory->setText(folder);
        showProblem({});
    });
    dialog->open();
}

} // namespace gleaner
