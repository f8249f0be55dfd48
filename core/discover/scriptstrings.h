// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// Steps through the string literals of a JavaScript text that are plainly addresses of files: a
/// path, or a whole address, whose last segment ends in a known extension. Templates count where
/// nothing is inserted into them.
///
/// A guess, as there is no parser behind it: comments and regular expressions are passed over by
/// what stands before them. Linear, any thread. The text must outlive it.
class ScriptStringScanner
{
public:
    explicit ScriptStringScanner(QByteArrayView script)
        : m_script(script)
    {
    }

    /// Steps to the next address; false at the end.
    bool next();

    /// The address, escapes resolved. Valid until next().
    QByteArrayView url() const { return m_url; }
    /// Where its raw bytes stand, without quotes.
    qsizetype begin() const { return m_begin; }
    qsizetype end() const { return m_end; }

private:
    bool readString(char quote);
    void skipComment();
    void skipRegularExpression();
    bool valueMayBegin() const;

    QByteArrayView m_script;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    qsizetype m_lastCode = -1; ///< the latest byte that is no blank, comment or string
    QByteArray m_unescaped;
    QByteArrayView m_url;
};

/// Is a string plainly the address of a file: no blanks, nothing that addresses do not hold, and a
/// name with one of the extensions of pages, pictures, styles, scripts, fonts, media and documents?
bool isPlainlyFile(QByteArrayView text);

} // namespace gleaner
