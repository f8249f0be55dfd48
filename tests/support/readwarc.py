#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads WARC files as a program that knows only the standard (ISO 28500:2017) would.

Checks every record: a gzip member of its own, its length, its fields, its digests, its HTTP message.
Prints a line of JSON for each; ends with 1 and a sentence at the first thing that is wrong.
"""
import base64
import hashlib
import json
import re
import sys
import zlib

NEEDED = ("WARC-Type", "WARC-Record-ID", "WARC-Date", "Content-Length")
TYPES = {"warcinfo", "response", "request", "revisit", "metadata", "resource"}


def members(data):
    """The unpacked gzip members with their places; all of the file has to be members."""
    data = memoryview(data)
    offset = 0
    while offset < len(data):
        unpack = zlib.decompressobj(31)
        record = unpack.decompress(data[offset:])
        assert unpack.eof, f"the member at {offset} is not whole"
        length = len(data) - offset - len(unpack.unused_data)
        yield offset, length, record
        offset += length


def split(text):
    head, separator, rest = text.partition(b"\r\n\r\n")
    assert separator, "a head without its end"
    first, *lines = head.decode("utf-8").split("\r\n")
    fields = []
    for line in lines:
        name, colon, value = line.partition(": ")
        assert colon or line.endswith(":"), f"no field: {line!r}"
        assert re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name.rstrip(":")), f"no name: {line!r}"
        fields.append((name, value))
    return first, fields, rest


def digest(data):
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode()


def check(record):
    version, fields, rest = split(record)
    assert version == "WARC/1.1", version
    names = [name for name, _ in fields]
    assert len(names) == len(set(names)), f"a field twice: {names}"
    field = dict(fields)
    for name in NEEDED:
        assert name in field, f"{name} is missing"
    assert field["WARC-Type"] in TYPES, field["WARC-Type"]
    assert re.fullmatch(r"<urn:uuid:[0-9a-f-]{36}>", field["WARC-Record-ID"]), field
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", field["WARC-Date"]), field
    length = int(field["Content-Length"])
    block, end = rest[:length], rest[length:]
    assert len(block) == length and end == b"\r\n\r\n", f"length {length}, then {end[:20]!r}"
    if "WARC-Block-Digest" in field:
        assert field["WARC-Block-Digest"] == digest(block), "the block's digest"
    told = {"type": field["WARC-Type"], "uri": field.get("WARC-Target-URI"), "fields": field}
    payload = block
    if field["Content-Type"].startswith("application/http"):
        first, http, payload = split(block)
        told["first"] = first
        told["http"] = [list(pair) for pair in http]
        if field["WARC-Type"] == "response":
            assert re.fullmatch(r"HTTP/1\.1 \d{3} .*", first), first
            stated = [v for n, v in http if n.lower() == "content-length"]
            assert stated == [str(len(payload))], f"stated {stated}, has {len(payload)}"
            for name, value in http:
                assert name.lower() != "transfer-encoding", value
    if field["WARC-Type"] in ("response", "resource") and "WARC-Payload-Digest" in field:
        assert field["WARC-Payload-Digest"] == digest(payload), "the payload's digest"
    if field["WARC-Type"] == "revisit":
        assert not payload, "a revisit with a payload"
    told["sha256"] = hashlib.sha256(payload).hexdigest()
    told["size"] = len(payload)
    return told


def main():
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            data = file.read()
        first = True
        for offset, length, record in members(data):
            try:
                told = check(record)
                assert first == (told["type"] == "warcinfo"), "a file begins with its warcinfo"
            except AssertionError as wrong:
                sys.exit(f"{path} at {offset}: {wrong}")
            first = False
            told.update(file=path, offset=offset, length=length)
            print(json.dumps(told))


main()
