#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every field of a record that is edited in a form has one control there.

What fields there are is read in the schema of Liaison JSON, which another test keeps in step with the program.
"""

import collections
import json
import re

import lint

RECORDS = ("contact", "engagement", "organisation", "stated_total")
PARTS = ("follow_up", "membership", "participation", "post", "readout")
# Of every record, and not the person's to change.
KEPT = {"record", "uuid", "created", "modified"}
# The record that a part is of.
OWNERS = {"follow_up.engagement", "membership.grouping", "participation.engagement", "post.contact", "readout.engagements"}
# What is done otherwise than by a control of the field, and by what.
OTHERWISE = {
    "membership.sensitivity": "not at all: nothing is withheld by it",
    "participation.contact": "picked into the list of a side",
    "participation.country": "picked into the list of a side",
    "participation.organisation": "picked into the list of a side",
    "participation.position": "the order of the list",
    "participation.post": "follows from the posts of the contact and the day",
    "stated_total.covered_engagements": "ticked in LiaisonCoverList",
    "stated_total.covered_totals": "ticked in LiaisonCoverList",
}
FIELD = re.compile(r'<property name="field">(\w+\.\w+)</property>')
# It stands in the form of an organisation, and where one is added by the way.
TWICE = {"organisation.kind"}


def list_fields(schema, record):
    """The fields of a kind of record."""
    return {f"{record}.{field}" for field in set(schema["$defs"][record]["properties"]) - KEPT}


def main():
    path = lint.root() / "data/liaison-json.schema.json"
    schema = json.loads(lint.read(path))
    wanted = set().union(*(list_fields(schema, record) for record in RECORDS + PARTS)) - OWNERS - set(OTHERWISE)
    found = collections.Counter()
    checked = 0
    for form in lint.sources(".ui", folders=("ui",)):
        checked += 1
        found.update(FIELD.findall(lint.read(form)))
    findings = [lint.finding(path, 1, f"{field} has no control in a form") for field in sorted(wanted - set(found))]
    findings += [lint.finding(path, 1, f"{field} has {number} controls") for field, number in sorted(found.items())
                 if number > 1 and field not in TWICE]
    findings += [lint.finding(path, 1, f"{field} has a control, and is no field to be set") for field in sorted(set(found) - wanted)]
    lint.finish(findings, checked)


if __name__ == "__main__":
    main()
