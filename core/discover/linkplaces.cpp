// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/linkplaces.h"

#include "core/discover/ascii.h"
#include "core/discover/linkcollector.h"

#include <functional>

namespace gleaner
{

void LinkPlaces::reference(const Reference &reference)
{
    if (reference.role == Reference::Role::Base) {
        if (!m_base)
            m_base = reference.text.toByteArray();
        return;
    }
    // Strings are data; and where nothing stands nothing can be written.
    if (reference.isString || reference.begin >= reference.end || namesNothing(reference.text))
        return;
    LinkPlace place;
    place.begin = reference.begin;
    place.end = reference.end;
    place.raw = m_scanned.sliced(place.begin, place.end - place.begin);
    place.text = kept(reference.text);
    place.codebase = kept(reference.codebase);
    place.spelling = {reference.ampersandLevels, reference.inCss,
        qstrcmp(reference.found.attribute, "refresh") == 0};
    place.guard = m_open.empty() ? -1 : m_open.back();
    place.isNavigation = reference.kind == LinkKind::Navigation;
    place.isHint = qstrncmp(reference.found.attribute, "data-", 5) == 0;
    m_places.push_back(place);
}

void LinkPlaces::obstacle(const Obstacle &obstacle)
{
    const bool always = obstacle.when == Obstacle::When::Always;
    m_obstacles.push_back({obstacle.name, always || m_open.empty() ? -1 : m_open.back()});
}

void LinkPlaces::beginElement()
{
    m_open.push_back(int(m_loadsCopy.size()));
    m_loadsCopy.push_back(false);
}

void LinkPlaces::endElement()
{
    m_open.pop_back();
}

std::vector<qsizetype> LinkPlaces::obstacles() const
{
    std::vector<qsizetype> names;
    for (const Guarded &each : m_obstacles) {
        if (each.guard < 0 || m_loadsCopy[size_t(each.guard)])
            names.push_back(each.name);
    }
    return names;
}

// Views into the scanned text live long enough; decoded copies do not.
QByteArrayView LinkPlaces::kept(QByteArrayView text)
{
    const auto inside = [this](const char *p) {
        return !std::less<const char *>()(p, m_scanned.data())
            && !std::less<const char *>()(m_scanned.data() + m_scanned.size(), p);
    };
    if (text.isEmpty())
        return {};
    if (inside(text.data()) && inside(text.data() + text.size()))
        return text;
    m_copies.push_back(text.toByteArray());
    return m_copies.back();
}

} // namespace gleaner
