# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's sources as the checks of this folder see them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "house" / "data"
OURS = ("core", "ui", "app", "tests")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?P<mark>["<])(?P<name>[^">]+)[">]', re.MULTILINE)
RAW_STRING = re.compile(r'R"(?P<mark>[^()\\ ]{0,16})\(.*?\)(?P=mark)"', re.DOTALL)


def sources(folders=OURS, suffixes=(".h", ".cpp")):
    """Every source below the folders, planted snippets excepted."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes and DATA not in path.parents:
                yield path


def shown(path, line=None):
    """How a finding names its place."""
    path = Path(path)
    name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return f"{name}:{line}" if line else str(name)


def includes(text):
    """(line, mark, name) of every include; the mark is the opening quote or bracket."""
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match["mark"], match["name"]


def without_words(text):
    """The code alone: comments, strings, characters and preprocessor lines become blanks, so that
    every other byte stays where it was."""
    result = []
    position = 0
    while position < len(text):
        end = _end_of_words(text, position)
        if end == position:
            result.append(text[position])
            position += 1
        else:
            result.append(re.sub(r"[^\n]", " ", text[position:end]))
            position = end
    return "".join(result)


def _end_of_words(text, start):
    """Where what starts here ends, or `start` when it is code."""
    two = text[start:start + 2]
    if two == "//":
        end = text.find("\n", start)
        return len(text) if end < 0 else end
    if two == "/*":
        end = text.find("*/", start + 2)
        return len(text) if end < 0 else end + 2
    before = text[start - 1] if start > 0 else "\n"
    if two == 'R"' and not (before.isalnum() or before == "_"):
        raw = RAW_STRING.match(text, start)
        if raw:
            return raw.end()
    # 1'000'000 is no character
    if text[start] == '"' or (text[start] == "'" and not before.isalnum()):
        return _end_of_quoted(text, start)
    if text[start] == "#" and text[text.rfind("\n", 0, start) + 1:start].strip() == "":
        end = start
        while end < len(text) and (text[end] != "\n" or text[end - 1] == "\\"):
            end += 1
        return end
    return start


def _end_of_quoted(text, start):
    end = start + 1
    while end < len(text) and text[end] not in (text[start], "\n"):
        end += 2 if text[end] == "\\" else 1
    return end + 1
