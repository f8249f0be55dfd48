// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demands.h"

#include <QCryptographicHash>
#include <QHash>

namespace gleaner::test
{

namespace
{

constexpr auto nonce = "b2a7e1c4d5f60718";

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

/// The parameters of "Digest name=value, name="value", ..."; no value here holds a comma.
QHash<QByteArray, QByteArray> parametersOf(const QByteArray &authorization)
{
    QHash<QByteArray, QByteArray> parameters;
    for (const QByteArray &part : authorization.mid(authorization.indexOf(' ')).split(',')) {
        const qsizetype equals = part.indexOf('=');
        parameters.insert(
            part.left(equals).trimmed(), part.mid(equals + 1).trimmed().replace('"', ""));
    }
    return parameters;
}

bool isRightDigest(const Request &request, const QByteArray &user, const QByteArray &password)
{
    const QByteArray authorization = request.header("Authorization");
    if (!authorization.startsWith("Digest "))
        return false;
    const auto said = parametersOf(authorization);
    const QByteArray secret = md5(user + ":here:" + password);
    const QByteArray what = md5(request.method + ':' + request.target);
    const QByteArray expected =
        md5(secret + ':' + nonce + ':' + said["nc"] + ':' + said["cnonce"] + ":auth:" + what);
    return said["username"] == user && said["uri"] == request.target && said["nonce"] == nonce
        && said["response"] == expected;
}

void refuse(Reply &reply, const QByteArray &challenge)
{
    reply.answer(401, "text/plain", "who are you?", {{"WWW-Authenticate", challenge}});
}

} // namespace

Handler demandsBasic(const QByteArray &user, const QByteArray &password, const QByteArray &body)
{
    const QByteArray right = "Basic " + (user + ':' + password).toBase64();
    return [right, body](const Request &request, Reply &reply) {
        if (request.header("Authorization") == right)
            reply.answer(200, "text/html", body);
        else
            refuse(reply, "Basic realm=\"here\", charset=\"UTF-8\"");
    };
}

Handler demandsDigest(const QByteArray &user, const QByteArray &password, const QByteArray &body)
{
    return [user, password, body](const Request &request, Reply &reply) {
        if (isRightDigest(request, user, password))
            reply.answer(200, "text/html", body);
        else
            refuse(reply,
                QByteArray("Digest realm=\"here\", qop=\"auth\", algorithm=MD5, nonce=\"") + nonce
                    + '"');
    };
}

} // namespace gleaner::test
