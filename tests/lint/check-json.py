#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every JSON file is JSON, with no key twice; of JSON Lines that holds for each line."""

import json

import lint


def refuse_duplicates(pairs):
    keys = [key for key, _ in pairs]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"keys given twice: {', '.join(sorted(twice))}")
    return dict(pairs)


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def parse(text):
    json.loads(text, object_pairs_hook=refuse_duplicates, parse_constant=refuse_constant)


def documents(path):
    """Yields the texts that must be JSON, with the number of their first line."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        yield from ((number, line) for number, line in enumerate(text.split("\n"), 1) if line)
    else:
        yield 1, text


def main():
    findings = []
    checked = 0
    # What the tests feed to the importer may be broken on purpose.
    for path in lint.sources(".json", ".jsonl", folders=("data", "flatpak", "po", "src", "ui")):
        checked += 1
        try:
            for number, text in documents(path):
                parse(text)
        except ValueError as error:
            findings.append(lint.finding(path, number, error))
    lint.finish(findings, checked)


main()
