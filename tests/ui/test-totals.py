#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The place “Stated totals” and its form by real keys: what a total may include is ticked, and what it adds is told at once."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

SEVEN = 'Sullivan and Yermak have spoken seven times in recent weeks.'
CALLS = 'Blinken and Kuleba spoke five times.'


class TotalsTest(SampleWindowTest):
    def open_place(self):
        program = self.start_on_sample()
        program.press('alt+7')
        program.wait_focus('list item', 'Milley and Zaluzhnyi.*4 times.*2 on record, 2 added')
        return program

    def list_totals(self):
        return [record for record in self.export_records() if record['record'] == 'stated_total']

    def find_total(self, text):
        return next((total for total in self.list_totals() if total['text'] == text), None)

    def pick(self, program, name, text, suggestion):
        program.walk_by('Tab', 'text box', name)
        program.type(text)
        program.find(name=suggestion)
        program.press('Return')

    def fill_new(self, program):
        """States five calls of Blinken's with Kuleba, by the keyboard alone."""
        program.wait_window('New stated total')
        program.wait_focus('text box', 'As stated')
        program.type(CALLS)
        program.walk_by('Tab', 'text box', 'Number')
        program.type('5')
        program.walk_by('Tab', 'text box', 'From')
        program.type('2021-11-01')
        program.walk_by('Tab', 'text box', 'To')
        program.type('2022-01-14')
        self.pick(program, 'Principals', 'blink', '.*Blinken.*')
        program.find('button', 'Remove “Antony J. Blinken”')
        self.pick(program, 'Counterparts', 'kuleb', '.*Kuleba.*')
        program.find('button', 'Remove “Dmytro Kuleba”')

    def find_boxes(self, program):
        """One for each of what was found, which is what a query finds, and all of it is counted; what matched before is gone."""
        titles = sorted(one['title'] for one in self.list('engagements', 'by:Blinken with:Kuleba from:2021-11-01 to:2022-01-14 is:counted'))

        def find():
            boxes = program.find_all('checkbox')
            return boxes if sorted(box.name.split(', ')[0] for box in boxes) == titles else None
        return wait_for('a box for each that was found', find)

    def test_add_by_keyboard(self):
        program = self.open_place()
        program.walk_by('shift+Tab', 'button', 'New stated total')
        program.press('Return')
        self.fill_new(program)
        boxes = self.find_boxes(program)
        program.find(name='Stated: 5 times. On record: 0. 5 are added to what is counted.')
        program.walk_by('Tab', 'checkbox', re.escape(boxes[0].name))
        program.press('space')
        program.find(name='Stated: 5 times. On record: 1. 4 are added to what is counted.')
        program.press('Tab')
        program.press('space')
        program.find(name='Stated: 5 times. On record: 2. 3 are added to what is counted.')
        program.press('ctrl+s')
        total = wait_for('the total in the store', lambda: self.find_total(CALLS))
        self.assertEqual((total['number'], total['bound'], total['counts']), (5, 'exact', 'occasions'))
        self.assertEqual(len(total['covered_engagements']), 2)
        program.wait_window('.*sample.*')
        program.wait_focus('list item', f'{CALLS}, 5 times, .*, 2 on record, 3 added')

    def test_more_match_than_are_shown(self):
        self.make_sample()
        blinken, kuleba = (self.list('contacts', name)[0]['uuid'] for name in ('Blinken', 'Kuleba'))
        records = []
        for number in range(201):
            call = f'00000000-0000-4000-8000-{number:012}'
            records.append({'record': 'engagement', 'uuid': call, 'title': f'Call {number}', 'start': '2021-06-01', 'precision': 'day',
                            'form': 'phone-call', 'status': 'held'})
            records += [{'record': 'participation', 'uuid': f'00000000-0000-4000-{place}001-{number:012}', 'engagement': call, 'contact': contact,
                         'side': side} for place, contact, side in ((8, blinken, 'ours'), (9, kuleba, 'theirs'))]
        self.import_records(records)
        program = self.start(str(self.store))
        program.wait_window('.*sample.*')
        program.press('alt+7')
        program.wait_focus('list item', 'Milley and Zaluzhnyi.*')
        program.walk_by('shift+Tab', 'button', 'New stated total')
        program.press('Return')
        self.fill_new(program)
        self.fill(program, 'From', '2021-06-01')
        found = len(self.list('engagements', 'by:Blinken with:Kuleba from:2021-06-01 to:2022-01-14 is:counted'))
        program.find(name=f'The latest 200 of {found} engagements that match are shown. .*')
        # A narrower period leaves fewer than are shown, and nothing to tell.
        self.fill(program, 'From', '2021-06-02')
        program.wait_gone(name='The latest 200 of .*')
        self.assertEqual(len(program.find_all('checkbox')), found - 201)
        program.press('Escape')
        program.wait_window('')
        program.press('alt+d')
        program.wait_window('.*sample.*')

    def test_edited_deleted_and_brought_back(self):
        program = self.open_place()
        program.press('End')
        program.wait_focus('list item', f'{SEVEN}.*1 on record, 6 added')
        program.press('Return')
        program.wait_window('Edit stated total')
        program.walk_by('Tab', 'text box', 'Number')
        program.press('ctrl+a')
        program.type('9')
        program.find(name='Stated: 9 times. On record: 1. 8 are added to what is counted.')
        program.press('ctrl+Return')
        wait_for('the number in the store', lambda: self.find_total(SEVEN)['number'] == 9)
        program.wait_window('.*sample.*')
        program.wait_focus('list item', f'{SEVEN}, 9 times.*')
        program.press('ctrl+h')
        program.wait_window('History of total “Sullivan.*”')
        program.find(name='Number: “9”, was “7”')
        program.press('Escape')
        program.wait_window('.*sample.*')
        program.press('Delete')
        wait_for('the total to be gone', lambda: self.find_total(SEVEN) is None)
        program.find(name='Deleted total “Sullivan.*”')
        program.wait_gone('list item', f'{SEVEN}.*')
        program.press('ctrl+z')
        program.find('list item', f'{SEVEN}, 9 times.*')
        program.press('ctrl+z')
        program.find('list item', f'{SEVEN}, 7 times.*')

    def test_rules_are_told_in_their_place(self):
        program = self.open_place()
        program.press('End')
        program.wait_focus('list item', f'{SEVEN}.*')
        program.press('ctrl+e')
        program.wait_window('Edit stated total')
        program.walk_by('Tab', 'text box', 'Number')
        program.press('ctrl+a', 'BackSpace')
        self.fill(program, 'To', '2021-11-01')
        program.press('Tab', 'Tab')
        for name, error in (('Number', 'Give the number that is stated, or choose “Unstated” as its bound.'), ('To', 'The end is before the beginning.')):
            field = program.find('text box', name)
            wait_for(f'what is wrong with {name}', lambda field=field, error=error: field.description == error)
        self.assertFalse(program.find('button', 'Save').has('sensitive'))
        program.press('Escape')
        program.wait_window('')
        program.press('alt+d')
        program.wait_window('.*sample.*')

    def test_draft_survives_a_kill(self):
        program = self.start_on_sample()
        # From the menu, from wherever one is.
        program.press('ctrl+k')
        program.wait_window('Quick find')
        program.type('stated total')
        program.find('list item', 'Stated total')
        program.press('Escape')
        program.wait_window('.*sample.*')
        program.click(program.find('button', 'New engagement, contact, organisation or stated total'))
        program.press('Up', 'Return')
        self.fill_new(program)
        program.walk_by('Tab', 'checkbox', re.escape(self.find_boxes(program)[0].name))
        program.press('space')
        program.find(name='Stated: 5 times. On record: 1. 4 are added to what is counted.')
        self.wait_draft('covered_engagements')
        program.kill()
        program = self.start(str(self.store))
        program.find(name=f'“Total “{CALLS}”” was not saved when the program ended')
        program.click(program.find('button', 'Go on'))
        program.wait_window('New stated total')
        program.find(name='Stated: 5 times. On record: 1. 4 are added to what is counted.')
        program.press('ctrl+s')
        wait_for('the total in the store', lambda: self.find_total(CALLS))
        program.wait_window('.*sample.*')

    def test_found_by_its_words(self):
        program = self.start_on_sample()
        program.press('ctrl+k')
        program.wait_window('Quick find')
        program.type('yermak seven')
        program.find('list item', f'{SEVEN}.*')
        program.press('Return')
        program.wait_window('Stated totals.*')
        program.wait_focus('list item', f'{SEVEN}.*')

    def test_a_flag_of_a_report_leads_there(self):
        program = self.start_on_sample()
        program.click(program.find('list item', 'Reports'))
        preview = program.find(name='Preview')
        wait_for('the preview', lambda: 'European leaders' in preview.text)
        program.click(program.find(name='Release check: .*'))
        program.click(program.find('list item', 'A source states no number.*Energy.*'))
        program.wait_window('Stated totals.*')
        program.wait_focus('list item', 'Officials of the Energy Department.*')


if __name__ == '__main__':
    tap.main()
