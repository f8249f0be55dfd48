# SPDX-License-Identifier: GPL-3.0-or-later
"""Who takes part in compare.py, and with which options.

Each is told to do the same work and nothing else: no robots.txt, no links rewritten, every file below
the start address, its own limits lifted, the bytes as they were served. What a person's own
configuration says does not count, because HOME is a new folder.

gleaner     as it comes, with its session, hashes and syncs; 8 workers, or as many as the work says.
            Where wget2 counts by its better number of threads there is a second one that has 16
            workers and connections, as wget2 has then
wget2       5 threads, its default, and 16; with many hosts -H and folders of their names
wget        one connection, it has no others
HTTrack     8 sockets, which is the most it takes without more ado; no limits on rate and
            connections, connections are kept. Even with --preserve it changes some pages, so of its
            pages only that they are there and not cut counts
aria2       gets a list of all files, because it follows no links; 16 at a time, one connection each
curl        one file. It and the others that do not make a file durable are followed by sync FILE
"""

import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Order:
    """What a contender has to do in one run."""
    url: str
    folder: Path          # new and empty, on the disk that is measured
    authority: str = ""   # the certificate to trust
    names: list = field(default_factory=list)  # all addresses, for who follows no links
    workers: int = 8
    hosts: bool = False   # the site has many
    size: int = 0         # of the only file, where there is one
    continued: bool = False


@dataclass
class Contender:
    name: str
    program: str
    command: object       # Order -> the words
    root: object = lambda order: order.folder   # where the site's files are then
    stops_with: str = "INT"
    changes_pages: bool = False
    environment: object = lambda order: {}


def only(condition, *words):
    return list(words) if condition else []


def durable(order, words):
    """The file is on the disk, too, before it counts."""
    quoted = " ".join("'" + word.replace("'", "'\\''") + "'" for word in words)
    return ["sh", "-c", f"{quoted} && sync '{order.folder}/{Path(order.url).name}'"]


def gleaner(program, name="gleaner", workers=None):
    def command(order):
        count = workers or order.workers
        return [program, "--headless", "--no-robots", "--links", "keep", "-d", "inf",
                "-w", str(count), "--per-host", str(count if count > 8 else 6),
                *only(order.hosts, "--scope", "any"),
                *only(order.authority, "--ca-certificate", order.authority),
                "-P", str(order.folder / "files"), order.url]
    return Contender(name, program, command, lambda order: order.folder / "files",
                     environment=lambda order: {"XDG_DATA_HOME": str(order.folder / "state")})


def wget2(threads):
    def command(order):
        words = ["wget2", "-q", "-nv", "--no-robots", f"--max-threads={threads}",
                 "-P", str(order.folder), *only(order.continued, "-c"),
                 *only(order.authority, f"--ca-certificate={order.authority}")]
        if order.size:
            return durable(order, words + [order.url])
        return words + ["-r", "-l", "inf", *(["-H"] if order.hosts else ["-nH", "-np"]), order.url]
    return Contender(f"wget2, {threads} threads", "wget2", command)


def wget():
    def command(order):
        words = ["wget", "-q", "-e", "robots=off", "-P", str(order.folder),
                 *only(order.authority, f"--ca-certificate={order.authority}")]
        if order.size:
            return durable(order, words + [order.url])
        return words + ["-r", "-l", "inf", "-np", "-nH", order.url]
    return Contender("wget", "wget", command)


def httrack():
    def command(order):
        return ["httrack", order.url, *only(order.continued, "--continue"),
                "-O", str(order.folder), "-q", "-%v0", "-c8", "--robots=0",
                "--max-rate=0", "--connection-per-second=0", "--disable-security-limits",
                "--preserve", "--keep-alive"]

    def root(order):
        return order.folder / order.url.split("/")[2].replace(":", "_")
    return Contender("HTTrack", "httrack", command, root, stops_with="TERM", changes_pages=True)


def aria2():
    def command(order):
        words = ["aria2c", "--no-conf", "-q", "-j16", "-x1", "-s1", "--file-allocation=none",
                 "--auto-file-renaming=false", "-d", str(order.folder),
                 *only(order.authority, f"--ca-certificate={order.authority}")]
        if order.size:
            return durable(order, words + [order.url])
        return words + ["-i", str(write_list(order))]
    return Contender("aria2", "aria2c", command)


def write_list(order):
    """Beside the folder, for what is in it counts."""
    base = order.url.rsplit("/", 1)[0]
    path = order.folder.parent / "list"
    path.write_text("".join(f"{base}/{name}\n  out={name}\n" for name in order.names))
    return path


def curl():
    def command(order):
        return durable(order, ["curl", "-sS", "-o", str(order.folder / Path(order.url).name),
                               *only(order.authority, "--cacert", order.authority), order.url])
    return Contender("curl and sync", "curl", command)


def environment(contender, order, home):
    """Nobody's own configuration, and no proxy between us and loopback."""
    clean = {name: value for name, value in os.environ.items()
             if not name.lower().endswith("_proxy") and not name.startswith(("XDG_", "LC_", "QT_"))}
    clean.update(HOME=str(home), LC_ALL="C.UTF-8", **contender.environment(order))
    return clean
