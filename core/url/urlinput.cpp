// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urlinput.h"

#include "core/url/characterclass.h"
#include "core/url/utf8.h"

#include <algorithm>

namespace gleaner
{

namespace
{

bool isBlank(char c)
{
    return quint8(c) <= 0x20;
}

bool isTabOrNewline(char c)
{
    return c == '\t' || c == '\n' || c == '\r';
}

QByteArrayView trimmed(QByteArrayView text)
{
    const auto begin = std::find_if_not(text.begin(), text.end(), isBlank);
    auto end = text.end();
    while (end != begin && isBlank(end[-1])) {
        --end;
    }
    return {begin, end};
}

bool isClean(QByteArrayView text)
{
    bool ascii = true;
    for (const char c : text) {
        if (CharacterClass::has(c, CharacterClass::Unclean)) {
            if (isTabOrNewline(c)) {
                return false;
            }
            ascii = false;
        }
    }
    return ascii || text.isValidUtf8();
}

QByteArray cleaned(QByteArrayView text)
{
    QByteArray clean = repairedUtf8(text);
    clean.erase(std::remove_if(clean.begin(), clean.end(), isTabOrNewline), clean.end());
    return clean;
}

} // namespace

UrlInput::UrlInput(QByteArrayView text)
{
    text = trimmed(text);
    if (!isClean(text)) {
        m_cleaned = cleaned(text);
        text = m_cleaned;
    }
    m_size = text.size();
    // No state of the standard's parser reads past a '#' or, before one, past a '?'.
    const qsizetype fragment = text.indexOf('#');
    m_hasFragment = fragment >= 0;
    m_beforeQuery = m_hasFragment ? text.first(fragment) : text;
    const qsizetype query = m_beforeQuery.indexOf('?');
    m_hasQuery = query >= 0;
    if (m_hasQuery) {
        m_query = m_beforeQuery.sliced(query + 1);
        m_beforeQuery = m_beforeQuery.first(query);
    }
}

} // namespace gleaner
