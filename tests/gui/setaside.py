# SPDX-License-Identifier: GPL-3.0-or-later
"""Two counters without end: the window says that they were set aside. One is fetched by the keyboard
while the download runs, the other by the button at its end; nothing is asked for twice.

Usage: setaside.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import sys
import threading

from desktop import Desktop, until
from firstdownload import FOUND, check
from slowsite import SlowSite

# Their end is far behind the two hundred pages without anything to say after which they are left.
PAGES = 230


class Counters:
    """Two lists of empty pages, each linked by the one before, and a page that waits to be let go."""

    def __init__(self):
        self.may_end = threading.Event()

    def get(self, path):
        if path == "/":
            return b"<html>Start <a href='/hold'>h</a> <a href='/list?page=0'>l</a> <a href='/more?page=0'>m</a>"
        if path == "/hold":
            self.may_end.wait(120)
            return b"<html>Let go"
        name, _, number = path.partition("?page=")
        if name not in ("/list", "/more") or int(number) > PAGES:
            return None
        return f"<html>Nothing is here. <a href='{name}?page={int(number) + 1}'>on</a>".encode()


def asked(site, name):
    return sum(path.startswith(name + "?") for _, path in site.requests)


def fetches_while_it_runs(person, desktop, site):
    begin = "Set aside: 1 that is counted on without end (such as /"
    person.waits_for(begin, 60)
    until(lambda: "One more group can be fetched" in (person.reads(begin) or ""), 60, "both are known")
    desktop.picture("setaside")
    # Which of the two it names follows from what came first.
    first = "/list" if "/list" in person.reads(begin) else "/more"
    other = "/more" if first == "/list" else "/list"
    before = asked(site, other)
    check(asked(site, first) < PAGES, "it was not set aside")
    check(any("set aside, there seems to be no end" in row for row in person.rows(FOUND)),
          "no row says that it was set aside")
    person.key("alt+d")
    until(lambda: person.visible("menu item", "Pause"), 10, "the menu is open")
    person.key("a")
    until(lambda: person.visible("menu item", "All 2 Groups"), 10, "the groups are listed")
    desktop.picture("setasidemenu")
    person.key("Return")
    until(lambda: asked(site, first) == PAGES + 2, 60, "it is asked for to its end")
    check(asked(site, other) == before, "the other one was asked for as well")
    until(lambda: other in (person.reads(begin) or ""), 10, "the other one is offered")
    return other


def fetches_at_the_end(person, desktop, site, other):
    site.pages.may_end.set()
    sentence = person.waits_for("Finished in ", 60)
    check("Set aside: 1 that is counted on without end" in sentence and other in sentence, sentence)
    desktop.picture("setasideend")
    person.press("Fetch Them")
    until(lambda: asked(site, other) == PAGES + 2, 60, "it is asked for to its end")
    until(lambda: "Set aside" not in (person.reads("Finished in ") or "Set aside"), 60,
          "nothing is set aside at the end")


def asks_once_for_each(site):
    paths = [path for _, path in site.requests if path not in ("/robots.txt", "/sitemap.xml")]
    twice = {path for path in paths if paths.count(path) > 1}
    check(not twice, f"asked for twice: {twice}")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(Counters(), 0) as site:
        from person import Person  # the accessibility bus must run first

        process = desktop.start([program, "--depth", "inf", "--links", "keep"])
        try:
            person = Person(process)
            person.types("text", "Address", site.url)
            person.types("text", "Folder", os.path.join(desktop.home, "saved"))
            person.press("Start")
            other = fetches_while_it_runs(person, desktop, site)
            fetches_at_the_end(person, desktop, site, other)
            asks_once_for_each(site)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
