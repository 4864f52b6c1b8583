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
        self.inquiries, self.numbers, self.fixed, self.policies, self.restated, self.late = {}, [], {}, {}, [], []
        for entry in map(json.loads, lines):
            kind = entry["entry"]
            if "record" in entry:
                if kind == "NUMBER" or entry.get("cause") == "RESTATEMENT":
                    self.restated.append(entry)
                elif kind == "FACT" and "mail" in entry:
                    self.late.append({**entry, "at": instant(entry["occurredAt"]), "recorded": instant(entry["recordedAt"])})
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


def known_facts(inquiry, close, received=None):
    received = received or inquiry["received"]
    known = [f for f in inquiry["facts"] if received <= f["at"] < close and f["recorded"] <= close]
    left = (standing(f, known) for f in known if f["kind"] not in ("RETRACTED", "RECLASSIFIED"))
    return sorted((f for f in left if f), key=order)


def replies(inquiry, facts):
    rules = inquiry["rules"]
    return [f for f in facts if f["kind"] == "REPLIED" and f.get("author") in rules["countingAuthors"]
            and (rules["textlessReplyCounts"] or not f.get("textless"))]


def place(inquiry):
    return inquiry["received"], inquiry["inquiry"]


def followed(mail, target, pair):
    """The inquiry that the mail follows, as the books of the target see it; None if it stands alone."""
    close = min(target["close"], mail["close"])
    earlier = [m for m in pair if place(m) < place(mail) and m["recorded"] <= min(close, m["close"])]
    findings = [f for f in known_facts(mail, close) if f["kind"] == "BELONGS_TO"]
    if findings and findings[-1]["about"] == mail["inquiry"]:
        return None
    found = [m for m in earlier if findings and m["inquiry"] == findings[-1]["about"]]
    answers = next((f.get("answers", []) for f in mail["facts"] if f["kind"] == "RECEIVED"), [])
    for one in [] if found else answers:
        found = [m for m in earlier if any(f.get("mail") == one and f["recorded"] <= close for f in m["facts"])]
        if found:
            break
    if not found:
        return None
    first = min(found, key=place)
    return followed(first, target, pair) or first


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
    known = [m for m in pair if m["recorded"] <= min(target["close"], m["close"])]
    roots = {m["inquiry"]: followed(m, target, known) for m in known}
    if roots[target["inquiry"]]:
        return "FOLLOW_UP"
    for member in (m for m in known if not roots[m["inquiry"]]):
        close = min(target["close"], member["close"])
        facts = known_facts(member, close)
        for further in (m for m in known if roots[m["inquiry"]] is member):
            facts += [f for f in known_facts(further, close, member["received"]) if f["kind"] == "REPLIED"]
        facts.sort(key=order)
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


class Threads:
    """The inquiries whose mails or findings may tie them to others, whichever day holds them."""

    def __init__(self, path):
        self.pairs, self.late, self.fixed, named = defaultdict(dict), defaultdict(list), {}, set()
        for _, lines in days_of(path):
            facts = [entry for entry in map(json.loads, lines) if entry["entry"] == "FACT"]
            named |= {f["about"] for f in facts if f["kind"] == "BELONGS_TO"}
            named |= {f["inquiry"] for f in facts if "record" in f and "mail" in f}
        for _, lines in days_of(path):
            day = Day(lines)
            for fact in day.late:
                self.late[fact["inquiry"]].append(fact)
            for inquiry in day.inquiries.values():
                if inquiry["inquiry"] in named or any("mail" in f or "answers" in f for f in inquiry["facts"]):
                    self.pairs[inquiry["by"], inquiry["supplier"]][inquiry["inquiry"]] = inquiry
        self.everything = {i: inquiry for pair in self.pairs.values() for i, inquiry in pair.items()}

    def around(self, pair, near):
        """With those that other days hold, and with what was learned of too late for the own day."""
        there = {i["inquiry"] for i in near}
        all_of_them = near + [i for name, i in self.pairs[pair].items() if name not in there]
        for inquiry in all_of_them:
            known = {f["fact"] for f in inquiry["facts"]}
            inquiry["facts"] += [f for f in self.late[inquiry["inquiry"]] if f["fact"] not in known]
        return all_of_them

    def take(self, day):
        self.fixed.update({i: state for i, state in day.fixed.items() if i in self.everything})


def judge_day(before, day, after, threads):
    """Supplier and verdict of each inquiry; None if neighbours that matter are not in the file."""
    near = [d for d in (before, day, after) if d]
    if any(p["duplicates"] == "ROLLING_24H" for d in near for p in d.policies.values()):
        if not after or not before and day.day != day.books_from:
            return None
    pairs = defaultdict(list)
    for inquiry in (i for d in near for i in d.inquiries.values()):
        pairs[inquiry["by"], inquiry["supplier"]].append(inquiry)
    verdicts = {}
    fixed = {**threads.fixed, **(before.fixed if before else {})}
    for name, near_by in pairs.items():
        pair = sorted(threads.around(name, near_by), key=place)
        for target in (i for i in pair if i["day"] == day.day):
            verdicts[target["inquiry"]] = target["supplier"], judge(target, pair, fixed)
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
    recount, former, three, threads = Recount(), None, [None, None, None], Threads(path)
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
            for fixed in [before.fixed if before else {}, threads.fixed]:
                if entry["inquiry"] in fixed:
                    fixed[entry["inquiry"]] = entry["state"]
        recount.add(day, judge_day(before, day, after, threads))
        threads.take(day)
        for number in day.numbers:
            recount.check(number, day.books_from)
    print(*recount.wrong, f"{recount.equal} numbers equal, {len(recount.wrong)} not, {recount.beyond} not checkable from "
                          "this file", sep="\n")
    return 1 if recount.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
