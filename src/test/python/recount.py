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


def elapsed(text):
    """Of an ISO 8601 duration."""
    days, hours, minutes, seconds = re.fullmatch(
        r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?", text).groups(default="0")
    return timedelta(days=int(days), hours=int(hours), minutes=int(minutes), seconds=float(seconds))


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
        self.deciding = {}
        self.close_after = 2
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
                self.close_after = max(self.close_after, entry["booksCloseAfterDays"])
            elif kind == "INQUIRY":
                policy = self.policies[entry["policy"]]
                received = instant(entry["receivedAt"])
                local = received.astimezone(ZoneInfo(policy["zone"])).replace(tzinfo=None)
                window = local + timedelta(days=int(re.fullmatch(r"P(\d+)D", policy["objectWithin"])[1]))
                entry.update(rules=policy, facts=[], close=self.close, received=received,
                             recorded=instant(entry["recordedAt"]), deadline=received + elapsed(policy["replyWithin"]),
                             earliest=received - elapsed(policy.get("earlyBy", "PT0S")),
                             window=window.replace(tzinfo=ZoneInfo(policy["zone"])).astimezone(timezone.utc))
                self.inquiries[entry["inquiry"]] = entry
            elif kind == "FACT":
                entry.update(at=instant(entry["occurredAt"]), recorded=instant(entry["recordedAt"]))
                self.inquiries[entry["inquiry"]]["facts"].append(entry)
            elif kind == "VERDICT":
                self.fixed[entry["inquiry"]] = entry["state"]
                self.deciding[entry["inquiry"]] = entry.get("decidingFact")
            elif kind == "NUMBER":
                self.numbers.append(entry)


    def reach(self):
        """The last day whose mails may follow up this day's inquiries by its close."""
        return str(date.fromisoformat(self.day) + timedelta(days=self.close_after - 1))


OF_REPLIES = ("REPLIED", "BOUNCED", "RETRACTED", "RECLASSIFIED")
ASIDE = ("FOLLOW_UP", "SPAM", "REJECTED", "WITHDRAWN")


def order(fact):
    return fact["at"], fact["fact"]


def standing(fact, known):
    corrections = [c for c in known if c["kind"] in ("RETRACTED", "RECLASSIFIED") and c.get("about") == fact["fact"]
                   and standing(c, known)]
    if not corrections:
        return fact
    last = max(corrections, key=order)
    return {**fact, "author": last["author"]} if last["kind"] == "RECLASSIFIED" else None


def known_facts(inquiry, follow_ups, close):
    """Each at the instant at which it counts; of follow-ups replies and their amendments alone."""
    facts = inquiry["facts"] + [f for mail in follow_ups for f in mail["facts"] if f["kind"] in OF_REPLIES]
    known = [{**f, "at": max(f["at"], inquiry["received"])} for f in facts
             if inquiry["earliest"] <= f["at"] < close and f["recorded"] <= close]
    left = (standing(f, known) for f in known if f["kind"] not in ("RETRACTED", "RECLASSIFIED"))
    return sorted((f for f in left if f), key=order)


def receipt(mail):
    return next((f for f in mail["facts"] if f["kind"] == "RECEIVED"), {})


def lead(mail, before, close):
    """The mail that this one goes on with, as the books that close then see it; None if it opens a case."""
    close = min(close, mail["close"])
    before = [m for m in before if m["recorded"] <= min(close, m["close"])]
    for finding in reversed([f for f in known_facts(mail, [], close) if f["kind"] == "BELONGS_TO"]):
        if finding["about"] == receipt(mail).get("fact"):
            return None
        for other in before:
            if finding["about"] == receipt(other).get("fact"):
                return other
    for answered in receipt(mail).get("answers", []):
        for other in before:
            if any(f.get("mail") == answered and f["recorded"] <= close for f in other["facts"]):
                return other
    return None


def threads(pair, close):
    """The inquiry that each follow-up follows."""
    roots = {}
    if any(f["kind"] == "BELONGS_TO" or f.get("answers") for mail in pair for f in mail["facts"]):
        for place, mail in enumerate(pair):
            if mail["recorded"] <= min(close, mail["close"]):
                other = lead(mail, pair[:place], close)
                if other:
                    roots[mail["inquiry"]] = roots.get(other["inquiry"], other["inquiry"])
    return roots


def replies(inquiry, facts):
    rules = inquiry["rules"]
    return [f for f in facts if f["kind"] == "REPLIED" and f.get("author") in rules["countingAuthors"]
            and (rules["textlessReplyCounts"] or not f.get("textless"))]


def excluded(inquiry, facts):
    in_window = [f for f in facts if f["at"] <= inquiry["window"]]
    if any(f["kind"] == "SYSTEM_SPAM" for f in facts) or any(f["kind"] == "SPAM_REPORTED" for f in in_window):
        return "SPAM"
    rejected = next((f for f in in_window if f["kind"] == "REJECTED"), None)
    withdrawn = next((f for f in facts if f["kind"] == "WITHDRAWN" and f["at"] < inquiry["deadline"]), None)
    undone = min((r["at"] for r in replies(inquiry, facts)), default=datetime.max.replace(tzinfo=timezone.utc))
    left = [f for f in (withdrawn, rejected) if f and f["at"] < undone]
    return min(left, key=lambda f: f["at"])["kind"] if left else None


def joins(anchor, following):
    rule = following["rules"]["duplicates"]
    return anchor["day"] == following["day"] if rule == "NATURAL_DAY" else \
        rule == "ROLLING_24H" and following["received"] - anchor["received"] < timedelta(hours=24)


def judge(target, pair, fixed):
    anchor, group = None, []
    roots = threads(pair, target["close"])
    if target["inquiry"] in roots:
        return "FOLLOW_UP"
    for member in pair:
        close = min(target["close"], member["close"])
        if member["recorded"] > close:
            continue
        facts = known_facts(member, [m for m in pair if roots.get(m["inquiry"]) == member["inquiry"]], close)
        settled = fixed.get(member["inquiry"]) if member["day"] < target["day"] else None
        if not settled and member["inquiry"] in roots:
            continue
        out = settled if settled in ASIDE else None if settled else excluded(member, facts)
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
    first = min((r["at"] for r in group), default=None)
    return "UNANSWERED" if first is None else "TIMELY" if first <= target["deadline"] else "LATE"


class Ties:
    """Ids that a mail of the file answers, the RECEIVED facts that findings name, and replies known after their day's close."""

    def __init__(self, path):
        self.answered, self.named, self.late, self.behind = set(), set(), defaultdict(list), defaultdict(list)
        for _, lines in days_of(path):
            for line in lines:
                if b'"answers":[' in line or b'"kind":"BELONGS_TO"' in line:
                    entry = json.loads(line)
                    self.answered.update(entry.get("answers", []))
                    if entry.get("kind") == "BELONGS_TO":
                        self.named.add(entry["about"])
                if line.startswith(b'{"entry":"FACT","record":') and b'"mail":' in line:
                    entry = json.loads(line)
                    entry.update(at=instant(entry["occurredAt"]), recorded=instant(entry["recordedAt"]))
                    self.late[entry["inquiry"]].append(entry)

    def day(self, lines):
        """With replies that its mails got after its close: they may still tie mails of later days."""
        day = Day(lines)
        for inquiry, mail in day.inquiries.items():
            mail["facts"] += self.late.get(inquiry, [])
        return day

    def keep(self, day):
        """Of a day that is left behind, what something leads to."""
        for mail in day.inquiries.values():
            if any(f.get("mail") in self.answered or f["fact"] in self.named for f in mail["facts"]):
                self.behind[mail["by"], mail["supplier"]].append(mail)


def judge_day(before, day, ahead, behind):
    """Supplier and verdict of each inquiry, None where a mail of a day that is not in the file answered; None instead of all
    if neighbours that matter are not in the file."""
    after = next((d for d in ahead if d.day == str(date.fromisoformat(day.day) + timedelta(days=1))), None)
    near = [d for d in (before, day, after) if d]
    if any(p["duplicates"] == "ROLLING_24H" for d in near for p in d.policies.values()):
        if not after or not before and day.day != day.books_from:
            return None
    complete = any(d.day >= day.reach() for d in ahead)
    pairs = defaultdict(list)
    for inquiry in (i for d in [before, day, *ahead] if d for i in d.inquiries.values()):
        pairs[inquiry["by"], inquiry["supplier"]].append(inquiry)
    verdicts = {}
    for key, pair in pairs.items():
        pair = sorted(pair + behind[key], key=lambda i: (i["received"], i["inquiry"]))
        told = {f["fact"] for i in pair for f in i["facts"]}
        for target in (i for i in pair if i["day"] == day.day):
            deciding = day.deciding.get(target["inquiry"])
            known = complete or deciding is None or deciding in told
            verdict = judge(target, pair, before.fixed if before else {}) if known else None
            verdicts[target["inquiry"]] = target["supplier"], verdict
    return verdicts


class Recount:
    def __init__(self):
        self.verdicts, self.counts, self.wrong, self.equal, self.beyond = {}, {}, [], 0, 0
        self.unknown = set()

    def add(self, day, verdicts):
        """Takes in what a day's inquiries were judged."""
        if verdicts is None:
            return
        self.counts[day.day] = defaultdict(lambda: [0, 0])
        for inquiry, (supplier, verdict) in verdicts.items():
            self.verdicts[inquiry] = verdict
            if verdict is None:
                self.unknown.add((day.day, supplier))
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
        unknown = any((d, number["supplier"]) in self.unknown for d in window)
        window = [self.counts.get(d) for d in window if d >= books_from]
        if None in window or unknown:
            self.beyond += 1
            return
        found = [sum(c[number["supplier"]][i] for c in window) for i in (0, 1)]
        if found == [number["timely"], number["countable"]]:
            self.equal += 1
        else:
            self.wrong.append(f"{number['supplier']} on {number['publishedOn']}, revision {number['revision']}: published "
                              f"{number['timely']} of {number['countable']}, recounted {found[0]} of {found[1]}")


def finish(recount, ties, before, day, ahead):
    beside = before if before and date.fromisoformat(before.day) + timedelta(days=1) == date.fromisoformat(day.day) else None
    if before and not beside:
        ties.keep(before)
    for entry in day.restated:
        if entry["entry"] == "NUMBER":
            recount.check(entry, day.books_from)
            continue
        recount.restate(entry)
        if before and entry["inquiry"] in before.fixed:
            before.fixed[entry["inquiry"]] = entry["state"]
    recount.add(day, judge_day(beside, day, ahead, ties.behind))
    if beside:
        ties.keep(beside)
    for number in day.numbers:
        recount.check(number, day.books_from)


def main(path):
    recount, ties, former, before, ahead = Recount(), Ties(path), None, None, []
    for seal, lines in list(days_of(path)) + [(None, None)]:
        if seal:
            if root_of(lines) != seal["root"] or json.loads(lines[0]).get("former") != seal.get("former"):
                sys.exit(f"{seal['seal']}: the root is not that of its entries")
            if former not in (None, seal.get("former")):
                sys.exit(f"{seal['seal']}: it was not sealed on the root of the day before")
            former = seal["root"]
            ahead.append(ties.day(lines))
        while ahead and (not seal or ahead[-1].day >= ahead[0].reach()):
            day = ahead.pop(0)
            finish(recount, ties, before, day, ahead)
            before = day
    print(*recount.wrong, f"{recount.equal} numbers equal, {len(recount.wrong)} not, {recount.beyond} not checkable from "
                          "this file", sep="\n")
    return 1 if recount.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
