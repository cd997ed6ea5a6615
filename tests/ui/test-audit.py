#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages, forms and dialogs, read as a screen reader reads it and walked through by the keyboard alone."""

import collections
import dataclasses
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from audit import (CONTROLS, Picture, Widget, check_contrast, check_names, check_order, check_roles, check_targets, check_twins, check_walk,   # noqa: E402
                   check_ways)
from portal import Portal                             # noqa: E402
from watched_tour import WatchedTour                  # noqa: E402

# Of a menu and of what is gone at the first key, the keys are others; a question of GTK's own is modal.
NOT_WALKED = {'suggestions', 'toast', 'quick-find', 'menu', 'new', 'row-menu', 'columns'}
OVER_OTHERS = {'filters'}
# What is written there is written in other scenes, too: one look does.
LIKE_OTHERS = {'engagements', 'contacts', 'organisations', 'new-engagement', 'new-contact', 'edited-contact', 'edited-organisation', 'chart-calendar',
               'chart-timeline', 'chart-gaps', 'chart-matrix', 'chart-ranking', 'chart-reciprocity', 'chart-map', 'chart-network'}
# A scene begins as the one before ended, which is in an ordinary look: those with one look are seen in that.
LOOKS = {'light': {}, 'high contrast': {'contrast': 1}, 'dark': {'color_scheme': 1}}
# What GTK 4.8 calls the row of a table's heads, which takes the focus only from its own keys.
HEAD_OF_TABLE = 'GtkListItemWidget'


class ChecksTest(unittest.TestCase):
    """Each check finds what it is there for."""

    def test_names(self):
        for name in ('', ' ', 'GtkImage', 'LiaisonChart', 'edit-find-symbolic', '_Save', 'Save _back', 'From From'):
            with self.subTest(name=name):
                self.assertEqual(len(check_names([Widget('button', name)])), 1)
        for name in ('Save', 'Sum of sums', 'a_b', 'GtkImages and more'):
            with self.subTest(name=name):
                self.assertEqual(check_names([Widget('button', name)]), [])

    def test_roles(self):
        self.assertEqual(len(check_roles([Widget('group', 'Filters'), Widget('widget', 'Divider'), Widget('button', 'Save')])), 2)

    def test_twins(self):
        ours, theirs = Widget('button', 'Remove', context=('Ours',)), Widget('button', 'Remove', context=('Theirs',))
        self.assertEqual(check_twins([ours, theirs]), [])
        self.assertEqual(len(check_twins([ours, theirs, ours])), 1)
        self.assertEqual(check_twins([ours, Widget('button', 'Remove', 'the second', context=('Ours',))]), [])

    def test_walk(self):
        self.assertEqual(check_walk(['a', 'b', 'a', 'b', 'a']), [])
        self.assertEqual(check_walk(['a', 'b', 'c', 'c', 'c', 'c']), ['c keeps the focus'])

    def test_order(self):
        head, left, right, foot = (0, 0, 90, 20), (0, 30, 40, 20), (50, 30, 40, 20), (0, 60, 90, 20)
        self.assertEqual(check_order([left, right, foot, head, left]), [])
        self.assertEqual(len(check_order([head, right, foot, left, foot, head])), 1)
        # What is scrolled away is over the window.
        self.assertEqual(check_order([head, (0, -80, 40, 20), foot, head]), [])

    def test_ways(self):
        @dataclasses.dataclass
        class Stop(Widget):
            parent: str = ''

        widgets = {'save': Stop('button', 'Save'), 'one': Stop('row', 'One', parent='list'), 'two': Stop('row', 'Two', parent='list')}
        self.assertEqual(check_ways(widgets, ['save', 'one', 'save'], ['two', 'save']), [])
        self.assertEqual(len(check_ways(widgets, ['save', 'one'], ['one'])), 1)
        self.assertEqual(len(check_ways(widgets, ['save'], ['save', 'one'])), 1)

    def test_targets(self):
        large, small, next_to_it, far = ((0, 0, 24, 24), (26, 0, 16, 16), (44, 0, 90, 24), (90, 0, 16, 16))

        def check(*boxes):
            return len(check_targets([Widget('button', 'Save', box=box) for box in boxes]))
        self.assertEqual(check(large, (24, 0, 24, 24)), 0)
        self.assertEqual(check(large, small), 1)
        self.assertEqual(check(small, next_to_it), 1)
        self.assertEqual(check(large, far), 0)
        # Two small ones, each too near for the other; and one in its row.
        self.assertEqual(check(small, (48, 0, 16, 16)), 2)
        self.assertEqual(check(small, (0, 0, 200, 40)), 0)
        self.assertEqual(check_targets([Widget('link', 'One', box=small), Widget('link', 'Two', box=(46, 0, 16, 16))]), [])

    def test_contrast(self):
        """Texts as they are drawn, with blended edges."""
        # By the definition, these have 4.54:1 and 4.48:1 on white.
        for colour, number in (('#767676', 0), ('#777777', 1), ('#2e3436', 0), ('#c0c0c0', 1)):
            with self.subTest(colour=colour):
                drawn = subprocess.run(['convert', '-size', '300x24', 'xc:white', '-fill', colour, '-pointsize', '13', '-annotate', '+4+16',
                                        'Engagements, illegible', '-depth', '8', 'bgra:-'], check=True, capture_output=True).stdout
                self.assertEqual(len(check_contrast([(Widget('label', 'Engagements'), (0, 0, 300, 24))], Picture(300, drawn))), number)

    def test_picture(self):
        picture = Picture(3, bytes(range(36)))
        self.assertEqual(picture.crop((1, 1, 2, 1)), bytes(range(16, 24)))
        self.assertEqual(picture.crop((-1, 2, 2, 5)), bytes(range(24, 28)))


class AuditTest(unittest.TestCase):
    def test_everything(self):
        self.portal = Portal()
        self.addCleanup(self.portal.close)
        self.looks = list(LOOKS.items())
        self.looked_at, counts, found = collections.Counter(), collections.Counter(), []
        with tempfile.TemporaryDirectory() as folder:
            tour = WatchedTour(os.environ['LIAISON'], folder)
            for scene in tour.visit(os.environ.get('SCENES', '').split() or None):
                for check, faults in self.check(tour, scene):
                    counts[check] += len(faults)
                    found += [f'{scene}: {fault}' for fault in faults]
                    for fault in faults:
                        print(f'# {check}: {scene}: {fault}', flush=True)
        print(f'# looked at: {dict(self.looked_at)}; faults: {dict(counts)}', flush=True)
        self.assertEqual(found, [], '\n' + '\n'.join(found))

    def check(self, tour, scene):
        """Each check of a scene, by its name, and what it found."""
        widgets = tour.read_tree()
        self.assertTrue(widgets, scene)
        print(f'# {scene}', flush=True)
        looks = self.looks[:1] if scene in LIKE_OTHERS else self.looks
        for look, texts, picture in tour.look(widgets, looks, self.portal):
            self.assertTrue(texts, scene)
            self.looked_at['texts'] += len(texts)
            yield 'contrast', [f'{fault} in {look}' for fault in check_contrast(texts, picture)]
        # The next scene begins as this one ends.
        if looks is self.looks:
            self.looks.reverse()

        controls = [widget for widget in widgets.values() if widget.item.has('focusable') and widget.role in CONTROLS
                    and widget.name != HEAD_OF_TABLE]
        self.looked_at.update(scenes=1, widgets=len(widgets), controls=len(controls))
        yield 'twins', check_twins(controls)
        yield 'targets', check_targets([widget for widget in controls if tour.is_usable(widget, widgets)])
        if scene in NOT_WALKED:
            yield 'names', check_names(controls)
            return

        there, back = tour.walk('Tab'), tour.walk('shift+Tab')
        if not widgets.keys() >= {*there, *back}:
            # What came into view on the way is known now.
            widgets = {**widgets, **tour.read_tree()}
        stops = [widgets[path] for path in there if path in widgets]
        self.looked_at['stops'] += len(stops)
        different = list({stop.path: stop for stop in stops}.values())
        # What lies under a popover is reached when that is closed.
        missed = [] if scene in OVER_OTHERS else [widget for widget in widgets.values() if self.is_missed(widget, widgets, set(there))]
        yield 'names', check_names(different) + check_names(missed)
        yield 'roles', check_roles(different)
        yield 'trap', check_walk(there) + check_walk(back)
        yield 'order', check_order([stop.box for stop in stops if stop.role != 'row'])
        yield 'reached', [f'{widget} is not reached' for widget in missed]
        yield 'ways', check_ways(widgets, there, back)

    @staticmethod
    def is_missed(widget, widgets, reached):
        """Whether no key leads there: Tab does not, nor arrow keys from one of its kind beside it, nor what it holds or is in."""
        # The frame of what scrolls takes it only where nothing in it does, and the head of a table only by F6.
        if widget.role in ('group', 'widget') or widget.name == HEAD_OF_TABLE or not widget.item.has('focusable') or not widget.item.has('sensitive') or widget.path in reached:
            return False
        relatives = {widgets[path].parent for path in reached if path in widgets and widgets[path].role == widget.role}
        return not (widget.parent in relatives or reached.intersection(widget.ancestors)
                    or any(widget.path in widgets[path].ancestors for path in reached if path in widgets))


if __name__ == '__main__':
    tap.main()
