// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/listlinks.h"
#include "core/discover/robots.h"

using namespace gleaner;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const RobotsRules rules = RobotsRules::parse(text, "gleaner");
    // The file itself makes good paths: they meet its own patterns half-way.
    for (const QByteArray &line : text.split('\n'))
        (void)rules.allows(line);
    robotsSitemaps(text, *Address::parse("http://h.example/robots.txt"));
    return 0;
}
