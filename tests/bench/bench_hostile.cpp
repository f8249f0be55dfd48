// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/processortime.h"
#include "tests/bench/report.h"
#include "tests/discover/hostile.h"

#include <algorithm>
#include <memory>

using namespace gleaner::test;

namespace
{

void addAll(Comparison &comparison, std::span<const HostileInput> inputs, bool quick)
{
    for (const HostileInput &input : inputs) {
        const auto body = std::make_shared<QByteArray>(input.make(quick ? 1 : 8));
        comparison.add(QStringLiteral("%1: %2").arg(
                           QString::fromLatin1(input.type), QString::fromLatin1(input.name)),
            [&input, body] {
                const double begin = processorSeconds();
                (void)readHostile(input, *body);
                const double seconds = processorSeconds() - begin;
                return seconds * 1e7 / double(std::max<qsizetype>(body->size(), 1));
            });
    }
}

} // namespace

/// What was made to take a parser's time: the goal is less than a second for each 10 MB.
int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    Comparison comparison(
        QStringLiteral("Hostile input, processor's time for each 10 MB"), QStringLiteral("s"));
    addAll(comparison, hostilePages(), options.quick);
    addAll(comparison, hostileFiles(), options.quick);
    comparison.run(options.quick ? 1 : 3);
    comparison.print(options);
    return 0;
}
