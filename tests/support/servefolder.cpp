// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nginx.h"

#include <QCommandLineParser>
#include <QTextStream>

#include <csignal>

#include <sys/prctl.h>

using namespace gleaner::test;

/// Serves a folder with a private nginx on a free loopback port, for ./dev demo and the benchmarks:
/// prints the address and runs until SIGINT, SIGTERM or its parent's end.
///
///     servefolder [--tls] [--hosts] [--log FILE] FOLDER
///
/// With --tls the second line it prints is the file of the authority to trust. With --hosts each
/// host name has its own folder below FOLDER. --log gets a line for each request.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("tls"), {}}, {QStringLiteral("hosts"), {}},
        {QStringLiteral("log"), {}, QStringLiteral("FILE")}});
    if (!parser.parse(QCoreApplication::arguments()) || parser.positionalArguments().size() != 1) {
        QTextStream(stderr) << "usage: servefolder [--tls] [--hosts] [--log FILE] FOLDER\n";
        return 2;
    }
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    NginxOptions options{parser.positionalArguments().constFirst(), 0, {}, {}};
    if (parser.isSet(QStringLiteral("hosts")))
        options.root += QStringLiteral("/$host");
    options.serverLines = parser.isSet(QStringLiteral("log"))
        ? QStringLiteral("access_log \"%1\" plain;\n").arg(parser.value(QStringLiteral("log")))
        : QStringLiteral("access_log off;\n");
    std::optional<CertificateAuthority> authority;
    if (parser.isSet(QStringLiteral("tls"))) {
        authority.emplace();
        options.certificate = authority->issue();
        if (!authority->isValid()) {
            QTextStream(stderr) << authority->errorString() << '\n';
            return 1;
        }
    }
    Nginx nginx(options);
    if (!nginx.start()) {
        QTextStream(stderr) << nginx.errorString() << '\n';
        return 1;
    }
    // Only now, because a child inherits what is blocked, and nginx has to hear its SIGTERM.
    sigset_t endings;
    sigemptyset(&endings);
    sigaddset(&endings, SIGINT);
    sigaddset(&endings, SIGTERM);
    sigprocmask(SIG_BLOCK, &endings, nullptr);
    QTextStream out(stdout);
    out << nginx.url().toString() << Qt::endl;
    if (authority)
        out << authority->file() << Qt::endl;
    int received = 0;
    sigwait(&endings, &received);
    return 0;
}
