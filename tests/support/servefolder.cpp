// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nginx.h"

#include <QTextStream>

#include <csignal>

#include <sys/prctl.h>

/// Serves a folder with a private nginx on a free loopback port, for ./dev demo and the benchmarks:
/// prints the address and runs until SIGINT, SIGTERM or its parent's end.   servefolder FOLDER
int main(int argc, char **argv)
{
    if (argc != 2) {
        QTextStream(stderr) << "usage: servefolder FOLDER\n";
        return 2;
    }
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    gleaner::test::Nginx nginx({QString::fromLocal8Bit(argv[1]), 0, {}, {}});
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
    QTextStream(stdout) << nginx.url().toString() << Qt::endl;
    int received = 0;
    sigwait(&endings, &received);
    return 0;
}
