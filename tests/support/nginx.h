// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/certificates.h"

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <optional>

namespace gleaner::test
{

struct NginxOptions {
    QString root; ///< the folder it serves
    int workers = 0; ///< processes beside a master; 0 is one process for all
    std::optional<Certificate> certificate; ///< with one it speaks TLS
    QString serverLines; ///< more directives for the server block
};

/// A private nginx on a free loopback port, for the folder of a test. Needs no privileges, leaves
/// the system's own nginx alone, and ends with its owner, even if that crashes.
class Nginx
{
public:
    explicit Nginx(const NginxOptions &options);
    ~Nginx();
    Q_DISABLE_COPY_MOVE(Nginx)

    /// False when it could not be started; errorString() says why.
    bool start();
    void stop();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    QString errorString() const { return m_error; }
    qint64 processId() const { return m_process.processId(); }

    quint16 port() const { return m_port; }
    QUrl url(const QString &path = QStringLiteral("/")) const;
    /// A line per finished request: METHOD TARGET STATUS BODY-BYTES.
    QList<QByteArray> accessLog() const;

private:
    bool startOn(quint16 port);
    QString configuration(quint16 port) const;

    NginxOptions m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_error;
    quint16 m_port = 0;
};

} // namespace gleaner::test
