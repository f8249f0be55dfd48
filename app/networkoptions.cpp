// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/networkoptions.h"

#include "app/commandline.h"
#include "app/mistake.h"
#include "core/net/proxyaddress.h"
#include "core/url/typedaddress.h"

#include <QCommandLineParser>

#include <algorithm>

namespace gleaner
{

namespace
{

/// The name of a header field (RFC 9110, section 5.6.2).
bool isToken(const QByteArray &word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isPlain(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; });
}

void readHeaders(const QCommandLineParser &parser, CrawlJob &job, Mistake &mistake)
{
    for (const QString &header : parser.values(QStringLiteral("header"))) {
        const QByteArray line = header.toUtf8();
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed();
        if (colon < 1 || !isToken(name) || !isPlain(line))
            // Not repeated: what was meant may be a password.
            mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                "--header takes 'Name: value', with a colon and in plain characters."));
        else
            job.headers.emplace_back(name, line.mid(colon + 1).trimmed());
    }
    if (!parser.isSet(QStringLiteral("user-agent")))
        return;
    const QString agent = parser.value(QStringLiteral("user-agent"));
    job.userAgent = agent.toUtf8();
    if (job.userAgent.isEmpty() || !isPlain(job.userAgent))
        mistake.note(
            QT_TRANSLATE_NOOP("CommandLine", "--user-agent takes plain characters, not \"%1\"."),
            agent);
}

void readProxy(const QCommandLineParser &parser, CrawlJob &job, Mistake &mistake)
{
    if (!parser.isSet(QStringLiteral("proxy")))
        return;
    const QString typed = parser.value(QStringLiteral("proxy"));
    job.network.proxy = readProxyAddress(typed);
    if (!job.network.proxy)
        mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                         "--proxy takes an address with a port, such as http://proxy:3128 or "
                         "socks5://proxy:1080, not \"%1\"."),
            withoutCredentials(typed));
}

bool hasAccount(const CommandLine &line, const QByteArray &origin)
{
    return std::ranges::any_of(
        line.accounts, [&](const Account &account) { return account.origin == origin; });
}

} // namespace

void readNetworkOptions(const QCommandLineParser &parser, CommandLine &line, Mistake &mistake)
{
    readHeaders(parser, line.job, mistake);
    readProxy(parser, line.job, mistake);
    line.authorityFiles = parser.values(QStringLiteral("ca-certificate"));
}

void addAccount(CommandLine &line, const TypedStart &start)
{
    const QByteArray origin = start.address.origin();
    if ((!start.user.isEmpty() || start.password) && !hasAccount(line, origin))
        line.accounts.push_back({origin, start.user, start.password});
}

void readUser(const QCommandLineParser &parser, CommandLine &line, Mistake &mistake)
{
    if (!parser.isSet(QStringLiteral("user")))
        return;
    const QString user = parser.value(QStringLiteral("user"));
    if (user.isEmpty() || user.contains(u':')) {
        // What stands behind a colon would be a password: it is not repeated.
        mistake.note(QT_TRANSLATE_NOOP("CommandLine",
            "--user takes a name without a colon; the password is taken from GLEANER_PASSWORD or "
            "asked for."));
    } else if (line.job.starts.empty()) {
        mistake.note(
            QT_TRANSLATE_NOOP("CommandLine", "--user needs an address to which the name belongs."));
    }
    for (const Address &start : line.job.starts) {
        if (!hasAccount(line, start.origin()))
            line.accounts.push_back({start.origin(), user, std::nullopt});
    }
}

} // namespace gleaner
