# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of one's own for a test: X server, window manager, accessibility bus, home folder.

To be run inside dbus-run-session. Everything it starts it ends, by process id, and nothing else.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
TOOLS = ["Xvfb", "openbox", "xdotool", "import"]
LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]

# What opens files here: it writes down what it was given.
XDG_OPEN = """#!/bin/sh
printf '%s\\n' "$1" >> "$GLEANER_OPENED"
"""


def until(condition, seconds, what):
    """The first true value of the condition; fails when it does not come in time."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.05)


class Desktop:
    def __init__(self, size="1100x800", pictures=None):
        self.size = size
        self.pictures = pictures
        self.processes = []
        self.folder = tempfile.mkdtemp(prefix="gleaner-gui-")
        self.home = os.path.join(self.folder, "home")
        self.opened_list = os.path.join(self.folder, "opened")

    def __enter__(self):
        missing = [tool for tool in TOOLS if not shutil.which(tool)]
        launcher = next(filter(os.path.exists, LAUNCHERS), None)
        if missing or not launcher or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            print("skipped: needs dbus-run-session, at-spi2-core and", *TOOLS)
            sys.exit(SKIPPED)
        try:
            self.make_home()
            self.start_display()
            self.start(["openbox"])
            until(self.has_window_manager, 60, "the window manager manages")
            self.start([launcher, "--launch-immediately"])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def make_home(self):
        bin_folder = os.path.join(self.folder, "bin")
        runtime = os.path.join(self.folder, "run")
        for folder in (self.home, bin_folder):
            os.makedirs(folder)
        os.makedirs(runtime, mode=0o700)
        stub = os.path.join(bin_folder, "xdg-open")
        with open(stub, "w", encoding="utf-8") as script:
            script.write(XDG_OPEN)
        os.chmod(stub, 0o755)
        for name in list(os.environ):
            if name.startswith(("XDG_", "QT_", "LC_")) or name.lower().endswith("_proxy"):
                del os.environ[name]
        os.environ.pop("WAYLAND_DISPLAY", None)
        os.environ.update(
            HOME=self.home,
            PATH=bin_folder + os.pathsep + os.environ["PATH"],
            XDG_RUNTIME_DIR=runtime,
            GLEANER_OPENED=self.opened_list,
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            LC_ALL="C.UTF-8",
        )

    def start_display(self):
        reading, writing = os.pipe()
        self.start(
            # Else it begins anew when its last client leaves, and turns away who comes meanwhile.
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", self.size + "x24",
             "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = ":" + number.readline().strip()

    def has_window_manager(self):
        answer = subprocess.run(
            ["xdotool", "get_num_desktops"], capture_output=True, check=False, timeout=20)
        return answer.returncode == 0

    def start(self, command, **options):
        options.setdefault("stdout", subprocess.DEVNULL)
        options.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(command, **options)
        self.processes.append(process)
        return process

    def opened(self):
        """What was handed to xdg-open so far."""
        if not os.path.exists(self.opened_list):
            return []
        with open(self.opened_list, encoding="utf-8") as lines:
            return lines.read().splitlines()

    def picture(self, name):
        """A picture of the whole screen, if anybody wants pictures."""
        if self.pictures:
            os.makedirs(self.pictures, exist_ok=True)
            path = os.path.join(self.pictures, name + ".png")
            subprocess.run(["import", "-window", "root", path], check=True, timeout=20)
