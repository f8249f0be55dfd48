// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/jobfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace gleaner
{

namespace
{

QJsonArray arrayOf(const QByteArrayList &texts)
{
    QJsonArray array;
    for (const QByteArray &text : texts)
        array.append(QString::fromUtf8(text));
    return array;
}

QByteArrayList textsOf(const QJsonValue &value)
{
    QByteArrayList texts;
    for (const QJsonValue text : value.toArray())
        texts.append(text.toString().toUtf8());
    return texts;
}

void put(QJsonObject &object, const char *name, const std::optional<qint64> &number)
{
    if (number)
        object.insert(QLatin1String(name), *number);
}

std::optional<qint64> numberOf(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() && value.toDouble() > 0 ? std::optional(value.toInteger())
                                                    : std::nullopt;
}

int numberOf(const QJsonObject &object, const char *name, int least, int most, int usual)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() ? int(std::clamp<qint64>(value.toInteger(), least, most)) : usual;
}

QJsonObject objectOf(const TypeSelection &types)
{
    QList<int> numbers;
    for (const FileType type : types.types)
        numbers.append(int(type));
    std::ranges::sort(numbers);
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    QByteArrayList extensions = types.extensions.values();
    std::ranges::sort(extensions);
    return {{QStringLiteral("types"), array}, {QStringLiteral("extensions"), arrayOf(extensions)}};
}

QJsonObject objectOf(const HostChoices &hosts)
{
    QJsonObject object;
    for (const auto &[host, choice] : hosts.asKeyValueRange())
        object.insert(QString::fromLatin1(host), int(choice));
    return object;
}

HostChoices hostsOf(const QJsonObject &object)
{
    HostChoices hosts;
    for (auto host = object.begin(); host != object.end(); ++host) {
        const int choice = host.value().toInt(-1);
        if (choice >= 0 && choice <= int(HostChoice::Never))
            hosts.insert(host.key().toLatin1(), HostChoice(choice));
    }
    return hosts;
}

TypeSelection typesOf(const QJsonObject &object)
{
    TypeSelection types;
    for (const QJsonValue number : object.value(QLatin1String("types")).toArray()) {
        if (number.toInt(-1) >= 0 && number.toInt() <= int(FileType::Other))
            types.types.insert(FileType(number.toInt()));
    }
    for (const QByteArray &extension : textsOf(object.value(QLatin1String("extensions"))))
        types.extensions.insert(extension);
    return types;
}

} // namespace

QByteArray toJson(const CrawlJob &job)
{
    QByteArrayList authorities;
    for (const QSslCertificate &authority : job.network.authorities)
        authorities.append(authority.toPem());
    QJsonObject object{
        {QStringLiteral("starts"), arrayOf(startsText(job.starts).split('\n'))},
        {QStringLiteral("workers"), job.workers},
        {QStringLiteral("perHost"), job.perHost},
        {QStringLiteral("scope"), int(job.scope)},
        {QStringLiteral("include"), arrayOf(job.include)},
        {QStringLiteral("exclude"), arrayOf(job.exclude)},
        {QStringLiteral("hosts"), objectOf(job.hosts)},
        {QStringLiteral("purpose"), int(job.purpose)},
        {QStringLiteral("robots"), int(job.robots)},
        {QStringLiteral("archiving"), int(job.archiving)},
        {QStringLiteral("oldVersions"), int(job.oldVersions)},
        {QStringLiteral("traps"), int(job.traps)},
        {QStringLiteral("types"), objectOf(job.types)},
        {QStringLiteral("names"), int(job.names)},
        {QStringLiteral("originNote"), int(job.originNote)},
        {QStringLiteral("links"), int(job.links)},
        {QStringLiteral("delay"), qint64(job.delay.count())},
        {QStringLiteral("tries"), job.tries},
        {QStringLiteral("timeout"), qint64(job.timeout.count())},
        {QStringLiteral("userAgent"), QString::fromUtf8(job.userAgent)},
        {QStringLiteral("whenLarge"), int(job.whenLarge)},
        {QStringLiteral("authorities"), arrayOf(authorities)},
    };
    put(object, "depth", job.depth ? std::optional<qint64>(*job.depth + 1) : std::nullopt);
    put(object, "maxFileSize", job.maxFileSize);
    put(object, "maxTotalSize", job.maxTotalSize);
    put(object, "maxFiles", job.maxFiles);
    put(object, "rateLimit", job.rateLimit);
    if (job.network.proxy && job.network.proxy->type() != QNetworkProxy::NoProxy)
        object.insert(QStringLiteral("proxy"),
            QJsonObject{{QStringLiteral("type"), int(job.network.proxy->type())},
                {QStringLiteral("host"), job.network.proxy->hostName()},
                {QStringLiteral("port"), job.network.proxy->port()}});
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CrawlJob> jobFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    CrawlJob job;
    job.starts = startsFromText(textsOf(object.value(QLatin1String("starts"))).join('\n'));
    if (job.starts.empty())
        return std::nullopt;
    job.workers = numberOf(object, "workers", minimumWorkers, maximumWorkers, job.workers);
    job.perHost = numberOf(object, "perHost", minimumWorkers, job.workers, job.perHost);
    job.scope = ScopeKind(numberOf(object, "scope", 0, int(ScopeKind::Any), int(job.scope)));
    job.include = textsOf(object.value(QLatin1String("include")));
    job.exclude = textsOf(object.value(QLatin1String("exclude")));
    job.hosts = hostsOf(object.value(QLatin1String("hosts")).toObject());
    job.purpose = Purpose(numberOf(object, "purpose", 0, int(Purpose::TickedWithRequisites), 0));
    job.robots =
        RobotsPolicy(numberOf(object, "robots", 0, int(RobotsPolicy::Ignore), int(job.robots)));
    // A session of before it was there gets what the program does by itself.
    job.links = LinkPolicy(
        numberOf(object, "links", 0, int(LinkPolicy::Relative), int(LinkPolicy::Relative)));
    job.archiving =
        Archiving(numberOf(object, "archiving", 0, int(Archiving::Warc), int(job.archiving)));
    job.oldVersions = OldVersions(numberOf(object, "oldVersions", 0, int(OldVersions::Kept), 0));
    job.traps = TrapPolicy(numberOf(object, "traps", 0, int(TrapPolicy::Follow), int(job.traps)));
    job.whenLarge = LargeDownload(
        numberOf(object, "whenLarge", 0, int(LargeDownload::GoOn), int(job.whenLarge)));
    job.types = typesOf(object.value(QLatin1String("types")).toObject());
    job.names = NameSource(numberOf(object, "names", 0, int(NameSource::Server), 0));
    job.originNote = OriginNote(numberOf(object, "originNote", 0, int(OriginNote::None), 0));
    job.delay = std::chrono::milliseconds(numberOf(object, "delay", 0, 86'400'000, 0));
    job.tries = numberOf(object, "tries", 1, 100, job.tries);
    job.timeout = std::chrono::seconds(numberOf(object, "timeout", 1, 86'400, 30));
    job.userAgent = object.value(QLatin1String("userAgent")).toString().toUtf8();
    for (const QByteArray &pem : textsOf(object.value(QLatin1String("authorities"))))
        job.network.authorities += QSslCertificate::fromData(pem, QSsl::Pem);
    // One more than it is: 0 clicks are a depth, and none is no limit.
    const int depth = numberOf(object, "depth", 0, 10'001, 0);
    job.depth = depth > 0 ? std::optional(depth - 1) : std::nullopt;
    job.maxFileSize = numberOf(object, "maxFileSize");
    job.maxTotalSize = numberOf(object, "maxTotalSize");
    job.maxFiles = numberOf(object, "maxFiles");
    job.rateLimit = numberOf(object, "rateLimit");
    const QJsonObject proxy = object.value(QLatin1String("proxy")).toObject();
    if (!proxy.isEmpty())
        job.network.proxy = QNetworkProxy(
            QNetworkProxy::ProxyType(numberOf(proxy, "type", 0, 5, QNetworkProxy::HttpProxy)),
            proxy.value(QLatin1String("host")).toString(),
            quint16(numberOf(proxy, "port", 0, 65'535, 0)));
    return job;
}

QByteArray startsText(const std::vector<Address> &starts)
{
    QByteArrayList texts;
    for (const Address &start : starts)
        texts.append(start.bytes());
    return texts.join('\n');
}

std::vector<Address> startsFromText(const QByteArray &text)
{
    std::vector<Address> starts;
    for (const QByteArray &line : text.split('\n')) {
        if (const auto address = Address::parse(line))
            starts.push_back(*address);
    }
    return starts;
}

} // namespace gleaner
