#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window as narrow as a telephone cuts nothing off: GTK lets what is too wide stand out at both sides, and says nothing."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

WIDTH = 360
BORDER = 5      # that GTK draws around a window where nothing casts its shadow
SEARCHED = ('Engagements', 'Contacts', 'Organisations', 'Charts')
PLACES = (*SEARCHED, 'Reports', 'Follow-ups', 'Stated totals')
LARGE_TEXT = 'Xft.dpi: 192\n'     # twice the usual dots per inch


class NarrowTest(SampleWindowTest):
    def start_narrow(self):
        self.write_settings(f'window-width={WIDTH + 2 * BORDER}', 'window-height=700')
        program = self.start_on_sample()
        if not program.tells_places:
            raise unittest.SkipTest('GTK 4.10 and later tell no places')
        return program

    def assert_fits(self, window, *nodes):
        width = window.extents[2]
        self.assertLessEqual(width, WIDTH)
        for node in nodes:
            x, _, node_width, _ = node.extents
            self.assertGreaterEqual(x, 0, node.name)
            self.assertLessEqual(x + node_width, width, node.name)

    def assert_places_fit(self):
        program = self.start_narrow()
        window = program.find('window', 'Engagements – sample')
        for number, place in enumerate(PLACES, 1):
            with self.subTest(place):
                program.press(f'alt+{number}')
                program.wait_window(f'{place} – .*')
                widest = program.find('group', 'Filters') if place in SEARCHED else program.find('button', 'Main menu')
                bar = program.find_all(name='Export, publish and more') if place == 'Reports' else []
                self.assert_fits(window, widest, *bar, *program.find_all('label', r'\d+ (engagements|contacts|organisations).*'))

    def test_places(self):
        self.assert_places_fit()

    def test_places_in_large_text(self):
        resources = pathlib.Path(self.folder.name, 'resources')
        resources.write_text(LARGE_TEXT, encoding='utf-8')
        self.environment['XENVIRONMENT'] = str(resources)
        self.assert_places_fit()

    def test_record(self):
        program = self.start_narrow()
        window = program.find('window', 'Engagements – sample')
        program.press('Down', 'Return')
        self.assert_fits(window, program.find('label', 'Austin and Reznikov speak by phone'), program.find('button', 'Delete'))
        program.press('alt+Left')
        program.wait_focus('list item', '.*: Austin with Reznikov')

        # What is selected in the list is meant by these keys, though no record is open.
        program.press('ctrl+e')
        program.wait_window('Edit .*')
        self.assertEqual(program.find('text box', 'Title').text, 'Austin and Reznikov speak by phone')
        program.press('Escape')
        program.wait_window('Engagements – .*')
        # The record need not have been loaded when the second key comes.
        program.press('Down', 'Delete')
        program.find('label', 'Deleted .*Lipavský.*')
        program.find('label', '86 engagements · 89 records')
        program.press('ctrl+z')
        program.find('label', '87 engagements · 90 records')

    def test_nothing_selected(self):
        """What was selected before is not meant any more."""
        program = self.start_narrow()
        program.press('Down', 'ctrl+e')
        program.wait_window('Edit .*')
        program.press('Escape')
        program.wait_window('Engagements – .*')
        before = program.settle()
        program.press('ctrl+space')
        program.settle(other_than=before)
        program.press('Delete')
        program.settle()
        self.assertEqual(program.find_all('label', 'Deleted .*'), [])

    def test_quick_find(self):
        program = self.start_narrow()
        program.press('ctrl+k')
        program.wait_focus('search box', 'Quick find')
        program.type('stoltenberg')
        program.find('list item', 'Jens Stoltenberg, .*')
        self.assertLessEqual(program.find('window', 'Quick find').extents[2], WIDTH)

    def test_forms(self):
        program = self.start_narrow()
        for keys, title, field in (('ctrl+n', 'New engagement', 'Summary'), ('ctrl+shift+n', 'New contact', 'Given name')):
            with self.subTest(title):
                program.press(keys)
                program.wait_window(title)
                form = program.find(name=title)
                program.xdotool('getactivewindow', 'windowsize', '--sync', str(WIDTH + 2 * BORDER), '700')
                wait_for('the form as narrow', lambda: form.extents[2] == WIDTH)
                self.assert_fits(form, program.find('text box', field), program.find('button', 'Save.*'))
                program.press('Escape')
                program.wait_window('Engagements – .*')


if __name__ == '__main__':
    tap.main()
