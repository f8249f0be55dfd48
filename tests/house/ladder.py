# SPDX-License-Identifier: GPL-3.0-or-later
"""Does every folder include and link only what stands below it? ARCHITECTURE.md draws the ladder."""

import re
import sys
from pathlib import Path

from sources import ROOT, includes, shown, sources, without_words

# folder: (folders it may use, Qt modules it may use)
LADDER = {
    "core/task": ((), ("QtCore",)),
    "core/url": (("core/task",), ("QtCore",)),
    "core/discover": (("core/task", "core/url"), ("QtCore",)),
    "core/net": (("core/task", "core/url"), ("QtCore", "QtNetwork")),
    "core/save": (("core/task", "core/url"), ("QtCore",)),
    "core/store": (("core/task", "core/url"), ("QtCore", "QtSql")),
    "core/crawl": (("core/task", "core/url", "core/discover", "core/net", "core/save", "core/store"),
                   ("QtCore", "QtNetwork")),
}
CORE = tuple(LADDER)
LADDER["ui"] = (CORE, ("QtCore", "QtGui", "QtWidgets", "QtSvg", "qt6keychain", "QtNetwork", "QtConcurrent",
                       "QtDBus"))
LADDER["app"] = (CORE + ("ui",), LADDER["ui"][1])

QT_HEADERS = "/usr/include/*/qt6"
TRANSLATES = re.compile(r"\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(")
LIBRARY = re.compile(r"(?:gleaner_library|target_link_libraries)\s*\(\s*([\w-]+)([^)]*)\)")


def folder_of(name):
    """The rung that a project path stands on, or None."""
    return next((rung for rung in LADDER if name.startswith(rung + "/")), None)


class QtModules:
    """Which module a Qt header belongs to."""

    def __init__(self):
        self._modules = {}
        for header in Path("/").glob(QT_HEADERS.lstrip("/") + "/Qt*/*"):
            self._modules.setdefault(header.name, header.parent.name)

    def of(self, name):
        if "/" in name:
            return name.split("/")[0]
        return self._modules.get(name)


def check_include(rung, mark, name, qt):
    """What is wrong with one include of a file on this rung, or None."""
    allowed, modules = LADDER[rung]
    if mark == "<":
        module = qt.of(name) if name.startswith("Q") or name.startswith("qt") else None
        if module and module not in modules:
            return f"{rung} must not use {module} (<{name}>)"
        return None
    if name.endswith(".moc") or name.startswith("ui_"):
        return None
    used = folder_of(name)
    if used is None:
        return f'write "folder/{name}" from the top of the project, on a rung of the ladder'
    if used != rung and used not in allowed:
        return f"{rung} must not use {used} ({name})"
    return None


def check_source(path, text, qt):
    """(line, what is wrong) of one source."""
    name = path.relative_to(ROOT).as_posix()
    rung = folder_of(name)
    if rung is None:
        return
    for line, mark, included in includes(text):
        wrong = check_include(rung, mark, included, qt)
        if wrong:
            yield line, wrong
        elif mark == '"' and "/" in included and not (ROOT / included).is_file():
            yield line, f"there is no {included}"
    if rung.startswith("core/"):
        for match in TRANSLATES.finditer(without_words(text)):
            yield text.count("\n", 0, match.start()) + 1, "core speaks in enums; ui/texts translates"


def links_of(cmake):
    """The ladder's folders and Qt modules that a CMakeLists.txt links, by library."""
    names = {rung.split("/")[-1]: rung for rung in LADDER}
    links = {}
    for library, arguments in LIBRARY.findall(re.sub(r"#.*", "", cmake)):
        words = set(arguments.split())
        folders = {names[word] for word in words if word in names}
        modules = {"Qt" + word[5:] for word in words if word.startswith("Qt6::")}
        known = links.setdefault(library, (set(), set()))
        known[0].update(folders)
        known[1].update(modules)
    return links


def check_links(rung, cmake, used):
    """What is wrong with what a rung links; `used` are the rungs that its sources include."""
    allowed, modules = LADDER[rung]
    linked, linked_modules = set(), set()
    for folders, names in links_of(cmake).values():
        linked |= folders
        linked_modules |= names
    for folder in sorted(linked - set(allowed) - {rung}):
        yield f"{rung} must not link {folder}"
    for module in sorted(linked_modules - set(modules)):
        yield f"{rung} must not link {module}"
    reached = set(linked)
    for folder in linked:
        reached.update(LADDER[folder][0])
    for folder in sorted(used - reached - {rung}):
        yield f"{rung} includes {folder} without linking it"


def findings():
    qt = QtModules()
    used = {rung: set() for rung in LADDER}
    for path in sources(("core", "ui", "app")):
        text = path.read_text(encoding="utf-8")
        rung = folder_of(path.relative_to(ROOT).as_posix())
        if rung is None:
            yield shown(path) + ": stands on no rung of the ladder"
            continue
        used[rung].update(folder_of(name) for _, mark, name in includes(text)
                          if mark == '"' and folder_of(name))
        for line, wrong in check_source(path, text, qt):
            yield f"{shown(path, line)}: {wrong}"
    for rung, folders in used.items():
        cmake = ROOT / rung / "CMakeLists.txt"
        for wrong in check_links(rung, cmake.read_text(encoding="utf-8"), folders):
            yield f"{shown(cmake)}: {wrong}"


def main():
    found = list(findings())
    print("\n".join(found) or "the ladder holds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
