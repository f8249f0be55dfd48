#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays a WACZ in replayweb.page, a player of web archives, and says what it shows.

playwacz.py WACZ PLAYER PAGES

PLAYER is the unpacked npm package replaywebpage (`npm pack replaywebpage`). The player runs in headless
Chromium from a server of this program's own; the site that was saved need not be there any more. Prints
the title and the length of the text of so many pages of the archive; status 1 if one of them is not shown.
"""

import http.server
import json
import os
import shutil
import sys
import tempfile
import threading
import time
import urllib.parse
import zipfile

from browserwalk import Browser

# The page is a frame in a frame in shadow trees.
SHOWN = """(() => {
  const seen = [];
  const look = root => {
    for (const each of root.querySelectorAll('*')) {
      if (each.shadowRoot) look(each.shadowRoot);
      if (each.tagName !== 'IFRAME' || !each.contentDocument) continue;
      const page = each.contentDocument;
      if (each.src.endsWith('mp_/' + ADDRESS) && page.body && page.body.innerText.length)
        seen.push([page.title, page.body.innerText.length]);
      look(page);
    }
  };
  look(document);
  return JSON.stringify(seen[0] || null);
})()"""
PLAYER = """<!doctype html><meta charset=utf-8><script src=/ui.js></script>
<replay-web-page source=/archive.wacz embed=replayonly replayBase=/replay/></replay-web-page>
<script>document.querySelector('replay-web-page').setAttribute(
  'url', new URLSearchParams(location.search).get('url'))</script>"""
LONGEST = 30  # seconds for a page


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def main(archive, player, most):
    with zipfile.ZipFile(archive) as wacz:
        lines = wacz.read("pages/pages.jsonl").decode().splitlines()[1:]
    pages = [json.loads(line)["url"] for line in lines[:most]]
    missing = 0
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(folder + "/replay")
        for name in ("ui.js", "sw.js"):
            for place in ("", "replay/"):
                shutil.copy(os.path.join(player, name), os.path.join(folder, place + name))
        shutil.copy(archive, folder + "/archive.wacz")
        with open(folder + "/index.html", "w", encoding="utf-8") as page:
            page.write(PLAYER)
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), lambda *about: Quiet(*about, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = Browser(True)
        for page in pages:
            browser.call("Page.navigate", url=f"http://127.0.0.1:{server.server_port}/?"
                         + urllib.parse.urlencode({"url": page}))
            look = SHOWN.replace("ADDRESS", json.dumps(page))
            until = time.monotonic() + LONGEST
            shown = None
            while not shown and time.monotonic() < until:
                time.sleep(0.2)
                value = browser.call("Runtime.evaluate", expression=look)["result"].get("value")
                shown = json.loads(value or "null")
            print(page, *(shown or ["is not shown"]))
            missing += not shown
        browser.close()
        server.shutdown()
    print(f"{len(pages)} pages, {missing} not shown")
    return 1 if missing or not pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
