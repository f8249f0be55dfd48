// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/crossing.h"

#include <QLabel>
#include <QTimer>

namespace gleaner
{

/// Says how much is free where a folder is, or would be made. The disk is asked on a pool thread,
/// because a network drive can take its time; until it answers nothing is said.
class FreeSpace : public QLabel
{
    Q_OBJECT

public:
    explicit FreeSpace(QWidget *parent = nullptr);

    /// Absolute, or empty for nothing to say.
    void setFolder(const QString &folder);

private:
    void ask();
    void tell(const QString &folder, qint64 bytes);

    QString m_folder;
    QTimer m_pause; ///< between a key and the question
    Inbox m_inbox;
};

/// Free bytes of the file system that has the folder or the first of its parents that exists;
/// negative if that cannot be told. May wait for the disk; any thread.
qint64 freeBytesAt(const QString &folder);

} // namespace gleaner
