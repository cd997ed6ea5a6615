# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the shipped Liaison JSON and counts over it with plain loops, by the rules that the program counts by."""

import calendar
import datetime
import json
import re

KINDS = [
    "organisation", "store", "membership", "contact", "post", "topic", "engagement", "participation", "readout",
    "follow_up", "stated_total", "saved_search", "report", "highlight", "issue",
]

# The kind of record that each link must name.
LINKS = {
    "organisation": {"parent": "organisation"},
    "store": {"own_organisation": "organisation"},
    "membership": {"grouping": "organisation", "organisation": "organisation"},
    "post": {"contact": "contact", "organisation": "organisation"},
    "topic": {"parent": "topic"},
    "engagement": {"format": "organisation", "parent": "engagement", "topics": "topic"},
    "participation": {
        "engagement": "engagement", "contact": "contact", "organisation": "organisation",
        "seat_organisation": "organisation", "post": "post",
    },
    "readout": {"engagements": "engagement"},
    "stated_total": {
        "principals": "contact", "offices": "organisation", "counterparts": "contact", "organisations": "organisation",
        "readout": "readout", "covered_engagements": "engagement", "covered_totals": "stated_total",
    },
}

INTERNATIONAL = {"international-organisation", "grouping"}
SPOKEN_FORMS = {"phone-call", "video-call", "meeting", "pull-aside", "working-meal", "unspecified"}
SPEAKING_ROLES = {"principal", "chair", "host"}


def refuse_duplicates(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key is given twice: {keys}"
    return dict(pairs)


def read_records(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines.pop() == "", f"{path}: the last line has no end"
    header, *records = [json.loads(line, object_pairs_hook=refuse_duplicates) for line in lines]
    assert header == {"format": "liaison-json", "version": 1}, f"{path}: {header}"
    return records


def first_day(text):
    """Returns the first day that a date, truncated to what is known, may mean."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    assert parts, f"“{text}” is no date"
    year, month, day = (int(part) if part else 1 for part in parts.groups())
    return datetime.date(year, month, day)


def last_day(text):
    """Returns the last day that a date, truncated to what is known, may mean."""
    first = first_day(text)
    if len(text) == 4:
        return first.replace(month=12, day=31)
    if len(text) == 7:
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first


def covers(record, day):
    """Tells whether a post or a membership, whose end is its last day, holds on a day."""
    return ("from" not in record or first_day(record["from"]) <= day) and (
        "to" not in record or day <= last_day(record["to"]))


class Store:
    """The records by UUID, and the questions that the counting rules ask of them."""

    def __init__(self, records):
        self.records = {record["uuid"]: record for record in records}
        assert len(self.records) == len(records), "a UUID is used twice"
        self.participations = {}
        for one in self.of_kind("participation"):
            self.participations.setdefault(one["engagement"], []).append(one)
        self.parents = {one.get("parent") for one in self.of_kind("engagement")}

    def of_kind(self, kind):
        return [record for record in self.records.values() if record["record"] == kind]

    def contact(self, family):
        found = [one for one in self.of_kind("contact") if one["family"] == family]
        assert len(found) == 1, f"{len(found)} contacts are called {family}"
        return found[0]

    def organisation(self, name):
        found = [one for one in self.of_kind("organisation") if name in (one["name"], one.get("short_name"))]
        assert len(found) == 1, f"{len(found)} organisations are called {name}"
        return found[0]

    def is_container(self, engagement):
        return engagement["uuid"] in self.parents

    def day(self, engagement):
        return first_day(engagement["start"]) if "start" in engagement else None

    def post(self, participation):
        """Returns the post in which somebody took part: the one said, else the primary one of the day."""
        if "post" in participation:
            return self.records[participation["post"]]
        day = self.day(self.records[participation["engagement"]])
        held = [one for one in self.of_kind("post") if one["contact"] == participation["contact"] and covers(one, day)]
        return max(held, key=lambda one: one.get("primary", False), default=None)

    def topmost(self, organisation):
        parent = self.records.get(organisation.get("parent"))
        return self.topmost(parent) if parent and parent["kind"] in INTERNATIONAL else organisation

    def seat(self, participation):
        """Returns the code of the country or the name of the body for which somebody took part."""
        if "seat_country" in participation or "country" in participation:
            return participation.get("seat_country") or participation["country"]
        body = self.records.get(participation.get("seat_organisation") or participation.get("organisation"))
        if body is None:
            post = self.post(participation)
            body = self.records.get(post["organisation"]) if post else None
            if body is None or body["kind"] not in INTERNATIONAL:
                return self.records[participation["contact"]]["country"]
        top = self.topmost(body)
        return top.get("short_name") or top["name"]

    def members(self, grouping, day):
        body = self.organisation(grouping)["uuid"]
        return {one["country"] for one in self.of_kind("membership") if one["grouping"] == body and covers(one, day)}

    def is_spoken(self, engagement):
        """Tells whether an engagement is a call, a meeting or unspecified: what “spoke with” looks at."""
        if engagement["status"] != "held" or self.is_container(engagement):
            return False
        if engagement["form"] in ("visit-made", "visit-hosted"):
            return any(one["side"] == "theirs" for one in self.participations[engagement["uuid"]])
        return engagement["form"] in SPOKEN_FORMS

    def spoken(self, principal, first, last):
        """Yields a principal's calls and meetings of a span, with the participations of the other side."""
        person = self.contact(principal)["uuid"]
        for engagement in self.of_kind("engagement"):
            day = self.day(engagement)
            if day is None or not first <= day <= last or not self.is_spoken(engagement):
                continue
            present = [one for one in self.participations[engagement["uuid"]]
                       if one["attendance"] == "attended" and one["role"] in SPEAKING_ROLES]
            theirs = [one for one in present if one["side"] == "theirs"]
            if theirs and any(one.get("contact") == person and one["side"] == "ours" for one in present):
                yield engagement, theirs

    def name(self, participation):
        return self.records[participation["contact"]]["name"] if "contact" in participation else None
