// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs a program and writes what it took as JSON. A small program, because the kernel counts the
// memory of whoever starts a program as that program's own.
//
//     runmeasured RESULT-FILE TIMEOUT-SECONDS PROGRAM [ARGUMENTS...]
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

pid_t child = 0;
volatile std::sig_atomic_t timedOut = 0;

double seconds(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

/// Whatever it started as well.
void endIt(int signal)
{
    timedOut = signal == SIGALRM;
    ::kill(-child, SIGKILL);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4) {
        std::fputs("usage: runmeasured RESULT-FILE TIMEOUT-SECONDS PROGRAM...\n", stderr);
        return 2;
    }
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const auto began = std::chrono::steady_clock::now();
    child = ::fork();
    if (child == 0) {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::execvp(argv[3], argv + 3);
        std::perror(argv[3]);
        ::_exit(127);
    }
    if (child < 0)
        return 1;
    ::setpgid(child, child);
    std::signal(SIGALRM, endIt);
    std::signal(SIGTERM, endIt);
    std::signal(SIGINT, endIt);
    ::alarm(unsigned(std::atoi(argv[2])));
    int status = 0;
    rusage usage{};
    while (::wait4(child, &status, 0, &usage) != child) { }
    ::alarm(0);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
    std::FILE *file = std::fopen(argv[1], "w");
    if (!file)
        return 1;
    std::fprintf(file,
        "{\"wall\": %.6f, \"cpu\": %.6f, \"peak\": %.3f, \"status\": %d, \"timedOut\": %s}\n",
        wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
        double(usage.ru_maxrss) / 1024, WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
        timedOut ? "true" : "false");
    return std::fclose(file) == 0 ? 0 : 1;
}
