#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures that a release shows: all that the metainfo names, of a size that Flathub takes, light and dark."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / 'tests'))
import tap                                            # noqa: E402

METAINFO = SOURCE / 'data/io.github.liaison_app.Liaison.metainfo.xml.in'
BUILD = pathlib.Path(os.environ['LIAISON']).parents[2]


class ScreenshotsTest(unittest.TestCase):
    def measure(self, path):
        """Width, height, colours and mean lightness."""
        answer = subprocess.run(['convert', path, '-format', '%w %h %k %[fx:mean]', 'info:'], check=True, capture_output=True, text=True)
        return [float(number) for number in answer.stdout.split()]

    def test_pictures(self):
        named = set(re.findall(r'<image>.*/([^/]+\.png)</image>', METAINFO.read_text(encoding='utf-8')))
        self.assertGreaterEqual(len(named), 4)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, SOURCE / 'build-aux/screenshots.py', BUILD, folder], check=True, stdout=subprocess.DEVNULL)
            taken = {path.name: self.measure(path) for path in pathlib.Path(folder).iterdir()}
        self.assertEqual(set(taken), named)
        for name, (width, height, colours, lightness) in taken.items():
            with self.subTest(name=name):
                self.assertLessEqual(width, 1000)
                self.assertLessEqual(height, 700)
                self.assertGreater(colours, 100)
                self.assertEqual(lightness < 0.5, name.endswith('-dark.png'), lightness)


if __name__ == '__main__':
    tap.main()
