// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/defaultdirectory.h"

#include "core/save/safename.h"
#include "core/url/address.h"

#include <QDir>
#include <QStandardPaths>

namespace gleaner
{

QString defaultDirectory(const Address &start, const QString &folder)
{
    QByteArray host = start.host().toByteArray();
    // An IPv6 address: its brackets are the address bar's, not the host's.
    if (host.startsWith('['))
        host = host.sliced(1).chopped(1);
    const QString downloads = folder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)
        : folder;
    return QDir(downloads).filePath(QString::fromUtf8(safeName(host)));
}

QString stateDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace gleaner
