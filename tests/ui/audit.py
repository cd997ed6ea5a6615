# SPDX-License-Identifier: GPL-3.0-or-later
"""What an audit asks of the widgets that show: each check takes plain descriptions, and answers with what it found wrong.

The rules are those of the Web Content Accessibility Guidelines 2.2 (https://www.w3.org/TR/WCAG22/), as far as they hold for a window:
names and roles (4.1.2), no keyboard trap (2.1.2), the focus order (2.4.3), the size of targets (2.5.8) and the contrast of texts (1.4.3).
"""

import collections
import dataclasses
import functools
import math
import re

CONTROLS = {'button', 'check box', 'checkbox', 'combo box', 'column header', 'link', 'list item', 'menu item', 'password text', 'radio', 'row',
            'search box', 'slider', 'spin button', 'switch', 'tab', 'text box', 'toggle button'}
ROWS = {'list item', 'row'}
# What takes the focus without being a control: a chart's marks, text that can be selected, and lists, which hold rows.
FOCUSABLE = CONTROLS | {'image', 'label', 'list', 'table', 'tree', 'grid', 'separator', 'img', 'document', 'graphics symbol', 'article'}

# What texts, by the words of 1.4.3, are to stand out by; those that are large would need less.
CONTRAST = 4.5
# The pixels that a target is to be wide and high.
TARGET = 24


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
                                 if widget.role in CONTROLS - ROWS)
    return [f'{number} times {Widget(role, name, description, context=context)}' for (role, name, description, context), number in counts.items()
            if number > 1]


def check_walk(walk):
    """No widget keeps the focus: at the end of the walk it still moves."""
    return [f'{walk[-1]} keeps the focus'] if walk and len(set(walk[-4:])) < min(2, len(set(walk))) else []


def check_order(boxes):
    """The walk goes as one reads: up and to the left it goes only to what is topmost in the window, to begin anew."""
    top = min((box[1] for box in boxes if box[1] >= 0), default=0)
    return [f'from {before} back to {after}' for before, after in zip(boxes, boxes[1:])
            if after[1] + after[3] <= before[1] and after[0] <= before[0] and after[1] > top]


def check_ways(widgets, there, back):
    """Backwards one comes to all that one comes to forwards; of a list, which one enters where one left it, to some row."""
    def tell_stops(walk):
        return {widget.parent if widget.role in ROWS else path for path in walk if (widget := widgets.get(path))}

    only = {path: way for paths, way in ((tell_stops(there) - tell_stops(back), 'forwards'), (tell_stops(back) - tell_stops(there), 'backwards'))
            for path in paths}
    return [f'{widgets.get(path, path)} is reached {way} only' for path, way in only.items()]


def check_targets(widgets):
    """Each target is large enough, or so far from the next that one who misses it hits nothing; links stand in texts."""
    return [f'{widget} is but {widget.box[2]} × {widget.box[3]} pixels, and near “{near.name}”' for widget in widgets
            if widget.role != 'link' and is_small(widget)
            and (near := next((other for other in widgets if other is not widget and is_near(widget, other)), None))]


def is_small(widget):
    return min(widget.box[2:]) < TARGET


def is_near(widget, other):
    """Whether a circle of a target's size around a small one touches another, or the circle around that."""
    x, y = tell_middle(widget.box)
    left, top, width, height = other.box
    # A row holds its buttons.
    if left <= widget.box[0] and top <= widget.box[1] and left + width >= widget.box[0] + widget.box[2] and top + height >= widget.box[1] + widget.box[3]:
        return False
    if is_small(other) and math.dist((x, y), tell_middle(other.box)) < TARGET:
        return True
    return math.dist((x, y), (min(max(x, left), left + width), min(max(y, top), top + height))) < TARGET / 2


def tell_middle(box):
    return box[0] + box[2] / 2, box[1] + box[3] / 2


@functools.cache
def tell_luminance(colour):
    """By the definition of relative luminance in WCAG, of a colour as 0xrrggbb."""
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in (byte / 255 for byte in colour.to_bytes(3, 'big'))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# What is seen in one scene is seen in others, too.
@functools.lru_cache(2000)
def measure_contrast(pixels):
    """The contrast of a text, from the pixels of its place.

    What is most of it is what it stands on.  Of the text, whose edges are blended into that, the pixels that stand out most have its colour.
    """
    colours = collections.Counter()
    for pixel, number in collections.Counter(memoryview(pixels).cast('I')).items():
        colours[pixel & 0xffffff] += number
    ground = tell_luminance(colours.most_common(1)[0][0])
    luminances = [tell_luminance(colour) for colour in colours]
    return max((max(ground, luminance) + 0.05) / (min(ground, luminance) + 0.05) for luminance in luminances)


def check_contrast(texts, picture):
    """The texts, each with its place on the screen, stand out from what is under them."""
    return [f'{widget} stands out by {contrast:.2f} only' for widget, box in texts
            if (pixels := picture.crop(box)) and (contrast := measure_contrast(pixels)) < CONTRAST]


@dataclasses.dataclass
class Picture:
    """What is on the screen: rows of blue, green, red and a byte that means nothing for each pixel."""
    width: int
    pixels: bytes

    def crop(self, box):
        x, y, width, height = box
        rows = range(max(y, 0), min(y + height, len(self.pixels) // (4 * self.width)))
        left, right = max(x, 0), min(x + width, self.width)
        return b''.join(self.pixels[4 * (row * self.width + left):4 * (row * self.width + right)] for row in rows)
