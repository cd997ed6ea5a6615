#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print the manifest that builds a release from its tag and commit, where the one in this folder builds the sources around it.

usage: pin-release.py TAG [URL]
The tag is v and the version that meson.build has there; it has to be in the clone that this folder belongs to, and at URL.
"""

import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MANIFEST = HERE / "io.github.liaison_app.Liaison.json"
URL = "https://github.com/liaison-app/liaison.git"


def git(*words):
    done = subprocess.run(["git", "-C", HERE, *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"pin-release.py: {done.stderr.strip()}")
    return done.stdout.strip()


def main(tag, url=URL):
    if not re.fullmatch(r"v[0-9.]+", tag):
        sys.exit(f"pin-release.py: “{tag}” is no tag of a release")
    commit = git("rev-parse", "--verify", f"refs/tags/{tag}^{{commit}}")
    version = re.search(r"^ *version: '([^']*)'", git("show", f"{commit}:meson.build"), re.MULTILINE)
    if version is None or f"v{version[1]}" != tag:
        sys.exit(f"pin-release.py: at {tag} the version is {version and version[1]}")
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    manifest["modules"][-1]["sources"] = [{"type": "git", "url": url, "tag": tag, "commit": commit}]
    print(json.dumps(manifest, indent=2))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: pin-release.py TAG [URL]")
    main(*sys.argv[1:])
