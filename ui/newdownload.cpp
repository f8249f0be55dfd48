// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newdownload.h"

#include "core/url/typedaddress.h"
#include "ui/addresstext.h"
#include "ui/figures.h"
#include "ui/fold.h"
#include "ui/folderfield.h"
#include "ui/freespace.h"
#include "ui/jobtabs.h"
#include "ui/texts.h"
#include "ui/workersbox.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtMath>

#include <algorithm>

namespace gleaner
{

static QLabel *makeText()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

NewDownload::NewDownload(
    const CrawlJob &options, JobFor jobFor, DefaultDirectory directoryFor, QWidget *parent)
    : QDialog(parent)
    , m_jobFor(std::move(jobFor))
    , m_directoryFor(std::move(directoryFor))
    , m_addresses(new QPlainTextEdit)
    , m_folder(new FolderField)
    , m_space(new FreeSpace)
    , m_workers(new WorkersBox)
    , m_perHost(makeText())
    , m_tabs(new JobTabs)
    , m_advanced(new Fold(tr("Ad&vanced"), m_tabs))
    , m_paused(new QCheckBox(tr("S&tart paused")))
    , m_problem(makeText())
{
    setWindowTitle(tr("New Download"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_addresses->setAccessibleName(tr("Addresses"));
    m_addresses->setAccessibleDescription(tr("One a line; each is a download of its own."));
    m_addresses->setPlaceholderText(
        QStringLiteral("https://example.org/\n") + tr("Shift+Enter for another address"));
    m_addresses->setTabChangesFocus(true);
    m_addresses->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_addresses->setLayoutDirection(Qt::LeftToRight);
    const int edges =
        2 * (m_addresses->frameWidth() + qCeil(m_addresses->document()->documentMargin()));
    m_addresses->setMinimumHeight(2 * fontMetrics().lineSpacing() + edges);
    m_addresses->setMaximumHeight(5 * fontMetrics().lineSpacing() + edges);
    m_addresses->installEventFilter(this);
    m_workers->setValue(options.workers);
    m_paused->setToolTip(tr("Nothing is asked for until you resume it."));
    m_tabs->setJob(options);
    layOut();

    connect(m_addresses, &QPlainTextEdit::textChanged, this, &NewDownload::addressesEdited);
    connect(m_folder, &FolderField::edited, this, [this](const QString &text) {
        m_folderChosen = !text.isEmpty();
        check();
    });
    connect(m_folder, &FolderField::chosen, this, [this] {
        m_folderChosen = true;
        check();
    });
    connect(m_workers, &WorkersBox::refused, this, [this](const QString &sentence) {
        m_problem->setText(sentence);
        m_problem->show();
    });
    connect(m_workers, &WorkersBox::valueChanged, this, &NewDownload::check);
    connect(m_tabs, &JobTabs::edited, this, &NewDownload::check);
    connect(m_advanced, &Fold::toggled, this, &NewDownload::adjustSize);
    addressesEdited();
}

void NewDownload::layOut()
{
    auto *buttons = new QDialogButtonBox;
    m_download = buttons->addButton(tr("&Download"), QDialogButtonBox::AcceptRole);
    // Afterwards: Tab comes to the first one only by the box itself, and passes over those before.
    buttons->addButton(QDialogButtonBox::Cancel);
    // Enter is for the button that may be waiting for an address yet.
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_download->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewDownload::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *workers = new QHBoxLayout;
    workers->addWidget(m_workers);
    workers->addWidget(m_perHost, 1);
    auto *form = new QFormLayout;
    form->addRow(tr("&Addresses:"), m_addresses);
    auto *folder = new QVBoxLayout;
    folder->setSpacing(0);
    folder->addWidget(m_folder);
    folder->addWidget(m_space);
    auto *folderLabel = new QLabel(tr("Save &in:"));
    folderLabel->setBuddy(m_folder->field());
    form->addRow(folderLabel, folder);
    auto *workersLabel = new QLabel(tr("Wor&kers:"));
    workersLabel->setBuddy(m_workers);
    form->addRow(workersLabel, workers);
    auto *last = new QHBoxLayout;
    last->addWidget(m_paused);
    last->addWidget(buttons, 1);

    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_advanced, 1);
    column->addWidget(m_problem);
    column->addLayout(last);
    setMinimumWidth(90 * fontMetrics().averageCharWidth());
}

bool NewDownload::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_addresses && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // As in any other field; a line more has a key of its own.
        if (isEnter && !(key->modifiers() & Qt::ShiftModifier)) {
            m_download->click();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void NewDownload::addAddresses(const std::vector<Address> &addresses)
{
    QString text = m_addresses->toPlainText();
    for (const Address &address : addresses) {
        if (!text.isEmpty() && !text.endsWith(u'\n'))
            text += u'\n';
        text += QString::fromLatin1(address.bytes());
    }
    m_addresses->setPlainText(text);
    if (!addresses.empty())
        m_download->setFocus();
}

void NewDownload::setFoldOpen(bool open)
{
    m_advanced->setOpen(open);
    adjustSize();
}

bool NewDownload::isFoldOpen() const
{
    return m_advanced->isOpen();
}

void NewDownload::addressesEdited()
{
    m_starts.clear();
    m_addressProblem.clear();
    const QString text = m_addresses->toPlainText();
    if (text.size() > longestAddressText)
        m_addressProblem = tr("This is too long.");
    const QStringList lines = text.left(longestAddressText).split(u'\n');
    for (qsizetype i = 0; i < lines.size() && m_addressProblem.isEmpty(); ++i) {
        const QString typed = lines.at(i).trimmed();
        if (typed.isEmpty())
            continue;
        const TypedAddress read = readTypedAddress(typed);
        const auto *address = std::get_if<Address>(&read);
        if (!address)
            m_addressProblem = lines.size() == 1
                ? typedAddressText(std::get<TypedAddressError>(read), typed)
                : tr("Line %1: %2")
                      .arg(countText(i + 1),
                          typedAddressText(std::get<TypedAddressError>(read), typed));
        else if (std::ranges::find(m_starts, *address) != m_starts.end())
            continue;
        else if (m_starts.size() == mostAddresses)
            m_addressProblem =
                tr("No more than %Ln addresses at once.", nullptr, int(mostAddresses));
        else
            m_starts.push_back(*address);
    }
    suggestFolder();
    check();
}

/// Of one the folder; of several the one in which each gets its own.
void NewDownload::suggestFolder()
{
    const bool areSeveral = m_starts.size() > 1;
    m_space->setToolTip(
        areSeveral ? tr("Each download gets a folder of its own there.") : QString());
    if (m_folderChosen)
        return;
    const QString own = m_starts.empty() ? QString() : m_directoryFor(m_starts.front());
    m_folder->setFolder(areSeveral ? QFileInfo(own).path() : own);
}

QString NewDownload::folderOf(const CrawlJob &job) const
{
    const QString folder = QDir::cleanPath(m_folder->folder());
    return m_starts.size() > 1 ? QDir(folder).filePath(QFileInfo(job.directory).fileName())
                               : folder;
}

QString NewDownload::problem() const
{
    if (!m_addressProblem.isEmpty())
        return m_addressProblem;
    if (m_starts.empty())
        return tr("Type or paste an address.");
    if (QDir::isRelativePath(m_folder->folder()))
        return tr("Write the folder in full, beginning with \"/\", or choose one.");
    return m_tabs->problem();
}

void NewDownload::check()
{
    const QString why = problem();
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    m_download->setEnabled(why.isEmpty());
    m_download->setToolTip(why);
    m_download->setAccessibleDescription(why);
    m_space->setFolder(m_folder->folder());
    CrawlJob job;
    m_tabs->apply(job);
    m_perHost->setText(
        tr("(at most %1 for one site)").arg(countText(std::min(job.perHost, m_workers->value()))));
}

void NewDownload::finish()
{
    if (!m_workers->commit() || !problem().isEmpty())
        return;
    std::vector<CrawlJob> jobs;
    for (const Address &start : m_starts) {
        CrawlJob job = m_jobFor(start);
        job.directory = folderOf(job);
        job.workers = m_workers->value();
        m_tabs->apply(job);
        job.perHost = std::min(job.perHost, job.workers);
        jobs.push_back(std::move(job));
    }
    accept();
    Q_EMIT wanted(jobs, m_paused->isChecked() ? Begin::Paused : Begin::Now);
}

} // namespace gleaner
