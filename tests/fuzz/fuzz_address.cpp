// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/address.h"
#include "core/url/registrabledomain.h"
#include "core/url/typedaddress.h"

#include <QString>

#include <cstdlib>

using namespace gleaner;

namespace
{

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

/// What must hold for every address, wherever it came from.
void check(const Address &address)
{
    const auto again = Address::parse(address.bytes());
    require(again.has_value() && *again == address);
    require(again->scheme() == address.scheme() && again->host() == address.host());
    require(again->port() == address.port() && again->isWeb() == address.isWeb());
    require(again->path() == address.path() && again->query() == address.query());
    require(again->hasOpaquePath() == address.hasOpaquePath());
    require(address.isWeb() ? address.path().startsWith('/') && !address.host().isEmpty() : true);
    for (const char c : address.bytes()) {
        require(c >= ' ' && c <= '~' && c != '#');
    }
    const auto self = address.resolve("#");
    require(self.has_value() && *self == address);
    require(address.resolve(address.bytes()) == address);
    require(sameRegistrableDomain(address.host(), address.host()));
    (void)address.toUrl();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    static const Address bases[] = {
        Address::parse("https://example.org:81/a/b/c.html?d").value(),
        Address::parse("file:///C:/a/b").value(),
        Address::parse("foo:/.//a/b").value(),
        Address::parse("foo://host").value(),
        Address::parse("mailto:me@example.org").value(),
    };
    const QByteArrayView input(data, qsizetype(size));
    if (const auto address = Address::parse(input)) {
        check(*address);
        for (const Address &base : bases) {
            // A special scheme is relative to a base of the same scheme, whatever its slashes.
            const auto resolved = base.resolve(input);
            require(resolved.has_value() || base.scheme() == address->scheme());
        }
    }
    for (const Address &base : bases) {
        if (const auto address = base.resolve(input)) {
            check(*address);
        }
    }
    const TypedAddress typed = readTypedAddress(QString::fromUtf8(input));
    if (const auto *address = std::get_if<Address>(&typed)) {
        require(address->isWeb());
        check(*address);
    }
    return 0;
}
