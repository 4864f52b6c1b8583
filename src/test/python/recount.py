#!/usr/bin/env python3
"""recount.py FILE: checks an exported ledger and recounts every number in it. Written from docs/ledger.md alone."""
import gzip, hashlib, json, re, sys
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo


def sha(data):
    return hashlib.sha256(data).digest()


def root_of(lines):
    level = [sha(b"\0" + line) for line in lines]
    while len(level) > 1:
        pairs = [sha(b"\1" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + level[len(level) // 2 * 2:]
    return level[0].hex() if level else ""


def instant(text):
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)


def days_of(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        day = None
        for line in file:
            line = line.rstrip(b"\n")
            if line.startswith(b'{"seal":'):
                if day:
                    yield day
                day = (json.loads(line), [])
            else:
                day[1].append(line)
        if day:
            yield day


class Day:
    def __init__(self, lines):
        self.inquiries, self.numbers, self.fixed, self.policies, self.restated = {}, [], {}, {}, []
        for entry in map(json.loads, lines):
            kind = entry["entry"]
            if "record" in entry:
                if kind == "NUMBER" or entry.get("cause") == "RESTATEMENT":
                    self.restated.append(entry)
            elif kind == "SEAL":
                self.day, self.books_from = entry["day"], entry["booksFrom"]
                self.close = instant(entry["booksClose"])
            elif kind == "POLICY":
                self.policies[entry["version"]] = entry
            elif kind == "INQUIRY":
                policy = self.policies[entry["policy"]]
                received = instant(entry["receivedAt"])
                local = received.astimezone(ZoneInfo(policy["zone"])).replace(tzinfo=None)
                window = local + timedelta(days=int(re.fullmatch(r"P(\d+)D", policy["objectWithin"])[1]))
                hours, minutes, seconds = re.fullmatch(
                    r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", policy["replyWithin"]).groups(default="0")
                reply = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))
                entry.update(rules=policy, facts=[], close=self.close, received=received,
                             recorded=instant(entry["recordedAt"]), deadline=received + reply,
                             window=window.replace(tzinfo=ZoneInfo(policy["zone"])).astimezone(timezone.utc))
                self.inquiries[entry["inquiry"]] = entry
            elif kind == "FACT":
                entry.update(at=instant(entry["occurredAt"]), recorded=instant(entry["recordedAt"]))
                self.inquiries[entry["inquiry"]]["facts"].append(entry)
            elif kind == "VERDICT":
                self.fixed[entry["inquiry"]] = entry["state"]
            elif kind == "NUMBER":
                self.numbers.append(entry)


def order(fact):
    return fact["at"], fact["fact"]


def standing(fact, known):
    corrections = [c for c in known if c["kind"] in ("RETRACTED", "RECLASSIFIED") and c.get("about") == fact["fact"]
                   and standing(c, known)]
    if not corrections:
        return fact
    last = max(corrections, key=order)
    return {**fact, "author": last["author"]} if last["kind"] == "RECLASSIFIED" else None


def known_facts(inquiry, close):
    known = [f for f in inquiry["facts"] if inquiry["received"] <= f["at"] < close and f["recorded"] <= close]
    left = (standing(f, known) for f in known if f["kind"] not in ("RETRACTED", "RECLASSIFIED"))
    return sorted((f for f in left if f), key=order)


def replies(inquiry, facts):
    rules = inquiry["rules"]
    return [f for f in facts if f["kind"] == "REPLIED" and f.get("author") in rules["countingAuthors"]
            and (rules["textlessReplyCounts"] or not f.get("textless"))]


def excluded(inquiry, facts):
    in_window = [f for f in facts if f["at"] <= inquiry["window"]]
    if any(f["kind"] == "SYSTEM_SPAM" for f in facts) or any(f["kind"] == "SPAM_REPORTED" for f in in_window):
        return "SPAM"
    rejected = next((f for f in in_window if f["kind"] == "REJECTED"), None)
    if rejected and not any(r["at"] <= rejected["at"] for r in replies(inquiry, facts)):
        return "REJECTED"
    return None


def joins(anchor, following):
    rule = following["rules"]["duplicates"]
    return anchor["day"] == following["day"] if rule == "NATURAL_DAY" else \
        rule == "ROLLING_24H" and following["received"] - anchor["received"] < timedelta(hours=24)


def judge(target, pair, fixed):
    anchor, group = None, []
    for member in pair:
        close = min(target["close"], member["close"])
        if member["recorded"] > close:
            continue
        facts = known_facts(member, close)
        settled = fixed.get(member["inquiry"]) if member["day"] < target["day"] else None
        out = settled if settled in ("SPAM", "REJECTED") else None if settled else excluded(member, facts)
        if out:
            if member is target:
                return out
            continue
        if settled == "DUPLICATE" or not settled and anchor and joins(anchor, member):
            if member is target:
                return "DUPLICATE"
        else:
            anchor = member
        if anchor is target:
            group += replies(member, facts)
    first = min((r["at"] for r in group if r["at"] >= target["received"]), default=None)
    return "UNANSWERED" if first is None else "TIMELY" if first <= target["deadline"] else "LATE"


def judge_day(before, day, after):
    """Supplier and verdict of each inquiry; None if neighbours that matter are not in the file."""
    near = [d for d in (before, day, after) if d]
    if any(p["duplicates"] == "ROLLING_24H" for d in near for p in d.policies.values()):
        if not after or not before and day.day != day.books_from:
            return None
    pairs = defaultdict(list)
    for inquiry in (i for d in near for i in d.inquiries.values()):
        pairs[inquiry["by"], inquiry["supplier"]].append(inquiry)
    verdicts = {}
    for pair in pairs.values():
        pair.sort(key=lambda i: (i["received"], i["inquiry"]))
        for target in (i for i in pair if i["day"] == day.day):
            verdicts[target["inquiry"]] = target["supplier"], judge(target, pair, before.fixed if before else {})
    return verdicts


class Recount:
    def __init__(self):
        self.verdicts, self.counts, self.wrong, self.equal, self.beyond = {}, {}, [], 0, 0

    def add(self, day, verdicts):
        """Takes in what a day's inquiries were judged."""
        if verdicts is None:
            return
        self.counts[day.day] = defaultdict(lambda: [0, 0])
        for inquiry, (supplier, verdict) in verdicts.items():
            self.verdicts[inquiry] = verdict
            self.tally(day.day, supplier, verdict, 1)

    def tally(self, day, supplier, verdict, by):
        self.counts[day][supplier][0] += by * (verdict == "TIMELY")
        self.counts[day][supplier][1] += by * (verdict in ("TIMELY", "LATE", "UNANSWERED"))

    def restate(self, entry):
        if entry["inquiry"] in self.verdicts:
            self.tally(entry["day"], entry["supplier"], self.verdicts[entry["inquiry"]], -1)
            self.tally(entry["day"], entry["supplier"], entry["state"], 1)
            self.verdicts[entry["inquiry"]] = entry["state"]

    def check(self, number, books_from):
        first, last = date.fromisoformat(number["windowFrom"]), date.fromisoformat(number["windowTo"])
        window = [str(first + timedelta(days=n)) for n in range((last - first).days + 1)]
        window = [self.counts.get(d) for d in window if d >= books_from]
        if None in window:
            self.beyond += 1
            return
        found = [sum(c[number["supplier"]][i] for c in window) for i in (0, 1)]
        if found == [number["timely"], number["countable"]]:
            self.equal += 1
        else:
            self.wrong.append(f"{number['supplier']} on {number['publishedOn']}, revision {number['revision']}: published "
                              f"{number['timely']} of {number['countable']}, recounted {found[0]} of {found[1]}")


def main(path):
    recount, former, three = Recount(), None, [None, None, None]
    for seal, lines in list(days_of(path)) + [(None, None)]:
        if seal:
            if root_of(lines) != seal["root"] or json.loads(lines[0]).get("former") != seal.get("former"):
                sys.exit(f"{seal['seal']}: the root is not that of its entries")
            if former not in (None, seal.get("former")):
                sys.exit(f"{seal['seal']}: it was not sealed on the root of the day before")
            former = seal["root"]
        three = [*three[1:], Day(lines) if seal else None]
        before, day, after = three
        if not day:
            continue
        for entry in day.restated:
            if entry["entry"] == "NUMBER":
                recount.check(entry, day.books_from)
                continue
            recount.restate(entry)
            if before and entry["inquiry"] in before.fixed:
                before.fixed[entry["inquiry"]] = entry["state"]
        recount.add(day, judge_day(before, day, after))
        for number in day.numbers:
            recount.check(number, day.books_from)
    print(*recount.wrong, f"{recount.equal} numbers equal, {len(recount.wrong)} not, {recount.beyond} not checkable from "
                          "this file", sep="\n")
    return 1 if recount.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
