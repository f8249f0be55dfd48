# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start while a window runs: its command line is taken over by that window, through a
socket; the desktop's own calls come in over the session's message bus. A window that does not answer holds
nobody up, and one with another data folder is another one.

Usage: secondinstance.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import signal
import subprocess
import sys
import time

from desktop import Desktop, until
from firstdownload import FOUND, check
from slowsite import SlowSite

PAGES = {"/": b"<a href='/b.html'>b</a>", "/b.html": b"the end"}


def run(program, arguments, folder, **environment):
    """Starts it once more, and waits for its end."""
    return subprocess.run([program, *arguments], cwd=folder, env={**os.environ, **environment},
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)


def call(method, *arguments):
    return subprocess.run(
        ["gdbus", "call", "--session", "--dest", "org.gleaner.Gleaner",
         "--object-path", "/org/gleaner/Gleaner", "--method", method, *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)


def hands_over(person, desktop, program, site):
    folder = os.path.join(desktop.folder, "elsewhere")
    os.mkdir(folder)
    second = run(program, ["-P", "mine", "--links", "keep", site.url], folder)
    check(second.returncode == 0, second.stderr)
    check(b"already running takes this over" in second.stderr, second.stderr)
    person.waits_for("Finished in")
    with open(os.path.join(folder, "mine", "index.html"), "rb") as page:
        check(page.read() == PAGES["/"], "the page is saved where the second start was")
    check(any(row.startswith("b.html") for row in person.rows(FOUND)), "the tree shows it")
    desktop.picture("handedover")


def says_what_is_wrong(program, desktop):
    wrong = run(program, ["--cookies", "none.txt", "http://127.0.0.1/"], desktop.folder)
    check(wrong.returncode == 2, wrong.stderr)
    check(b"none.txt" in wrong.stderr, wrong.stderr)


def answers_the_desktop(person, site):
    done = call("org.freedesktop.Application.Activate", "{}")
    check(done.returncode == 0, done.stderr)
    done = call("org.freedesktop.Application.Open", f"['{site.url}b.html']", "{}")
    check(done.returncode == 0, done.stderr)
    until(lambda: person.visible("list", "Downloads"), 15, "there are two downloads")
    until(lambda: "/b.html" in [path for _, path in site.requests[2:]], 15, "it is asked for")
    person.waits_for("The page was saved")
    # No address at all is said in the window.
    call("org.freedesktop.Application.Open", "['--headless']", "{}")
    person.waits_for('"--headless" is not a web address')
    # Others can read the bus along, and what is handed over may be secret.
    check(call("org.gleaner.Gleaner.HandOver", "{}").returncode != 0, "no handover on the bus")


def is_another_one_elsewhere(program, desktop, site):
    folder = os.path.join(desktop.folder, "another")
    os.mkdir(folder)
    other = desktop.start([program, "-P", folder, site.url],
                          env={**os.environ, "XDG_DATA_HOME": os.path.join(folder, "data")})
    until(lambda: os.path.exists(os.path.join(folder, "b.html")), 30, "it downloads by itself")
    check(other.poll() is None, "it has a window of its own")


def waits_for_nobody(program, desktop, process, site):
    folder = os.path.join(desktop.folder, "unanswered")
    os.mkdir(folder)
    process.send_signal(signal.SIGSTOP)
    try:
        began = time.monotonic()
        alone = desktop.start([program, "-P", folder, "--links", "keep", site.url])
        until(lambda: os.path.exists(os.path.join(folder, "b.html")), 60, "it goes on alone")
        print(f"alone after {time.monotonic() - began:.1f} s")
        check(alone.poll() is None, "it has a window of its own")
    finally:
        process.send_signal(signal.SIGCONT)


def main():
    program = sys.argv[1]
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(PAGES, 0.01) as site:
        from person import Person  # the accessibility bus must run first

        process = desktop.start([program])
        try:
            person = Person(process)
            hands_over(person, desktop, program, site)
            says_what_is_wrong(program, desktop)
            answers_the_desktop(person, site)
            is_another_one_elsewhere(program, desktop, site)
            waits_for_nobody(program, desktop, process, site)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
