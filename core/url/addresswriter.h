// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"
#include "core/url/scheme.h"

namespace gleaner
{

/// Writes an address from left to right in its canonical form (URL Standard, section 4.5, "URL
/// serializer") and notes where its parts begin. Lives inside one call of the parser, which gives
/// it the parts as they were written: scheme, host or none, port, path, query.
class AddressWriter
{
public:
    /// Makes room for so many bytes at once; escapes may need more.
    void reserve(qsizetype size) { m_address.m_bytes.reserve(size); }

    Scheme scheme() const { return m_scheme; }
    bool isSpecial() const { return m_scheme != Scheme::Other; }
    /// Whether the byte separates segments: in special schemes the backslash does, too.
    bool isSlash(char c) const { return c == '/' || (c == '\\' && isSpecial()); }

    /// Starts over with this scheme, in any case of letters, and for now without a host.
    void writeScheme(QByteArrayView scheme);
    /// False where it cannot be a host of this scheme. An empty one is written as it is.
    bool writeHost(QByteArrayView host);
    void writePort(quint16 port);
    /// Starts over with the scheme, host and port of the base.
    void keepAuthority(const Address &base);

    void keepPath(const Address &base);
    void keepPathWithoutLastSegment(const Address &base);
    void keepQuery(const Address &base);
    /// Appends segments to what there is of a path; their first slash is not in the text.
    void writeSegments(QByteArrayView segments);
    void writeOpaquePath(QByteArrayView path);
    /// The encoder may be null.
    void writeQuery(QByteArrayView query, const QueryEncoder *encoder);

    Address take();

private:
    void beginPath();
    void endPath();

    Address m_address;
    Scheme m_scheme = Scheme::Other;
};

} // namespace gleaner
