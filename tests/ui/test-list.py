#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list by real keys and clicks: columns, order, selection, menus, and what is kept between starts."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from clipboard import read_text                       # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

ALL = '87 engagements · 90 records'
PADDING = 8         # from the edge of a column to what its head holds


class ListTest(SampleWindowTest):
    def heads(self, program):
        """From left to right: a column that was moved keeps its place in the tree."""
        return [node.name for node in sorted(program.find_all('column header'), key=lambda node: node.extents[0])]

    def wait_heads(self, program, expected):
        wait_for(f'the heads {expected}', lambda: self.heads(program) == expected)

    def row(self, program, number):
        """The row at a place of the list, as a screen reader reads it."""
        rows = program.find_all('row', '.*, .*')
        return rows[number].name if len(rows) > number else ''

    def open_options(self, program):
        """Opens the menu of the list; the focus is on its first entry."""
        program.open(program.find(name='View options'), 'menu item', 'Columns')

    def search_text(self, program):
        return program.find('search box').text

    def test_columns_are_chosen_and_kept(self):
        program = self.start_on_sample()
        self.wait_heads(program, ['Date', 'Form', 'Ours', 'Theirs', 'Countries'])
        self.open_options(program)
        self.choose(program, 'Columns', 'Form')
        self.wait_heads(program, ['Date', 'Ours', 'Theirs', 'Countries'])
        self.open_options(program)
        self.choose(program, 'Columns', 'Place')
        self.wait_heads(program, ['Date', 'Ours', 'Theirs', 'Countries', 'Place'])
        program.close()

        again = self.start(str(self.store))
        again.find(name=ALL)
        self.wait_heads(again, ['Date', 'Ours', 'Theirs', 'Countries', 'Place'])
        self.open_options(again)
        self.choose(again, 'Columns', 'Fit to the window')
        self.wait_heads(again, ['Date', 'Form', 'Ours', 'Theirs', 'Countries'])

    def find_head(self, program, name):
        return program.find('column header', name)

    def test_columns_are_widened_and_kept(self):
        program = self.start_on_sample()
        if not program.tells_places:
            self.skipTest('this GTK tells wrong places')
        self.open_options(program)
        self.choose(program, 'Sort and arrange', 'Countries', 'Move earlier')
        heads = ['Date', 'Form', 'Ours', 'Countries', 'Theirs']
        self.wait_heads(program, heads)
        form, ours = (self.find_head(program, name) for name in ('Form', 'Ours'))
        left, _, before, _ = form.extents
        program.drag(form, ours, begin=((ours.extents[0] - PADDING - left) / before, 0.5))
        width = form.extents[2]
        self.assertGreater(width, before + 30)
        self.wait_heads(program, heads)
        program.close()

        again = self.start(str(self.store))
        again.find(name=ALL)
        self.wait_heads(again, heads)
        wait_for('the width that was chosen', lambda: self.find_head(again, 'Form').extents[2] == width)
        self.open_options(again)
        self.choose(again, 'Columns', 'Fit to the window')
        self.wait_heads(again, ['Date', 'Form', 'Ours', 'Theirs', 'Countries'])
        wait_for('the width that it needs', lambda: self.find_head(again, 'Form').extents[2] == before)

    def test_columns_are_moved_by_the_pointer(self):
        program = self.start_on_sample()
        if not program.tells_places:
            self.skipTest('this GTK tells wrong places')
        program.drag(self.find_head(program, 'Form'), self.find_head(program, 'Theirs'))
        self.wait_heads(program, ['Date', 'Ours', 'Theirs', 'Form', 'Countries'])

    def test_columns_are_moved_by_keys(self):
        program = self.start_on_sample()
        self.open_options(program)
        self.choose(program, 'Sort and arrange', 'Ours', 'Move earlier')
        self.wait_heads(program, ['Date', 'Ours', 'Form', 'Theirs', 'Countries'])

    def test_sorted_by_several(self):
        program = self.start_on_sample()
        program.click(program.find('column header', 'Form'))
        wait_for('calls first', lambda: self.row(program, 0).startswith('Phone call'))
        self.assertIn('Date  2↓', self.heads(program))
        # In another place, for GTK takes no second click on a head where it could be a double click.
        program.click(program.find('column header', 'Form'), at=(0.2, 0.5))
        wait_for('calls last', lambda: not self.row(program, 0).startswith('Phone call'))
        program.close()

        again = self.start(str(self.store))
        again.find(name=ALL)
        wait_for('calls last', lambda: self.row(again, 0) and not self.row(again, 0).startswith('Phone call'))
        self.assertIn('Date  2↓', self.heads(again))

    def test_several_are_selected_deleted_and_brought_back(self):
        program = self.start_on_sample()
        program.press('Down', 'shift+Down', 'shift+Down')
        program.find(name='3 selected')
        program.find(name='3 engagements selected')
        program.press('Delete')
        program.find(name='Deleted 3 engagements')
        program.find(name='84 engagements · 87 records')
        self.assertEqual(len(self.list('engagements')), 87)
        program.press('ctrl+z')
        program.find(name=ALL)
        self.assertEqual(len(self.list('engagements')), 90)

    def test_all_are_selected(self):
        program = self.start_on_sample()
        program.press('Down', 'ctrl+a')
        program.find(name='90 engagements selected')
        # They stay selected while one scrolls, and one can be taken out.
        program.press('ctrl+End', 'ctrl+space')
        program.find(name='89 engagements selected')

    def test_the_menu_of_a_row(self):
        program = self.start_on_sample()
        program.press('Down', 'shift+F10')
        self.choose(program, 'Show only', 'Form: .*')
        wait_for('the query in the search', lambda: 'form:phone-call' in self.search_text(program))
        calls = self.list('engagements', 'form:phone-call', 'is:counted')
        program.find(name=f'{len(calls)} engagements.*')

    def test_rows_are_copied(self):
        program = self.start_on_sample()
        program.press('Down', 'Menu')
        self.choose(program, 'Copy as', 'Text')
        program.find(name='Copied 1 row')
        program.press('ctrl+f', 'ctrl+v')
        wait_for('what was copied', lambda: '13 Jan 2022 · Phone call · Lloyd J. Austin III · Oleksii Reznikov' in self.search_text(program))

    def copy_as(self, program, name, begin):
        """What is copied of the rows that are selected, which begins so."""
        program.press('Menu')
        self.choose(program, 'Copy as', name)
        return wait_for(f'“{begin}” in the clipboard', lambda: next((text for text in [read_text()] if text.startswith(begin)), None))

    def test_several_rows_are_copied(self):
        program = self.start_on_sample()
        program.press('Down', 'shift+Down')
        program.find(name='2 engagements selected')
        # As rows show them, but with whole names.
        rows = [['13 Jan 2022', 'Phone call', 'Lloyd J. Austin III', 'Oleksii Reznikov', 'Ukraine'],
                ['about 13 Jan 2022', 'Phone call', 'Antony J. Blinken', 'Jan Lipavský', 'Czechia']]
        table = [self.heads(program), *rows]
        self.assertEqual(self.copy_as(program, 'Text', '13 Jan 2022 · '), ''.join(' · '.join(row) + '\n' for row in rows))
        program.find(name='Copied 2 rows')
        self.assertEqual(self.copy_as(program, 'Cells for a spreadsheet', 'Date\t'), ''.join('\t'.join(row) + '\n' for row in table))
        table.insert(1, ['---'] * 5)
        self.assertEqual(self.copy_as(program, 'Markdown table', '| Date |'), ''.join(f'| {" | ".join(row)} |\n' for row in table))

    def group_by(self, program, key):
        self.open_options(program)
        self.choose(program, 'Group by', key)

    def test_grouped_by_country(self):
        program = self.start_on_sample()
        self.group_by(program, 'Country')
        program.find(name='87 engagements · 90 records · \\d+ of them in several groups')
        found = self.list('engagements', 'country:UA', 'is:counted')
        program.press('Home')
        program.wait_focus('row', '.*, .*')
        # The heads are passed over, and told when one comes into another group.
        for _ in range(12):
            program.press('Down')
        row = program.wait_focused('a group to be told', lambda node: re.fullmatch('.* · \\d+ engagements?.*', node.description) or
                                   program.press('Down'))
        self.assertNotRegex(row.name, ' · ')
        program.press('End', 'Home')
        program.wait_focus('row', '.*, .*')
        program.find('row', 'Bulgaria · .*')
        self.assertGreater(len(found), 1)
        program.close()

        again = self.start(str(self.store))
        again.find(name='87 engagements · 90 records · \\d+ of them in several groups')

    def test_a_search_leads_past_the_head(self):
        program = self.start_on_sample()
        self.group_by(program, 'Month')
        program.find('row', 'Jan 2022 · \\d+ engagements.*')
        for text in ('kuleba', 'form:meeting'):
            with self.subTest(text):
                counted = len(self.list('engagements', text, 'is:counted'))
                program.press('ctrl+f')
                program.wait_focus('search box', 'Search')
                program.type(text)
                program.find(name=f'{counted} engagements( · .*)?')
                program.press('Return')
                program.wait_focus('row')
                self.assertRegex(program.focused.name, ', ')
                program.press('End')

    def test_a_head_is_not_selected(self):
        program = self.start_on_sample()
        self.group_by(program, 'Month')
        program.find('row', 'Jan 2022 · \\d+ engagements.*')
        program.press('Home', 'ctrl+a')
        program.find(name='90 engagements selected')

    def test_a_date_is_gone_to(self):
        program = self.start_on_sample()
        program.press('Down')
        program.type('2021-12-09')
        program.find(name='Go to date')
        program.press('Return')
        program.wait_focus('row', '.*9 Dec 2021.*')
        program.type('3 nonsense')
        program.press('Return')
        program.wait_focused('what is wrong to be told', lambda node: node.role == 'text box' and node.description)
        program.press('Escape')
        program.wait_focus('row', '.*9 Dec 2021.*')

    def test_the_selection_is_kept_between_starts(self):
        program = self.start_on_sample()
        program.press('Down', 'shift+Down', 'shift+Down')
        program.find(name='3 engagements selected')
        program.close()

        again = self.start(str(self.store))
        again.find(name='3 engagements selected')


if __name__ == '__main__':
    tap.main()
