# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations: are they what the sources say, whole, and without a lost place or key?

translations.py            for the linter and ctest: every finding is a line, and a failure
translations.py --update   for ./dev translations: writes what the sources say into them, and lists
                           what is to be translated
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from sources import ROOT, shown, sources

FOLDER = ROOT / "resources" / "translations"
# Qt's tools lie where no path leads; this is Debian's place.
LUPDATE = os.environ.get("LUPDATE", "/usr/lib/qt6/bin/lupdate")
# Nothing is guessed from similar sentences, and no line numbers make a change of every change.
OPTIONS = ["-silent", "-I", str(ROOT), "-source-language", "en_US", "-locations", "none", "-no-obsolete",
           "-disable-heuristic", "sametext", "-disable-heuristic", "similartext",
           "-disable-heuristic", "number"]

PLACE = re.compile(r"%(?:L?n|L?\d+)")
NUMBER = re.compile(r"%L?n")
PLAIN_NUMBER = re.compile(r'"(?:[^"\\\n]|\\.)*%n\b(?:[^"\\\n]|\\.)*"')
MNEMONIC = re.compile(r"&(?=[^\s&])")


def is_english(path):
    """English is what the sources are written in; only its plurals need a translation."""
    return path.stem.endswith("_en")


def update(path, language_of=None):
    """Writes what the sources say into this file."""
    language = (language_of or path).stem.split("_", 1)[1]
    plurals = ["-pluralonly"] if language == "en" else []
    with tempfile.NamedTemporaryFile("w", suffix=".lst", encoding="utf-8") as names:
        names.writelines(f"{source}\n" for source in sources(("app", "ui")))
        names.flush()
        subprocess.run([LUPDATE, "@" + names.name, *OPTIONS, *plurals, "-target-language", language,
                        "-ts", str(path)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)


def is_current(path):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copy(path, copy)
        update(copy)
        return copy.read_bytes() == path.read_bytes()


def places(text):
    return sorted(PLACE.findall(text))


def mnemonics(text):
    return len(MNEMONIC.findall(text.replace("&&", "")))


def fault(source, text):
    """What is wrong with one translation of one sentence; None if nothing is."""
    if not text.strip():
        return "is not translated"
    # A plural form may say "one" instead of the number.
    if [place for place in places(text) if "n" not in place] != [
            place for place in places(source) if "n" not in place]:
        return "has other places than " + " ".join(places(source) or ["none"])
    if NUMBER.search(text) and not NUMBER.search(source):
        return "has a number that the source has not"
    if mnemonics(text) != mnemonics(source):
        return "has another number of mnemonics"
    for end in ("…", ":", "\n"):
        if source.endswith(end) != text.endswith(end):
            return f"does not end with {end!r} as the source does" if source.endswith(end) else \
                f"ends with {end!r}, and the source does not"
    return None


def findings(root):
    """(source, what is wrong) of every message of a parsed file."""
    for message in root.iter("message"):
        source = message.findtext("source")
        translation = message.find("translation")
        if translation.get("type"):
            yield source, f"is {translation.get('type')}"
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")]
        if message.get("numerus") == "yes":
            if not any(NUMBER.search(form) for form in forms):
                yield source, "has no plural form with %n"
        else:
            forms = ["".join(translation.itertext())]
        for form in forms:
            if wrong := fault(source, form):
                yield source, wrong


def plain_numbers(text):
    """Lines whose sentence has a number that the window would not write as the locale does."""
    return [text.count("\n", 0, match.start()) + 1 for match in PLAIN_NUMBER.finditer(text)]


def files():
    return sorted(FOLDER.glob("gleaner_*.ts"))


def write_anew():
    for path in files():
        update(path)
        for source, wrong in findings(ElementTree.parse(path).getroot()):
            print(f"{shown(path)}: {wrong}: {source!r}")
    return 0


def main():
    if "--update" in sys.argv[1:]:
        return write_anew()
    wrong = [f"{shown(path)}: {what}: {source!r}" for path in files()
             for source, what in findings(ElementTree.parse(path).getroot())]
    wrong += [f"{shown(path)}: the sources say something else; ./dev translations writes it there"
              for path in files() if not is_current(path)]
    wrong += [f"{shown(path, line)}: %n is a number without the locale's digits; write %Ln"
              for path in sources(("ui",)) for line in plain_numbers(path.read_text(encoding="utf-8"))]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong or not files() else 0


if __name__ == "__main__":
    sys.exit(main())
