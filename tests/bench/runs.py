# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of one contender, measured and checked; and many, in turn."""

import json
import os
import shutil
import subprocess
import sys
import time

import checks
import contenders
from surroundings import end, stop, temporary


class Runner:
    """`tool` is runmeasured."""

    def __init__(self, tool, timeout):
        self.tool = tool
        self.timeout = timeout

    def run(self, contender, order, check, preload=None, timeout=None):
        """{wall, cpu, peak, status, problem}; problem is None if it counts."""
        place = order.folder.parent
        result, log = place / "result.json", place / "log"
        environment = self.environment(contender, order, preload)
        words = contender.command(order)
        timeout = timeout or self.timeout
        os.sync()
        with open(log, "wb") as said:
            subprocess.run([self.tool, str(result), str(timeout), *words], env=environment,
                           stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False)
        measured = json.loads(result.read_text())
        measured.update(figures_told(log))
        if measured.pop("timedOut"):
            measured["problem"] = f"did not end within {timeout} s"
        else:
            measured["problem"] = check(contender.root(order))
            if measured["problem"] and log.stat().st_size:
                last = log.read_text(errors="replace").strip().splitlines()[-1]
                measured["problem"] += f" (status {measured['status']}: {last[:200]})"
        return measured

    def environment(self, contender, order, preload):
        home = order.folder.parent / "home"
        home.mkdir(exist_ok=True)
        environment = contenders.environment(contender, order, home)
        if preload:
            environment["LD_PRELOAD"] = preload
        return environment

    def stop_half_way(self, contender, order, half_way):
        """Starts it and stops it as a person would once half_way() holds."""
        with open(order.folder.parent / "log", "wb") as said:
            process = subprocess.Popen(
                contender.command(order), env=self.environment(contender, order, None),
                stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True)
        last = time.monotonic() + self.timeout
        while process.poll() is None and not half_way() and time.monotonic() < last:
            time.sleep(0.002)
        stop(process, contender.stops_with)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            end(process)


KEPT = []


def throw_away(place, many):
    """Files go after the last run: ext4 looks long at each place where one was deleted in the last
    five minutes before it makes another there, and the next one would pay for it."""
    room = shutil.disk_usage(place)
    if many and room.free > room.total / 10:
        KEPT.append(place)
    else:
        shutil.rmtree(place, ignore_errors=True)


def empty_the_bin():
    while KEPT:
        shutil.rmtree(KEPT.pop(), ignore_errors=True)


def figures_told(log):
    """windowrun says in its last line what only it can know."""
    lines = log.read_text(errors="replace").strip().splitlines()
    return json.loads(lines[-1]) if lines and lines[-1].startswith('{"seconds"') else {}


class Work:
    """A site, who downloads it, and how often. Results are kept by contender."""

    def __init__(self, name, variant, where, order, files, takers, by_host=None, preload=None,
                 count=None, rounds=1000, timeout=None):
        self.name, self.variant = name, variant
        self.where = where          # folder on the disk that is measured
        self.order = order          # folder -> Order
        self.files = files
        self.takers = takers
        self.by_host = by_host
        self.preload = preload
        self.count = count          # of a site that has no list of files
        self.rounds = rounds        # at most
        self.timeout = timeout      # if it takes longer than others may
        self.results = {taker.name: [] for taker in takers}

    @property
    def title(self):
        return f"{self.name}, {self.variant}" if self.variant else self.name

    def check(self, root, taker):
        if self.count:
            return checks.count_below(root, self.count)
        locate = checks.by_host(root, self.by_host) if self.by_host else checks.below(root)
        return checks.problem_of(self.files, locate, taker.changes_pages)

    def turn(self, runner):
        """Each taker once. One that could not do it is not asked again: it would not do it then."""
        for taker in self.takers:
            results = self.results[taker.name]
            if results and results[-1]["problem"]:
                continue
            if not shutil.which(taker.program):
                results.append({"problem": "is not installed"})
                continue
            place = temporary(self.where, self.name.replace(" ", ""))
            try:
                results.append(self.once(runner, taker, place))
            finally:
                throw_away(place, many=len(self.files) > 100 or self.count)
            say(self.title, taker.name, results[-1])

    def once(self, runner, taker, place):
        order = self.order(place / "out")
        order.folder.mkdir()
        return runner.run(taker, order, lambda root: self.check(root, taker), self.preload,
                          self.timeout)


class Resumed(Work):
    """Stopped half-way and continued: what is measured is the second run, and what it asked for."""

    def __init__(self, *arguments, log, **named):
        super().__init__(*arguments, **named)
        self.log = log

    def requests(self):
        return self.log.read_bytes().count(b"\n") if self.log.exists() else 0

    def once(self, runner, taker, place):
        order = self.order(place / "out")
        order.folder.mkdir()
        begun = self.requests()
        runner.stop_half_way(
            taker, order, lambda: self.requests() - begun >= len(self.files) // 2)
        time.sleep(0.2)
        order.continued = True
        stopped = self.requests()
        measured = runner.run(taker, order, lambda root: self.check(root, taker))
        measured["before"] = stopped - begun
        measured["requests"] = self.requests() - stopped
        return measured


def say(title, name, result):
    words = f"does not count: {result['problem']}" if result["problem"] else (
        f"{result['wall']:.2f} s, processor {result['cpu']:.2f} s, peak {result['peak']:.0f} MiB")
    print(f"  {title}: {name}: {words}", file=sys.stderr, flush=True)
