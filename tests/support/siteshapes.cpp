// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/siteshapes.h"

#include "tests/support/testserver.h"

#include <QDate>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

namespace gleaner::test
{

namespace
{

QByteArray link(const QByteArray &target, const QByteArray &text = "more")
{
    return "<a href=\"" + target + "\">" + text + "</a>\n";
}
QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}
/// The number of a parameter of the target's query.
qint64 valueOf(const QByteArray &target, const char *name)
{
    return QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(QLatin1String(name)).toLongLong();
}
/// Words that nobody else says: the same for the same number.
QByteArray prose(quint64 seed)
{
    QByteArray words;
    for (int word = 0; word < 12; ++word) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        for (int letter = 0; letter < 6; ++letter)
            words += char('a' + (seed >> (8 + 5 * letter)) % 26);
        words += ' ';
    }
    return "<p>" + words + "</p>\n";
}
QByteArrayList partsOf(const QByteArray &target)
{
    return target.split('?').constFirst().split('/');
}
/// A leaf of a calendar on a wall, with the end of the month before.
QByteArray leaf(QDate month, const std::function<QByteArray(QDate)> &dayLink)
{
    QByteArray html = "<h1>" + QByteArray::fromStdString(month.toString(u"MMMM yyyy").toStdString())
        + "</h1><table>";
    for (QDate day = month.addDays(1 - month.dayOfWeek()); day < month.addMonths(1);
         day = day.addDays(1))
        html += "<td>" + (dayLink ? link(dayLink(day), number(day.day())) : number(day.day()));
    return html + "</table>";
}

SiteShape monthCalendar()
{
    return [](const QByteArray &target) -> QByteArray {
        const QDate today = QDate::currentDate();
        if (target == "/")
            return "Welcome"
                + link("/cal?year=" + number(today.year()) + "&month=" + number(today.month()))
                + link("/about.html");
        if (target == "/about.html")
            return "About us";
        if (target.startsWith("/event/"))
            return "An event" + prose(qHash(target));
        const QDate month(int(valueOf(target, "year")), int(valueOf(target, "month")), 1);
        if (!month.isValid())
            return {};
        const auto at = [](QDate date) {
            return "/cal?year=" + number(date.year()) + "&month=" + number(date.month());
        };
        QByteArray events;
        // What the site is about: a fair every May, as far as it has been planned.
        if (month.month() == 5 && qAbs(month.year() - today.year()) <= 2)
            events = "The fair" + link("/event/" + number(month.year()));
        return leaf(month, {}) + events + link(at(month.addMonths(-1)))
            + link(at(month.addMonths(1)));
    };
}

SiteShape dayCalendar()
{
    return [](const QByteArray &target) -> QByteArray {
        const auto path = [](QDate day) {
            return "/diary/" + QByteArray::fromStdString(day.toString(u"yyyy/MM/dd").toStdString());
        };
        const auto monthPath = [&](QDate day) { return path(day).chopped(3); };
        if (target == "/")
            return "Welcome" + link(monthPath(QDate::currentDate()));
        const QByteArrayList parts = partsOf(target);
        const bool isDay = parts.size() == 5;
        const QDate day(
            parts.value(2).toInt(), parts.value(3).toInt(), isDay ? parts.value(4).toInt() : 1);
        if (!day.isValid() || parts.value(1) != "diary")
            return {};
        if (!isDay)
            return leaf(day, path) + link(monthPath(day.addMonths(-1)))
                + link(monthPath(day.addMonths(1)));
        return "<h1>" + QByteArray::fromStdString(day.toString(u"dddd, d MMMM yyyy").toStdString())
            + "</h1>Nothing is planned." + link(path(day.addDays(-1))) + link(path(day.addDays(1)))
            + link(monthPath(day));
    };
}

SiteShape noisyCalendar()
{
    return [](const QByteArray &target) -> QByteArray {
        const QDate today = QDate::currentDate();
        const auto path = [](QDate day) {
            return "/" + number(day.year()) + "-" + number(day.month());
        };
        const QByteArrayList parts = target.mid(1).split('-');
        const QDate month = target == "/" ? QDate(today.year(), today.month(), 1)
                                          : QDate(parts[0].toInt(), parts.value(1).toInt(), 1);
        return month.isValid()
            ? leaf(month, {}) + prose(qHash(target)) + link(path(month.addMonths(1)))
            : QByteArray();
    };
}

SiteShape weekCalendar()
{
    return [](const QByteArray &target) -> QByteArray {
        const qint64 now = QDate::currentDate().year() * 52;
        qint64 week = now;
        if (target != "/")
            week = target.mid(6, 4).toLongLong() * 52 + target.mid(12).toLongLong() - 1;
        const auto path = [](qint64 at) {
            return "/week/" + number(at / 52) + "-W" + number(at % 52 + 1);
        };
        return week < 52'000 || week > 500'000
            ? QByteArray()
            : "An empty week" + link(path(week - 1)) + link(path(week + 1));
    };
}

/// One after the other, without end; `more` is added to each.
SiteShape counter(
    const QByteArray &path, int step, int last, const std::function<QByteArray(qint64)> &more = {})
{
    return [=](const QByteArray &target) -> QByteArray {
        if (target == "/")
            return "Welcome" + link(path + "0");
        if (!target.startsWith(path))
            return target.startsWith("/also") || target.startsWith("/item/") ? "Log in to see this"
                    + QByteArray(target.startsWith("/item/") ? prose(qHash(target)) : "")
                                                                             : QByteArray();
        const qint64 at = target.mid(path.size()).toLongLong();
        const bool isReal = at <= last;
        return "<h1>" + number(at) + "</h1>"
            + (isReal ? prose(quint64(at)) + link("/item/" + number(at))
                      : "Nothing more was found.")
            + (more ? more(at) : QByteArray()) + link(path + number(at + step))
            + (at > 0 ? link(path + number(at - step)) : QByteArray());
    };
}

SiteShape grid()
{
    return [](const QByteArray &target) -> QByteArray {
        const qint64 x = valueOf(target, "x");
        const qint64 y = valueOf(target, "y");
        const auto at = [](qint64 column, qint64 row) {
            return "/map?x=" + number(column) + "&y=" + number(row);
        };
        return "The sea" + link(at(x + 1, y)) + link(at(x, y + 1));
    };
}

/// Every answer gives its visitor another session.
SiteShape sessions(const QByteArray &before, const QByteArray &behind)
{
    auto visits = std::make_shared<quint64>(0);
    return [=](const QByteArray &target) -> QByteArray {
        const QByteArray token =
            QByteArray::number(++*visits * 0x9E3779B97F4A7C15u, 16).rightJustified(16, '0')
            + QByteArray::number(*visits * 0xBF58476D1CE4E5B9u, 16).rightJustified(16, '0');
        const QByteArray page = target.mid(1).split(before.at(0)).constFirst();
        if (page.size() > 2)
            return {};
        QByteArray html = "Page" + prose(qHash(page));
        for (int other = 0; other < 12; ++other)
            html += link("/p" + QByteArray(1, char('a' + other)) + before + token + behind);
        return html;
    };
}

SiteShape deeper()
{
    return [](const QByteArray &target) -> QByteArray {
        if (target == "/")
            return "Welcome" + link("/shop/") + link("/a/b/c/d/real.html");
        if (target == "/a/b/c/d/real.html")
            return "A page that lies deep";
        return "<title>Sorry</title>There is no " + target + " here. " + link("more/")
            + link("other/") + link("/");
    };
}

SiteShape repeating()
{
    return [](const QByteArray &target) -> QByteArray {
        return target.size() % 3 ? "Look " + link("again/") : "See " + link("again/");
    };
}

} // namespace

QList<NamedSite> endlessSites()
{
    const auto printed = [](qint64 at) {
        return link("/also/print?d=" + number(at)) + link("/also?return=%2Fx%3Fd%3D" + number(at));
    };
    const QByteArray year = number(QDate::currentDate().year());
    return {
        {"a calendar of months", "/", monthCalendar(), {"/about.html", "/event/" + year}},
        {"a calendar of months and days", "/", dayCalendar()},
        {"a calendar of weeks", "/", weekCalendar()},
        {"a calendar beside something else", "/", noisyCalendar()},
        {"a counter", "/", counter("/x?d=", 1, -1)},
        {"a counter in steps", "/", counter("/x?start=", 20, 100), {"/item/0", "/item/100"}},
        {"a counter with forms of each page", "/", counter("/x?d=", 1, -1, printed)},
        {"a list that is longer than what it lists", "/", counter("/list/page/", 1, 40),
            {"/item/0", "/item/40"}},
        {"a map", "/map?x=0&y=0", grid()},
        {"sessions in the query", "/", sessions("?sid=", "")},
        {"sessions among others", "/", sessions("?a=1&PHPSESSID=", "&b=2")},
        {"sessions in the path", "/", sessions(";jsessionid=", "?x")},
        {"what is missing links deeper", "/", deeper(), {"/a/b/c/d/real.html"}},
        {"a link to itself, below itself", "/", repeating()},
    };
}

void serveSite(TestServer &server, const SiteShape &site)
{
    server.route("/", [site](const Request &request, Reply &reply) {
        const QByteArray page = site(request.target);
        if (page.isEmpty())
            reply.answer(404, "text/plain", "no such page\n");
        else
            reply.answer(200, "text/html; charset=utf-8", page);
    });
}

} // namespace gleaner::test
