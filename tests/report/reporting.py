# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of reports share: stores of their own, and the program that writes reports on them."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

SAMPLE_REPORT = "Ukraine, weeks of consultation"
HEADER = {"format": "liaison-json", "version": 1}


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

    def export_records(self):
        return [json.loads(line) for line in self.run_liaison("export", "--output=-")[0].splitlines()[1:]]

    def import_records(self, records):
        path = self.folder / "records.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in [HEADER, *records]), encoding="utf-8")
        self.run_liaison("import", "--strict", path)

    def change(self, *records, year=2030):
        """Imports records again, as changed later than they are."""
        self.import_records({**record, "modified": f"{year}-01-01T00:00:00Z"} for record in records)

    def report(self, *words, **options):
        return self.run_liaison("report", *words, **options)[0]

    def write_report(self, suffix, *words):
        path = self.folder / f"report.{suffix}"
        self.report(*words, f"--output={path}")
        return path
