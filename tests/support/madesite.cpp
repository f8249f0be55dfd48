// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madesite.h"

#include "tests/support/testserver.h"

#include <algorithm>

namespace gleaner::test
{

namespace
{

constexpr qint64 pagesPerFolder = 1000;
constexpr qint64 mostPages = 100'000'000;
constexpr int mostLinks = 100'000;
constexpr qsizetype largestPage = 64 * 1024 * 1024;

QByteArray pagePath(qint64 page)
{
    return QByteArray::number(page / pagesPerFolder) + '/' + QByteArray::number(page) + ".html";
}

QByteArray link(qint64 page)
{
    return "<a href=\"../" + pagePath(page) + "\">Page " + QByteArray::number(page) + "</a>\n";
}

/// Well mixed and the same for ever, which the standard's engines do not promise for ranges.
qint64 scattered(qint64 page, int link, qint64 pages)
{
    quint64 value = quint64(page) * 0x9E3779B97F4A7C15u + quint64(link) * 0xBF58476D1CE4E5B9u;
    value ^= value >> 31;
    value *= 0x94D049BB133111EBu;
    value ^= value >> 29;
    return qint64(value % quint64(pages));
}

} // namespace

std::optional<MadeSite> MadeSite::parse(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('-');
    const bool isComb = parts.size() == 4 && parts[3] == "comb";
    if (parts.size() != 1 && parts.size() != 3 && !isComb)
        return {};
    MadeSite site;
    site.shape = isComb ? Shape::Comb : Shape::Tree;
    site.pages = parts[0].toLongLong();
    if (parts.size() >= 3) {
        site.links = parts[1].toInt();
        site.bytes = parts[2].toLongLong();
    }
    const bool sane = site.pages >= 1 && site.pages <= mostPages && site.links >= 2
        && site.links <= mostLinks && site.bytes >= 0 && site.bytes <= largestPage;
    return sane ? std::optional(site) : std::nullopt;
}

QByteArray MadeSite::root() const
{
    return "/made/" + QByteArray::number(pages) + '-' + QByteArray::number(links) + '-'
        + QByteArray::number(bytes) + (shape == Shape::Comb ? "-comb/" : "/");
}

QByteArray MadeSite::target(qint64 page) const
{
    return root() + "page/" + pagePath(page);
}

QByteArray MadeSite::treeLinks(qint64 page) const
{
    QByteArray html;
    const int children = links / 2;
    for (int child = 1; child <= children; ++child) {
        const qint64 other = page * children + child;
        if (other < pages)
            html += link(other);
    }
    for (int other = children; other < links; ++other)
        html += link(scattered(page, other, pages));
    return html;
}

QByteArray MadeSite::combLinks(qint64 page) const
{
    QByteArray html;
    const qint64 spine = page - page % links;
    if (page != spine)
        return link(spine) + link(scattered(page, 0, page));
    // The next of the spine first, so that there is always something to do.
    for (qint64 other = std::min(page + links, pages - 1); other > page; --other)
        html += link(other);
    for (int other = 0; page > 0 && other < links / 2; ++other)
        html += link(scattered(page, other, page));
    return html;
}

QByteArray MadeSite::body(qint64 page) const
{
    const QByteArray number = QByteArray::number(page);
    QByteArray html = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Page " + number
        + "</title></head>\n<body><h1>Page " + number + "</h1>\n";
    html += shape == Shape::Comb ? combLinks(page) : treeLinks(page);

    const QByteArray end = "</body></html>\n";
    const QByteArray words = "Text of page " + number + " that fills it up. ";
    const qsizetype missing = bytes - html.size() - end.size() - qsizetype(qstrlen("<p></p>\n"));
    if (missing > 0)
        html += "<p>" + words.repeated(missing / words.size() + 1).first(missing) + "</p>\n";
    return html + end;
}

void addMadeSite(TestServer &server)
{
    server.route("/made/", [](const Request &request, Reply &reply) {
        const QList<QByteArray> parts = request.rest.split('/');
        const std::optional<MadeSite> site = MadeSite::parse(parts[0]);
        if (site && parts.size() == 2 && parts[1].isEmpty()) {
            reply.answer(302, {}, {}, {{"Location", "page/0/0.html"}});
            return;
        }
        if (site && parts.size() == 4 && parts[1] == "page" && parts[3].endsWith(".html")) {
            bool isNumber = false;
            const qint64 page = parts[3].chopped(5).toLongLong(&isNumber);
            if (isNumber && page >= 0 && page < site->pages
                && parts[2] + '/' + parts[3] == pagePath(page)) {
                reply.answer(200, "text/html; charset=utf-8", site->body(page),
                    {{"ETag", '"' + QByteArray::number(page) + '"'}});
                return;
            }
        }
        reply.answer(404, "text/plain", "no such page\n");
    });
}

} // namespace gleaner::test
