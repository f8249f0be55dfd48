# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of compare.py for people."""

from statistics import median

FIGURES = (("wall", "wall s"), ("cpu", "cpu s"), ("peak", "peak MiB"), ("longest", "longest gap ms"),
           ("longestWork", "of it at work"),
           ("overFifty", "gaps over 50 ms"), ("before", "requests before"), ("requests", "after"))


def shown(value):
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:.{digits}f}"


def work_table(title, results):
    """A row for each contender, the first one's time is 1."""
    yield title
    counted = {name: [run for run in runs if not run["problem"]] for name, runs in results.items()}
    first = next(iter(counted.values()), [])
    base = median(run["wall"] for run in first) if first else None
    for name, runs in results.items():
        broken = next((run["problem"] for run in runs if run["problem"]), None)
        if broken:
            yield f"  {name:<22} BROKE: {broken}"
            continue
        good = counted[name]
        figures = [f"{words} {shown(median(run[key] for run in good))}" for key, words in FIGURES
                   if all(key in run for run in good)]
        walls = [run["wall"] for run in good]
        time = median(walls)
        times = f"×{time / base:<6.2f}" if base else " " * 7
        told = "  ".join(f"{figure:<14}" for figure in figures)
        yield (f"  {name:<22} {times} {told}  "
               f"{len(good)} runs, {shown(min(walls))} to {shown(max(walls))}")
    yield ""


def budget_table(rows):
    width = max(len(row.measure) for row in rows)
    yield f"{'measure':<{width}}  {'value':>9}  {'budget':>9}  result"
    for row in rows:
        value = "" if row.value is None else shown(row.value)
        yield (f"{row.measure:<{width}}  {value + ' ' + row.unit:>9}  "
               f"{f'{row.limit:g} {row.unit}':>9}  {row.verdict()}")
    missed = sum(not row.met for row in rows)
    yield f"{len(rows) - missed} of {len(rows)} budgets met"


def text(document, rows):
    machine = document["machine"]
    yield (f"{document['when']}, {machine['processor']} × {machine['cores']}, "
           f"{machine['memory']} GiB, Linux {machine['kernel']}; load before {machine['load']}")
    yield "  ".join(f"{name} {version}" for name, version in document["versions"].items())
    yield ""
    for title, results in document["works"].items():
        yield from work_table(title, results)
    for name, figure in document["figures"].items():
        yield f"{name}: {shown(figure) if isinstance(figure, float) else figure}"
    yield ""
    if rows:
        yield from budget_table(rows)
