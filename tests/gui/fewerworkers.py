# SPDX-License-Identifier: GPL-3.0-or-later
"""Eight workers are made two while they run: two rows remain, and no more than two ask any longer.

Usage: fewerworkers.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

from desktop import until
from scenario import check, scene
from slowsite import SlowSite, make_pages


def main():
    with SlowSite(make_pages(400), 0.2) as site, scene() as it:
        person = it.starts("--per-host", "8", "--links", "keep")
        it.types_and_starts(site.url, workers=8)
        until(lambda: len(person.rows("Workers")) == 8, 20, "eight workers have rows")
        until(lambda: site.most_at_once(1.0) > 2, 20, "more than two ask at once")
        person.types("spin button", "Workers", "2", ["Return"])
        until(lambda: len(person.rows("Workers")) == 2, 20, "two workers have rows")
        asked = len(site.requests)
        until(lambda: len(site.requests) > asked + 20, 60, "they go on")
        check(site.most_at_once(1.0) <= 2, "more than two are at work")
        check([row.split(",")[0] for row in person.rows("Workers")] == ["Worker 1", "Worker 2"],
              str(person.rows("Workers")))


if __name__ == "__main__":
    main()
