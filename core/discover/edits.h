// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace gleaner
{

/// Other bytes for those between two offsets of a body.
struct Edit {
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray bytes;

    friend bool operator==(const Edit &, const Edit &) = default;
};

// Edits are in the order of their places, and none begins before the one before it has ended. Pure
// functions, any thread.

/// Puts them into that order; of two that meet at more than their borders the second one goes.
void sortEdits(std::vector<Edit> &edits);

QByteArray edited(QByteArrayView bytes, const std::vector<Edit> &edits);

/// What takes edited(bytes, edits) back to `bytes`: small, and of no use for other bytes.
QByteArray reversePatch(QByteArrayView bytes, const std::vector<Edit> &edits);
/// Nothing if the patch is not one of these bytes, or leads to more than `largest` of them.
std::optional<QByteArray> restored(QByteArrayView bytes, QByteArrayView patch, qsizetype largest);

} // namespace gleaner
