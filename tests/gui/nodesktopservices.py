# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's services: first none at all (no notifications, no tray, no portal, no logind), then
a notification daemon and a logind that are mocked, then ones that never answer. The window goes on
in each case; with them one notification is sent for each download, and sleep is inhibited while it
runs.

Usage: nodesktopservices.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import os
import signal
import subprocess
import sys
import time

from desktop import SKIPPED, Desktop, until
from firstdownload import check
from slowsite import SlowSite

PAGES = {"/": b"".join(b"<a href='/%d.html'>x</a>" % n for n in range(8)),
         **{f"/{n}.html": b"the end" for n in range(8)}}


def private_bus(desktop, name):
    """A system bus of one's own, so that nobody's real one is asked."""
    socket = os.path.join(desktop.folder, name)
    desktop.start(["dbus-daemon", "--session", "--nofork", "--address=unix:path=" + socket])
    until(lambda: os.path.exists(socket), 10, "the bus listens")
    return "unix:path=" + socket


def mock(desktop, template, log, system=False):
    """A mocked service, and the file in which it writes down what it was asked."""
    path = os.path.join(desktop.folder, log)
    with open(path, "wb") as output:
        process = desktop.start(
            ["/usr/bin/python3", "-m", "dbusmock", *(["--system"] if system else []),
             "--template", template], stdout=output)
    return process, path


def calls(path, method):
    with open(path, encoding="utf-8", errors="replace") as lines:
        return [line for line in lines if f" {method} " in line or f" {method}(" in line]


def downloads(person, site, folder):
    person.types("text", "Address", site.url)
    person.types("text", "Folder", folder)
    began = time.monotonic()
    person.press("Start")
    until(lambda: os.path.isdir(folder) and len(os.listdir(folder)) >= len(PAGES), 60,
          "all is saved")
    person.waits_for("Finished in", 30)
    return time.monotonic() - began


def owned(name, *bus):
    answer = subprocess.run(
        ["gdbus", "call", *(bus or ["--session"]), "--dest", "org.freedesktop.DBus",
         "--object-path", "/org/freedesktop/DBus", "--method",
         "org.freedesktop.DBus.NameHasOwner", name], capture_output=True, check=False, timeout=20)
    return b"true" in answer.stdout


def prefers(desktop):
    path = os.path.join(desktop.home, ".config/gleaner/gleaner")
    os.makedirs(path)
    with open(os.path.join(path, "preferences.ini"), "w", encoding="utf-8") as file:
        file.write("[desktop]\nnotifications=always\ntray=shown\n")


def main():
    program = sys.argv[1]
    try:
        import dbusmock  # noqa: F401 (only whether it is there)
    except ImportError:
        print("skipped: needs python3-dbusmock")
        sys.exit(SKIPPED)
    with Desktop(pictures=sys.argv[2] if len(sys.argv) > 2 else None) as desktop, \
            SlowSite(PAGES, 0.1) as site:
        from person import Person  # the accessibility bus must run first

        os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nonexistent"
        prefers(desktop)
        try:
            person = Person(desktop.start([program]))
            downloads(person, site, os.path.join(desktop.home, "none"))
            person.key("ctrl+q")
            check(person.process.wait(20) == 0, "it ends well without any service")

            os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = private_bus(desktop, "system")
            logind, slept = mock(desktop, "logind", "logind.log", system=True)
            daemon, notified = mock(desktop, "notification_daemon", "notified.log")
            until(lambda: owned("org.freedesktop.Notifications")
                  and owned("org.freedesktop.login1", "--address",
                            os.environ["DBUS_SYSTEM_BUS_ADDRESS"]), 20, "both are there")
            person = Person(desktop.start([program]))
            downloads(person, site, os.path.join(desktop.home, "both"))
            until(lambda: calls(notified, "Notify"), 15, "somebody is notified")
            sent = calls(notified, "Notify")
            check(len(sent) == 1, sent)
            for words in ("Downloaded: 127.0.0.1", "transfer.complete", "org.gleaner.Gleaner",
                          "open-folder", "9 saved"):
                check(words in sent[0], sent[0])
            inhibited = calls(slept, "Inhibit")
            check(len(inhibited) == 1 and '"sleep"' in inhibited[0], inhibited)

            # They are there and do not answer any more.
            daemon.send_signal(signal.SIGSTOP)
            logind.send_signal(signal.SIGSTOP)
            try:
                downloads(person, site, os.path.join(desktop.home, "silent"))
                desktop.picture("silentservices")
                person.key("ctrl+q")
                began = time.monotonic()
                check(person.process.wait(20) == 0, "it ends well")
                check(time.monotonic() - began < 5, "nobody is waited for")
            finally:
                daemon.send_signal(signal.SIGCONT)
                logind.send_signal(signal.SIGCONT)
        except BaseException:
            desktop.picture("trouble")
            raise
    print("ok")


if __name__ == "__main__":
    main()
