// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// Steps through the candidates of a `srcset` or `imagesrcset` value, as a browser splits it:
/// HTML standard, section 4.8.4.3.10 ("Parsing a srcset attribute"), with the rules of 2024 by
/// which an unknown descriptor does no harm.
///
/// Linear, no allocation, any thread. The value is decoded text and must outlive the scanner.
/// Candidates whose descriptors contradict each other, which browsers ignore, are passed over.
class SrcsetScanner
{
public:
    explicit SrcsetScanner(QByteArrayView value)
        : m_value(value)
    {
    }

    /// Steps to the next candidate; false at the end.
    bool next();

    QByteArrayView url() const { return m_value.sliced(m_begin, m_end - m_begin); }
    /// Where in the value its address stands.
    qsizetype begin() const { return m_begin; }
    qsizetype end() const { return m_end; }

private:
    bool readDescriptors();

    QByteArrayView m_value;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
};

} // namespace gleaner
