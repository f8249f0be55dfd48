# SPDX-License-Identifier: GPL-3.0-or-later
"""A download on a screen of twice the dots, and from right to left in words that nobody speaks: everything
that is read was translated, nothing lies outside of the window, and addresses stay from left to right.

Usage: otherscreens.py PROGRAM FOLDER OF MADE-UP WORDS [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import sys

from scenario import check, files_below, scene
from slowsite import SlowSite, make_pages

# The whole of it is accented and in brackets: see tests/support/pseudolocale.py.
WORDS = {"Address": "[Áddŕéšš ẋẋẋ]", "Folder": "[Föļdéŕ ẋẋ]", "Workers": "[Ŵöŕķéŕš ẋẋẋ]", "Start": "[Šťáŕť ẋẋ]",
         "Finished": "[Fíñíšhéd íñ ", "Tree": "[Föüñd áddŕéššéš ẋẋẋẋẋẋ]"}


def controls(person):
    """Every control that is shown, but rows."""
    import pyatspi
    from person import children

    waiting, found = [person.window()], []
    while waiting:
        accessible = waiting.pop()
        try:
            if accessible.getState().contains(pyatspi.STATE_SHOWING):
                found.append(accessible)
                if accessible.getRoleName() not in ("tree", "table", "tree table", "list"):
                    waiting += children(accessible)
        except Exception:  # it went while it was looked at
            continue
    return found


def box(accessible):
    import pyatspi

    extents = accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return extents.x, extents.y, extents.x + extents.width, extents.y + extents.height


def looks_around(person):
    left, top, right, bottom = box(person.window())
    unsaid = []
    for control in controls(person):
        if control.getRoleName() not in ("label", "push button", "text", "spin button", "menu", "tree"):
            continue
        x, y, end, below = box(control)
        check(x >= left and y >= top and end <= right and below <= bottom,
              f'{control.getRoleName()} "{control.name}" lies outside of the window')
        words = control.name
        if control.getRoleName() in ("push button", "menu") and words and not words.startswith("["):
            unsaid.append(words)
    check(not unsaid, f"not translated: {unsaid}")


def downloads(it, site, language, folder):
    person = it.starts("--links", "keep")
    looks_around(person)
    person.types("spin button", WORDS["Workers"], "3", ["Tab"])
    person.types("text", WORDS["Address"], site.url)
    person.types("text", WORDS["Folder"], folder)
    person.press(WORDS["Start"])
    sentence = person.waits_for(WORDS["Finished"], 90)
    check(sentence.rstrip().endswith("]"), sentence)
    looks_around(person)
    it.desktop.picture("otherscreens-" + language)
    check(len(files_below(folder)) == len(site.pages), "not all files are there")
    tree = box(person.find("tree", WORDS["Tree"]))
    row = box(person.cell(WORDS["Tree"], "127.0.0.1"))
    # Where reading begins is where the tree begins.
    isRight = tree[2] - row[2] < row[0] - tree[0]
    check(isRight == (language == "ar"), f"the first row lies at {row} in {tree}")
    person.key("ctrl+q")
    check(person.process.wait(20) == 0, "the program ended badly")


def main():
    # Its place on the command line is where the others have the pictures' folder.
    words = sys.argv.pop(2)
    with SlowSite(make_pages(20), 0.02) as site, \
            scene("1280x960", QT_SCALE_FACTOR="2", XDG_DATA_DIRS=words + ":/usr/local/share:/usr/share") as it:
        for language in ("eo", "ar"):
            os.environ["LANGUAGE"] = language
            downloads(it, site, language, os.path.join(it.desktop.home, language))


if __name__ == "__main__":
    main()
