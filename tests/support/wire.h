// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct ssl_ctx_st;

namespace gleaner::test
{

struct Certificate;

/// One accepted, non-blocking socket, bare or under TLS. Owned by its connection.
class Wire
{
public:
    /// Bytes moved, or one of these.
    static constexpr qsizetype wouldBlock = -1;
    static constexpr qsizetype broken = -2;

    explicit Wire(int socket);
    virtual ~Wire();
    Q_DISABLE_COPY_MOVE(Wire)

    int socket() const { return m_socket; }
    /// 0 when the peer has sent its last byte.
    virtual qsizetype read(char *data, qsizetype size);
    virtual qsizetype write(const char *data, qsizetype size);
    /// TLS may have to wait for the other direction than the caller's.
    virtual bool wantsToWrite() const { return false; }

    /// Everything written has been acknowledged by the peer's kernel.
    bool isDrained() const;
    virtual void finish(); ///< FIN
    void reset(); ///< RST, and the socket is gone

protected:
    int m_socket;
};

/// A TLS server's keys, shared by the wires of one server.
class TlsContext
{
public:
    explicit TlsContext(const Certificate &certificate);
    ~TlsContext();
    Q_DISABLE_COPY_MOVE(TlsContext)

    std::unique_ptr<Wire> accept(int socket) const;

private:
    ssl_ctx_st *m_context;
};

} // namespace gleaner::test
