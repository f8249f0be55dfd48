# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the window: a real documentation site, typed, clicked, watched to the end, opened.

Usage: documentation.py PROGRAM SERVEFOLDER [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import subprocess
import sys

from desktop import Desktop, until

FOUND = "Found addresses"
HERE = os.path.dirname(os.path.abspath(__file__))


def files_below(folder):
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def main():
    program, servefolder = sys.argv[1:3]
    documents = subprocess.run([os.path.join(HERE, "../support/fetchdocs"), "postgresql-doc-15"],
                               check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    with Desktop("1000x700", sys.argv[3] if len(sys.argv) > 3 else None) as desktop:
        from person import Person  # the accessibility bus must run first

        site = desktop.start([servefolder, documents], stdout=subprocess.PIPE, text=True)
        url = site.stdout.readline().strip()
        folder = os.path.join(desktop.home, "documentation")
        process = desktop.start([program, "--depth", "inf", "--links", "keep"])
        try:
            person = Person(process)
            person.types("text", "Address", url + "index.html")
            person.types("text", "Folder", folder)
            person.press("Start")
            until(lambda: len(person.rows(FOUND)) > 3, 20, "the tree grows")
            person.waits_for("Finished in", 120)
            desktop.picture("window")

            saved, served = files_below(folder), files_below(documents)
            saved.pop(".gleaner", None)  # names the session
            if saved != served:
                wrong = [name for name in served if saved.get(name) != served[name]]
                raise AssertionError(f"differ or missing: {wrong[:5]}; "
                                     f"unknown: {sorted(set(saved) - set(served))[:5]}")

            person.click(person.cell(FOUND, "preface.html"), 2)
            until(desktop.opened, 10, "double click opens the file")
            if not desktop.opened()[0].endswith("documentation/preface.html"):
                raise AssertionError(f"opened {desktop.opened()}")
        except BaseException:
            desktop.picture("trouble")
            raise
    print(f"ok: {len(served)} files, byte for byte")


if __name__ == "__main__":
    main()
