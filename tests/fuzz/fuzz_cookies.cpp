// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiedate.h"
#include "core/net/cookiejar.h"
#include "core/net/cookiesfile.h"

#include <algorithm>
#include <cstdlib>

using namespace gleaner;

namespace
{

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

/// Whatever was set, what goes out is one line that servers take.
void expectHarmless(const QByteArray &field)
{
    expect(field.size() <= CookieJar::longestField);
    expect(std::ranges::none_of(
        field, [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; }));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const CookieTime now = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
    static const Address safe = Address::parse("https://a.b.example.org/x/y").value();
    static const Address plain = Address::parse("http://b.example.org/x").value();
    static const Address number = Address::parse("http://127.0.0.1/").value();
    static const Address stranger = Address::parse("https://example.com/").value();

    CookieJar jar;
    for (const Address *from : {&safe, &plain, &number})
        expect(
            jar.receive(*from, {200, {{"Set-Cookie", text}}}, now) <= CookieJar::mostPerResponse);
    for (const Address *to : {&safe, &plain, &number})
        expectHarmless(jar.fieldFor(*to, now));
    expect(jar.fieldFor(stranger, now).isEmpty());

    const auto file = parseCookiesFile(text);
    if (const auto *cookies = std::get_if<std::vector<Cookie>>(&file)) {
        CookieJar own(*cookies);
        expect(own.size() <= CookieJar::mostInAll);
        for (const Address *to : {&safe, &plain, &number})
            expectHarmless(own.fieldFor(*to, now));
    }
    (void)parseCookieDate(text);
    return 0;
}
