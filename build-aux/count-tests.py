#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print "PASSED FAILED SKIPPED" for a testlog.json of meson, then what failed and why, if anything did.

A program that speaks TAP counts with each of its subtests, any other as one test. A program that
failed as a whole without saying which subtest did (it crashed, ran out of time, or ran fewer
subtests than it planned) counts one failure beside those that passed. So does one that bailed out:
meson calls it skipped where that came before the first subtest.
"""

import itertools
import json
import re
import sys

PLAN = re.compile(r"^(TAP version \d+|1\.\.\d+)", re.MULTILINE)
SUBTEST = re.compile(r"^(?P<bad>not )?ok\b(?P<rest>[^\n]*)", re.MULTILINE)
BAIL_OUT = re.compile(r"^Bail out!", re.MULTILINE)
DIRECTIVE = re.compile(r"#\s*(?P<name>SKIP|TODO)\b", re.IGNORECASE)
GOOD = ("OK", "EXPECTEDFAIL")
FAILED = re.compile(r"^not ok\b[ \t]*(?P<name>[^\n]*)(?P<reason>(?:\n#[^\n]*)*)", re.MULTILINE)
# What is told of a failure: of a subtest, how its reason begins; of a program, what it said last.
MOST_LINES = 60


def count_subtests(output):
    passed = failed = skipped = 0
    for subtest in SUBTEST.finditer(output):
        directive = DIRECTIVE.search(subtest["rest"])
        name = directive["name"].upper() if directive else None
        if name == "SKIP" and not subtest["bad"]:
            skipped += 1
        elif bool(subtest["bad"]) == (name == "TODO"):
            # A subtest marked TODO is expected to fail.
            passed += 1
        else:
            failed += 1
    return passed, failed, skipped


def count_test(test):
    result = test["result"]
    output = test.get("stdout") or ""
    passed = failed = skipped = 0
    if PLAN.search(output):
        passed, failed, skipped = count_subtests(output)
        if BAIL_OUT.search(output):
            return passed, max(failed, 1), skipped
    if result == "SKIP":
        return passed, failed, max(skipped, 1)
    if result in GOOD:
        return (passed, failed, skipped) if passed + failed + skipped else (1, 0, 0)
    return passed, max(failed, 1), skipped


def explain_test(test):
    """What a failed test says: of one that speaks TAP, its failed subtests and their comments."""
    output = test.get("stdout") or ""
    reasons = [f"{subtest['name']}{subtest['reason']}".splitlines()[:MOST_LINES] for subtest in FAILED.finditer(output)
               if not DIRECTIVE.search(subtest["name"])]
    if not PLAN.search(output) or not reasons:
        reasons = [text.splitlines()[-MOST_LINES:] for text in (output, test.get("stderr") or "")]
    for line in itertools.chain(*reasons):
        yield f"  {line}"


def main(path):
    totals = [0, 0, 0]
    failures = []
    with open(path, encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            counts = count_test(test)
            totals = [total + more for total, more in zip(totals, counts)]
            if counts[1] > 0:
                failures += [f"failed: {test['name']} ({test['result']})", *explain_test(test)]
    print(*totals)
    for line in failures:
        print(line)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: count-tests.py TESTLOG")
    try:
        main(sys.argv[1])
    except (OSError, ValueError, KeyError) as error:
        sys.exit(f"count-tests.py: {error}")
