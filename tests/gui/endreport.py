# SPDX-License-Identifier: GPL-3.0-or-later
"""At the end the window's sums, the tree, the disk and what the server was asked say the same.

Usage: endreport.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import re

from desktop import until
from scenario import FOUND, check, files_below, scene
from slowsite import SlowSite, make_pages


def main():
    pages = make_pages(80)
    pages["/"] += b"<a href='https://elsewhere.example/'>x</a><a href='mailto:a@b.example'>m</a>"
    with SlowSite(pages, 0.01) as site, scene() as it:
        person = it.starts("--links", "keep")
        it.types_and_starts(site.url)
        sentence = person.waits_for("Finished in ", 90)
        counts = {word: int(number.replace(",", ""))
                  for number, word in re.findall(r"([\d,]+) (saved|failed|skipped|redirected)", sentence)}
        saved = files_below(it.folder)
        check(counts["saved"] == len(saved) == len(pages), f"{sentence}, files: {len(saved)}")
        check(counts["failed"] == 1 and counts["skipped"] == 1, sentence)
        for name, body in saved.items():
            check(pages["/" if name == "index.html" else "/" + name] == body, f"{name} differs")
        rows = person.rows(FOUND)
        check(any(row.startswith("gone.html, Failed: page not found (404)") for row in rows), str(rows[:9]))
        check(any("Skipped: other site" in row for row in rows), str(rows[-5:]))
        asked = {path for _, path in site.requests} - {"/robots.txt", "/sitemap.xml"}
        check(asked == set(pages) | {"/gone.html"}, str(asked ^ set(pages)))
        known = counts["saved"] + counts["failed"] + counts["skipped"]
        until(lambda: person.reads(f"{known} of {known}"), 10, "the status bar adds them up")


if __name__ == "__main__":
    main()
