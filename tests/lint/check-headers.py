#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file names its licence in its first lines."""

import lint

SUFFIXES = {
    ".build", ".c", ".css", ".h", ".in", ".py", ".sh", ".supp", ".svg", ".ui", ".xml",
}
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
# A software catalogue may copy the metainfo, so that is given away.
METAINFO_LICENCE = "SPDX-License-Identifier: CC0-1.0"


def is_script(path):
    with path.open("rb") as opened:
        return opened.read(2) == b"#!"


def main():
    findings = []
    checked = 0
    for path in lint.sources():
        if path.suffix not in SUFFIXES and not is_script(path):
            continue
        checked += 1
        wanted = METAINFO_LICENCE if ".metainfo." in path.name else LICENCE
        if not any(wanted in line for line in lint.read(path).splitlines()[:3]):
            findings.append(lint.finding(path, 1, f"no “{wanted}” in the first three lines"))
    lint.finish(findings, checked)


main()
