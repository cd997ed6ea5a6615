#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every field that a form edits, written by the keyboard alone, saved, and read again by the command line.

Which fields there are is told by the schema of Liaison JSON: one that is not written here has to be named with its reason.
"""

import dataclasses
import json
import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from driver import wait_for                           # noqa: E402
from sample_window import SampleWindowTest            # noqa: E402

SCHEMA = pathlib.Path(os.environ['G_TEST_SRCDIR']).parent / 'data/liaison-json.schema.json'
# What the program itself says of each record.
COMMON = {'record', 'uuid', 'created', 'modified'}
NOT_EDITED = {
    ('participation', 'post'): 'it follows from the posts of the contact on that day',
    ('membership', 'sensitivity'): 'nothing is withheld by it: whoever may hear of a grouping may hear who is in it',
    ('topic', 'sensitivity'): 'nothing but its name and its place is asked of a topic, which is made in passing',
}
# Kinds of records that none of these forms writes.
ELSEWHERE = {'store', 'saved_search', 'report', 'highlight', 'issue', 'former', 'distinction'}

BUILD_UP = 'Sullivan and Yermak on the Russian build-up'
SEVEN = 'Sullivan and Yermak have spoken seven times in recent weeks.'


@dataclasses.dataclass
class Entry:
    """What is typed into a control, and what is stored then.  The suggestion is what is picked of those that come up."""
    name: str
    field: str
    typed: str
    stored: object = None
    suggestion: str = None
    tabs: int = 1           # how often Tab is pressed to come there from the control before, or Shift+Tab where it is negative

    def __post_init__(self):
        if self.stored is None:
            self.stored = self.typed if self.suggestion is None else self.suggestion


ENGAGEMENT = [
    Entry('Title', 'title', 'Call on everything'),
    Entry('Summary', 'summary', 'It was long.'),
    Entry('Topics', 'topics', 'Gas prices', ['Gas prices'], 'Add “Gas prices”'),
]
TOPIC = [
    Entry('“Gas prices” is part of', 'parent', 'Energy', 'Energy', 'Add “Energy”'),
]
PLACE = [
    Entry('Place', 'place', 'Warsaw'),
    Entry('Country', 'country', 'pol', 'PL', 'Poland'),
    Entry('Format', 'format', 'bucha', suggestion='Bucharest Nine'),
]
CIRCUMSTANCES = [
    Entry('Part of the visit', 'parent', 'kyiv', suggestion='Burns visits Kyiv', tabs=2),
    Entry('Purpose', 'purpose', 'To speak of all'),
    Entry('Status', 'status', 'canc', 'cancelled'),
    Entry('Evidence', 'evidence', 'ann', 'announcement'),
    Entry('Initiated by', 'initiated', 'mut', 'mutual'),
    Entry('Sensitivity', 'sensitivity', 'conf', 'confidential'),
    Entry('End', 'end', '2022-01-12 16:10', '2022-01-12T16:10'),
    Entry('Time zone', 'zone', 'Europe/Warsaw', tabs=2),
]
HEAD = [
    Entry('Form', 'form', 'vid', 'video-call'),
    Entry('Date and time', 'start', '2022-01-12 15:30', '2022-01-12T15:30'),
]
BETWEEN = [
    Entry('End', 'end', '2022-01-05', tabs=12),
    Entry('Certainty of the date', 'precision', 'bet', 'between'),
]
SEAT = [
    Entry('Title on that day', 'title', 'Acting chair', tabs=2),
    Entry('Role', 'role', 'ch', 'chair'),
    Entry('Attendance', 'attendance', 'rep', 'represented'),
    Entry('Sensitivity', 'sensitivity', 'conf', 'confidential', tabs=2),
    Entry('On behalf of country', 'seat_country', 'pol', 'PL', 'Poland'),
]
UNNAMED = [
    Entry('Head count', 'head_count', '3', 3, tabs=2),
    Entry('On behalf of organisation', 'seat_organisation', 'nato', suggestion='North Atlantic Treaty Organization', tabs=6),
    Entry('Side', 'side', 'third', tabs=-3),
]
READOUT = [
    Entry('Web address', 'address', 'https://example.org/readout', tabs=0),
    Entry('Title', 'title', 'Readout of the call'),
    Entry('Issuer', 'issuer', 'The White House'),
    Entry('Published', 'published', '2022-01-13'),
    Entry('Kind', 'kind', 'joint', 'joint-statement'),
    Entry('Side', 'side', 'theirs'),
    Entry('Language', 'language', 'en'),
    Entry('Accessed', 'accessed', '2022-01-14'),
    Entry('Sensitivity', 'sensitivity', 'int', 'internal'),
    Entry('Text', 'text', 'They spoke of all.'),
]
FOLLOW_UP = [
    Entry('What is to be done', 'text', 'Send the paper', tabs=0),
    Entry('Owner', 'owner', 'sull', suggestion='Jake Sullivan'),
    Entry('Due', 'due', '2022-02-01'),
    Entry('Status', 'status', 'in', 'in-progress'),
    Entry('Sensitivity', 'sensitivity', 'conf', 'confidential'),
]
CONTACT = [
    Entry('Given name', 'given', 'Oksana', tabs=0),
    Entry('Family name', 'family', 'Markarova'),
    Entry('Side', 'side', 'third'),
    Entry('Country', 'country', 'ukr', 'UA', 'Ukraine'),
]
POST = [
    Entry('Title', 'title', 'Envoy', tabs=0),
    Entry('Organisation', 'organisation', 'nato', suggestion='North Atlantic Treaty Organization'),
    Entry('Level', 'level', 'dep', 'deputy-minister'),
    Entry('Portfolio', 'portfolio', 'fin', 'finance'),
    Entry('From', 'from', '2021-02'),
    Entry('To', 'to', '2024-05-06'),
    Entry('Tenure', 'tenure', 'act', 'acting'),
    Entry('Sensitivity', 'sensitivity', 'int', 'internal'),
]
# The first post of a contact comes before others unless it is told not to.
SECOND_POST = [
    Entry('Title', 'title', 'Member of parliament', tabs=0),
    Entry('Shown before other posts of the same time', 'primary', ' ', True, tabs=8),
]
PARTICULARS = [
    Entry('Prefix', 'prefix', 'Dr.', tabs=2),
    Entry('Additional names', 'additional', 'Serhiivna'),
    Entry('Suffix', 'suffix', 'MP'),
    Entry('Other names', 'other_names', 'Oxana\nMarkarowa', ['Oxana', 'Markarowa']),
    Entry('Shown name', 'name', 'Ambassador Markarova', tabs=3),
    Entry('Sorted as', 'sort_name', 'Markarova Oksana'),
    Entry('E-mail', 'email', 'office@example.org', ['office@example.org']),
    Entry('Telephone', 'telephone', '+1 202 555 0100', ['+1 202 555 0100'], tabs=3),
    Entry('Days between contacts, at most', 'cadence', '30', 30, tabs=3),
    Entry('Tags', 'tags', 'embassy', ['embassy']),
    Entry('Note', 'note', 'Speaks for the embassy.', tabs=3),
    Entry('Sensitivity', 'sensitivity', 'conf', 'confidential'),
    Entry('Archived: no longer offered first', 'archived', ' ', True),
]
ORGANISATION = [
    Entry('Name', 'name', 'Pacific Five', tabs=0),
    Entry('Short name', 'short_name', 'P5'),
    Entry('Kind', 'kind', 'gro', 'grouping'),
    Entry('Country', 'country', 'jap', 'JP', 'Japan'),
    Entry('Part of', 'parent', 'nato', suggestion='North Atlantic Treaty Organization'),
    Entry('Other names', 'other_names', 'The Five', ['The Five']),
    Entry('Web address', 'address', 'https://example.org', tabs=3),
    Entry('Note', 'note', 'Meets in spring.'),
    Entry('Sensitivity', 'sensitivity', 'int', 'internal'),
    Entry('Archived', 'archived', ' ', True),
]
MEMBER = [
    Entry('Country', 'country', 'jap', 'JP', 'Japan', tabs=0),
    Entry('From', 'from', '2007', tabs=2),
    Entry('To', 'to', '2019-03'),
]
OTHER_MEMBER = [
    Entry('Organisation', 'organisation', 'nato', suggestion='North Atlantic Treaty Organization', tabs=1),
]
TOTAL = [
    Entry('As stated', 'text', 'Sullivan and Yermak spoke at least nine times.', tabs=0),
    Entry('Number', 'number', '9', 9),
    Entry('Bound', 'bound', 'at', 'at-least'),
    Entry('From', 'from', '2021-11-01', tabs=3),
    Entry('To', 'to', '2022-01-14'),
    Entry('Principals', 'principals', 'sull', ['Jake Sullivan'], 'Jake Sullivan'),
    Entry('Counterparts', 'counterparts', 'yerm', ['Andriy Yermak'], 'Andriy Yermak', tabs=2),
    Entry('Sensitivity', 'sensitivity', 'int', 'internal', tabs=4),
]
OTHER_TOTAL = [
    Entry('As stated', 'text', 'The Treasury spoke with many.', tabs=0),
    Entry('Bound', 'bound', 'unst', 'unstated', tabs=2),
    Entry('What is counted', 'counts', 'hea', 'heads'),
    Entry('Form', 'form', 'pho', 'phone-call'),
    Entry('From', 'from', '2021-11-01'),
    Entry('To', 'to', '2022-01-14'),
    Entry('Offices', 'offices', 'treas', ['Department of the Treasury'], 'Department of the Treasury', tabs=2),
    Entry('Countries', 'countries', 'jap', ['JP'], 'Japan', tabs=2),
    Entry('Organisations', 'organisations', 'nato', ['North Atlantic Treaty Organization'], 'North Atlantic Treaty Organization'),
    Entry('Source', 'readout', 'https://example.org/total', 'https://example.org/total', 'Add “https://example.org/total”'),
]


def get_stored(*tables, **others):
    """What a record has when tables were written; the others follow from where in the form it was added."""
    return {**{entry.field: entry.stored for table in tables for entry in table}, **others}


# Each kind of record as it is stored, so often as a form of this test makes one.
RECORDS = {
    'engagement': [
        get_stored(HEAD, ENGAGEMENT, PLACE, CIRCUMSTANCES, precision='minute'),
        get_stored(BETWEEN, title='Call', start='2022-01-03'),
    ],
    'topic': [get_stored(TOPIC, name='Gas prices'), {'name': 'Energy'}],
    'participation': [
        get_stored(SEAT, engagement='Call on everything', contact='Antony J. Blinken', side='ours', position=1),
        {'engagement': 'Call on everything', 'country': 'JP', 'side': 'theirs', 'position': 2},
        get_stored(UNNAMED, engagement='Call on everything', organisation='European Union', position=3),
    ],
    'readout': [get_stored(READOUT, engagements=['Call on everything'])],
    'follow_up': [get_stored(FOLLOW_UP, engagement='Call on everything')],
    'contact': [get_stored(CONTACT, PARTICULARS)],
    'post': [
        get_stored(POST, contact='Ambassador Markarova', primary=True),
        get_stored(SECOND_POST, contact='Ambassador Markarova'),
    ],
    'organisation': [get_stored(ORGANISATION)],
    'membership': [get_stored(MEMBER, grouping='Pacific Five'), get_stored(OTHER_MEMBER, grouping='Pacific Five')],
    'stated_total': [
        get_stored(TOTAL, covered_engagements=[BUILD_UP], covered_totals=[SEVEN]),
        get_stored(OTHER_TOTAL),
    ],
}


class AllFieldsTest(SampleWindowTest):
    def begin(self):
        self.program = self.start_at('follow-ups')
        self.before = {record['uuid'] for record in self.export_records()}

    def fill_in(self, entries, prefix=''):
        """Writes one after the other, each where Tab leads."""
        for entry in entries:
            self.program.press(*['Tab'] * entry.tabs, *['shift+Tab'] * -entry.tabs)
            name = prefix + entry.name
            node = self.program.wait_focused(f'the focus on “{name}”', lambda node, name=name: node.name == name)
            for number, line in enumerate(entry.typed.split('\n'), 1):
                if number > 1:
                    self.program.press('Return')
                    self.program.wait_focus('text box', f'{name} {number}')
                self.program.type(line)
                if number > 1:
                    wait_for('another line', lambda name=name, number=number: self.program.find_all('text box', f'{name} {number + 1}'))
            if entry.suggestion is not None:
                wait_for(f'“{entry.suggestion}” to be suggested', lambda node=node, entry=entry: node.description.startswith(entry.suggestion))
                self.program.press('Return')
                wait_for(f'“{entry.suggestion}” to be picked', lambda node=node, entry=entry: node.text in ('', entry.suggestion, entry.stored))

    def press(self, name, tabs=1):
        self.program.press(*['Tab'] * tabs)
        self.program.wait_focused(f'the focus on “{name}”', lambda node: node.name == name)
        self.program.press('space')

    def begin_new(self, number, title):
        """Opens a form by the menu of the button for new records."""
        self.program.click(self.program.find('button', 'New engagement, contact, organisation or stated total'))
        self.program.press(*['Down'] * number, 'Return')
        self.program.wait_window(title)

    def save(self):
        self.program.press('ctrl+s')
        self.program.wait_window('.*sample.*')

    def check(self, *kinds):
        """Compares what was added of these kinds with what shall be stored."""
        records = self.export_records()
        names = {record['uuid']: record.get('name') or record.get('title') or record.get('text') or record.get('address') for record in records}

        def name(value):
            return [names.get(one, one) for one in value] if isinstance(value, list) else names.get(value, value)

        for kind in kinds:
            added = [record for record in records if record['record'] == kind and record['uuid'] not in self.before]
            for stored in RECORDS[kind]:
                found = [{field: name(record.get(field)) for field in stored} for record in added]
                self.assertIn(stored, found, kind)
            self.assertEqual(len(added), len(RECORDS[kind]), kind)

    def test_engagement(self):
        self.begin()
        self.program.press('ctrl+n')
        self.program.wait_window('New engagement')
        self.program.wait_focus('text box', 'Quick entry')
        self.fill_in(HEAD)
        self.seat('Add one of ours', 'blink', 'Antony J. Blinken')
        self.unfold('Antony J. Blinken')
        self.fill_in(SEAT, 'Antony J. Blinken: ')
        self.seat('Add one of theirs', 'japan', 'Japan', 5)
        self.seat('Add one of theirs', 'european uni', 'European Union', 0)
        self.unfold('European Union')
        self.fill_in(UNNAMED, 'European Union: ')
        # It stands elsewhere now, and is what one goes on with.
        self.program.wait_focus('list item', 'European Union')
        self.program.walk_by('Tab', 'text box', 'Add .*third.*')
        self.fill_in(ENGAGEMENT)
        self.fill_in(TOPIC)
        self.fill_in(PLACE)
        # The members of the format are looked up first; the button stands between it and the visit.
        self.program.find('button', 'Seat members')
        self.fill_in(CIRCUMSTANCES)
        self.press('Add readout')
        self.fill_in(READOUT, 'Readout 1: ')
        self.press('Add follow-up', 2)
        self.fill_in(FOLLOW_UP, 'Follow-up 1: ')
        self.save()
        # The page bears a lock for the engagement, a seat and the follow-up, and one for the readout.
        wait_for('what is confidential', lambda: len(self.program.find_all('label', 'Confidential')) == 3)
        self.assertEqual(len(self.program.find_all('label', 'Internal')), 1)
        self.program.press('ctrl+n')
        self.program.wait_window('New engagement')
        self.program.wait_focus('text box', 'Quick entry')
        self.program.press('Tab', 'Tab')
        self.program.wait_focus('text box', 'Date and time')
        self.program.type('2022-01-03')
        self.program.walk_by('Tab', 'text box', 'Title')
        self.program.type('Call')
        self.fill_in(BETWEEN)
        self.save()
        self.check('engagement', 'participation', 'readout', 'follow_up', 'topic')

    def seat(self, name, text, suggestion, tabs=1):
        self.fill_in([Entry(name, '', text, suggestion=suggestion, tabs=tabs)])

    def unfold(self, name):
        """Shows the details of the last one of a side, from the entry below it."""
        self.program.press('shift+Tab', 'shift+Tab')
        details = self.program.wait_focused(f'the focus on the details of {name}', lambda node: node.name == f'Details of {name}')
        self.program.press('space')
        wait_for('the details to be there', lambda: details.has('pressed'))

    def test_contact(self):
        self.begin()
        self.program.press('ctrl+shift+n')
        self.program.wait_window('New contact')
        self.fill_in(CONTACT)
        self.press('Add post')
        self.fill_in(POST, 'Post 1: ')
        self.press('Add post', 2)
        self.fill_in(SECOND_POST, 'Post 2: ')
        self.fill_in(PARTICULARS)
        self.save()
        self.check('contact', 'post')

    def test_organisation(self):
        self.begin()
        self.begin_new(2, 'New organisation')
        self.fill_in(ORGANISATION)
        self.press('Add member')
        self.fill_in(MEMBER, 'Membership 1: ')
        self.press('Add member')
        self.fill_in(OTHER_MEMBER, 'Membership 2: ')
        self.save()
        self.check('organisation', 'membership')

    def test_stated_total(self):
        self.begin()
        self.program.press('alt+7')
        self.program.wait_focus('list item')
        self.begin_new(3, 'New stated total')
        self.fill_in(TOTAL)
        for name in (BUILD_UP, SEVEN):
            self.program.walk_by('Tab', 'checkbox', re.escape(name) + '.*')
            self.program.press('space')
        self.save()
        self.begin_new(3, 'New stated total')
        self.fill_in(OTHER_TOTAL)
        self.save()
        self.check('stated_total')

    def test_every_field_is_written(self):
        schema = json.loads(SCHEMA.read_text(encoding='utf-8'))['$defs']
        kinds = {name: set(kind['properties']) - COMMON for name, kind in schema.items() if 'record' in kind.get('properties', {})}
        self.assertEqual(RECORDS.keys(), kinds.keys() - ELSEWHERE)
        for kind, records in RECORDS.items():
            written = set().union(*records) | {field for other, field in NOT_EDITED if other == kind}
            self.assertEqual(written, kinds[kind], kind)


if __name__ == '__main__':
    tap.main()
