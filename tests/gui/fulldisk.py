# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk is full in the middle of a download: one message says so, nothing counts as failed; room is made,
Try Again goes on, and everything is there. A folder that cannot be written to is refused at the start.

Usage: fulldisk.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import subprocess
import sys

from desktop import SKIPPED, until
from scenario import check, scene
from slowsite import SlowSite, make_pages

# Mounts that nobody else sees: a small disk, and one that is read-only. The program keeps its number.
MOUNTS = ('mount -t tmpfs -o size=1M none "$1" && mount -t tmpfs -o ro none "$2" && shift 2 && exec "$@"')


def way_to_mount():
    for unshare in (["unshare", "-m"], ["unshare", "-rm"]):
        if subprocess.run([*unshare, "mount", "-t", "tmpfs", "none", "/mnt"], check=False,
                          capture_output=True).returncode == 0:
            return unshare
    print("skipped: no private mounts here")
    sys.exit(SKIPPED)


def inside(process, path):
    """The path as the program sees it, in its own mounts."""
    return f"/proc/{process.pid}/root{path}"


def main():
    unshare = way_to_mount()
    pages = make_pages(40)
    for n, path in enumerate(pages):
        if path.startswith("/part"):
            pages[path] += b" " * 20_000 if n % 2 else b""
    with SlowSite(pages, 0.02) as site, scene() as it:
        small, read_only = (os.path.join(it.desktop.home, name) for name in ("small", "readonly"))
        os.makedirs(small)
        os.makedirs(read_only)
        person = it.starts("--links", "keep",
                           under=[*unshare, "sh", "-c", MOUNTS, "sh", small, read_only])
        it.types_and_starts(site.url, os.path.join(read_only, "site"))
        sentence = person.waits_for("Nothing can be written to ", 20)
        check("readonly" in sentence, sentence)
        it.desktop.picture("readonly")

        ballast = inside(person.process, os.path.join(small, "ballast"))
        with open(ballast, "wb") as file:
            file.write(b"x" * 700_000)
        it.types_and_starts(site.url, os.path.join(small, "site"))
        sentence = person.waits_for("No space is left for ", 60)
        it.desktop.picture("fulldisk")
        check("small" in sentence, sentence)
        os.unlink(ballast)
        person.press("Try Again")
        sentence = person.waits_for("Finished in ", 90)
        check("1 failed" in sentence, sentence)
        for path, body in pages.items():
            name = os.path.join(small, "site", "index.html" if path == "/" else path[1:])
            with open(inside(person.process, name), "rb") as file:
                check(file.read() == body, f"{path} differs")
        known = len(pages) + 1
        until(lambda: person.reads(f"{known} of {known}"), 10, "the sums are whole")


if __name__ == "__main__":
    main()
