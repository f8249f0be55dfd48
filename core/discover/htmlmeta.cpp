// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/htmlmeta.h"

#include "core/discover/ascii.h"

#include <algorithm>
#include <iterator>

namespace gleaner
{

namespace
{

// Pictures are requisites; films and players lead elsewhere, as a click would.
constexpr MetaMeaning kMeanings[] = {
    {"og:image", LinkKind::Requisite},
    {"og:image:url", LinkKind::Requisite},
    {"og:image:secure_url", LinkKind::Requisite},
    {"og:logo", LinkKind::Requisite},
    {"og:url", LinkKind::Alternate},
    {"og:audio", LinkKind::Navigation},
    {"og:audio:url", LinkKind::Navigation},
    {"og:audio:secure_url", LinkKind::Navigation},
    {"og:video", LinkKind::Navigation},
    {"og:video:url", LinkKind::Navigation},
    {"og:video:secure_url", LinkKind::Navigation},
    {"twitter:image", LinkKind::Requisite},
    {"twitter:image:src", LinkKind::Requisite},
    {"twitter:image0", LinkKind::Requisite},
    {"twitter:image1", LinkKind::Requisite},
    {"twitter:image2", LinkKind::Requisite},
    {"twitter:image3", LinkKind::Requisite},
    {"twitter:player", LinkKind::Navigation},
    {"twitter:player:stream", LinkKind::Navigation},
    {"twitter:url", LinkKind::Alternate},
    {"msapplication-config", LinkKind::Requisite},
    {"msapplication-square44x44logo", LinkKind::Requisite},
    {"msapplication-square70x70logo", LinkKind::Requisite},
    {"msapplication-square150x150logo", LinkKind::Requisite},
    {"msapplication-square310x310logo", LinkKind::Requisite},
    {"msapplication-starturl", LinkKind::Navigation},
    {"msapplication-tileimage", LinkKind::Requisite},
    {"msapplication-wide310x150logo", LinkKind::Requisite},
    {"vk:image", LinkKind::Requisite},
    {"thumbnail", LinkKind::Requisite},
    {"image", LinkKind::Requisite},
    {"logo", LinkKind::Requisite},
    {"contenturl", LinkKind::Requisite},
    {"thumbnailurl", LinkKind::Requisite},
    {"embedurl", LinkKind::Navigation},
    {"url", LinkKind::Navigation},
};

struct Relation {
    const char *word;
    std::optional<LinkKind> kind;
};

constexpr std::optional<LinkKind> NotFetched = std::nullopt;

// What is not listed is Navigation: next, prev, help, license, author, search …
constexpr Relation kRelations[] = {
    {"stylesheet", LinkKind::Requisite},
    {"icon", LinkKind::Requisite},
    {"shortcut", LinkKind::Requisite},
    {"apple-touch-icon", LinkKind::Requisite},
    {"apple-touch-icon-precomposed", LinkKind::Requisite},
    {"apple-touch-startup-image", LinkKind::Requisite},
    {"compression-dictionary", LinkKind::Requisite},
    {"fluid-icon", LinkKind::Requisite},
    {"image_src", LinkKind::Requisite},
    {"import", LinkKind::Requisite},
    {"manifest", LinkKind::Requisite},
    {"mask-icon", LinkKind::Requisite},
    {"modulepreload", LinkKind::Requisite},
    {"prefetch", LinkKind::Requisite},
    {"preload", LinkKind::Requisite},
    {"sitemap", LinkKind::Sitemap},
    {"feed", LinkKind::Feed},
    {"alternate", LinkKind::Alternate},
    {"amphtml", LinkKind::Alternate},
    {"canonical", LinkKind::Alternate},
    {"shortlink", LinkKind::Alternate},
    {"authorization_endpoint", NotFetched},
    {"dns-prefetch", NotFetched},
    {"expect", NotFetched},
    {"hub", NotFetched},
    {"indieauth-metadata", NotFetched},
    {"micropub", NotFetched},
    {"openid.server", NotFetched},
    {"openid2.provider", NotFetched},
    {"pingback", NotFetched},
    {"preconnect", NotFetched},
    {"token_endpoint", NotFetched},
    {"webmention", NotFetched},
};

// Which kind counts where several relations stand in one `rel`.
int weight(std::optional<LinkKind> kind)
{
    if (!kind) {
        return 0;
    }
    switch (*kind) {
    case LinkKind::Guessed:
    case LinkKind::Navigation:
        return 1;
    case LinkKind::Alternate:
        return 2;
    case LinkKind::Feed:
        return 3;
    case LinkKind::Sitemap:
        return 4;
    case LinkKind::Requisite:
        return 5;
    }
    return 0;
}

bool isFeedType(QByteArrayView type)
{
    return ascii::startsWith(type, "application/rss+xml")
        || ascii::startsWith(type, "application/atom+xml")
        || ascii::startsWith(type, "application/feed+json")
        || ascii::startsWith(type, "application/rdf+xml");
}

} // namespace

const MetaMeaning *metaMeaning(QByteArrayView name)
{
    const auto found = std::find_if(
        std::begin(kMeanings), std::end(kMeanings), [name](const MetaMeaning &meaning) {
            return ascii::equals(name, QByteArrayView(meaning.name, qstrlen(meaning.name)));
        });
    return found == std::end(kMeanings) ? nullptr : &*found;
}

std::optional<LinkKind> kindOfLink(QByteArrayView rel, QByteArrayView type, QByteArrayView as)
{
    std::optional<LinkKind> best = NotFetched;
    bool anyWord = false;
    ascii::forEachWord(rel, ascii::isSpace, [&](QByteArrayView word) {
        const auto known = std::find_if(
            std::begin(kRelations), std::end(kRelations), [word](const Relation &relation) {
                return ascii::equals(word, QByteArrayView(relation.word, qstrlen(relation.word)));
            });
        std::optional<LinkKind> kind =
            known == std::end(kRelations) ? LinkKind::Navigation : known->kind;
        if (ascii::equals(word, "alternate") && isFeedType(type)) {
            kind = LinkKind::Feed;
        } else if (ascii::equals(word, "prefetch") && ascii::equals(as, "document")) {
            kind = LinkKind::Navigation;
        }
        if (weight(kind) > weight(best)) {
            best = kind;
        }
        anyWord = true;
    });
    return anyWord ? best : LinkKind::Navigation;
}

bool isAddressParam(QByteArrayView name)
{
    for (const QByteArrayView known : {QByteArrayView("movie"), QByteArrayView("src"),
             QByteArrayView("url"), QByteArrayView("data"), QByteArrayView("filename"),
             QByteArrayView("file"), QByteArrayView("href"), QByteArrayView("source")}) {
        if (ascii::equals(name, known)) {
            return true;
        }
    }
    return false;
}

bool forbidsFollowing(QByteArrayView content)
{
    return ascii::hasWord(content, "nofollow") || ascii::hasWord(content, "none");
}

} // namespace gleaner
