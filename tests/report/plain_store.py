# SPDX-License-Identifier: GPL-3.0-or-later
"""A store read off its raw tables, and the counting rules as plain loops over it, written from their words alone.

Nothing that the program derives (columns that begin with x_) is read.
"""

import calendar
import collections
import datetime
import functools
import itertools
import re
import sqlite3
import unicodedata

OURS, THEIRS = 1, 2
HELD = 2
PUBLIC, CONFIDENTIAL = 1, 3
CALLS, MEETINGS, UNSPECIFIED, SESSIONS, CEREMONIES, WRITTEN, TRAVEL = range(1, 8)
GROUPS = {"calls": CALLS, "meetings": MEETINGS, "unspecified": UNSPECIFIED, "sessions": SESSIONS, "ceremonies": CEREMONIES,
          "written": WRITTEN, "travel": TRAVEL}
FORMS = ["", "phone-call", "video-call", "meeting", "pull-aside", "working-meal", "visit-made", "visit-hosted", "multilateral-session",
         "ceremony", "letter", "message", "unspecified"]
GROUP_OF_FORM = [UNSPECIFIED, CALLS, CALLS, MEETINGS, MEETINGS, MEETINGS, 0, 0, SESSIONS, CEREMONIES, WRITTEN, WRITTEN, UNSPECIFIED]
LEVELS = ["", "head-of-state", "head-of-government", "head-of-international-organisation", "minister", "deputy-minister",
          "national-security-adviser", "chief-of-defence", "head-of-mission", "senior-official", "official"]
AUDIENCES = {"public": 1, "internal": 2}
INTERNATIONAL = (4, 5)
GROUPING = 5
HOST = 3
SPEAKING = (0, 1, 2, HOST)
DECLINED, ABSENT, REPRESENTED = 3, 4, 5
MONTH, YEAR, BETWEEN = 3, 4, 6
OCCASIONS, HEADS = 1, 2
UNSTATED = 3
FIRST, LAST = datetime.date.min, datetime.date.max


def day(text, last=False):
    """The first or last day that a date, cut off where knowledge ends, may mean."""
    parts = [int(part) for part in re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text).groups() if part]
    if len(parts) == 1:
        parts.append(12 if last else 1)
    if len(parts) == 2:
        parts.append(calendar.monthrange(*parts)[1] if last else 1)
    return datetime.date(*parts)


def words(text):
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain)


class Store:
    def __init__(self, path):
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        self.connection = connection
        for table in ("contact", "organisation", "membership", "post", "engagement", "participation", "stated_total", "store", "topic"):
            setattr(self, table, {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")})
        self.prepare_posts()
        self.prepare_engagements()
        self.prepare_participations()
        self.prepare_totals()
        connection.close()

    # Posts and organisations

    def prepare_posts(self):
        self.posts = collections.defaultdict(list)
        for post in self.post.values():
            post["first"] = day(post["from"]) if post["from"] else FIRST
            post["last"] = day(post["to"], True) if post["to"] else LAST
            self.posts[post["contact"]].append(post)

    def post_on(self, contact, when):
        """The primary one, the highest level, the latest; of those held that day, or of all where no day is known."""
        def weight(post):
            return (-post["primary"], post["level"] == 0, post["level"], -post["first"].toordinal(), post["uuid"])

        def latest(post):
            return (-post["first"].toordinal(), *weight(post))

        if when is None:
            return min(self.posts[contact], key=latest, default=None)
        held = [post for post in self.posts[contact] if post["first"] <= when <= post["last"]]
        return min(held, key=weight, default=None)

    def above(self, organisation):
        seen = []
        while organisation and organisation not in seen and len(seen) < 20:
            seen.append(organisation)
            organisation = self.organisation[organisation]["parent"]
        return seen

    def international_seat(self, organisation):
        """Of an international body, the topmost one that it is part of."""
        if self.organisation[organisation]["kind"] not in INTERNATIONAL:
            return 0
        seats = [one for one in self.above(organisation) if self.organisation[one]["kind"] in INTERNATIONAL]
        return seats[-1] if seats else 0

    # Engagements

    def prepare_engagements(self):
        for one in self.engagement.values():
            one["first"] = day(one["start"]) if one["start"] else None
            one["last"] = day(one["end"] or one["start"], True) if one["start"] else None
            one["parts"] = []
        inside = {one["parent"] for one in self.engagement.values() if one["status"] == HELD}
        for one in self.engagement.values():
            one["visit"] = FORMS[one["form"]] in ("visit-made", "visit-hosted")
            one["container"] = one["visit"] and one["id"] in inside
            one["counted"] = one["status"] == HELD and not one["container"]

    def prepare_participations(self):
        for part in self.participation.values():
            one = self.engagement[part["engagement"]]
            chosen = self.post.get(part["post"]) or (part["contact"] and self.post_on(part["contact"], one["first"]))
            part["held"] = chosen or None
            part["level"] = chosen["level"] if chosen else 0
            part["portfolio"] = chosen["portfolio"] if chosen else 0
            part["present"] = part["attendance"] not in (DECLINED, ABSENT)
            part["speaks"] = part["role"] in SPEAKING
            part["counts"] = part["speaks"] and part["attendance"] in (0, 1)
            part["reached"] = part["counts"] or (part["speaks"] and part["attendance"] == REPRESENTED)
            part["seat"] = self.seat(part, chosen)
            part["secret"] = max([part["sensitivity"]] + [record["sensitivity"] for record in (
                self.contact.get(part["contact"]), self.organisation.get(part["organisation"]),
                self.organisation.get(part["seat"] if isinstance(part["seat"], int) else 0)) if record])
            one["parts"].append(part)
        for one in self.engagement.values():
            with_counterpart = any(part["side"] == THEIRS and part["present"] for part in one["parts"])
            one["group"] = GROUP_OF_FORM[one["form"]]
            if one["visit"]:
                one["group"] = 0 if one["container"] else MEETINGS if with_counterpart else TRAVEL

    def seat(self, part, post):
        """A country's letters, or an organisation's key."""
        own = post and post["organisation"]
        if part["seat_organisation"]:
            return part["seat_organisation"]
        if part["seat_country"]:
            return part["seat_country"]
        if own and self.international_seat(own):
            return self.international_seat(own)
        if part["organisation"]:
            return self.international_seat(part["organisation"]) or self.organisation[part["organisation"]]["country"] or part["organisation"]
        if part["contact"] and self.contact[part["contact"]]["country"]:
            return self.contact[part["contact"]]["country"]
        if own:
            return self.organisation[own]["country"]
        return part["country"]

    # Stated totals

    def prepare_totals(self):
        for total in self.stated_total.values():
            for name in ("principals", "offices", "counterparts", "organisations", "covered_engagements", "covered_totals"):
                rows = self.connection.execute(f"SELECT target FROM stated_total_{name} WHERE owner = ? ORDER BY position", (total["id"],))
                total[name] = [row[0] for row in rows]
            total["first"], total["last"] = day(total["from"]), day(total["to"], True)
            named = [self.contact[key] for key in total["principals"] + total["counterparts"]]
            named += [self.organisation[key] for key in total["offices"] + total["organisations"]]
            total["secret"] = max([total["sensitivity"]] + [record["sensitivity"] for record in named])
            total["countries"] = total["countries"].split("\n") if total["countries"] else []
        self.topics = collections.defaultdict(set)
        for owner, target in self.connection.execute("SELECT owner, target FROM engagement_topics"):
            self.topics[owner].add(target)

    def members(self, grouping, when):
        """Countries' letters and organisations' keys."""
        return {row["country"] or row["organisation"] for row in self.membership.values()
                if row["grouping"] == grouping and (day(row["from"]) if row["from"] else FIRST) <= when
                <= (day(row["to"], True) if row["to"] else LAST)}

    # Names

    @functools.lru_cache(maxsize=None)
    def find(self, table, name, parts):
        records = getattr(self, table)
        if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", name):
            return frozenset(key for key, record in records.items() if record["uuid"].hex() == name.replace("-", ""))
        wanted = words(name)

        def names(record):
            own = [record["name"], record.get("short_name", "")] + record.get("other_names", "").split("\n")
            return [words(one) for one in own if one]

        def fits(record):
            all_words = list(itertools.chain(*names(record)))
            yield wanted in names(record)
            yield all(word in all_words for word in wanted)
            yield all(any(other.startswith(word) for other in all_words) for word in wanted)

        for fit in range(3):
            found = {key for key, record in records.items() if list(fits(record))[fit]}
            if found:
                break
        if parts:
            found = {key for key in records if found & set(self.above(key) if table == "organisation" else [key])}
        return frozenset(found)
