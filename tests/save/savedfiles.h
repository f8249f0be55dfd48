// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"
#include "core/save/safename.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace gleaner::test
{

inline RelativePath split(const QByteArray &path)
{
    QByteArrayList names = path.split('/');
    const QByteArray file = names.takeLast();
    return {names, file};
}

/// The part file of a path that must be creatable.
inline Folder::Part created(Folder &folder, const QByteArray &path)
{
    auto made = folder.createPart(split(path));
    if (auto *error = std::get_if<SaveError>(&made))
        qFatal("no part file: %s", qPrintable(error->detail));
    return std::move(std::get<Folder::Part>(made));
}

/// Where these bytes landed; "refused" if this name is the matter, "fault" if the machine is. The
/// mark comes of the path, as if that were the address.
inline QByteArray savedAs(Folder &folder, const QByteArray &path, const QByteArray &bytes)
{
    const auto failed = [](const SaveError &error) -> QByteArray {
        return error.fault ? "fault" : "refused";
    };
    auto made = folder.createPart(split(path));
    if (auto *error = std::get_if<SaveError>(&made))
        return failed(*error);
    auto &part = std::get<Folder::Part>(made);
    if (const auto error = folder.append(part, bytes)) {
        folder.drop(part);
        return failed(*error);
    }
    RelativePath other = split(path);
    other.file = marked(other.file, path);
    const auto placed = folder.commit(part, other);
    folder.drop(part);
    if (auto *error = std::get_if<SaveError>(&placed))
        return failed(*error);
    return std::get<RelativePath>(placed).joined();
}

/// A temporary folder with a download's folder "dl", opened, and "outside/secret" beside it.
class SavedFiles
{
public:
    SavedFiles()
    {
        QDir(m_root.path()).mkdir(QStringLiteral("outside"));
        write("outside/secret", "secret");
        m_ready = m_root.isValid() && !m_folder.open();
    }
    bool isReady() const { return m_ready; }
    Folder &folder() { return m_folder; }

    QString path(const QByteArray &name) const { return m_root.filePath(QFile::decodeName(name)); }
    QByteArray read(const QByteArray &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
    }
    void write(const QByteArray &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot prepare %s", name.constData());
    }
    void link(const QByteArray &name, const QString &target) const
    {
        if (!QFile::link(target, path(name)))
            qFatal("cannot link %s", name.constData());
    }
    void pipe(const QByteArray &name) const
    {
        if (mkfifo(QFile::encodeName(path(name)).constData(), 0600) != 0)
            qFatal("cannot make a pipe %s", name.constData());
    }
    /// What is in a folder, sorted; folders end in '/'.
    QByteArrayList names(const QByteArray &folder = {}) const
    {
        QByteArrayList names;
        const auto filter = QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot;
        for (const QFileInfo &info : QDir(path(folder)).entryInfoList(filter)) {
            const bool isFolder = info.isDir() && !info.isSymLink();
            names.append(QFile::encodeName(info.fileName()) + (isFolder ? "/" : ""));
        }
        std::ranges::sort(names);
        return names;
    }

private:
    QTemporaryDir m_root;
    Folder m_folder{m_root.filePath(QStringLiteral("dl"))};
    bool m_ready = false;
};

} // namespace gleaner::test
