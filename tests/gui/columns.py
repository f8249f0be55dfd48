# SPDX-License-Identifier: GPL-3.0-or-later
"""A person hides a column and has another one shown: the next start has the same ones. Settings that
are damaged give the columns of the first start.

Usage: columns.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import glob
import os
import sys

from desktop import Desktop, until
from filter import item
from firstdownload import check
from slowsite import SlowSite, make_pages


def settings(desktop):
    for file in glob.glob(os.path.join(desktop.home, "**", "window.ini"), recursive=True, include_hidden=True):
        with open(file, encoding="utf-8") as text:
            return file, text.read()
    return None, ""


def is_written(desktop, column, shown):
    _, text = settings(desktop)
    return any(word.strip().startswith(column + ":") and word.strip().endswith(f":{shown}")
               for word in text.replace("\n", ",").split(","))


def toggles(person, name):
    person.key("alt+v")
    until(lambda: item(person, "Columns"), 10, "the menu is open")
    person.key("u")
    shown = until(lambda: item(person, name), 10, "the columns are listed")
    shown.queryAction().doAction(0)
    person.key("Escape")
    person.key("Escape")
    person.key("Escape")


def with_a_window(desktop, program, site, act):
    from person import Person  # the accessibility bus must run first

    process = desktop.start([program, "--links", "keep", "-P", os.path.join(desktop.home, "saved"), site.url])
    try:
        person = Person(process)
        person.waits_for("Finished in", 60)
        act(person)
        person.key("ctrl+q")
        until(lambda: process.poll() is not None, 20, "it has ended")
    except BaseException:
        desktop.picture("trouble")
        raise


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(make_pages(4), 0) as site:
        def hides(person):
            toggles(person, "Found on")
            toggles(person, "Depth")
            desktop.picture("columns")

        with_a_window(desktop, program, site, hides)
        check(is_written(desktop, "found_on", 0) and is_written(desktop, "depth", 1), settings(desktop))

        # Shown again, because it was hidden, and the other way round.
        def shows(person):
            desktop.picture("columnsagain")
            toggles(person, "Found on")
            toggles(person, "Depth")

        with_a_window(desktop, program, site, shows)
        check(is_written(desktop, "found_on", 1) and is_written(desktop, "depth", 0), settings(desktop))

        file, _ = settings(desktop)
        with open(file, "wb") as damaged:
            damaged.write(b"[tree]\ncolumns=\x00\xff, nonsense:::")
        with_a_window(desktop, program, site, lambda person: toggles(person, "Depth"))
        check(is_written(desktop, "depth", 1) and is_written(desktop, "address", 1), settings(desktop))
    print("ok")


if __name__ == "__main__":
    main()
