// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gleaner
{

namespace
{

constexpr QLatin1String taken("taken");
constexpr QLatin1String otherHome("other home");
constexpr QLatin1String refused("refused: ");

constexpr QLatin1String argumentsKey("arguments");
constexpr QLatin1String directoryKey("directory");
constexpr QLatin1String stateKey("state");
constexpr QLatin1String tokenKey("token");
constexpr QLatin1String credentialsKey("credentials");
constexpr QLatin1String deadlineKey("deadline");

} // namespace

QByteArray toBytes(const Handover &handover)
{
    QJsonArray credentials;
    for (auto known = handover.credentials.begin(); known != handover.credentials.end(); ++known)
        credentials.append(QJsonArray{
            QString::fromLatin1(known.key()), known.value().user, known.value().password});
    QJsonObject object{
        {argumentsKey, QJsonArray::fromStringList(handover.arguments)},
        {directoryKey, handover.workingDirectory},
        {stateKey, handover.stateDirectory},
        {tokenKey, handover.activationToken},
        {credentialsKey, credentials},
    };
    if (!handover.deadline.isForever())
        object.insert(deadlineKey, handover.deadline.deadline());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Handover> readHandover(const QByteArray &bytes)
{
    if (bytes.size() > largestHandover)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    Handover read;
    const QJsonArray arguments = object.value(argumentsKey).toArray();
    for (const auto &argument : arguments) {
        if (!argument.isString())
            return {};
        read.arguments.append(argument.toString());
    }
    read.workingDirectory = object.value(directoryKey).toString();
    read.stateDirectory = object.value(stateKey).toString();
    read.activationToken = object.value(tokenKey).toString();
    const QJsonArray credentials = object.value(credentialsKey).toArray();
    for (const auto &known : credentials) {
        const QJsonArray words = known.toArray();
        read.credentials.insert(
            words.at(0).toString().toLatin1(), {words.at(1).toString(), words.at(2).toString()});
    }
    if (const QJsonValue deadline = object.value(deadlineKey); !deadline.isUndefined())
        read.deadline.setDeadline(deadline.toInteger());
    if (read.arguments.isEmpty() || !QDir::isAbsolutePath(read.workingDirectory))
        return {};
    return read;
}

QString toText(const HandoverAnswer &answer)
{
    switch (answer.kind) {
    case HandoverAnswer::Kind::Taken:
        return taken;
    case HandoverAnswer::Kind::Refused:
        return refused + answer.sentence;
    case HandoverAnswer::Kind::OtherHome:
        return otherHome;
    }
    return {};
}

std::optional<HandoverAnswer> readHandoverAnswer(const QString &text)
{
    if (text == taken)
        return HandoverAnswer{HandoverAnswer::Kind::Taken};
    if (text == otherHome)
        return HandoverAnswer{HandoverAnswer::Kind::OtherHome};
    if (text.startsWith(refused))
        return HandoverAnswer{HandoverAnswer::Kind::Refused, text.mid(refused.size())};
    return {};
}

} // namespace gleaner
