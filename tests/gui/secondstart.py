# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed while it downloads; the next start offers to continue, and does. What has
changed on the site afterwards is found when the finished download is looked through again.

Usage: secondstart.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import re
import subprocess
import sys

from desktop import Desktop, until
from firstdownload import FOUND, check, same_on_disk
from slowsite import SlowSite, make_pages


def begins(person, site, folder):
    person.types("spin button", "Workers", "4", ["Tab"])
    person.types("text", "Address", site.url)
    person.types("text", "Folder", folder)
    person.press("Start")


def saved_so_far(folder):
    return sum(len(names) for _, _, names in os.walk(folder))


def refuses_a_second_one(program, site, folder):
    # A second window would be the first one: see secondinstance.py.
    second = subprocess.run([program, "--headless", "-P", folder, site.url], timeout=60,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    check(second.returncode == 5, second.stderr)
    check(b"Another Gleaner is downloading to " in second.stderr, second.stderr)


def continues(person, desktop, site):
    sentence = person.waits_for(f"The download of {site.url} is not finished: ")
    done, known = map(int, re.search(r"(\d+) of (\d+) done", sentence).groups())
    check(0 < done < known, sentence)
    desktop.picture("offer")
    person.press("Continue")
    until(lambda: len(person.rows(FOUND)) > 3, 10, "the tree is back")
    desktop.picture("continued")
    end = person.waits_for("Finished in", 90)
    counts = dict((word, int(number)) for number, word in re.findall(r"(\d+) (\w+)", end))
    check(counts.get("unchanged", 0) > 0, end)
    check(counts["saved"] + counts["unchanged"] == len(site.pages), end)


def changes(pages):
    pages["/part1/page1.html"] = b"<html><body>rewritten</body></html>"
    pages["/part3/new.html"] = b"<html><body>new</body></html>"
    pages["/"] = pages["/"].replace(b"</body>", b"<a href='/part3/new.html'>new</a></body>")
    return pages.pop("/part2/page2.html")


def finds_changes(person, desktop, site, folder):
    gone = changes(site.pages)
    person.press("Start")
    until(lambda: person.reads("Finished in") is None, 10, "it begins again")
    end = person.waits_for("Finished in", 90)
    desktop.picture("update")
    check("3 saved, " in end and " unchanged, " in end, end)
    rows = person.rows(FOUND)
    for row in ("page1.html, Saved (changed)", "new.html, Saved (new)",
                "page2.html, Failed: no longer on the server (404); the earlier file stays"):
        check(row in rows, f'no row "{row}"')
    same_on_disk(folder, {**site.pages, "/part2/page2.html": gone})


def asks_again_for_few(site, in_flight):
    asked = [path for _, path in site.requests if path not in ("/robots.txt", "/gone.html")]
    again = len(asked) - len(set(asked))
    # A connection may have been asking while another one's file was about to be noted.
    check(again <= 2 * in_flight, f"{again} files were fetched twice")


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(make_pages(120), 0.1) as site:
        from person import Person  # the accessibility bus must run first

        folder = os.path.join(desktop.home, "saved")
        process = desktop.start([program, "--links", "keep"])
        try:
            begins(Person(process), site, folder)
            until(lambda: saved_so_far(folder) > 20, 30, "some files are saved")
            refuses_a_second_one(program, site, folder)
            process.kill()
            process.wait()
            until(lambda: site.quiet_for() > 0.5, 10, "nobody asks any more")
            check(saved_so_far(folder) < len(site.pages), "it was too late to kill it")

            person = Person(desktop.start([program, "--links", "keep"]))
            continues(person, desktop, site)
            same_on_disk(folder, site.pages)
            asks_again_for_few(site, 4)
            finds_changes(person, desktop, site, folder)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
