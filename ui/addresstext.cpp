// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addresstext.h"

#include "core/url/typedaddress.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace gleaner
{

namespace
{

bool separates(QChar c)
{
    return c.isSpace() || c == u'<' || c == u'>' || c == u'"' || c == u'`'
        || c.category() == QChar::Other_Control;
}

bool isWritten(QStringView word)
{
    return word.startsWith(u"http://", Qt::CaseInsensitive)
        || word.startsWith(u"https://", Qt::CaseInsensitive);
}

/// What stands around an address in a sentence.
QStringView withoutPunctuation(QStringView word)
{
    constexpr QStringView before = u"([{'*_";
    constexpr QStringView behind = u".,;:!?)]}'*_";
    while (!word.isEmpty() && before.contains(word.front()))
        word = word.sliced(1);
    while (!word.isEmpty() && behind.contains(word.back())) {
        // One that was opened in the address is part of it.
        if (word.back() == u')' && word.count(u'(') >= word.count(u')'))
            break;
        word.chop(1);
    }
    return word;
}

/// Collects addresses, each once, up to so many.
class Collector
{
public:
    bool add(QStringView typed)
    {
        const TypedStartAddress read = readTypedStart(typed);
        const auto *start = std::get_if<TypedStart>(&read);
        if (!start)
            return false;
        if (std::ranges::find(m_found.addresses, start->address) != m_found.addresses.end())
            return true;
        if (m_found.addresses.size() == mostAddresses)
            m_found.isCut = true;
        else
            m_found.addresses.push_back(start->address);
        return true;
    }
    /// Those that are written out in a text.
    void addFrom(QStringView text)
    {
        qsizetype begin = 0;
        while (begin < text.size() && !m_found.isCut) {
            qsizetype end = begin;
            while (end < text.size() && !separates(text.at(end)))
                ++end;
            const QStringView word = withoutPunctuation(text.sliced(begin, end - begin));
            if (isWritten(word))
                add(word);
            begin = end + 1;
        }
    }
    void cut() { m_found.isCut = true; }
    bool isEmpty() const { return m_found.addresses.empty(); }
    bool isCut() const { return m_found.isCut; }
    AddressesInText take() { return std::move(m_found); }

private:
    AddressesInText m_found;
};

QStringView lookedAt(QStringView text)
{
    return text.first(std::min(text.size(), longestAddressText));
}

/// Those that say something.
QList<QStringView> linesIn(QStringView text)
{
    QList<QStringView> lines;
    for (const QStringView line : lookedAt(text).split(u'\n')) {
        if (const QStringView typed = line.trimmed(); !typed.isEmpty() && !typed.startsWith(u'#'))
            lines.append(typed);
    }
    return lines;
}

/// Is each line an address, and nothing else? Then all are added.
bool addAll(const QList<QStringView> &lines, Collector &found)
{
    for (const QStringView line : lines) {
        if (found.isCut())
            break;
        const QStringView word = withoutPunctuation(line);
        if (std::ranges::any_of(line, separates) || !found.add(isWritten(word) ? word : line))
            return false;
    }
    return true;
}

} // namespace

AddressesInText addressesIn(QStringView text)
{
    Collector list;
    Collector prose;
    const bool isList = addAll(linesIn(text), list);
    if (!isList)
        prose.addFrom(lookedAt(text));
    Collector &found = isList ? list : prose;
    if (text.size() > longestAddressText)
        found.cut();
    return found.take();
}

AddressesInText addressesInList(QStringView text)
{
    Collector found;
    for (const QStringView typed : linesIn(text)) {
        if (found.isCut())
            break;
        if (!found.add(typed))
            found.addFrom(typed);
    }
    if (text.size() > longestAddressText)
        found.cut();
    return found.take();
}

std::optional<Address> onlyAddress(QStringView text)
{
    if (text.size() > 10'000)
        return {};
    const QStringView typed = text.trimmed();
    if (!isWritten(typed) || std::ranges::any_of(typed, separates))
        return {};
    return typedAddress(typed);
}

AddressesInText addressesIn(const QMimeData &data)
{
    Collector found;
    if (data.hasUrls()) {
        for (const QUrl &url : data.urls()) {
            const QString written = url.toString(QUrl::FullyEncoded);
            if (isWritten(written))
                found.add(written);
            if (found.isCut())
                break;
        }
    }
    return found.isEmpty() ? addressesIn(data.text()) : found.take();
}

} // namespace gleaner
