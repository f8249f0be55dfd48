// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fakedownload.h"
#include "tests/ui/records.h"
#include "ui/mainwindow.h"

#include <QTemporaryDir>

class QLineEdit;
class QToolButton;

namespace gleaner
{

class WorkersBox;

/// A window over a FakeDownload, and what a test does with it. Tests of the window derive from it.
class WindowFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    void open(const WindowOptions &options = {});
    /// Opens the window and starts https://a.example/ by its form.
    void begin();
    /// A batch: records that are new are added, known ones changed; totals follow from all.
    void send(std::vector<Record> records, CrawlPhase phase = CrawlPhase::Running);

    QLineEdit *field(const char *name) const;
    QToolButton *button(const char *text) const;
    WorkersBox *workers() const;
    QString problem() const;
    QString message() const;

    QTemporaryDir m_folder;
    QString m_configDirectory; ///< to be set before open()
    QStringList m_calls; ///< of the download
    QList<QUrl> m_opened;
    FakeDownload *m_download = nullptr; ///< the one started last, unless a test says otherwise
    QList<FakeDownload *> m_made; ///< all of them, in the order in which they were made
    std::unique_ptr<MainWindow> m_window;
    std::optional<DiskFault> m_fault;
    int m_diskPauses = 0;
    GrowthQuestion m_question = GrowthQuestion::None;
    int m_questions = 0;
    std::optional<qint64> m_versionsKept;
    QByteArray m_id; ///< of its session
    std::vector<TrapGroup> m_traps; ///< that have changed
    std::vector<Record> m_known;
    std::vector<KnownSession> m_sessions; ///< of earlier runs, to be set before open()
};

} // namespace gleaner
