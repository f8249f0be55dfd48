// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addressguess.h"

#include "core/url/typedaddress.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

namespace gleaner
{

namespace
{

bool differInOne(QStringView one, QStringView other)
{
    if (one.size() > other.size())
        std::swap(one, other);
    const auto [inOne, inOther] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    if (one.size() == other.size())
        return std::equal(inOne + (inOne != one.end()), one.end(),
            inOther + (inOther != other.end()), other.end());
    return one.size() + 1 == other.size() && std::equal(inOne, one.end(), inOther + 1, other.end());
}

/// Which of the two was meant by that word; empty for neither.
QString schemeLike(const QString &word)
{
    const QString http = QStringLiteral("http");
    const QString https = QStringLiteral("https");
    for (const QString &scheme : {http, https}) {
        if (word == scheme)
            return scheme;
    }
    // Encryption is no harm where either may be meant.
    for (const QString &scheme : {https, http}) {
        if (differInOne(word, scheme))
            return scheme;
    }
    return {};
}

} // namespace

std::optional<Address> withMendedScheme(QStringView typed)
{
    // Without a colon one slash alone may as well be that of a path.
    static const QRegularExpression form(
        QStringLiteral(R"(^([a-z]{2,7})(?:[:;]+[/\\]*|[/\\]{2,})([^/\\].*)$)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch parts = form.match(typed.trimmed().toString());
    const QString scheme = schemeLike(parts.captured(1).toLower());
    return scheme.isEmpty() ? std::nullopt
                            : typedAddress(scheme + QStringLiteral("://") + parts.captured(2));
}

std::optional<Address> withCommonEnding(QStringView typed)
{
    const QString name = typed.trimmed().toString();
    const auto isOfName = [](QChar c) { return c.isLetterOrNumber() || c == u'-'; };
    const bool isName = !name.isEmpty() && name.front().isLetter() && name.back() != u'-'
        && std::ranges::all_of(name, isOfName);
    if (!isName || !schemeLike(name.toLower()).isEmpty())
        return {};
    return typedAddress(QStringLiteral("https://%1.org/").arg(name));
}

} // namespace gleaner
