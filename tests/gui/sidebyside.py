# SPDX-License-Identifier: GPL-3.0-or-later
"""Two downloads side by side: each in the list, each with its own tree; both are stopped by one
answer, stand in the list at the next start, and go on. What had failed is tried again at the end.

Usage: sidebyside.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import sys

from desktop import Desktop, until
from firstdownload import FOUND, check, same_on_disk
from slowsite import SlowSite, make_pages


def begins(person, site, folder):
    person.types("spin button", "Workers", "4", ["Tab"])
    person.types("text", "Address", site.url)
    person.types("text", "Folder", folder)
    person.press("Start")


def entries(person):
    """The list's entries."""
    from person import children

    found = person.visible("list", "Downloads")
    return children(found) if found else []


def downloads(person):
    """The rows of the list, as a screen reader names them."""
    return [row.name for row in entries(person)]


def chooses(person, number):
    person.click(entries(person)[number])


def run_side_by_side(person, desktop, sites, folders):
    begins(person, sites[0], folders[0])
    until(lambda: len(person.rows(FOUND)) > 3, 10, "the first tree grows")
    check(not downloads(person), "a list of one download is shown")
    begins(person, sites[1], folders[1])
    until(lambda: len(downloads(person)) == 2, 10, "the list has both")
    until(lambda: len(person.rows(FOUND)) > 3, 10, "the second tree grows")
    until(lambda: all(", Running, " in row for row in downloads(person)), 10, "both run")
    before = [len(site.requests) for site in sites]
    until(lambda: all(len(site.requests) > count for site, count in zip(sites, before)), 10,
          "both sites are asked meanwhile")
    desktop.picture("sidebyside")


def quits_with_one_answer(person, desktop):
    person.key("ctrl+q")
    person.waits_for("2 downloads are still running")
    desktop.picture("quittingboth")
    person.press("Stop All and Quit")
    check(person.process.wait(10) == 0, "the program ended badly")


def goes_on_with_both(person, desktop):
    until(lambda: len(downloads(person)) == 2, 10, "both are in the list")
    check(all(", Not finished, " in row for row in downloads(person)), str(downloads(person)))
    desktop.picture("earlierlist")
    for number in (0, 1):
        chooses(person, number)
        person.waits_for("This download is not finished.")
        person.press("Continue")
        until(lambda: ", Not finished" not in downloads(person)[number], 10, "it goes on")
    until(lambda: all(", Finished, 1 failed" in row for row in downloads(person)), 90,
          "both finish")


def retries_what_failed(person, desktop, site):
    chooses(person, 0)
    site.pages["/gone.html"] = b"<html><body>here again</body></html>"
    asked = len(site.requests)
    person.press("Retry All Failed (1)")
    until(lambda: person.reads("Finished in ") and ", Finished, 1" not in downloads(person)[0],
          30, "nothing of it is failed any more")
    desktop.picture("retried")
    check(", Finished, " in downloads(person)[0], str(downloads(person)))
    paths = [path for _, path in site.requests[asked:] if path not in ("/robots.txt", "/sitemap.xml")]
    check(paths == ["/gone.html"], f"asked for more: {paths}")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(make_pages(300), 0.1) as one, SlowSite(make_pages(300), 0.1) as other:
        from person import Person  # the accessibility bus must run first

        sites = [one, other]
        folders = [os.path.join(desktop.home, name) for name in ("one", "other")]
        try:
            person = Person(desktop.start([program, "--links", "keep"]))
            run_side_by_side(person, desktop, sites, folders)
            quits_with_one_answer(person, desktop)
            person = Person(desktop.start([program, "--links", "keep"]))
            goes_on_with_both(person, desktop)
            # The one that was at work last stands first.
            first = next(site for site in sites if site.url[7:-1] in downloads(person)[0])
            retries_what_failed(person, desktop, first)
            for site, folder in zip(sites, folders):
                same_on_disk(folder, site.pages)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
