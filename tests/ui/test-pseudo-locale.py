#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in a language whose every string stands in brackets and is longer: what stands outside is not translated, and nothing overflows."""

import json
import os
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / 'tests'), str(ROOT / 'build-aux')]
import pseudo_locale                                  # noqa: E402
import tap                                            # noqa: E402
from watched_tour import WatchedTour                  # noqa: E402

PATH = re.compile(r'(/[\w.-]+){2,}')
BRACKETED = re.compile('⟦[^⟦⟧]*⟧')
# GTK's own, in its windows about a program and of its shortcuts, and in a list of which nothing is chosen.
OF_GTK = re.compile(r'About.*|Credits|System|License|Website|Created by|Translated by|This program comes with.*|Shortcuts|\(None\)', re.DOTALL)
# Names of months and days are the C library's, keys and the program's name those of every language.
WORDS = re.compile(r'\b(Liaison|GNU General Public License.*|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*'
                   r'|Ctrl|Shift|Alt|Del|Delete|F\d+|Home|End|Up|Down|Left|Right|Return|Tab|Escape|sample)\b')
# The scenes that each show strings of their own.
SCENES = ('welcome', 'error', 'overview', 'engagement', 'several', 'contact', 'organisation', 'reports', 'follow-ups', 'totals', 'preferences', 'mistake',
          'nothing-found', 'filters', 'menu', 'new', 'columns', 'row-menu', 'toast', 'new-engagement', 'edited-engagement', 'wrong-contact', 'unsaved',
          'edited-organisation', 'edited-total', 'bulk', 'merge', 'history', 'last-actions', 'shortcuts', 'about')


def list_values(record):
    """The texts of a record, which are in no language of the program."""
    for value in record.values() if isinstance(record, dict) else record:
        if isinstance(value, (dict, list)):
            yield from list_values(value)
        elif isinstance(value, str):
            yield value


def find_untranslated(text, values):
    """What of a text stands in no brackets, is no value of the sample's, and no path, number or name that is the same everywhere."""
    rest = PATH.sub(' ', text)
    while (shorter := BRACKETED.sub(' ', rest)) != rest:
        rest = shorter
    for value in values:
        if value in rest:
            rest = rest.replace(value, ' ')
    rest = WORDS.sub(' ', rest)
    return re.findall(r'[^\W\d_]{2,}', rest)


class FindTest(unittest.TestCase):
    """What the test goes by finds what it is there for."""

    def test_untranslated(self):
        values = ['Dmytro Kuleba', 'Kuleba']
        for text in ('⟦Save~⟧', '⟦%d of ⟦two~⟧~~⟧', 'Kuleba', '⟦Call with~⟧ Dmytro Kuleba', '14 Jan 2022', '⟦Phone call⟧ · 3', '/tmp/tmp_1/data/backups'):
            self.assertEqual(find_untranslated(text, values), [], text)
        self.assertEqual(find_untranslated('Save', values), ['Save'])
        self.assertEqual(find_untranslated('and/or', values), ['and', 'or'])
        self.assertEqual(find_untranslated('⟦Save⟧ and Kuleba', values), ['and'])


class PseudoLocaleTest(unittest.TestCase):
    def test_window(self):
        untranslated, overflowing = set(), set()
        with tempfile.TemporaryDirectory() as folder:
            locales = pathlib.Path(folder, 'locales')
            pseudo_locale.write(locales)
            environment = {'LIAISON_LOCALEDIR': str(locales), 'LANGUAGE': 'xx'}
            tour = WatchedTour(os.environ['LIAISON'], folder, environment, pseudo_locale.lengthen)
            values = self.read_values()
            for scene in tour.visit(SCENES):
                widgets = tour.read_tree()
                window = tour.window.extents
                for widget in widgets.values():
                    text = widget.name
                    if re.match('Gtk[A-Z]|Liaison[A-Z]', text) or OF_GTK.fullmatch(text) or widget.role == 'image':
                        continue
                    untranslated |= {f'{scene}: “{text}”: {" ".join(words)}' for words in [find_untranslated(text, values)] if words}
                print(f'# {scene}: {len(widgets)} widgets', flush=True)
                if window[2] > 1280 and scene != 'shortcuts':
                    overflowing.add(f'{scene}: the window is {window[2]} pixels wide')
        self.assertEqual(sorted(untranslated | overflowing), [], '\n' + '\n'.join(sorted(untranslated | overflowing)))

    @staticmethod
    def read_values():
        """The texts of the sample and of the reference data, and the names of countries, the longest first."""
        values = set()
        for path in (ROOT / 'data/sample/sample.jsonl', ROOT / 'data/reference/reference.jsonl'):
            for line in path.read_text(encoding='utf-8').splitlines():
                values.update(list_values(json.loads(line)))
        countries = json.loads(pathlib.Path('/usr/share/iso-codes/json/iso_3166-1.json').read_text(encoding='utf-8'))
        for country in countries['3166-1']:
            values.update(list_values(country))
        return sorted((value for value in values if len(value) > 1), key=len, reverse=True)


if __name__ == '__main__':
    tap.main()
