#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens pages online and their copies from file:// in headless Chromium, and compares.

browserwalk.py EVENTS FOLDER PAGES SCREENSHOTS

EVENTS is what the program said with --json. The copies are opened without any network. Each page has
to look the same: visible text, number of images that have loaded and of style sheets that have
rules; no file may be asked for that is not there, unless the server does not have it either; and no
link may lead to the server for what was saved, or to a file that is not there. Of some of them,
pictures are compared: the share of pixels that differ at all (ImageMagick's metric AE).
Prints what it saw; status 1 if anything differs.
"""

import base64
import json
import os
import select
import subprocess
import sys
import tempfile
import time
import urllib.parse

from savedcopy import SavedCopy

LOOK = """(() => {
  const links = [];
  for (const each of document.querySelectorAll('[href],[src]'))
    links.push(each.href && each.href.baseVal === undefined ? each.href : each.src || '');
  return JSON.stringify({
    text: document.body ? document.body.innerText : '',
    images: [...document.images].filter(each => each.naturalWidth > 0).length,
    links: links});
})()"""


class Browser:
    """Chromium, driven through its debugging pipe. Ends with this object."""

    def __init__(self, network):
        to_browser, self.out = os.pipe()
        self.back, from_browser = os.pipe()
        self.home = tempfile.TemporaryDirectory()
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                   "--disable-dev-shm-usage", "--window-size=1000,800", "--no-first-run",
                   "--remote-debugging-pipe", "--user-data-dir=" + self.home.name]
        if not network:
            command = ["unshare", "--net", "--"] + command

        def place():
            # The pipes may have each other's numbers.
            os.dup2(to_browser, 103)
            os.dup2(from_browser, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        self.process = subprocess.Popen(command, preexec_fn=place, close_fds=False,
                                        stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.input = os.fdopen(self.back, "rb", 0)
        self.waiting = b""
        self.number = 0
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "DOM", "CSS"):
            self.call(domain + ".enable")

    def message(self):
        while b"\0" not in self.waiting:
            piece = os.read(self.back, 1 << 20)
            if not piece:
                raise RuntimeError("Chromium has ended")
            self.waiting += piece
        first, self.waiting = self.waiting.split(b"\0", 1)
        return json.loads(first)

    def call(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if getattr(self, "session", None):
            request["sessionId"] = self.session
        os.write(self.out, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(method + ": " + answer["error"]["message"])
                return answer["result"]
            self.events.append(answer)

    def settle(self):
        """Until nothing is under way any more; what takes longer than that is not waited for."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            under_way = set()
            for event in self.events:
                about = event.get("params", {})
                if event.get("method") == "Network.requestWillBeSent":
                    under_way.add(about["requestId"])
                elif event.get("method") in ("Network.loadingFinished", "Network.loadingFailed"):
                    under_way.discard(about["requestId"])
            if not under_way:
                return
            while b"\0" not in self.waiting:
                if not select.select([self.back], [], [], max(0, end - time.monotonic()))[0]:
                    return
                piece = os.read(self.back, 1 << 20)
                if not piece:
                    raise RuntimeError("Chromium has ended")
                self.waiting += piece
            self.events.append(self.message())

    def load(self, url):
        self.events = []
        self.call("Page.navigate", url=url)
        while not any(each.get("method") == "Page.loadEventFired" for each in self.events):
            self.events.append(self.message())
        self.settle()

    def open(self, url):
        """What the page is once all of it is loaded, and the requests that failed."""
        # So that nothing of the page before is under way any more.
        self.load("about:blank")
        self.load(url)
        seen = json.loads(self.call("Runtime.evaluate", expression=LOOK)["result"]["value"])
        asked, failed, sheets = {}, [], {}
        for event in self.events:
            about = event.get("params", {})
            method = event.get("method")
            if method == "Network.requestWillBeSent":
                asked[about["requestId"]] = about["request"]["url"]
            elif method == "Network.loadingFailed" and not about.get("canceled"):
                failed.append(asked.get(about["requestId"], "?"))
            elif method == "Network.responseReceived" and about["response"]["status"] >= 400:
                failed.append(about["response"]["url"])
            elif method == "CSS.styleSheetAdded":
                sheets[about["header"]["styleSheetId"]] = about["header"]["length"]
            elif method == "CSS.styleSheetRemoved":
                sheets.pop(about["styleSheetId"], None)
        seen["failed"] = failed
        # One that is missing, or refused for its name, is there without any text.
        seen["styles"] = sum(length > 0 for length in sheets.values())
        return seen

    def picture(self, name):
        shot = self.call("Page.captureScreenshot", format="png")
        with open(name, "wb") as file:
            file.write(base64.b64decode(shot["data"]))

    def close(self):
        try:
            self.call("Browser.close")
        except (RuntimeError, OSError):
            pass
        self.process.wait(30)


def differing(one, other):
    """The share of pixels that differ at all."""
    size = subprocess.run(["identify", "-format", "%w %h", one], capture_output=True, text=True,
                          check=True).stdout.split()
    told = subprocess.run(["compare", "-metric", "AE", one, other, "null:"], capture_output=True,
                          text=True, check=False).stderr
    return float(told.split()[0]) / (int(size[0]) * int(size[1]))


def faults_of(name, copy, there, here):
    """What is wrong with one page, as it was seen online and in the folder."""
    for what in ("text", "images", "styles"):
        if there[what] != here[what]:
            yield f"{name}: other {what}"
    # What the server does not have either leads to the server, and is no fault.
    for url in here["failed"]:
        if not copy.is_servers(url) or url not in there["failed"]:
            yield f"{name}: not loaded: {url}"
    for link in here["links"]:
        if copy.is_saved(link):
            yield f"{name}: leads to the server: {link}"
        # Some pages name files of the machine where they were written.
        elif link.startswith("file:") and link not in there["links"] and not copy.has_file(link):
            yield f"{name}: leads nowhere: {link}"


def main():
    copy = SavedCopy(sys.argv[1], sys.argv[2])
    pages, shots = int(sys.argv[3]), int(sys.argv[4])
    html = copy.pages()
    chosen = html[::max(1, len(html) // pages)][:pages]
    pictured = chosen[::max(1, len(chosen) // max(1, shots))][:shots]
    online, offline = Browser(True), Browser(False)
    wrong, worst, links, images, styles = [], 0.0, 0, 0, 0
    with tempfile.TemporaryDirectory() as pictures:
        for number, name in enumerate(chosen):
            there = online.open(copy.url_of[name])
            here = offline.open(copy.file_url(name))
            links += len(here["links"])
            images += here["images"]
            styles += here["styles"]
            wrong.extend(faults_of(name, copy, there, here))
            if name in pictured:
                files = [os.path.join(pictures, f"{number}-{side}.png") for side in "ab"]
                online.picture(files[0])
                offline.picture(files[1])
                share = differing(*files)
                worst = max(worst, share)
                if share >= 0.001:
                    wrong.append(f"{name}: {100 * share:.3f} % of the pixels differ")
    online.close()
    offline.close()
    for line in wrong[:40]:
        print(line)
    print(f"{len(chosen)} pages of {len(html)}, {links} links, {images} images, {styles} style "
          f"sheets, {len(pictured)} pictures, at most {100 * worst:.4f} % of their pixels "
          f"differ; {len(wrong)} faults")
    return 1 if wrong or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
