# SPDX-License-Identifier: GPL-3.0-or-later
"""A person looks for addresses among those found: types into the filter, clears it by Esc, and what
was chosen is chosen still; looks at the failed ones only, and at all of them in one list.

Usage: filter.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import sys

from desktop import Desktop, until
from firstdownload import FOUND, check
from slowsite import SlowSite, make_pages


def is_chosen(person, beginning):
    from pyatspi import STATE_SELECTED

    return person.cell(FOUND, beginning).getState().contains(STATE_SELECTED)


def begins(row, *beginnings):
    return any(row.startswith(beginning) for beginning in beginnings)


def item(person, name):
    """A line of an open menu, whatever kind it is said to be."""
    roles = ("menu item", "check menu item", "radio menu item", "menu")
    return next((found for role in roles if (found := person.visible(role, name))), None)


def filters(person, desktop):
    person.click(person.cell(FOUND, "page1.html"))
    until(lambda: is_chosen(person, "page1.html"), 10, "a row is chosen")
    everything = len(person.rows(FOUND))
    person.key("ctrl+f")
    person.types("text", "Filter", "run.sh")
    until(lambda: any(begins(row, "run.sh") for row in person.rows(FOUND))
          and not any(begins(row, "page") for row in person.rows(FOUND)), 10, "one row is left")
    desktop.picture("filtered")
    person.types("text", "Filter", "nothing like it")
    person.waits_for('Nothing matches "nothing like it"')
    desktop.picture("nomatch")
    person.key("Escape")
    until(lambda: len(person.rows(FOUND)) == everything, 10, "all rows are back")
    check(is_chosen(person, "page1.html"), "what was chosen is chosen no more")
    person.key("Escape")
    # It goes where the keyboard is.
    person.seeks("page0")
    until(lambda: is_chosen(person, "page0.html"), 10, "the tree has the keyboard")


def looks_at_failures(person, desktop):
    person.key("ctrl+8")
    until(lambda: not any(begins(row, "page") for row in person.rows(FOUND)), 10, "few rows are left")
    check(any(begins(row, "gone.html, Failed: page not found") for row in person.rows(FOUND)),
          person.rows(FOUND))
    desktop.picture("failedones")
    person.key("ctrl+1")
    until(lambda: any(begins(row, "page1.html") for row in person.rows(FOUND)), 10, "all are back")


def looks_at_a_list(person, desktop, site):
    person.key("alt+v")
    until(lambda: item(person, "Arrange"), 10, "the menu is open")
    person.key("g")
    until(lambda: item(person, "One List"), 10, "the views are offered")
    person.key("l")
    until(lambda: all(begins(row, site.url) for row in person.rows(FOUND)), 10, "it is one list")
    desktop.picture("onelist")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(make_pages(8), 0) as site:
        from person import Person  # the accessibility bus must run first

        process = desktop.start([program, "--links", "keep"])
        try:
            person = Person(process)
            person.types("text", "Address", site.url)
            person.types("text", "Folder", os.path.join(desktop.home, "saved"))
            person.press("Start")
            person.waits_for("Finished in", 60)
            filters(person, desktop)
            looks_at_failures(person, desktop)
            looks_at_a_list(person, desktop, site)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
