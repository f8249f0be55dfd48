# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses come in beside the form: by Ctrl+V in the window, by Ctrl+N with what the clipboard
holds, and from a list of addresses in a file; with keyboard alone.

Usage: pasteanddrop.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import subprocess
import sys

import pyatspi

from desktop import Desktop, until
from firstdownload import check
from slowsite import SlowSite

PAGES = {"/": b"one", "/two/": b"two", "/three/": b"three", "/four/": b"four"}


def copy(desktop, text):
    """Into the clipboard, as another program does."""
    owner = desktop.start(["xclip", "-selection", "clipboard", "-quiet"], stdin=subprocess.PIPE)
    owner.stdin.write(text.encode())
    owner.stdin.close()

    def arrived():
        read = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True,
                              check=False, timeout=20)
        return read.stdout.decode() == text
    until(arrived, 10, "the clipboard holds it")


def addresses(person):
    field = person.find("text", "Addresses")
    return field.queryText().getText(0, -1).split()


def pastes(person, desktop, site):
    copy(desktop, f"Look at <{site.url}> and at {site.url}two/, please.")
    # Not into a field: there it is pasted as anywhere.
    button = person.find("push button", "Choose Folder")
    button.queryComponent().grabFocus()
    until(lambda: button.getState().contains(pyatspi.STATE_FOCUSED), 10, "a button has the keyboard")
    person.key("ctrl+v")
    until(lambda: addresses(person) == [site.url, site.url + "two/"], 10, "both are there")
    desktop.picture("pasted")
    check(not site.requests, "nothing was asked for yet")
    person.key("Return")
    person.waits_for("The page was saved", 30)
    until(lambda: {"/", "/two/"} <= {path for _, path in site.requests}, 10, "both were asked for")


def asks(person, desktop, site):
    copy(desktop, site.url + "three/")
    person.key("ctrl+n")
    until(lambda: addresses(person) == [site.url + "three/"], 10, "the dialog is filled")
    person.press("Cancel")
    until(lambda: person.visible("text", "Addresses") is None, 10, "the dialog is gone")
    copy(desktop, "something else " * 1000)
    person.key("ctrl+n")
    person.find("text", "Addresses")
    check(addresses(person) == [], "a clipboard that holds something else is nobody's business")
    check(person.reads("Type or paste an address."), "it says what is missing")
    check(not person.can_use(person.find("push button", "Download")), "it cannot begin")
    person.click(person.find("text", "Addresses"))
    subprocess.run(["xdotool", "type", "--delay", "4", site.url + "three/"], check=True)
    desktop.picture("newdownload")
    person.key("Return")
    until(lambda: "/three/" in {path for _, path in site.requests}, 15, "it is downloaded")


def opens_a_list(person, desktop, site):
    path = os.path.join(desktop.home, "list.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"# a list\n\n{site.url}four/\nnot an address\n")
    person.key("ctrl+o")
    person.find("text", "File name:") if person.visible("text", "File name:") else None
    until(lambda: person.visible("push button", "Open") or person.visible("push button", "Choose"),
          10, "files can be chosen")
    subprocess.run(["xdotool", "type", "--delay", "4", path], check=True)
    person.key("Return")
    until(lambda: person.visible("text", "Addresses"), 10, "the list is read")
    check(addresses(person) == [site.url + "four/"], addresses(person))
    person.press("Download")
    until(lambda: "/four/" in {path for _, path in site.requests}, 15, "it is downloaded")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(PAGES, 0.01) as site:
        from person import Person  # the accessibility bus must run first

        try:
            person = Person(desktop.start([program]))
            pastes(person, desktop, site)
            asks(person, desktop, site)
            opens_a_list(person, desktop, site)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
