# SPDX-License-Identifier: GPL-3.0-or-later
"""The sites that compare.py serves: made once below build/bench/sites, each with a list of its files."""

import hashlib
import json
import os
import random
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(rb"""<[a-zA-Z][^<>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
CSS_LINK = re.compile(rb"""url\(\s*["']?([^"')]+)["']?\s*\)""")
PAGE = b"<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>%s</title></head>\n<body>\n%s</body></html>\n"


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def anchors(links):
    return b"".join(b'<a href="%s">%s</a>\n' % (link.encode(), link.encode()) for link in links)


class Site:
    """A folder to be served: `files` maps path to (size, SHA-256), `start` is the first page's path."""

    def __init__(self, folder, start, files):
        self.folder = Path(folder)
        self.start = start
        self.files = files

    @property
    def bytes(self):
        return sum(size for size, _ in self.files.values())


def made_once(folder, name, make):
    """The site that make(folder) makes and whose start it returns; kept for the next time."""
    place = Path(folder) / name
    known = Path(folder) / (name + ".json")
    if not known.exists():
        subprocess.run(["rm", "-rf", place], check=True)
        place.mkdir(parents=True)
        start = make(place)
        files = {path: (os.path.getsize(place / path), digest(place / path))
                 for path in files_below(place)}
        known.write_text(json.dumps({"start": start, "files": files}))
    read = json.loads(known.read_text())
    return Site(place, read["start"], {path: tuple(what) for path, what in read["files"].items()})


def files_below(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(place, name), folder)


def small(folder, count):
    """One page and so many files of 4 KiB, a hundred to a folder."""
    def make(place):
        numbers = random.Random(count)
        links = []
        for number in range(count):
            part = f"part{number // 100:03d}"
            (place / part).mkdir(exist_ok=True)
            links.append(f"{part}/file{number:05d}.bin")
            (place / links[-1]).write_bytes(numbers.randbytes(4096))
        (place / "index.html").write_bytes(PAGE % (b"small", anchors(links)))
        return "index.html"
    return made_once(folder, f"small-{count}", make)


def big(folder, mebibytes):
    def make(place):
        numbers = random.Random(mebibytes)
        with open(place / "big.iso", "wb") as file:
            for _ in range(mebibytes):
                file.write(numbers.randbytes(1 << 20))
        return "big.iso"
    return made_once(folder, f"big-{mebibytes}", make)


def host(number):
    return f"host{number:03d}.test"


def many_hosts(folder, hosts, count):
    """A folder for each host; the first one's page names the others', each names its own files.
    Links are http://HOST:PORT/, so PORT is put in by with_port()."""
    def make(place):
        numbers = random.Random(hosts)
        for number in range(hosts):
            links = [f"file{each:03d}.bin" for each in range(count)]
            (place / host(number)).mkdir()
            for link in links:
                (place / host(number) / link).write_bytes(numbers.randbytes(2048))
            if number == 0:
                links += [f"http://{host(other)}:PORT/index.html" for other in range(1, hosts)]
            page = PAGE % (host(number).encode(), anchors(links))
            (place / host(number) / "index.html").write_bytes(page)
        return host(0) + "/index.html"
    return made_once(folder, f"hosts-{hosts}-{count}", make)


def with_port(site, port):
    """Puts the server's port into the page that names the hosts; the check has to know."""
    page = site.folder / site.start
    page.write_bytes(re.sub(rb"(?<=\.test):(?:PORT|\d+)", b":%d" % port, page.read_bytes()))
    site.files[site.start] = (page.stat().st_size, digest(page))
    return site


class MadeSite(Site):
    """A site of the test server's, with no list of its files. See tests/support/madesite.h."""

    def __init__(self, pages):
        super().__init__("", f"made/{pages}-100-0-comb/page/0/0.html", {})


def documentation(folder, package):
    """A documentation package of Debian's, and those of its files that can be reached by links."""
    place = subprocess.run([ROOT / "tests/support/fetchdocs", package], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.strip()
    known = Path(folder) / (package + ".json")
    if not known.exists():
        known.parent.mkdir(parents=True, exist_ok=True)
        known.write_text(json.dumps(reachable(Path(place), "index.html")))
    return Site(place, "index.html",
                {path: tuple(what) for path, what in json.loads(known.read_text()).items()})


def reachable(place, start):
    """What plain links, images, scripts and styles lead to. It may find less than a crawler does,
    never more: whoever has all of it has the site."""
    found = {start: None}
    waiting = [start]
    while waiting:
        path = waiting.pop()
        content = (place / path).read_bytes()
        found[path] = (len(content), hashlib.sha256(content).hexdigest())
        for link in links_of(path, content):
            target = urljoin("http://site/" + path, link)
            name = unquote(target.removeprefix("http://site/").split("#")[0])
            if not target.startswith("http://site/") or "?" in name or name in found:
                continue
            if name and (place / name).is_file():
                found[name] = None
                waiting.append(name)
    return found


def links_of(path, content):
    if path.endswith(".html"):
        content = COMMENT.sub(b"", content)
        links = (one or other for one, other in LINK.findall(content))
    elif path.endswith(".css"):
        links = CSS_LINK.findall(content)
    else:
        return
    for link in links:
        yield link.decode("utf-8", "replace").replace("&amp;", "&").strip()
