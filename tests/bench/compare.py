# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py [--quick] [--rounds N] [--json FILE] [--million N] [--build FOLDER] [WORK...]

Gleaner beside its peers on the same work, on this machine, in turn: for ./dev bench. Prints a table
of every work, and every budget with what came out; writes everything to a file of JSON as well, from
which plot.py draws. WORK is small, session, docs, far, big, hosts, window, resume, figures; all of
them if none is named. The exit status is 0 whatever is missed: figures of a machine are no test.
"""

import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import budgets
import contenders
import sites
import tables
import window
from runs import Resumed, Runner, Work, empty_the_bin
from surroundings import Surroundings

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("small", "session", "docs", "far", "big", "hosts", "window", "resume", "figures")
TMPFS = Path("/dev/shm/gleaner-bench")
ROUND_TRIP, MORE_WORKERS = 0.040, 16


class Comparison:
    def __init__(self, options, surroundings):
        self.quick = options.quick
        self.million = options.million or (20_000 if self.quick else 1_000_000)
        self.rounds = options.rounds or (1 if self.quick else 5)
        self.wanted = options.work or NAMES
        self.around = surroundings
        self.folder = ROOT / "build/bench"
        self.disk = self.folder / "work"
        self.tmpfs = TMPFS
        self.sites = self.folder / "sites"
        self.gleaner = contenders.gleaner(surroundings.program("gleaner"))
        self.wider = contenders.gleaner(self.gleaner.program, budgets.WIDER, MORE_WORKERS)
        self.windowrun = surroundings.program("tests/bench/windowrun")
        self.wget2 = [contenders.wget2(5), contenders.wget2(16)]
        self.runner = Runner(surroundings.program("tests/bench/runmeasured"),
                             60 if self.quick else 200)
        self.works = []
        self.figures = {}

    # ---- what is to be done -------------------------------------------------------------------
    def plan(self):
        for name in NAMES:
            if name in self.wanted and name != "figures":
                getattr(self, "plan_" + name)()

    def add(self, name, variant, site, address, takers, where=None, kind=Work, named=None, **order):
        def made(folder):
            return contenders.Order(url=address + site.start, folder=folder,
                                    names=list(site.files), **order)
        self.works.append(kind(name, variant, where or self.disk, made, site.files, takers,
                               **(named or {})))

    def small_site(self):
        return sites.small(self.sites, 2_000 if self.quick else 10_000)

    def plan_small(self):
        site = self.small_site()
        plain = self.around.http(site.folder)
        secure, authority = self.around.https(site.folder)
        takers = [self.gleaner, self.wider, *self.wget2, contenders.wget(), contenders.aria2()]
        for where, words in ((self.disk, "disk"), (self.tmpfs, "tmpfs")):
            self.add("small", words + ", http", site, plain, [*takers, contenders.httrack()], where)
            # HTTrack makes a connection for each file then, some forty a second: too slow for quick.
            slow = [] if self.quick else [contenders.httrack()]
            self.add("small", words + ", https", site, secure, [*takers, *slow], where,
                     authority=authority)

    def plan_session(self):
        site = self.small_site()
        without = contenders.gleaner(self.around.program("tests/bench/withoutsession"),
                                     "gleaner, no session")
        self.add("session", "small on disk", site, self.around.http(site.folder),
                 [self.gleaner, without])

    def plan_docs(self):
        packages = {"PostgreSQL": "postgresql-doc-15", "Python": "python3.11-doc"}
        for words, package in packages.items():
            if self.quick and words == "Python":
                continue
            site = sites.documentation(self.sites, package)
            takers = [self.gleaner, self.wider, *self.wget2, contenders.wget(),
                      contenders.httrack()]
            self.add("docs", words + ", http", site, self.around.http(site.folder), takers)
            if not self.quick:
                secure, authority = self.around.https(site.folder)
                self.add("docs", words + ", https", site, secure, takers, authority=authority)

    def plan_far(self):
        site = sites.documentation(self.sites, "postgresql-doc-15")
        self.figures["far limit"] = len(site.files) * ROUND_TRIP / MORE_WORKERS
        takers = [self.gleaner, contenders.wget2(16)]
        if not self.quick:
            takers.append(contenders.httrack())
        self.add("far", "", site, self.around.far(self.around.http(site.folder)), takers,
                 workers=MORE_WORKERS)

    def plan_big(self):
        site = sites.big(self.sites, 256 if self.quick else 512)
        size = site.bytes
        takers = [self.gleaner, contenders.curl(), contenders.wget(), contenders.aria2()]
        self.add("big", "http", site, self.around.http(site.folder), takers, size=size)
        secure, authority = self.around.https(site.folder)
        self.add("big", "https", site, secure, takers, size=size, authority=authority)

    def plan_hosts(self):
        site = sites.many_hosts(self.sites, 200, 10 if self.quick else 100)
        port = self.around.http(site.folder, "--hosts").split(":")[2].rstrip("/")
        site = sites.with_port(site, int(port))
        name, rest = site.start.split("/")
        site.start = rest
        # Names below .test are this machine, for every program alike.
        preload = self.around.program("tests/bench/libloopbacknames.so")
        self.add("many hosts", "", site, f"http://{name}:{port}/", [self.gleaner, *self.wget2],
                 named={"by_host": name, "preload": preload}, workers=16, hosts=True)

    def plan_window(self):
        display = self.around.display()
        shown = contenders.gleaner(self.windowrun, "gleaner, window")
        told = shown.environment
        shown.environment = lambda order: {**told(order), "DISPLAY": display}
        takers = [self.gleaner, shown]
        site = self.small_site()
        self.add("window", "small", site, self.around.http(site.folder), takers)
        made = sites.MadeSite(self.million)
        # The headless run is also the work "million": what do so many addresses cost?
        self.add("window", "million", made, self.around.made_site(), takers,
                 named={"count": self.million, "rounds": 1, "timeout": 3600})
        self.figures["addresses of million"] = self.million

    def plan_resume(self):
        site = self.small_site()
        log = self.folder / "requests.log"
        log.unlink(missing_ok=True)
        address = self.around.http(site.folder, "--log", str(log))
        self.add("resume", "small", site, address,
                 [self.gleaner, *self.wget2, contenders.httrack()], kind=Resumed,
                 named={"log": log})

    # ---- doing it ------------------------------------------------------------------------------
    def run(self):
        for number in range(self.rounds):
            print(f"round {number + 1} of {self.rounds}", file=sys.stderr, flush=True)
            for work in self.works:
                if number < work.rounds:
                    work.turn(self.runner)
        if "figures" in self.wanted:
            far = sites.documentation(self.sites, "postgresql-doc-15")
            address = self.around.far(self.around.http(far.folder)) + far.start
            self.figures.update(window.figures(
                self.around, (self.gleaner.program, self.windowrun), self.disk, address,
                3 if self.quick else 10, 3 if self.quick else 5))

    def document(self):
        taken = budgets.Medians({work.title: work.results for work in self.works}).of(
            "window, million", "gleaner")
        if taken is not None:
            self.figures["seconds per 100,000 addresses"] = taken * 1e5 / self.million
        return {
            "when": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
            "quick": self.quick,
            "machine": machine(),
            "versions": versions(),
            "works": {work.title: work.results for work in self.works},
            "figures": self.figures,
        }


def machine():
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
                      if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {"processor": processor, "cores": os.cpu_count(), "memory": round(memory),
            "kernel": platform.release(), "load": round(os.getloadavg()[0], 2)}


def versions():
    found = {}
    for package in ("wget2", "wget", "httrack", "aria2", "curl", "nginx-light", "libqt6network6"):
        asked = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], check=False,
                               capture_output=True, text=True)
        found[package] = asked.stdout or "missing"
    return found


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--million", type=int)
    parser.add_argument("--json", default=ROOT / "build/bench/results.json")
    parser.add_argument("--build", default=ROOT / "build/release")
    parser.add_argument("work", nargs="*", choices=[*NAMES, []])
    return parser.parse_args()


def compare(options):
    load = machine()["load"]
    with Surroundings(options.build) as around:
        comparison = Comparison(options, around)
        comparison.plan()
        comparison.run()
    document = comparison.document()
    document["machine"]["load"] = load
    rows = budgets.rows(document["works"], document["figures"])
    document["budgets"] = [{"measure": row.measure, "value": row.value, "limit": row.limit,
                            "unit": row.unit, "result": row.verdict()} for row in rows]
    Path(options.json).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    print("\n".join(tables.text(document, rows)))
    print(f"written to {options.json}", flush=True)


def main():
    options = arguments()
    shutil.rmtree(TMPFS, ignore_errors=True)
    try:
        compare(options)
    finally:
        empty_the_bin()
        shutil.rmtree(TMPFS, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
