// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>
#include <vector>

namespace gleaner
{

/// What a robots.txt says to one robot (RFC 9309). A value, any thread.
///
/// Parsing takes any bytes, never fails, and looks at no more than the first 500 KiB (section 2.5).
/// Groups of the same robot count as one (section 2.2.1); where none names it, `*` counts.
class RobotsRules
{
public:
    /// Everything is allowed.
    RobotsRules() = default;

    /// Nothing is allowed, because the site could not be asked (section 2.3.1.4).
    static RobotsRules unreachable();
    bool isUnreachable() const { return m_isUnreachable; }

    /// `productToken` is the robot's name, compared without case, such as "gleaner".
    static RobotsRules parse(QByteArrayView text, QByteArrayView productToken);

    /// May this be asked for? `pathAndQuery` as it stands in the canonical address. The longest
    /// pattern that matches decides, and Allow where two are equal (section 2.2.2).
    bool allows(QByteArrayView pathAndQuery) const;

    /// The wait between two requests that this robot is asked for (not in the RFC, but widely
    /// used).
    std::optional<std::chrono::milliseconds> crawlDelay() const { return m_crawlDelay; }

    /// What the Sitemap lines hold, whoever they are for (section 2.2.4). Not resolved.
    const std::vector<QByteArray> &sitemaps() const { return m_sitemaps; }

private:
    struct Rule {
        QByteArray pattern;
        bool allow;
    };
    friend class RobotsReader;
    std::vector<Rule> m_rules;
    std::optional<std::chrono::milliseconds> m_crawlDelay;
    std::vector<QByteArray> m_sitemaps;
    bool m_isUnreachable = false;
};

} // namespace gleaner
