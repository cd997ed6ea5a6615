#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Noting engagements in one line: what it understands, that it saves nothing by itself, and how many keys it takes."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

# Ten calls: the beginnings of the names of ours and theirs, when it was, what it was about.
CALLS = [
    ('blin', ['kul'], '15:30', 'sanc'),
    ('sull', ['yer'], 'yesterday', None),
    ('blin', ['rau'], None, 'sanc'),
    ('bid', ['zel'], '12 Jan', None),
    ('blin', ['baer', 'drian'], None, None),
    ('sher', ['sann'], '9am', 'reforms'),
    ('aust', ['rez'], None, None),
    ('blin', ['stol'], '10 Jan 18:00', None),
    ('donf', ['linde'], 'monday', None),
    ('blin', ['borr'], None, 'iran'),
]


class CountingKeys:
    """Presses keys, and counts them: a chord as one."""

    def __init__(self, program):
        self.program, self.count = program, 0

    def press(self, *keys):
        self.count += len(keys)
        self.program.press(*keys)

    def type(self, text):
        self.count += len(text)
        self.program.type(text)


class QuickEntryTest(SampleWindowTest):
    def start_line(self, program, key='ctrl+n'):
        program.press(key)
        program.wait_window('New engagement')
        return program.wait_focus('text box', 'Quick entry')

    def wait_description(self, line, text):
        wait_for(f'“{text}” to be understood', lambda: text in line.description)

    def test_fills_the_form_and_saves_nothing(self):
        program = self.start_on_sample()
        line = self.start_line(program)
        program.type('blinken met rau and zbigniew 9 dec Riga about sanctions and gas transit xyzzy')
        self.wait_description(line, 'Topic: gas transit xyzzy (new)')
        for part in ('Form: Meeting', 'Ours: Antony J. Blinken, Secretary of State', 'Theirs: Zbigniew Rau', 'When: Thursday 9 December 2021',
                     'Place: Riga, Latvia', 'Topic: Sanctions'):
            self.assertIn(part, line.description)
        program.find('button', 'Remove Antony J. Blinken')
        program.find('button', 'Remove Zbigniew Rau')
        self.assertEqual(program.find('text box', 'Title').text, 'Meeting with Rau')
        self.assertEqual(program.find('text box', 'Place').text, 'Riga')
        self.assertEqual(program.find('text box', 'Date and time').text, '2021-12-09')
        # Enter leads to Save, and saves nothing.
        program.press('Return')
        program.wait_focus('button', 'Save')
        self.assertEqual(len(self.list('engagements')), 90)
        program.press('Return')
        program.wait_window('.*sample.*')
        program.find(name='88 engagements · 91 records')
        meeting, = self.list('engagements', 'on:2021-12-09', 'with:Rau', 'form:meeting')
        self.assertEqual(meeting['counterparts'], ['Zbigniew Rau'])
        self.assertEqual(meeting['principals'], ['Antony J. Blinken'])

    def test_takes_back_what_the_line_no_longer_says(self):
        program = self.start_on_sample()
        line = self.start_line(program, 'slash')
        program.type('lunch kuleba yesterday in Kyiv')
        self.wait_description(line, 'Place: Kyiv, Ukraine')
        place = program.find('text box', 'Place')
        date = program.find('text box', 'Date and time')
        wait_for('the place', lambda: place.text == 'Kyiv')
        self.assertEqual(date.text, '2022-01-13')
        program.press('ctrl+a')
        program.type('rau')
        self.wait_description(line, 'Theirs: Zbigniew Rau')
        program.wait_gone('button', 'Remove Dmytro Kuleba')
        program.find('button', 'Remove Zbigniew Rau')
        self.assertEqual(place.text, '')
        self.assertEqual(date.text, '2022-01-14')
        self.assertEqual(program.find('text box', 'Title').text, 'Call with Rau')
        # What the person has put right stays.
        program.click(date)
        program.wait_focus('text box', 'Date and time')
        program.press('ctrl+a')
        program.type('2022-01-02')
        program.click(line)
        program.wait_focus('text box', 'Quick entry')
        program.press('End')
        program.type(' and linde')
        program.find('button', 'Remove Ann Linde')
        self.assertEqual(date.text, '2022-01-02')
        program.press('Escape')
        program.click(program.find('button', '.*Discard.*'))

    def test_tells_what_it_did_not_understand(self):
        program = self.start_on_sample()
        line = self.start_line(program)
        program.type('call kuleba 9/12/2021 frobnicate')
        self.wait_description(line, 'Not understood: frobnicate')
        self.assertIn('Not understood: 9/12/2021, This can be two days', line.description)
        program.press('Escape')
        program.click(program.find('button', '.*Discard.*'))

    def wait_number(self, number):
        wait_for(f'{number} records in the store', lambda: len(self.list('engagements')) == number)

    def note_by_line(self, keys, ours, theirs, date, topic):
        keys.press('ctrl+n')
        keys.program.wait_window('New engagement')
        line = keys.program.wait_focus('text box', 'Quick entry')
        keys.type(' '.join(filter(None, [ours, *theirs, date, topic and f're {topic}'])))
        wait_for('everybody to be understood', lambda: line.description.count('Theirs: ') == len(theirs)
                 and (date is None or 'When: ' in line.description) and (topic is None or 'Topic: ' in line.description))

    def choose(self, keys, mnemonic, label, beginnings):
        keys.press(mnemonic)
        entry = keys.program.wait_focus('text box', label)
        for beginning in beginnings:
            keys.type(beginning)
            keys.press('Return')
            wait_for(f'“{beginning}” to be chosen', lambda: entry.text == '')

    def note_by_form(self, keys, ours, theirs, date, topic):
        """By the fields alone: Alt and a letter lead to each."""
        keys.press('ctrl+n')
        keys.program.wait_window('New engagement')
        keys.program.wait_focus('text box', 'Quick entry')
        if date is not None:
            keys.press('alt+d')
            keys.program.wait_focus('text box', 'Date and time')
            keys.type(date)
        self.choose(keys, 'alt+o', 'Add one of ours', [ours])
        self.choose(keys, 'alt+t', 'Add one of theirs', theirs)
        if topic is not None:
            self.choose(keys, 'alt+p', 'Topics', [topic])

    def note(self, keys, how):
        for number, call in enumerate(CALLS, 91):
            how(keys, *call)
            keys.press('ctrl+s')
            keys.program.wait_window('.*sample.*')
            self.wait_number(number)
        keys.program.find(name='97 engagements · 100 records')
        return [[call[key] for key in ('start', 'title', 'principals', 'counterparts')] for call in self.list('engagements', 'form:phone-call')]

    def test_ten_calls_by_keyboard_only(self):
        program = self.start_on_sample()
        by_line, by_form = CountingKeys(program), CountingKeys(program)
        noted = self.note(by_line, self.note_by_line)
        for number in range(99, 89, -1):
            program.press('ctrl+z')
            self.wait_number(number)
        self.assertEqual(noted, self.note(by_form, self.note_by_form))
        print(f'# ten calls: {by_line.count} keys by the line, {by_form.count} by the fields')
        self.assertLess(by_line.count, by_form.count)


if __name__ == '__main__':
    tap.main()
