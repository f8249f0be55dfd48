# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder is skipped while the download runs: what of it waits is not asked for, its rows say why, and the
end counts it.

Usage: skippedbranch.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import re

from desktop import until
from scenario import FOUND, check, files_below, scene
from slowsite import SlowSite, make_pages

BRANCH = "part3/"


def main():
    with SlowSite(make_pages(200), 0.15) as site, scene() as it:
        person = it.starts("--links", "keep", "--workers", "2")
        it.types_and_starts(site.url, workers=2)
        until(lambda: any(row.startswith(BRANCH) for row in person.rows(FOUND)), 30, "the folder is found")
        person.key("ctrl+p")
        person.waits_for("Paused: ", 20)
        # It may be out of sight: it is gone to as the tree offers it.
        person.seeks(BRANCH)
        person.key("alt+d")
        until(lambda: person.visible("menu item", "Skip Branch"), 10, "the menu is open")
        person.key("b")
        until(lambda: any(row.startswith("page") and "Skipped" in row for row in person.rows(FOUND))
              or any(row.startswith(BRANCH) and "skipped" in row for row in person.rows(FOUND)),
              20, "its rows say so")
        asked = len(site.requests)
        person.key("ctrl+p")
        sentence = person.waits_for("Finished in ", 120)
        later = [path for _, path in site.requests[asked:]]
        check(not any(path.startswith("/" + BRANCH) for path in later), "the branch was asked for")
        skipped = int(re.search(r"(\d+) skipped", sentence)[1])
        below = [path for path in site.pages if path.startswith("/" + BRANCH)]
        saved = [name for name in files_below(it.folder) if name.startswith(BRANCH)]
        check(skipped == len(below) - len(saved) and skipped > 0, f"{sentence}; saved {len(saved)} of {len(below)}")


if __name__ == "__main__":
    main()
