// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/registrabledomain.h"

#include "core/url/ipv4.h"

#include <libpsl.h>

#include <memory>

namespace gleaner
{

namespace
{

struct FreeList {
    void operator()(psl_ctx_t *list) const { psl_free(list); }
};

const psl_ctx_t *publicSuffixes()
{
    static const std::unique_ptr<psl_ctx_t, FreeList> list(psl_latest(nullptr));
    return list.get();
}

} // namespace

bool isIpAddress(QByteArrayView host)
{
    return host.startsWith('[') || endsInNumber(host);
}

QByteArray registrableDomain(QByteArrayView host)
{
    const bool hasLastDot = host.endsWith('.');
    const QByteArray name = (hasLastDot ? host.chopped(1) : host).toByteArray();
    if (isIpAddress(name)) {
        return host.toByteArray();
    }
    const char *domain = psl_registrable_domain(publicSuffixes(), name.constData());
    if (!domain) {
        return host.toByteArray();
    }
    return hasLastDot ? QByteArray(domain) + '.' : QByteArray(domain);
}

bool isPublicSuffix(QByteArrayView host)
{
    const QByteArray name = (host.endsWith('.') ? host.chopped(1) : host).toByteArray();
    if (isIpAddress(name)) {
        return false;
    }
    return psl_is_public_suffix(publicSuffixes(), name.constData()) != 0;
}

bool sameRegistrableDomain(QByteArrayView a, QByteArrayView b)
{
    return a == b || registrableDomain(a) == registrableDomain(b);
}

} // namespace gleaner
