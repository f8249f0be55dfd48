// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <utility>
#include <vector>

namespace gleaner
{

/// A Content-Type header's value, read as browsers read it: MIME Sniffing standard, section 4.4.
/// A value, any thread.
struct MimeType {
    QByteArray essence; ///< "text/html", in lower case
    /// Names in lower case, each once; values as sent.
    std::vector<std::pair<QByteArray, QByteArray>> parameters;

    /// Nothing for what is not a MIME type. Linear.
    static std::optional<MimeType> parse(QByteArrayView value);

    /// The parameter's value, or an empty one.
    QByteArray parameter(QByteArrayView name) const;
    /// Section 4.5.
    QByteArray serialized() const;
};

} // namespace gleaner
