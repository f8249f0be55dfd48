# SPDX-License-Identifier: GPL-3.0-or-later
"""A download on a screen of twice the dots, in words that nobody speaks and two fifths longer, from left to right
and from right to left: all that is read was translated and has room for its words, nothing lies outside of the
window, and the tree begins where reading does.

Usage: otherscreens.py PROGRAM FOLDER OF MADE-UP WORDS [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import re
import subprocess
import sys

from scenario import check, files_below, scene
from slowsite import SlowSite, make_pages

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../support"))
from pseudolocale import pseudo  # noqa: E402

WORDS = {word: pseudo(word) for word in ("Address", "Folder", "Workers", "Found addresses")}
WORDS["Start"] = pseudo("&Start").replace("&", "")
FINISHED = pseudo("Finished in %1: %2").split("%1")[0]
CHOOSE = pseudo("Choose Folder")
WITH_WORDS = ("label", "push button", "check box", "combo box", "menu item", "page tab")
ITS_OWN = ("Float", "Close")  # what Qt calls a panel's buttons, where it has no words of the language's own


def controls(person):
    """Every control that is shown, but rows and what only a list that is closed has."""
    import pyatspi
    from person import children

    waiting, found = [person.window()], []
    while waiting:
        accessible = waiting.pop()
        try:
            if accessible.getState().contains(pyatspi.STATE_SHOWING):
                found.append(accessible)
                if accessible.getRoleName() not in ("tree", "table", "tree table", "list", "combo box"):
                    waiting += children(accessible)
        except Exception:  # it went while it was looked at
            continue
    return found


def box(accessible):
    import pyatspi

    extents = accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return extents.x, extents.y, extents.x + extents.width, extents.y + extents.height


class Ruler:
    """How wide words are in the font of the window, by another program than the window's."""

    def __init__(self):
        self.font = subprocess.run(["fc-match", "-f", "%{file}", "Sans Serif"], capture_output=True, text=True,
                                   check=True, timeout=20).stdout
        self.known = {}

    def learn(self, words):
        new = sorted(set(words) - set(self.known))
        if not new:
            return
        labels = ["label:" + word.replace("\\", "\\\\").replace("%", "%%").replace("@", "\\@") for word in new]
        said = subprocess.run(["convert", "-font", self.font, "-density", "96", "-pointsize", "9", *labels,
                               "-format", "%w %h\n", "info:"], capture_output=True, text=True, check=True, timeout=60)
        for word, line in zip(new, said.stdout.splitlines(), strict=True):
            self.known[word] = tuple(map(int, line.split()))

    def lines(self, text, width):
        """How many lines its words take, and how high one is."""
        words = text.split()
        self.learn([*words, "x", "x x"])
        space = self.known["x x"][0] - 2 * self.known["x"][0]
        width += 4  # each program rounds in its own way
        count, used = 1, 0
        for word in words:
            wide = self.known[word][0]
            check(wide <= width, f'"{word}" of "{text}" takes {wide}, and there are {width}')
            if used and used + space + wide > width:
                count, used = count + 1, 0
            used += wide + (space if used else 0)
        return count, self.known["x"][1]


def looks_around(person, ruler):
    left, top, right, bottom = box(person.window())
    unsaid, cramped = [], []
    for control in controls(person):
        role, words = control.getRoleName(), control.name
        if role not in (*WITH_WORDS, "text", "spin button", "tree", "table"):
            continue
        x, y, end, below = box(control)
        if x >= right or y >= bottom or end <= left or below <= top:
            continue  # of a panel behind another one
        check(x >= left and y >= top and end <= right and below <= bottom,
              f'{role} "{words}" lies outside of the window')
        if role not in WITH_WORDS or not words:
            continue
        if role in ("push button", "menu item", "check box", "page tab") and re.match("[A-Za-z]", words) \
                and words not in ITS_OWN:
            unsaid.append(words)
        # Not what shows a picture, a sign or fewer words in place of its name.
        if end - x <= 2 * (below - y) and role in ("push button", "check box") or words == CHOOSE:
            continue
        lines, line = ruler.lines(words, end - x)
        if lines > 1 and (role != "label" or lines * line > below - y + line // 2):
            cramped.append((role, words, (end - x, below - y)))
    check(not unsaid, f"not translated: {unsaid}")
    check(not cramped, f"no room: {cramped}")


def downloads(it, site, language, folder):
    person, ruler = it.starts("--links", "keep"), Ruler()
    it.desktop.picture(f"otherscreens-{language}-empty")
    looks_around(person, ruler)
    person.types("spin button", WORDS["Workers"], "3", ["Tab"])
    person.types("text", WORDS["Address"], site.url, ["Tab"])
    person.types("text", WORDS["Folder"], folder)
    person.press(WORDS["Start"])
    sentence = person.waits_for(FINISHED, 90)
    check(sentence.rstrip().endswith("]"), sentence)
    it.desktop.picture("otherscreens-" + language)
    check(len(files_below(folder)) == len(site.pages), "not all files are there")
    looks_around(person, ruler)
    tree = box(person.find("tree", WORDS["Found addresses"]))
    site_row = person.find("tree", WORDS["Found addresses"]).queryTable().getAccessibleAt(0, 0)
    check("127.0.0.1" in site_row.name, site_row.name)
    row = box(site_row)
    # Where reading begins is where the tree begins.
    is_right = tree[2] - row[2] < row[0] - tree[0]
    check(is_right == (language == "ar"), f"the first row lies at {row} in {tree}")
    person.key("ctrl+q")
    check(person.process.wait(20) == 0, "the program ended badly")


def main():
    # Its place on the command line is where the others have the pictures' folder.
    words = sys.argv.pop(2)
    with SlowSite(make_pages(20), 0.02) as site, \
            scene("2048x1536", QT_SCALE_FACTOR="2", XDG_DATA_DIRS=words + ":/usr/local/share:/usr/share") as it:
        for language in ("eo", "ar"):
            os.environ["LANGUAGE"] = language
            downloads(it, site, language, os.path.join(it.desktop.home, language))


if __name__ == "__main__":
    main()
