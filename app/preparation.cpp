// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preparation.h"

#include "app/commandline.h"
#include "app/mistake.h"

#include <QFile>
#include <QSslCertificate>

namespace gleaner
{

namespace
{

/// More is no list of certificates; the system's whole one has about 220 KiB.
constexpr qint64 largestCertificateFile = 16 * 1024 * 1024;

void readAuthorities(CommandLine &line, Mistake &mistake)
{
    for (const QString &name : line.authorityFiles) {
        QFile file(name);
        if (name.isEmpty() || !file.open(QIODevice::ReadOnly)) {
            mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                             "The file of --ca-certificate could not be read: \"%1\"."),
                name);
            continue;
        }
        const auto read = QSslCertificate::fromData(file.read(largestCertificateFile), QSsl::Pem);
        if (read.isEmpty())
            mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                             "The file of --ca-certificate holds no certificate in PEM form: "
                             "\"%1\"."),
                name);
        line.job.network.authorities += read;
    }
}

} // namespace

QString prepare(CommandLine &line)
{
    Mistake mistake;
    readAuthorities(line, mistake);
    return mistake.text();
}

} // namespace gleaner
