# SPDX-License-Identifier: GPL-3.0-or-later
"""A person works with rows: skips a branch and takes that back, retries all that failed once the
server has healed, takes rows out of sight and back, and moves saved files to the trash.

Usage: rowactions.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import subprocess
import sys
import threading

from desktop import Desktop, until
from firstdownload import FOUND, check
from slowsite import SlowSite


class Site:
    """A start page with a branch that waits to be let go, files, and some that are missing at first."""

    def __init__(self):
        self.may_end = threading.Event()
        self.is_healed = False

    def get(self, path):
        if path == "/":
            names = [f"branch/{n}.html" for n in range(6)] + ["good.html", "sick1.html", "sick2.html"]
            return ("<html>Start <a href='hold.html'>h</a>"
                    + "".join(f"<a href='{name}'>x</a>" for name in names)).encode()
        if path == "/hold.html":
            self.may_end.wait(120)
            return b"<html>Let go"
        if path.startswith("/sick") and not self.is_healed:
            return None
        return f"<html>{path}</html>".encode() if path.endswith(".html") else None


def rows(person):
    return person.rows(FOUND)


def row(person, name):
    return next((text for text in rows(person) if text.startswith(name)), "")


def windows():
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "gleaner"],
                           capture_output=True, text=True, check=False)
    return len(found.stdout.split())


def skips_a_branch_and_takes_it_back(person, desktop, site):
    until(lambda: row(person, "branch/"), 30, "the branch is found")
    person.click(person.cell(FOUND, "branch/"))
    # Qt tells assistive technology of such a menu by the focus only, so this is about the screen.
    before = windows()
    person.key("shift+F10")
    until(lambda: windows() > before, 10, "the row's menu is open")
    desktop.picture("rowmenu")
    person.key("b")
    until(lambda: all(row(person, f"{n}.html").endswith("excluded by a pattern") for n in range(6)),
          15, "all of it is skipped")
    check(not any("/branch/" in path for _, path in site.requests), "it was asked for all the same")
    person.click(person.cell(FOUND, "branch/"))
    person.key("ctrl+z")
    until(lambda: row(person, "0.html, Waiting"), 15, "it waits again")
    site.pages.may_end.set()
    person.waits_for("Finished in", 60)
    check(all(row(person, f"{n}.html, Saved") for n in range(6)), "the branch is not saved")


def retries_when_the_server_has_healed(person, desktop, site):
    check("page not found (404)" in row(person, "sick1.html"), row(person, "sick1.html"))
    check("2 failed" in person.reads("Finished in"), person.reads("Finished in"))
    desktop.picture("twofailed")
    site.pages.is_healed = True
    person.key("ctrl+shift+r")
    until(lambda: row(person, "sick1.html, Saved") and row(person, "sick2.html, Saved"), 30,
          "both are saved")
    until(lambda: "failed" not in (person.reads("Finished in") or "failed"), 30, "nothing failed")
    asked = [path for _, path in site.requests]
    check(asked.count("/good.html") == 1, "what was saved was asked for again")


def takes_rows_out_of_sight_and_back(person, desktop, folder):
    person.click(person.cell(FOUND, "good.html"))
    person.key("Delete")
    person.waits_for("1 row")
    until(lambda: not row(person, "good.html"), 10, "the row is gone")
    desktop.picture("removed")
    check(os.path.exists(os.path.join(folder, "good.html")), "its file is gone")
    person.press("Undo")
    until(lambda: row(person, "good.html"), 10, "the row is back")


def moves_files_to_the_trash(person, desktop, folder):
    person.click(person.cell(FOUND, "branch/"))
    person.key("shift+Delete")
    person.waits_for("Move 6 saved file")
    desktop.picture("totrash")
    person.key("Escape")
    until(lambda: not person.reads("Move 6 saved file"), 10, "the question is gone")
    check(len(os.listdir(os.path.join(folder, "branch"))) == 6, "Cancel moved files")
    person.click(person.cell(FOUND, "branch/"))
    person.key("shift+Delete")
    person.press("Move to Trash")
    person.waits_for("6 file")
    until(lambda: row(person, "0.html, Skipped: by you"), 10, "the row says so")
    desktop.picture("trashed")
    trash = os.path.join(desktop.home, ".local", "share", "Trash", "files")
    check(sorted(os.listdir(trash)) == [f"{n}.html" for n in range(6)], "not in the trash")
    check(not os.listdir(os.path.join(folder, "branch")), "files are left")
    check(os.path.exists(os.path.join(folder, "good.html")), "another file went, too")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(Site(), 0) as site:
        from person import Person  # the accessibility bus must run first

        folder = os.path.join(desktop.home, "saved")
        process = desktop.start(
            [program, "--links", "keep", "--workers", "1", "--per-host", "1"])
        try:
            person = Person(process)
            person.types("text", "Address", site.url)
            person.types("text", "Folder", folder)
            person.press("Start")
            skips_a_branch_and_takes_it_back(person, desktop, site)
            retries_when_the_server_has_healed(person, desktop, site)
            takes_rows_out_of_sight_and_back(person, desktop, folder)
            moves_files_to_the_trash(person, desktop, folder)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
