# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists sources of more than 300 lines; more than 400 fail, except tests."""

import sys

from sources import shown, sources

LONG = 300
TOO_LONG = 400


def main():
    failed = False
    for path in sources():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines <= LONG:
            continue
        too_long = lines > TOO_LONG and not shown(path).startswith("tests/")
        failed = failed or too_long
        print(f"{shown(path)}: {lines} lines{', too many: split it' if too_long else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
