// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/css.h"

#include <cstdlib>

using namespace gleaner;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray css(reinterpret_cast<const char *>(data), qsizetype(size));
    qsizetype last = 0;
    CssTokenizer tokens(css);
    while (tokens.next() != CssTokenizer::Token::End) {
        if (tokens.begin() < last || tokens.end() <= tokens.begin() || tokens.end() > css.size()) {
            std::abort();
        }
        unescapedCss(tokens.rawValue());
        last = tokens.end();
    }
    CssScanner scanner(css);
    while (scanner.next()) {
        if (scanner.begin() > scanner.end() || scanner.end() > css.size()) {
            std::abort();
        }
    }
    return 0;
}
