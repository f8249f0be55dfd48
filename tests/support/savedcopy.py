#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a download has saved, and whether every file of it leads where it should.

savedcopy.py EVENTS FOLDER

EVENTS is what the program said with --json. Looks at all of the files: in none of them may there be
an address of the server for what was saved, and no link of a page or a style sheet may lead to a file
that is not there. For sites that do not name their own address, so that each one in a file was written
by the program. Prints what it saw; status 1 if anything is wrong.
"""

import html
import html.parser
import json
import os
import re
import sys
import urllib.parse

ADDRESS = re.compile(rb"https?://[^\s\"'<>()\\]+")
IN_SHEET = re.compile(r"url\(\s*[\"']?([^\"')]+)")


class SavedCopy:
    """The files of a download, their addresses, and the folder in which they are."""

    def __init__(self, events, folder):
        self.folder = os.path.abspath(folder)
        self.path_of, self.type_of, targets = {}, {}, {}
        with open(events, encoding="utf-8") as lines:
            for event in map(json.loads, lines):
                if event["event"] in ("saved", "unchanged", "moved"):
                    self.path_of[event["url"]] = event["path"]
                if event["event"] == "saved":
                    self.type_of[event["url"]] = event["type"] or ""
                elif event["event"] == "redirected":
                    targets[event["url"]] = event["to"]
        self.url_of = {path: url for url, path in self.path_of.items()}
        self.saved = set(self.path_of)
        for url in targets:
            end = url
            for _ in range(20):
                end = targets.get(end, end)
            if end in self.path_of:
                self.saved.add(url)
        self.origins = {self.origin(url) for url in self.saved}

    @staticmethod
    def origin(url):
        return "/".join(url.split("/")[:3]) + "/"

    def is_servers(self, url):
        return self.origin(url) in self.origins

    def is_saved(self, url):
        return url.split("#")[0] in self.saved

    def file_url(self, name):
        return "file://" + urllib.parse.quote(os.path.join(self.folder, name))

    @staticmethod
    def has_file(url):
        parts = urllib.parse.urlsplit(url)
        # A query would be nobody's: in the name of a file it is escaped.
        return not parts.query and os.path.isfile(urllib.parse.unquote(parts.path))

    def pages(self):
        kinds = ("text/html", "application/xhtml+xml")
        return sorted(path for url, path in self.path_of.items()
                      if self.type_of.get(url, "").split(";")[0].strip() in kinds)


class Links(html.parser.HTMLParser):
    """The links of a page; a base would be in the way, and is one of the faults."""

    def __init__(self):
        super().__init__()
        self.found, self.has_base = [], False

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("href", "src", "background", "data", "poster") and value:
                self.found.append(value.strip())
                self.has_base = self.has_base or (tag == "base" and name == "href")


def leads_nowhere(copy, name, link):
    """Of links without a scheme: those with one are looked for as bytes."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|$", link):
        return False
    return not copy.has_file(urllib.parse.urljoin(copy.file_url(name), link))


def faults_of(copy, name):
    """What is wrong with a file, and how many links it has."""
    try:
        with open(os.path.join(copy.folder, name), "rb") as file:
            content = file.read()
    except FileNotFoundError:
        return [f"{name}: is not there"], 0
    wrong = []
    for found in set(ADDRESS.findall(content)):
        for url in {found.decode("latin-1"), html.unescape(found.decode("latin-1"))}:
            if copy.is_saved(url):
                wrong.append(f"{name}: leads to the server: {url}")
    links = []
    kind = copy.type_of.get(copy.url_of.get(name, ""), "").split(";")[0].strip()
    if kind in ("text/html", "application/xhtml+xml"):
        page = Links()
        # Links are ASCII, however the page is written.
        page.feed(content.decode("latin-1"))
        links = page.found
        if page.has_base:
            wrong.append(f"{name}: has a base")
    elif kind == "text/css":
        links = IN_SHEET.findall(content.decode("latin-1"))
    wrong.extend(f"{name}: leads nowhere: {link}" for link in sorted(set(links))
                 if leads_nowhere(copy, name, link))
    return wrong, len(links)


def main():
    copy = SavedCopy(sys.argv[1], sys.argv[2])
    wrong, links = [], 0
    names = sorted(set(copy.path_of.values()))
    for name in names:
        faults, count = faults_of(copy, name)
        wrong.extend(faults)
        links += count
    for line in wrong[:40]:
        print(line)
    print(f"{len(names)} files, {links} links; {len(wrong)} faults")
    return 1 if wrong or not names or not links else 0


if __name__ == "__main__":
    sys.exit(main())
