// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/exportfile.h"
#include "core/task/crossing.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace gleaner
{

class MessageBar;

/// Writes what a panel shows to a file that a person names: a list, a log.
///
/// Owned by the panel, in its thread. The pieces are asked for one after the other, each when the
/// one before is written, so neither thread waits for long and nothing grows. One file at a time.
class FileWriter : public QObject
{
    Q_OBJECT

public:
    /// Makes the next piece; an empty one at the end, and none at all where what it is made of has
    /// gone: then there is no file. Called in the window's thread.
    using NextPiece = std::function<std::optional<QByteArray>()>;

    /// `window` is the dialogs' parent, and outlives this like the message bar.
    FileWriter(MessageBar *messages, QWidget *window, QObject *parent = nullptr);
    ~FileWriter() override;

    /// Asks for a name, then writes. `filter` as of a file dialog.
    void ask(const QString &title, const QString &filter, const QString &name,
        const std::function<NextPiece()> &content);

private:
    void write(const QString &path, NextPiece next);

    struct Writing; ///< the writing thread's, between two pieces nobody's
    void writeNext(const std::shared_ptr<Writing> &writing);
    void tell(const QString &path, const std::optional<ExportFailure> &failure);

    MessageBar *m_messages;
    QWidget *m_window;
    bool m_isBusy = false;
    NextPiece m_next; ///< of the file that is being written
    std::shared_ptr<std::atomic<bool>> m_isGone;
    Inbox m_inbox;
    std::unique_ptr<SerialThread> m_thread; ///< from the first file on
};

} // namespace gleaner
