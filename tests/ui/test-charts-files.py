#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart as it leaves the window: its table, files of every format, the clipboard and paper tell what it is of and how it was counted."""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from charts_window import ChartsWindowTest            # noqa: E402
from driver import wait_for                           # noqa: E402

# Title, query, span, counting rule and date.
SAID = ('When do we speak?', 'by:Blinken', '38 engagements · 8 November 2021 – 16 January 2022',
        'Counted are engagements that were held, announced and unsourced ones included.', 'As of 14 January 2022.')


class ChartsFilesTest(ChartsWindowTest):
    def start_on_chart(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.wait_focus(name='Search.*')
        program.type('by:Blinken')
        program.press('Return')
        program.click(program.find('list item', 'Charts'))
        program.find(name='\\d+ engagements · 8 November 2021 – 16 January 2022.*')
        return program

    def choose_in_menu(self, program, item):
        program.open(program.find('button', 'Copy, save or print'), 'menu item')
        self.choose(program, item)

    def save(self, program, item, name):
        path = pathlib.Path(self.folder.name, name)
        self.choose_in_menu(program, item)
        program.wait_window('Save the chart')
        program.press('ctrl+a')
        program.type(str(path))
        program.press('Return')
        program.find(name=f'Saved as .*{name}.*')
        return path

    @staticmethod
    def read_pdf(path):
        """The text on the page, on one line, or nothing of a file that is no PDF yet."""
        done = subprocess.run(['pdftotext', '-raw', path, '-'], check=False, capture_output=True, text=True)
        return ' '.join(done.stdout.split()) if done.returncode == 0 else ''

    def assert_said(self, text):
        for said in SAID:
            self.assertIn(said, text)

    def test_files_of_every_format(self):
        program = self.start_on_chart()
        self.assertTrue(self.save(program, 'Save as SVG…', 'chart.svg').read_bytes().startswith(b'<?xml'))
        self.assertTrue(self.save(program, 'Save as PNG…', 'chart.png').read_bytes().startswith(b'\x89PNG'))
        self.assert_said(self.read_pdf(self.save(program, 'Save as PDF…', 'chart.pdf')))
        lines = self.save(program, 'Save the table as CSV…', 'chart.csv').read_text(encoding='utf-8').splitlines()
        self.assertTrue(lines[0].startswith('Time,'))
        self.assertEqual(sum(int(line.split(',')[1]) for line in lines[1:]), 38)

    def test_clipboard(self):
        program = self.start_on_chart()
        self.choose_in_menu(program, 'Copy picture')
        program.find(name='The picture is in the clipboard.')
        self.choose_in_menu(program, 'Copy table')
        program.find(name='The table is in the clipboard.')
        # It is pasted into a text of several lines.
        program.press('ctrl+n')
        program.wait_window('New engagement')
        summary = program.find('text box', 'Summary')
        program.click(summary)
        program.wait_focus('text box', 'Summary')
        program.press('ctrl+v')
        text = wait_for('the table', lambda: summary.text)
        lines = [line.split('\t') for line in text.splitlines()]
        self.assertEqual(lines[0][0], 'Time')
        self.assertEqual(sum(int(line[1]) for line in lines[1:]), 38)
        # Nobody is to be asked whether it shall be kept.
        program.kill()

    def test_table_leads_to_engagements(self):
        program = self.start_on_chart()
        program.click(program.find('button', 'Show as a table'))
        program.find('label', 'week from 6 December 2021')
        # The row that has the focus opens what is under it.
        program.click(program.find('label', 'week from 6 December 2021'), count=2)
        program.find(name='\\d+ engagements')
        program.press('alt+Left')
        # It is still a table.
        program.find('label', 'week from 6 December 2021')
        program.click(program.find('button', 'Show as a table'))
        program.wait_gone('label', 'week from 6 December 2021')

    def test_print(self):
        # Where GTK prints to when it prints to a file.
        config = pathlib.Path(self.folder.name, 'config')
        config.mkdir()
        config.joinpath('user-dirs.dirs').write_text(f'XDG_DOCUMENTS_DIR="{self.folder.name}"\n', encoding='utf-8')
        program = self.start_on_chart()
        self.choose_in_menu(program, 'Print…')
        program.wait_window('Print')
        program.click(program.find('label', 'Print to File'))
        program.click(wait_for('a printer to be chosen', lambda: next((node for node in program.find_all('button', '_Print Print')
                                                                      if node.has('sensitive')), None)))
        printed = pathlib.Path(self.folder.name, 'output.pdf')
        self.assert_said(wait_for('the printed file', lambda: self.read_pdf(printed)))


if __name__ == '__main__':
    tap.main()
