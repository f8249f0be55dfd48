# SPDX-License-Identifier: GPL-3.0-or-later
"""A download from the first key to the opened file, without a mouse: Tab goes from control to control, and to
nothing that cannot be seen; names lead to rows, menus open by their letters.

Usage: keyboardonly.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import time

from desktop import until
from scenario import FOUND, check, files_below, scene
from slowsite import SlowSite, make_pages

ADDRESS = ("text", "Address")


def focused(person):
    """The role and the name of what has the keyboard. The tab in front always says that it has, and so does what
    is around a field."""
    import pyatspi
    from person import children

    waiting = [person.window()]
    while waiting:
        accessible = waiting.pop()
        try:
            states, role = accessible.getState(), accessible.getRoleName()
            if not states.contains(pyatspi.STATE_SHOWING):
                continue
            if states.contains(pyatspi.STATE_FOCUSED) and role not in ("page tab", "filler"):
                return role, accessible.name
            if role not in ("tree", "table", "tree table", "list"):
                waiting += children(accessible)
        except Exception:  # it went while it was looked at
            continue
    return None, None


def tabs_to(person, role, name):
    """Returns the names of what has the keyboard on the way."""
    passed = []
    while focused(person) != (role, name):
        before = focused(person)
        check(before not in passed, f"Tab does not come to {name}, but to {passed}")
        passed.append(before)
        person.key("Tab")
        until(lambda: focused(person) not in (before, (None, None)), 10, f"Tab leaves {before}")
    return [name for _, name in passed]


def chosen(person):
    grid = person.find("tree", FOUND).queryTable()
    return [grid.getAccessibleAt(row, 0).name for row in range(grid.nRows) if grid.isRowSelected(row)]


def goes_to(person, row):
    # Letters that follow each other within 0.4 s are one word to Qt.
    time.sleep(0.5)
    person.seeks(row)
    until(lambda: len(chosen(person)) == 1 and chosen(person)[0].startswith(row), 10, f"{row} is chosen")


def main():
    with SlowSite(make_pages(20), 0.02) as site, scene() as it:
        person = it.starts("--links", "keep")
        person.key("ctrl+l")
        until(lambda: focused(person) == ADDRESS, 10, "the address has the keyboard")
        # All the way round.
        person.key("Tab")
        until(lambda: focused(person) == ("spin button", "Workers"), 10, "Tab leaves the address")
        controls = tabs_to(person, *ADDRESS)
        check(controls == ["Workers", "Folder", "Choose Folder", "Start", "Scan First", "Options…"], controls)

        person.types_here(site.url)
        tabs_to(person, "spin button", "Workers")
        person.types_here("3")
        tabs_to(person, "text", "Folder")
        person.types_here(it.folder)
        tabs_to(person, "push button", "Start")
        person.key("space")
        person.waits_for("Finished in ", 60)
        check(person.find("spin button", "Workers").queryValue().currentValue == 3, "it had three workers")
        check(len(files_below(it.folder)) == len(site.pages), "not all files are there")

        # The keyboard is at the tree now.
        goes_to(person, "run.sh")
        person.key("Return")
        person.waits_for('"run.sh" may be a program')
        check(not it.desktop.opened(), "a script was opened")
        goes_to(person, "(index)")
        person.key("Return")
        until(it.desktop.opened, 15, "Enter opens the file")
        check(it.desktop.opened()[0].endswith(os.path.join("saved", "index.html")), it.desktop.opened())
        # On to the lower panel, and only to the one that is in front.
        person.key("ctrl+l")
        until(lambda: focused(person) == ADDRESS, 10, "the address has the keyboard again")
        tabs_to(person, "tree", FOUND)
        controls = tabs_to(person, *ADDRESS)
        check(controls == [FOUND, "Retry All Failed (1)", "Workers", "Workers"], controls)

        person.key("alt+h")
        until(lambda: person.visible("menu item", "About Gleaner"), 10, "the menu is open")
        person.key("a")
        person.waits_for("Gleaner ")
        person.key("Escape")
        until(lambda: focused(person) == ADDRESS, 10, "the keyboard is back where it was")
        person.key("ctrl+q")
        check(person.process.wait(20) == 0, "the program ended badly")


if __name__ == "__main__":
    main()
