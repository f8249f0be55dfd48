// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filewriter.h"

#include "ui/exporttexts.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"

#include <QDir>
#include <QFileDialog>

namespace gleaner
{

struct FileWriter::Writing {
    QString path;
    std::unique_ptr<ExportFile> file;
};

FileWriter::FileWriter(MessageBar *messages, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_messages(messages)
    , m_window(window)
    , m_isGone(std::make_shared<std::atomic<bool>>(false))
{
}

FileWriter::~FileWriter()
{
    *m_isGone = true;
}

void FileWriter::ask(const QString &title, const QString &filter, const QString &name,
    const std::function<NextPiece()> &content)
{
    const QString dialogName = QStringLiteral("save");
    if (m_isBusy || m_window->findChild<QFileDialog *>(dialogName))
        return;
    auto *dialog = new QFileDialog(m_window, title, QDir::homePath(), filter);
    dialog->setObjectName(dialogName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(name.section(QLatin1Char('.'), -1));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, content](const QString &path) { write(path, content()); });
    dialog->open();
}

void FileWriter::write(const QString &path, NextPiece next)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    if (!m_thread)
        m_thread = std::make_unique<SerialThread>(QStringLiteral("filewriter"));
    auto writing = std::make_shared<Writing>();
    writing->path = path;
    m_next = std::move(next);
    m_thread->door().post([this, writing, isGone = m_isGone, door = m_inbox.door()] {
        // The dialog has asked whether a file of that name may be replaced.
        writing->file = std::make_unique<ExportFile>(writing->path, Existing::Replace);
        writing->file->setStop([isGone] { return isGone->load(); });
        const auto failure = writing->file->open();
        door.post([this, writing, failure] {
            if (failure)
                tell(writing->path, failure);
            else
                writeNext(writing);
        });
    });
}

void FileWriter::writeNext(const std::shared_ptr<Writing> &writing)
{
    const std::optional<QByteArray> next = m_next();
    if (!next) {
        m_isBusy = false;
        m_next = {};
        m_messages->show(MessageBar::Kind::Warning,
            tr("\"%1\" was not written, because the download was begun again meanwhile.")
                .arg(visibleText(writing->path)));
        // What there is of the file goes in the thread that made it.
        m_thread->door().post([writing] { writing->file.reset(); });
        return;
    }
    m_thread->door().post([this, writing, piece = *next, door = m_inbox.door()] {
        if (!piece.isEmpty() && writing->file->write(piece)) {
            door.post([this, writing] { writeNext(writing); });
            return;
        }
        const auto failure = writing->file->commit();
        writing->file.reset();
        door.post([this, path = writing->path, failure] { tell(path, failure); });
    });
}

void FileWriter::tell(const QString &path, const std::optional<ExportFailure> &failure)
{
    m_isBusy = false;
    m_next = {};
    if (failure)
        m_messages->show(MessageBar::Kind::Error, exportFailureText(*failure));
    else
        m_messages->show(MessageBar::Kind::Good, tr("Wrote \"%1\".").arg(visibleText(path)));
}

} // namespace gleaner
