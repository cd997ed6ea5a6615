#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Noting engagements in one line: what it understands, that it saves nothing by itself, and how many keys it takes."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

# Ten calls: the beginnings of the names of ours and theirs, when it was, what it was about; and the beginnings that Tab completes in the
# line, each with what it completes to, or None where the name is typed in full.
CALLS = [
    ('blin', ['kul'], '15:30', 'sanc', [('b', 'Blinken'), ('ku', 'Kuleba'), ('s', 'Sanctions')]),
    ('sull', ['yer'], 'yesterday', None, [('su', 'Sullivan'), ('y', 'Yermak')]),
    ('blin', ['rau'], None, 'sanc', [('b', 'Blinken'), ('r', 'Rau'), ('s', 'Sanctions')]),
    ('bid', ['zel'], '12 Jan', None, [('bi', 'Biden'), ('z', 'Zelenskyy')]),
    ('blin', ['baer', 'drian'], None, None, [('b', 'Blinken'), ('ba', 'Baerbock'), ('dri', 'Drian')]),
    ('sher', ['sann'], '9am', 'reforms', [('she', 'Sherman'), ('sa', 'Sannino'), ('ref', 'Reforms')]),
    ('aust', ['rez'], None, None, [('aus', 'Austin'), ('rez', 'Reznikov')]),
    ('blin', ['stol'], '10 Jan 18:00', None, [('bli', 'Blinken'), ('st', 'Stoltenberg')]),
    ('donf', ['linde'], 'monday', None, [('don', 'Donfried'), ('linde', None)]),
    ('blin', ['borr'], None, 'iran', [('b', 'Blinken'), ('bo', 'Borrell'), ('ir', 'Iran')]),
]

# After these the next one names its day, or has the same: "Save and new" keeps the day.
GOES_ON = {0, 2, 4, 5, 6, 7}


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

    def test_takes_back_nobody_but_whom_it_has_seated(self):
        program = self.start_at('follow-ups')
        line = self.start_line(program)
        program.type('met poland and rau')
        program.find('button', 'Remove Zbigniew Rau')
        program.find('button', 'Remove Poland')
        program.press('ctrl+a')
        program.type('met poland')
        self.wait_description(line, 'Theirs: Poland')
        program.wait_gone('button', 'Remove Zbigniew Rau')
        program.find('button', 'Remove Poland')
        program.press('Escape')
        program.click(program.find('button', '.*Discard.*'))

    def test_tells_what_it_did_not_understand(self):
        program = self.start_at('follow-ups')
        line = self.start_line(program)
        program.type('call kuleba 9/12/2021 frobnicate')
        self.wait_description(line, 'Not understood: frobnicate')
        self.assertIn('Not understood: 9/12/2021, This can be two days', line.description)
        program.press('Escape')
        program.click(program.find('button', '.*Discard.*'))

    def test_completes_what_was_begun(self):
        program = self.start_on_sample()
        line = self.start_line(program)
        # Nothing is taken for granted before Tab.
        program.type('b')
        self.wait_description(line, 'Tab: Antony J. Blinken, Secretary of State')
        self.assertNotIn('Ours: ', line.description)
        program.press('Tab')
        self.wait_description(line, 'Ours: Antony J. Blinken')
        self.assertEqual(line.text, 'Blinken ')
        program.type('ku')
        self.wait_description(line, 'Tab: Dmytro Kuleba')
        # Nobody waits for it to be offered.
        program.type('l')
        program.press('Tab')
        wait_for('Kuleba in the line', lambda: line.text == 'Blinken Kuleba ')
        # With nothing to complete Tab leads on.
        self.wait_description(line, 'Theirs: Dmytro Kuleba')
        program.press('Tab')
        program.wait_focus('button', 'Form')
        program.press('Escape')
        program.click(program.find('button', '.*Discard.*'))

    def save_a_call_of_blinken(self):
        """Returns the program with the next form, which keeps who called."""
        program = self.start_on_sample()
        line = self.start_line(program)
        program.type('blinken kuleba')
        self.wait_description(line, 'Theirs: Dmytro Kuleba')
        program.press('ctrl+shift+Return')
        self.wait_number(91)
        wait_for('the next line', lambda: self.find_empty_line(program))
        program.find('button', 'Remove Antony J. Blinken')
        return program

    def test_keeps_who_called_until_the_line_says_otherwise(self):
        program = self.save_a_call_of_blinken()
        program.type('sullivan')
        program.find('button', 'Remove Jake Sullivan')
        program.wait_gone('button', 'Remove Antony J. Blinken')
        program.press('ctrl+a')
        program.type('yermak')
        program.find('button', 'Remove Antony J. Blinken')
        program.wait_gone('button', 'Remove Jake Sullivan')
        program.press('ctrl+s')
        program.wait_window('.*sample.*')
        self.wait_number(92)
        call, = self.list('engagements', 'with:Yermak', 'on:2022-01-14')
        self.assertEqual((call['principals'], call['counterparts']), (['Antony J. Blinken'], ['Andriy Yermak']))

    def test_keeps_who_called_where_the_line_has_named_him_too(self):
        program = self.save_a_call_of_blinken()
        program.type('blinken rau')
        program.find('button', 'Remove Zbigniew Rau')
        program.press('ctrl+a')
        program.type('yermak')
        program.find('button', 'Remove Andriy Yermak')
        program.press('ctrl+s')
        self.wait_number(92)
        call, = self.list('engagements', 'with:Yermak', 'on:2022-01-14')
        self.assertEqual((call['principals'], call['counterparts']), (['Antony J. Blinken'], ['Andriy Yermak']))

    def wait_number(self, number):
        wait_for(f'{number} records in the store', lambda: len(self.list('engagements')) == number)

    def complete(self, keys, line, beginning, name):
        keys.type(beginning)
        if name is None:
            keys.type(' ')
            return
        wait_for(f'“{beginning}” to be completed to {name}', lambda: re.search(f'Tab: [^,.]*(. )?[^,.]*{name}', line.description))
        keys.press('Tab')
        wait_for(f'{name} in the line', lambda: re.search(f'{name}( I+)? $', line.text))

    def note_by_line(self, keys, number, line):
        ours, theirs, date, topic, beginnings = CALLS[number]
        if line is None:
            keys.press('ctrl+n')
            keys.program.wait_window('New engagement')
            line = keys.program.wait_focus('text box', 'Quick entry')
        for beginning, name in beginnings[:1 + len(theirs)]:
            self.complete(keys, line, beginning, name)
        if date is not None:
            keys.type(date + (' ' if topic else ''))
        if topic is not None:
            keys.type('re ')
            self.complete(keys, line, *beginnings[-1])
        wait_for('everybody to be understood', lambda: line.description.count('Theirs: ') == len(theirs)
                 and (date is None or 'When: ' in line.description) and (topic is None or 'Topic: ' in line.description))
        if number not in GOES_ON:
            keys.press('ctrl+Return')
            keys.program.wait_window('.*sample.*')
            self.wait_number(91 + number)
            return None
        keys.press('ctrl+shift+Return')
        self.wait_number(91 + number)
        return wait_for('the next line', lambda: self.find_empty_line(keys.program))

    def find_empty_line(self, program):
        line = program.wait_focus('text box', 'Quick entry')
        return line if line.text == '' else None

    def choose(self, keys, mnemonic, label, beginnings):
        keys.press(mnemonic)
        entry = keys.program.wait_focus('text box', label)
        for beginning in beginnings:
            keys.type(beginning)
            keys.press('Return')
            wait_for(f'“{beginning}” to be chosen', lambda: entry.text == '')

    def note_by_form(self, keys, number, _line):
        """By the fields alone: Alt and a letter lead to each."""
        ours, theirs, date, topic, _beginnings = CALLS[number]
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
        keys.press('ctrl+s')
        keys.program.wait_window('.*sample.*')
        self.wait_number(91 + number)

    def note(self, keys, how):
        line = None
        for number in range(len(CALLS)):
            line = how(keys, number, line)
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
        self.assertLessEqual(by_line.count, 145)
        self.assertLess(by_line.count, by_form.count)


if __name__ == '__main__':
    tap.main()
