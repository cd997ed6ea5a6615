#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person finds the list at after a search, and keys that come before the window they are meant for."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402


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

    def test_quitting_from_there(self):
        program = self.start_on_sample()
        program.press('ctrl+k')
        program.wait_focus('search box', 'Quick find')
        program.press('ctrl+q')
        wait_for('the program to end', lambda: program.process.poll() is not None)
        self.assertEqual(program.process.returncode, 0)


if __name__ == '__main__':
    tap.main()
