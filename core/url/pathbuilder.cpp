// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/pathbuilder.h"

#include "core/url/characterclass.h"
#include "core/url/percentencoding.h"

#include <algorithm>

namespace gleaner
{

namespace
{

bool isDriveLetter(QByteArrayView text)
{
    return text.size() == 2 && CharacterClass::isAlpha(text[0])
        && (text[1] == ':' || text[1] == '|');
}

QByteArrayView withoutFirstDot(QByteArrayView segment)
{
    if (segment.startsWith('.')) {
        return segment.sliced(1);
    }
    const bool escaped = segment.startsWith("%2e") || segment.startsWith("%2E");
    return escaped ? segment.sliced(3) : segment;
}

/// How many dots, plain or escaped, the segment is; 0 for any segment but "." and "..".
int dotsIn(QByteArrayView segment)
{
    const QByteArrayView second = withoutFirstDot(segment);
    if (second.size() == segment.size()) {
        return 0;
    }
    if (second.isEmpty()) {
        return 1;
    }
    return withoutFirstDot(second).isEmpty() ? 2 : 0;
}

} // namespace

bool startsWithDriveLetter(QByteArrayView text)
{
    return text.size() >= 2 && isDriveLetter(text.first(2))
        && (text.size() == 2 || text[2] == '/' || text[2] == '\\');
}

void PathBuilder::append(QByteArrayView segments)
{
    const bool backslashes = m_scheme != Scheme::Other;
    const char *begin = segments.begin();
    for (;;) {
        const char *end = std::find_if(
            begin, segments.end(), [=](char c) { return c == '/' || (backslashes && c == '\\'); });
        const bool last = end == segments.end();
        appendSegment({begin, end}, last);
        if (last) {
            return;
        }
        begin = end + 1;
    }
}

void PathBuilder::appendSegment(QByteArrayView segment, bool last)
{
    const int dots = dotsIn(segment);
    if (dots == 2) {
        removeLast();
    }
    if (dots > 0) {
        if (last) {
            m_out.append('/');
        }
        return;
    }
    const bool drive = m_scheme == Scheme::File && isEmpty() && isDriveLetter(segment);
    m_out.append('/');
    if (drive) {
        m_out.append(segment[0]).append(':');
    } else {
        appendPercentEncoded(m_out, segment, CharacterClass::EncodeInPath);
    }
}

void PathBuilder::removeLast()
{
    const QByteArrayView path = QByteArrayView(m_out).sliced(m_begin);
    const bool onlyDrive = m_scheme == Scheme::File && path.size() == 3
        && CharacterClass::isAlpha(path[1]) && path[2] == ':';
    if (!path.isEmpty() && !onlyDrive) {
        m_out.truncate(m_begin + path.lastIndexOf('/'));
    }
}

} // namespace gleaner
