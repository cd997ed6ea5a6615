#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages, forms and dialogs, read as a screen reader reads it and walked through by the keyboard alone."""

import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                            # noqa: E402
from audit import CONTROLS, Widget, check_names, check_order, check_roles, check_twins, check_walk    # noqa: E402
from watched_tour import WatchedTour                  # noqa: E402

# Of a menu and of what is gone at the first key, the keys are others.
NOT_WALKED = {'suggestions', 'toast', 'quick-find'}
OVER_OTHERS = {'filters'}
# Of the tour.
SCENES = ('welcome', 'error', 'overview', 'engagement', 'contact', 'organisation', 'follow-ups', 'suggestions', 'filters', 'toast', 'quick-find',
          'wrong-contact', 'edited-organisation', 'bulk', 'merge', 'duplicates')
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


class AuditTest(unittest.TestCase):
    def test_everything(self):
        found = []
        with tempfile.TemporaryDirectory() as folder:
            tour = WatchedTour(os.environ['LIAISON'], folder)
            for scene in tour.visit(SCENES):
                widgets = tour.read_tree()
                self.assertTrue(any(widget.item.has('focusable') for widget in widgets.values()), scene)
                faults = self.check(tour, scene, widgets)
                print(f'# {scene}: {len(widgets)} widgets, {len(faults)} faults', flush=True)
                found += [f'{scene}: {fault}' for fault in faults]
        self.assertEqual(found, [], '\n' + '\n'.join(found))

    def check(self, tour, scene, widgets):
        controls = [widget for widget in widgets.values() if widget.item.has('focusable') and widget.role in CONTROLS
                    and widget.name != HEAD_OF_TABLE]
        if scene in NOT_WALKED:
            return check_names(controls) + check_twins(controls)
        walk = tour.walk('Tab')
        # What came into view on the way is known now.
        widgets = {**widgets, **tour.read_tree()}
        stops = [widgets[path] for path in walk if path in widgets]
        different = list({stop.path: stop for stop in stops}.values())
        reached = set(walk)
        # What lies under a popover is reached when that is closed.
        missed = [] if scene in OVER_OTHERS else [widget for widget in widgets.values() if self.is_missed(widget, widgets, reached)]
        return (check_names(different) + check_names(missed) + check_roles(different) + check_twins(controls) + check_walk(walk)
                + check_order([stop.box for stop in stops if stop.role != 'row'])
                + [f'{widget} is not reached' for widget in missed])

    @staticmethod
    def is_missed(widget, widgets, reached):
        """Whether no key leads there: Tab does not, nor arrow keys from one of its kind beside it, nor what it holds or is in."""
        # The frame of what scrolls takes it only where nothing in it does, and the head of a table only by F6.
        if widget.role in ('group', 'widget') or widget.name == HEAD_OF_TABLE or not widget.item.has('focusable') or not widget.item.has('sensitive') or widget.path in reached:
            return False
        relatives = {widgets[path].parent for path in reached if path in widgets and widgets[path].role == widget.role}
        return not (widget.parent in relatives or widget.ancestors & reached
                    or any(widget.path in widgets[path].ancestors for path in reached if path in widgets))


if __name__ == '__main__':
    tap.main()
