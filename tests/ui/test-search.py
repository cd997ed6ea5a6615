#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding: suggestions while a query is typed, chips, the filter panel, saved searches, quick find."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402


class SearchTest(SampleWindowTest):
    def count(self, *query):
        """What the head of the list says that finds this."""
        counted = len(self.list('engagements', *query, 'is:counted'))
        return f'{counted} engagements?( · \\d+ records?)?'

    def wait_text(self, program, text):
        wait_for(f'the search “{text}”', lambda: program.find('search box', 'Search').text == text)


class SuggestionsTest(SearchTest):
    def test_accept_with_tab(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('kul')
        program.find('list item', 'with: Dmytro Kuleba.*')
        program.press('Tab')
        self.wait_text(program, 'with:"Dmytro Kuleba" ')
        program.find(name=self.count('with:Kuleba'))
        program.wait_gone('list', 'Suggestions')
        program.type('form:ph')
        program.find('list item', 'Phone call.*')
        program.press('Tab')
        self.wait_text(program, 'with:"Dmytro Kuleba" form:phone-call ')
        program.find(name=self.count('with:Kuleba', 'form:phone-call'))

    def test_tab_before_the_suggestions(self):
        """It takes what is suggested for all that has been typed, not what is still there for less."""
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('form:')
        program.find('list item', 'Phone call.*')
        program.press_at_once('m', 'e', 'Tab')
        self.wait_text(program, 'form:meeting ')

    def test_choose_with_arrows(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('form:')
        items = wait_for('the forms', lambda: program.find('list', 'Suggestions').find_all('list item'))
        self.assertEqual(len(items), 12)
        program.press('Down', 'Down')
        program.wait_focused('the second to be told', lambda node: 'Video call' in node.description and '2 of 12' in node.description)
        program.press('Up')
        program.wait_focused('the first to be told', lambda node: 'Phone call' in node.description)
        program.press('Return')
        self.wait_text(program, 'form:phone-call ')

    def test_counts(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('status:pl')
        planned = len(self.list('engagements', 'status:planned'))
        program.find('list item', f'Planned, {planned}')

    def test_keys_are_not_stolen(self):
        """Enter searches for what is typed, Escape first closes and then clears, and a comma is a comma."""
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('country:ua,pl')
        program.find('list', 'Suggestions')
        program.press('Return')
        program.find(name=self.count('country:UA,PL'))
        program.wait_gone('list', 'Suggestions')
        program.press('ctrl+f')
        program.press('End')
        program.type(' b')
        program.find('list', 'Suggestions')
        program.press('Escape')
        program.wait_gone('list', 'Suggestions')
        self.wait_text(program, 'country:ua,pl b')
        program.press('Escape')
        program.find(name='87 engagements · 90 records')

    def test_recent_and_saved(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('rinkevics')
        program.press('Return')
        program.find(name='1 engagement')
        program.press('ctrl+f')
        program.press('BackSpace')
        program.press('Down')
        program.find('list item', 'rinkevics.*')
        program.find('list item', 'Ukraine, last weeks.*')
        program.type('rink')
        program.find('list item', 'rinkevics.*Recent search.*')

    def test_mistakes(self):
        """What is still being typed is no mistake yet; what nobody is called is one, and the rest runs."""
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('form:meet')
        program.find('list item', 'Meeting.*')
        self.assertFalse(program.find_all(name='.*nothing that “form:” knows.*'))
        program.press('Escape')
        program.find(name='.*“meet” is nothing that “form:” knows.*')
        program.wait_focused('the mistake to be told', lambda node: 'nothing that “form:” knows' in node.description)
        program.press('Escape')
        program.type('kuleba with:nobodyofthisname')
        program.press('Return')
        program.find(name='No contact is called “nobodyofthisname”.*')


class FilterTest(SearchTest):
    def search(self, program, text):
        program.press('ctrl+f')
        program.type(text)
        program.press('Return')
        self.wait_text(program, text)

    def test_chips_are_removed(self):
        program = self.start_on_sample()
        self.search(program, 'with:zelensky form:phone-call kyiv')
        program.find('button', 'Filter with: zelensky')
        program.click(program.find('button', 'Remove filter with: zelensky'))
        self.wait_text(program, 'form:phone-call kyiv')
        program.wait_gone('button', 'Filter with: zelensky')
        # The chip behind it has the focus now.
        program.wait_focus('button', 'Filter form: Phone call')
        program.press('Delete')
        self.wait_text(program, 'kyiv')
        program.find(name=self.count('kyiv'))
        program.wait_focus(None, 'Filter')

    def test_chips_are_edited(self):
        program = self.start_on_sample()
        self.search(program, 'form:phone-call country:UA')
        program.click(program.find('button', 'Filter form: Phone call'))
        program.find('list item', 'Video call.*')
        program.type('meet')
        program.find('list item', 'Meeting.*')
        program.press('Tab')
        self.wait_text(program, 'form:meeting country:UA')
        program.find('button', 'Filter form: Meeting')
        program.find(name=self.count('form:meeting', 'country:UA'))

    def test_chips_in_several_lines(self):
        program = self.start_on_sample()
        if not program.tells_places:
            self.skipTest('this GTK tells wrong places')
        self.search(program, 'form:phone-call,meeting -country:UA,RU on:2021-12 status:held')

        def is_whole():
            _, top, _, height = program.find('group', 'Filters').extents
            return all(top <= y and y + chip_height <= top + height
                       for _, y, _, chip_height in (button.extents for button in program.find('group', 'Filters').find_all('button')))
        program.find('button', 'Filter status: Held')
        wait_for('the bar to be as high as its chips', is_whole)

    def test_what_is_to_be_excluded_is_no_mistake_yet(self):
        program = self.start_on_sample()
        program.press('ctrl+f')
        program.type('kyiv -')
        program.find('list item', 'country:.*')
        self.assertFalse(program.find_all('label', '.*no letter or digit.*'))

    def open_panel(self, program):
        program.press('ctrl+shift+f')
        program.wait_focus('text box', 'From.*')

    def test_panel_and_text_are_in_step(self):
        program = self.start_on_sample()
        self.search(program, 'kyiv form:phone-call')
        self.open_panel(program)
        call = program.walk_by('Tab', name='Phone call')
        self.assertTrue(call.has('pressed'))
        meeting = program.walk_by('Tab', name='Meeting')
        self.assertFalse(meeting.has('pressed'))
        program.press('space')
        self.wait_text(program, 'kyiv form:phone-call,meeting')
        wait_for('the second form to be on', lambda: meeting.has('pressed'))
        program.press('space')
        self.wait_text(program, 'kyiv form:phone-call')
        program.press('Escape')
        program.find(name=self.count('kyiv', 'form:phone-call'))
        program.click(program.find('button', 'Remove filter form: Phone call'))
        self.wait_text(program, 'kyiv')
        self.open_panel(program)
        self.assertFalse(program.walk_by('Tab', name='Phone call').has('pressed'))
        program.press('Escape')

    def test_panel_changes_what_is_written_otherwise(self):
        """A span in one term, and what is excluded."""
        program = self.start_on_sample()
        self.search(program, 'on:2021-12 -form:meeting,letter')
        self.open_panel(program)
        self.assertEqual([program.find('text box', f'{side}.*').text for side in ('From', 'To')], ['2021-12', '2021-12'])
        program.press('ctrl+a')
        program.type('2021-11')
        program.press('Return')
        self.wait_text(program, '-form:meeting,letter from:2021-11 to:2021-12')
        program.walk_by('Tab', name='Meeting')
        program.press('space')
        self.wait_text(program, '-form:letter from:2021-11 to:2021-12 form:meeting')
        program.press('Escape')

    def test_panel_takes_names_and_dates(self):
        program = self.start_on_sample()
        self.open_panel(program)
        program.type('2021-13')
        program.press('Return')
        program.find('label', '.*2021-13.*')
        self.wait_text(program, '')
        program.press('ctrl+a')
        program.type('2021-12')
        program.press('Return')
        self.wait_text(program, 'from:2021-12')
        program.walk_by('Tab', name='Last 30 days')
        program.press('space')
        self.wait_text(program, 'from:-30d to:today')
        program.walk_by('Tab', name='Counterparts')
        program.type('kul')
        program.find('label', 'Dmytro Kuleba')
        program.press('Return')
        self.wait_text(program, 'from:-30d to:today with:"Dmytro Kuleba"')
        program.press('shift+Tab')
        program.wait_focus('button', 'Remove Dmytro Kuleba')
        program.press('space')
        self.wait_text(program, 'from:-30d to:today')
        program.walk_by('Tab', name='Confidential')
        program.press('space')
        self.wait_text(program, 'from:-30d to:today is:confidential')
        program.press('space')
        self.wait_text(program, 'from:-30d to:today')
        program.press('Escape')
        program.find(name=self.count('from:-30d', 'to:today'))


class SavedSearchesTest(SearchTest):
    def names(self, program):
        items = program.find('list', 'Saved searches').find_all('list item')
        return [re.sub(r', \d+ records?$', '', item.name) for item in items]

    def wait_names(self, program, *names):
        """The person's own, behind those that are built in."""
        wait_for(f'the searches {names}', lambda: self.names(program)[6:] == list(names))

    def test_built_in(self):
        program = self.start_on_sample()
        for name, entity, query in (('Last 30 days', 'engagements', ['from:-30d', 'to:today']), ('Planned', 'engagements', ['status:planned']),
                                    ('Overdue follow-ups', 'engagements', ['is:overdue']), ('Past their cadence', 'contacts', ['is:overdue']),
                                    ('Unsourced', 'engagements', ['is:unsourced']), ('Nobody named', 'engagements', ['is:unnamed'])):
            number = len(self.list(entity, *query))
            program.find('list item', f'{name}, {number} records?')
        program.click(program.find('list item', 'Last 30 days.*'))
        self.wait_text(program, 'from:-30d to:today')
        program.find(name=self.count('from:-30d', 'to:today'))
        wait_for('the search to be marked', lambda: program.find('list item', 'Last 30 days.*').has('selected'))
        self.assertFalse(program.find('list item', 'Engagements').has('selected'))
        program.click(program.find('list item', 'Past their cadence.*'))
        program.find('window', 'Contacts.*')

    def test_save_rename_move_delete(self):
        program = self.start_on_sample()
        self.wait_names(program, 'Ukraine, last weeks', 'Moscow, calls and meetings')
        program.press('ctrl+f')
        program.type('country:PL')
        program.press('Return')
        program.press('ctrl+d')
        program.wait_focus('text box', 'Name of the search.*')
        program.type('Warsaw')
        program.press('Return')
        self.wait_names(program, 'Ukraine, last weeks', 'Moscow, calls and meetings', 'Warsaw')
        program.wait_focus('list item', 'Warsaw.*')
        number = len(self.list('engagements', 'country:PL'))
        program.find('list item', f'Warsaw, {number} records?')

        program.press('alt+Up')
        self.wait_names(program, 'Ukraine, last weeks', 'Warsaw', 'Moscow, calls and meetings')
        program.wait_focus('list item', 'Warsaw.*')
        program.press('F2')
        program.wait_focus('text box', 'Name of the search.*')
        program.type('Poland')
        program.press('Return')
        self.wait_names(program, 'Ukraine, last weeks', 'Poland', 'Moscow, calls and meetings')
        program.wait_focus('list item', 'Poland.*')
        program.press('Delete')
        self.wait_names(program, 'Ukraine, last weeks', 'Moscow, calls and meetings')
        program.find('label', 'Deleted search Poland')
        program.press('ctrl+z')
        self.wait_names(program, 'Ukraine, last weeks', 'Poland', 'Moscow, calls and meetings')

    def choose_moscow(self, program):
        self.wait_names(program, 'Ukraine, last weeks', 'Moscow, calls and meetings')
        program.click(program.find('list item', 'Moscow, calls and meetings.*'))
        program.wait_focus('list item', 'Moscow, calls and meetings.*')

    def test_focus_after_menu(self):
        program = self.start_on_sample()
        self.choose_moscow(program)
        program.press('Menu')
        self.choose(program, 'Icon')
        program.walk_by('Down', 'menu item', 'Person')
        program.press('Escape')
        program.wait_focus('list item', 'Moscow, calls and meetings.*')
        program.press('Up')
        program.wait_focus('list item', 'Ukraine, last weeks.*')
        program.press('ctrl+f')
        program.wait_focus('search box', 'Search')

    def test_menu_by_keys(self):
        program = self.start_on_sample()
        self.choose_moscow(program)
        program.press('Menu')
        self.choose(program, 'Move up')
        self.wait_names(program, 'Moscow, calls and meetings', 'Ukraine, last weeks')
        program.wait_focus('list item', 'Moscow, calls and meetings.*')
        program.press('Menu')
        self.choose(program, 'Move down')
        self.wait_names(program, 'Ukraine, last weeks', 'Moscow, calls and meetings')
        program.wait_focus('list item', 'Moscow, calls and meetings.*')
        program.press('Menu')
        self.choose(program, 'Rename…')
        program.wait_focus('text box', 'Name of the search.*')
        program.type('Geneva')
        program.press('Return')
        self.wait_names(program, 'Ukraine, last weeks', 'Geneva')
        program.wait_focus('list item', 'Geneva.*')
        program.press('Menu')
        self.choose(program, 'Delete')
        self.wait_names(program, 'Ukraine, last weeks')
        program.wait_focus('list item', 'Ukraine, last weeks.*')

    def test_name_is_not_empty(self):
        program = self.start_on_sample()
        self.choose_moscow(program)
        program.press('F2')
        program.wait_focus('text box', 'Name of the search.*')
        save = program.find('button', 'Save')
        self.assertTrue(save.has('sensitive'))
        program.press('ctrl+a', 'BackSpace')
        wait_for('an empty name not to be saved', lambda: not save.has('sensitive'))
        program.press('Return')
        program.type('Geneva')
        wait_for('a name to be saved', lambda: save.has('sensitive'))
        program.press('Escape')
        program.wait_focus('list item', 'Moscow, calls and meetings.*')
        program.press('alt+Up')
        self.wait_names(program, 'Moscow, calls and meetings', 'Ukraine, last weeks')
        program.wait_focus('list item', 'Moscow, calls and meetings.*')

    def test_dragged(self):
        program = self.start_on_sample()
        if not program.tells_places:
            self.skipTest('this GTK tells wrong places')
        self.wait_names(program, 'Ukraine, last weeks', 'Moscow, calls and meetings')
        ukraine, moscow = (program.find('list item', f'{name}.*') for name in ('Ukraine, last weeks', 'Moscow, calls and meetings'))
        program.drag(ukraine, moscow, (0.5, 0.9))
        self.wait_names(program, 'Moscow, calls and meetings', 'Ukraine, last weeks')
        # What is built in keeps its place: who is dropped above comes first below it.
        program.drag(program.find('list item', 'Ukraine, last weeks.*'), program.find('list item', 'Last 30 days.*'), (0.5, 0.1))
        self.wait_names(program, 'Ukraine, last weeks', 'Moscow, calls and meetings')
        program.press('ctrl+z')
        self.wait_names(program, 'Moscow, calls and meetings', 'Ukraine, last weeks')
        program.press('ctrl+z')
        self.wait_names(program, 'Ukraine, last weeks', 'Moscow, calls and meetings')

    def test_counts_follow_changes(self):
        """Another process writes; the numbers come up to it."""
        program = self.start_on_sample()
        held = len(self.list('engagements', 'is:unsourced'))
        program.find('list item', f'Unsourced, {held} records?')
        record = next(record for record in self.export_records('is:unsourced') if record['record'] == 'engagement')
        self.import_records([{**record, 'uuid': '00000000-0000-4000-8000-000000000001'}])
        program.find('list item', f'Unsourced, {held + 1} records?')


class QuickFindTest(SearchTest):
    def wait_chosen(self, program, name):
        program.wait_focused(f'{name} to be chosen', lambda node: re.match(name, node.description))

    def test_records(self):
        program = self.start_on_sample()
        self.open_quick_find(program)
        program.type('кулеба')
        self.wait_chosen(program, 'Dmytro Kuleba, Contacts, 1 of 5')
        program.press('Return')
        program.wait_gone('window', 'Quick find')
        program.find(name='.*Minister (of|for) Foreign Affairs of Ukraine.*')
        self.open_quick_find(program)
        program.type('informs kul')
        self.wait_chosen(program, 'Blinken informs Kuleba about Geneva, Engagements, 1 of 1')
        program.press('Return')
        program.find(name='.*11 January 2022.*')

    def test_places_searches_and_actions(self):
        program = self.start_on_sample()
        self.open_quick_find(program)
        program.type('organ')
        items = wait_for('the place', lambda: [item for item in program.find('list', 'Found').find_all('list item') if item.name == 'Organisations'])
        self.assertEqual(len(items), 1)
        chosen = program.wait_focused('something to be chosen', lambda node: ' of ' in node.description).description
        while not chosen.startswith('Organisations, Places'):
            program.press('Down')
            chosen = program.wait_focused('the next to be told', lambda node, before=chosen: node.description != before).description
        program.press('Return')
        program.find('window', 'Organisations.*')
        self.open_quick_find(program)
        program.type('unsour')
        self.wait_chosen(program, 'Unsourced, Searches')
        program.press('Return')
        self.wait_text(program, 'is:unsourced')
        self.open_quick_find(program)
        program.type('keyb short')
        self.wait_chosen(program, 'Keyboard shortcuts, Actions')
        program.press('ctrl+a')
        program.type('group month')
        self.wait_chosen(program, 'Group by: Month, Actions')
        program.press('Return')
        program.wait_gone('window', 'Quick find')
        program.find('row', 'Nov 2021 · 1 engagement')
        program.press('Home')
        program.find('button', 'Delete')
        self.open_quick_find(program)
        program.type('delete zaluzh')
        self.wait_chosen(program, 'Delete: .*, Actions, 1 of ')
        program.press('Return')
        program.find('label', 'Deleted .*Zaluzhnyi.*')

    def test_nothing(self):
        program = self.start_on_sample()
        self.open_quick_find(program)
        program.type('xyzzy')
        self.wait_chosen(program, 'Nothing is called so')
        program.press('Return', 'Escape')
        program.wait_gone('window', 'Quick find')
        program.find(name='87 engagements · 90 records')


if __name__ == '__main__':
    tap.main()
