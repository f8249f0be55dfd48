// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/contentdisposition.h"
#include "core/save/namekey.h"
#include "core/save/pathmapper.h"
#include "core/save/safename.h"
#include "tests/save/harmless.h"

#include <cstdlib>

using namespace gleaner;

namespace
{

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

void check(const RelativePath &path)
{
    require(path.joined().size() <= longestPath + longestSegment);
    for (const QByteArray &name : path.folders) {
        require(test::harmOf(name).isEmpty());
    }
    require(test::harmOf(path.file).isEmpty());
    require(pathFromText(path.joined()) == path);
    const QByteArray key = nameKey(path.joined());
    require(nameKey(key) == key);
    require(key.count('/') == path.joined().count('/'));
}

} // namespace

/// Whatever an address or a server says, what comes of it are single, harmless names.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const QByteArray start = "https://site.example";
    for (const QByteArray &prefix :
        {QByteArray(), start + '/', QByteArray("http://other.example/"), start + "/a?"}) {
        const auto address = Address::parse(prefix + input.toByteArray());
        if (!address || !address->isWeb()) {
            continue;
        }
        for (const bool isPage : {false, true}) {
            const RelativePath path = pathFor(*address, isPage, start);
            check(path);
            check(markedPath(path, *address));
            const QByteArray spare = spareName(markedPath(path, *address).file);
            require(test::harmOf(spare).isEmpty());
            require(withoutSpareMark(spare) == markedPath(path, *address).file);
            require((address->origin() != start) == path.folders.value(0).startsWith('+'));
            (void)nameOrigin(*address, isPage);
        }
    }
    const QByteArray name = safeName(input);
    require(name.isEmpty() == input.isEmpty());
    require(name.isEmpty() || test::harmOf(name).isEmpty());
    const auto offered = dispositionFileName(input);
    const QByteArray named = safeFileName(offered.value_or(QString::fromUtf8(input)));
    require(named.isEmpty() || test::harmOf(named).isEmpty());
    return 0;
}
