# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the query language that reports use, answered by plain loops over a store."""

import datetime
import re

from plain_store import (AUDIENCES, BETWEEN, CALLS, CONFIDENTIAL, FIRST, FORMS, GROUP_OF_FORM, GROUPING, GROUPS, HEADS, HELD, HOST,
                         INTERNATIONAL, LAST, LEVELS, MEETINGS, MONTH, OCCASIONS, OURS, SESSIONS, THEIRS, TRAVEL, UNSPECIFIED, UNSTATED, YEAR,
                         day)

TERM = re.compile(r'(-?)([a-z]+):((?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*)')
SPOKEN = (CALLS, MEETINGS, UNSPECIFIED)
ABOUT_OURS, ABOUT_THEIRS = ("by", "office"), ("with", "country", "org", "grouping", "level")


class Query:
    def __init__(self, store, text):
        self.store, self.text = store, text
        rest = TERM.sub("", text).strip()
        assert not rest, f"“{rest}” of “{text}” is not understood"
        self.terms = [(sign == "-", key, re.findall(r'"[^"]*"|[^,]+', values)) for sign, key, values in TERM.findall(text)]
        self.terms = [(negative, key, [value.strip('"') for value in values]) for negative, key, values in self.terms]
        self.most = min([CONFIDENTIAL] + [max(AUDIENCES[value] for value in values) for _, key, values in self.terms if key == "audience"])
        self.first = max([FIRST] + [day(values[0]) for _, key, values in self.terms if key == "from"])
        self.last = min([LAST] + [day(values[0], True) for _, key, values in self.terms if key == "to"])
        states = [values[0] for negative, key, values in self.terms if key == "is" and not negative]
        self.spoke, self.same_rank = "spoke-with" in states, "same-rank" in states
        self.reached = "reached" in states and not self.spoke

    # People

    def names(self, key, value):
        table = "contact" if key in ("with", "by") else "topic" if key == "topic" else "organisation"
        return self.store.find(table, value, key in ("org", "office", "topic"))

    def meets(self, part, key, values):
        if key in ("with", "by"):
            return any(part["contact"] in self.names(key, value) for value in values)
        if key == "country":
            return part["seat"] in values
        if key == "level":
            return part["level"] != 0 and LEVELS[part["level"]] in values
        if key == "grouping":
            when = self.store.engagement[part["engagement"]]["first"] or self.today()
            return any(part["seat"] and part["seat"] in self.store.members(grouping, when)
                       for value in values for grouping in self.names(key, value))
        bodies = {part["organisation"], part["seat"] if isinstance(part["seat"], int) else 0, part["held"] and part["held"]["organisation"]}
        return any(bodies & self.names(key, value) for value in values)

    @staticmethod
    def today():
        return datetime.date.today()

    def takes_part(self, part, side):
        if part["side"] != side or part["secret"] > self.most:
            return False
        if self.spoke or (self.reached and side == OURS):
            return part["counts"]
        return part["reached"] if self.reached else part["present"]

    def described(self, one, side):
        keys = ABOUT_OURS if side == OURS else ABOUT_THEIRS
        asked = [(key, values) for negative, key, values in self.terms if key in keys and not negative]
        return [part for part in one["parts"]
                if self.takes_part(part, side) and all(self.meets(part, key, values) for key, values in asked)]

    def witnesses(self, one, side):
        found = self.described(one, side)
        if not self.same_rank:
            return found
        others = self.described(one, THEIRS if side == OURS else OURS)
        return [part for part in found
                if any(part["counts"] and other["counts"] and part["level"] and part["portfolio"]
                       and (part["level"], part["portfolio"]) == (other["level"], other["portfolio"]) for other in others)]

    # Engagements

    def in_span(self, one):
        if self.first == FIRST and self.last == LAST:
            return True
        if one["first"] is None or one["last"] < self.first or one["first"] > self.last:
            return False
        imprecise = one["precision"] in (MONTH, YEAR, BETWEEN)
        return not imprecise or (one["first"] >= self.first and one["last"] <= self.last)

    def is_state(self, one, state):
        shown = [part for part in one["parts"] if part["secret"] <= self.most]
        seats = {part["seat"] for part in shown if part["side"] == THEIRS and part["present"] and part["seat"]}
        if state == "counted":
            return one["counted"]
        if state in ("spoke-with", "reached"):
            return one["counted"] and one["group"] in SPOKEN
        if state == "bilateral":
            return len(seats) == 1 and not one["format"] and one["group"] != SESSIONS
        if state == "hosted":
            return FORMS[one["form"]] == "visit-hosted" or any(part["side"] == OURS and part["role"] == HOST for part in shown)
        assert state == "same-rank", state
        return True

    def passes(self, one, key, values):
        if key == "is":
            return self.is_state(one, values[0])
        if key == "group":
            return one["group"] in [GROUPS[value] for value in values]
        if key == "form":
            return FORMS[one["form"]] in values
        if key == "status":
            assert values == ["held"], values
            return one["status"] == HELD
        if key == "topic":
            return any(self.store.topics[one["id"]] & self.names(key, value) for value in values)
        if key == "format":
            return not one["format"] if values == ["none"] else any(one["format"] in self.names(key, value) for value in values)
        assert key in ("from", "to", "audience"), key
        return True

    def matches(self, one):
        if one["sensitivity"] > self.most or not self.in_span(one):
            return False
        for negative, key, values in self.terms:
            if key not in ABOUT_OURS + ABOUT_THEIRS and self.passes(one, key, values) == negative:
                return False
        for side, keys in ((OURS, ABOUT_OURS), (THEIRS, ABOUT_THEIRS)):
            asked = self.spoke or self.reached or self.same_rank or any(key in keys for _, key, _ in self.terms)
            if asked and not self.witnesses(one, side):
                return False
        return True

    def engagements(self):
        return [one for one in self.store.engagement.values() if self.matches(one)]

    def counted(self):
        return [one for one in self.engagements() if one["counted"]]

    # Stated totals

    def total_group(self, total):
        form = FORMS[total["form"] or FORMS.index("unspecified")]
        if form in ("visit-made", "visit-hosted"):
            return MEETINGS if total["counterparts"] or self.total_seats(total) else TRAVEL
        return GROUP_OF_FORM[FORMS.index(form)]

    def total_seats(self, total):
        """Of a grouping that is stated, its members; of a counterpart, its seat on the last day."""
        seats = list(total["countries"])
        for organisation in total["organisations"]:
            members = self.store.members(organisation, total["last"]) if self.store.organisation[organisation]["kind"] == GROUPING else set()
            seats += members or [organisation]
        for contact in total["counterparts"]:
            post = self.store.post_on(contact, total["last"])
            own = post and post["organisation"]
            seats.append((own and self.store.international_seat(own)) or self.store.contact[contact]["country"])
        return seats

    def total_term(self, total, key, values):
        """Whether all that is stated is allowed; nothing stated says nothing."""
        def within(stated, allowed):
            return bool(stated) and all(one and one in allowed for one in stated)

        named = set().union(*(self.names(key, value) for value in values)) if key in ("by", "with", "office", "org", "grouping") else set()
        if key == "by":
            return within(total["principals"], named)
        if key == "with":
            return within(total["counterparts"], named)
        if key == "office":
            return within(total["offices"], named)
        if key == "org":
            posts = [self.store.post_on(contact, total["last"]) for contact in total["counterparts"]]
            bodies = [one for one in total["organisations"] if self.store.organisation[one]["kind"] != GROUPING]
            return within(bodies + [post and post["organisation"] for post in posts], named)
        if key == "grouping":
            return within(self.total_seats(total), set().union(*(self.store.members(one, total["last"]) for one in named)))
        if key == "country":
            return within(self.total_seats(total), values)
        if key == "level":
            posts = [self.store.post_on(contact, total["last"]) for contact in total["counterparts"]]
            return within([post and LEVELS[post["level"]] for post in posts], values)
        if key == "form":
            return FORMS[total["form"] or FORMS.index("unspecified")] in values
        if key == "group":
            return self.total_group(total) in [GROUPS[value] for value in values]
        if key == "audience":
            return total["secret"] <= self.most
        if key == "is":
            return values[0] == "counted" or (values[0] in ("spoke-with", "reached") and self.total_group(total) in SPOKEN)
        return key in ("from", "to", "status")

    def total_matches(self, total):
        if any(negative and key != "is" for negative, key, _ in self.terms):
            return False
        return all(self.total_term(total, key, values) for _, key, values in self.terms)

    def heads(self, engagements):
        return {part["contact"] for one in engagements for part in self.witnesses(one, THEIRS) if part["contact"]}

    def additions(self):
        """How much each stated total that matches adds: what it says beyond those that it covers and the query counts."""
        counted = {one["id"]: one for one in self.counted()}
        used = {key: total for key, total in self.store.stated_total.items()
                if self.total_matches(total) and self.first <= total["first"] and total["last"] <= self.last and total["bound"] != UNSTATED}

        def measure(total, keys):
            return len(keys) if total["counts"] == OCCASIONS else len(self.heads([counted[key] for key in keys]))

        added = {}
        for key, total in used.items():
            own = {one for one in total["covered_engagements"] if one in counted}
            number = 0
            for other in (used[one] for one in total["covered_totals"] if one in used and one != key):
                if other["counts"] == total["counts"]:
                    theirs = {one for one in other["covered_engagements"] if one in counted}
                    number += max(other["number"], measure(total, theirs))
                    own -= theirs
            added[key] = max(0, total["number"] - number - measure(total, own))
        return added

    # Figures, by the rules of reports

    def seats(self, kind):
        return {part["seat"] for one in self.counted() for part in self.witnesses(one, THEIRS) if isinstance(part["seat"], kind) and part["seat"]}

    def figure(self, rule):
        totals = self.store.stated_total
        added = self.additions()
        if rule == "engagements":
            return len(self.counted()) + sum(n for key, n in added.items() if totals[key]["counts"] == OCCASIONS)
        if rule == "counterparts":
            return len(self.heads(self.counted())) + sum(n for key, n in added.items() if totals[key]["counts"] == HEADS)
        if rule == "countries":
            return len(self.seats(str)) + len(self.seats(int))
        if rule == "named-countries":
            return len({part["seat"] for one in self.counted() for part in self.witnesses(one, THEIRS)
                        if part["contact"] and isinstance(part["seat"], str) and part["seat"]})
        if rule == "stated":
            return sum(n for key, n in added.items() if totals[key]["counts"] == OCCASIONS and len(totals[key]["principals"]) != 1)
        if rule == "records":
            return len(self.counted())
        assert rule == "visits", rule
        return len(self.engagements())
