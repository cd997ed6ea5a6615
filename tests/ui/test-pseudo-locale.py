#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in a language whose every string stands in brackets and is longer: what stands outside is not translated, and nothing overflows."""

import functools
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

PATH = re.compile(r'(https?:/)?(/[\w.-]+){2,}')
BRACKETED = re.compile('⟦[^⟦⟧]*⟧')
# GTK's own, in its windows about a program and of its shortcuts, and in a list of which nothing is chosen.
OF_GTK = {'about': '(?s)About.*|Credits|System|License|Website|Created by|Translated by|This program comes with.*', 'shortcuts': 'Shortcuts',
          'bulk': r'\(None\)'}
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


def is_name(value):
    """Whether a value is written as it is, and is no code: for those the window has words of its own."""
    return len(value) > 1 and (' ' in value or value != value.lower())


@functools.cache
def find_untranslated(text, values):
    """What of a text stands in no brackets, is no value of the sample's, and no path, number or name that is the same everywhere."""
    rest = PATH.sub(' ', text)
    while (shorter := BRACKETED.sub(' ', rest)) != rest:
        rest = shorter
    for value in values:
        if value in rest:
            rest = re.sub(rf'(?<!\w){re.escape(value)}(?!\w)', ' ', rest)
    rest = WORDS.sub(' ', rest)
    return re.findall(r'[^\W\d_]{2,}', rest)


class FindTest(unittest.TestCase):
    """What the test goes by finds what it is there for."""

    def test_untranslated(self):
        values = ('Dmytro Kuleba', 'Kuleba', 'UA')
        for text in ('⟦Save~⟧', '⟦%d of ⟦two~⟧~~⟧', 'Kuleba', '⟦Call with~⟧ Dmytro Kuleba', '14 Jan 2022', '⟦Phone call⟧ · 3', '/tmp/tmp_1/data/backups',
                     'https://liaison.example/a/b-c.html'):
            self.assertEqual(find_untranslated(text, values), [], text)
        self.assertEqual(find_untranslated('Save', values), ['Save'])
        self.assertEqual(find_untranslated('and/or', values), ['and', 'or'])
        self.assertEqual(find_untranslated('⟦Save⟧ and Kuleba', values), ['and'])
        self.assertEqual(find_untranslated('QUALITY of UA', values), ['QUALITY', 'of'])

    def test_names(self):
        self.assertEqual([value for value in ('call', 'a', 'A', 'Kuleba', 'in person', 'UA', '2022-01-14') if is_name(value)], ['Kuleba', 'in person', 'UA'])


class PseudoLocaleTest(unittest.TestCase):
    def test_window(self):
        untranslated, overflowing = set(), set()
        with tempfile.TemporaryDirectory() as folder:
            environment = pseudo_locale.write(pathlib.Path(folder, 'locales'))
            tour = WatchedTour(os.environ['LIAISON'], folder, environment, pseudo_locale.lengthen)
            values = self.read_values()
            for scene in tour.visit(SCENES):
                widgets = tour.read_tree()
                window = tour.window.extents
                for widget in widgets.values():
                    text = widget.name
                    if re.match('Gtk[A-Z]|Liaison[A-Z]', text) or re.fullmatch(OF_GTK.get(scene, ''), text) or widget.role == 'image':
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
        return tuple(sorted(filter(is_name, values), key=len, reverse=True))


if __name__ == '__main__':
    tap.main()
