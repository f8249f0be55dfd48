// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporter.h"

#include "ui/exporttexts.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/reportpage.h"
#include "ui/session.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>

namespace gleaner
{

namespace
{

/// In the exports' own thread.
Exported exportNow(const Exporter::Source &source, const ExportTarget &target)
{
    const QString name =
        source.session.isEmpty() ? source.directory : QString::fromLatin1(source.session);
    const auto known = findKnownSession(source.stateDirectory, name);
    if (!known)
        return {ExportFailure{ExportFailure::Kind::NotRead, source.directory, {}}};
    const auto read = readStoredDownload(*known, SessionHolder::ThisProgram);
    if (const auto *failure = std::get_if<ExportFailure>(&read))
        return {*failure};
    return exportDownload(std::get<StoredDownload>(read), target, writeReportPage);
}

} // namespace

Exporter::Exporter(
    QAction *action, const std::function<Source()> &source, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_messages(messages)
    , m_window(window)
    , m_isGoing(std::make_shared<std::atomic<bool>>(false))
    , m_thread(QStringLiteral("export"))
{
    connect(action, &QAction::triggered, this, [this, source] { ask(source()); });
}

Exporter::~Exporter()
{
    *m_isGoing = true;
}

Exporter::Source Exporter::sourceOf(const Session &session)
{
    return {session.job().stateDirectory, session.id(), session.job().directory};
}

void Exporter::ask(const Source &source)
{
    if (m_isBusy || m_window->findChild<QFileDialog *>(QStringLiteral("export")))
        return;
    auto *dialog = new QFileDialog(m_window, tr("Export"), QDir::homePath());
    dialog->setObjectName(QStringLiteral("export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Report to read (*.html)"), tr("Table of all addresses (*.csv)"),
        tr("JSON lines (*.jsonl)"), tr("Checksums (*.txt)"), tr("The files as ZIP (*.zip)"),
        tr("Web archive, if one was kept (*.wacz)")});
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(QStringLiteral("report.html"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype dot = filter.lastIndexOf(u'.');
        dialog->setDefaultSuffix(filter.mid(dot + 1).chopped(1));
    });
    // The dialog has asked whether a file of that name may be replaced.
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, source](const QString &path) { write(source, path, Existing::Replace); });
    dialog->open();
}

void Exporter::write(const Source &source, const QString &path, Existing existing)
{
    const auto kind = exportKindOf(path);
    if (!kind) {
        m_messages->show(MessageBar::Kind::Error,
            tr("\"%1\" ends in none of .html, .csv, .jsonl, .txt, .zip and .wacz.")
                .arg(visibleText(path)));
        Q_EMIT done();
        return;
    }
    m_isBusy = true;
    ExportTarget target{path, *kind, existing, {}};
    target.isStopped = [isGoing = m_isGoing] { return isGoing->load(); };
    m_messages->show(MessageBar::Kind::Plain, tr("Writing \"%1\"…").arg(visibleText(path)));
    m_thread.door().post([this, source, target, door = m_inbox.door()] {
        const Exported exported = exportNow(source, target);
        door.post([this, exported, path = target.path] { tell(path, exported); });
    });
}

void Exporter::tell(const QString &path, const Exported &exported)
{
    m_isBusy = false;
    if (exported.failure)
        m_messages->show(MessageBar::Kind::Error, exportFailureText(*exported.failure));
    else if (exported.missing > 0)
        m_messages->show(MessageBar::Kind::Warning, exportMissingText(exported.missing, path));
    else
        m_messages->show(MessageBar::Kind::Good, tr("Wrote \"%1\".").arg(visibleText(path)));
    Q_EMIT done();
}

} // namespace gleaner
