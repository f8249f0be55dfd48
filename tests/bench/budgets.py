# SPDX-License-Identifier: GPL-3.0-or-later
"""What compare.py promises: each row a measure, its limit, and what came out, all of one run."""

from dataclasses import dataclass
from statistics import median

MEGABYTE = 1024 * 1024 / 1e6  # of a MiB
WGET2 = ("wget2, 5 threads", "wget2, 16 threads")
WIDER = "gleaner, 16 workers"


class Medians:
    """Of the runs that count. `works` maps title to {contender: [run]}."""

    def __init__(self, works):
        self.works = works

    def of(self, title, contender, figure="wall"):
        runs = self.works.get(title, {}).get(contender, [])
        values = [run[figure] for run in runs if not run["problem"] and figure in run]
        return median(values) if values and not runs[-1]["problem"] else None

    def problem(self, title, contender):
        for run in self.works.get(title, {}).get(contender, []):
            if run["problem"]:
                return run["problem"]
        return None

    def best(self, title, contenders):
        values = [value for name in contenders if (value := self.of(title, name)) is not None]
        return min(values) if values else None


@dataclass
class Row:
    measure: str
    limit: float
    unit: str              # "" for a ratio
    value: object = None   # None: could not be measured, and why says it
    why: str = ""
    goal: object = None

    @property
    def met(self):
        return self.value is not None and self.value <= self.limit

    def verdict(self):
        if self.value is None:
            return "not measured: " + self.why
        if self.met:
            beyond = self.goal is not None and self.value > self.goal
            return "met" + (f", the goal of {self.goal:g} is not" if beyond else "")
        if self.limit == 0:
            return f"missed by {self.value:.2g} {self.unit}"
        return f"missed by {100 * (self.value / self.limit - 1):.0f} %"


def ratio(medians, title, contender, peers, limit, words, goal=None):
    row = Row(f"{title}: {contender} over {words}", limit, "", goal=goal)
    ours, theirs = medians.of(title, contender), medians.best(title, peers)
    if ours is None:
        row.why = f"{contender}: {medians.problem(title, contender) or 'was not run'}"
    elif theirs is None:
        row.why = f"{peers[0]}: {medians.problem(title, peers[0]) or 'was not run'}"
        patience = medians.problem(title, peers[0])
        if patience and patience.startswith("did not end within"):
            # It took at least that long.
            row.value, row.why = ours / float(patience.split()[-2]), ""
            row.measure += " (that did not end)"
    else:
        row.value = ours / theirs
    return row


def amount(measure, limit, unit, value, why=""):
    return Row(measure, limit, unit, value, why or ("was not run" if value is None else ""))


def small(medians):
    # As it comes, with six connections; and with as many as the better of wget2's two may have.
    for ours in ("gleaner", WIDER):
        for scheme, on_tmpfs in (("http", 1.5), ("https", 1.8)):
            yield ratio(medians, f"small, disk, {scheme}", ours, WGET2, 0.75, "wget2's best")
            yield ratio(medians, f"small, tmpfs, {scheme}", ours, WGET2, on_tmpfs, "wget2's best",
                        goal=0.9)
    peaks = [value for title in medians.works if title.startswith("small, ")
             and (value := medians.of(title, "gleaner", "peak")) is not None]
    yield amount("small: peak memory", 100, "MB", max(peaks) * MEGABYTE if peaks else None)


def session(medians):
    yield ratio(medians, "session, small on disk", "gleaner", ("gleaner, no session",), 1.1,
                "the same without a session")


def sites(medians):
    for title in medians.works:
        if title.startswith("docs, "):
            yield ratio(medians, title, "gleaner", WGET2, 1.0, "wget2's best")
            yield ratio(medians, title, WIDER, WGET2, 1.0, "wget2's best")
            yield ratio(medians, title, "gleaner", ("wget",), 0.3, "wget")
            yield ratio(medians, title, "gleaner", ("HTTrack",), 0.2, "HTTrack")


def far(medians, figures):
    yield ratio(medians, "far", "gleaner", ("wget2, 16 threads",), 0.6, "wget2 with 16 threads")
    row = Row("far: gleaner over requests × round trip / 16", 1.15, "", why="was not run")
    ours = medians.of("far", "gleaner")
    if ours is not None:
        row.value = ours / figures["far limit"]
    yield row


def big(medians):
    for scheme in ("http", "https"):
        title = f"big, {scheme}"
        yield ratio(medians, title, "gleaner", ("curl and sync",), 1.2, "curl and sync")
        peak = medians.of(title, "gleaner", "peak")
        yield amount(f"{title}: peak memory", 120, "MB", None if peak is None else peak * MEGABYTE,
                     medians.problem(title, "gleaner") or "")


def hosts(medians):
    yield ratio(medians, "many hosts", "gleaner", WGET2, 0.8, "wget2's best")


def window(medians):
    for title in ("window, small", "window, million"):
        yield ratio(medians, title, "gleaner, window", ("gleaner",), 1.25, "headless")
        yield amount(f"{title}: longest gap", 50, "ms",
                     medians.of(title, "gleaner, window", "longest"),
                     medians.problem(title, "gleaner, window") or "")


def start_and_rest(figures):
    for name, limit in (("start to first request", 120), ("start to first paint", 400)):
        yield amount(name, limit, "ms", figures.get(name))
    for name in ("idle", "paused"):
        used = figures.get(name, {})
        # What rounds to 0 % is none. The text cursor comes and goes, each of which wakes the window
        # and the thread that reads what the X server answers.
        yield amount(f"window {name}: processor over {figures.get('idle seconds', 10)} s", 0.5, "%",
                     used.get("percent"))
        yield amount(f"window {name}: wake-ups", 4, "a s", used.get("wake-ups a second"))


def rows(works, figures):
    """Those that belong to what was to be done."""
    medians = Medians(works)
    groups = (("small", small(medians)), ("session", session(medians)), ("docs", sites(medians)),
              ("far", far(medians, figures)), ("big", big(medians)), ("many hosts", hosts(medians)),
              ("window", window(medians)))
    done = {title.split(",")[0] for title in works}
    found = [row for name, group in groups if name in done for row in group]
    return found + (list(start_and_rest(figures)) if "idle" in figures else [])
