// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake.h"

#include "ui/actions.h"
#include "ui/figures.h"
#include "ui/plaintext.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QSettings>
#include <QThreadPool>
#include <QUrl>

namespace gleaner
{

namespace
{

QString foldKey()
{
    return QStringLiteral("newdownload/advanced");
}

/// Nothing if it is no file that can be read.
std::optional<AddressesInText> addressesInFile(const QString &name)
{
    QFile file(name);
    // A pipe or a device may never end.
    if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    return addressesInList(QString::fromUtf8(file.read(longestAddressText + 1)));
}

bool mayHoldAddresses(const QMimeData &data)
{
    return data.hasUrls() || data.hasText();
}

} // namespace

Intake::Intake(Source source, QString stateFile, QWidget *window)
    : QObject(window)
    , m_source(std::move(source))
    , m_stateFile(std::move(stateFile))
    , m_window(window)
    , m_new(makeAction(this, tr("New &Download…"), "document-new", Qt::CTRL | Qt::Key_N))
    , m_paste(makeAction(this, tr("Paste and &Download…"), "edit-paste", QKeySequence::Paste))
    , m_openList(
          makeAction(this, tr("Open List of Addresses…"), "document-open", Qt::CTRL | Qt::Key_O))
{
    m_new->setToolTip(tr("Ask for addresses, a folder and all options"));
    m_paste->setToolTip(tr("Download the web addresses in the clipboard"));
    m_openList->setToolTip(tr("Download each address of a text file"));
    connect(m_new, &QAction::triggered, this, &Intake::ask);
    connect(m_paste, &QAction::triggered, this, &Intake::pasteAddresses);
    connect(m_openList, &QAction::triggered, this, &Intake::chooseList);
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool Intake::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window)
        return false;
    if (event->type() == QEvent::DragEnter) {
        auto *drag = static_cast<QDropEvent *>(event);
        if (mayHoldAddresses(*drag->mimeData()))
            drag->acceptProposedAction();
        return drag->isAccepted();
    }
    if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        drop->acceptProposedAction();
        take(*drop->mimeData(), tr("What was dropped holds no web address."));
        return true;
    }
    return false;
}

NewDownload *Intake::dialog()
{
    if (m_dialog)
        return m_dialog;
    m_dialog =
        new NewDownload(m_source.options(), m_source.jobFor, m_source.directoryFor, m_window);
    connect(m_dialog, &NewDownload::wanted, this, &Intake::wanted);
    if (!m_stateFile.isEmpty()) {
        const QSettings state(m_stateFile, QSettings::IniFormat);
        m_dialog->setFoldOpen(state.value(foldKey()).toBool());
        connect(m_dialog, &QDialog::finished, this, [this, dialog = m_dialog.get()] {
            QSettings(m_stateFile, QSettings::IniFormat).setValue(foldKey(), dialog->isFoldOpen());
        });
    }
    m_dialog->open();
    return m_dialog;
}

void Intake::ask()
{
    if (m_dialog)
        return;
    NewDownload *asking = dialog();
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data || !data->hasText())
        return;
    // Only what can be meant for it: anything else in a clipboard is nobody's business.
    if (const auto address = onlyAddress(data->text()))
        asking->addAddresses({*address});
}

void Intake::pasteAddresses()
{
    if (const QMimeData *data = QGuiApplication::clipboard()->mimeData())
        take(*data, tr("The clipboard holds no web address."));
}

void Intake::take(const QMimeData &data, const QString &ifNone)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        readList(urls.front().toLocalFile());
    else
        take(addressesIn(data), ifNone);
}

void Intake::take(const AddressesInText &found, const QString &ifNone)
{
    if (found.addresses.empty()) {
        Q_EMIT told(ifNone);
        return;
    }
    dialog()->addAddresses(found.addresses);
    if (found.isCut)
        Q_EMIT told(tr("There are more addresses than can be taken at once; these are the first "
                       "%1.")
                        .arg(countText(qint64(found.addresses.size()))));
}

void Intake::chooseList()
{
    auto *files = new QFileDialog(m_window, tr("Open List of Addresses"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, &Intake::readList);
    files->open();
}

void Intake::readList(const QString &file)
{
    auto read = [this, door = m_inbox.door(), file] {
        const std::optional<AddressesInText> found = addressesInFile(file);
        door.post([this, file, found] {
            const QString name = visibleText(QFileInfo(file).fileName());
            if (found)
                take(*found, tr("There is no web address in \"%1\".").arg(name));
            else
                Q_EMIT told(tr("\"%1\" could not be read.").arg(name));
        });
    };
    startOnPool(*QThreadPool::globalInstance(), std::move(read));
}

} // namespace gleaner
