# SPDX-License-Identifier: GPL-3.0-or-later
"""Paused, nothing is asked for; resumed, it goes on where it was, and nothing is asked for twice.

Usage: pausing.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import time

from desktop import until
from scenario import check, files_below, scene
from slowsite import SlowSite, make_pages

QUIET = 3


def main():
    with SlowSite(make_pages(60), 0.1) as site, scene() as it:
        person = it.starts("--links", "keep")
        it.types_and_starts(site.url)
        until(lambda: len(site.requests) > 15, 30, "it is under way")
        person.key("ctrl+p")
        sentence = person.waits_for("Paused: ", 20)
        check(sentence.endswith(" waiting"), sentence)
        asked = len(site.requests)
        # What is waited for is that nothing happens.
        time.sleep(QUIET)
        check(len(site.requests) == asked, "a paused download asks")
        check(person.window().name.startswith("Paused"), person.window().name)
        person.key("ctrl+p")
        sentence = person.waits_for("Finished in ", 90)
        check("1 failed" in sentence, sentence)
        paths = [path for _, path in site.requests]
        check(len(paths) == len(set(paths)), "an address was asked for twice")
        check(len(files_below(it.folder)) == len(site.pages), "not all files are there")


if __name__ == "__main__":
    main()
