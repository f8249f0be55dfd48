// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/siteshapes.h"

#include <QDate>

namespace gleaner::test
{

namespace
{

QByteArray link(const QByteArray &target)
{
    return "<a href=\"" + target + "\">more</a>\n";
}
QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}
qint64 lastNumber(const QByteArray &target)
{
    qsizetype begin = target.size();
    while (begin > 0 && target.at(begin - 1) >= '0' && target.at(begin - 1) <= '9')
        --begin;
    return target.mid(begin).toLongLong();
}
QByteArray words(quint64 seed)
{
    QByteArray text;
    for (int i = 0; i < 40; ++i) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        text += char('a' + (seed >> 33) % 26);
        text += i % 5 == 4 ? " " : "";
    }
    return "<p>" + text + "</p>\n";
}

/// Pages of a list, each with twenty things that differ in nothing but their number and picture.
QByteArray gallery(const QByteArray &target)
{
    if (target == "/")
        return link("/gallery?page=1");
    if (target.startsWith("/photo/"))
        return "A photograph <img src=\"/img/" + number(lastNumber(target)) + ".jpg\">"
            + link("/photo/" + number(std::min<qint64>(lastNumber(target) + 1, 10'000)));
    if (target.startsWith("/img/"))
        return "PNG" + words(qHash(target));
    const qint64 page = lastNumber(target);
    if (!target.startsWith("/gallery") || page < 1 || page > 500)
        return {};
    QByteArray html = "Photographs";
    for (qint64 photo = 20 * (page - 1) + 1; photo <= 20 * page; ++photo)
        html += link("/photo/" + number(photo));
    return html + link("/gallery?page=" + number(page + 1));
}

/// Months back to 2001, with posts in most of them and none for a year and a half.
QByteArray archive(const QByteArray &target)
{
    const QByteArrayList parts = target.split('/');
    const QDate month(parts.value(1).toInt(), parts.value(2).toInt(), 1);
    if (target == "/")
        return link(QDate::currentDate().toString(QStringLiteral("/yyyy/MM/")).toLatin1());
    if (!month.isValid() || month.year() < 2001 || month > QDate::currentDate())
        return {};
    if (!parts.value(3).isEmpty())
        return "A post" + words(qHash(target));
    QByteArray html = "<h1>Archive</h1>";
    const bool isGap = month > QDate(2012, 2, 1) && month < QDate(2013, 10, 1);
    for (int post = 0; post < 3 && !isGap; ++post)
        html += link(target + "post-" + QByteArray(1, char('a' + post)));
    return html + link(month.addMonths(-1).toString(QStringLiteral("/yyyy/MM/")).toLatin1());
}

/// Topics of up to 250 pages, one after the other.
QByteArray forum(const QByteArray &target)
{
    if (target == "/") {
        QByteArray html;
        for (int topic = 1; topic <= 12; ++topic)
            html += link("/topic/" + number(topic) + "?page=1");
        return html;
    }
    const qint64 page = lastNumber(target);
    if (page > 250)
        return {};
    const QByteArray base = target.first(target.size() - number(page).size());
    return "Posts" + words(qHash(target)) + link(base + number(page + 1));
}

/// Revisions and sections of pages, as a wiki has them.
QByteArray wiki(const QByteArray &target)
{
    if (target.contains("oldid="))
        return "Revision" + words(qHash(target))
            + (lastNumber(target) > 1
                    ? link(target.split('=').constFirst() + "=" + number(lastNumber(target) - 1))
                    : QByteArray());
    QByteArray html = words(qHash(target));
    for (char page = 'a'; page <= 'z'; ++page)
        html += link(QByteArray("/wiki/Page_") + page);
    return html + link(target.split('?').constFirst() + "?oldid=300");
}

/// A list that names four hundred pages with nothing in them yet.
QByteArray stubs(const QByteArray &target)
{
    if (target != "/")
        return "This page has not been written yet." + link("/");
    QByteArray html;
    for (int stub = 0; stub < 400; ++stub)
        html += link("/stub/" + number(stub))
            + link("/2031/" + number(stub % 12 + 1) + "/" + number(stub % 28 + 1));
    return html;
}

/// Nothing but numbers, one page after the other.
QByteArray figures(const QByteArray &target)
{
    const qint64 at = lastNumber(target);
    if (at > 1500)
        return {};
    return "<td>" + number(at * at % 9973) + "<td>" + number(at * 17 % 977 + 40)
        + link("/sequence/" + number(at + 1));
}

/// A rate for every day of five years, each found on the next.
QByteArray rates(const QByteArray &target)
{
    const QDate today = QDate::currentDate();
    const QByteArrayList parts = target.split('/');
    const QDate day = target == "/"
        ? today
        : QDate(parts.value(1).toInt(), parts.value(2).toInt(), parts.value(3).toInt());
    if (!day.isValid() || day > today || day < today.addYears(-5))
        return {};
    return "One pound is worth " + number(day.toJulianDay() * 7919 % 100'003) + " farthings"
        + link(day.addDays(-1).toString(QStringLiteral("/yyyy/MM/dd")).toLatin1());
}

/// A school's days for six years, nearly all of them empty, a feast now and then.
QByteArray school(const QByteArray &target)
{
    const QDate today = QDate::currentDate();
    const QByteArrayList parts = target.split('/');
    const QDate day = target == "/"
        ? today
        : QDate(parts.value(1).toInt(), parts.value(2).toInt(), parts.value(3).toInt());
    if (!day.isValid() || qAbs(day.daysTo(today)) > 3 * 365)
        return {};
    const bool isFeast = day.dayOfYear() == 200;
    return "School"
        + (isFeast ? "Summer feast" + words(quint64(day.year())) : QByteArray("Nothing today"))
        + link(day.addDays(-1).toString(QStringLiteral("/yyyy/MM/dd")).toLatin1())
        + link(day.addDays(1).toString(QStringLiteral("/yyyy/MM/dd")).toLatin1());
}

/// Eclipses of a hundred years, each with its own story, found on the one before.
QByteArray eclipses(const QByteArray &target)
{
    const qint64 year = target == "/" ? QDate::currentDate().year() : lastNumber(target);
    if (year > QDate::currentDate().year() + 90)
        return {};
    return "Eclipse" + words(quint64(year)) + link("/eclipse?year=" + number(year + 1));
}

/// Stories that are named by something that reads like a session.
QByteArray stories(const QByteArray &target)
{
    const auto id = [](quint64 story) {
        return QByteArray::number(story * 0x9E3779B97F4A7C15u, 16).rightJustified(16, '0')
            + QByteArray::number(story * 0xBF58476D1CE4E5B9u, 16).rightJustified(16, '0');
    };
    static const QByteArrayList ids = [&] {
        QByteArrayList all;
        for (quint64 story = 1; story <= 300; ++story)
            all.append(id(story));
        return all;
    }();
    if (target == "/")
        return link("/view?sid=" + ids.constFirst());
    const qsizetype story = ids.indexOf(target.split('=').constLast());
    if (story < 0)
        return {};
    const QByteArray text = "Story" + words(quint64(story));
    return target.startsWith("/print") ? text
                                       : text + link("/print?sid=" + ids[story])
            + link("/view?sid=" + ids.value(story + 1, ids.constFirst()));
}

/// Folders within folders, with a single one in each.
QByteArray folders(const QByteArray &target)
{
    static const QByteArrayList names{"org", "example", "tools", "build", "core", "impl", "util"};
    const qsizetype depth = target.count('/') - 1;
    return "<h1>Index of " + target + "</h1>" + link("../")
        + (depth < names.size() ? link(names[depth] + '/') : QByteArray("README"));
}

} // namespace

QList<NamedSite> finiteSites()
{
    return {
        {"a gallery of photographs", "/", gallery},
        {"an archive by months", "/", archive},
        {"a forum", "/", forum},
        {"a wiki", "/", wiki},
        {"pages that are still empty", "/", stubs},
        {"figures", "/sequence/1", figures},
        {"rates by days", "/", rates},
        {"a school's calendar", "/", school},
        {"eclipses to come", "/", eclipses},
        {"stories", "/", stories},
        {"folders", "/", folders},
    };
}

} // namespace gleaner::test
