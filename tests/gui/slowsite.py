# SPDX-License-Identifier: GPL-3.0-or-later
"""A small web site on loopback that takes its time, so that a person can watch and interrupt."""

import http.server
import threading
import time


def make_pages(count):
    """Path to body: an index that links to all, pages that link on, one link that leads nowhere."""
    pages = {f"/part{n % 7}/page{n}.html":
             f"<html><body><a href='/part{(n + 1) % 7}/page{n + 1}.html'>on</a>{n}</body></html>"
             for n in range(count - 1)}
    last = count - 1
    pages[f"/part{last % 7}/page{last}.html"] = "<html><body>the end</body></html>"
    pages["/run.sh"] = "#!/bin/sh\nexit 1\n"
    links = "".join(f"<a href='{path}'>{path}</a>" for path in [*pages, "/gone.html"])
    pages["/"] = f"<html><body>{links}</body></html>"
    return {path: body.encode() for path, body in pages.items()}


class SlowSite:
    """Pages, each after so many seconds. `answers(handler, path)` may answer otherwise, and says whether."""

    def __init__(self, pages, seconds, answers=lambda handler, path: False):
        self.pages = pages
        self.requests = []
        self.asked = []  # method and path, in order
        self.spans = []  # when each request was at work
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_HEAD(self):  # noqa: N802 (the base class's name)
                self.do_GET()

            def do_GET(self):  # noqa: N802
                began = time.monotonic()
                site.asked.append((self.command, self.path))
                site.requests.append((began, self.path))
                try:
                    if answers(self, self.path):
                        return
                except ConnectionError:
                    self.close_connection = True
                    return
                time.sleep(seconds)
                site.spans.append((began, time.monotonic()))
                body = site.pages.get(self.path)
                self.send_response(200 if body is not None else 404)
                named = {".sh": "text/x-sh", ".pdf": "application/pdf", ".iso": "application/x-iso",
                         ".png": "image/png"}
                kind = named.get(self.path[self.path.rfind("."):], "text/html")
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body or b"")))
                try:
                    self.end_headers()
                    if self.command != "HEAD":
                        self.wfile.write(body or b"")
                except ConnectionError:  # whoever asked was killed
                    self.close_connection = True

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def quiet_for(self):
        """Seconds since the last request."""
        return time.monotonic() - self.requests[-1][0] if self.requests else 0

    def most_at_once(self, seconds):
        """How many requests were at work together at the worst moment of the last so many seconds."""
        since = time.monotonic() - seconds
        spans = [span for span in list(self.spans) if span[0] > since]
        return max((sum(a <= begin < b for a, b in spans) for begin, _ in spans), default=0)
