// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowfilter.h"

#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace gleaner
{

namespace
{

struct Filter {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Filter)
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

/// As the WHATWG URL Standard writes these characters in a path (section 1.3).
QByteArray escaped(const QString &text)
{
    return text.toUtf8().toPercentEncoding("!#$%&'()*+,-./:;=?@[\\]^_|~").toLower();
}

/// An address may make PCRE try for ever; it gives up after so many steps and matches nothing.
QString bounded(const QString &pattern)
{
    return QStringLiteral("(*LIMIT_MATCH=20000)") + pattern;
}

} // namespace

RowMatcher::RowMatcher(const RowFilter &filter, ScopeKind scope, Standing standing)
    : m_filter(filter)
    , m_scope(scope)
    , m_standing(standing)
{
    if (filter.kind == PatternKind::Regex) {
        m_expression =
            QRegularExpression(bounded(filter.pattern), QRegularExpression::CaseInsensitiveOption);
        m_expression.optimize();
        return;
    }
    m_spellings = {filter.pattern.toUtf8().toLower(), escaped(filter.pattern.toLower()),
        escaped(filter.pattern.toUpper())};
    std::ranges::sort(m_spellings);
    m_spellings.erase(std::unique(m_spellings.begin(), m_spellings.end()), m_spellings.end());
}

bool RowMatcher::matches(const Record &record) const
{
    if (m_filter.group != RowGroup::All && groupOf(record.state) != m_filter.group)
        return false;
    return m_filter.pattern.isEmpty() || matchesBytes(record.address.bytes())
        || matchesBytes(record.type) || matchesReason(record);
}

bool RowMatcher::matchesBytes(QByteArrayView bytes) const
{
    if (m_filter.kind == PatternKind::Regex)
        return matchesText(QString::fromLatin1(bytes));
    const auto isIn = [bytes](const QByteArray &spelling) {
        return std::search(bytes.begin(), bytes.end(), spelling.begin(), spelling.end(),
                   [](char inText, char wanted) { return lower(inText) == wanted; })
            != bytes.end();
    };
    return std::ranges::any_of(m_spellings, isIn);
}

bool RowMatcher::matchesText(const QString &text) const
{
    return m_filter.kind == PatternKind::Regex
        ? m_expression.match(text).hasMatch()
        : text.contains(m_filter.pattern, Qt::CaseInsensitive);
}

bool RowMatcher::matchesReason(const Record &record) const
{
    if (record.state == RecordState::Redirected && matchesBytes(record.target.bytes()))
        return true;
    const quint64 reason = quint64(record.state) | quint64(record.skip) << 8
        | quint64(record.fail) << 16 | quint64(record.tls) << 24 | quint64(record.change) << 32
        | quint64(record.kept) << 36 | quint64(record.verified) << 37
        | quint64(!record.path.isEmpty()) << 38 | quint64(isAskedFor(record)) << 39
        | quint64(record.suspicion) << 56 | quint64(record.status) << 40;
    if (const auto known = m_reasons.constFind(reason); known != m_reasons.constEnd())
        return *known;

    // Whose reason it is does not matter: the address has been looked at.
    Record any = record;
    any.address = Address::fromCanonical("https://-/");
    any.target = any.address;
    const bool isStopped = isLeft(record, m_standing);
    QString text = isStopped ? statusText(any, m_scope, m_standing) : stateText(record.state);
    if (record.state == RecordState::Retrying)
        text += QLatin1Char('\n') + failText(record.fail, record.status);
    else if (!isStopped && record.state != RecordState::Redirected)
        text += QLatin1Char('\n') + statusText(any, m_scope);
    if (record.state == RecordState::Retrying || record.state == RecordState::Failed)
        text += QLatin1Char('\n') + failSentence(any);
    if (record.suspicion != Suspicion::None)
        text += QLatin1Char('\n') + suspicionSentence(any);
    if (record.state == RecordState::Skipped)
        text += QLatin1Char('\n') + skipSentence(any, m_scope);
    const bool matches = matchesText(text);
    m_reasons.insert(reason, matches);
    return matches;
}

QString regexProblem(const QString &pattern)
{
    const QRegularExpression expression(pattern);
    if (expression.isValid())
        return {};
    return Filter::tr("This is not a regular expression: %1 (at character %2).")
        .arg(visibleText(expression.errorString()),
            QString::number(expression.patternErrorOffset() + 1));
}

} // namespace gleaner
