// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nginx.h"

#include "tests/support/listeners.h"
#include "tests/support/rawclient.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

namespace gleaner::test
{

namespace
{

/// nginx lives in /usr/sbin, which is not on everybody's path.
QString nginxProgram()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    return found.isEmpty() ? QStringLiteral("/usr/sbin/nginx") : found;
}

quint16 freePort()
{
    return RefusingPort().port();
}

} // namespace

Nginx::Nginx(const NginxOptions &options)
    : m_options(options)
{
    m_process.setProgram(nginxProgram());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        // Ctrl+C in a terminal is for the program under test, not for its server.
        ::setpgid(0, 0);
    });
}

Nginx::~Nginx()
{
    stop();
}

bool Nginx::start()
{
    // nginx cannot be asked for any free port, and somebody else may take the one that was free.
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (startOn(freePort()))
            return true;
        if (m_process.error() == QProcess::FailedToStart)
            break;
    }
    return false;
}

void Nginx::stop()
{
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

QUrl Nginx::url(const QString &path) const
{
    QUrl address;
    address.setScheme(m_options.certificate ? QStringLiteral("https") : QStringLiteral("http"));
    address.setHost(QStringLiteral("127.0.0.1"));
    address.setPort(m_port);
    address.setPath(path);
    return address;
}

QList<QByteArray> Nginx::accessLog() const
{
    QFile log(m_folder.filePath(QStringLiteral("access.log")));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = log.readAll().split('\n');
    lines.removeLast();
    return lines;
}

bool Nginx::startOn(quint16 port)
{
    const QString configurationFile = m_folder.filePath(QStringLiteral("nginx.conf"));
    QFile file(configurationFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration(port).toUtf8()) < 0) {
        m_error = file.errorString();
        return false;
    }
    file.close();
    m_process.setArguments({QStringLiteral("-p"), m_folder.path(), QStringLiteral("-e"),
        QStringLiteral("error.log"), QStringLiteral("-c"), configurationFile});
    m_process.start();
    if (!m_process.waitForStarted()) {
        m_error = m_process.program() + QStringLiteral(": ") + m_process.errorString();
        return false;
    }
    const QDeadlineTimer deadline(10'000);
    while (!deadline.hasExpired() && !m_process.waitForFinished(10)) {
        if (RawClient(port).isConnected()) {
            m_port = port;
            return true;
        }
    }
    m_error = QString::fromLocal8Bit(m_process.readAll());
    stop();
    return false;
}

QString Nginx::configuration(quint16 port) const
{
    QString text = QStringLiteral("daemon off;\nerror_log error.log;\npid nginx.pid;\n");
    if (m_options.workers > 0)
        text += QStringLiteral("worker_processes %1;\n").arg(m_options.workers);
    else
        text += QStringLiteral("master_process off;\n");
    // Workers of a root's nginx would become nobody, who may not read a temporary folder.
    if (::geteuid() == 0)
        text += QStringLiteral("user root;\n");
    text += QStringLiteral("events { worker_connections 1024; }\n"
                           "http {\n"
                           "include /etc/nginx/mime.types;\n"
                           "default_type application/octet-stream;\n"
                           "log_format plain '$request_method $request_uri $status "
                           "$body_bytes_sent';\n"
                           "access_log access.log plain;\n"
                           "client_body_temp_path body;\nproxy_temp_path proxy;\n"
                           "fastcgi_temp_path fastcgi;\nuwsgi_temp_path uwsgi;\n"
                           "scgi_temp_path scgi;\nsendfile on;\ntcp_nopush on;\n"
                           "keepalive_requests 100000;\nserver {\n");
    const QLatin1String tls(m_options.certificate ? " ssl" : "");
    text += QStringLiteral("listen 127.0.0.1:%1%2;\n").arg(QString::number(port), tls);
    if (m_options.certificate) {
        text += QStringLiteral("ssl_certificate \"") + m_options.certificate->certificateFile
            + QStringLiteral("\";\nssl_certificate_key \"") + m_options.certificate->keyFile
            + QStringLiteral("\";\n");
    }
    text += QStringLiteral("root \"") + m_options.root + QStringLiteral("\";\n")
        + m_options.serverLines + QStringLiteral("\n}\n}\n");
    return text;
}

} // namespace gleaner::test
