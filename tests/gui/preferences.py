# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences are chosen by keyboard and mouse, hold after a restart, and reach a download. A
settings file that is damaged is kept aside and said, once.

Usage: preferences.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import sys

from desktop import Desktop, until
from firstdownload import check
from slowsite import SlowSite

PAGES = {"/": b"<a href='/b.html'>b</a>", "/b.html": b"the end"}
FILE = ".config/gleaner/gleaner/preferences.ini"


def chooses(person, desktop):
    person.key("ctrl+comma")
    person.find("list", "Pages")
    desktop.picture("preferences")
    person.types("text", "Search preferences", "workers")
    until(lambda: person.visible("spin button", "Workers of a new download"), 10,
          "the page with the workers is shown")
    desktop.picture("preferences-search")
    person.types("spin button", "Workers of a new download", "3", ["Tab"])
    person.press("OK")
    until(lambda: person.visible("list", "Pages") is None, 10, "the dialog is gone")


def downloads(person, desktop, site):
    person.types("text", "Address", site.url)
    person.press("Start")
    person.waits_for("Finished in")
    spin = person.find("spin button", "Workers")
    check(spin.queryValue().currentValue == 3, "the download had three workers")
    desktop.picture("preferences-done")


def quits(person):
    person.key("ctrl+q")
    check(person.process.wait(20) == 0, "the program ended well")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(PAGES, 0.01) as site:
        from person import Person  # the accessibility bus must run first

        path = os.path.join(desktop.home, FILE)
        try:
            person = Person(desktop.start([program]))
            chooses(person, desktop)
            quits(person)
            with open(path, encoding="utf-8") as file:
                check("workers=3" in file.read(), "it is in the file")

            person = Person(desktop.start([program]))
            downloads(person, desktop, site)
            quits(person)

            with open(path, "wb") as file:
                file.write(b"\x00\xffnothing of the kind")
            person = Person(desktop.start([program]))
            sentence = person.waits_for("The preferences could not be read")
            check(".damaged" in sentence, sentence)
            desktop.picture("preferences-damaged")
            with open(path + ".damaged", "rb") as file:
                check(file.read() == b"\x00\xffnothing of the kind", "the bad file is kept")
            quits(person)
            person = Person(desktop.start([program]))
            person.find("text", "Address")
            check(person.reads("The preferences could not be read") is None, "it is said once")
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
