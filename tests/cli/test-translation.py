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
from locales import make_locale  # noqa: E402

LIAISON, TRANSLATIONS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
del sys.argv[1:3]

NBSP = '\u00a0'


CONTACTS = ('Zola', 'Ångström', 'Aalto', 'Öberg', 'Éluard', 'Fauré')


class LocaleTest(unittest.TestCase):
    """A store in the locale that a class names."""

    locale = None

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix='liaison-locale-')
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.store = cls.folder / 'sample.liaison'
        # Made elsewhere: how names are sorted there is not how they are sorted here.
        cls.environment = dict(os.environ)
        cls.liaison('sample')
        # The build of the Flatpak has not even the sources of other locales.
        try:
            cls.environment.update(make_locale(cls.folder, cls.locale, TRANSLATIONS))
        except (FileNotFoundError, subprocess.CalledProcessError) as error:
            raise unittest.SkipTest(f'the locale {cls.locale} cannot be made: {error}') from error

    @classmethod
    def liaison(cls, *arguments, status=0):
        done = subprocess.run([LIAISON, *arguments, f'--store={cls.store}'], capture_output=True, text=True, env=cls.environment, check=False)
        if done.returncode != status:
            raise AssertionError(f'{arguments} ended with {done.returncode}: {done.stderr}')
        return done.stdout + done.stderr

    def sort_contacts(self):
        """The contacts of which every locale has an order of its own, in that of this one."""
        records = [{'format': 'liaison-json', 'version': 1}]
        records += [{'record': 'contact', 'uuid': f'017e0003-0000-7000-8000-{number:012}', 'family': name, 'name': name, 'sort_name': name,
                     'side': 'theirs'}
                    for number, name in enumerate(CONTACTS)]
        path = self.folder / 'contacts.jsonl'
        path.write_text(''.join(json.dumps(record) + '\n' for record in records), encoding='utf-8')
        self.liaison('import', str(path))
        names = [contact['name'] for contact in json.loads(self.liaison('list', 'contacts', '--format=json'))]
        return [name for name in names if name in CONTACTS]


class GermanTest(LocaleTest):
    """Of a language that the program is not translated to, it has the names of countries, months and days, and the order of names."""

    locale = 'de_DE'

    def test_countries_and_dates(self):
        self.assertRegex(self.liaison('count', '--by=country'), r'\nGR +Griechenland +1\n')
        self.assertRegex(self.liaison('count', '--by=month'), r'\n2021-12 +Dez 2021 +43\n')

    def test_order(self):
        self.assertEqual(self.sort_contacts(), ['Aalto', 'Ångström', 'Éluard', 'Fauré', 'Öberg', 'Zola'])


class SwedishTest(LocaleTest):
    locale = 'sv_SE'

    def test_order(self):
        self.assertEqual(self.sort_contacts(), ['Aalto', 'Éluard', 'Fauré', 'Zola', 'Ångström', 'Öberg'])


class FrenchTest(LocaleTest):
    locale = 'fr_FR'

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

    def test_one_has_the_gender_of_what_is_counted(self):
        session = ' '.join(self.liaison('report', '--query=by:Smith', '--to=2022-01-11', '--no-notes').split())
        self.assertIn('Julianne Smith : une séance : NUC.', session)
        self.assertNotIn('un séance', session)

    def test_order(self):
        self.assertEqual(self.sort_contacts(), ['Aalto', 'Ångström', 'Éluard', 'Fauré', 'Öberg', 'Zola'])

    def test_mistake(self):
        text = self.liaison('list', 'engagements', 'form:xx', status=2)
        self.assertIn(f'«{NBSP}xx{NBSP}»', text)


tap.main()
