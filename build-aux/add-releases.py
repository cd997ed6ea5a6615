#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Put the releases that NEWS tells of into a metainfo file, so that they are written down once.

NEWS holds the newest release first, each as
    Version 0.1.0
    Released 2026-11-28
and after that paragraphs and lists, parted by blank lines, a list's lines beginning with "- ".

usage: add-releases.py NEWS METAINFO VERSION OUTPUT
VERSION, that of the program, has to be the newest one; it also takes the place of @version@.
"""

import datetime
import re
import sys
from xml.sax.saxutils import escape

HEAD = re.compile(r"^Version (?P<version>\S+)\nReleased (?P<date>\S+)$", re.MULTILINE)


def read_blocks(text):
    for block in re.split(r"\n{2,}", text.strip()):
        lines = block.split("\n")
        if all(line.startswith("- ") for line in lines):
            yield "        <ul>"
            yield from (f"          <li>{escape(line[2:])}</li>" for line in lines)
            yield "        </ul>"
        else:
            yield f"        <p>{escape(' '.join(lines))}</p>"


def read_releases(news):
    heads = list(HEAD.finditer(news))
    if not heads or news[:heads[0].start()].strip():
        sys.exit("NEWS does not begin with a version and its date")
    dates = [datetime.date.fromisoformat(head["date"]) for head in heads]
    if dates != sorted(dates, reverse=True):
        sys.exit("NEWS does not hold the newest release first")
    for head, following in zip(heads, [*heads[1:], None]):
        text = news[head.end():following.start() if following else None]
        if not text.strip():
            sys.exit(f"NEWS says nothing of version {head['version']}")
        yield f'    <release version="{escape(head["version"])}" date="{head["date"]}">'
        # What a release brought is told in one language.
        yield '      <description translate="no">'
        yield from read_blocks(text)
        yield "      </description>"
        yield "    </release>"


def main(news_path, metainfo_path, version, output_path):
    with open(news_path, encoding="utf-8") as file:
        news = file.read()
    newest = HEAD.search(news)
    if newest is None or newest["version"] != version:
        sys.exit(f"NEWS does not begin with version {version}")
    with open(metainfo_path, encoding="utf-8") as file:
        metainfo, end, _ = file.read().replace("@version@", version).partition("</component>")
    releases = "\n".join(read_releases(news))
    with open(output_path, "w", encoding="utf-8") as file:
        file.write(f"{metainfo}  <releases>\n{releases}\n  </releases>\n{end}\n")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit("usage: add-releases.py NEWS METAINFO VERSION OUTPUT")
    main(*sys.argv[1:])
