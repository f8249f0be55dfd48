#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a WACZ file as a player would: by its index, into the archive, to each record.

Prints the addresses it found, sorted; ends with an exception at the first thing that is wrong.
"""
import gzip
import hashlib
import io
import json
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as wacz:
    assert wacz.testzip() is None
    package = wacz.read("datapackage.json")
    digest = json.loads(wacz.read("datapackage-digest.json"))
    assert digest["hash"] == "sha256:" + hashlib.sha256(package).hexdigest()
    resources = {entry["path"]: entry for entry in json.loads(package)["resources"]}
    for info in wacz.infolist():
        if info.filename.startswith("datapackage"):
            continue
        entry = resources.pop(info.filename)
        data = wacz.read(info)
        assert entry["bytes"] == len(data) == info.file_size
        assert entry["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
        if info.filename.startswith(("archive/", "indexes/")):
            assert info.compress_type == zipfile.ZIP_STORED
    assert not resources, resources
    lines = wacz.read("indexes/index.cdxj").splitlines()
    assert lines == sorted(lines)
    found = set()
    for line in lines:
        key, time, capture = line.decode().split(" ", 2)
        assert len(time) == 14 and time.isdigit()
        capture = json.loads(capture)
        archive = wacz.read("archive/" + capture["filename"])
        offset, length = int(capture["offset"]), int(capture["length"])
        record = gzip.GzipFile(fileobj=io.BytesIO(archive[offset:offset + length])).read()
        assert ("WARC-Target-URI: " + capture["url"] + "\r\n").encode() in record
        found.add(capture["url"])
    first, *pages = wacz.read("pages/pages.jsonl").splitlines()
    assert json.loads(first)["format"] == "json-pages-1.0"
    for page in pages:
        assert json.loads(page)["url"] in found
    print("pages", len(pages))
    for url in sorted(found):
        print(url)
