#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/count-tests.py counts what passed and never hides what failed."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

COUNTER = pathlib.Path(sys.argv[1]) / "build-aux/count-tests.py"


def read(*tests):
    """The lines that the program prints for tests of these results and outputs."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for result, output in tests:
            print(json.dumps({"name": "a test", "result": result, "stdout": output}), file=log)
        log.flush()
        run = subprocess.run([sys.executable, COUNTER, log.name], check=True, text=True,
                             stdout=subprocess.PIPE)
    return run.stdout.splitlines()


def count(*tests):
    return tuple(int(number) for number in read(*tests)[0].split())


class CountTests(unittest.TestCase):
    def test_plain_programs_count_once(self):
        self.assertEqual(count(("OK", ""), ("EXPECTEDFAIL", ""), ("FAIL", ""), ("TIMEOUT", ""),
                               ("ERROR", ""), ("SKIP", "")), (2, 3, 1))

    def test_output_that_only_resembles_tap_is_one_test(self):
        self.assertEqual(count(("OK", "ok then\nnot ok either\n")), (1, 0, 0))

    def test_subtests_count_each(self):
        self.assertEqual(count(("OK", "TAP version 13\nok 1 /a\nok 2 /b # SKIP no\n1..2\n")),
                         (1, 0, 1))
        self.assertEqual(count(("FAIL", "1..2\nnot ok 1 /a\nnot ok 2 /b\n")), (0, 2, 0))

    def test_expected_failure_passes(self):
        self.assertEqual(count(("OK", "1..1\nnot ok 1 /a # TODO later\n")), (1, 0, 0))

    def test_crash_is_a_failure_of_its_own(self):
        self.assertEqual(count(("ERROR", "1..3\nok 1 /a\n")), (1, 1, 0))

    def test_abort_after_a_failed_subtest_counts_once(self):
        self.assertEqual(count(("ERROR", "1..3\nok 1 /a\nnot ok 2 /b\nBail out!\n")), (1, 1, 0))

    def test_bailing_out_first_is_no_skip(self):
        self.assertEqual(count(("SKIP", "TAP version 13\nBail out! no store\n")), (0, 1, 0))

    def test_program_without_subtests_is_skipped(self):
        self.assertEqual(count(("SKIP", "1..0 # SKIP no display\n")), (0, 0, 1))

    def test_what_failed_is_told_with_its_reason(self):
        self.assertEqual(read(("OK", "1..1\nok 1 /a\n"),
                              ("FAIL", "1..2\nok 1 /a\nnot ok 2 - /b\n# expected 1\n# got 2\n")),
                         ["2 1 0", "failed: a test (FAIL)", "  2 - /b", "  # expected 1", "  # got 2"])
        self.assertEqual(read(("FAIL", "".join(f"{number}\n" for number in range(100))))[1:3],
                         ["failed: a test (FAIL)", "  40"])

    def test_what_failed_is_told_by_its_own_name(self):
        """Be it without one, beside one that is expected to fail, or cut off."""
        self.assertEqual(read(("ERROR", "1..4\nnot ok 1\nok 2 /b\nnot ok 3 /c # TODO later\nnot ok 4 /d")),
                         ["2 2 0", "failed: a test (ERROR)", "  1", "  4 /d"])

    def test_nothing_is_told_of_what_passed(self):
        self.assertEqual(read(("OK", "1..1\nnot ok 1 /a # TODO later\n")), ["1 0 0"])

    def test_unreadable_log_is_an_error(self):
        run = subprocess.run([sys.executable, COUNTER, "/nonexistent"], check=False,
                             stderr=subprocess.PIPE)
        self.assertNotEqual(run.returncode, 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
