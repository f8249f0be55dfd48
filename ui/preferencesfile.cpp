// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferencesfile.h"

#include "core/net/proxyaddress.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace gleaner
{

namespace
{

constexpr qint64 largestFile = qint64(1024) * 1024;

/// Walks over all preferences, to read them from a file or to write them to one: so that both know
/// the same words.
class Archive
{
public:
    enum class Way : quint8 { Reading, Writing };
    Archive(QSettings &settings, Way way)
        : m_settings(settings)
        , m_way(way)
    {
    }

    template <typename Choice>
    void choice(const char *key, const QStringList &words, Choice &value)
    {
        QString word = words.at(int(value));
        text(key, word);
        if (const qsizetype index = words.indexOf(word); index >= 0)
            value = Choice(index);
    }

    void number(const char *key, qint64 least, qint64 most, qint64 &value)
    {
        QString word = QString::number(value);
        text(key, word);
        bool isNumber = false;
        const qint64 read = word.toLongLong(&isNumber);
        if (isNumber && read >= least && read <= most)
            value = read;
    }

    void number(const char *key, int least, int most, int &value)
    {
        qint64 wide = value;
        number(key, least, most, wide);
        value = int(wide);
    }

    template <typename Number>
    void limit(const char *key, std::optional<Number> &value, Number least)
    {
        // Less than the least stands for no limit.
        qint64 wide = value ? qint64(*value) : -1;
        number(key, -1, std::numeric_limits<Number>::max(), wide);
        value = wide < least ? std::nullopt : std::optional(Number(wide));
    }

    void text(const char *key, QString &value)
    {
        const QString name = QLatin1String(key);
        if (m_way == Way::Reading)
            value = m_settings.value(name, value).toString();
        else
            m_settings.setValue(name, value);
    }

    void lines(const char *key, QByteArrayList &value)
    {
        QString joined = QString::fromUtf8(value.join('\n'));
        text(key, joined);
        value = joined.isEmpty() ? QByteArrayList() : joined.toUtf8().split('\n');
    }

private:
    QSettings &m_settings;
    Way m_way;
};

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ');
}

void walkTypes(Archive &archive, TypeSelection &types)
{
    static const QStringList names =
        words("pages images styles scripts fonts media documents archives other");
    QStringList list;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (types.types.contains(FileType(i)))
            list.append(names.at(i));
    }
    for (const QByteArray &extension : types.extensions)
        list.append(QString::fromUtf8(extension));
    list.sort();
    QString joined = list.join(u',');
    archive.text("downloads/types", joined);
    const auto read = TypeSelection::fromList(joined.toUtf8());
    types = !joined.isEmpty() && read ? *read : TypeSelection();
}

void walkOptions(Archive &archive, JobOptions &options)
{
    archive.choice("downloads/scope", words("folder host domain any"), options.rules.scope);
    archive.limit("downloads/depth", options.rules.depth, 0);
    walkTypes(archive, options.rules.types);
    archive.lines("downloads/include", options.rules.include);
    archive.lines("downloads/exclude", options.rules.exclude);
    archive.choice("downloads/when-large", words("ask go-on"), options.whenLarge);
    archive.choice("downloads/traps", words("set-aside follow"), options.traps);
    archive.choice("files/links", words("keep relative"), options.links);
    archive.choice("files/names", words("address server"), options.names);
    archive.choice("files/origin", words("written none"), options.originNote);
    archive.choice("files/warc", words("none warc"), options.archiving);
    archive.choice("files/old-versions", words("replaced kept"), options.oldVersions);
}

void walkRequests(Archive &archive, RequestOptions &requests)
{
    constexpr int day = 24 * 60 * 60;
    archive.number("network/per-host", minimumWorkers, maximumWorkers, requests.perHost);
    int delay = int(requests.delay.count());
    archive.number("network/delay-ms", 0, day * 1000, delay);
    requests.delay = std::chrono::milliseconds(delay);
    int timeout = int(requests.timeout.count());
    archive.number("network/timeout-s", 1, day, timeout);
    requests.timeout = std::chrono::seconds(timeout);
    archive.number("network/tries", 1, 100, requests.tries);
    archive.limit("network/rate", requests.rateLimit, qint64(1));
    archive.limit("network/max-size", requests.maxFileSize, qint64(1));
    archive.limit("network/max-files", requests.maxFiles, qint64(1));
    QString agent = QString::fromLatin1(requests.userAgent);
    archive.text("network/user-agent", agent);
    requests.userAgent = isUserAgent(agent) ? agent.toLatin1() : QByteArray();
    archive.choice("network/robots", words("respect ignore"), requests.robots);
}

void walk(Archive &archive, Preferences &values)
{
    archive.text("general/language", values.language);
    if (values.language.size() > 20)
        values.language.clear();
    archive.choice("general/on-close", words("ask quit tray"), values.onClose);
    archive.choice("general/when-finished", words("nothing folder quit"), values.whenFinished);
    archive.text("downloads/folder", values.folder);
    if (!values.folder.isEmpty() && QDir::isRelativePath(values.folder))
        values.folder.clear();
    archive.number("downloads/workers", minimumWorkers, maximumWorkers, values.workers);
    archive.number("downloads/at-once", 1, Preferences::mostAtOnce, values.atOnce);
    walkOptions(archive, values.options);
    walkRequests(archive, values.requests);
    archive.text("network/proxy", values.proxy);
    if (!readProxyAddress(values.proxy))
        values.proxy.clear();
    archive.choice("desktop/notifications", words("never behind always"), values.notifying);
    archive.choice("desktop/tray", words("hidden shown"), values.trayIcon);
    archive.choice("desktop/taskbar", words("hidden shown"), values.taskbar);
    archive.choice("desktop/sleep", words("inhibited allowed"), values.sleep);
    archive.choice("appearance/density", words("compact comfortable"), values.density);
    archive.choice("appearance/units", words("binary decimal"), values.units);
    archive.choice("privacy/history", words("kept none"), values.history);
    archive.choice("privacy/passwords", words("keyring session"), values.passwords);
}

QString shortcutsGroup()
{
    return QStringLiteral("shortcuts");
}

} // namespace

StoredPreferences readPreferences(const QString &file)
{
    StoredPreferences stored;
    const QFileInfo info(file);
    if (file.isEmpty() || !info.exists())
        return stored;
    QSettings settings(file, QSettings::IniFormat);
    // QSettings takes any lines for keys; ours all stand in groups.
    const bool isNone = info.size() > 0 && settings.childGroups().isEmpty();
    if (!info.isFile() || info.size() > largestFile || settings.status() != QSettings::NoError
        || isNone) {
        stored.isDamaged = true;
        return stored;
    }
    Archive archive(settings, Archive::Way::Reading);
    walk(archive, stored.values);
    settings.beginGroup(shortcutsGroup());
    for (const QString &action : settings.childKeys())
        stored.values.shortcuts.insert(action,
            QKeySequence::fromString(
                settings.value(action).toString(), QKeySequence::PortableText));
    return stored;
}

bool writePreferences(const QString &file, const Preferences &preferences)
{
    if (file.isEmpty())
        return true;
    QSettings settings(file, QSettings::IniFormat);
    settings.clear();
    Preferences values = preferences;
    Archive archive(settings, Archive::Way::Writing);
    walk(archive, values);
    settings.beginGroup(shortcutsGroup());
    for (auto it = values.shortcuts.constBegin(); it != values.shortcuts.constEnd(); ++it)
        settings.setValue(it.key(), it.value().toString(QKeySequence::PortableText));
    settings.endGroup();
    settings.sync();
    return settings.status() == QSettings::NoError;
}

QString setDamagedAside(const QString &file)
{
    constexpr int manyEnough = 100;
    for (int i = 1; i < manyEnough; ++i) {
        QString name =
            file + QStringLiteral(".damaged") + (i == 1 ? QString() : QStringLiteral("-%1").arg(i));
        // Fails where something has that name.
        if (QFile::rename(file, name))
            return name;
    }
    return {};
}

} // namespace gleaner
