// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spacewatch.h"

#include <QLabel>
#include <QTimer>

namespace gleaner
{

/// Says how much is free where a folder is, or would be made; nothing until the disk has answered.
class FreeSpace : public QLabel
{
    Q_OBJECT

public:
    explicit FreeSpace(QWidget *parent = nullptr);

    /// Absolute, or empty for nothing to say.
    void setFolder(const QString &folder);

private:
    QString m_folder;
    QTimer m_pause; ///< between a key and the question
    SpaceWatch m_space;
};

} // namespace gleaner
