# SPDX-License-Identifier: GPL-3.0-or-later
"""The window answers while a site of thousands of files comes in, as fast as it can: while it is only watched,
while a filter is typed and taken back, while another view is chosen, while it is paused and goes on.

Asked is what a screen reader asks, again and again; an answer comes when the window's thread has come round. What
the threads on that way waited for a processor, as the kernel counts it, is the machine's business and not a gap.

Usage: heartbeat.py PROGRAM SERVEFOLDER [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import subprocess
import sys
import time

from desktop import until
from scenario import check, scene

LONGEST = 0.1  # s
FOLDERS, FILES = 95, 100  # the window asks at 10,000 files


def make_site(folder):
    """Each folder's index leads to its files and to the next folder, so that links are found all the time."""
    for number in range(FOLDERS):
        place = os.path.join(folder, f"part{number}")
        os.makedirs(place)
        names = [f"page{n}.html" for n in range(FILES)]
        for name in names:
            with open(os.path.join(place, name), "w", encoding="utf-8") as page:
                page.write(f"<html><body><a href='index.html'>up</a>{f'{name} of {number} ' * 40}</body></html>")
        links = "".join(f"<a href='{name}'>{name}</a>" for name in names)
        on = f"<a href='../part{number + 1}/index.html'>on</a>" if number + 1 < FOLDERS else ""
        with open(os.path.join(place, "index.html"), "w", encoding="utf-8") as page:
            page.write(f"<html><body>{on}{links}</body></html>")


def waited(process):
    """Seconds that a process's first thread has waited for a processor, as the kernel counts them."""
    with open(f"/proc/{process}/task/{process}/schedstat", encoding="ascii") as figures:
        return int(figures.read().split()[1]) / 1e9


def accessibility_bus():
    """The process that carries the answers."""
    address = subprocess.run(
        ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
         "org.a11y.Bus.GetAddress"], capture_output=True, text=True, check=True, timeout=20).stdout.split("'")[1]
    answer = subprocess.run(
        ["gdbus", "call", "--address", address, "--dest", "org.freedesktop.DBus", "--object-path",
         "/org/freedesktop/DBus", "--method", "org.freedesktop.DBus.GetConnectionUnixProcessID",
         "org.freedesktop.DBus"], capture_output=True, text=True, check=True, timeout=20).stdout
    return int(answer.replace("(uint32 ", "").split(",")[0].rstrip(")\n"))


class Heartbeat:
    def __init__(self, person):
        self.component = person.window().queryComponent()
        self.processes = (person.process.pid, os.getpid(), accessibility_bus())
        self.longest, self.beats, self.during = 0, 0, ""

    def beat(self, what):
        import pyatspi

        before = sum(map(waited, self.processes))
        began = time.monotonic()
        self.component.getExtents(pyatspi.DESKTOP_COORDS)
        took = time.monotonic() - began
        gap = took - (sum(map(waited, self.processes)) - before)
        self.beats += 1
        if gap > self.longest:
            self.longest, self.during = gap, what

    def goes_on(self, seconds, what):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.beat(what)
            time.sleep(0.002)


def main():
    servefolder = sys.argv.pop(2)
    with scene() as it:
        site = os.path.join(it.desktop.folder, "site")
        make_site(site)
        server = it.desktop.start([servefolder, site], stdout=subprocess.PIPE, text=True)
        url = server.stdout.readline().strip()
        # Slow enough for all of it to happen meanwhile.
        person = it.starts("--depth", "inf", "--links", "keep", "--limit-rate", "300K")
        it.types_and_starts(url + "part0/index.html")
        heart = Heartbeat(person)
        until(lambda: heart.goes_on(0.2, "it begins") or person.visible("push button", "Pause"), 20, "it runs")
        heart.goes_on(3, "nothing else happens")
        person.key("ctrl+f")
        for letter in "page7":
            person.key(letter)
            heart.goes_on(0.3, "a filter is typed")
        person.key("Escape")
        heart.goes_on(1, "the filter is taken back")
        for key in ("ctrl+4", "ctrl+1"):
            person.key(key)
            heart.goes_on(1, "other states are chosen")
        person.key("ctrl+p")
        until(lambda: heart.goes_on(0.5, "it is paused") or person.reads("Paused"), 20, "it is paused")
        person.key("ctrl+p")
        heart.goes_on(1, "it goes on")
        known = person.reads("127.0.0.1")
        person.key("ctrl+period")
        until(lambda: heart.goes_on(0.5, "it is stopped") or person.reads("Stopped after"), 20, "it is stopped")
        it.desktop.picture("heartbeat")
        print(f"{known}: {heart.beats} beats, the longest gap {1000 * heart.longest:.0f} ms while {heart.during}")
        check(heart.beats > 500, f"only {heart.beats} beats")
        check(heart.longest < LONGEST, f"no answer for {1000 * heart.longest:.0f} ms while {heart.during}")
        person.key("ctrl+q")
        check(person.process.wait(20) == 0, "the program ended badly")


if __name__ == "__main__":
    main()
