# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person waits for, and what the program does while nobody does: start, first paint, idle."""

import shutil
import subprocess
import time
from statistics import median

import contenders
from surroundings import FirstRequest, Picture, end, temporary, used


def clean_environment(place, display=None):
    """Of a person who starts the program for the first time."""
    nobody = contenders.Contender("", "", None)
    home = place / "home"
    home.mkdir()
    environment = contenders.environment(nobody, None, home)
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    if display:
        environment["DISPLAY"] = display
    return environment


def start(words, place, display=None, **options):
    return subprocess.Popen(words, env=clean_environment(place, display), stdin=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL, **{"stdout": subprocess.DEVNULL, **options})


def first_request(program, where):
    """Milliseconds from the start of the program to the first byte of its first request."""
    place = temporary(where, "start")
    server = FirstRequest()
    began = time.monotonic()
    process = start([program, "--headless", "--no-robots", "-P", str(place / "files"),
                     server.address], place)
    seconds = server.seconds_after(began)
    end(process)
    shutil.rmtree(place, ignore_errors=True)
    return None if seconds is None else seconds * 1000


def first_paint(surroundings, program, where):
    """Milliseconds until anything of the window is seen. No window manager delays it."""
    place = temporary(where, "paint")
    display = surroundings.display(place)
    picture = Picture(place)
    time.sleep(0.3)
    before = picture.sample()
    began = time.monotonic()
    process = start([program], place, display)
    seconds = picture.seconds_to_change(before, began)
    end(process)
    shutil.rmtree(place, ignore_errors=True)
    return None if seconds is None else seconds * 1000


def quiet(process, seconds):
    """What a program uses while nothing happens."""
    time.sleep(3)
    before, waits_before = used(process.pid)
    time.sleep(seconds)
    after, waits_after = used(process.pid)
    return {"percent": round(100 * (after - before) / seconds, 3),
            "wake-ups a second": round((waits_after - waits_before) / seconds, 2)}


def idle(program, display, where, seconds):
    place = temporary(where, "idle")
    process = start([program], place, display)
    try:
        return quiet(process, seconds)
    finally:
        end(process)
        shutil.rmtree(place, ignore_errors=True)


def paused(windowrun, display, where, address, seconds):
    """A download that was paused in the middle, its window open."""
    place = temporary(where, "paused")
    process = start([windowrun, "--pause-after", "20", "--no-robots", "-d", "inf", "-P",
                     str(place / "files"), address], place, display, stdout=subprocess.PIPE, text=True)
    try:
        said = process.stdout.readline().strip()
        return quiet(process, seconds) if said == "paused" else {}
    finally:
        end(process)
        shutil.rmtree(place, ignore_errors=True)


def figures(surroundings, programs, where, address, seconds, rounds):
    """`address` is of a site slow enough to be paused in its middle."""
    gleaner, windowrun = programs
    requests = [first_request(gleaner, where) for _ in range(rounds)]
    paints = [first_paint(surroundings, gleaner, where) for _ in range(rounds)]
    display = surroundings.display()
    return {
        "start to first request": median(requests) if None not in requests else None,
        "start to first paint": median(paints) if None not in paints else None,
        "idle seconds": seconds,
        "idle": idle(gleaner, display, where, seconds),
        "paused": paused(windowrun, display, where, address, seconds),
    }
