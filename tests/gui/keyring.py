# SPDX-License-Identifier: GPL-3.0-or-later
"""A password that is kept with Sign In is in the desktop's keyring and in no file of anybody's, and is found again
by the next start of the program. A real keyring, of a home of its own.

Usage: keyring.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import base64
import os
import shutil
import subprocess
import sys

from desktop import SKIPPED, until
from scenario import check, files_below, scene
from slowsite import SlowSite

NAME, PASSWORD = "ada", "kept-by-the-keyring-alone"
PAGES = {"/": b"<a href='/b.html'>b</a>", "/b.html": b"the end"}
WANTED = "Basic " + base64.b64encode(f"{NAME}:{PASSWORD}".encode()).decode()


def asks_for_a_name(handler, path):
    if path == "/robots.txt" or handler.headers.get("Authorization") == WANTED:
        return False
    handler.send_response(401)
    handler.send_header("WWW-Authenticate", 'Basic realm="books"')
    handler.send_header("Content-Length", "0")
    handler.end_headers()
    return True


def asks(service, path, method, *words):
    return subprocess.run(["gdbus", "call", "--session", "--dest", service, "--object-path", path, "--method", method,
                           *words], capture_output=True, text=True, check=False, timeout=30).stdout


def starts_keyring(desktop):
    """Unlocked, as after a person has logged in."""
    daemon = desktop.start(["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"],
                           stdin=subprocess.PIPE)
    daemon.stdin.write(b"of the person's login")
    daemon.stdin.close()
    # Who asks before it is there starts another one, which is locked.
    until(lambda: asks("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner",
                       "org.freedesktop.secrets").startswith("(true"), 30, "there is a keyring")
    until(lambda: asks("org.freedesktop.secrets", "/org/freedesktop/secrets/aliases/default",
                       "org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Collection",
                       "Locked").startswith("(<false>"), 30, "it is open")


def in_keyring():
    said = subprocess.run(["secret-tool", "search", "--all", "server", "org.gleaner.Gleaner"],
                          capture_output=True, text=True, check=False, timeout=30)
    return said.stdout + said.stderr


def text_of(person, name):
    text = person.find("text", name).queryText()
    return text.getText(0, -1)


def opens_dialog(person, site, folder):
    person.types("text", "Address", site.url, ["Tab"])
    person.types("text", "Folder", folder)
    person.press("Start")
    person.waits_for(site.url.split("/")[2] + " asks for a name", 30)
    person.key("alt+d")
    person.find("menu item", "Sign In…").queryAction().doAction(0)
    person.find("check box", "Remember it in the keyring")


def is_in_no_file(desktop, where):
    for parent, _, names in os.walk(desktop.folder):
        for path in filter(os.path.isfile, (os.path.join(parent, name) for name in names)):
            with open(path, "rb") as file:
                body = file.read()
            check(PASSWORD.encode() not in body and WANTED.encode() not in body, f"{path} has it {where}")


def quits(person):
    person.key("ctrl+q")
    check(person.process.wait(20) == 0, "the program ended badly")


def main():
    missing = [tool for tool in ("gnome-keyring-daemon", "secret-tool") if not shutil.which(tool)]
    if missing:
        print("skipped: needs", *missing)
        sys.exit(SKIPPED)
    with SlowSite(PAGES, 0.01, asks_for_a_name) as site, scene() as it:
        starts_keyring(it.desktop)
        person = it.starts("--links", "keep")
        opens_dialog(person, site, it.folder)
        it.desktop.picture("signin")
        person.types("text", "Name", NAME)
        person.find("check box", "Remember it in the keyring").queryAction().doAction(0)
        person.types("password text", "Password", PASSWORD)
        person.press("Sign In")
        person.waits_for("Finished in ", 60)
        check(files_below(it.folder)["b.html"] == PAGES["/b.html"], "not all is saved")
        said = until(in_keyring, 15, "the keyring has it")
        check(PASSWORD in said and site.url.rstrip("/") in said, said)
        is_in_no_file(it.desktop, "while it runs")
        quits(person)
        is_in_no_file(it.desktop, "after the end")

        # Another start, and another download of that site.
        person = it.starts("--links", "keep")
        opens_dialog(person, site, it.folder + "2")
        until(lambda: text_of(person, "Name") == NAME, 15, "the name is offered")
        it.desktop.picture("signin-again")
        person.press("Sign In")
        person.waits_for("Finished in ", 60)
        check(files_below(it.folder + "2")["b.html"] == PAGES["/b.html"], "not all is saved")
        is_in_no_file(it.desktop, "in the second run")
        quits(person)


if __name__ == "__main__":
    main()
