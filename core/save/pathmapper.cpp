// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/pathmapper.h"

#include "core/save/safename.h"
#include "core/url/characterclass.h"
#include "core/url/percentencoding.h"

#include <algorithm>

namespace gleaner
{

namespace
{

bool endsWith(QByteArrayView name, QByteArrayView extension)
{
    return name.size() >= extension.size()
        && name.last(extension.size()).compare(extension, Qt::CaseInsensitive) == 0;
}

bool hasPageExtension(QByteArrayView name)
{
    static constexpr QByteArrayView extensions[] = {".html", ".htm", ".xhtml", ".xht"};
    return std::ranges::any_of(
        extensions, [&](QByteArrayView extension) { return endsWith(name, extension); });
}

/// "a_80" is a host by itself and "a" with a port, "__1" a host and an IPv6 address without its
/// colons; "[::1:80]" ends like "[::1]" with a port.
bool readsLikeAnother(QByteArrayView host)
{
    const bool isIpv6 = host.startsWith('[');
    const QByteArray name = isIpv6 ? host.sliced(1).chopped(1).toByteArray() : host.toByteArray();
    const qsizetype separator = name.lastIndexOf(isIpv6 ? ':' : '_');
    if (separator < 0)
        return false;
    if (isIpv6 && (!name.contains("::") || name[separator - 1] == ':'))
        return false;
    return std::ranges::all_of(QByteArrayView(name).sliced(separator + 1),
        [](char c) { return CharacterClass::hexValue(c) >= 0; });
}

QByteArray originFolder(const Address &address)
{
    QByteArray host = address.host().toByteArray();
    host.removeIf([](char c) { return c == '[' || c == ']'; });
    // IPv6: the colon is no character for a name everywhere.
    host.replace(':', '_');
    // Browsers allow hosts that no file system does: "a*b", or a dot at the end.
    host = safeName(host);
    const bool isPlain = address.scheme() == QByteArrayView("https") && address.hasDefaultPort();
    if (readsLikeAnother(address.host()) && (isPlain || !address.host().startsWith('[')))
        host = marked(host, address.host());
    if (host.size() > longestSegment - 8) {
        host = host.left(longestSegment - 20);
        while (host.endsWith('.'))
            host.chop(1);
        host = marked(host, address.host());
    }
    if (isPlain)
        return '+' + host;
    return '+' + host + '_' + QByteArray::number(address.port());
}

/// "%41" where "A" would do.
bool hasNeedlessEscapes(QByteArrayView path)
{
    for (qsizetype at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
        const QByteArray decoded =
            percentDecoded(path.sliced(at, std::min<qsizetype>(3, path.size() - at)));
        if (decoded.size() != 1)
            continue;
        const char c = decoded.front();
        if (CharacterClass::isAlpha(c) || CharacterClass::isDigit(c)
            || CharacterClass::oneOf(c, "-._~"))
            return true;
    }
    return false;
}

/// Deep or long addresses: the folders past the limit become one with a hash mark.
void limitLength(RelativePath &path, const Address &address)
{
    qsizetype length = 0;
    for (qsizetype i = 0; i < path.folders.size(); ++i) {
        length += path.folders[i].size() + 1;
        if (length > longestPath - 2 * longestSegment) {
            path.folders.resize(i);
            path.folders.append(marked("deep", address.path()));
            return;
        }
    }
}

} // namespace

QByteArray RelativePath::joined() const
{
    QByteArray joined;
    for (const QByteArray &folder : folders)
        joined += folder + '/';
    return joined + file;
}

RelativePath pathFromText(const QByteArray &joined)
{
    RelativePath path;
    path.folders = joined.split('/');
    path.file = path.folders.takeLast();
    return path;
}

QByteArrayList foldersFromText(const QByteArray &joined)
{
    return joined.isEmpty() ? QByteArrayList() : joined.split('/');
}

NameOrigin nameOrigin(const Address &address, bool isPage)
{
    const QByteArrayView path = address.path();
    const QByteArrayView last = path.sliced(path.lastIndexOf('/') + 1);
    const bool isWhole = hasPageExtension(address.hasQuery() ? address.query() : last);
    if (last.isEmpty() || (isPage && !isWhole))
        return NameOrigin::Invented;
    return address.hasQuery() || hasNeedlessEscapes(path) ? NameOrigin::Respelled
                                                          : NameOrigin::Literal;
}

RelativePath pathFor(const Address &address, bool isPage, const QByteArray &startOrigin)
{
    RelativePath path;
    if (address.origin() != startOrigin)
        path.folders.append(originFolder(address));

    QByteArrayList segments = address.path().toByteArray().split('/');
    segments.removeFirst();
    const QByteArray last = segments.isEmpty() ? QByteArray() : segments.takeLast();
    for (const QByteArray &segment : std::as_const(segments)) {
        // An empty segment would vanish from the path, and two addresses would meet.
        path.folders.append(segment.isEmpty() ? QByteArray("%") : safeName(segment));
    }

    // Put together while it is still encoded, so that everything is decoded and escaped once.
    QByteArray name = last.isEmpty() ? QByteArray("index.html") : last;
    if (address.hasQuery())
        name += "%3F" + address.query().toByteArray();
    if (isPage && !hasPageExtension(name))
        name += ".html";
    path.file = safeName(name);
    limitLength(path, address);
    return path;
}

RelativePath withExtension(const RelativePath &path, QByteArrayView extension)
{
    RelativePath other = path;
    if (!endsWith(path.file, extension) && path.file.size() + extension.size() <= longestSegment)
        other.file += extension;
    return other;
}

RelativePath markedPath(const RelativePath &path, const Address &address)
{
    RelativePath other = path;
    other.file = marked(path.file, address.bytes());
    return other;
}

} // namespace gleaner
