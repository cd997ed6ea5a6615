# SPDX-License-Identifier: GPL-3.0-or-later
"""The program in another language: a machine for tests has no locale but C.UTF-8, so others are made for it."""

import gettext
import pathlib
import subprocess


def make_locale(folder, name, translations):
    """Makes a locale, as "fr_FR", in a folder, and returns the environment of a program that speaks it; raises where it cannot be made.

    @translations: the folder that holds the program's own, by language
    """
    path = pathlib.Path(folder, 'locales', f'{name}.UTF-8')
    path.parent.mkdir(exist_ok=True)
    subprocess.run(['localedef', '--no-archive', '-i', name, '-f', 'UTF-8', path], check=True)
    return {'LOCPATH': str(path.parent), 'LC_ALL': path.name, 'LIAISON_LOCALEDIR': str(translations)}


def load_words(translations, language):
    """A function that says what the program says for an English string, be it the name of a place, the caption of a field or of a chart, or none of these."""
    words = gettext.translation('liaison', translations, [language])

    def say(text):
        said = (*(words.pgettext(context, text) for context in ('place', 'field', 'chart')), words.gettext(text))
        return next((other for other in said if other != text), text)
    return say
