# SPDX-License-Identifier: GPL-3.0-or-later
"""plot.py RESULTS.json PICTURE.svg: how long each program took for each work, beside ours."""

import json
import sys
from statistics import median
from xml.sax.saxutils import escape

OURS, OTHERS, INK, QUIET = "#1d6fb8", "#b9c2cc", "#20262c", "#66707a"
LEFT, BAR, ROW, WIDTH = 150, 460, 18, 720
SHOWN = ("small, disk, http", "small, disk, https", "small, tmpfs, http", "docs, PostgreSQL, http",
         "docs, Python, http", "far", "big, https", "many hosts")


def medians(results):
    """(name, seconds, None) of who could do it, (name, None, why) of who could not."""
    for name, runs in results.items():
        broken = next((run["problem"] for run in runs if run["problem"]), None)
        if broken:
            yield name, None, broken
        elif runs:
            yield name, median(run["wall"] for run in runs), None


def text(x, y, words, colour=INK, anchor="start", weight="normal"):
    return (f'<text x="{x}" y="{y}" fill="{colour}" text-anchor="{anchor}" '
            f'font-weight="{weight}">{escape(words)}</text>')


def group(title, results, y):
    """The bars of one work, and where the next begins."""
    yield text(0, y + 12, title, weight="bold")
    y += ROW
    rows = list(medians(results))
    longest = max((seconds for _, seconds, _ in rows if seconds), default=1)
    for name, seconds, broken in rows:
        yield text(LEFT - 8, y + 12, name, anchor="end")
        if broken:
            yield text(LEFT, y + 12, broken[:70], QUIET)
        else:
            length = max(1, BAR * seconds / longest)
            colour = OURS if name.startswith("gleaner") else OTHERS
            yield (f'<rect x="{LEFT}" y="{y + 2}" width="{length:.1f}" height="{ROW - 5}" '
                   f'fill="{colour}"/>')
            yield text(LEFT + length + 6, y + 12, f"{seconds:.2f} s", QUIET)
        y += ROW
    yield y + ROW / 2


def picture(document):
    parts, y = [], 12
    for title in SHOWN:
        if title not in document["works"]:
            continue
        *bars, y = group(title, document["works"][title], y)
        parts += bars
    machine = document["machine"]
    smaller = ", a fifth of the files and less" if document["quick"] else ""
    parts.append(text(0, y + 10, f"median seconds, shorter is better{smaller}; "
                      f"{document['when'][:10]}, {machine['processor']} × {machine['cores']}", QUIET))
    height = y + 24
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 0 {WIDTH} {height:g}" '
            f'width="{WIDTH}" font-family="sans-serif" font-size="12">\n'
            f'<rect x="-12" width="{WIDTH}" height="{height:g}" fill="#ffffff"/>\n'
            + "\n".join(parts) + "\n</svg>\n")


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8") as results:
        document = json.load(results)
    with open(sys.argv[2], "w", encoding="utf-8") as drawn:
        drawn.write(picture(document))
    return 0


if __name__ == "__main__":
    sys.exit(main())
