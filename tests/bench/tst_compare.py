# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the parts of compare.py do what its figures rest on?   tst_compare.py BUILD-FOLDER"""

import hashlib
import socket
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path
from xml.etree import ElementTree

import budgets
import checks
import contenders
import plot
import runs
import sites
import tables
from surroundings import Surroundings

BUILD = Path(sys.argv.pop()) if len(sys.argv) > 1 else None


class Folder(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


class Checks(Folder):
    def setUp(self):
        super().setUp()
        self.files = {name: (len(content), hashlib.sha256(content).hexdigest())
                      for name, content in (("a.html", b"a page"), ("b/c.bin", b"bytes"))}
        self.put("copy/a.html", b"a page")
        self.put("copy/b/c.bin", b"bytes")

    def problem(self):
        return checks.problem_of(self.files, checks.below(self.folder / "copy"))

    def test_a_whole_copy_counts(self):
        self.put("copy/more", b"is no harm")
        self.assertIsNone(self.problem())

    def test_a_missing_file_does_not_count(self):
        (self.folder / "copy/b/c.bin").unlink()
        self.assertEqual(self.problem(), "of 2 files 1 missing, such as b/c.bin")

    def test_nor_does_a_short_one(self):
        self.put("copy/b/c.bin", b"byte")
        self.assertEqual(self.problem(), "of 2 files 1 not of their size, such as b/c.bin")

    def test_nor_do_other_bytes_of_the_same_size(self):
        self.put("copy/b/c.bin", b"bites")
        self.assertEqual(self.problem(), "of 2 files 1 with other bytes, such as b/c.bin")

    def test_only_pages_may_have_been_changed_and_not_cut(self):
        self.put("copy/a.html", b"A page!")
        check = lambda: checks.problem_of(self.files, checks.below(self.folder / "copy"), True)
        self.assertIsNone(check())
        self.put("copy/b/c.bin", b"bites")
        self.assertEqual(check(), "of 2 files 1 with other bytes, such as b/c.bin")
        self.put("copy/a.html", b"A p")
        self.assertIn("1 not of their size, such as a.html", check())

    def test_hosts_are_found_by_the_names_of_their_folders(self):
        self.put("hosts/first.bin", b"1")
        self.put("hosts/+b.test_8080/second.bin", b"2")
        self.put("hosts/c.test:8080/third.bin", b"3")
        locate = checks.by_host(self.folder / "hosts", "a.test")
        for path, content in (("a.test/first.bin", "1"), ("b.test/second.bin", "2"),
                              ("c.test/third.bin", "3")):
            self.assertEqual(locate(path).read_text(), content)
        self.assertFalse(locate("d.test/first.bin").exists())

    def test_a_site_without_a_list_is_counted(self):
        self.put("copy/.gleaner", b"names the session")
        self.assertIsNone(checks.count_below(self.folder / "copy", 2))
        self.put("copy/b/c.bin", b"")
        self.assertIn("1 of them empty", checks.count_below(self.folder / "copy", 2))
        self.assertIn("2 files instead of 3", checks.count_below(self.folder / "copy", 3))


class Sites(Folder):
    def test_what_links_lead_to_is_reachable(self):
        self.put("site/index.html", b"""<a href="b.html#x">b</a><img src='p.png'>
            <!-- <a href="c.html"> --><link rel=stylesheet href="s.css"><a href="http://x/y">""")
        for name in ("b.html", "c.html", "p.png", "f.woff", "lonely.html"):
            self.put("site/" + name, b"x")
        self.put("site/s.css", b"@font-face { src: url('f.woff') }")
        found = sites.reachable(self.folder / "site", "index.html")
        self.assertEqual(sorted(found), ["b.html", "f.woff", "index.html", "p.png", "s.css"])

    def test_a_made_site_is_the_same_each_time(self):
        first = sites.small(self.folder, 150)
        self.assertEqual(len(first.files), 151)
        self.assertEqual(sites.small(self.folder, 150).files, first.files)
        self.assertEqual(sites.small(self.folder / "again", 150).files, first.files)


def counted(*walls):
    return [{"wall": wall, "cpu": 1, "peak": 20, "problem": None} for wall in walls]


def broken(why):
    return [{"wall": 1, "cpu": 1, "peak": 1, "problem": why}]


class Budgets(unittest.TestCase):
    def row(self, ours, theirs, peers=("curl and sync",)):
        works = {"big, http": {"gleaner": ours, **theirs}}
        return budgets.ratio(budgets.Medians(works), "big, http", "gleaner", peers, 1.2, "curl")

    def test_a_ratio_is_one_of_medians(self):
        row = self.row(counted(2, 1, 9), {"curl and sync": counted(4, 3, 5)})
        self.assertEqual((row.value, row.verdict()), (0.5, "met"))

    def test_the_best_of_several_peers_counts(self):
        row = self.row(counted(3), {"a": counted(1), "b": counted(2), "c": broken("broke")},
                       ("a", "b", "c"))
        self.assertEqual((row.value, row.verdict()), (3, "missed by 150 %"))

    def test_who_breaks_is_named_and_met_is_not_said(self):
        for row in (self.row(counted(1), {"curl and sync": broken("is not installed")}),
                    self.row(broken("of 2 files 1 missing"), {"curl and sync": counted(1)})):
            self.assertFalse(row.met)
            self.assertRegex(row.verdict(), "^not measured: (gleaner: of 2|curl.*not installed)")

    def test_who_broke_once_has_no_median(self):
        row = self.row(counted(1), {"curl and sync": counted(5) + broken("broke later")})
        self.assertIsNone(row.value)

    def test_who_does_not_end_took_at_least_that_long(self):
        row = self.row(counted(2), {"curl and sync": broken("did not end within 200 s")})
        self.assertEqual((row.value, row.verdict()), (0.01, "met"))

    def test_only_what_was_to_be_done_has_rows(self):
        rows = budgets.rows({"big, http": {"gleaner": counted(1)}}, {})
        self.assertEqual({row.measure.split(",")[0] for row in rows}, {"big"})


class Telling(unittest.TestCase):
    def document(self):
        works = {"far": {"gleaner": counted(1.5, 1.7), "HTTrack": broken("broke <&>")}}
        return {"when": "2026-01-01T00:00:00+00:00", "quick": False, "works": works, "figures": {}, "versions": {},
                "machine": {"processor": "A & B", "cores": 2, "memory": 4, "kernel": "6", "load": 0}}

    def test_the_table_names_who_broke(self):
        told = "\n".join(tables.text(self.document(), []))
        self.assertIn("BROKE: broke <&>", told)
        self.assertIn("wall s 1.60", told)

    def test_the_picture_is_one(self):
        root = ElementTree.fromstring(plot.picture(self.document()))
        words = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
        self.assertIn("1.60 s", words)
        self.assertIn("broke <&>", words)


@unittest.skipUnless(BUILD, "needs the programs of a build")
class Programs(Folder):
    def setUp(self):
        super().setUp()
        self.around = Surroundings(BUILD)
        self.addCleanup(self.around.__exit__)
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        self.address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        threading.Thread(target=self.serve, args=(listener,), daemon=True).start()

    @staticmethod
    def serve(listener):
        """Sends back what it gets."""
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                while piece := connection.recv(65536):
                    connection.sendall(piece)

    def through(self, content, delay, megabits):
        """Sends it through a far line and back: (what came, seconds)."""
        address = self.around.far(self.address, delay, megabits)
        port = int(address.split(":")[2].rstrip("/"))
        with socket.create_connection(("127.0.0.1", port)) as connection:
            began = time.monotonic()
            sender = threading.Thread(target=self.send, args=(connection, content))
            sender.start()
            came = b""
            while piece := connection.recv(65536):
                came += piece
            sender.join()
        return came, time.monotonic() - began

    @staticmethod
    def send(connection, content):
        connection.sendall(content)
        connection.shutdown(socket.SHUT_WR)

    # Never sooner is what a line promises; later it may be on any machine.
    def test_a_far_line_takes_its_time(self):
        came, seconds = self.through(b"hello", 25, 1000)
        self.assertEqual(came, b"hello")
        self.assertGreaterEqual(seconds, 2 * 2 * 0.025)  # the handshake, then there and back

    def test_a_far_line_has_a_limit(self):
        content = bytes(range(256)) * 4096
        came, seconds = self.through(content, 0, 40)
        self.assertEqual(came, content)
        self.assertGreaterEqual(seconds, len(content) * 8 / 40e6)

    def run_program(self, words, check=lambda root: None, patience=60):
        taker = contenders.Contender("it", words[0], lambda order: words)
        order = contenders.Order("", self.folder / "out")
        order.folder.mkdir()
        tool = self.around.program("tests/bench/runmeasured")
        return runs.Runner(tool, patience).run(taker, order, check)

    def test_a_run_is_measured(self):
        run = self.run_program([sys.executable, "-c", "b = b'x' * 50_000_000; exit(3)"])
        self.assertEqual((run["status"], run["problem"]), (3, None))
        self.assertGreater(run["peak"], 47)
        self.assertGreater(run["wall"], 0)

    def test_a_run_that_does_not_end_does_not_count(self):
        run = self.run_program(["sleep", "600"], patience=1)
        self.assertEqual(run["problem"], "did not end within 1 s")

    def test_nor_does_one_that_leaves_nothing(self):
        run = self.run_program(["sh", "-c", "echo out of luck >&2; exit 4"], lambda root: "1 missing")
        self.assertEqual(run["problem"], "1 missing (status 4: out of luck)")


if __name__ == "__main__":
    unittest.main()
