# SPDX-License-Identifier: GPL-3.0-or-later
"""The icon in the desktop's tray, with a real tray: there only if it was asked for, and while there is a tray. It
shows and hides the window, its menu works, and closing the window hides it only if that was asked for, too.

Usage: tray.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import shutil
import subprocess
import sys
import time

from desktop import SKIPPED, until
from scenario import FOUND, check, scene
from slowsite import SlowSite, make_pages


def shown(pid):
    """The windows of that process on the screen, and where they are; one in the tray belongs to it as well."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], capture_output=True,
                           text=True, check=False, timeout=20).stdout.split()
    found += subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "gleaner"], capture_output=True,
                            text=True, check=False, timeout=20).stdout.split()
    places = {}
    for window in set(found):
        said = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True,
                              check=False, timeout=20).stdout
        values = dict(line.split("=") for line in said.split() if "=" in line)
        if values:
            places[window] = tuple(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
    return places


def icon(person):
    """The middle of the icon, if there is one."""
    for x, y, width, height in shown(person.process.pid).values():
        if 8 < width < 64 and 8 < height < 64 and y < 70:
            return x + width // 2, y + height // 2
    return None


def has_window(person):
    return any(width > 400 for _, _, width, _ in shown(person.process.pid).values())


def clicks(place, button=1):
    time.sleep(0.6)  # two clicks that follow each other faster are one double click
    subprocess.run(["xdotool", "mousemove", *map(str, place), "click", str(button)], check=True, timeout=20)


def prefers(desktop, lines):
    """QSettings takes a group called general for none, unless it has the sign."""
    path = os.path.join(desktop.home, ".config/gleaner/gleaner")
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, "preferences.ini"), "w", encoding="utf-8") as file:
        file.write(lines)


def starts_tray(desktop):
    tray = desktop.start(["trayer", "--edge", "top", "--align", "left", "--widthtype", "pixel", "--width", "200",
                          "--height", "32", "--SetDockType", "true"])
    until(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "trayer"], capture_output=True,
                                 check=False, timeout=20).stdout, 20, "the tray is there")
    return tray


def quits(person):
    person.key("ctrl+q")
    check(person.process.wait(20) == 0, "the program ended badly")


def main():
    if not shutil.which("trayer"):
        print("skipped: needs trayer")
        sys.exit(SKIPPED)
    with SlowSite(make_pages(300), 0.1) as site, scene() as it:
        # Asked for, and no tray: closing asks, as ever.
        prefers(it.desktop, "[%general]\non-close=tray\n[desktop]\ntray=shown\n")
        person = it.starts("--links", "keep")
        check(icon(person) is None, "there is an icon without a tray")
        it.types_and_starts(site.url)
        until(lambda: len(person.rows(FOUND)) > 3, 20, "it runs")
        person.key("ctrl+w")
        person.press("Stop and Quit")
        check(person.process.wait(20) == 0, "the program ended badly")

        tray = starts_tray(it.desktop)
        # A tray, and not asked for.
        prefers(it.desktop, "[desktop]\ntray=hidden\n")
        person = it.starts()
        person.find("text", "Address")
        check(icon(person) is None, "there is an icon that nobody wants")
        quits(person)

        # An icon, but closing ends the program.
        prefers(it.desktop, "[desktop]\ntray=shown\n")
        person = it.starts()
        place = until(lambda: icon(person), 20, "there is an icon")
        it.desktop.picture("tray")
        clicks(place)
        until(lambda: not has_window(person), 10, "the icon hides the window")
        clicks(place)
        until(lambda: has_window(person), 10, "the icon shows the window")
        person.key("ctrl+w")
        check(person.process.wait(20) == 0, "the program ended badly")

        # Closing hides it, and the download goes on.
        prefers(it.desktop, "[%general]\non-close=tray\n[desktop]\ntray=shown\n")
        person = it.starts("--links", "keep")
        until(lambda: icon(person), 20, "there is an icon again")
        it.types_and_starts(site.url, it.folder + "2")
        until(lambda: len(person.rows(FOUND)) > 3, 20, "it runs")
        person.key("ctrl+w")
        until(lambda: not has_window(person), 10, "closing hides the window")
        asked = len(site.requests)
        until(lambda: len(site.requests) > asked + 10, 30, "it goes on")
        check(person.process.poll() is None, "the program has ended")
        # Its menu: one letter shows the window, another one quits, which asks.
        clicks(icon(person), 3)
        until(lambda: len(shown(person.process.pid)) > 1, 10, "the menu is open")
        it.desktop.picture("traymenu")
        person.key("s")
        until(lambda: has_window(person), 10, "the menu shows the window")
        person.key("ctrl+w")
        until(lambda: not has_window(person), 10, "closing hides the window again")
        # Without the tray another start of the program brings it back.
        tray.terminate()
        tray.wait(10)
        check(it.desktop.start([sys.argv[1]]).wait(30) == 0, "the second start ended badly")
        until(lambda: has_window(person), 10, "the second start shows the window")
        person.key("ctrl+q")
        person.press("Stop and Quit")
        check(person.process.wait(20) == 0, "the program ended badly")


if __name__ == "__main__":
    main()
