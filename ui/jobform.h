// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "ui/joboptions.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace gleaner
{

class ActionRow;
class AddressHistory;
class FolderField;
struct Preferences;
class WorkersBox;

/// Where a job of this start address is saved if nobody says otherwise.
using DefaultDirectory = std::function<QString(const Address &)>;

/// The few things a download needs: address, workers, folder, and the buttons that drive it.
///
/// The one form of the window: large in the middle while there is nothing to show, a bar on top
/// of the tree afterwards. What is wrong with what was typed stands below the fields, in words.
/// Owned by its MainPage; starts nothing itself.
class JobForm : public QWidget
{
    Q_OBJECT

public:
    /// The actions get buttons, in the order of their rank, and so does the one for what has no
    /// field.
    JobForm(DefaultDirectory directoryFor, const QList<QAction *> &actions, QAction *options,
        QWidget *parent = nullptr);

    /// Fills the fields; the rest of the job is kept for the next start.
    void setJob(const CrawlJob &job);
    /// Fills the fields with a download of an earlier run. Its options are its own: another
    /// address is again asked for with those of setJob(), which lend it their secrets per origin.
    void takeUp(const CrawlJob &job);
    /// Other preferences: the next download begins with them.
    void prefer(const Preferences &preferences);
    void setAddress(const QString &typed);
    /// What the next start asks for, but for what is in the fields.
    const CrawlJob &options() const { return showsEarlier() ? *m_earlier : m_job; }
    void setOptions(const JobOptions &options);
    void focusAddress();
    /// Offers what was downloaded before while an address is typed.
    void setHistory(AddressHistory *history);

    /// Reads the fields; nothing, with a sentence below them, if they make no job.
    std::optional<CrawlJob> readJob();
    /// The folder that a person has chosen for it is its own from now on: another site is saved
    /// where it is saved by itself.
    void noteBegun(const CrawlJob &job);
    /// Nothing came of it: what was chosen for it is meant for the next address as well.
    void noteFailed();
    /// A job for another address with the options of setJob(), where it is saved by itself.
    CrawlJob jobFor(const Address &start);
    /// As the field's own buttons do.
    void stepWorkers(int by);
    /// As the only thing in the window it is written larger.
    void setLarge(bool large);
    /// What helps gets a button below the sentence, and stays its owner's.
    void showProblem(const QString &sentence, QAction *remedy = nullptr);
    QString problem() const;

Q_SIGNALS:
    /// Enter in one of the fields.
    void submitted();
    void workerCountChanged(int count);

private:
    void fill(const CrawlJob &job);
    bool showsEarlier() const;
    QLayout *makeWorkersRow();
    void offer(QAction *remedy);
    void placeActions(QLayout *layout);
    void addressEdited();
    void suggestDirectory();
    /// Of the address; empty if it is none.
    QByteArray typedHost() const;
    void keepHeadersHome(CrawlJob &job);

    DefaultDirectory m_directoryFor;
    CrawlJob m_job; ///< the options that have no field
    std::optional<CrawlJob> m_earlier; ///< instead of m_job, for its own address
    QString m_jobText; ///< how the job's starts stand in the address field
    std::vector<QByteArray> m_headersFor; ///< the origins that the job's own headers are meant for
    bool m_directoryChosen = false;
    QHash<QByteArray, QString> m_chosen; ///< folders of what was begun, by host

    QLineEdit *m_address;
    FolderField *m_folder;
    WorkersBox *m_workers;
    ActionRow *m_actions;
    QToolButton *m_options;
    QWidget *m_second; ///< the line with the folder and the buttons
    QLabel *m_problem;
    QToolButton *m_remedy = nullptr; ///< only where there is one
};

} // namespace gleaner
