#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes a release ready: add-releases.py and pin-release.py.

usage: test-release.py SOURCE-FOLDER
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(sys.argv.pop(1)).resolve()
MANIFEST = "io.github.liaison_app.Liaison.json"
METAINFO = "<component>\n  <image>v@version@</image>\n</component>\n"


class FolderTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run_python(self, *words):
        return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)


class AddReleasesTest(FolderTest):
    def add(self, news, version="2.0"):
        output = self.folder / "output.xml"
        done = self.run_python(SOURCE / "build-aux/add-releases.py", self.write("NEWS", news),
                               self.write("in.xml", METAINFO), version, output)
        return done, output.read_text(encoding="utf-8") if output.exists() else None

    def test_two_releases(self):
        done, output = self.add("Version 2.0\nReleased 2027-02-01\n\nNew & better,\nas told.\n\n- One\n- Two\n\n"
                                "Version 1.0\nReleased 2027-01-01\n\nThe first.\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("<image>v2.0</image>", output)
        self.assertIn('<release version="2.0" date="2027-02-01">', output)
        self.assertIn("<p>New &amp; better, as told.</p>", output)
        self.assertIn("<li>One</li>\n          <li>Two</li>", output)
        self.assertLess(output.index('version="2.0"'), output.index('version="1.0"'))
        self.assertTrue(output.endswith("</releases>\n</component>\n"))

    def test_refused(self):
        for news in ("Version 1.0\nReleased 2027-01-01\n\nNot the program's.\n",
                     "Version 2.0\nReleased 2027-01-01\n",
                     "Before\n\nVersion 2.0\nReleased 2027-01-01\n\nAfter.\n",
                     "Version 2.0\nReleased 2027-01-01\n\nOne.\n\nVersion 1.0\nReleased 2027-02-01\n\nTwo.\n",
                     ""):
            with self.subTest(news=news):
                done, output = self.add(news)
                self.assertNotEqual(done.returncode, 0)
                self.assertIsNone(output)


class PinReleaseTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.git("init", "--quiet")
        self.write("meson.build", "project ('x', 'c',\n  version: '1.2')\n")
        (self.folder / "flatpak").mkdir()
        for name in (MANIFEST, "pin-release.py"):
            shutil.copy(SOURCE / "flatpak" / name, self.folder / "flatpak")
        self.git("add", ".")
        self.git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "--message=Test")
        self.git("tag", "v1.2")
        self.git("tag", "v1.3")

    def git(self, *words):
        return subprocess.run(["git", "-C", self.folder, *words], check=True, capture_output=True, text=True).stdout.strip()

    def pin(self, *words):
        return self.run_python(self.folder / "flatpak/pin-release.py", *words)

    def test_pin(self):
        done = self.pin("v1.2", "https://example.org/x.git")
        self.assertEqual(done.returncode, 0, done.stderr)
        pinned = json.loads(done.stdout)
        manifest = json.loads((SOURCE / "flatpak" / MANIFEST).read_text(encoding="utf-8"))
        self.assertEqual(pinned["modules"][0].pop("sources"),
                         [{"type": "git", "url": "https://example.org/x.git", "tag": "v1.2", "commit": self.git("rev-parse", "HEAD")}])
        self.assertEqual(manifest["modules"][0].pop("sources")[0]["type"], "dir")
        self.assertEqual(pinned, manifest)

    def test_refused(self):
        for tag in ("v1.3", "v1.4", "HEAD", "--all"):
            with self.subTest(tag=tag):
                done = self.pin(tag)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn("pin-release.py", done.stderr)
                self.assertEqual(done.stdout, "")


unittest.main()
