# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs unittest's test cases and tells their results as TAP 13, which Meson reads one by one."""

import sys
import traceback
import unittest


class Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0
        self.failed = None

    def tell(self, word, test, note=''):
        self.number += 1
        print(f'{word} {self.number} - {test.id().removeprefix("__main__.")}{note}', flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.tell('ok', test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.tell('ok', test, f' # SKIP {reason}')

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.fail(test, error)

    def addError(self, test, error):
        super().addError(test, error)
        self.fail(test, error)

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.fail(subtest, error)

    def fail(self, test, error):
        # What fails in cleaning up after it is no other test.
        if test is not self.failed:
            self.tell('not ok', test)
        self.failed = test
        reason = ''.join(traceback.format_exception(*error))
        for line in reason.splitlines():
            print(f'# {line}', flush=True)
        # Of a test that speaks TAP, Meson's --print-errorlogs shows only this.
        print(f'{test.id()}: {reason}', file=sys.stderr, flush=True)


def main():
    """Runs the test cases of the program, or those that its arguments name."""
    loader = unittest.defaultTestLoader
    names = sys.argv[1:]
    module = sys.modules['__main__']
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    print('TAP version 13')
    print(f'1..{suite.countTestCases()}', flush=True)
    sys.exit(0 if suite.run(Result()).wasSuccessful() else 1)
