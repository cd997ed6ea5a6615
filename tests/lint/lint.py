# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: which files there are, and how a finding is told."""

import pathlib
import sys

FOLDERS = (".ci", "build-aux", "data", "flatpak", "po", "src", "tests", "ui")


def root():
    """The folder of the sources, which is the first argument of every check."""
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} SOURCE-FOLDER")
    return pathlib.Path(sys.argv[1])


def sources(*suffixes, folders=FOLDERS):
    """The project's own files with one of the suffixes (with any, when none is given)."""
    for folder in folders:
        for path in sorted((root() / folder).rglob("*")):
            if not path.is_file() or "__pycache__" in path.parts:
                continue
            if not suffixes or path.suffix in suffixes:
                yield path


def read(path):
    return path.read_text(encoding="utf-8")


def finding(path, line, message):
    """One finding, in the form that editors can jump to."""
    return f"{path.relative_to(root())}:{line}: {message}"


def finish(findings, checked):
    """Tells the findings and ends the check; one that has looked at nothing has failed."""
    findings = list(findings)
    for line in findings:
        print(line)
    print(f"{len(findings)} findings in {checked} files")
    sys.exit(1 if findings or checked == 0 else 0)
