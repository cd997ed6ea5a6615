#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences: each of them is chosen in their window, and holds at once, without another start."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                                                  # noqa: E402
from charts_window import ChartsWindowTest                                  # noqa: E402
from driver import wait_for                                                 # noqa: E402
from preferences_window import enter_preference, open_preferences, prefer   # noqa: E402


class PreferencesTest(ChartsWindowTest):
    def test_date_style(self):
        program = self.start_on_sample()
        program.find('label', '13 Jan 2022')
        prefer(program, 'Short dates', 1)
        program.find('label', '2022-01-13')
        program.find('label', 'about 2022-01-13')
        self.assertEqual(program.find_all('label', '13 Jan 2022'), [])
        prefer(program, 'Short dates', 0)
        program.find('label', '13 Jan 2022')

    def test_weeks(self):
        program = self.start_at('charts')
        prefer(program, 'Weeks begin on', 1)
        self.choose_kind(program, 'calendar')
        program.find(name='86 engagements on 42 days.*')
        self.assertLess(self.find_row(program, 'Mon, 10'), self.find_row(program, 'Sun, 9'))
        prefer(program, 'Weeks begin on', 3)
        wait_for('Sunday over Monday', lambda: self.find_row(program, 'Sun, 9') < self.find_row(program, 'Mon, 10'))

    def find_row(self, program, day):
        """Where the mark of a day is in the window, from above; the marks are walked through from the last one on."""
        self.focus_mark(program)
        program.press('End')
        program.wait_focus(name='Fri, 14 January 2022.*')
        # One and the same child is at the mark that has the focus: only what it is called tells where it is.
        while not (before := wait_for('a focus', lambda: program.focused).name).startswith(day):
            program.press('Up')
            wait_for('the focus to go up', lambda before=before: program.focused and program.focused.name != before)
        return program.focused.extents[1]

    def add_contact(self, program, given, family):
        program.press('ctrl+shift+n')
        program.wait_window('New contact')
        self.fill(program, 'Given name', given)
        self.fill(program, 'Family name', family)
        program.press('ctrl+s')
        program.wait_window('.*sample')
        return wait_for('the contact in the store', lambda: self.list('contacts', given))[0]

    def test_new_records(self):
        program = self.start_at('follow-ups')
        prefer(program, 'Names', 1)
        prefer(program, 'Sensitivity', 2)
        contact = self.show(self.add_contact(program, 'Wanda', 'Zielona')['uuid'])
        self.assertEqual(contact['name'], 'Zielona Wanda')
        self.assertEqual(contact['sensitivity'], 'confidential')
        prefer(program, 'Names', 0)
        prefer(program, 'Sensitivity', 1)
        contact = self.show(self.add_contact(program, 'Ludwik', 'Czarny')['uuid'])
        self.assertEqual(contact['name'], 'Ludwik Czarny')
        self.assertEqual(contact['sensitivity'], 'internal')

    def test_numbers_of_reports(self):
        program = self.start_at('reports')
        preview = program.find(name='Preview')
        wait_for('a number in words', lambda: 'Biden hosted one' in preview.text)
        enter_preference(program, 'Numbers in words up to', 0)
        wait_for('a number in digits', lambda: 'Biden hosted 1' in preview.text)
        # The command line publishes in the same style.
        told = self.run_liaison('report', 'Ukraine, weeks of consultation')
        self.assertIn('Biden hosted 1', told)

    def count_copies(self):
        return len(list(pathlib.Path(self.environment['XDG_DATA_HOME'], 'liaison/backups').glob('sample-*.liaison')))

    def test_backups(self):
        program = self.start_at('follow-ups')
        with open_preferences(program):
            program.find('label', '.*/liaison/backups')
            program.find('button', 'Folder')
        wait_for('the copy of the day', lambda: self.count_copies() == 1)
        copy, = pathlib.Path(self.environment['XDG_DATA_HOME'], 'liaison/backups').glob('sample-*.liaison')
        for day in range(1, 6):
            copy.with_name(copy.name.replace('2022-01-14', f'2022-01-0{day}')).write_bytes(copy.read_bytes())
        self.assertEqual(self.count_copies(), 6)
        enter_preference(program, 'How many are kept', 3)
        wait_for('three copies', lambda: self.count_copies() == 3)

        copy.unlink()
        prefer(program, 'How often', 2)
        enter_preference(program, 'How many are kept', 1)
        # Nothing is copied, and what is too much goes.
        wait_for('one copy', lambda: self.count_copies() == 1)
        self.assertFalse(copy.exists())
        for other in copy.parent.iterdir():
            other.unlink()
        prefer(program, 'How often', 0)
        wait_for('the copy of the day', copy.exists)


if __name__ == '__main__':
    tap.main()
