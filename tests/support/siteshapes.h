// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <functional>

namespace gleaner::test
{

class TestServer;

/// A site as a function: what lies under a target ("/a?b"), as HTML; empty for nothing. Asked for
/// the same target again it may say something else: sessions.
using SiteShape = std::function<QByteArray(const QByteArray &target)>;

/// What a site is there for, and where it begins.
struct NamedSite {
    const char *name;
    const char *start;
    SiteShape site;
    /// Of an endless one: what belongs to it for all that, and must be had.
    QByteArrayList wanted = {};
};

/// Sites whose addresses go on for ever, as programs make them.
QList<NamedSite> endlessSites();
/// Large sites that look like it and are not: everything has something of its own to say.
QList<NamedSite> finiteSites();

/// Serves a site's pages below "/".
void serveSite(TestServer &server, const SiteShape &site);

} // namespace gleaner::test
