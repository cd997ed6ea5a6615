# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in the clipboard, for another program: run as one it pastes, and prints the texts of the types that are named, and all types."""

import json
import os
import subprocess
import sys


def read_clipboard(*types):
    """The texts of these types by their names, and all that are offered as “types”."""
    done = subprocess.run([sys.executable, __file__, *types], check=True, capture_output=True, text=True, timeout=60,
                          env={**os.environ, 'GTK_A11Y': 'none'})
    return json.loads(done.stdout)


def read_text():
    return read_clipboard('text/plain;charset=utf-8')['text/plain;charset=utf-8']


def main():
    import gi
    gi.require_version('Gtk', '4.0')
    from gi.repository import Gdk, Gio, GLib, Gtk

    Gtk.init()
    clipboard = Gdk.Display.get_default().get_clipboard()
    context = GLib.MainContext.default()
    while not clipboard.get_formats().get_mime_types():
        context.iteration(True)

    def read(kind):
        found = []
        clipboard.read_async([kind], GLib.PRIORITY_DEFAULT, None, lambda source, result: found.append(source.read_finish(result)[0]))
        while not found:
            context.iteration(True)
        to = Gio.MemoryOutputStream.new_resizable()
        to.splice(found[0], Gio.OutputStreamSpliceFlags.CLOSE_TARGET, None)
        return to.steal_as_bytes().get_data().decode('utf-8')

    print(json.dumps({'types': clipboard.get_formats().get_mime_types(), **{kind: read(kind) for kind in sys.argv[1:]}}))


if __name__ == '__main__':
    main()
