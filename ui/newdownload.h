// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "ui/jobform.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gleaner
{

class Fold;
class FolderField;
class FreeSpace;
class JobTabs;
class WorkersBox;

/// What becomes of new downloads.
enum class Begin : quint8 { Now, Paused };

/// Asks for one download or several: their addresses, a folder, workers, and behind a fold all that
/// else can be chosen. Its button says why where it cannot be used. Deletes itself when it is
/// closed; does not hold up the window; starts nothing itself.
class NewDownload : public QDialog
{
    Q_OBJECT

public:
    /// A job for an address with what is taken for granted; saved where it goes by itself.
    using JobFor = std::function<CrawlJob(const Address &)>;

    /// `options`: what is taken for granted, without an address. JobFor is asked only for what is
    /// begun; while an address is typed, only where it would be saved.
    NewDownload(
        const CrawlJob &options, JobFor jobFor, DefaultDirectory directoryFor, QWidget *parent);

    /// Beside what stands there; the button has the keyboard then.
    void addAddresses(const std::vector<Address> &addresses);
    void setFoldOpen(bool open);
    bool isFoldOpen() const;

Q_SIGNALS:
    void wanted(const std::vector<gleaner::CrawlJob> &jobs, gleaner::Begin begin);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void addressesEdited();
    void suggestFolder();
    void check();
    QString problem() const;
    QString folderOf(const CrawlJob &job) const;
    void finish();

    JobFor m_jobFor;
    DefaultDirectory m_directoryFor;
    std::vector<Address> m_starts;
    QString m_addressProblem;
    bool m_folderChosen = false;

    QPlainTextEdit *m_addresses;
    FolderField *m_folder;
    FreeSpace *m_space;
    WorkersBox *m_workers;
    QLabel *m_perHost;
    JobTabs *m_tabs;
    Fold *m_advanced;
    QCheckBox *m_paused;
    QLabel *m_problem;
    QPushButton *m_download = nullptr;
};

} // namespace gleaner
