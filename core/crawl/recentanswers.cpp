// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/recentanswers.h"

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr char separator = '\0';

/// No field holds a NUL (RFC 9110, section 5.5); who sends one nevertheless gets a space.
QByteArray field(const QByteArray &bytes)
{
    return QByteArray(bytes).replace(separator, ' ');
}

/// What a cookie says is a secret of the person's: whoever copies the details hands them on.
QByteArray withoutSecret(const QByteArray &name, const QByteArray &value)
{
    if (name.compare("set-cookie", Qt::CaseInsensitive) != 0)
        return value;
    QByteArray shown;
    const auto cookies = value.split('\n');
    for (const QByteArray &cookie : cookies) {
        const qsizetype equals = cookie.indexOf('=');
        const qsizetype end = cookie.indexOf(';');
        if (!shown.isEmpty())
            shown += '\n';
        shown += cookie.left(equals < 0 ? 0 : equals) + "=...";
        if (end >= 0)
            shown += cookie.mid(end);
    }
    return shown;
}

} // namespace

void RecentAnswers::keep(
    RecordId id, const ResponseHead &head, std::chrono::milliseconds answeredAfter, qint64 at)
{
    Kept kept{id, head.status, at, ++m_count, answeredAfter, {}, false};
    for (const auto &[name, value] : head.headers) {
        if (name.size() + value.size() > mostOfOne - kept.fields.size()) {
            kept.isCut = true;
            continue;
        }
        kept.fields += field(name) + separator + field(withoutSecret(name, value)) + separator;
    }
    kept.fields.squeeze();
    Shelf &shelf = head.status >= 400 ? m_failed : m_good;
    const auto sizeOf = [](const Kept &one) { return one.fields.size() + qsizetype(sizeof(Kept)); };
    shelf.bytes += sizeOf(kept);
    shelf.answers.push_back(std::move(kept));
    while (shelf.bytes > mostBytes) {
        shelf.bytes -= sizeOf(shelf.answers.front());
        shelf.answers.pop_front();
    }
}

std::optional<RecentAnswers::Kept> RecentAnswers::lastOf(const Shelf &shelf, RecordId id)
{
    const auto found = std::find_if(shelf.answers.rbegin(), shelf.answers.rend(),
        [id](const Kept &kept) { return kept.id == id; });
    return found == shelf.answers.rend() ? std::nullopt : std::optional(*found);
}

std::optional<RecentAnswer> RecentAnswers::find(RecordId id) const
{
    auto kept = lastOf(m_good, id);
    if (auto failed = lastOf(m_failed, id); failed && (!kept || kept->number < failed->number))
        kept = std::move(failed);
    if (!kept)
        return std::nullopt;
    RecentAnswer answer{kept->at, kept->answeredAfter, {kept->status, {}}, kept->isCut};
    const QList<QByteArray> parts = kept->fields.split(separator);
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        answer.head.headers.emplace_back(parts[i], parts[i + 1]);
    return answer;
}

} // namespace gleaner
