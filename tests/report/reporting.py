# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of reports share: stores of their own, and the program that writes reports on them."""

import os
import pathlib
import subprocess
import tempfile
import unittest

SAMPLE_REPORT = "Ukraine, weeks of consultation"


class ReportTest(unittest.TestCase):
    program = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="liaison-report-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / "store.liaison"
        self.environment = {**os.environ, "HOME": folder.name, "XDG_DATA_HOME": folder.name}

    def run_liaison(self, verb, *words, status=0):
        done = subprocess.run([self.program, verb, f"--store={self.store}", *map(str, words)], capture_output=True, check=False,
                              env=self.environment, cwd=self.folder)
        self.assertEqual(done.returncode, status, (words, done.stdout[-2000:], done.stderr))
        return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def make_sample(self):
        self.run_liaison("sample")

    def load(self, lines):
        path = self.folder / "records.jsonl"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        self.run_liaison("import", path)

    def report(self, *words, **options):
        return self.run_liaison("report", *words, **options)[0]

    def write_report(self, suffix, *words):
        path = self.folder / f"report.{suffix}"
        self.report(*words, f"--output={path}")
        return path
