// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/linkrewriter.h"
#include "core/discover/linkspelling.h"

#include <QHash>

namespace gleaner
{

/// A page at http://h.example/dir/page that lies at dir/page.html, and what else lies there.
struct CopiedSite {
    QHash<QByteArray, QByteArray> copies; ///< address to path

    CopiedSite()
    {
        for (const char *name : {"dir/a.html", "dir/b.png", "dir/c.css", "dir/p'q(r),s.png",
                 "dir/x&y.html", "top.html", "other/d.html", "dir/p\xC3\xB6.html"}) {
            const QByteArray address = "http://h.example/" + QByteArray(name);
            copies.insert(Address::parse(address)->bytes(), name);
        }
        copies.insert("http://h.example/dir/page", "dir/page.html");
        copies.insert("http://h.example/", "index.html");
        copies.insert("http://h.example/dir/", "dir/index.html");
        copies.insert("http://h.example/dir/q?a=1&b=2", "dir/q?a=1&b=2.html");
        copies.insert("http://h.example/moved", "dir/a.html");
        copies.insert("https://cdn.example/x.js", "+cdn.example/x.js");
    }

    LocalCopies lookUp() const
    {
        return
            [this](const Address &address) { return escapedPath(copies.value(address.bytes())); };
    }
    DocumentCopy page(const QByteArray &bytes, const QByteArray &type = "text/html") const
    {
        return {{bytes, type, *Address::parse("http://h.example/dir/page")}, {}, "dir/page.html"};
    }
};

} // namespace gleaner
