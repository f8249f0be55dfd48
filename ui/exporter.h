// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/exports.h"
#include "core/task/crossing.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

class QAction;
class QWidget;

namespace gleaner
{

class MessageBar;
class Session;

/// Download > Export: asks for the name of a file and makes it of the download that is shown. What
/// it is to be is said by the end of its name, as on the command line.
///
/// Owned by the window, in its thread, and never waits for the disk: sessions and files are read in
/// a thread of its own. One export at a time; what is under way when this goes is given up.
class Exporter : public QObject
{
    Q_OBJECT

public:
    /// A download that has ended, or was never begun by this program.
    struct Source {
        QString stateDirectory;
        QByteArray session; ///< its id; empty: the last one of the folder
        QString directory;
    };
    static Source sourceOf(const Session &session);
    /// Asks when the action is triggered; `source` is then the download. The message bar outlives
    /// this, the window owns it.
    Exporter(QAction *action, const std::function<Source()> &source, MessageBar *messages,
        QWidget *window);
    ~Exporter() override;

    /// Asks for the file, unless that is being asked or made; without an answer nothing happens.
    void ask(const Source &source);
    /// Makes it; done() follows.
    void write(const Source &source, const QString &path, Existing existing);

Q_SIGNALS:
    void done();

private:
    void tell(const QString &path, const Exported &exported);

    MessageBar *m_messages;
    QWidget *m_window;
    bool m_isBusy = false;
    std::shared_ptr<std::atomic<bool>> m_isGoing; ///< this goes: nobody wants an export any more
    Inbox m_inbox; ///< what became of an export arrives here
    SerialThread m_thread;
};

} // namespace gleaner
