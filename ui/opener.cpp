// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/opener.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QSet>
#include <QThreadPool>

namespace gleaner
{

static bool nameExecutes(const QString &fileName)
{
    static const QSet<QString> executing{
        // Linux and other Unixes
        QStringLiteral("desktop"),
        QStringLiteral("directory"),
        QStringLiteral("appimage"),
        QStringLiteral("run"),
        QStringLiteral("bin"),
        QStringLiteral("elf"),
        QStringLiteral("so"),
        QStringLiteral("out"),
        QStringLiteral("deb"),
        QStringLiteral("rpm"),
        QStringLiteral("snap"),
        QStringLiteral("flatpakref"),
        QStringLiteral("flatpakrepo"),
        QStringLiteral("flatpak"),
        QStringLiteral("service"),
        QStringLiteral("url"),
        QStringLiteral("webloc"),
        // scripts
        QStringLiteral("sh"),
        QStringLiteral("bash"),
        QStringLiteral("zsh"),
        QStringLiteral("fish"),
        QStringLiteral("csh"),
        QStringLiteral("ksh"),
        QStringLiteral("py"),
        QStringLiteral("pyw"),
        QStringLiteral("pyc"),
        QStringLiteral("pyz"),
        QStringLiteral("pl"),
        QStringLiteral("rb"),
        QStringLiteral("lua"),
        QStringLiteral("tcl"),
        QStringLiteral("php"),
        QStringLiteral("awk"),
        // virtual machines
        QStringLiteral("jar"),
        QStringLiteral("jnlp"),
        QStringLiteral("class"),
        QStringLiteral("swf"),
        QStringLiteral("wasm"),
        QStringLiteral("air"),
        QStringLiteral("apk"),
        QStringLiteral("xpi"),
        QStringLiteral("crx"),
        // Windows, through Wine
        QStringLiteral("exe"),
        QStringLiteral("com"),
        QStringLiteral("bat"),
        QStringLiteral("cmd"),
        QStringLiteral("msi"),
        QStringLiteral("msp"),
        QStringLiteral("msix"),
        QStringLiteral("scr"),
        QStringLiteral("pif"),
        QStringLiteral("lnk"),
        QStringLiteral("dll"),
        QStringLiteral("cpl"),
        QStringLiteral("hta"),
        QStringLiteral("vbs"),
        QStringLiteral("vbe"),
        QStringLiteral("jse"),
        QStringLiteral("wsf"),
        QStringLiteral("wsh"),
        QStringLiteral("ps1"),
        QStringLiteral("psm1"),
        QStringLiteral("reg"),
        QStringLiteral("inf"),
        QStringLiteral("chm"),
        QStringLiteral("gadget"),
        // macOS
        QStringLiteral("command"),
        QStringLiteral("pkg"),
        QStringLiteral("dmg"),
        QStringLiteral("scpt"),
        QStringLiteral("workflow"),
        QStringLiteral("app"),
    };
    return executing.contains(QFileInfo(fileName).suffix().toLower());
}

static bool beginningExecutes(QByteArrayView beginning)
{
    return beginning.startsWith("\x7f"
                                "ELF")
        || beginning.startsWith("#!") || beginning.startsWith("MZ")
        || beginning.startsWith("\xca\xfe\xba\xbe") || beginning.contains("[Desktop Entry]");
}

static bool typeExecutes(const QMimeType &type)
{
    static const QStringList executing{
        QStringLiteral("application/x-executable"),
        QStringLiteral("application/x-sharedlib"),
        QStringLiteral("application/x-desktop"),
        QStringLiteral("application/x-shellscript"),
        QStringLiteral("application/x-ms-dos-executable"),
        QStringLiteral("application/x-msi"),
        QStringLiteral("application/x-java-archive"),
        QStringLiteral("application/vnd.debian.binary-package"),
        QStringLiteral("application/x-rpm"),
        QStringLiteral("application/vnd.appimage"),
        QStringLiteral("application/x-iso9660-appimage"),
    };
    return std::ranges::any_of(
        executing, [&type](const QString &name) { return type.inherits(name); });
}

Opening judgeOpening(const QString &file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return Opening::Missing;
    const QByteArray beginning = opened.read(1024);
    if (nameExecutes(file) || beginningExecutes(beginning) || QFileInfo(file).isExecutable())
        return Opening::Executes;

    const QMimeDatabase types;
    const bool executes = typeExecutes(types.mimeTypeForData(beginning))
        || typeExecutes(types.mimeTypeForFile(file, QMimeDatabase::MatchExtension));
    return executes ? Opening::Executes : Opening::Allowed;
}

Opener::Opener(OpenUrl openUrl, QObject *parent)
    : QObject(parent)
    , m_openUrl(std::move(openUrl))
{
    if (!m_openUrl)
        m_openUrl = [](const QUrl &url) { return QDesktopServices::openUrl(url); };
}

void Opener::open(const QString &file)
{
    // The window may be closed meanwhile: then nobody is told.
    auto judge = [this, door = m_inbox.door(), file] {
        const Opening judgement = judgeOpening(file);
        door.post([this, file, judgement] {
            if (judgement == Opening::Allowed)
                hand(file, file);
            else
                Q_EMIT refused(file, judgement);
        });
    };
    startOnPool(*QThreadPool::globalInstance(), std::move(judge));
}

void Opener::hand(const QString &file, const QString &opened)
{
    if (!m_openUrl(QUrl::fromLocalFile(opened)))
        Q_EMIT failed(file);
}

void Opener::openAddress(const QString &address)
{
    if (!m_openUrl(QUrl(address, QUrl::StrictMode)))
        Q_EMIT failed(address);
}

void Opener::showFolder(const QString &folder)
{
    hand(folder, folder);
}

void Opener::showInFolder(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        hand(file, folder);
        return;
    }

    QDBusMessage call =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.FileManager1"),
            QStringLiteral("/org/freedesktop/FileManager1"),
            QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    call << QStringList(QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded)) << QString();
    constexpr int patienceMilliseconds = 2000;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call, patienceMilliseconds), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, file, folder] {
        answer->deleteLater();
        if (answer->isError())
            hand(file, folder);
    });
}

} // namespace gleaner
