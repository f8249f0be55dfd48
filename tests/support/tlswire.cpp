// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/wire.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <QFile>

namespace gleaner::test
{

namespace
{

class TlsWire : public Wire
{
public:
    TlsWire(int socket, SSL *session)
        : Wire(socket)
        , m_session(session)
    {
    }
    ~TlsWire() override { SSL_free(m_session); }
    Q_DISABLE_COPY_MOVE(TlsWire)

    qsizetype read(char *data, qsizetype size) override
    {
        return moved(SSL_read(m_session, data, int(size)));
    }
    qsizetype write(const char *data, qsizetype size) override
    {
        return moved(SSL_write(m_session, data, int(std::min<qsizetype>(size, 65536))));
    }
    bool wantsToWrite() const override { return m_wantsToWrite; }

private:
    qsizetype moved(int result)
    {
        const int error = SSL_get_error(m_session, result);
        m_wantsToWrite = error == SSL_ERROR_WANT_WRITE;
        ERR_clear_error();
        if (result > 0)
            return result;
        if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
            return wouldBlock;
        return error == SSL_ERROR_ZERO_RETURN ? 0 : broken;
    }

    SSL *m_session;
    bool m_wantsToWrite = false;
};

} // namespace

TlsContext::TlsContext(const Certificate &certificate)
    : m_context(SSL_CTX_new(TLS_server_method()))
{
    const QByteArray chain = QFile::encodeName(certificate.certificateFile);
    const QByteArray key = QFile::encodeName(certificate.keyFile);
    if (SSL_CTX_use_certificate_chain_file(m_context, chain.constData()) != 1
        || SSL_CTX_use_PrivateKey_file(m_context, key.constData(), SSL_FILETYPE_PEM) != 1)
        qFatal("the test server cannot use the certificate %s", chain.constData());
    if (certificate.versions == TlsVersions::Outdated) {
        SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_context, TLS1_1_VERSION);
        SSL_CTX_set_cipher_list(m_context, "ALL:@SECLEVEL=0");
    }
    SSL_CTX_set_mode(
        m_context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

TlsContext::~TlsContext()
{
    SSL_CTX_free(m_context);
}

std::unique_ptr<Wire> TlsContext::accept(int socket) const
{
    SSL *session = SSL_new(m_context);
    SSL_set_fd(session, socket);
    SSL_set_accept_state(session);
    return std::make_unique<TlsWire>(socket, session);
}

} // namespace gleaner::test
