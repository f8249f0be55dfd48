// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/discover.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace gleaner
{

/// The JSON documents whose members we know to be addresses.
enum class JsonForm : quint8 {
    LinkedData, ///< JSON-LD in a page: only members that plainly hold an address
    Manifest, ///< a web app's (W3C "Web Application Manifest")
    Feed, ///< JSON Feed 1.1
    ImportMap,
    SpeculationRules,
};

/// The form that a script element's type, trimmed and in lower case, announces.
std::optional<JsonForm> jsonFormOfScript(QByteArrayView type);

/// Steps through the addresses in a JSON text. Tolerant: what is broken is passed over, since half
/// of an address list is better than none. Linear; nesting beyond MaxDepth ends it. Any thread.
class JsonLinkScanner
{
public:
    static constexpr size_t MaxDepth = 512;

    JsonLinkScanner(QByteArrayView json, JsonForm form)
        : m_json(json)
        , m_form(form)
    {
    }

    /// Steps to the next address; false at the end.
    bool next();

    /// The address, escapes resolved. Valid until next().
    QByteArrayView url() const { return m_url; }
    /// Where its raw bytes stand, without quotes.
    qsizetype begin() const { return m_begin; }
    qsizetype end() const { return m_end; }
    LinkKind kind() const { return m_kind; }
    /// The member's name, as a literal.
    const char *member() const { return m_member; }

private:
    struct Level {
        bool isObject;
        QByteArrayView member; ///< the latest name in an object; an array's own name
        QByteArrayView container; ///< the name under which the object stands
    };

    bool readString();
    bool isMemberName() const;
    bool judge();

    QByteArrayView m_json;
    JsonForm m_form;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    std::vector<Level> m_levels;
    QByteArray m_unescaped;
    QByteArrayView m_url;
    LinkKind m_kind = LinkKind::Navigation;
    const char *m_member = "";
};

} // namespace gleaner
