// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/robots.h"

#include <algorithm>
#include <cstring>

namespace gleaner
{

namespace
{

constexpr qsizetype mostRead = 500 * 1024;
constexpr double mostSeconds = 24 * 60 * 60;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// One spelling for both sides of a comparison: escapes in upper case, bytes beyond ASCII escaped
/// (section 2.2.2).
QByteArray normalised(QByteArrayView path)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QByteArray result;
    result.reserve(path.size());
    for (qsizetype i = 0; i < path.size(); ++i) {
        const auto byte = uchar(path[i]);
        if (byte == '%' && i + 2 < path.size() && isHexDigit(path[i + 1])
            && isHexDigit(path[i + 2])) {
            result += path.sliced(i, 3).toByteArray().toUpper();
            i += 2;
        } else if (byte >= 0x80) {
            result += '%';
            result += digits[byte >> 4];
            result += digits[byte & 15];
        } else {
            result += char(byte);
        }
    }
    return result;
}

/// Linear whatever is sought, which QByteArrayView::indexOf() is not.
qsizetype find(QByteArrayView text, QByteArrayView part, qsizetype from)
{
    const QByteArrayView rest = text.sliced(from);
    const void *found =
        ::memmem(rest.data(), size_t(rest.size()), part.data(), size_t(part.size()));
    return found ? static_cast<const char *>(found) - text.data() : -1;
}

/// `*` is any run of bytes, `$` at the end the end; what is left of the path does not matter.
/// Every part between stars is looked for once, so the time is bounded whatever the pattern.
bool matches(QByteArrayView pattern, QByteArrayView path)
{
    const bool toTheEnd = pattern.endsWith('$');
    if (toTheEnd)
        pattern.chop(1);
    qsizetype at = 0;
    for (bool first = true;; first = false) {
        const qsizetype star = pattern.indexOf('*');
        const QByteArrayView part = star < 0 ? pattern : pattern.first(star);
        const bool last = star < 0;
        if (last && toTheEnd) {
            const bool fits = first ? path == part : path.sliced(at).endsWith(part);
            return fits;
        }
        const qsizetype found = first ? (path.startsWith(part) ? 0 : -1) : find(path, part, at);
        if (found < 0)
            return false;
        if (last)
            return true;
        at = found + part.size();
        pattern = pattern.sliced(star + 1);
    }
}

} // namespace

/// Reads the lines, once, for one robot.
class RobotsReader
{
public:
    explicit RobotsReader(QByteArrayView productToken)
        : m_token(productToken.toByteArray())
    {
    }

    void read(QByteArrayView text)
    {
        text = text.first(std::min(text.size(), mostRead));
        if (text.startsWith("\xEF\xBB\xBF"))
            text = text.sliced(3);
        while (!text.isEmpty()) {
            const auto *end =
                std::ranges::find_if(text, [](char c) { return c == '\n' || c == '\r'; });
            const qsizetype length = end - text.begin();
            readLine(text.first(length));
            text = text.sliced(std::min(length + 1, text.size()));
        }
    }

    RobotsRules result()
    {
        RobotsRules rules = m_isNamed ? std::move(m_own) : std::move(m_everyones);
        rules.m_sitemaps = std::move(m_sitemaps);
        return rules;
    }

private:
    void readLine(QByteArrayView line)
    {
        if (const qsizetype comment = line.indexOf('#'); comment >= 0)
            line = line.first(comment);
        line = line.trimmed();
        qsizetype separator = line.indexOf(':');
        // Forgotten colons are common enough for the reference parser to read two bare words.
        if (separator < 0)
            separator = std::max(line.indexOf(' '), line.indexOf('\t'));
        if (separator < 0)
            return;
        const QByteArray key = line.first(separator).trimmed().toByteArray().toLower();
        const QByteArrayView value = line.sliced(separator + 1).trimmed();
        if (key == "user-agent")
            beginGroup(value);
        else if (key == "allow" || key == "disallow")
            addRule(value, key == "allow");
        else if (key == "sitemap" && !value.isEmpty())
            m_sitemaps.push_back(value.toByteArray());
        else if (key == "crawl-delay")
            setDelay(value);
    }

    void beginGroup(QByteArrayView name)
    {
        // Several such lines in a row name several robots of one group.
        if (m_inRules) {
            m_inRules = m_forUs = m_forAll = false;
        }
        const auto *end = std::ranges::find_if_not(name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
        });
        const QByteArrayView token = name.first(end - name.begin());
        if (!token.isEmpty() && token.compare(m_token, Qt::CaseInsensitive) == 0)
            m_forUs = m_isNamed = true;
        if (name == QByteArrayView("*") || name.startsWith("* ") || name.startsWith("*\t"))
            m_forAll = true;
    }

    template <typename Action>
    void forGroup(Action action)
    {
        if (m_forUs)
            action(m_own);
        if (m_forAll)
            action(m_everyones);
    }

    void addRule(QByteArrayView pattern, bool allow)
    {
        m_inRules = true;
        // An empty pattern matches nothing; so "Disallow:" allows everything.
        if (pattern.isEmpty())
            return;
        forGroup([&](RobotsRules &rules) {
            rules.m_rules.push_back({normalised(pattern), allow});
        });
    }

    void setDelay(QByteArrayView value)
    {
        bool isNumber = false;
        const double seconds = value.toByteArray().toDouble(&isNumber);
        if (!isNumber || !(seconds >= 0))
            return;
        const std::chrono::milliseconds delay(qint64(std::min(seconds, mostSeconds) * 1000));
        forGroup([&](RobotsRules &rules) { rules.m_crawlDelay = delay; });
    }

    const QByteArray m_token;
    RobotsRules m_own;
    RobotsRules m_everyones;
    std::vector<QByteArray> m_sitemaps;
    bool m_isNamed = false; ///< some group is for us by name
    bool m_forUs = false; ///< the group that is being read
    bool m_forAll = false;
    bool m_inRules = false; ///< the group has rules already: the next name begins another one
};

RobotsRules RobotsRules::unreachable()
{
    RobotsRules rules;
    rules.m_rules.push_back({"/", false});
    rules.m_isUnreachable = true;
    return rules;
}

RobotsRules RobotsRules::parse(QByteArrayView text, QByteArrayView productToken)
{
    RobotsReader reader(productToken);
    reader.read(text);
    return reader.result();
}

bool RobotsRules::allows(QByteArrayView pathAndQuery) const
{
    const QByteArray path = normalised(pathAndQuery);
    const Rule *decisive = nullptr;
    for (const Rule &rule : m_rules) {
        const bool longer = !decisive || rule.pattern.size() > decisive->pattern.size()
            || (rule.pattern.size() == decisive->pattern.size() && rule.allow);
        if (longer && matches(rule.pattern, path))
            decisive = &rule;
    }
    return !decisive || decisive->allow;
}

} // namespace gleaner
