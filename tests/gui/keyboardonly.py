# SPDX-License-Identifier: GPL-3.0-or-later
"""A download from the first key to the opened file, without a mouse.

Usage: keyboardonly.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os

from desktop import until
from scenario import FOUND, check, scene
from slowsite import SlowSite, make_pages


def focused(person):
    """The name of what has the keyboard."""
    import pyatspi
    from person import children

    waiting = [person.window()]
    while waiting:
        accessible = waiting.pop()
        try:
            if accessible.getState().contains(pyatspi.STATE_FOCUSED):
                return accessible.name
            if accessible.getRoleName() not in ("tree", "table", "tree table", "list"):
                waiting += children(accessible)
        except Exception:  # it went while it was looked at
            continue
    return None


def tabs_to(person, name):
    for _ in range(20):
        if focused(person) == name:
            return
        before = focused(person)
        person.key("Tab")
        until(lambda: focused(person) != before, 5, f"Tab leaves {before}")
    raise AssertionError(f"Tab does not come to {name}")


def main():
    with SlowSite(make_pages(20), 0.02) as site, scene() as it:
        person = it.starts("--links", "keep")
        person.key("ctrl+l")
        until(lambda: focused(person) == "Address", 10, "the address has the keyboard")
        person.types_here(site.url)
        tabs_to(person, "Workers")
        person.types_here("3")
        tabs_to(person, "Folder")
        person.types_here(it.folder)
        tabs_to(person, "Start")
        person.key("space")
        person.waits_for("Finished in ", 60)

        # The keyboard is where there is something to see; the first key goes to the first row.
        person.key("Home")
        person.seeks("run.sh")
        person.key("Return")
        person.waits_for('"run.sh" may be a program')
        check(not it.desktop.opened(), "a script was opened")
        person.key("Home")
        person.seeks("(index)")
        person.key("Return")
        until(it.desktop.opened, 15, "Enter opens the file")
        check(it.desktop.opened()[0].endswith(os.path.join("saved", "index.html")), it.desktop.opened())

        person.key("alt+h")
        until(lambda: person.visible("menu item", "About Gleaner"), 10, "the menu is open")
        person.key("a")
        person.waits_for("Gleaner ")
        person.key("Escape")
        until(lambda: focused(person) is not None and person.visible("tree", FOUND), 10, "back at the tree")
        person.key("ctrl+q")
        check(person.process.wait(20) == 0, "the program ended badly")


if __name__ == "__main__":
    main()
