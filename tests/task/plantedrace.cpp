// SPDX-License-Identifier: GPL-3.0-or-later
// ThreadSanitizer has to report this one: two threads reach an int through our crossing, but
// nobody hands it over. If it stays silent, the silence about everything else means nothing.
#include "core/task/crossing.h"

#include <QCoreApplication>

#include <atomic>
#include <cstdio>
#include <thread>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    gleaner::SerialThread first(QStringLiteral("first"));
    gleaner::SerialThread second(QStringLiteral("second"));
    int shared = 0;
    // Relaxed: it tells when both are done, and orders nothing between them.
    std::atomic<int> done = 0;
    const auto touch = [&] {
        ++shared;
        done.fetch_add(1, std::memory_order_relaxed);
    };
    first.door().post(touch);
    second.door().post(touch);
    while (done.load(std::memory_order_relaxed) < 2)
        std::this_thread::yield();
    std::puts("nothing was reported");
    return 0;
}
