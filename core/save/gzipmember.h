// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace gleaner
{

/// A gzip member (RFC 1952) that is made piece by piece, by zlib. A value of one thread at a time,
/// any thread.
class GzipMember
{
public:
    enum class Effort : quint8 {
        Usual,
        None, ///< what is packed already is only wrapped
    };
    /// Judged by a try on the beginning.
    static Effort effortFor(QByteArrayView beginning);

    explicit GzipMember(Effort effort);
    GzipMember(GzipMember &&other) noexcept;
    ~GzipMember();

    /// What there is to be written so far; that may be nothing.
    QByteArray add(QByteArrayView bytes);
    QByteArray finish();

private:
    QByteArray run(QByteArrayView bytes, int flush);
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace gleaner
