# SPDX-License-Identifier: GPL-3.0-or-later
"""Scan, pick, then download: a scan saves nothing and knows sizes, it is stopped and goes on at the
next start; what is ticked by kind is fetched, and nothing else, through a kill.

Usage: scanfirst.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import sys

from desktop import Desktop, until
from firstdownload import check
from slowsite import SlowSite

FILES = "Found files"


def make_site():
    """Twelve pages, a PDF file on each, and a large archive."""
    pages = {}
    for n in range(12):
        pages[f"/docs/page{n}.html"] = f"<a href='page{n + 1}.html'>on</a><a href='f{n}.pdf'>f</a>"
        pages[f"/docs/f{n}.pdf"] = "%PDF" + "x" * 1020
    pages["/docs/page12.html"] = "the end"
    pages["/large.iso"] = "x" * 300000
    pages["/"] = "<a href='docs/page0.html'>first</a><a href='large.iso'>large</a>"
    return {path: body.encode() for path, body in pages.items()}


def saved(folder):
    found = []
    for where, _, names in os.walk(folder):
        found += [os.path.relpath(os.path.join(where, name), folder) for name in names
                  if not name.startswith(".gleaner")]
    return sorted(found)


def methods(site, path):
    return [method for method, asked in site.asked if asked == path]


def scans(person, desktop, site, folder):
    person.types("spin button", "Workers", "1", ["Tab"])
    person.types("text", "Address", site.url)
    person.types("text", "Folder", folder)
    person.press("Scan First")
    until(lambda: len(site.asked) > 8, 20, "the scan is under way")
    person.press("Stop")
    person.waits_for("The scan was stopped after ")
    check(not saved(folder), f"a scan has saved {saved(folder)}")
    person.key("ctrl+q")
    check(person.process.wait(10) == 0, "the program ended badly")


def goes_on(person, desktop, site, folder):
    person.press("Continue")
    person.waits_for("Scanned in ", 60)
    check(person.waits_for("Found: 27 file"), "all is found")
    for path in site.pages:
        check(len(methods(site, path)) <= 2, f"asked again and again: {path}")
    check(set(methods(site, "/large.iso")) == {"HEAD"}, "a scan has fetched a large file")
    check(not saved(folder), f"a scan has saved {saved(folder)}")
    rows = person.rows("Kinds of files")
    check(any(row.startswith("Documents: 12 file") and "12.0 KiB" in row for row in rows), str(rows))
    desktop.picture("scanned")


def ticks_and_downloads(person, desktop, site):
    check(not person.can_use(person.find("push button", "Download Ticked")), "nothing is ticked")
    person.click(person.cell("Kinds of files", "Documents: "))
    person.key("space")
    person.waits_for("Ticked: 12 file")
    desktop.picture("ticked")
    before = len(site.asked)
    person.press("Download Ticked")
    until(lambda: len(site.asked) >= before + 4, 20, "the download is under way")
    person.process.kill()
    person.process.wait()


def finishes(person, desktop, site, folder):
    person.press("Continue")
    person.waits_for("Finished in ", 60)
    desktop.picture("tickeddone")
    check(saved(folder) == sorted(f"docs/f{n}.pdf" for n in range(12)), str(saved(folder)))
    check(set(methods(site, "/large.iso")) == {"HEAD"}, "fetched what was not ticked")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(make_site(), 0.2) as site:
        from person import Person  # the accessibility bus must run first

        folder = os.path.join(desktop.home, "copy")
        command = [program, "--links", "keep", "--no-robots", "--depth", "inf"]
        try:
            scans(Person(desktop.start(command)), desktop, site, folder)
            person = Person(desktop.start(command))
            goes_on(person, desktop, site, folder)
            ticks_and_downloads(person, desktop, site)
            finishes(Person(desktop.start(command)), desktop, site, folder)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
