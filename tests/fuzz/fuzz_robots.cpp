// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/robots.h"

#include <QByteArrayList>

using namespace gleaner;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const RobotsRules rules = RobotsRules::parse(text, "gleaner");
    // The file itself makes good paths: they meet its own patterns half-way.
    for (const QByteArray &line : text.split('\n'))
        (void)rules.allows(line);
    return 0;
}
