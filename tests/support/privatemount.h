// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sched.h>
#include <sys/mount.h>

namespace gleaner::test
{

/// From now on nobody else sees what this process mounts. False without the right to.
inline bool mountInPrivate()
{
    return unshare(CLONE_NEWNS) == 0
        && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A file system of this process's own, gone with it. Needs the right to mount.
class PrivateMount
{
public:
    PrivateMount(const QString &place, const char *options)
        : m_place(QFile::encodeName(place))
    {
        QDir().mkpath(place);
        const bool mounted =
            mountInPrivate() && mount("tmpfs", m_place.constData(), "tmpfs", 0, options) == 0;
        if (!mounted)
            m_error = QByteArray("cannot mount: ") + strerror(errno);
    }
    ~PrivateMount() { umount2(m_place.constData(), MNT_DETACH); }
    Q_DISABLE_COPY_MOVE(PrivateMount)

    const QByteArray &error() const { return m_error; }
    bool makeReadOnly() const { return remount(MS_RDONLY, nullptr); }
    bool makeWritable() const { return remount(0, nullptr); }
    /// "size=16m"
    bool change(const char *options) const { return remount(0, options); }

private:
    bool remount(unsigned long flags, const char *options) const
    {
        return mount(nullptr, m_place.constData(), nullptr, MS_REMOUNT | flags, options) == 0;
    }

    QByteArray m_place;
    QByteArray m_error;
};

/// Takes the room on a disk.
class Filler
{
public:
    explicit Filler(const QString &folder)
        : m_file(folder + QStringLiteral("/filler"))
    {
    }

    /// All but so many bytes of it. False if it cannot.
    [[nodiscard]] bool leave(qint64 free)
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        const QByteArray page(4096, 'x');
        while (m_file.write(page) == page.size()) { }
        return m_file.resize(std::max<qint64>(0, m_file.size() - free));
    }
    [[nodiscard]] bool remove() { return m_file.remove(); }

private:
    QFile m_file;
};

#define SKIP_UNLESS_MOUNTED(place)                                                                 \
    if (!(place).error().isEmpty())                                                                \
    QSKIP((place).error().constData())

} // namespace gleaner::test
