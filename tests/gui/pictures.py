# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every face of the window, to be looked at: in every language, size and direction that the audit
has, light and dark, and once more at 200 %. The same program that audits them takes them.

Usage: pictures.py AUDIT FOLDER OF MADE-UP WORDS FOLDER [README], inside dbus-run-session. With a fourth argument
the best of them go into that folder, for the README.
"""

import os
import shutil
import subprocess
import sys

from desktop import Desktop

# What the README shows, and as what.
BEST = {"English, as it opens: running": "running",
        "English, as it opens, dark: running": "running-dark",
        "English, as it opens: finished with failures": "finished",
        "English, as it opens: panel problems": "problems"}


def take(audit, words, folder, scale, looks):
    """Faces that the audit finds a fault in have their pictures as well; what is wrong is its business."""
    os.makedirs(folder, exist_ok=True)
    environment = dict(os.environ, GLEANER_PICTURES=folder, QT_SCALE_FACTOR=scale, LANGUAGE="",
                       XDG_DATA_DIRS=words + ":/usr/local/share:/usr/share", QT_QPA_PLATFORM="xcb",
                       GLEANER_LOOKS=looks)
    subprocess.run([audit, "everyFaceCanBeUsedByEverybody"], check=False, env=environment,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(f"{len(os.listdir(folder))} pictures in {folder}")


def small(picture, to):
    """A window has few colours."""
    subprocess.run(["convert", picture, "-dither", "None", "-colors", "255", "-strip", "-define",
                    "png:compression-level=9", "PNG8:" + to], check=True, timeout=60)


def main():
    audit, words, folder = map(os.path.abspath, sys.argv[1:4])
    shutil.rmtree(folder, ignore_errors=True)
    with Desktop("1400x1000"):
        take(audit, words, os.path.join(folder, "100"), "1", "")
    with Desktop("2800x2000"):
        take(audit, words, os.path.join(folder, "200"), "2", "English")
    if len(sys.argv) > 4:
        os.makedirs(sys.argv[4], exist_ok=True)
        for taken, name in BEST.items():
            small(os.path.join(folder, "100", taken + ".png"), os.path.join(sys.argv[4], name + ".png"))


if __name__ == "__main__":
    main()
