// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/ourmark.h"

#include "core/save/openbelow.h"

#include <array>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace gleaner
{

namespace
{

constexpr const char *attribute = "user.gleaner.session";
constexpr const char *originAttribute = "user.xdg.origin.url";

} // namespace

void markAsOurs(int file, const QByteArray &session)
{
    if (!session.isEmpty())
        fsetxattr(file, attribute, session.constData(), size_t(session.size()), 0);
}

bool isMarkedAsOurs(int file, const QByteArray &session)
{
    std::array<char, 64> value;
    const ssize_t size = fgetxattr(file, attribute, value.data(), value.size());
    return size > 0 && QByteArrayView(value.data(), size) == session;
}

bool isMarkedAsAnothers(int file, const QByteArray &session)
{
    std::array<char, 64> value;
    const ssize_t size = fgetxattr(file, attribute, value.data(), value.size());
    return size > 0 && QByteArrayView(value.data(), size) != session;
}

void takeMark(int file)
{
    fremovexattr(file, attribute);
}

bool noteOrigin(int file, const QByteArray &origin)
{
    return fsetxattr(file, originAttribute, origin.constData(), size_t(origin.size()), 0) == 0;
}

bool isFrom(int file, const QByteArray &origin)
{
    QByteArray value(origin.size(), '\0');
    return !origin.isEmpty()
        && fgetxattr(file, originAttribute, value.data(), size_t(value.size())) == value.size()
        && value == origin;
}

void copyAttributes(int from, int to)
{
    QByteArray names(64 * 1024, '\0');
    const ssize_t size = flistxattr(from, names.data(), size_t(names.size()));
    if (size <= 0)
        return;
    names.truncate(size);
    QByteArray value(64 * 1024, '\0');
    for (const QByteArray &name : names.split('\0')) {
        if (!name.startsWith("user."))
            continue;
        const ssize_t got = fgetxattr(from, name.constData(), value.data(), size_t(value.size()));
        if (got >= 0)
            fsetxattr(to, name.constData(), value.constData(), size_t(got), 0);
    }
}

void Folder::setSession(const QByteArray &id, IsForgotten isForgotten)
{
    m_session = id;
    m_isForgotten = std::move(isForgotten);
}

bool Folder::isForgotten(
    int folder, const RelativePath &path, const QByteArray &part, const QByteArray &origin) const
{
    if (!m_isForgotten)
        return false;
    const Descriptor file = openToRead(folder, path.file);
    struct stat status;
    if (!file.isOpen() || fstat(file.get(), &status) != 0 || !isOursAlone(file.get())
        || !(isMarkedAsOurs(file.get(), m_session) || isFrom(file.get(), origin)))
        return false;
    const qint64 changed =
        qint64(status.st_ctim.tv_sec) * 1000 + status.st_ctim.tv_nsec / 1'000'000;
    return m_isForgotten(path, changed, part);
}

} // namespace gleaner
