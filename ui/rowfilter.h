// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "ui/rowgroup.h"
#include "ui/standing.h"

#include <QByteArrayList>
#include <QHash>
#include <QRegularExpression>
#include <QString>

namespace gleaner
{

enum class PatternKind : quint8 { Text, Regex };

/// What rows a person wants to see. A value.
struct RowFilter {
    QString pattern; ///< of address, type, and what has become of it in words; empty: all
    PatternKind kind = PatternKind::Text;
    RowGroup group = RowGroup::All;

    bool isOff() const { return pattern.isEmpty() && group == RowGroup::All; }
    friend bool operator==(const RowFilter &, const RowFilter &) = default;
};

/// A filter made ready to be asked of a million records.
///
/// Looks at addresses and types as the bytes they are. What has become of a record is a sentence
/// that few combinations of reasons share, so each of these is asked once. Window thread.
class RowMatcher
{
public:
    /// Lets everything pass.
    RowMatcher() = default;
    /// A regular expression that is none lets nothing pass.
    RowMatcher(const RowFilter &filter, ScopeKind scope, Standing standing);

    bool isOff() const { return m_filter.isOff(); }
    const RowFilter &filter() const { return m_filter; }
    bool matches(const Record &record) const;

private:
    bool matchesBytes(QByteArrayView bytes) const;
    bool matchesText(const QString &text) const;
    bool matchesReason(const Record &record) const;

    RowFilter m_filter;
    ScopeKind m_scope = ScopeKind::Host;
    Standing m_standing = Standing::Goes;
    QByteArrayList m_spellings; ///< in lower case, as an address may have the pattern
    QRegularExpression m_expression;
    mutable QHash<quint64, bool> m_reasons;
};

/// Nothing if the pattern is a regular expression, else what is wrong with it, as a sentence.
QString regexProblem(const QString &pattern);

} // namespace gleaner
