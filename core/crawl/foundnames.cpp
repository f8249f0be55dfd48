// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/foundnames.h"

#include <QByteArray>
#include <QMutex>

#include <set>
#include <string>

namespace gleaner
{

const char *lastingName(QByteArrayView name)
{
    constexpr size_t mostNames = 4096;
    constexpr qsizetype longestName = 64;
    if (name.isEmpty() || name.size() > longestName)
        return "";
    static QMutex mutex;
    static std::set<std::string, std::less<>> names; // nodes stay where they are
    const QMutexLocker locker(&mutex);
    const std::string_view wanted(name.data(), size_t(name.size()));
    auto known = names.find(wanted);
    if (known == names.end()) {
        if (names.size() >= mostNames)
            return "";
        known = names.emplace(wanted).first;
    }
    return known->c_str();
}

} // namespace gleaner
