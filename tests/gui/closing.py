# SPDX-License-Identifier: GPL-3.0-or-later
"""The window is closed while a download runs: it asks; Cancel goes on as if nothing had been, Quit ends.

Usage: closing.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import time

from desktop import until
from scenario import check, files_below, scene
from slowsite import SlowSite, make_pages


def main():
    with SlowSite(make_pages(300), 0.1) as site, scene() as it:
        person = it.starts("--links", "keep")
        it.types_and_starts(site.url)
        until(lambda: len(site.requests) > 10, 30, "it is under way")
        person.key("alt+F4")
        person.waits_for("A download is still running.")
        it.desktop.picture("closing")
        person.press("Cancel")
        until(lambda: not person.reads("A download is still running."), 15, "the question is gone")
        asked = len(site.requests)
        until(lambda: len(site.requests) > asked + 10, 30, "it goes on")
        check(person.process.poll() is None, "it has ended")

        person.key("alt+F4")
        person.waits_for("A download is still running.")
        began = time.monotonic()
        person.press("Stop and Quit")
        check(person.process.wait(20) == 0, "the program ended badly")
        print(f"it took {time.monotonic() - began:.1f} s to quit")
        until(lambda: site.quiet_for() > 0.5, 10, "nobody asks any more")
        for name, body in files_below(it.folder).items():
            served = site.pages["/" if name == "index.html" else "/" + name]
            check(body == served, f"{name} is not whole")


if __name__ == "__main__":
    main()
