// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/runninghash.h"

#include <openssl/evp.h>

namespace gleaner
{

namespace
{

/// Looked up once: EVP_sha256() is looked up again by every digest that begins, which takes as long
/// as hashing a small file.
const EVP_MD *sha256()
{
    static EVP_MD *const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return found ? found : EVP_sha256();
}

} // namespace

struct RunningHash::Context {
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    Context() = default;
    ~Context() { EVP_MD_CTX_free(digest); }
    Q_DISABLE_COPY_MOVE(Context)
};

RunningHash::RunningHash()
    : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex(m_context->digest, sha256(), nullptr);
}

RunningHash::RunningHash(RunningHash &&other) noexcept = default;
RunningHash &RunningHash::operator=(RunningHash &&other) noexcept = default;
RunningHash::~RunningHash() = default;

void RunningHash::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context->digest, bytes.data(), size_t(bytes.size()));
}

QByteArray RunningHash::value() const
{
    const Context copy;
    EVP_MD_CTX_copy_ex(copy.digest, m_context->digest);
    QByteArray value(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned size = 0;
    EVP_DigestFinal_ex(copy.digest, reinterpret_cast<unsigned char *>(value.data()), &size);
    value.truncate(size);
    return value;
}

QByteArray sha256Of(QByteArrayView bytes)
{
    QByteArray value(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned size = 0;
    EVP_Digest(bytes.data(), size_t(bytes.size()), reinterpret_cast<unsigned char *>(value.data()),
        &size, sha256(), nullptr);
    value.truncate(size);
    return value;
}

} // namespace gleaner
