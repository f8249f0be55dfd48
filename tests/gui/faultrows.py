# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can go wrong with an address: its row says what, in the words a person can use.

Usage: faultrows.py PROGRAM [FOLDER FOR PICTURES], inside dbus-run-session.
"""

import socket
import ssl
import subprocess
import threading

from desktop import until
from scenario import FOUND, check, scene
from slowsite import SlowSite

STATUSES = {
    "401": "Failed: name and password needed",
    "403": "Failed: access not allowed (403)",
    "404": "Failed: page not found (404)",
    "410": "Failed: page no longer there (410)",
    "418": "Failed: server answered with status 418",
    "500": "Failed: server error (500)",
}


class Faults:
    """The pages of a site whose every link is wrong in its own way."""

    def __init__(self, links):
        self.links = links

    def get(self, path):
        if path == "/":
            links = [*(f"/status/{status}" for status in STATUSES), "/cut", "/silent", "/circle", *self.links]
            return "".join(f"<a href='{link}'>x</a>" for link in links).encode()
        return None


def listens(handle):
    """A listening port whose every connection is handled in a thread of its own."""
    server = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=handle, args=[connection], daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return server


def proves_nothing(folder):
    """A server with a certificate that nobody but itself has signed."""
    key, certificate = folder + "/key.pem", folder + "/certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
                    "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
                   check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def handle(connection):
        try:
            context.wrap_socket(connection, server_side=True).recv(100)
        except OSError:
            pass

    return listens(handle)


def answers(handler, path):
    """What is wrong below its own address; False for an ordinary answer."""
    if path.startswith("/status/"):
        handler.send_response(int(path[8:]))
        handler.send_header("Content-Length", "0")
        handler.end_headers()
    elif path == "/cut":
        handler.send_response(200)
        handler.send_header("Content-Type", "application/zip")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(b"x" * 1000)
        handler.close_connection = True
    elif path == "/circle":
        handler.send_response(302)
        handler.send_header("Location", "/circle")
        handler.send_header("Content-Length", "0")
        handler.end_headers()
    elif path == "/silent":
        handler.server.silence.wait(60)
        handler.close_connection = True
    else:
        return False
    return True


def main():
    with scene() as it:
        tls = proves_nothing(it.desktop.folder)
        closed = socket.create_server(("127.0.0.1", 0))
        refused = closed.getsockname()[1]
        closed.close()
        links = [f"http://127.0.0.1:{refused}/refused", f"https://127.0.0.1:{tls.getsockname()[1]}/tls",
                 "ftp://127.0.0.1/scheme"]
        with SlowSite(Faults(links), 0, answers) as site:
            site.server.silence = threading.Event()
            person = it.starts("--links", "keep", "--scope", "any", "--tries", "1", "--timeout", "2", "--no-robots")
            it.types_and_starts(site.url)
            person.waits_for("Finished in ", 90)
            site.server.silence.set()
            expected = [f"{status}, {words}" for status, words in STATUSES.items()]
            expected += ["cut, Failed: the file ended early", "silent, Failed: no answer in time",
                         "circle, Failed: redirected too often", "refused, Failed: connection refused",
                         "tls, Failed: server's identity not proven (certificate signed by nobody but itself)",
                         "scheme, Skipped: not a web address"]

            def missing():
                rows = person.rows(FOUND)
                return [row for row in expected if row not in rows]

            until(lambda: not missing(), 10, f"every row says why: {missing()} of {person.rows(FOUND)}")
            it.desktop.picture("faultrows")
        tls.close()
        check(person.process.poll() is None, "the program has ended")


if __name__ == "__main__":
    main()
