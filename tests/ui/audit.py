# SPDX-License-Identifier: GPL-3.0-or-later
"""What an audit asks of the widgets that show: each check takes plain descriptions, and answers with what it found wrong.

The rules are those of the Web Content Accessibility Guidelines 2.2 (https://www.w3.org/TR/WCAG22/), as far as they hold for a window:
names and roles (4.1.2), no keyboard trap (2.1.2) and the focus order (2.4.3).
"""

import collections
import dataclasses
import re

CONTROLS = {'button', 'check box', 'checkbox', 'combo box', 'column header', 'link', 'list item', 'menu item', 'password text', 'radio button', 'row',
            'search box', 'slider', 'spin button', 'switch', 'tab', 'text box', 'toggle button'}
# What takes the focus without being a control: a chart's marks, text that can be selected, and lists, which hold rows.
FOCUSABLE = CONTROLS | {'image', 'label', 'list', 'table', 'tree', 'grid', 'separator', 'img', 'document', 'graphics symbol', 'article'}


@dataclasses.dataclass
class Widget:
    """A widget that shows, as assistive technology knows it."""
    role: str
    name: str
    description: str = ''
    box: tuple = (0, 0, 0, 0)       # x, y, width, height in the window
    context: tuple = ()             # the names of what it is in

    def __str__(self):
        return f'{self.role} “{self.name}” in {" / ".join(self.context[-2:]) or "the window"}'


def tell_fault_of_name(name):
    """What is wrong with a name, or nothing."""
    if not name.strip():
        return 'has no name'
    if re.fullmatch(r'(Gtk|Liaison)[A-Z]\w*', name):
        return 'is called by its class'
    if re.fullmatch(r'\S+-symbolic', name):
        return 'is called by its icon'
    if re.search(r'(?<!\w)_\w', name):
        return 'is called with its mnemonic'
    if re.fullmatch(r'(.+) \1', name):
        return 'is called twice by its name'
    return None


def check_names(widgets):
    """Whatever takes the focus or is clicked has a name that a person would give it."""
    return [f'{widget} {fault}' for widget in widgets if (fault := tell_fault_of_name(widget.name))]


def check_roles(widgets):
    """Whatever takes the focus has a role that tells what it does."""
    return [f'{widget} takes the focus, and is nothing to use' for widget in widgets if widget.role not in FOCUSABLE]


def check_twins(widgets):
    """No two controls in the same frame are told apart by nothing."""
    counts = collections.Counter((widget.role, widget.name, widget.description, widget.context) for widget in widgets
                                 if widget.role in CONTROLS - {'row', 'list item'})
    return [f'{number} times {Widget(role, name, description, context=context)}' for (role, name, description, context), number in counts.items()
            if number > 1]


def check_walk(walk):
    """No widget keeps the focus: at the end of the walk it still moves."""
    return [f'{walk[-1]} keeps the focus'] if walk and len(set(walk[-4:])) < min(2, len(set(walk))) else []


def check_order(boxes):
    """The walk goes as one reads: up and to the left it goes only to what is topmost, to begin anew."""
    top = min((box[1] for box in boxes), default=0)
    return [f'from {before} back to {after}' for before, after in zip(boxes, boxes[1:])
            if after[1] + after[3] <= before[1] and after[0] <= before[0] and after[1] > top]
