// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// An address as it was written, made clean and cut at '?' and '#': without blanks at its ends,
/// TAB, LF and CR, in valid UTF-8. Reads the bytes in place where they are clean, so they must
/// outlive it; not copyable because its views may point into itself.
class UrlInput
{
public:
    explicit UrlInput(QByteArrayView text);
    Q_DISABLE_COPY_MOVE(UrlInput)

    /// Of the clean text, fragment included.
    qsizetype size() const { return m_size; }
    /// All before the first '?' or '#'.
    QByteArrayView beforeQuery() const { return m_beforeQuery; }
    /// Without the question mark.
    QByteArrayView query() const { return m_query; }
    bool hasQuery() const { return m_hasQuery; }
    bool hasFragment() const { return m_hasFragment; }

private:
    QByteArray m_cleaned;
    QByteArrayView m_beforeQuery;
    QByteArrayView m_query;
    qsizetype m_size = 0;
    bool m_hasQuery = false;
    bool m_hasFragment = false;
};

} // namespace gleaner
