// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/scriptstrings.h"

#include "core/discover/ascii.h"

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr qsizetype longestAddress = 2048;

constexpr const char *kExtensions[] = {"html", "htm", "xhtml", "php", "css", "js", "mjs", "json",
    "xml", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "mp3", "m4a", "ogg",
    "oga", "wav", "flac", "mp4", "m4v", "webm", "ogv", "mov", "m3u8", "mpd", "vtt", "woff", "woff2",
    "ttf", "otf", "eot", "pdf", "epub", "zip", "wasm", "webmanifest"};

bool isWordByte(char c)
{
    return ascii::isAlphanumeric(c) || c == '_' || c == '$' || quint8(c) >= 0x80;
}

QByteArray unescaped(QByteArrayView raw)
{
    QByteArray out;
    out.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size(); ++at) {
        // "\/" is common, and the only escape that plain addresses need.
        if (raw[at] == '\\' && at + 1 < raw.size() && raw[at + 1] == '/') {
            ++at;
        }
        out.append(raw[at]);
    }
    return out;
}

} // namespace

bool isPlainlyFile(QByteArrayView text)
{
    if (text.size() > longestAddress) {
        return false;
    }
    const bool plain = std::all_of(text.begin(), text.end(),
        [](char c) { return isWordByte(c) || QByteArrayView("-.~/%:?#&=+@!,;").contains(c); });
    const auto *end =
        std::find_if(text.begin(), text.end(), [](char c) { return c == '?' || c == '#'; });
    QByteArrayView path = text.first(end - text.begin());
    const qsizetype scheme = path.indexOf(':');
    const bool isWeb = ascii::startsWith(path, "http://") || ascii::startsWith(path, "https://");
    if (!plain || (scheme >= 0 && !isWeb)) {
        return false;
    }
    if (isWeb || path.startsWith("//")) {
        // A host is no file, whatever it ends in.
        const qsizetype host = path.indexOf("//") + 2;
        const qsizetype slash = path.indexOf('/', host);
        if (slash < 0) {
            return false;
        }
        path = path.sliced(slash);
    }
    const QByteArrayView file = path.sliced(path.lastIndexOf('/') + 1);
    const qsizetype dot = file.lastIndexOf('.');
    if (dot <= 0 || !isWordByte(file[dot - 1])) {
        return false;
    }
    const QByteArrayView extension = file.sliced(dot + 1);
    return std::any_of(
        std::begin(kExtensions), std::end(kExtensions), [extension](const char *known) {
            return ascii::equals(extension, QByteArrayView(known, qsizetype(qstrlen(known))));
        });
}

bool ScriptStringScanner::next()
{
    while (m_at < m_script.size()) {
        const char c = m_script[m_at];
        const char behind = m_at + 1 < m_script.size() ? m_script[m_at + 1] : '\0';
        if (c == '"' || c == '\'' || c == '`') {
            const bool found = readString(c);
            m_lastCode = m_at - 1;
            if (found) {
                return true;
            }
        } else if (c == '/' && (behind == '/' || behind == '*')) {
            skipComment();
        } else if (c == '/' && valueMayBegin()) {
            skipRegularExpression();
            m_lastCode = m_at - 1;
        } else {
            if (!ascii::isSpace(c)) {
                m_lastCode = m_at;
            }
            ++m_at;
        }
    }
    return false;
}

bool ScriptStringScanner::readString(char quote)
{
    m_begin = ++m_at;
    bool inserts = false;
    bool escapes = false;
    while (m_at < m_script.size() && m_script[m_at] != quote) {
        const char c = m_script[m_at];
        // Only a template goes on in the next line.
        if ((c == '\n' || c == '\r') && quote != '`') {
            return false;
        }
        inserts = inserts || (c == '$' && quote == '`');
        escapes = escapes || c == '\\';
        m_at += c == '\\' ? 2 : 1;
    }
    m_at = std::min(m_at, m_script.size());
    m_end = m_at;
    m_at = std::min(m_at + 1, m_script.size());
    if (inserts || m_end - m_begin > longestAddress) {
        return false;
    }
    m_url = m_script.sliced(m_begin, m_end - m_begin);
    if (escapes) {
        m_unescaped = unescaped(m_url);
        m_url = m_unescaped;
    }
    return isPlainlyFile(m_url);
}

void ScriptStringScanner::skipComment()
{
    const bool isBlock = m_script[m_at + 1] == '*';
    const QByteArrayView ending = isBlock ? "*/" : "\n";
    const qsizetype end = m_script.indexOf(ending, m_at + 2);
    m_at = end < 0 ? m_script.size() : end + ending.size();
}

void ScriptStringScanner::skipRegularExpression()
{
    bool inClass = false;
    for (++m_at; m_at < m_script.size(); ++m_at) {
        const char c = m_script[m_at];
        if (c == '\n' || c == '\r') {
            return; // it was a division
        }
        if (c == '/' && !inClass) {
            ++m_at;
            return;
        }
        if (c == '\\') {
            ++m_at;
        } else if (c == '[' || c == ']') {
            inClass = c == '[';
        }
    }
    m_at = m_script.size();
}

// Behind an operator or an opening bracket a slash begins a regular expression, behind a value it
// divides; words such as "return" are the exception.
bool ScriptStringScanner::valueMayBegin() const
{
    if (m_lastCode < 0) {
        return true;
    }
    const char last = m_script[m_lastCode];
    if (!isWordByte(last)) {
        return last != ')' && last != ']' && last != '}' && last != '"' && last != '\''
            && last != '`';
    }
    qsizetype begin = m_lastCode;
    constexpr qsizetype longestWord = 10;
    while (begin > 0 && m_lastCode - begin < longestWord && isWordByte(m_script[begin - 1])) {
        --begin;
    }
    const QByteArrayView word = m_script.sliced(begin, m_lastCode + 1 - begin);
    for (const char *operand : {"return", "typeof", "case", "in", "of", "delete", "void", "throw",
             "new", "else", "do", "await", "yield"}) {
        if (word == QByteArrayView(operand, qsizetype(qstrlen(operand)))) {
            return true;
        }
    }
    return false;
}

} // namespace gleaner
