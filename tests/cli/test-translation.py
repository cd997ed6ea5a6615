#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program speaks the languages that it is translated to, of which French stands for all.

usage: test-translation.py LIAISON FOLDER-OF-TRANSLATIONS [TEST…]
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

LIAISON, TRANSLATIONS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
del sys.argv[1:3]

NBSP = '\u00a0'


class FrenchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix='liaison-french-')
        cls.addClassCleanup(cls.folder.cleanup)
        locales = pathlib.Path(cls.folder.name) / 'locales'
        locales.mkdir()
        # A machine for tests has no locale but C.UTF-8, and the build of the Flatpak not even the sources of others.
        try:
            subprocess.run(['localedef', '--no-archive', '-i', 'fr_FR', '-f', 'UTF-8', locales / 'fr_FR.UTF-8'], check=True)
        except (FileNotFoundError, subprocess.CalledProcessError) as error:
            raise unittest.SkipTest(f'the French locale cannot be made: {error}') from error
        cls.environment = {**os.environ, 'LOCPATH': str(locales), 'LC_ALL': 'fr_FR.UTF-8', 'LIAISON_LOCALEDIR': TRANSLATIONS}
        cls.store = pathlib.Path(cls.folder.name) / 'sample.liaison'
        cls.liaison('sample')

    @classmethod
    def liaison(cls, *arguments, status=0):
        done = subprocess.run([LIAISON, *arguments, f'--store={cls.store}'], capture_output=True, text=True, env=cls.environment, check=False)
        if done.returncode != status:
            raise AssertionError(f'{arguments} ended with {done.returncode}: {done.stderr}')
        return done.stdout + done.stderr

    def test_help(self):
        text = self.liaison('--help')
        self.assertIn('Tenir le registre de qui a parlé avec qui.', text)
        self.assertIn('  list      Lister ce qui correspond\n', text)

    def test_countries_and_months(self):
        self.assertRegex(self.liaison('count', '--by=country'), r'\nDE +Allemagne +12\n')
        self.assertRegex(self.liaison('count', '--by=month'), r'\n2021-12 +déc\. 2021 +43\n')

    def test_what_machines_read_stays(self):
        text = self.liaison('list', 'engagements', '--limit=1')
        self.assertTrue(text.startswith('start '), text)
        self.assertIn('phone-call', text)

    def test_plural_forms(self):
        for name, figures in (('Bellmann', '1 fiche, 1 comptée'), ('Kuleba', '4 fiches, 4 comptées')):
            uuid = json.loads(self.liaison('list', 'contacts', name, '--format=json'))[0]['uuid']
            self.assertIn(figures, self.liaison('show', uuid))

    def test_lists_in_a_sentence(self):
        text = ' '.join(self.liaison('report', '--from=2021-11-29', '--to=2022-01-11').split())
        self.assertIn('Victoria Nuland et Assistant Secretary', text)
        self.assertIn('appels et rencontres', text)

    def test_mistake(self):
        text = self.liaison('list', 'engagements', 'form:xx', status=2)
        self.assertIn(f'«{NBSP}xx{NBSP}»', text)


tap.main()
