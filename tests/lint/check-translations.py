#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each language of po/LINGUAS is complete, and its formats fit those of the sources."""

import pathlib
import subprocess
import tempfile

import lint

# What i18n.gettext() of Meson passes to xgettext for its preset "glib".
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3")


def extract(template):
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-comments", f"--output={template}", f"--directory={lint.root()}",
         f"--files-from={lint.root() / 'po/POTFILES'}", *(f"--keyword={keyword}" for keyword in KEYWORDS)],
        check=True, capture_output=True)


def check(path, template):
    for command in (["msgfmt", "--check", "--output-file=/dev/null", path], ["msgcmp", path, template]):
        told = subprocess.run(command, capture_output=True, text=True, check=False)
        if told.returncode != 0:
            yield lint.finding(path, 1, told.stderr.strip())


def main():
    folder = lint.root() / "po"
    languages = [line for line in lint.read(folder / "LINGUAS").split("\n") if line and not line.startswith("#")]
    with tempfile.TemporaryDirectory(prefix="liaison-translations-") as scratch:
        template = pathlib.Path(scratch) / "liaison.pot"
        extract(template)
        findings = [finding for language in languages for finding in check(folder / f"{language}.po", template)]
    lint.finish(findings, len(languages))


main()
