// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/namerule.h"

#include "core/save/namekey.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace gleaner
{

std::vector<RelativePath> settledPaths(const std::vector<NameClaim> &claims, SharedBy sharedBy)
{
    std::vector<QByteArray> keys;
    std::vector<size_t> order;
    keys.reserve(claims.size());
    order.reserve(claims.size());
    for (const NameClaim &claim : claims) {
        order.push_back(keys.size());
        keys.push_back(nameKey(claim.wanted.joined()));
    }
    std::ranges::sort(order, [&](size_t a, size_t b) {
        const NameClaim &one = claims[a];
        const NameClaim &other = claims[b];
        return std::tie(keys[a], one.origin, one.address)
            < std::tie(keys[b], other.origin, other.address);
    });
    std::vector<RelativePath> settled(claims.size());
    QHash<std::pair<QByteArray, QByteArray>, RelativePath> shared; ///< by spelling and bytes
    for (size_t i = 0; i < order.size(); ++i) {
        const NameClaim &claim = claims[order[i]];
        const bool isFirst = i == 0 || keys[order[i - 1]] != keys[order[i]];
        if (isFirst)
            shared.clear();
        const QByteArray spelling =
            sharedBy == SharedBy::Spelling ? claim.wanted.joined() : QByteArray();
        const auto alike = std::pair(spelling, claim.content);
        if (!claim.content.isEmpty() && shared.contains(alike)) {
            settled[order[i]] = shared.value(alike);
            continue;
        }
        settled[order[i]] =
            isFirst && !claim.isFolderToo ? claim.wanted : markedPath(claim.wanted, claim.address);
        shared.insert(alike, settled[order[i]]);
    }
    return settled;
}

void NameSurvey::add(quint32 number, const QByteArray &key)
{
    for (qsizetype slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1))
        m_folders.insert(qHash(QByteArrayView(key).first(slash)));
    m_files.emplace_back(qHash(QByteArrayView(key)), number);
}

std::vector<quint32> NameSurvey::contested()
{
    std::ranges::sort(m_files);
    std::vector<quint32> numbers;
    for (size_t i = 0; i < m_files.size(); ++i) {
        const size_t hash = m_files[i].first;
        const bool isShared = (i > 0 && m_files[i - 1].first == hash)
            || (i + 1 < m_files.size() && m_files[i + 1].first == hash);
        if (isShared || m_folders.contains(hash))
            numbers.push_back(m_files[i].second);
    }
    return numbers;
}

bool NameSurvey::isFolder(const QByteArray &key) const
{
    return m_folders.contains(qHash(QByteArrayView(key)));
}

} // namespace gleaner
