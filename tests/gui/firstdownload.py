# SPDX-License-Identifier: GPL-3.0-or-later
"""A person downloads a site: types, clicks, watches, changes the workers, pauses, opens a file.

Usage: firstdownload.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import re
import sys
import time

from desktop import Desktop, until
from slowsite import SlowSite, make_pages

FOUND = "Found addresses"


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def saved_file(folder, path):
    return os.path.join(folder, "index.html" if path == "/" else path[1:])


def same_on_disk(folder, pages):
    for path, body in pages.items():
        with open(saved_file(folder, path), "rb") as file:
            check(file.read() == body, f"{path} differs from what was served")


def refuses_nonsense(person, desktop):
    person.press("Start")
    person.waits_for("Type the address of a web page")
    person.types("text", "Address", "gopher://x.example/", ["Return"])
    person.waits_for('"gopher://x.example/" is not a web address')
    person.types("spin button", "Workers", "65", ["Return"])
    person.waits_for('Workers must be a number from 1 to 64, not "65"')
    desktop.picture("nonsense")


def tells_of_a_failed_start(person, desktop):
    person.types("text", "Address", "http://127.0.0.1:1/", ["Return"])
    sentence = person.waits_for("127.0.0.1:1 refused the connection", 60)
    check(sentence and person.visible("tree", FOUND) is None, "an empty tree is shown")
    desktop.picture("failedstart")


def downloads(person, desktop, site, folder):
    person.types("spin button", "Workers", "2", ["Tab"])
    person.types("text", "Address", site.url)
    person.types("text", "Folder", folder)
    person.press("Start")
    until(lambda: len(person.rows("Workers")) == 2, 10, "two workers have rows")
    until(lambda: len(person.rows(FOUND)) > 3, 10, "the tree grows")
    desktop.picture("running")

    person.types("spin button", "Workers", "6", ["Return"])
    until(lambda: len(person.rows("Workers")) == 6, 10, "six workers have rows")

    person.press("Pause")
    person.waits_for("Paused", 10)
    until(lambda: site.quiet_for() > 1.5, 10, "a paused download asks for nothing")
    desktop.picture("paused")
    person.press("Resume")
    person.types("spin button", "Workers", "3", ["Return"])
    until(lambda: len(person.rows("Workers")) == 3, 10, "three workers have rows")

    sentence = person.waits_for("Finished in", 90)
    desktop.picture("finished")
    counts = dict((word, int(number)) for number, word in re.findall(r"(\d+) (\w+)", sentence))
    check(counts.get("saved") == len(site.pages), sentence)
    check(counts.get("failed") == 1, sentence)
    check(any(row.startswith("gone.html, Failed: page not found (404)")
              for row in person.rows(FOUND)), "the row of gone.html says why")


def asks_once_for_each(site):
    asked = [path for _, path in site.requests if path != "/robots.txt"]
    check(len(asked) == len(set(asked)), "an address was asked for twice")


def opens_files(person, desktop, folder):
    person.click(person.cell(FOUND, "(index)"), 2)
    until(lambda: len(desktop.opened()) == 1, 10, "double click opens the file")
    person.key("Return")
    until(lambda: len(desktop.opened()) == 2, 10, "Enter opens the file")
    for opened in desktop.opened():
        check(opened.endswith(os.path.join(folder, "index.html")), opened)

    person.seeks("run.sh")
    person.key("Return")
    person.waits_for('"run.sh" may be a program')
    desktop.picture("refused")
    check(len(desktop.opened()) == 2, "a script was opened")


def quits_while_running(person, desktop, site, folder):
    person.types("text", "Address", site.url)
    person.types("text", "Folder", folder)
    person.press("Start")
    until(lambda: len(person.rows(FOUND)) > 3, 10, "the tree grows")
    person.key("ctrl+q")
    until(lambda: person.visible("push button", "Stop and Quit"), 10, "the question is asked")
    desktop.picture("quitting")
    began = time.monotonic()
    person.press("Stop and Quit")
    check(person.process.wait(10) == 0, "the program ended badly")
    check(time.monotonic() - began < 5, "quitting took too long")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(make_pages(120), 0.08) as site:
        from person import Person  # the accessibility bus must run first

        folder = os.path.join(desktop.home, "saved")
        log = os.path.join(desktop.folder, "log")
        with open(log, "wb") as output:
            process = desktop.start([program, "--links", "keep"], stdout=output, stderr=output)
        try:
            person = Person(process)
            desktop.picture("empty")
            refuses_nonsense(person, desktop)
            tells_of_a_failed_start(person, desktop)
            downloads(person, desktop, site, folder)
            same_on_disk(folder, site.pages)
            asks_once_for_each(site)
            opens_files(person, desktop, folder)
            quits_while_running(person, desktop, site, folder + "2")
        except BaseException:
            desktop.picture("trouble")
            with open(log, encoding="utf-8", errors="replace") as output:
                print("--- the program's output:", output.read()[-4000:], sep="\n")
            raise
    print("ok")


if __name__ == "__main__":
    main()
