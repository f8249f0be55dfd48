// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testserver.h"

#include <QTextStream>

#include <csignal>

/// The test server as a program of its own, for scripts, benchmarks and trying things by hand:
/// prints its address and runs until SIGINT or SIGTERM.   testserver [PORT]
int main(int argc, char **argv)
{
    sigset_t endings;
    sigemptyset(&endings);
    sigaddset(&endings, SIGINT);
    sigaddset(&endings, SIGTERM);
    // Blocked before the server's thread starts, so that only sigwait() below takes them.
    pthread_sigmask(SIG_BLOCK, &endings, nullptr);

    const auto port = quint16(argc > 1 ? QByteArray(argv[1]).toUInt() : 0);
    gleaner::test::TestServer server("127.0.0.1", nullptr, port);
    server.setLogging(false);
    QTextStream(stdout) << server.url().toString() << Qt::endl;
    int received = 0;
    sigwait(&endings, &received);
    return 0;
}
