# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run needs around it: servers, the far line, a display. Each ends with whoever made it."""

import mmap
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path


class Surroundings:
    """A context that owns processes; `build` is the tree their programs are in."""

    def __init__(self, build):
        self.build = Path(build)
        self.processes = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            end(process)

    def program(self, name):
        return str(self.build / name)

    def lines(self, words, count):
        """Starts a server; the first lines it prints."""
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True,
                                   start_new_session=True)
        self.processes.append(process)
        said = [process.stdout.readline().strip() for _ in range(count)]
        if not all(said):
            raise RuntimeError(f"did not start: {words}")
        return said

    def http(self, folder, *options):
        return self.lines([self.program("tests/support/servefolder"), *options, str(folder)], 1)[0]

    def https(self, folder):
        """Address and the authority's file."""
        return self.lines([self.program("tests/support/servefolder"), "--tls", str(folder)], 2)

    def made_site(self):
        return self.lines([self.program("tests/support/testserver")], 1)[0]

    def far(self, address, delay=20, megabits=200):
        port = address.split(":")[2].rstrip("/")
        words = [self.program("tests/bench/relay"), port, str(delay), str(megabits)]
        return f"http://127.0.0.1:{self.lines(words, 1)[0]}/"

    def display(self, folder=None):
        """DISPLAY of a new X server; its picture is in folder/Xvfb_screen0 if one is given."""
        reading, writing = os.pipe()
        # Without -noreset it may turn away who comes while it starts.
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1100x800x24", "-noreset",
                 "-nolisten", "tcp", *(["-fbdir", str(folder)] if folder else [])]
        self.processes.append(subprocess.Popen(
            words, pass_fds=[writing], stderr=subprocess.DEVNULL, start_new_session=True))
        os.close(writing)
        with os.fdopen(reading) as number:
            return ":" + number.readline().strip()


def end(process):
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


class FirstRequest:
    """A server that only notes when the first byte of the first request came."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}/"
        self.came = None
        self.thread = threading.Thread(target=self.wait, daemon=True)
        self.thread.start()

    def wait(self):
        connection, _ = self.listener.accept()
        if connection.recv(1):
            self.came = time.monotonic()
        connection.close()
        self.listener.close()

    def seconds_after(self, began, patience=20):
        self.thread.join(patience)
        return self.came - began if self.came else None


class Picture:
    """What an X server shows, as its file says; for telling that something was painted."""

    def __init__(self, folder):
        path = Path(folder) / "Xvfb_screen0"
        with open(path, "rb") as file:
            self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def sample(self):
        """A pixel in a thousand: a window is larger, and looking must not cost much."""
        return self.map[::4093]

    def seconds_to_change(self, before, began, patience=20):
        while time.monotonic() < began + patience:
            if self.sample() != before:
                return time.monotonic() - began
            time.sleep(0.002)
        return None


def used(process):
    """(processor seconds, voluntary waits) of a process and all its threads so far."""
    seconds = waits = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        try:
            seconds += int((task / "schedstat").read_text().split()[0]) / 1e9
            for line in (task / "status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    waits += int(line.split()[1])
        except OSError:  # it ended meanwhile
            continue
    return seconds, waits


def temporary(where, name):
    Path(where).mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=name + "-", dir=where))


def stop(process, name):
    process.send_signal(getattr(signal, "SIG" + name))
