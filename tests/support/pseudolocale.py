# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up languages for tests: pseudolocale.py LRELEASE FOLDER TS...

Writes gleaner_eo.qm, every sentence in accents, two fifths longer and in brackets, and gleaner_ar.qm,
the same for a window from right to left, into FOLDER/gleaner/translations. What a test then reads
without brackets was never translated, and what is cut off has no closing one. They are called
Esperanto and Arabic because the program is asked for a language, and Qt has Arabic's own words.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ACCENTS = str.maketrans("aceinosuyACEINOSUYgjlrtwz", "áçéíñöšüýÁÇÉÍÑÖŠÜÝğĵļŕťŵž")
# Places, keys and line breaks stay what they are; so do file name patterns, which a dialog reads.
KEPT = re.compile(r"(%(?:L?n|L?\d+)|&&|&.|\n|\(\*\.\w+\))")
LONGER = 0.4


def pseudo(text):
    parts = KEPT.split(text)
    made = "".join(part if at % 2 else part.translate(ACCENTS) for at, part in enumerate(parts))
    end = re.search(r"[…:\n]*$", made).start()
    more = "ẋ" * max(1, round(LONGER * len(text)))
    # In words of a usual length, so that lines can be broken.
    more = " ".join(more[at:at + 9] for at in range(0, len(more), 9))
    return f"[{made[:end]} {more}]{made[end:]}"


def fill(root, language, direction):
    root.set("language", language)
    for message in root.iter("message"):
        source = message.findtext("source")
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        if message.get("numerus") == "yes":
            for form in list(translation):
                translation.remove(form)
            # Arabic has six plurals.
            for _ in range(6 if language == "ar" else 2):
                ElementTree.SubElement(translation, "numerusform").text = pseudo(source)
        else:
            translation.text = pseudo(source)
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = "QGuiApplication"
    message = ElementTree.SubElement(context, "message")
    ElementTree.SubElement(message, "source").text = "QT_LAYOUT_DIRECTION"
    ElementTree.SubElement(message, "translation").text = direction


def main():
    lrelease, folder, source = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    made = folder / "gleaner" / "translations"
    made.mkdir(parents=True, exist_ok=True)
    for language, direction in (("eo", "LTR"), ("ar", "RTL")):
        tree = ElementTree.parse(source)
        fill(tree.getroot(), language, direction)
        path = made / f"gleaner_{language}.ts"
        tree.write(path, encoding="utf-8", xml_declaration=True)
        subprocess.run([lrelease, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


if __name__ == "__main__":
    main()
