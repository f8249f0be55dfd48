// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/edits.h"

#include <algorithm>

namespace gleaner
{

namespace
{

void appendNumber(QByteArray &out, qsizetype number)
{
    auto rest = quint64(number);
    for (; rest >= 0x80; rest >>= 7)
        out.append(char(rest | 0x80));
    out.append(char(rest));
}

/// Takes a number off the front; nothing if there is none.
std::optional<qsizetype> takeNumber(QByteArrayView &from)
{
    quint64 number = 0;
    for (int shift = 0; shift < 63 && !from.isEmpty(); shift += 7) {
        const auto byte = quint8(from.front());
        from = from.sliced(1);
        number |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            return qsizetype(number);
    }
    return std::nullopt;
}

} // namespace

void sortEdits(std::vector<Edit> &edits)
{
    std::ranges::stable_sort(edits, {}, &Edit::begin);
    qsizetype end = 0;
    std::erase_if(edits, [&](const Edit &edit) {
        if (edit.begin < end)
            return true;
        end = edit.end;
        return false;
    });
}

QByteArray edited(QByteArrayView bytes, const std::vector<Edit> &edits)
{
    qsizetype size = bytes.size();
    for (const Edit &edit : edits)
        size += edit.bytes.size() - (edit.end - edit.begin);
    QByteArray out;
    out.reserve(size);
    qsizetype at = 0;
    for (const Edit &edit : edits) {
        out.append(bytes.sliced(at, edit.begin - at)).append(edit.bytes);
        at = edit.end;
    }
    return out.append(bytes.sliced(at));
}

// For each edit: the bytes between it and the one before, the edited bytes that go, and the ones
// that come for them, with their number.
QByteArray reversePatch(QByteArrayView bytes, const std::vector<Edit> &edits)
{
    QByteArray patch;
    qsizetype at = 0;
    for (const Edit &edit : edits) {
        appendNumber(patch, edit.begin - at);
        appendNumber(patch, edit.bytes.size());
        appendNumber(patch, edit.end - edit.begin);
        patch.append(bytes.sliced(edit.begin, edit.end - edit.begin));
        at = edit.end;
    }
    return patch;
}

std::optional<QByteArray> restored(QByteArrayView bytes, QByteArrayView patch, qsizetype largest)
{
    QByteArray out;
    while (!patch.isEmpty()) {
        const auto between = takeNumber(patch);
        const auto goes = takeNumber(patch);
        const auto comes = takeNumber(patch);
        if (!between || !goes || !comes || *between > bytes.size()
            || *goes > bytes.size() - *between || *comes > patch.size()
            || *between + *comes > largest - out.size())
            return std::nullopt;
        out.append(bytes.first(*between)).append(patch.first(*comes));
        bytes = bytes.sliced(*between + *goes);
        patch = patch.sliced(*comes);
    }
    if (bytes.size() > largest - out.size())
        return std::nullopt;
    return out.append(bytes);
}

} // namespace gleaner
