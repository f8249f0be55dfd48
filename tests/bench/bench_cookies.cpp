// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiejar.h"
#include "tests/bench/report.h"

#include <QElapsedTimer>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

constexpr CookieTime now{};

/// One host has two cookies, and so many others have one each.
CookieJar jarBeside(int others)
{
    std::vector<Cookie> cookies;
    for (int i = 0; i < others; ++i)
        cookies.push_back({"a", "1", "h" + QByteArray::number(i) + ".example.com",
            Cookie::Reach::Subdomains, "/", {}, false});
    for (const char *name : {"a", "b"})
        cookies.push_back({name, "1", "docs.example.org", Cookie::Reach::Host, "/", {}, false});
    return CookieJar(cookies);
}

double askedPerSecond(CookieJar &jar, int times)
{
    const Address address = Address::parse("https://docs.example.org/guide/page.html").value();
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < times; ++i)
        (void)jar.fieldFor(address, now);
    return times / (double(clock.nsecsElapsed()) / 1e9);
}

} // namespace

/// What a request pays for the cookies of hosts that it does not go to.
int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    const int times = options.quick ? 20'000 : 200'000;
    CookieJar few = jarBeside(0);
    CookieJar many = jarBeside(3900);
    Comparison comparison(
        QStringLiteral("The Cookie field of a request"), QStringLiteral("fields/s"));
    comparison.add(
        QStringLiteral("2 cookies in the jar"), [&] { return askedPerSecond(few, times); });
    comparison.add(QStringLiteral("3,902 cookies of 3,901 hosts"),
        [&] { return askedPerSecond(many, times); });
    comparison.run(options.quick ? 3 : 9);
    comparison.print(options);
    return 0;
}
