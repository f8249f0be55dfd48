// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/runninghash.h"

#include <openssl/evp.h>

namespace gleaner
{

struct RunningHash::Context {
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    Context() { EVP_DigestInit_ex(digest, EVP_sha256(), nullptr); }
    ~Context() { EVP_MD_CTX_free(digest); }
    Q_DISABLE_COPY_MOVE(Context)
};

RunningHash::RunningHash()
    : m_context(std::make_unique<Context>())
{
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

} // namespace gleaner
