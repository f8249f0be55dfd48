# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder of a download that runs is moved; a person says where it is now, and it goes on there.

Usage: movedfolder.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import shutil
import subprocess
import sys
import threading

from desktop import Desktop, until
from firstdownload import FOUND, check
from slowsite import SlowSite

NAMES = ["hold.html", *(f"{number}.html" for number in range(1, 9))]


class Site:
    def __init__(self):
        self.may_end = threading.Event()

    def get(self, path):
        if path == "/slow/":
            return "".join(f"<a href='{name}'>{name}</a>" for name in NAMES).encode()
        if path == "/slow/hold.html":
            self.may_end.wait(120)
        return f"<html>{path}</html>".encode() if path.startswith("/slow/") else None


def chooses(person, desktop, folder):
    person.press("Change Folder…")
    until(lambda: person.visible("push button", "Choose"), 10, "folders can be chosen")
    desktop.picture("movedfolderasked")
    subprocess.run(["xdotool", "type", "--delay", "4", folder], check=True)
    person.key("Return")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(Site(), 0) as site:
        from person import Person  # the accessibility bus must run first

        folder, moved = (os.path.join(desktop.home, name) for name in ("before", "moved"))
        process = desktop.start([program, "--links", "keep", "--scope", "folder", "--no-robots"])
        try:
            person = Person(process)
            person.types("text", "Address", site.url + "slow/")
            person.types("text", "Folder", folder)
            person.press("Start")
            until(lambda: sum(", Saved" in row for row in person.rows(FOUND)) == len(NAMES), 30,
                  "all but one are saved")
            # As to another disk: a folder that only has another name is written to as before.
            shutil.copytree(folder, moved)
            shutil.rmtree(folder)
            site.pages.may_end.set()
            person.waits_for("The folder", 30)

            other = os.path.join(desktop.home, "other")
            os.mkdir(other)
            chooses(person, desktop, other)
            person.waits_for("That is not this download's folder.", 10)
            desktop.picture("movedfolderrefused")
            check(os.listdir(other) == [], "the wrong folder was written to")

            before = len(site.requests)
            chooses(person, desktop, moved)
            person.waits_for("Finished in", 30)
            desktop.picture("movedfolder")
            check(not os.path.exists(folder), "it was made anew where it had been")
            saved = {name for _, _, names in os.walk(moved) for name in names}
            check(set(NAMES) <= saved, f"missing: {set(NAMES) - saved}")
            again = [path for _, path in site.requests[before:]]
            check(set(again) <= {"/slow/hold.html"}, f"fetched once more: {again}")
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
