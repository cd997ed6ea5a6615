#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Follow-ups that fall due are told of by notifications, when the person wants that, and from the background where the desktop allows it."""

import os
import pathlib
import subprocess
import sys

from gi.repository import Gio, GLib

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import tap                                                       # noqa: E402
from desktop import Desktop                                      # noqa: E402
from driver import DEADLINE, Program, wait_for                   # noqa: E402
from preferences_window import enter_preference, open_preferences   # noqa: E402
from sample_window import LIAISON, SampleWindowTest              # noqa: E402

ID = 'io.github.liaison_app.Liaison'
NOTIFICATIONS = '''<node><interface name="org.gtk.Notifications">
  <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
  <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>'''
BACKGROUND = '''<node><interface name="org.freedesktop.portal.Background">
  <method name="RequestBackground">
    <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
  </method>
</interface></node>'''
# On 2022-01-14, the day of the tests.
PAPER = '00000000-0000-4000-8000-000000000001'
ROOM = '00000000-0000-4000-8000-000000000002'
SECRET = '00000000-0000-4000-8000-000000000003'


class Service:
    """Something of a desktop on the bus of the test."""

    def __init__(self, name, path, interface):
        self.path = path
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.registration = self.bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(interface).interfaces[0], self.answer, None, None)
        self.owner = Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE, None, None)

    def close(self):
        Gio.bus_unown_name(self.owner)
        self.bus.unregister_object(self.registration)


class Notifications(Service):
    """What shows notifications: those that are shown now, by their ids."""

    def __init__(self):
        super().__init__('org.gtk.Notifications', '/org/gtk/Notifications', NOTIFICATIONS)
        self.shown = {}
        self.removed = set()

    def answer(self, bus, sender, path, interface, method, parameters, invocation):
        if method == 'AddNotification':
            self.shown[parameters.unpack()[1]] = parameters.get_child_value(2)
        else:
            self.shown.pop(parameters.unpack()[1], None)
            self.removed.add(parameters.unpack()[1])
        invocation.return_value(None)

    def get(self, identifier):
        return self.shown[f'follow-up-{identifier}'].unpack()

    def list(self):
        return sorted(notification.unpack()['title'] for notification in self.shown.values())


class Portal(Service):
    """What lets programs run in the background, or does not."""

    def __init__(self, allows):
        super().__init__('org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop', BACKGROUND)
        self.allows = allows
        self.asked = []

    def answer(self, bus, sender, path, interface, method, parameters, invocation):
        _, options = parameters.unpack()
        self.asked.append(options)
        request = f'{self.path}/request/{sender[1:].replace(".", "_")}/{options["handle_token"]}'
        invocation.return_value(GLib.Variant('(o)', (request,)))
        results = {name: GLib.Variant('b', self.allows) for name in ('background', 'autostart')}
        bus.emit_signal(sender, request, 'org.freedesktop.portal.Request', 'Response', GLib.Variant('(ua{sv})', (0 if self.allows else 1, results)))


class RemindersTest(SampleWindowTest):
    def setUp(self):
        super().setUp()
        self.desktop = Desktop(ID)
        self.notifications = Notifications()
        self.addCleanup(self.notifications.close)

    def make_sample(self):
        super().make_sample()
        self.engagement = self.list('engagements', 'with:Kuleba')[0]
        self.put_follow_up(PAPER, 'Send the paper', '2022-01-10')
        self.put_follow_up(ROOM, 'Book the room', '2022-01-16')
        self.put_follow_up(SECRET, 'Tell nobody', '2022-01-14', sensitivity='confidential')

    def put_follow_up(self, uuid, text, due, **fields):
        self.import_records([{'record': 'follow_up', 'uuid': uuid, 'engagement': self.engagement['uuid'], 'text': text, 'status': 'needs-action',
                              'due': due, **fields}])

    def set_reminders(self, program, told):
        """Turns the switch, and reads what is said there then."""
        with open_preferences(program):
            program.walk_to(program.find('switch', 'Remind of follow-ups'))
            program.press('space')
            program.find('label', told)

    def press(self, identifier, label=None):
        """Presses a button of a notification, or the notification itself, as a desktop does: it goes then."""
        notification = self.notifications.shown.pop(f'follow-up-{identifier}').unpack()
        action, target = notification['default-action'], notification['default-action-target']
        if label is not None:
            button, = (button for button in notification['buttons'] if button['label'] == label)
            action, target = button['action'], button['target']
        self.desktop.ask_program('ActivateAction', '(sava{sv})', action.removeprefix('app.'), [GLib.Variant('(sas)', target)], {})

    def wait_told(self, *titles):
        wait_for(f'the notifications {titles}', lambda: self.notifications.list() == sorted(titles))

    def test_only_when_wanted(self):
        portal = Portal(True)
        self.addCleanup(portal.close)
        program = self.start_on_sample()
        self.assertEqual((self.notifications.list(), portal.asked), ([], []))
        self.set_reminders(program, 'By notifications, also while no window is open')
        self.assertTrue(portal.asked[0]['autostart'])
        self.assertEqual(portal.asked[0]['commandline'], ['liaison', '--gapplication-service'])
        self.wait_told('Send the paper', 'A confidential follow-up')
        self.assertIn('overdue since 10 Jan 2022', self.notifications.get(PAPER)['body'])
        self.assertIn(self.engagement['title'], self.notifications.get(PAPER)['body'])
        self.assertEqual(self.notifications.get(SECRET)['body'], 'due 14 Jan 2022')

        # What comes to be due while the program runs, and what is done elsewhere.
        self.put_follow_up(ROOM, 'Book the room', '2022-01-14')
        self.wait_told('Send the paper', 'A confidential follow-up', 'Book the room')
        self.change_record(PAPER, status='done')
        self.wait_told('A confidential follow-up', 'Book the room')

        self.set_reminders(program, 'By notifications, when they fall due')
        wait_for('the portal to be told', lambda: len(portal.asked) == 2)
        self.assertFalse(portal.asked[1]['autostart'])

    def test_days_before(self):
        program = self.start_on_sample()
        self.set_reminders(program, '.*starts no programs in the background')
        self.wait_told('Send the paper', 'A confidential follow-up')
        enter_preference(program, 'Days before', 2)
        self.wait_told('Send the paper', 'A confidential follow-up', 'Book the room')
        # Nothing is told twice.
        program.close()
        self.notifications.shown.clear()
        program = self.start(str(self.store))
        self.put_follow_up('00000000-0000-4000-8000-000000000004', 'Say thanks', '2022-01-14')
        self.wait_told('Say thanks')

    def test_actions(self):
        portal = Portal(False)
        self.addCleanup(portal.close)
        program = self.start_on_sample()
        self.set_reminders(program, '.*the desktop does not let Liaison run without one')
        self.wait_told('Send the paper', 'A confidential follow-up')
        self.press(SECRET, 'Remind tomorrow')
        self.press(PAPER, 'Mark as done')
        wait_for('the tick', lambda: self.show(PAPER)['status'] == 'done')
        wait_for('it to be no longer due', lambda: f'follow-up-{PAPER}' in self.notifications.removed)
        # It can be taken back as what was ticked in the window, and is due again.
        program.press('ctrl+z')
        wait_for('no tick', lambda: self.show(PAPER)['status'] == 'needs-action')
        self.wait_told('Send the paper')
        self.press(PAPER)
        program.wait_window('Follow-ups.*')
        program.find('list item', 'Send the paper.*')
        self.assertEqual(self.show(SECRET)['status'], 'needs-action')

    def test_without_a_window(self):
        portal = Portal(True)
        self.addCleanup(portal.close)
        program = self.start_on_sample()
        self.set_reminders(program, 'By notifications, also while no window is open')
        self.wait_told('Send the paper', 'A confidential follow-up')
        # Who was about to quit and thought better of it does not quit by closing the window later.
        program.press('ctrl+shift+n')
        program.wait_focus('text box', 'Given name')
        program.type('One')
        program.press('ctrl+q')
        program.find('button', 'Keep editing')
        program.press('Escape')
        program.wait_gone('button', 'Keep editing')
        program.press('Escape')
        program.click(program.find('button', 'Discard'))
        program.wait_window('Engagements.*')
        # The window is closed, and the program goes on.
        program.press('ctrl+w')
        wait_for('the window to go', lambda: not [window for window in program.root.children if window.has('visible')])
        self.put_follow_up(ROOM, 'Book the room', '2022-01-14')
        self.wait_told('Send the paper', 'A confidential follow-up', 'Book the room')
        self.press(ROOM, 'Mark as done')
        wait_for('the tick', lambda: self.show(ROOM)['status'] == 'done')
        self.assertIsNone(program.process.poll())
        self.desktop.activate_action('quit')
        program.process.wait(DEADLINE)
        program.forget()

        # As the session starts it.
        self.notifications.shown.clear()
        self.put_follow_up(ROOM, 'Book the hall', '2022-01-13')
        service = subprocess.Popen([LIAISON, '--gapplication-service'], env={**os.environ, **self.environment})
        self.addCleanup(service.wait, DEADLINE)
        self.wait_told('Book the hall')
        self.press(ROOM)
        program = Program.of_process(service)
        self.addCleanup(program.close)
        program.wait_window('Follow-ups.*')

    def test_many_are_told_of_together(self):
        program = self.start_on_sample()
        for number in range(10, 14):
            self.put_follow_up(f'00000000-0000-4000-8000-0000000000{number}', f'Item {number}', '2022-01-12')
        self.set_reminders(program, '.*starts no programs in the background')
        self.wait_told('6 follow-ups are due')
        notification, = self.notifications.shown.values()
        self.assertNotIn('nobody', notification.unpack()['body'])


if __name__ == '__main__':
    tap.main()
