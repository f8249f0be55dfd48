// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/scheme.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// Whether the text is a letter and a ':' or '|', all of it or up to a slash (URL Standard,
/// section 4.2, "starts with a Windows drive letter").
bool startsWithDriveLetter(QByteArrayView text);

/// Writes the segments of a hierarchical path behind what stands before it (URL Standard, section
/// 4.4, "path state"): resolves dot segments, percent-encodes, knows the drives of `file:`.
/// Lives inside one call of the parser; does not own the bytes.
class PathBuilder
{
public:
    /// What stands in `out` from `begin` on is the path so far: empty, or "/a/b".
    PathBuilder(QByteArray &out, qsizetype begin, Scheme scheme)
        : m_out(out)
        , m_begin(begin)
        , m_scheme(scheme)
    {
    }

    /// Appends all segments of a path that is written without its first slash; an empty text is
    /// one empty segment.
    void append(QByteArrayView segments);
    /// Removes the last segment, but never the drive of a `file:` path.
    void removeLast();

private:
    void appendSegment(QByteArrayView segment, bool last);
    bool isEmpty() const { return m_out.size() == m_begin; }

    QByteArray &m_out;
    qsizetype m_begin;
    Scheme m_scheme;
};

} // namespace gleaner
