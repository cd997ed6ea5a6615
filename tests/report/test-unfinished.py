#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long reports: whole in every format, and where the program is ended in the midst of one, not there at all, or as it was before.

usage: test-unfinished.py LIAISON [TEST…]
"""

import os
import pathlib
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from reporting import ReportTest  # noqa: E402

ReportTest.program = os.path.abspath(sys.argv[1])
del sys.argv[1]

N_ENGAGEMENTS = 6000
DEADLINE = 60
SUFFIXES = ("txt", "md", "html", "odt", "pdf")


class LongTest(ReportTest):
    def setUp(self):
        super().setUp()
        records = [{"record": "contact", "uuid": self.uuid(1, side), "name": name, "family": name.split()[1], "side": word, "country": country,
                    "sensitivity": "public"}
                   for side, (name, word, country) in enumerate([("Olena Ours", "ours", "US"), ("Taras Theirs", "theirs", "UA")])]
        for n in range(N_ENGAGEMENTS):
            records.append({"record": "engagement", "uuid": self.uuid(2, n), "title": f"Call {n}", "form": "phone-call", "start": f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}",
                            "precision": "day", "status": "held", "evidence": "none", "sensitivity": "public"})
            records += [{"record": "participation", "uuid": self.uuid(3, 2 * n + side), "engagement": self.uuid(2, n), "side": word,
                         "contact": self.uuid(1, side), "role": "principal", "attendance": "attended", "sensitivity": "public"}
                        for side, word in enumerate(("ours", "theirs"))]
        self.import_records(records)

    @staticmethod
    def uuid(kind, number):
        return f"{kind:08x}-0009-4000-8000-{number:012x}"

    def list_folder(self):
        return {path.name for path in self.folder.iterdir() if not path.name.startswith("store.liaison")}

    def end_writing(self, path, number, text):
        """Ends the program with a signal while it writes the report; its status.  One that was done before that is written again."""
        status = 0
        while status == 0:
            path.unlink(missing_ok=True)
            if text is not None:
                path.write_text(text)
            before = self.list_folder()
            process = subprocess.Popen([self.program, "report", f"--store={self.store}", f"--output={path}"], env=self.environment,
                                       cwd=self.folder, stderr=subprocess.PIPE)
            end = time.monotonic() + DEADLINE
            while self.list_folder() == before and process.poll() is None:
                self.assertLess(time.monotonic(), end, "no file was begun")
            process.send_signal(number)
            process.communicate(timeout=DEADLINE)
            status = process.returncode
        return status

    def test_killed(self):
        for suffix in SUFFIXES:
            path = self.folder / f"killed.{suffix}"
            self.assertEqual(self.end_writing(path, signal.SIGKILL, None), -signal.SIGKILL)
            self.assertFalse(path.exists(), suffix)
            self.assertEqual(self.end_writing(path, signal.SIGKILL, "as it was"), -signal.SIGKILL)
            self.assertEqual(path.read_text(), "as it was")

    def test_interrupted(self):
        for suffix in SUFFIXES:
            before = self.list_folder()
            self.assertEqual(self.end_writing(self.folder / f"interrupted.{suffix}", signal.SIGINT, None), 1)
            self.assertEqual(self.list_folder(), before)

    def test_whole(self):
        text = self.report("--format=text")
        self.assertEqual(" ".join(text.split()).count("spoke by telephone with"), N_ENGAGEMENTS)
        # Where the elements of a list are too many for each to have one of its own.
        path = self.write_report("pdf")
        read = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout
        self.assertEqual(" ".join(read.split()).count("spoke by telephone with"), N_ENGAGEMENTS)
        facts = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
        self.assertRegex(facts, r"Tagged: +yes")


tap.main()
