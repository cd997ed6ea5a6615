# SPDX-License-Identifier: GPL-3.0-or-later
"""What a store holds, as the command line has it."""

import itertools
import json
import os
import subprocess

HEADER = {'format': 'liaison-json', 'version': 1}


class StoredRecords:
    """For what has a program (liaison), a store of its own folder (store) and the variables that lead to its settings (environment)."""

    def run_liaison(self, verb, *words):
        """What the command line says of the store."""
        return subprocess.run([self.liaison, verb, f'--store={self.store}', *words], env={**os.environ, **self.environment}, check=True,
                              capture_output=True, text=True).stdout

    def list(self, entity, *query):
        """What the command line lists."""
        return json.loads(self.run_liaison('list', entity, '--format=json', *query))

    def show(self, uuid):
        """A record as the command line has it."""
        return json.loads(self.run_liaison('show', '--format=json', uuid))

    def export_records(self, *query):
        return [json.loads(line) for line in self.run_liaison('export', '--output=-', *query).splitlines()[1:]]

    def write_records(self, records):
        path = self.store.with_name('records.jsonl')
        with path.open('w', encoding='utf-8') as file:
            file.writelines(json.dumps(line) + '\n' for line in itertools.chain([HEADER], records))
        return path

    def import_records(self, records):
        self.run_liaison('import', '--strict', self.write_records(records))

    def change_record(self, uuid, **fields):
        """Changes a record from outside, as another action."""
        record, = (record for record in self.export_records() if record['uuid'] == uuid)
        del record['modified']
        self.import_records([{**record, **fields}])
