# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenarios have in common: a desktop, a site, a person; a picture when something is wrong."""

import contextlib
import os
import sys

from desktop import Desktop

FOUND = "Found addresses"


def check(condition, what):
    if not condition:
        raise AssertionError(what)


class Scene:
    """One person at one window over a desktop of its own."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.folder = os.path.join(desktop.home, "saved")
        self.person = None

    def starts(self, *arguments, under=()):
        """The person starts the program, and has its window before them."""
        from person import Person  # the accessibility bus must run first

        log = os.path.join(self.desktop.folder, "log")
        with open(log, "ab") as output:
            process = self.desktop.start([*under, sys.argv[1], *arguments], stdout=output, stderr=output)
        self.person = Person(process)
        return self.person

    def types_and_starts(self, url, folder=None, workers=None):
        if workers:
            self.person.types("spin button", "Workers", str(workers), ["Tab"])
        # Away from the field, so that no list of earlier addresses takes the next click.
        self.person.types("text", "Address", url, ["Tab"])
        self.person.types("text", "Folder", folder or self.folder)
        self.person.press("Start")


@contextlib.contextmanager
def scene(size="1100x800", **environment):
    """A scene; its pictures go where the command line's second argument says."""
    with Desktop(size, sys.argv[2] if len(sys.argv) > 2 else None) as desktop:
        os.environ.update(environment)
        try:
            yield Scene(desktop)
        except BaseException:
            desktop.picture("trouble")
            log = os.path.join(desktop.folder, "log")
            if os.path.exists(log):
                with open(log, encoding="utf-8", errors="replace") as output:
                    print("--- the program's output:", output.read()[-4000:], sep="\n")
            raise
    print("ok")


def files_below(folder):
    """What lies there, without what the program needs for itself."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            if name != ".gleaner":
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = file.read()
    return found
