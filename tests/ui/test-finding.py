#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person finds the list at after a search, and keys that come before the window or the record that they are meant for."""

import contextlib
import fcntl
import pathlib
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from clipboard import read_text                       # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

N_PARTICIPANTS = 400
READ_LOCKS = 5, 123     # how many bytes, and from where on (https://sqlite.org/walformat.html, WAL_READ_LOCK)


class NewQueryTest(SampleWindowTest):
    def click_first_row(self, program):
        """Just below the head, whatever stands there."""
        program.click(program.find('column header', 'Date'), at=(0.5, 1.5))

    def test_begins_at_the_top(self):
        program = self.start_on_sample()
        program.press('Home', 'End')
        program.find(name=self.list('engagements')[-1]['title'])
        program.press('ctrl+f')
        program.type('meeting')
        found = self.list('engagements', 'meeting')
        counted = len(self.list('engagements', 'meeting', 'is:counted'))
        program.find(name=f'{counted} engagements( · .*)?')
        self.click_first_row(program)
        program.find(name=found[0]['title'])

    def test_return_leads_to_the_first(self):
        program = self.start_on_sample()
        program.press('Home', 'End')
        program.find(name=self.list('engagements')[-1]['title'])
        program.press('ctrl+f')
        program.type('meeting')
        found = self.list('engagements', 'meeting')
        counted = len(self.list('engagements', 'meeting', 'is:counted'))
        program.find(name=f'{counted} engagements( · .*)?')
        program.press('Return', 'Down')
        program.find(name=found[1]['title'])

    @contextlib.contextmanager
    def hold_reading(self):
        """Whoever wants to read from the store waits meanwhile."""
        with open(f'{self.store}-shm', 'r+b') as file:
            fcntl.lockf(file, fcntl.LOCK_EX, *READ_LOCKS)
            yield

    def search(self, program, text, role='row'):
        """Goes to the first of what matches a text."""
        program.press('ctrl+f')
        program.wait_focus('search box', 'Search')
        program.type(text)
        program.press('Return')
        program.wait_focus(role)

    def test_keys_before_the_rows(self):
        """They mean what was typed, not the rows that are still there from before."""
        program = self.start_on_sample()
        found = self.list('engagements', 'meeting')
        for keys, row in ((['Down'], 1), (['Down', 'Down'], 2), (['End'], -1), (['End', 'Up'], -2)):
            with self.subTest(keys):
                program.press('ctrl+f', 'Delete', 'Escape')
                program.find(name='87 engagements · 90 records')
                program.press('Home')
                with self.hold_reading():
                    self.search(program, 'meeting')
                    program.press(*keys)
                program.find('label', found[row]['title'])
                program.wait_focused('the row to be selected', lambda node: node.role == 'row' and node.has('selected'))

    def test_return_before_the_rows(self):
        """In one pane it opens what was gone to."""
        self.write_settings('window-width=370', 'window-height=700')
        program = self.start_on_sample()
        with self.hold_reading():
            self.search(program, 'meeting', role='list item')
            program.press('Down', 'Return')
        program.find('label', self.list('engagements', 'meeting')[1]['title'])
        program.find('button', 'Delete')

    def test_keys_before_other_rows(self):
        """Who has gone on to search for something else does not mean what they said before."""
        program = self.start_on_sample()
        with self.hold_reading():
            self.search(program, 'meeting')
            program.press('Down', 'Down')
            self.search(program, 'kuleba')
            program.press('Down')
        program.find('label', self.list('engagements', 'kuleba')[1]['title'])

    def test_sorting_keeps_the_selection(self):
        program = self.start_on_sample()
        program.press('Home', 'End')
        last = self.list('engagements')[-1]
        program.find(name=last['title'])
        program.click(program.find('column header', 'Form'))
        program.find('column header', 'Date  2↓')
        program.find(name=last['title'])

    def test_total_is_told(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('kuleba is:counted')
        counted = len(self.list('engagements', 'kuleba', 'is:counted'))
        program.wait_focused('the total to be told', lambda node: node.description == f'{counted} engagements')
        program.type(' xyzzy')
        program.wait_focused('nothing to be told', lambda node: node.description == 'Nothing matches “kuleba is:counted xyzzy”')


class MarksTest(SampleWindowTest):
    def read_marks(self, program):
        """What is bold in the rows, each stretch once."""
        return {stretch for row in program.find_all('row', '.*, .*') for node in row.find_all('label') for stretch in node.bold}

    def wait_marks(self, program, text, marks):
        program.press('ctrl+f')
        program.type(text)
        wait_for(f'{marks} to be marked', lambda: self.read_marks(program) == marks)

    def test_what_is_found_is_marked(self):
        program = self.start_on_sample()
        self.assertEqual(self.read_marks(program), set())
        self.wait_marks(program, 'kuleb form:phone-call', {'Kuleb'})
        # The same rows, by a name in another script and one that is spelled otherwise.
        self.wait_marks(program, 'кулеба', {'Kuleba'})
        self.wait_marks(program, 'blink kul', {'Blink', 'Kul'})
        program.press('Escape', 'Escape')
        program.find(name='87 engagements · 90 records')
        wait_for('nothing to be marked', lambda: self.read_marks(program) == set())


class OtherPlacesTest(SampleWindowTest):
    def test_searching_from_reports(self):
        program = self.start_on_sample()
        program.press('alt+5')
        program.wait_window('Reports – .*')
        self.assertEqual(program.find_all('group', 'Filters'), [])
        program.press('ctrl+f')
        program.type('kuleba')
        program.wait_window('Engagements – .*')
        program.find('label', f'{len(self.list("engagements", "kuleba", "is:counted"))} engagements( · .*)?')
        program.press('alt+Left')
        program.wait_window('Reports – .*')
        self.assertEqual(program.find('search box', 'Search').text, '')


class EarlyKeysTest(SampleWindowTest):
    def test_typed_before_the_window_is_there(self):
        program = self.start_on_sample()
        program.press('ctrl+k', 'k', 'u', 'l', 'e', 'b')
        box = program.find('window', 'Quick find').find('search box', 'Quick find')
        wait_for('all letters', lambda: box.text == 'kuleb')
        program.wait_focused('what they find', lambda node: node.description.startswith('Dmytro Kuleba, Contacts'))
        program.press('Escape')
        program.wait_gone('window', 'Quick find')
        self.assertEqual(program.find('search box', 'Search').text, '')

    def start_on_first(self):
        """With the first record shown, and those behind it so long that it takes a moment to load them; and all of them."""
        self.make_sample()
        records = self.list('engagements')
        self.import_records({'record': 'participation', 'uuid': str(uuid.uuid4()), 'engagement': record['uuid'], 'country': 'UA', 'side': 'third'}
                            for record in records[1:4] for _ in range(N_PARTICIPANTS))
        program = self.start(str(self.store))
        program.find(name='87 engagements · 90 records')
        program.press('Home')
        program.find('label', records[0]['title'])
        return program, records

    def test_actions_on_what_is_not_loaded_yet(self):
        """A key that comes before the record that was gone to means that one, not the one that is still shown."""
        program, records = self.start_on_first()
        program.press_at_once('Down', 'ctrl+e')
        program.wait_window('Edit .*')
        self.assertEqual(program.find('text box', 'Title').text, records[1]['title'])
        program.press('Escape')
        program.wait_window('Engagements – .*')
        program.press_at_once('Down', 'ctrl+h')
        program.wait_window('History of call with Jan Lipavský')
        program.press('Escape')
        program.wait_window('Engagements – .*')
        program.press_at_once('Down', 'Delete')
        wait_for('one record to go', lambda: len(self.list('engagements')) < len(records))
        self.assertEqual(self.list('engagements'), records[:3] + records[4:])
        program.find('label', 'Deleted .*')
        # The next one has taken its place.
        program.press_at_once('Down', 'Menu')
        self.choose(program, 'Copy link')
        wait_for('the link', lambda: read_text() == f'liaison:{records[5]["uuid"]}')

    def test_merging_what_is_not_loaded_yet(self):
        program = self.start_on_sample()
        program.press('alt+2')
        contacts = self.list('contacts')
        program.find(name=f'{len(contacts)} contacts')
        program.press('Home')
        program.find('label', contacts[0]['name'])
        program.press_at_once('Down', 'ctrl+m')
        program.wait_window('Merge')
        program.wait_focus('text box', 'Merge with')
        program.type(contacts[2]['name'])
        program.find(name=contacts[2]['name'])
        program.press('Return')
        program.find(name=f'“{contacts[2]["name"]}” goes, and all that is on record with it goes to “{contacts[1]["name"]}”.*')
        program.press('Escape')
        program.wait_window('Contacts – .*')

    def test_quitting_from_there(self):
        program = self.start_on_sample()
        program.press('ctrl+k')
        program.wait_focus('search box', 'Quick find')
        program.press('ctrl+q')
        wait_for('the program to end', lambda: program.process.poll() is not None)
        self.assertEqual(program.process.returncode, 0)


if __name__ == '__main__':
    tap.main()
