// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>

namespace gleaner::test
{

/// Something made to take a parser's time or memory, in any size.
struct HostileInput {
    const char *name;
    const char *type; ///< a Content-Type, "robots" or "header"
    QByteArray (*make)(int eighths); ///< 8 is the whole size, around 10 MB
};

/// HTML; and style sheets, XML, JSON, lists, scripts, robots.txt, headers.
std::span<const HostileInput> hostilePages();
std::span<const HostileInput> hostileFiles();

/// Reads it with the parser it is made for. Returns how much was found.
size_t readHostile(const HostileInput &input, const QByteArray &body);

/// before 0 behind before 1 behind …
QByteArray numbered(const char *before, int count, const char *behind);

inline constexpr qsizetype MiB = 1 << 20;

} // namespace gleaner::test
