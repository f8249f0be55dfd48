// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/headers.h"
#include "core/discover/mimetype.h"
#include "core/discover/srcset.h"

#include <cstdlib>

using namespace gleaner;

// And the small header parsers, which share its kind of input.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    qsizetype last = 0;
    SrcsetScanner candidates(text);
    while (candidates.next()) {
        if (candidates.begin() < last || candidates.end() <= candidates.begin()) {
            std::abort();
        }
        last = candidates.end();
    }
    const Address page = *Address::parse("http://h.example/");
    linkHeaderLinks(text, page);
    refreshHeaderLinks(text, page);
    contentLocationLinks(text, page);
    if (const auto type = MimeType::parse(text)) {
        // What we write must be what we read.
        if (MimeType::parse(type->serialized())->serialized() != type->serialized()) {
            std::abort();
        }
    }
    return 0;
}
