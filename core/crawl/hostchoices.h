// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QHash>

#include <optional>

namespace gleaner
{

/// What a person has decided about one host, whatever the scope says.
enum class HostChoice : quint8 {
    Crawl, ///< its pages are followed
    RequisitesOnly, ///< only what a page needs comes from it
    Never, ///< nothing is asked for
};

/// By hostKeyOf(); a host that is not in it goes by the scope.
using HostChoices = QHash<QByteArray, HostChoice>;

/// A host as a person means it: its name, with its port where that is not the usual one of the
/// scheme; http and https are one. Empty for what has no host.
inline QByteArray hostKeyOf(const Address &address)
{
    QByteArray host = address.host().toByteArray();
    if (!address.hasDefaultPort())
        host += ':' + QByteArray::number(address.port());
    return host;
}

inline std::optional<HostChoice> choiceOf(const HostChoices &choices, const Address &address)
{
    const auto known = choices.isEmpty() ? choices.cend() : choices.constFind(hostKeyOf(address));
    return known == choices.cend() ? std::nullopt : std::optional(*known);
}

} // namespace gleaner
