#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page is sound, and tells what the program's own help tells, neither less nor more.

usage: test-manual.py LIAISON MANUAL-PAGE [TEST…]
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

LIAISON, PAGE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
del sys.argv[1:3]

OPTION = re.compile(r'(?<![\w-])--[a-z][a-z-]*')


def run(*command, **environment):
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **environment})


def ask_help(*words):
    return run(LIAISON, *words, '--help').stdout


def list_verbs():
    verbs = ask_help().partition('Verbs:')[2]
    return re.findall(r'^  (\w+) ', verbs, re.MULTILINE)


@unittest.skipUnless(shutil.which('man') and shutil.which('mandoc'), 'what reads manual pages is not installed, as in the build of the Flatpak')
class ManualTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # So wide that no word is divided.
        text = run('man', '--local-file', PAGE, MANWIDTH='400', MAN_KEEP_FORMATTING='').stdout
        cls.text = re.sub(r'.\x08', '', text).replace('‐', '-')
        # What stands under the heading of each verb.
        parts = re.split(r'^   liaison (\w+)(.*)$', cls.text, flags=re.MULTILINE)
        cls.about = {verb: head + body.partition('\nOPTIONS\n')[0]
                     for verb, head, body in zip(parts[1::3], parts[2::3], parts[3::3])}
        cls.of_all = set(OPTION.findall(cls.text.partition('\nVERBS\n')[2].partition('\n   liaison ')[0]))

    def test_is_sound(self):
        lint = subprocess.run(['mandoc', '-T', 'lint', '-W', 'style', PAGE], capture_output=True, text=True, check=False)
        self.assertEqual(lint.stdout + lint.stderr, '')
        page = run('man', '--warnings', '--encoding=utf8', '--troff-device=utf8', '--ditroff', '--local-file', PAGE,
                   LC_ALL='C.UTF-8')
        self.assertEqual(page.stderr, '')

    def test_tells_of_all_verbs(self):
        self.assertEqual(list(self.about), list_verbs())

    def test_tells_of_all_options(self):
        for verb in list_verbs():
            with self.subTest(verb):
                known = set(OPTION.findall(ask_help(verb)))
                self.assertEqual(set(OPTION.findall(self.about[verb])) | self.of_all, known | self.of_all)
                self.assertLessEqual(self.of_all, known)
        options = self.text.partition('\nOPTIONS\n')[2].partition('\nQUERIES\n')[0]
        self.assertEqual(set(OPTION.findall(options)), {'--help', '--version'})

    def test_tells_of_all_that_counts_and_queries_know(self):
        for words, heading in ((('count', '--by=?'), 'there are '), (('list', 'engagements', 'x:y'), 'The keys are ')):
            refusal = subprocess.run([LIAISON, *words], capture_output=True, text=True, check=False).stderr
            names = refusal.partition(heading)[2].partition('.')[0].split(', ')
            self.assertGreater(len(names), 10, refusal)
            place = self.about['count'] if words[0] == 'count' else self.text.partition('\nQUERIES\n')[2].partition('\nEXIT STATUS\n')[0]
            for name in names:
                with self.subTest(name):
                    self.assertRegex(place, rf'\b{name}\b')


tap.main()
