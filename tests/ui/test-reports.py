#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports in the window: composed beside their preview, each number leading to its engagements, saved, checked and published."""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from clipboard import read_clipboard                  # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

SAMPLE_REPORT = 'Ukraine, weeks of consultation'


class ReportsTest(SampleWindowTest):
    def open_reports(self):
        program = self.start_at('reports')
        self.wait_preview(program, 'Joe Biden spoke with 161 European leaders')
        return program

    def wait_preview(self, program, text):
        preview = program.find(name='Preview')
        wait_for(f'“{text}” in the preview', lambda: text in preview.text)

    def records(self, kind):
        """What the store holds; the window's own writes come a moment late."""
        return [record for record in self.export_records() if record['record'] == kind]

    def test_a_number_leads_to_its_engagements(self):
        program = self.open_reports()
        program.click(program.find(name='32 numbers'))
        # The whole list shows its first rows only; these can be clicked on.
        program.click(program.find('list item', r'2\.  29 .*'))
        program.find(name='29 engagements.*')
        program.press('alt+Left')
        self.wait_preview(program, 'Joe Biden')

    def test_the_preview_follows_and_what_is_saved_can_be_undone(self):
        program = self.open_reports()
        self.fill(program, 'Title', 'What was said')
        self.wait_preview(program, 'What was said\n')
        program.click(program.find('button', 'Save'))
        wait_for('the title in the store', lambda: self.records('report')[0]['title'] == 'What was said')
        program.press('ctrl+z')
        self.wait_preview(program, 'Consultations with allies')
        self.assertEqual(self.records('report')[0]['title'], 'Consultations with allies and partners over Ukraine')

    def test_a_wording_over_its_number_is_told(self):
        program = self.open_reports()
        program.click(program.find('text box', 'To'))
        program.wait_focus('text box', 'To')
        program.walk_by('Tab', name='Wording of the highlight')
        program.type('Scores of leaders, {1}')
        self.wait_preview(program, 'Scores of leaders, 16')
        program.click(program.find(name='Release check: 12 things to look at'))
        program.find(name='The wording “scores” says more than its number, 16.')

    def test_choices_tell_their_names(self):
        program = self.open_reports()
        program.find('button', f'Report: {SAMPLE_REPORT}')
        program.find('button', 'Audience: Public')

    def test_a_highlight_has_its_own_span_and_place(self):
        program = self.open_reports()
        program.click(program.find('text box', 'To'))
        program.wait_focus('text box', 'To')
        program.walk_by('Tab', name='First day of the highlight')
        program.type('2021-12-10')
        self.wait_preview(program, 'European leaders. [10 Dec 2021 – 11 Jan 2022]')
        program.press('alt+Down')
        self.wait_preview(program, 'foreign counterparts (3 announced only).\n•  President of the United States Joe Biden')
        program.click(program.find('button', 'Save'))
        wait_for('the highlight in the store', lambda: any(record.get('from') == '2021-12-10' and record['position'] == 2
                                                           for record in self.records('highlight')))

    def test_a_copy_is_rich_and_plain(self):
        program = self.open_reports()
        self.open_menu(program, 'Copy')
        program.find(name='Report copied')
        rich, plain = 'text/html', 'text/plain;charset=utf-8'
        copied = read_clipboard(rich, plain)
        self.assertIn(rich, copied['types'])
        self.assertTrue(copied[rich].startswith('<!DOCTYPE html>'), copied[rich][:80])
        self.assertTrue(copied[plain].startswith('Consultations with allies and partners over Ukraine\n==='), copied[plain][:80])

    def test_drafts_survive_a_kill(self):
        program = self.open_reports()
        self.fill(program, 'Title', 'What was sai')
        self.wait_draft('What was sai')
        program.kill()
        self.assertEqual(self.records('report')[0]['title'], 'Consultations with allies and partners over Ukraine')

        program = self.start(str(self.store))
        program.find(name=f'“{SAMPLE_REPORT}” was not saved when the program ended')
        program.click(program.find('button', 'Go on'))
        self.wait_preview(program, 'What was sai\n')
        self.fill(program, 'Title', 'What was said')
        program.click(program.find('button', 'Save'))
        wait_for('the title in the store', lambda: self.records('report')[0]['title'] == 'What was said')
        self.assertEqual(len(self.records('highlight')), 17)
        wait_for('the draft to go', lambda: not self.list_drafts())

    def test_leaving_saves_and_nothing_is_offered_again(self):
        program = self.open_reports()
        self.fill(program, 'Title', 'Said and kept')
        program.close()
        self.assertEqual(self.records('report')[0]['title'], 'Said and kept')
        # The program may have ended before it could take the draft away.
        program = self.start(str(self.store))
        self.wait_preview(program, 'Said and kept')
        wait_for('the draft to go', lambda: not self.list_drafts())
        self.assertFalse(program.find_all('button', 'Go on'))

    def test_what_is_printed_is_the_pdf(self):
        # Where GTK prints to when it prints to a file, and the same report as the command line has it.
        config = pathlib.Path(self.folder.name, 'config')
        config.mkdir(exist_ok=True)
        config.joinpath('user-dirs.dirs').write_text(f'XDG_DOCUMENTS_DIR="{self.folder.name}"\n', encoding='utf-8')
        program = self.open_reports()
        self.open_menu(program, 'Print…')
        program.wait_window('Print')
        program.click(program.find('label', 'Print to File'))
        program.click(wait_for('a printer to be chosen', lambda: next((node for node in program.find_all('button', '_Print Print')
                                                                      if node.has('sensitive')), None)))
        program.find(name='Report printed')
        printed = pathlib.Path(self.folder.name, f'{SAMPLE_REPORT}.pdf')
        written = pathlib.Path(self.folder.name, 'written.pdf')
        self.run_liaison('report', SAMPLE_REPORT, f'--output={written}')
        # The last page is drawn before the file is complete.
        text = wait_for('the printed file', lambda: self.read_pdf(printed))
        self.assertEqual(text, self.read_pdf(written))
        self.assertIn('President of the United States Joe Biden spoke with 16', text)

    @staticmethod
    def read_pdf(path):
        """The text on the pages, as it stands there, or nothing of a file that is no PDF yet."""
        done = subprocess.run(['pdftotext', '-layout', path, '-'], check=False, capture_output=True, text=True)
        return done.stdout if done.returncode == 0 else ''

    def test_a_new_report_from_what_is_proposed(self):
        program = self.open_reports()
        program.click(program.find('button', 'New report'))
        self.wait_preview(program, 'New report\n')
        choice = program.open(program.find(name='Add a highlight…'), 'list item', 'Leaders spoken with: .*')
        # So wide that words are not cut.
        self.assertGreater(choice.extents[2], 250)
        program.press('Return')
        wait_for('a highlight in the preview', lambda: 'leaders' in program.find(name='Preview').text)
        program.click(program.find('button', 'Save'))
        wait_for('the highlight in the store', lambda: len(self.records('highlight')) == 18)
        self.assertEqual(sorted(report['name'] for report in self.records('report')), ['New report', SAMPLE_REPORT])

    def open_menu(self, program, *names):
        program.open(program.find(name='Export, publish and more'), 'menu item')
        self.choose(program, *names)

    def test_a_copy_and_a_deletion(self):
        program = self.open_reports()
        self.open_menu(program, 'Duplicate')
        program.find('button', rf'Report: {SAMPLE_REPORT} \(copy\)')
        wait_for('the copy in the store', lambda: len(self.records('highlight')) == 34)
        self.fill(program, 'Title', 'Only of the copy')
        self.wait_preview(program, 'Only of the copy\n')
        program.click(program.find('button', 'Save'))
        wait_for('the title in the store', lambda: sorted(report['title'] for report in self.records('report'))
                 == ['Consultations with allies and partners over Ukraine', 'Only of the copy'])
        self.open_menu(program, 'Delete')
        program.find('button', f'Report: {SAMPLE_REPORT}')
        wait_for('the copy to go', lambda: len(self.records('highlight')) == 17)
        self.wait_preview(program, 'Consultations with allies')
        program.press('ctrl+z')
        wait_for('the copy to be back', lambda: len(self.records('highlight')) == 34)
        program.open(program.find('button', f'Report: {SAMPLE_REPORT}'), 'list item')
        program.press('Down', 'Return')
        self.wait_preview(program, 'Only of the copy\n')

    def read_order(self, program):
        """Where highlights stand in the preview."""
        text = program.find(name='Preview').text
        return text.index('European leaders'), text.index('with foreign counterparts')

    def test_highlights_are_ordered_by_the_pointer(self):
        program = self.open_reports()
        first, second = self.read_order(program)
        self.assertLess(first, second)
        # So far that both are in sight.
        program.click(program.find('text box', 'To'))
        program.wait_focus('text box', 'To')
        program.walk_by('Tab', name='Wording of the highlight')
        program.press('Tab')
        program.walk_by('Tab', name='Query of the highlight')
        program.walk_by('Tab', name='Wording of the highlight')
        # Taken by its head, and let go behind the one that it is to follow.
        program.drag(program.find('label', 'Leaders spoken with'), program.find_all('list item', 'Calls and meetings')[0], (0.2, 0.9))
        wait_for('the first one after the second', lambda: (lambda a, b: b < a)(*self.read_order(program)))
        program.click(program.find('button', 'Save'))
        wait_for('the order in the store', lambda: {record['position']: record['measure'] for record in self.records('highlight')}[2] == 'leaders')

    def test_the_preview_leads_by_the_keyboard(self):
        program = self.open_reports()
        preview = program.find(name='Preview')
        # A number, the words beside another one, and a sentence of the overview.
        for before, after in (('Joe Biden spoke with ', '7 engagements.*'), ('Sullivan had dozens', '6 engagements.*'),
                              ('11 Jan 2022: Blin', 'Blinken informs Kuleba about Geneva')):
            place = preview.text.index(before) + len(before)
            program.click(program.find(name='Preview'), at=(0.05, 0.02))
            program.wait_focus(name='Preview')
            program.press('ctrl+Home')
            program.xdotool('key', '--delay', '2', '--repeat', str(place), 'Right')
            program.press('Return')
            program.find(name=after)
            program.press('alt+Left')
            self.wait_preview(program, 'Joe Biden')
            preview = program.find(name='Preview')

    def test_the_release_check_leads_to_a_highlight(self):
        program = self.open_reports()
        program.click(program.find(name='Release check: 11 things to look at'))
        # A highlight is beside it; the list is longer than its room, and follows the focus.
        program.wait_focus(name='Release check: 11 things to look at')
        program.walk_by('Tab', 'list item', r'No record bears out .*office:Energy.*')
        program.press('Return')
        program.wait_focus('list item', "An office's counterparts")
        self.assertEqual(program.walk_by('Tab', 'text box', 'Query of the highlight').text, 'office:Energy')

    def test_the_release_check_leads_to_an_engagement(self):
        """By Enter, which the search box must not take on its way to the window."""
        program = self.open_reports()
        program.walk_by('shift+Tab', name='Release check: 11 things to look at')
        program.press('Return')
        program.find('list item', '1 engagement is left out, since it has no date.')
        program.walk_by('Tab', 'list item', '1 engagement is left out, since it has no date.')
        program.press('Return')
        program.wait_window('Engagements.*')
        program.press('alt+Left')
        program.wait_focus('list item', '1 engagement is left out, since it has no date.')

    def test_footnotes_and_annex_are_chosen(self):
        program = self.open_reports()
        self.open_menu(program, 'With footnotes')
        self.wait_preview(program, 'Joe Biden spoke with 16 European leaders')
        self.assertNotIn('Query: ', program.find(name='Preview').text)
        self.open_menu(program, 'With an annex of records')
        self.wait_preview(program, 'Annex: records and sources')
        self.open_menu(program, 'With footnotes')
        self.wait_preview(program, 'Joe Biden spoke with 161 European leaders')

    def test_footnotes_and_annex_are_kept_with_the_report(self):
        program = self.open_reports()
        self.open_menu(program, 'With footnotes')
        self.wait_preview(program, 'Joe Biden spoke with 16 European leaders')
        self.open_menu(program, 'With an annex of records')
        self.wait_preview(program, 'Annex: records and sources')
        # Another report has its own.
        self.open_menu(program, 'New report')
        self.wait_preview(program, 'New report\n')
        self.assertNotIn('Annex', program.find(name='Preview').text)
        kept = next(record for record in self.records('report') if record['name'] == SAMPLE_REPORT)
        self.assertTrue(kept['with_annex'] and kept['without_footnotes'])
        program.close()

        program = self.start(str(self.store))
        program.press('alt+5')
        program.open(program.find('button', 'Report: New report'), 'list item')
        program.press('Down', 'Return')
        self.wait_preview(program, 'Joe Biden spoke with 16 European leaders')
        self.wait_preview(program, 'Annex: records and sources')
        self.open_menu(program, 'With footnotes')
        self.wait_preview(program, 'Joe Biden spoke with 161 European leaders')
        program.click(program.find('button', 'Take back what is not saved'))
        self.wait_preview(program, 'Joe Biden spoke with 16 European leaders')
        # The way of a choice is that of any other edit.
        self.open_menu(program, 'With an annex of records')
        wait_for('the annex to go', lambda: 'Annex' not in program.find(name='Preview').text)
        program.click(program.find('button', 'Save'))
        wait_for('the choice in the store', lambda: not any('with_annex' in record for record in self.records('report')))
        program.press('ctrl+z')
        self.wait_preview(program, 'Annex: records and sources')

    def test_what_was_published_is_compared(self):
        program = self.open_reports()
        self.open_menu(program, 'Publish and keep')
        program.find(name='Published: what it says now is kept')
        wait_for('the issue in the store', lambda: len(self.records('issue')) == 1)
        self.open_menu(program, 'What is different today')
        program.find(name='It would say today what was published')
        # One engagement goes, as a person deletes it.
        program.press('alt+1')
        program.press('ctrl+f')
        program.type('with:Niinistö')
        program.find(name='1 engagement.*')
        program.press('Return')
        program.press('Down')
        program.press('Delete')
        program.find(name='Deleted call with .*')
        program.press('alt+5')
        self.wait_preview(program, 'Joe Biden spoke with 15')
        self.open_menu(program, 'What is different today')
        program.find(name='What would be different today')
        head = program.find('list item', 'Published 16, now 15: by:Biden grouping:Europe.*').name
        self.assertEqual([head.count(term) for term in ('audience:public', 'is:counted')], [1, 1], head)
        program.find('list item', 'Deleted since it was published: “Biden and Niinistö speak by phone”')
        # The release check is beside it, and neither takes the place of the other when the preview follows.
        program.wait_focus(name='What would be different today')
        program.walk_by('Tab', name='Release check: .* things to look at')
        program.press('Return')
        program.find('list item', '1 engagement is left out, since it has no date.')
        self.fill(program, 'Title', 'What was said')
        self.wait_preview(program, 'What was said\n')
        program.find('list item', '1 engagement is left out, since it has no date.')
        program.find('list item', 'Deleted since it was published: “Biden and Niinistö speak by phone”')
        program.click(program.find('button', 'Save'))
        wait_for('the title in the store', lambda: self.records('report')[0]['title'] == 'What was said')
        # They follow the store: the engagement is back.
        program.press('ctrl+z', 'ctrl+z')
        self.wait_preview(program, 'Joe Biden spoke with 16')
        program.find(name='It would say today what was published')
        program.wait_gone('list item', 'Deleted since it was published: .*')
        # And they go with their report.
        self.open_menu(program, 'New report')
        self.wait_preview(program, 'New report\n')
        program.wait_gone(name='It would say today what was published')

    def test_what_is_opened_by_the_pointer_has_the_focus(self):
        program = self.open_reports()
        for title in ('Release check: 11 things to look at', '32 numbers'):
            program.click(program.find(name=title))
            program.wait_focus(name=title)
            wait_for(f'“{title}” to be open', lambda name=title: program.find(name=name).has('expanded'))
            program.press('Return')
            wait_for(f'“{title}” to be closed', lambda name=title: not program.find(name=name).has('expanded'))


class LongReportTest(SampleWindowTest):
    """A store with many engagements, so that a report takes its time."""

    N_ENGAGEMENTS = 80000

    @staticmethod
    def uuid(kind, number):
        return f'{kind:08x}-0009-4000-8000-{number:012x}'

    def make_store(self):
        records = [{'record': 'contact', 'uuid': self.uuid(1, n), 'name': name, 'family': name.split()[1], 'side': side, 'sensitivity': 'public',
                    'country': country} for n, (name, side, country) in enumerate([('Olena Ours', 'ours', 'US'), ('Taras Theirs', 'theirs', 'UA')])]
        records.append({'record': 'report', 'uuid': self.uuid(4, 0), 'name': 'All of it', 'title': 'All that was said', 'audience': 'public',
                        'sensitivity': 'public'})
        for n in range(self.N_ENGAGEMENTS):
            records.append({'record': 'engagement', 'uuid': self.uuid(2, n), 'title': f'Call {n}', 'form': 'phone-call', 'precision': 'day',
                            'start': f'20{n // 336 % 20 + 1:02}-{n % 12 + 1:02}-{n % 28 + 1:02}', 'status': 'held', 'sensitivity': 'public'})
            records += [{'record': 'participation', 'uuid': self.uuid(3, 2 * n + place), 'engagement': self.uuid(2, n), 'role': 'principal',
                         'contact': self.uuid(1, place), 'side': side, 'attendance': 'attended', 'sensitivity': 'public'}
                        for place, side in enumerate(('ours', 'theirs'))]
        self.import_records(records)

    def export(self, program, item, path):
        program.open(program.find(name='Export, publish and more'), 'menu item')
        self.choose(program, item)
        self.choose_file(program, 'Export report', path)

    def test_progress_and_cancel(self):
        self.make_store()
        program = self.start(str(self.store))
        program.wait_window('.*sample.*')
        program.press('alt+5')
        program.find('button', 'Report: All of it')
        preview = program.find(name='Preview')
        wait_for('the preview', lambda: '79700 more are left out here' in preview.text)
        folder = self.store.with_name('out')
        folder.mkdir()
        path = folder / 'long.pdf'
        self.export(program, 'PDF…', path)
        program.find('label', 'The report is being made: [1-9].* of 80000 engagements')
        program.click(program.find_all('button', 'Cancel')[-1])
        program.find(name='Cancelled: nothing was written')
        program.wait_gone('label', 'The report is being made.*')
        self.assertEqual(list(folder.iterdir()), [])
        # One that is not cancelled is whole.
        path = folder / 'long.txt'
        self.export(program, 'Plain text…', path)
        program.find(name='Report written')
        self.assertEqual(' '.join(path.read_text(encoding='utf-8').split()).count('spoke by telephone with'), self.N_ENGAGEMENTS)


tap.main()
