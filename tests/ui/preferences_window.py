# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person prefers, chosen in the window of the preferences by the keyboard."""

import contextlib

from driver import wait_for


@contextlib.contextmanager
def open_preferences(program):
    """The window of the preferences, while it is open."""
    program.press('ctrl+comma')
    program.wait_window('Preferences')
    yield
    program.press('Escape')
    program.wait_window('.*sample')


def prefer(program, name, place):
    """Chooses what stands at a place of a list."""
    with open_preferences(program):
        program.walk_to(program.find('combo box', name))
        program.press('space')
        program.wait_focus('list item')
        program.press('Home', *['Down'] * place, 'Return')
        wait_for('the list to go', lambda: program.focused and program.focused.role != 'list item')


def enter_preference(program, name, number):
    with open_preferences(program):
        program.walk_to(program.find('spin button', name))
        program.press('ctrl+a')
        program.type(str(number))
        program.press('Return')
