// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"

#include <algorithm>

namespace gleaner::test
{

QByteArray patternBytes(qint64 size, quint64 seed)
{
    constexpr qint64 largest = 256 * 1024 * 1024;
    QByteArray bytes(std::clamp<qint64>(size, 0, largest), Qt::Uninitialized);
    quint64 state = seed * 0x9E3779B97F4A7C15u + 0x2545F4914F6CDD1Du;
    for (char &byte : bytes) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        byte = char(state >> 56);
    }
    return bytes;
}

void addFaultRoutes(TestServer &server)
{
    addBodyFaults(server);
    addHeadFaults(server);
    addStatusFaults(server);
    addCodingFaults(server);
    addRangeFaults(server);
    addConnectionFaults(server);
}

} // namespace gleaner::test
