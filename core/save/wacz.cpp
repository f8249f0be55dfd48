// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/wacz.h"

#include "core/save/cdxj.h"
#include "core/save/savedfiles.h"
#include "core/save/warcfile.h"
#include "core/save/ziparchive.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

#include <algorithm>
#include <unistd.h>
#include <vector>

namespace gleaner
{

namespace
{

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Lines that may be more than what fits in memory: they lie in a file, and only their places are
/// sorted.
class Lines
{
public:
    bool open() { return m_file.open(); }
    bool add(const QByteArray &line)
    {
        m_places.emplace_back(m_file.pos(), line.size());
        return m_file.write(line) == line.size();
    }
    qint64 size() const { return m_file.pos(); }
    /// Hands all of them out, sorted by their bytes.
    bool giveSorted(const ZipArchive::Take &take)
    {
        if (m_places.empty())
            return true;
        const qint64 size = m_file.pos();
        const uchar *bytes = m_file.flush() ? m_file.map(0, size) : nullptr;
        if (!bytes)
            return false;
        const auto lineAt = [bytes](const Place &place) {
            return QByteArrayView(bytes + place.first, place.second);
        };
        std::ranges::sort(
            m_places, [&](const Place &a, const Place &b) { return lineAt(a) < lineAt(b); });
        return std::ranges::all_of(
            m_places, [&](const Place &place) { return take(lineAt(place)); });
    }
    bool give(const ZipArchive::Take &take)
    {
        const qint64 size = m_file.pos();
        const uchar *bytes = size > 0 && m_file.flush() ? m_file.map(0, size) : nullptr;
        return size == 0 || (bytes && take(QByteArrayView(bytes, size)));
    }

private:
    using Place = std::pair<qint64, qsizetype>;
    QTemporaryFile m_file;
    std::vector<Place> m_places;
};

class Wacz
{
public:
    Wacz(const QString &directory, const WaczLabel &label, ExportFile &file)
        : m_directory(directory)
        , m_label(label)
        , m_files(directory)
        , m_zip(file)
    {
    }

    std::optional<ExportFailure> write()
    {
        using Kind = ExportFailure::Kind;
        if (!m_index.open() || !m_pages.open())
            return ExportFailure{Kind::NotWritten, m_directory, {}};
        m_pages.add("{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"Pages\"}\n");
        bool hasArchive = false;
        for (const QByteArray &name : m_files.names({warcFolder})) {
            if (!isWarcOf(name, m_label.session))
                continue;
            hasArchive = true;
            if (!addArchive(name))
                return ExportFailure{Kind::NotRead, QString::fromUtf8(name), {}};
        }
        if (!hasArchive)
            return ExportFailure{Kind::NoArchive, m_directory, {}};
        return addRest() ? std::nullopt
                         : std::optional(ExportFailure{Kind::NotWritten, m_directory, {}});
    }

private:
    bool addArchive(const QByteArray &name)
    {
        const auto opened = m_files.open({{warcFolder}, name});
        if (!opened)
            return false;
        // A run that was killed has left it under this name.
        const QByteArray final = name.endsWith(".part") ? name.chopped(5) : name;
        WarcReader reader(opened->file.get());
        while (const auto member = reader.next()) {
            const auto capture = captureOf(*member);
            if (capture && isShown(*capture) && !index(*capture, *member, final))
                return false;
        }
        const auto content = [&](const ZipArchive::Take &take) {
            return copy(opened->file.get(), reader.whole(), take);
        };
        const QByteArray path = "archive/" + final;
        return reader.whole() == 0
            || note(path, reader.whole(),
                m_zip.add({path, reader.whole(), opened->modified, ZipArchive::Packing::Stored},
                    content));
    }

    static bool copy(int file, qint64 size, const ZipArchive::Take &take)
    {
        QByteArray piece(256 * 1024, Qt::Uninitialized);
        for (qint64 done = 0; done < size;) {
            const auto most = std::min<qint64>(piece.size(), size - done);
            const ssize_t got = pread(file, piece.data(), size_t(most), done);
            if (got <= 0 || !take(QByteArrayView(piece).first(got)))
                return false;
            done += got;
        }
        return true;
    }

    bool index(const WarcCapture &capture, const WarcReader::Member &member, const QByteArray &file)
    {
        const bool isPage = capture.type == "response" && capture.status == 200
            && (capture.mime == "text/html" || capture.mime == "application/xhtml+xml");
        if (isPage) {
            const QJsonObject page{{QStringLiteral("url"), QString::fromUtf8(capture.target)},
                {QStringLiteral("ts"), QString::fromLatin1(capture.date)}};
            if (!m_pages.add(compact(page) + '\n'))
                return false;
        }
        return m_index.add(cdxjLine(capture, member, file));
    }

    bool addRest()
    {
        using Packing = ZipArchive::Packing;
        const auto sorted = [&](const ZipArchive::Take &take) { return m_index.giveSorted(take); };
        const auto pages = [&](const ZipArchive::Take &take) { return m_pages.give(take); };
        const ZipArchive::Entry index{
            "indexes/index.cdxj", m_index.size(), m_label.modified, Packing::Stored};
        const ZipArchive::Entry list{
            "pages/pages.jsonl", m_pages.size(), m_label.modified, Packing::Deflated};
        if (!note(index.path, index.size, m_zip.add(index, sorted))
            || !note(list.path, list.size, m_zip.add(list, pages)))
            return false;
        const QByteArray package = QJsonDocument(packageJson()).toJson();
        const auto hash = m_zip.add("datapackage.json", package, m_label.modified);
        if (!hash)
            return false;
        const QJsonObject digest{{QStringLiteral("path"), QStringLiteral("datapackage.json")},
            {QStringLiteral("hash"), QString::fromLatin1("sha256:" + hash->toHex())}};
        return m_zip.add("datapackage-digest.json", compact(digest), m_label.modified)
            && m_zip.finish();
    }

    QJsonObject packageJson() const
    {
        QJsonObject package{{QStringLiteral("profile"), QStringLiteral("data-package")},
            {QStringLiteral("wacz_version"), QStringLiteral("1.1.1")},
            {QStringLiteral("title"), m_label.title},
            {QStringLiteral("software"), QString::fromLatin1(m_label.software)},
            {QStringLiteral("created"),
                QDateTime::fromSecsSinceEpoch(m_label.modified, Qt::UTC).toString(Qt::ISODate)},
            {QStringLiteral("resources"), m_resources}};
        if (!m_label.mainPage.isEmpty())
            package.insert(QStringLiteral("mainPageUrl"), QString::fromUtf8(m_label.mainPage));
        return package;
    }

    bool note(const QByteArray &path, qint64 size, const std::optional<QByteArray> &hash)
    {
        if (!hash)
            return false;
        m_resources.append(QJsonObject{
            {QStringLiteral("name"), QString::fromUtf8(path.mid(path.lastIndexOf('/') + 1))},
            {QStringLiteral("path"), QString::fromUtf8(path)},
            {QStringLiteral("hash"), QString::fromLatin1("sha256:" + hash->toHex())},
            {QStringLiteral("bytes"), size}});
        return true;
    }

    const QString m_directory;
    const WaczLabel &m_label;
    const SavedFiles m_files;
    ZipArchive m_zip;
    Lines m_index;
    Lines m_pages;
    QJsonArray m_resources;
};

} // namespace

std::optional<ExportFailure> writeWacz(
    const QString &directory, const WaczLabel &label, ExportFile &file)
{
    return Wacz(directory, label, file).write();
}

} // namespace gleaner
