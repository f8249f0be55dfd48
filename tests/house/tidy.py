# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over the sources that have changed since it last found nothing in them.

tidy.py BUILD-FOLDER [--all]      --all takes the tests too, not only what users get
"""

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sources import DATA, ROOT, includes, shown

TOOL = "clang-tidy-14"
PASSED = ROOT / "build" / "tidy"


def everything_included(path, known):
    """The source and every header of ours that it includes, directly or not."""
    if path in known or not path.is_file():
        return known
    known.add(path)
    for _, mark, name in includes(path.read_text(encoding="utf-8")):
        if mark == '"':
            everything_included(ROOT / name, known)
    return known


def fingerprint(path):
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    for part in sorted(everything_included(path, set())):
        digest.update(shown(part).encode() + part.read_bytes())
    return digest.hexdigest()


def check(path, build):
    """What clang-tidy has to say, empty when all is well."""
    passed = PASSED / fingerprint(path)
    if passed.exists():
        return ""
    result = subprocess.run([TOOL, "--quiet", "-p", str(build), str(path)],
                            capture_output=True, text=True, check=False)
    if result.returncode == 0:
        passed.touch()
        return ""
    return result.stdout + result.stderr


def main():
    build = Path(sys.argv[1])
    folders = ("core", "ui", "app", "tests") if "--all" in sys.argv else ("core", "ui", "app",
                                                                          "tests/support")
    compiled = {Path(entry["file"]) for entry in
                json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))}
    paths = sorted(path for path in compiled if DATA not in path.parents
                   and any((ROOT / folder) in path.parents for folder in folders))
    PASSED.mkdir(parents=True, exist_ok=True)
    failed = False
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, words in zip(paths, pool.map(lambda path: check(path, build), paths)):
            if words:
                failed = True
                print(f"{shown(path)}\n{words}", flush=True)
    print(f"clang-tidy looked at {len(paths)} sources")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
