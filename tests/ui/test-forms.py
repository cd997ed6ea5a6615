#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding, editing, deleting and taking back, by the forms and real keys."""

import contextlib
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402


class FormsTest(SampleWindowTest):
    def pick(self, program, name, text, suggestion):
        """Types a part of a name, and takes what is suggested first."""
        field = program.find('text box', name)
        program.click(field)
        program.wait_focus('text box', name)
        program.type(text)
        program.find(name=suggestion)
        program.press('Return')

    def add_call(self, program):
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.pick(program, 'Add one of ours', 'blink', '.*Blinken.*')
        self.pick(program, 'Add one of theirs', 'kuleb', '.*Kuleba.*')
        title = program.find('text box', 'Title')
        wait_for('the proposed title', lambda: title.text == 'Call with Kuleba')
        program.press('ctrl+s')
        wait_for('the call in the store', lambda: len(self.list('engagements', 'with:Kuleba')) == 5)

    def test_add_contact(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+shift+n')
        program.wait_window('New contact')
        self.assertFalse(program.find_all(name='Not finished.*'))
        self.fill(program, 'Given name', 'Oksana')
        self.fill(program, 'Family name', 'Markarova')
        program.press('ctrl+s')
        wait_for('the contact in the store', lambda: self.list('contacts', 'Markarova'))
        contact, = self.list('contacts', 'Markarova')
        self.assertEqual(contact['name'], 'Oksana Markarova')
        self.assertEqual(contact['side'], 'theirs')
        program.wait_window('.*sample.*')

    def test_several_values(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+shift+n')
        program.wait_window('New contact')
        self.fill(program, 'Family name', 'Markarova')
        first = program.find('text box', 'E-mail')
        program.click(first)
        program.wait_focus('text box', 'E-mail')
        program.type('one@example.org')
        program.press('Return')
        program.wait_focus('text box', 'E-mail 2')
        program.type('two@example.org')
        program.press('Return')
        program.wait_focus('text box', 'E-mail 3')
        program.click(program.find('button', 'Remove one@example.org'))
        wait_for('the other one to come first', lambda: first.text == 'two@example.org')
        program.press('ctrl+s')
        program.wait_window('.*sample.*')
        contact, = self.list('contacts', 'Markarova')
        shown = self.show(contact['uuid'])
        self.assertEqual(shown['email'], ['two@example.org'])

    def test_add_engagement_and_undo(self):
        program = self.start_on_sample()
        self.add_call(program)
        call = self.list('engagements', 'with:Kuleba')[0]
        self.assertEqual(call['principals'], ['Antony J. Blinken'])
        self.assertEqual(call['counterparts'], ['Dmytro Kuleba'])
        self.assertEqual(call['start'], '2022-01-14')
        program.wait_window('.*sample.*')
        program.find(name='88 engagements · 91 records')
        program.press('ctrl+z')
        program.find(name='87 engagements · 90 records')
        program.press('ctrl+shift+z')
        program.find(name='88 engagements · 91 records')

    def test_contact_that_is_missing(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.fill(program, 'Summary', 'They met by chance.')
        self.pick(program, 'Add one of theirs', 'Oksana Markarova', 'Add contact “Oksana Markarova”…')
        program.wait_window('New contact')
        self.assertEqual(program.find('text box', 'Given name').text, 'Oksana')
        self.assertEqual(program.find('text box', 'Family name').text, 'Markarova')
        program.press('ctrl+Return')
        program.wait_window('New engagement')
        program.find('button', 'Remove Oksana Markarova')
        title = program.find('text box', 'Title')
        wait_for('the proposed title', lambda: title.text == 'Call with Markarova')
        self.assertEqual(program.find('text box', 'Summary').text, 'They met by chance.')
        program.press('ctrl+s')
        wait_for('the call in the store', lambda: self.list('engagements', 'with:Markarova'))

    def test_order_of_participants(self):
        program = self.start_on_sample()
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.pick(program, 'Add one of theirs', 'kuleb', '.*Kuleba.*')
        program.find('button', 'Remove Dmytro Kuleba')
        self.pick(program, 'Add one of theirs', 'linde', '.*Linde.*')
        program.find('button', 'Remove Ann Linde')
        title = program.find('text box', 'Title')
        wait_for('the proposed title', lambda: title.text == 'Call with Kuleba and Linde')
        # Backwards from the entry: the last row's buttons, then the row.
        program.press('shift+Tab', 'shift+Tab', 'shift+Tab')
        program.wait_focus(name='Ann Linde')
        program.press('alt+Up')
        wait_for('the other order', lambda: title.text == 'Call with Linde and Kuleba')
        program.press('Delete')
        wait_for('one to be left', lambda: title.text == 'Call with Kuleba')
        program.press('ctrl+s')
        program.wait_window('.*sample.*')
        program.find(name='88 engagements · 91 records')
        self.assertEqual(self.list('engagements', 'with:Kuleba')[0]['counterparts'], ['Dmytro Kuleba'])

    def test_participants_are_dragged(self):
        program = self.start_on_sample()
        if not program.tells_places:
            self.skipTest('this GTK tells wrong places')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        program.wait_focus('text box', 'Quick entry')
        program.type('blinken met kuleba and linde and rau')
        program.find('button', 'Remove Zbigniew Rau')
        title = program.find('text box', 'Title')

        def drag(name, other, share):
            program.drag(program.find('list item', name), program.find('list item', other), (0.5, share))

        def wait_order(*names):
            """Waits until they stand so on the screen, ours before theirs."""
            def stand_so():
                places = [program.find('list item', name).extents[:2] for name in names]
                return places == sorted(set(places))
            wait_for(f'the order {names}', stand_so)

        wait_order('Dmytro Kuleba', 'Ann Linde', 'Zbigniew Rau')
        # Within a side: behind the last, then before the first.
        drag('Dmytro Kuleba', 'Zbigniew Rau', 0.9)
        wait_order('Ann Linde', 'Zbigniew Rau', 'Dmytro Kuleba')
        self.assertEqual(title.text, 'Meeting with Linde, Rau and Kuleba')
        drag('Dmytro Kuleba', 'Ann Linde', 0.1)
        wait_order('Dmytro Kuleba', 'Ann Linde', 'Zbigniew Rau')
        # To the other side, at a place among those there, and back to a side that is empty.
        drag('Antony J. Blinken', 'Ann Linde', 0.1)
        wait_order('Dmytro Kuleba', 'Antony J. Blinken', 'Ann Linde', 'Zbigniew Rau')
        program.drag(program.find('list item', 'Antony J. Blinken'), program.find('text box', 'Add one of ours'))
        wait_order('Antony J. Blinken', 'Dmytro Kuleba', 'Ann Linde', 'Zbigniew Rau')
        drag('Zbigniew Rau', 'Antony J. Blinken', 0.9)
        wait_order('Antony J. Blinken', 'Zbigniew Rau', 'Dmytro Kuleba', 'Ann Linde')
        program.press('ctrl+s')
        program.wait_window('.*sample.*')
        program.find(name='88 engagements · 91 records')
        meeting = self.list('engagements', 'with:Linde', 'form:meeting', 'on:2022-01-14')[0]
        self.assertEqual((meeting['principals'], meeting['counterparts']),
                         (['Antony J. Blinken', 'Zbigniew Rau'], ['Dmytro Kuleba', 'Ann Linde']))

    def test_members_of_a_format(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.pick(program, 'Format', 'bucharest', 'Bucharest Nine')
        program.press('Tab')
        program.wait_focus('button', 'Seat members')
        program.press('Return')
        program.find('button', 'Remove Poland')
        self.assertEqual(len(program.find_all('button', 'Remove .*')), 9)
        # Whoever is of a member takes its seat, unless heads were counted there; who is of none of them has one more.
        program.click(program.find('button', 'Details of Romania'))
        self.fill(program, 'Romania: Head count', '3')
        program.walk_by('Tab', 'text box', 'Add one of theirs')
        for text, name, seats in (('rau', 'Zbigniew Rau', 9), ('kuleb', 'Dmytro Kuleba', 10)):
            program.type(text)
            program.find(name=f'.*{name}.*')
            program.press('Return')
            program.find('button', f'Remove {name}')
            self.assertEqual(len(program.find_all('button', 'Remove .*')), seats)
        self.assertFalse(program.find_all('button', 'Remove Poland'))
        rows = [node.name for node in program.find_all('list item')]
        self.assertEqual(rows[rows.index('Lithuania') + 1], 'Zbigniew Rau')

        # They take no part yet, and the form has a change: it asks.
        program.press('ctrl+w')
        program.click(program.find('button', '.*Discard.*'))
        program.wait_window('.*sample.*')

    def test_failed_save_loses_nothing(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.fill(program, 'Title', 'A call of importance')
        with contextlib.closing(sqlite3.connect(self.store, isolation_level=None)) as other:
            other.execute('BEGIN IMMEDIATE')
            program.press('ctrl+s')
            program.find(name='Another program is writing to the store.*')
            other.execute('ROLLBACK')
        program.wait_focus('text box', 'Title')
        program.press('ctrl+s')
        wait_for('the call in the store', lambda: self.list('engagements', 'importance'))

    def test_quit_while_saving(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.fill(program, 'Title', 'A call of importance')
        with contextlib.closing(sqlite3.connect(self.store, isolation_level=None)) as other:
            other.execute('BEGIN IMMEDIATE')
            save = program.find('button', 'Save')
            program.press('ctrl+s')
            wait_for('the saving to begin', lambda: not save.has('sensitive'))
            program.press('ctrl+q')
            program.wait_heard()
            other.execute('ROLLBACK')
        wait_for('the program to end', lambda: program.process.poll() is not None)
        self.assertEqual(len(self.list('engagements', 'importance')), 1)

    def test_delete_and_undo(self):
        program = self.start_on_sample()
        self.add_call(program)
        program.wait_window('.*sample.*')
        program.find(name='88 engagements · 91 records')
        program.press('Delete')
        program.find(name='87 engagements · 90 records')
        program.click(program.find('button', '_?Undo.*'))
        program.find(name='88 engagements · 91 records')

    def test_unsaved_changes_are_asked_about(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.fill(program, 'Title', 'A call that nobody wants')
        program.press('Escape')
        program.find('button', '.*Keep editing.*')
        program.click(program.find('button', '.*Discard.*'))
        program.wait_window('.*sample.*')
        self.assertEqual(self.list('engagements', 'nobody', 'wants'), [])

    def test_quit_goes_on_after_the_answer(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.fill(program, 'Title', 'A call that nobody wants')
        program.press('ctrl+q')
        program.click(program.find('button', '.*Keep editing.*'))
        program.wait_window('New engagement')
        program.press('ctrl+q')
        program.click(program.find('button', '.*Discard.*'))
        wait_for('the program to end', lambda: program.process.poll() is not None)
        self.assertEqual(self.list('engagements', 'nobody', 'wants'), [])

    def test_what_is_wrong_is_told(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.fill(program, 'Date and time', '2021-02-30')
        program.press('Tab')
        save = program.find('button', 'Save')
        wait_for('Save to be refused', lambda: not save.has('sensitive'))
        self.fill(program, 'Date and time', '2021-02-28')
        wait_for('Save to be possible', lambda: save.has('sensitive'))
        program.press('Escape')
        program.click(program.find('button', '.*Discard.*'))
        program.wait_window('.*sample.*')

    def test_save_and_new(self):
        program = self.start_on_sample()
        program.press('ctrl+n')
        program.wait_window('New engagement')
        line = program.wait_focus('text box', 'Quick entry')
        program.type('blinken met kuleba 12 Jan in Kyiv')
        wait_for('the place to be understood', lambda: 'Place: Kyiv' in line.description)
        program.press('ctrl+shift+s')
        wait_for('the meeting in the store', lambda: self.list('engagements', 'with:Kuleba', 'on:2022-01-12'))
        program.find(name='Added meeting with Kuleba')
        wait_for('the next line', lambda: program.wait_focus('text box', 'Quick entry').text == '')
        self.assertEqual(program.find('text box', 'Date and time').text, '2022-01-12')
        self.assertEqual(program.find('text box', 'Place').text, 'Kyiv')
        program.find('button', 'Remove Antony J. Blinken')
        program.type('yermak')
        program.find('button', 'Remove Andriy Yermak')
        program.press('ctrl+s')
        wait_for('the next meeting', lambda: self.list('engagements', 'with:Yermak', 'on:2022-01-12'))
        meeting, = self.list('engagements', 'with:Yermak', 'on:2022-01-12')
        self.assertEqual((meeting['title'], meeting['principals']), ('Meeting with Yermak', ['Antony J. Blinken']))
        program.wait_window('.*sample.*')
        program.find(name='89 engagements · 92 records')

    def test_organisation_with_members(self):
        program = self.start_at('follow-ups')
        program.press('alt+3')
        program.click(program.find('button', 'New engagement, contact, organisation or stated total'))
        program.press('Down', 'Down', 'Return')
        program.wait_window('New organisation')
        program.wait_focus('text box', 'Name')
        program.type('Pacific Five')
        program.click(program.find('button', 'Kind'))
        program.press('Down', 'Down', 'Down', 'Down', 'Return')
        program.click(program.find('button', 'Add member'))
        self.pick(program, 'Membership 1: Country', 'japan', 'Japan')
        self.fill(program, 'Membership 1: From', '2007')
        program.press('ctrl+s')
        five = wait_for('the organisation in the store', lambda: next((found for found in self.list('organisations', 'Pacific')
                                                                       if found['name'] == 'Pacific Five'), None))
        self.assertEqual(five['kind'], 'grouping')
        program.wait_window('.*sample.*')
        # The same form edits it.
        program.press('ctrl+e')
        program.wait_window('Edit organisation')
        self.assertEqual(program.find('text box', 'Membership 1: From').text, '2007')
        program.press('Escape')
        program.wait_window('.*sample.*')

    def test_organisation_that_is_on_record(self):
        program = self.start_at('follow-ups')
        before = self.list('organisations')
        program.press('alt+3')
        for answer in ('open', 'save'):
            program.click(program.find('button', 'New engagement, contact, organisation or stated total'))
            program.press('Down', 'Down', 'Return')
            program.wait_window('New organisation')
            program.wait_focus('text box', 'Name')
            program.type('bucharest nine')
            program.click(program.find('button', 'Kind'))
            program.press('Down', 'Down', 'Down', 'Down', 'Return')
            program.press('ctrl+s')
            program.wait_window('Is it one of these.*')
            program.find(name='An organisation with one of these names is on record already.')
            self.assertFalse(program.find_all('button', 'Add what was entered.*'))
            if answer == 'open':
                # The one on record is the one that was meant.
                program.click(program.find('button', 'Open Bucharest Nine'))
                program.wait_window('.*sample.*')
                self.assertEqual(self.list('organisations'), before)
        program.press('alt+s')
        wait_for('one organisation more', lambda: len(self.list('organisations')) == len(before) + 1)
        program.wait_window('.*sample.*')

    def test_drafts_survive_a_kill(self):
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        self.pick(program, 'Add one of theirs', 'kuleb', '.*Kuleba.*')
        self.fill(program, 'Summary', 'He will call again on Mond')
        self.wait_draft('Mond')
        program.kill()

        program = self.start(str(self.store))
        program.find(name='“Call with Kuleba” was not saved when the program ended')
        program.click(program.find('button', 'Go on'))
        program.wait_window('New engagement')
        self.assertEqual(program.find('text box', 'Summary').text, 'He will call again on Mond')
        program.find('button', 'Remove Dmytro Kuleba')
        program.press('ctrl+s')
        wait_for('the call in the store', lambda: len(self.list('engagements', 'with:Kuleba')) == 5)
        program.wait_window('.*sample.*')
        wait_for('the draft to go', lambda: not self.list_drafts())

    def test_what_cannot_be_read_yet_survives_a_kill(self):
        """Half a date, a part of a name that was not picked, and the line that the form was begun with."""
        program = self.start_at('follow-ups')
        program.press('ctrl+n')
        program.wait_window('New engagement')
        program.wait_focus('text box', 'Quick entry')
        program.type('call kuleba zzz')
        program.find('button', 'Remove Dmytro Kuleba')
        # What cannot be read yet keeps the details of a seat open.
        country = 'Dmytro Kuleba: On behalf of country'
        details = program.find(name='Details of Dmytro Kuleba')
        program.click(details)
        self.fill(program, country, 'Ruritan')
        program.click(details)
        program.find('label', 'There is no country of this name.*')
        program.find('text box', country)
        # The list of suggestions would be in the way of the other field.
        for name, text in (('Date and time', '2022-0'), ('Add one of ours', 'blin')):
            self.fill(program, name, text)
        self.wait_draft('"blin"')
        program.kill()
        program = self.start(str(self.store))
        program.wait_window('.*sample.*')
        program.click(program.find('button', 'Go on'))
        program.wait_window('New engagement')
        for name, text in (('Quick entry', 'call kuleba zzz'), ('Date and time', '2022-0'), ('Add one of ours', 'blin'), (country, 'Ruritan')):
            self.assertEqual(program.find('text box', name).text, text)
        # Once only, and nothing of it goes into the record before it is understood.
        self.assertEqual(len(program.find_all('button', 'Remove Dmytro Kuleba')), 1)
        self.assertFalse(program.find('button', 'Save').has('sensitive'))
        program.press('Escape')
        program.wait_window('')
        program.press('alt+d')
        program.wait_window('.*sample.*')
        wait_for('the draft to go', lambda: not self.list_drafts())

    def select_two(self, program, place, search, found):
        program.press(place)
        program.press('ctrl+f')
        program.type(search)
        program.find(name=found)
        program.press('Return', 'Down', 'Up', 'shift+Down')
        program.find(name='2 .* selected')

    def test_merge_two_organisations_of_a_list(self):
        program = self.start_at('follow-ups')
        before = self.list('organisations')
        program.wait_window('.*sample.*')
        self.select_two(program, 'alt+3', 'department of', '.* organisations.*')
        program.press('ctrl+m')
        program.wait_window('Merge')
        program.wait_focus('button', 'Merge')
        gone = program.find('text box', 'Merge with').text
        question = program.find(name='“.*” goes, and all .*').name
        kept = next(one for one in before if f'goes to “{one["name"]}”.' in question)
        gone_uuid = next(one['uuid'] for one in before if one['name'] == gone)
        self.assertNotEqual(kept['name'], gone)
        program.press('Return')
        wait_for('one organisation less', lambda: len(self.list('organisations')) == len(before) - 1)
        # Whoever has the old UUID finds the one that stayed, which is found by the other name, too.
        self.assertEqual(self.show(gone_uuid)['uuid'], kept['uuid'])
        self.assertIn(gone, self.show(kept['uuid'])['other_names'])
        program.wait_window('.*sample.*')
        program.press('ctrl+z')
        wait_for('both organisations', lambda: self.list('organisations') == before)

    @staticmethod
    def choose_to_merge(program, word, other):
        """From the page of the contact with that word, with another one, as far as the button."""
        program.press('alt+2')
        program.find(name='.*86 contacts.*')
        program.press('ctrl+f')
        program.type(word)
        program.find(name='1 contact.*')
        program.press('Return', 'Down', 'Up', 'Return')
        program.find('button', 'Edit.*')
        program.press('ctrl+m')
        program.wait_window('Merge')
        program.wait_focus('text box', 'Merge with')
        program.type(other)
        program.find(name=other)
        program.press('Return')
        program.wait_focus('button', 'Merge')

    def test_merge_contacts(self):
        program = self.start_at('follow-ups')
        before = len(self.list('contacts'))
        kumoch, = self.list('contacts', 'Kumoch')
        self.choose_to_merge(program, 'Soloch', 'Jakub Kumoch')
        program.click(program.find(name='Shown name: Jakub Kumoch'))
        program.click(program.find('button', 'Merge'))
        wait_for('one contact less', lambda: len(self.list('contacts')) == before - 1)
        # By the one name as by the other.
        self.assertEqual([found['name'] for found in self.list('contacts', 'Kumoch')], ['Jakub Kumoch'])
        self.assertEqual([found['name'] for found in self.list('contacts', 'Soloch')], ['Jakub Kumoch'])
        # Whoever has the old UUID finds the one that stayed.
        shown = self.run_liaison('show', kumoch['uuid'])
        self.assertIn('Paweł Soloch', shown)
        program.wait_window('.*sample.*')
        program.press('ctrl+z')
        wait_for('both contacts', lambda: len(self.list('contacts')) == before)

    def test_merge_is_turned_round(self):
        program = self.start_at('follow-ups')
        before = self.list('contacts')
        soloch, kumoch = self.list('contacts', 'Soloch')[0], self.list('contacts', 'Kumoch')[0]
        self.choose_to_merge(program, 'Soloch', 'Jakub Kumoch')
        # What is chosen stays chosen; the rest is that of the one that stays.
        name = program.find('radio', 'Shown name: Paweł Soloch')
        self.assertTrue(name.has('checked'))
        program.click(program.find('radio', 'Given name: Jakub'))
        program.press('alt+k')
        program.find(name='“Paweł Soloch” goes, and all that is on record with it goes to “Jakub Kumoch”.*')
        self.assertEqual(program.find('text box', 'Merge with').text, 'Paweł Soloch')
        self.assertFalse(program.find('radio', 'Shown name: Paweł Soloch').has('checked'))
        self.assertTrue(program.find('radio', 'Given name: Jakub').has('checked'))
        program.press('alt+k')
        program.find(name='“Jakub Kumoch” goes, .*')
        self.assertTrue(program.find('radio', 'Given name: Jakub').has('checked'))
        program.press('alt+k')
        program.find(name='“Paweł Soloch” goes, .*')
        program.press('alt+m')
        wait_for('one contact less', lambda: len(self.list('contacts')) == len(before) - 1)
        kept, = self.list('contacts', 'Soloch')
        self.assertEqual((kept['uuid'], kept['name']), (kumoch['uuid'], 'Jakub Kumoch'))
        self.assertEqual(self.show(soloch['uuid'])['uuid'], kumoch['uuid'])
        program.wait_window('.*sample.*')
        # The page is of the one that stays, and what is done next is done to that one.
        program.find(name='Merged Paweł Soloch into Jakub Kumoch')
        program.find(name='Jakub Kumoch')
        self.assertFalse(program.find_all(name='This record is no longer there'))
        program.press('ctrl+h')
        program.wait_window('History of Jakub Kumoch')
        program.press('Escape')
        program.wait_window('.*sample.*')
        program.press('ctrl+z')
        wait_for('both contacts', lambda: self.list('contacts') == before)

    def begin_duplicate(self, program):
        """A contact whose name is on record in another spelling."""
        program.press('ctrl+shift+n')
        program.wait_window('New contact')
        self.fill(program, 'Given name', 'Wolodymyr')
        self.fill(program, 'Family name', 'Selenskyj')
        program.click(program.find('button', 'Side'))
        program.press('Down', 'Return')
        program.press('ctrl+s')
        program.wait_window('Is it one of these.*')
        program.find(name='Volodymyr Zelenskyy')

    def test_duplicate_is_another_person(self):
        program = self.start_at('follow-ups')
        before = len(self.list('contacts'))
        self.begin_duplicate(program)
        program.wait_focus('button', 'Another person')
        program.press('Return')
        wait_for('one contact more', lambda: len(self.list('contacts')) == before + 1)
        self.assertEqual(len(self.list('contacts', 'Zelenskyy')), 2)

    def test_duplicate_is_merged(self):
        program = self.start_at('follow-ups')
        before = len(self.list('contacts'))
        self.begin_duplicate(program)
        program.click(program.find('button', 'Add what was entered to Volodymyr Zelenskyy'))
        program.wait_window('.*sample.*')
        program.find(name='Added to the contact on record')
        self.assertEqual(len(self.list('contacts')), before)
        shown = self.run_liaison('list', 'contacts', 'Wolodymyr', '--format=json')
        self.assertIn('Volodymyr Zelenskyy', shown)


if __name__ == '__main__':
    tap.main()
