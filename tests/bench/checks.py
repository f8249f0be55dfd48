# SPDX-License-Identifier: GPL-3.0-or-later
"""A run counts only if all files are there, and whole."""

import os
from pathlib import Path

from sites import digest


def problem_of(files, locate, changed_pages=False):
    """What is wrong with a copy, or None. `files` maps path to (size, SHA-256), locate(path) says
    where the copy should be. All are read: a file of the right size may have the wrong bytes. Where
    pages may have been changed they have to be there with nine tenths of their size."""
    missing, short, wrong = [], [], []
    for path, (size, known) in files.items():
        copy = Path(locate(path))
        if not copy.is_file():
            missing.append(path)
        elif changed_pages and path.endswith(".html"):
            if copy.stat().st_size < 0.9 * size:
                short.append(path)
        elif copy.stat().st_size != size:
            short.append(path)
        elif digest(copy) != known:
            wrong.append(path)
    found = [f"{len(paths)} {words}, such as {paths[0]}" for paths, words in
             ((missing, "missing"), (short, "not of their size"), (wrong, "with other bytes")) if paths]
    return f"of {len(files)} files " + ", ".join(found) if found else None


def below(root):
    return lambda path: Path(root) / path


def by_host(root, first):
    """Where each host has a folder, named after it somehow; ours has the first one's at the top."""
    places = {}
    for place in Path(root).iterdir() if Path(root).is_dir() else ():
        if place.is_dir() and ".test" in place.name:
            places[place.name[:place.name.index(".test") + 5].lstrip("+")] = place

    def locate(path):
        host, rest = path.split("/", 1)
        return places.get(host, Path(root) if host == first else Path("/nowhere")) / rest
    return locate


def count_below(root, wanted):
    """For a made-up site that is too large to be compared byte by byte."""
    count = empty = 0
    for place, _, names in os.walk(root):
        for name in names:
            count += name != ".gleaner"
            empty += os.path.getsize(os.path.join(place, name)) == 0
    if count != wanted or empty:
        return f"{count} files instead of {wanted}, {empty} of them empty"
    return None
