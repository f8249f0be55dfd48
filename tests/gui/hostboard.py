# SPDX-License-Identifier: GPL-3.0-or-later
"""The board of hosts: while a download runs, a host outside the scope is let in, and its pages come;
another one is shut out, and nothing more is asked of it.

Usage: hostboard.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import sys

from desktop import Desktop, until
from firstdownload import FOUND, check
from slowsite import SlowSite


def page(*links):
    return ("<html><body>" + "".join(links) + "</body></html>").encode()


def link(address):
    return f"<a href='{address}'>{address}</a>"


def decides(person, host, choice):
    """Chooses the host's row and what is to be fetched from it."""
    person.click(person.cell("Hosts", host + ","))
    button = until(lambda: (b := person.visible("radio button", choice)) and person.can_use(b) and b,
                   person.PATIENCE, f'"{choice}" can be chosen')
    person.click(button)
    return button


def decision(person, host):
    return next((row for row in person.rows("Hosts") if row.startswith(host + ",")), "")


def run(person, desktop, sites, folder):
    own, wanted, unwanted = sites
    own_host, wanted_host, unwanted_host = (site.url[7:-1] for site in sites)
    person.types("spin button", "Workers", "1", ["Tab"])
    person.types("text", "Address", own.url)
    person.types("text", "Folder", folder)
    person.press("Start")
    until(lambda: len(person.rows(FOUND)) > 3, 15, "the tree grows")
    person.key("ctrl+h")
    until(lambda: len(person.rows("Hosts")) == 3, 15, "all three hosts are on the board")
    check("Crawl, by the scope" in decision(person, own_host), decision(person, own_host))
    check("Requisites only, by the scope" in decision(person, wanted_host),
          decision(person, wanted_host))

    radio = decides(person, wanted_host, "Crawl: its pages are followed")
    until(lambda: "2 skipped" in radio.description, 10, "it is said what comes back")
    desktop.picture("hostboard")
    check(not wanted.requests, "asked for before it was applied")
    person.press("Apply")
    until(lambda: "Crawl, decided by you" in decision(person, wanted_host), 10, "it is decided")

    radio = decides(person, unwanted_host, "Never: nothing is fetched")
    person.press("Apply")
    until(lambda: "Never, decided by you" in decision(person, unwanted_host), 10, "it is decided")
    person.press("Close")
    person.waits_for("Finished in ", 90)
    asked = {path for _, path in wanted.requests}
    check({"/one.html", "/two.html"} <= asked, f"asked for: {asked}")
    late = [path for _, path in unwanted.requests if path == "/late.png"]
    check(not late, "asked for what was shut out")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite({}, 0.3) as own, SlowSite({}, 0) as wanted, SlowSite({}, 0) as unwanted:
        wanted.pages.update({"/one.html": page(link("two.html")), "/two.html": page()})
        unwanted.pages["/late.png"] = b"png"
        own.pages.update({f"/p{n}.html": page() for n in range(60)})
        # Found last, so it is known of that host that it is unwanted before it is needed.
        own.pages["/late.html"] = page(f"<img src='{unwanted.url}late.png'>")
        links = [link(f"p{n}.html") for n in range(60)]
        own.pages["/"] = page(link(wanted.url + "one.html"), link(wanted.url + "two.html"),
                              link(unwanted.url + "page.html"), *links, link("late.html"))
        from person import Person  # the accessibility bus must run first

        try:
            person = Person(desktop.start([program, "--links", "keep", "--no-robots"]))
            run(person, desktop, [own, wanted, unwanted], os.path.join(desktop.home, "copy"))
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
