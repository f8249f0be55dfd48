# SPDX-License-Identifier: GPL-3.0-or-later
"""What the whole window says: nothing found in the scope and what is offered for it, a login page that
was saved as if it were the page, a start that fails and is tried again, and a folder that goes away.

Usage: faces.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import shutil
import sys
import threading

from desktop import Desktop, until
from firstdownload import FOUND, check
from slowsite import SlowSite

LOGIN = b"<html><title>Log in - Example</title><form><input type='password'></form></html>"


class Site:
    def __init__(self):
        self.may_end = threading.Event()
        self.is_up = False

    def get(self, path):
        if path == "/alone/":
            return b"<html>Alone <a href='http://127.0.0.2:1/'>elsewhere</a></html>"
        if path == "/late/":
            return b"<html>Late <a href='x.html'>x</a></html>" if self.is_up else None
        if path == "/late/x.html":
            return LOGIN
        if path == "/slow/":
            return b"<html><a href='hold.html'>h</a><a href='1.html'>1</a><a href='2.html'>2</a></html>"
        if path == "/slow/hold.html":
            self.may_end.wait(120)
        return f"<html>{path}</html>".encode() if path.startswith("/slow/") else None


def starts(person, address, folder):
    person.types("text", "Address", address)
    person.types("text", "Folder", folder)
    person.press("Start")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(Site(), 0) as site:
        from person import Person  # the accessibility bus must run first

        home = desktop.home
        process = desktop.start([program, "--links", "keep", "--scope", "folder", "--no-robots"])
        try:
            person = Person(process)
            desktop.picture("faceempty")

            starts(person, site.url + "alone/", os.path.join(home, "alone"))
            person.waits_for("The page was saved, but has no links inside the start folder.", 30)
            desktop.picture("facealone")
            person.press("Widen Scope…")
            person.waits_for("All addresses that are known so far", 10)
            person.key("Escape")

            starts(person, site.url + "late/", os.path.join(home, "late"))
            sentence = person.waits_for("127.0.0.1", 30)
            check("has no such page (404). Check the address." in sentence, sentence)
            check(person.visible("tree", FOUND) is None, "an empty tree is shown")
            desktop.picture("facefailedstart")
            site.pages.is_up = True
            person.press("Start")
            sentence = person.waits_for("Finished in", 30)
            check("1 page" in sentence and "login" in sentence, sentence)
            check(any(row.startswith("x.html, Saved: perhaps only a login page")
                      for row in person.rows(FOUND)), "the row does not say so")
            desktop.picture("facesuspect")

            folder = os.path.join(home, "slow")
            starts(person, site.url + "slow/", folder)
            until(lambda: any(row.startswith("2.html, Saved") for row in person.rows(FOUND)), 30,
                  "the others are saved")
            shutil.rmtree(folder)
            site.pages.may_end.set()
            person.waits_for("The folder", 30)
            desktop.picture("facevanished")
            os.mkdir(folder)
            person.press("Try Again")
            person.waits_for("Finished in", 30)
            desktop.picture("facefinished")
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
