#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing and exporting from the menu."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

HEADER = json.dumps({'format': 'liaison-json', 'version': 1}) + '\n'


def topic(number, **more):
    return json.dumps({'record': 'topic', 'uuid': f'017e0003-0000-7000-8000-{number:012}', 'name': f'Topic {number}', **more}) + '\n'


class TransferTest(SampleWindowTest):
    def export(self, program, item, mnemonic):
        program.press('F10')
        program.find('menu item', item)
        program.press(mnemonic)

    def write(self, text):
        path = self.store.with_name('topics.jsonl')
        path.write_text(text, encoding='utf-8')
        return path

    def test_import(self):
        program = self.start_on_sample()
        path = self.write(HEADER + topic(1) + topic(2, name=7) + topic(3))
        program.press('ctrl+i')
        self.choose_file(program, 'Import a file', path)
        program.wait_window('Import of topics.jsonl')
        report = program.find('window', 'Import of topics.jsonl')
        report.find('label', '2 Added')
        report.find('label', '1 Refused')
        self.assertIn('line 3: refused: ', report.find('text box', 'What was refused, and why').text)
        program.press('Escape')
        program.wait_window('.*sample.*')
        program.press('ctrl+z')
        program.find(name='Undone: Import of topics.jsonl')

    def test_file_that_is_none(self):
        program = self.start_on_sample()
        program.press('ctrl+i')
        self.choose_file(program, 'Import a file', self.write('nonsense\n'))
        program.find(name='The file was not imported')
        program.press('Return')

    def test_cancel(self):
        program = self.start_on_sample()
        path = self.write(HEADER + ''.join(topic(number) for number in range(600000)))
        program.press('ctrl+i')
        self.choose_file(program, 'Import a file', path)
        program.find('progress bar', 'Importing topics.jsonl: [1-9].* records')
        program.click(program.find_all('button', 'Cancel')[-1])
        program.find(name='Import cancelled: the store is as it was')
        exported = self.store.with_name('after.jsonl')
        self.export(program, 'Export…', 'e')
        self.choose_file(program, 'Export the whole store', exported)
        program.find(name='Exported to after.jsonl')
        program.wait_window('.*sample.*')
        self.assertNotIn('"Topic 1"', exported.read_text(encoding='utf-8'))

    def test_export_what_is_shown(self):
        program = self.start_on_sample()
        exported = self.store.with_name('calls.jsonl')
        program.press('ctrl+f')
        program.type('with:Kuleba')
        program.find(name='4 engagements.*')
        self.export(program, 'Export what is shown…', 'w')
        self.choose_file(program, 'Export the engagements shown', exported)
        program.find(name='Exported to calls.jsonl')
        program.wait_window('.*sample.*')
        records = [json.loads(line) for line in exported.read_text(encoding='utf-8').splitlines()[1:]]
        self.assertEqual(sum(record['record'] == 'engagement' and 'Kuleba' in record['title'] for record in records), 4)


if __name__ == '__main__':
    tap.main()
