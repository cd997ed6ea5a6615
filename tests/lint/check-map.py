#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of the code in CONTRIBUTING.md names every folder of the sources, and no file that is not there."""

import re

import lint

# The sources of the store's versions are numbered, not read.
NOT_NAMED = {"sql"}


def is_there(name):
    """Whether a path of the project has that name; capitals and asterisks stand for others, and a name alone may be anywhere."""
    pattern = re.sub(r"[A-Z]{2,}", "*", name.rstrip("/"))
    return next(lint.root().glob(pattern), None) or next(lint.root().glob(f"src/**/{pattern}"), None) or next(lint.root().glob(f"tests/**/{pattern}"), None)


def main():
    page = lint.root() / "CONTRIBUTING.md"
    text = lint.read(page)
    names = re.findall(r"`((?:src|tests|ui|data|po|build-aux)/[\w./*-]+|(?:liaison|cli)-[\w*-]+\.[ch])`", text)
    findings = [lint.finding(page, 1, f"{name} is not there") for name in names if not is_there(name)]
    folders = [path for top in ("src", "src/core") for path in (lint.root() / top).iterdir() if path.is_dir() and path.name not in NOT_NAMED]
    findings += [lint.finding(page, 1, f"{path.relative_to(lint.root())} is on no map") for path in folders
                 if f"`{path.name}`" not in text and f"`{path.relative_to(lint.root())}`" not in text]
    lint.finish(findings, len(names) + len(folders))


main()
