# SPDX-License-Identifier: GPL-3.0-or-later
"""A person in front of the window: sees what a screen reader sees, uses mouse and keyboard."""

import os
import subprocess

from desktop import until

# Ready only once the desktop has set the environment.
import pyatspi


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, timeout=20)


def children(accessible):
    try:
        return [accessible.getChildAtIndex(i) for i in range(accessible.childCount)]
    except Exception:  # it went while it was looked at
        return []


class Person:
    PATIENCE = 15

    def __init__(self, process):
        self.process = process
        self.application = until(self.find_application, self.PATIENCE, "the application appears")
        until(lambda: self.window().getState().contains(pyatspi.STATE_ACTIVE), self.PATIENCE,
              "the window has the keyboard")

    def find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with status {self.process.returncode}")
        for application in children(pyatspi.Registry.getDesktop(0)):
            try:
                if application and application.get_process_id() == self.process.pid:
                    if application.childCount:
                        return application
            except Exception:
                continue
        return None

    def window(self):
        return self.application.getChildAtIndex(0)

    # Seeing

    def visible(self, role, name=None):
        """The first control on the screen with this role and name; rows are not searched."""
        waiting = [self.application]
        while waiting:
            accessible = waiting.pop(0)
            if accessible is None:
                continue
            try:
                shown = accessible.getState().contains(pyatspi.STATE_SHOWING)
                if shown and accessible.getRoleName() == role:
                    if name is None or accessible.name == name:
                        return accessible
                if accessible.getRoleName() not in ("tree", "table", "tree table"):
                    waiting += children(accessible)
            except Exception:  # it went while it was looked at
                continue
        return None

    def find(self, role, name=None):
        return until(lambda: self.visible(role, name), self.PATIENCE, f'{role} "{name}" is seen')

    def can_use(self, accessible):
        return accessible.getState().contains(pyatspi.STATE_ENABLED)

    def labels(self):
        """All sentences on the screen that are no rows."""
        found, waiting = [], [self.application]
        while waiting:
            accessible = waiting.pop(0)
            try:
                if accessible.getRoleName() in ("tree", "table", "tree table"):
                    continue
                if accessible.getRoleName() in ("label", "frame", "alert", "panel", "filler"):
                    if accessible.getState().contains(pyatspi.STATE_SHOWING) and accessible.name:
                        found.append(accessible.name)
                waiting += children(accessible)
            except Exception:
                continue
        return found

    def reads(self, beginning):
        """The first sentence that begins so."""
        return next((text for text in self.labels() if text.startswith(beginning)), None)

    def waits_for(self, beginning, seconds=PATIENCE):
        return until(lambda: self.reads(beginning), seconds, f'"{beginning}…" is read')

    def rows(self, name):
        """The first cells of a tree's or table's rows, as a screen reader names them."""
        table = self.visible("tree", name) or self.visible("table", name)
        if table is None:
            return []
        try:
            grid = table.queryTable()
            cells = [grid.getAccessibleAt(row, 0) for row in range(grid.nRows)]
            return [cell.name for cell in cells if cell is not None]
        except Exception:  # rows went while they were looked at
            return []

    def cell(self, tree, beginning):
        grid = self.find("tree", tree).queryTable()
        for row in range(grid.nRows):
            cell = grid.getAccessibleAt(row, 0)
            if cell.name.startswith(beginning):
                return cell
        raise AssertionError(f'no row "{beginning}" in {tree}')

    # Doing

    def click(self, accessible, times=1):
        box = accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        # Qt 6.4 tells assistive technology of places as if no screen had more dots than another.
        scale = int(os.environ.get("QT_SCALE_FACTOR", "1"))
        xdotool("mousemove", scale * (box.x + min(box.width // 2, 60)), scale * (box.y + box.height // 2))
        xdotool("click", "--repeat", times, "--delay", 80, 1)

    def press(self, name):
        """Uses the button of this name."""
        button = until(
            lambda: (b := self.visible("push button", name)) and self.can_use(b) and b,
            self.PATIENCE, f'the button "{name}" can be used')
        button.queryAction().doAction(0)

    def types(self, role, name, text, then=()):
        field = self.find(role, name)
        self.click(field)
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", 4, text)
        for key in then:
            xdotool("key", key)

    def types_here(self, text):
        """Into what has the keyboard, in place of what stands there."""
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", 4, text)

    def seeks(self, text):
        """Goes to the row that begins so, as the tree offers it: by typing."""
        xdotool("key", "Home")
        xdotool("type", "--delay", 20, text)

    def key(self, name):
        xdotool("key", name)
