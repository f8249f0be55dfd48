// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/discover.h"
#include "core/discover/htmltokenizer.h"
#include "core/discover/linkrewriter.h"
#include "core/discover/linkspelling.h"
#include "core/discover/scandocument.h"

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

/// What every rewriter relies on.
class OffsetCheck : public ReferenceSink
{
public:
    explicit OffsetCheck(qsizetype size)
        : m_size(size)
    {
    }
    void reference(const Reference &reference) override
    {
        require(0 <= reference.begin && reference.begin <= reference.end);
        require(reference.end <= m_size);
    }

private:
    const qsizetype m_size;
};

/// Whatever the document is: its links can be rewritten or are left alone, and had back.
void rewriteAndRestore(const Document &document)
{
    const LocalCopies copies = [](const Address &address) {
        return address.bytes().size() % 2 ? escapedPath("a?b/" + address.path().toByteArray())
                                          : QByteArray();
    };
    const auto edits = rewriteLinks({document, {}, "dir/page.html"}, copies);
    if (!edits) {
        return;
    }
    qsizetype end = 0;
    for (const Edit &edit : *edits) {
        require(edit.begin >= end && edit.end >= edit.begin);
        end = edit.end;
    }
    require(end <= document.bytes.size());
    const QByteArray patch = reversePatch(document.bytes, *edits);
    const auto back = restored(edited(document.bytes, *edits), patch, document.bytes.size());
    require(back && *back == document.bytes);
}

} // namespace

// The first byte chooses the type: all that is not CSS.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static constexpr const char *types[] = {"text/html", "application/xhtml+xml", "application/xml",
        "application/rss+xml", "application/dash+xml", "application/manifest+json",
        "application/feed+json", "audio/mpegurl", "text/uri-list", "text/html; charset=shift_jis",
        "text/html; charset=utf-16", "text/html; charset=iso-2022-jp", "text/javascript",
        "text/html; charset=utf-8"};
    if (size == 0) {
        return 0;
    }
    const char *text = reinterpret_cast<const char *>(data + 1);
    Document document;
    document.bytes = QByteArray(text, qsizetype(size - 1));
    document.contentType = types[data[0] % std::size(types)];
    document.scripts = ScriptStrings::Guess;
    document.address = *Address::parse("http://h.example/dir/page?q");

    qsizetype tokensEnd = 0;
    HtmlTokenizer tokens(document.bytes);
    while (tokens.next() != HtmlTokenizer::Token::End) {
        require(tokens.begin() >= tokensEnd && tokens.end() > tokens.begin());
        tokensEnd = tokens.end();
    }
    const DecodedDocument decoded = decodeDocument(document);
    OffsetCheck check(decoded.text.size());
    scanDocument(decoded, document.address, check);
    discover(document);
    rewriteAndRestore(document);
    return 0;
}
