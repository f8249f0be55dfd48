// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/discover.h"

#include <cstdlib>

using namespace gleaner;

// Sitemaps, feeds and DASH manifests: what their reader makes of any bytes called XML.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    Document document;
    document.bytes = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    document.address = *Address::parse("http://h.example/sitemap.xml");
    for (const char *type : {"application/xml", "application/rss+xml", "application/dash+xml"}) {
        document.contentType = type;
        for (const Link &link : discover(document).links) {
            // What is found is an address in its canonical form.
            if (Address::parse(link.address.bytes()) != link.address)
                std::abort();
        }
    }
    return 0;
}
