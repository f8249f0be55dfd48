// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/jsonlinks.h"

#include "core/discover/ascii.h"
#include "core/discover/charreferences.h"

namespace gleaner
{

namespace
{

struct Rule {
    JsonForm form;
    const char *container; ///< nullptr: any
    const char *member; ///< nullptr: any
    LinkKind kind;
};

constexpr LinkKind Navigation = LinkKind::Navigation;
constexpr LinkKind Requisite = LinkKind::Requisite;

// The first row that fits counts.
constexpr Rule kRules[] = {
    {JsonForm::LinkedData, "image", "url", Requisite},
    {JsonForm::LinkedData, "logo", "url", Requisite},
    {JsonForm::LinkedData, "photo", "url", Requisite},
    {JsonForm::LinkedData, "primaryImageOfPage", "url", Requisite},
    {JsonForm::LinkedData, "thumbnail", "url", Requisite},
    {JsonForm::LinkedData, nullptr, "contentUrl", Requisite},
    {JsonForm::LinkedData, nullptr, "discussionUrl", Navigation},
    {JsonForm::LinkedData, nullptr, "downloadUrl", Navigation},
    {JsonForm::LinkedData, nullptr, "embedUrl", Navigation},
    {JsonForm::LinkedData, nullptr, "image", Requisite},
    {JsonForm::LinkedData, nullptr, "item", Navigation},
    {JsonForm::LinkedData, nullptr, "logo", Requisite},
    {JsonForm::LinkedData, nullptr, "mainEntityOfPage", Navigation},
    {JsonForm::LinkedData, nullptr, "photo", Requisite},
    {JsonForm::LinkedData, nullptr, "screenshot", Requisite},
    {JsonForm::LinkedData, nullptr, "thumbnail", Requisite},
    {JsonForm::LinkedData, nullptr, "thumbnailUrl", Requisite},
    {JsonForm::LinkedData, nullptr, "url", Navigation},
    {JsonForm::Manifest, "icons", "src", Requisite},
    {JsonForm::Manifest, "note_taking", "new_note_url", Navigation},
    {JsonForm::Manifest, "screenshots", "src", Requisite},
    {JsonForm::Manifest, "serviceworker", "src", Requisite},
    {JsonForm::Manifest, "splash_screens", "src", Requisite},
    {JsonForm::Manifest, "shortcuts", "url", Navigation},
    {JsonForm::Manifest, "", "start_url", Navigation},
    {JsonForm::Feed, "attachments", "url", Requisite},
    {JsonForm::Feed, nullptr, "avatar", Requisite},
    {JsonForm::Feed, nullptr, "banner_image", Requisite},
    {JsonForm::Feed, nullptr, "external_url", Navigation},
    {JsonForm::Feed, nullptr, "favicon", Requisite},
    {JsonForm::Feed, nullptr, "feed_url", LinkKind::Feed},
    {JsonForm::Feed, nullptr, "home_page_url", Navigation},
    {JsonForm::Feed, nullptr, "icon", Requisite},
    {JsonForm::Feed, nullptr, "image", Requisite},
    {JsonForm::Feed, nullptr, "next_url", LinkKind::Feed},
    {JsonForm::Feed, nullptr, "url", Navigation},
    {JsonForm::ImportMap, "imports", nullptr, Requisite},
    {JsonForm::SpeculationRules, nullptr, "urls", Navigation},
};

bool fits(const char *pattern, QByteArrayView name)
{
    return !pattern || name == QByteArrayView(pattern, qstrlen(pattern));
}

const Rule *findRule(JsonForm form, QByteArrayView container, QByteArrayView member)
{
    for (const Rule &rule : kRules) {
        if (rule.form == form && fits(rule.member, member) && fits(rule.container, container)) {
            return &rule;
        }
    }
    return nullptr;
}

// JSON-LD's members may also hold names, types and templates.
bool isPlainlyAddress(QByteArrayView text)
{
    for (const char c : text) {
        if (ascii::isSpace(c) || c == '{') {
            return false;
        }
    }
    return ascii::startsWith(text, "http://") || ascii::startsWith(text, "https://")
        || text.startsWith('/') || text.startsWith("./") || text.startsWith("../");
}

char32_t readHex4(QByteArrayView raw, qsizetype at)
{
    char32_t value = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = i < raw.size() ? ascii::hexValue(raw[i]) : -1;
        if (digit < 0) {
            return 0xFFFD;
        }
        value = value * 16 + char32_t(digit);
    }
    return value;
}

QByteArray unescapedJson(QByteArrayView raw)
{
    QByteArray out;
    out.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size(); ++at) {
        if (raw[at] != '\\' || ++at == raw.size()) {
            out.append(raw[std::min(at, raw.size() - 1)]);
            continue;
        }
        switch (raw[at]) {
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't':
            // No address holds one of these; the parser of addresses would drop them.
            break;
        case 'u': {
            char32_t c = readHex4(raw, at + 1);
            at += 4;
            if (c >= 0xD800 && c < 0xDC00
                && raw.sliced(std::min(at + 1, raw.size())).startsWith("\\u")) {
                const char32_t low = readHex4(raw, at + 3);
                if (low >= 0xDC00 && low < 0xE000) {
                    c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                    at += 6;
                }
            }
            appendUtf8(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
            break;
        }
        default:
            out.append(raw[at]);
        }
    }
    return out;
}

} // namespace

std::optional<JsonForm> jsonFormOfScript(QByteArrayView type)
{
    return type.startsWith("application/ld+json")    ? std::optional(JsonForm::LinkedData)
        : type == QByteArrayView("importmap")        ? std::optional(JsonForm::ImportMap)
        : type == QByteArrayView("speculationrules") ? std::optional(JsonForm::SpeculationRules)
        : type == QByteArrayView("application/manifest+json") ? std::optional(JsonForm::Manifest)
                                                              : std::nullopt;
}

bool JsonLinkScanner::next()
{
    while (m_at < m_json.size()) {
        const char c = m_json[m_at++];
        switch (c) {
        case '{':
        case '[': {
            if (m_levels.size() == MaxDepth) {
                m_at = m_json.size();
                break;
            }
            const Level parent = m_levels.empty() ? Level{false, {}, {}} : m_levels.back();
            m_levels.push_back(c == '{' ? Level{true, {}, parent.member}
                                        : Level{false, parent.member, parent.container});
            break;
        }
        case '}':
        case ']':
            if (!m_levels.empty()) {
                m_levels.pop_back();
            }
            break;
        case '"':
            if (readString()) {
                return true;
            }
            break;
        default:
            break;
        }
    }
    return false;
}

bool JsonLinkScanner::readString()
{
    m_begin = m_at;
    while (m_at < m_json.size() && m_json[m_at] != '"') {
        m_at += m_json[m_at] == '\\' ? 2 : 1;
    }
    m_at = std::min(m_at, m_json.size());
    m_end = m_at;
    m_at = std::min(m_at + 1, m_json.size());
    if (m_levels.empty()) {
        return false;
    }
    if (m_levels.back().isObject && isMemberName()) {
        m_levels.back().member = m_json.sliced(m_begin, m_end - m_begin);
        return false;
    }
    return judge();
}

bool JsonLinkScanner::isMemberName() const
{
    qsizetype at = m_at;
    while (at < m_json.size() && ascii::isSpace(m_json[at])) {
        ++at;
    }
    return at < m_json.size() && m_json[at] == ':';
}

bool JsonLinkScanner::judge()
{
    const Rule *rule = findRule(m_form, m_levels.back().container, m_levels.back().member);
    // A JSON Feed's hubs are places to post to.
    if (!rule || (m_form == JsonForm::Feed && fits("hubs", m_levels.back().container))) {
        return false;
    }
    m_url = m_json.sliced(m_begin, m_end - m_begin);
    if (m_url.contains('\\')) {
        m_unescaped = unescapedJson(m_url);
        m_url = m_unescaped;
    }
    // In an import map a trailing slash makes a prefix, which names no file.
    if ((m_form == JsonForm::LinkedData && !isPlainlyAddress(m_url))
        || (m_form == JsonForm::ImportMap && m_url.endsWith('/'))) {
        return false;
    }
    m_kind = rule->kind;
    m_member = rule->member ? rule->member : "imports";
    return true;
}

} // namespace gleaner
