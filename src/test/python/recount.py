#!/usr/bin/env python3
"""recount.py FILE: checks an exported ledger, compares each verdict in it with its facts, and recounts each number; of the
proof for an inquiry, checks what it holds. Ends with 0 if nothing is wrong. Written from docs/ledger.md alone."""
import base64, gzip, hashlib, json, re, sys, zlib
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


class Refused(Exception):
    """What is not as docs/ledger.md says."""


def require(holds, otherwise):
    if not holds:
        raise Refused(otherwise)


LONGEST = 1 << 25
TYPES = {
    "TEXT": None, "TRUTH": None, "TEXTS": None, "NUMBER": None,
    "NAME": "[A-Z][A-Z0-9_]*",
    "HASH": "[0-9a-f]{64}",
    "DAY": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "INSTANT": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z",
    "DURATION": r"PT0S|P[0-9]+D|PT(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?",
    "ZONE": "[A-Za-z0-9_+/-]+",
    "BASE64": "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"}
RECORD = "entry:NAME record?:NUMBER notedAt?:INSTANT "
FORMS = {kind: [field.split(":") for field in fields.split()] for kind, fields in {
    "SEAL": "entry:NAME day:DAY booksFrom:DAY booksClose:INSTANT publishedOn:DAY former?:HASH",
    "POLICY": "entry:NAME version:NUMBER inForceFrom:INSTANT zone:ZONE replyWithin:DURATION objectWithin:DURATION "
              "booksCloseAfterDays:NUMBER rateWindowDays:NUMBER duplicates:NAME textlessReplyCounts:TRUTH "
              "countingAuthors:TEXTS earlyBy?:DURATION gapOwnAfter?:DURATION outageLeast?:DURATION",
    "OUTAGE": "entry:NAME outage:NUMBER from:INSTANT until:INSTANT declaredAt:INSTANT consentedAt:INSTANT",
    "COVERAGE": "entry:NAME supplier:TEXT from:INSTANT until:INSTANT state:NAME readAt?:INSTANT toldAt?:INSTANT",
    "INQUIRY": RECORD + "by:TEXT inquiry:TEXT supplier:TEXT channel:TEXT category?:TEXT receivedAt:INSTANT "
                        "recordedAt:INSTANT day:DAY policy:NUMBER",
    "FACT": RECORD + "by?:TEXT inquiry:TEXT fact:TEXT kind:NAME author?:NAME channel:TEXT occurredAt:INSTANT "
                     "recordedAt:INSTANT textless?:TRUTH about?:TEXT content:TEXT mail?:TEXT answers?:TEXTS",
    "VERDICT": RECORD + "inquiry:TEXT seq:NUMBER supplier:TEXT day:DAY state:NAME rule:NAME decidingFact?:TEXT "
                        "anchor?:TEXT policy:NUMBER cause:NAME causeRef:TEXT bookedAt:INSTANT",
    "NUMBER": RECORD + "supplier:TEXT publishedOn:DAY revision:NUMBER windowFrom:DAY windowTo:DAY timely:NUMBER "
                       "countable:NUMBER publishedAt:INSTANT",
    "ACTION": RECORD + "by:TEXT action:TEXT about:TEXT details:TEXT",
    "the line about a seal": "seal:DAY root:HASH former?:HASH entries:NUMBER marks:BASE64"}.items()}


def once(pairs):
    require(len({name for name, _ in pairs}) == len(pairs), "it has a field twice")
    return dict(pairs)


def no_number(text):
    raise Refused(f"{text} is no whole number")


def parsed(document):
    try:
        return json.loads(document.decode("utf-8"), object_pairs_hook=once, parse_float=no_number, parse_constant=no_number)
    except (ValueError, RecursionError) as e:
        raise Refused(f"it is no JSON in UTF-8: {e}")


def written(value):
    if isinstance(value, dict):
        return "{" + ",".join(f"{written(name)}:{written(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    if isinstance(value, str):
        return '"' + re.sub(r'["\\]|[\0-\x1f]', lambda m: "\\" + m[0] if m[0] in '"\\' else f"\\u{ord(m[0]):04x}", value) + '"'
    return json.dumps(value)


def is_of(kind, value):
    if kind == "NUMBER":
        return type(value) is int and 0 <= value < 1 << 63
    if kind == "TRUTH":
        return type(value) is bool
    if kind == "TEXTS":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str) and (TYPES[kind] is None or re.fullmatch(TYPES[kind], value) is not None)


def read(line):
    """The line as a dictionary, if it is one that can be written only so."""
    value = parsed(line)
    require(isinstance(value, dict), "it is no object")
    form = FORMS.get("the line about a seal" if "seal" in value else value.get("entry") if isinstance(value.get("entry"), str) else "")
    require(form, "it is of no kind that a ledger has")
    fields = {name.rstrip("?"): kind for name, kind in form}
    for name, kind in form:
        require(name.endswith("?") or name in value, f"it has no {name}")
        require(name.rstrip("?") not in value or is_of(kind, value[name.rstrip("?")]), f"its {name} is no {kind}")
    require(list(value) == [name for name in fields if name in value], "it has another field, or another order")
    require(("record" in value) == ("notedAt" in value), "a record has a number and an instant")
    require(value.get("answers") != [] and value.get("countingAuthors", []) == sorted(set(value.get("countingAuthors", []))),
            "a list of it is not as it is written")
    require(written(value).encode("utf-8", "replace") == line, "it can be written otherwise")
    return value


STATES = {"FOUND_TO_FOLLOW": "FOLLOW_UP", "FOLLOWS_THREAD": "FOLLOW_UP", "SYSTEM_SPAM": "SPAM",
          "SPAM_REPORTED_IN_WINDOW": "SPAM", "REJECTED_IN_WINDOW": "REJECTED", "WITHDRAWN_BEFORE_DEADLINE": "WITHDRAWN",
          "DUPLICATE_OF_ANCHOR": "DUPLICATE", "ANSWERED_BY_DEADLINE": "TIMELY", "ANSWERED_AFTER_DEADLINE": "LATE",
          "NO_COUNTING_REPLY": "UNANSWERED", "SYNC_GAP_OVER_DEADLINE": "UNVERIFIED",
          "OUTAGE_OVER_DEADLINE": "UNVERIFIED", "DEADLINE_AHEAD": "PENDING",
          "LEARNED_AFTER_CLOSE": "OUT_OF_BOOKS"}


class Place:
    """Whether entries, one after the other, are of their day, and in their order."""

    def __init__(self, day, proven=None):
        self.day, self.proven, self.last, self.seal, self.policies, self.inquiries, self.seq = day, proven, (-1,), None, {}, {}, {}
        self.covered = None

    def key(self, entry):
        kind = entry["entry"]
        if "record" in entry:
            return 7, entry["record"]
        if kind == "FACT":
            require(entry["inquiry"] in self.inquiries, "it does not follow its inquiry")
            return *self.key(self.inquiries[entry["inquiry"]]), entry["occurredAt"], entry["fact"]
        require(kind != "ACTION", "it is no record")
        return {"SEAL": lambda: (0,), "POLICY": lambda: (1, entry["version"]),
                "OUTAGE": lambda: (2, entry["from"], entry["outage"]), "COVERAGE": lambda: (3, entry["supplier"], entry["from"], entry["until"]),
                "INQUIRY": lambda: (4, entry["receivedAt"], entry["inquiry"]),
                "VERDICT": lambda: (5, entry["inquiry"], entry["seq"]), "NUMBER": lambda: (6, entry["supplier"])}[kind]()

    def take(self, entry):
        kind, key = entry["entry"], self.key(entry)
        require((kind == "SEAL") == (self.last == (-1,)) and key > self.last, "it is there twice, or out of order")
        require(not self.proven or kind == "SEAL" or entry.get("inquiry") == self.proven, "it is of another inquiry")
        if "record" in entry:
            self.record(kind, entry)
        elif kind == "SEAL":
            require(entry["day"] == self.day and entry["booksFrom"] <= self.day, "it is of another day")
            self.seal = entry
        elif kind == "POLICY":
            self.policies[entry["version"]] = entry
        else:
            getattr(self, kind.lower())(entry)
        self.last = key

    def record(self, kind, entry):
        restated = entry.get("cause") == "RESTATEMENT"
        if kind == "VERDICT":
            require(restated or entry["state"] == "OUT_OF_BOOKS", "a verdict of the books is no record")
        if kind == "NUMBER":
            require(entry["revision"] > 1 and entry["timely"] <= entry["countable"], "it is no further revision")
        if kind == "NUMBER" or restated:
            require(entry.get("windowTo", entry.get("day")) < self.day, "it restates what was not sealed yet")

    def outage(self, entry):
        require(entry["from"] <= entry["until"], "it ends before it begins")
        require(entry["declaredAt"] <= entry["consentedAt"] < self.seal["booksClose"], "it was not consented to before the close")

    def coverage(self, entry):
        before, self.covered = self.covered, entry
        require(entry["from"] <= entry["until"] and entry["state"] in ("READ", "READ_LATER", "GAP"), "it is no time of a mailbox")
        require(not before or before["supplier"] != entry["supplier"] or before["until"] <= entry["from"], "it overlaps")
        require(("readAt" in entry) == (entry["state"] == "READ_LATER") and entry.get("readAt", "") < self.seal["booksClose"],
                "what was read later was read before the books had closed")
        require("toldAt" not in entry or entry["state"] == "GAP", "only of a gap it says when the supplier was told")

    def inquiry(self, entry):
        require(entry["day"] == self.day and entry["recordedAt"] <= self.seal["booksClose"], "it is not in the books of this day")
        require(entry["inquiry"] not in self.inquiries, "the inquiry is there twice")
        if not self.proven:
            require(entry["policy"] in self.policies, "the day has no such policy")
            zone = ZoneInfo(self.policies[entry["policy"]]["zone"])
            require(str(instant(entry["receivedAt"]).astimezone(zone).date()) == self.day, "it was received on another day")
        self.inquiries[entry["inquiry"]] = entry

    def fact(self, entry):
        require(entry["recordedAt"] <= self.seal["booksClose"], "it was recorded after the books had closed")

    def verdict(self, entry):
        about = self.inquiries.get(entry["inquiry"])
        require(about and entry["day"] == self.day, "the day has no such inquiry")
        require((about["supplier"], about["policy"]) == (entry["supplier"], entry["policy"]), "its inquiry says otherwise")
        require(entry["seq"] == self.seq.get(entry["inquiry"], 0) + 1, "one before it is missing, or it is there twice")
        require(entry["cause"] != "RESTATEMENT", "a restatement is a record")
        self.seq[entry["inquiry"]] = entry["seq"]

    def number(self, entry):
        require((entry["publishedOn"], entry["windowTo"], entry["revision"]) == (self.seal["publishedOn"], self.day, 1),
                "it is the number of another day")
        length = (date.fromisoformat(self.day) - date.fromisoformat(entry["windowFrom"])).days + 1
        require(any(p["rateWindowDays"] == length for p in self.policies.values()), "no policy has a window so long")
        require(entry["timely"] <= entry["countable"], "more were timely than countable")


def lines_of(file):
    for number in range(1, sys.maxsize):
        line = file.readline(LONGEST + 2)
        if not line:
            return
        require(line.endswith(b"\n"), f"line {number}: it is cut, or too long")
        yield number, line[:-1]


def days_of(path):
    """Of each day the line about its seal, and its entries: as lines, each with what it says."""
    with (gzip.open if open(path, "rb").read(2) == b"\x1f\x8b" else open)(path, "rb") as file:
        day = place = None
        for number, line in lines_of(file):
            try:
                value = read(line)
                if "seal" in value:
                    if day:
                        yield day
                    day, place = (value, [], []), Place(value["seal"])
                else:
                    require(day, "the file does not begin with a line about a seal")
                    place.take(value)
                    day[1].append(line)
                    day[2].append(value)
            except Refused as e:
                raise Refused(f"line {number}: {e}")
            except (KeyError, ValueError) as e:
                raise Refused(f"line {number}: {e} is not there, or no date, instant or zone")
        require(day, "the file is empty")
        yield day


def check_seal(seal, lines, entries, before):
    """That the day is as it was sealed, on the root of the day before."""
    about = f"the seal of {seal['seal']}: "
    require(lines and len(lines) == seal["entries"], about + "it says another number of entries")
    require(root_of(lines) == seal["root"], about + "the root is not that of its entries")
    marks = base64.b64encode(b"".join(sha(b"\0" + line)[:8] for line in lines)).decode()
    require(marks == seal["marks"], about + "the marks are not those of its entries")
    require(entries[0].get("former") == seal.get("former"), about + "its entry names another former root")
    if before:
        require(before["root"] == seal.get("former"), about + "it was not sealed on the root of the day before")
        require(str(date.fromisoformat(before["seal"]) + timedelta(days=1)) == seal["seal"], about + "it does not follow")


def root_along(line, index, width, path):
    found, path = sha(b"\0" + line), list(path)
    while width > 1:
        if index ^ 1 < width:
            require(path, "its path is too short")
            beside = bytes.fromhex(path.pop(0))
            found = sha(b"\1" + (beside + found if index % 2 else found + beside))
        index, width = index // 2, (width + 1) // 2
    require(not path, "its path is too long")
    return found.hex()


def check_proof(document):
    document = document[:-1] if document.endswith(b"\n") else document
    proof = parsed(document)
    require(json.dumps(proof, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") == document
            and list(proof) == ["proof", "seals"] and proof["seals"], "it is not written as a proof is")
    days, received = [], 0
    for seal in proof["seals"]:
        require(list(seal) == ["day", "root", "entries", "leaves"], "it is not written as a proof is")
        require(not days or seal["day"] > days[-1], "two seals of one day, or out of order")
        require(len(seal["leaves"]) > 1, f"there is no entry of the inquiry in the seal of {seal['day']}")
        days.append(seal["day"])
        place, before = Place(seal["day"], proof["proof"]), -1
        for leaf in seal["leaves"]:
            require(list(leaf) == ["index", "line", "path"], "it is not written as a proof is")
            require(type(leaf["index"]) is int and before < leaf["index"] < seal["entries"], "an index is out of order")
            require(before >= 0 or leaf["index"] == 0, "the seal's own entry does not come first")
            require(all(is_of("HASH", node) for node in leaf["path"]), "a path is not written as one is")
            line = leaf["line"].encode()
            require(root_along(line, leaf["index"], seal["entries"], leaf["path"]) == seal["root"],
                    f"entry {leaf['index']} of {seal['day']} does not lead to the root")
            entry, before = read(line), leaf["index"]
            place.take(entry)
            received += entry["entry"] == "INQUIRY"
    require(received == 1, "the inquiry is not in it, or twice")
    print(f"the proof for {proof['proof']} leads to the roots of {', '.join(days)}")


def excuse(inquiry, policy, gaps, outages):
    """Why no reply to it may be known though there is one; None if nothing excuses that."""
    received, deadline = inquiry["received"], inquiry["deadline"]
    for gap in gaps:
        begin, end = instant(gap["from"]), instant(gap["until"])
        own = instant(gap["toldAt"]) + elapsed(policy.get("gapOwnAfter", "PT24H")) if "toldAt" in gap else None
        if begin <= deadline and end >= received and (own is None or max(begin, received) < own):
            return "SYNC_GAP_OVER_DEADLINE"
    for begin, end in outages:
        if begin <= deadline <= end or min(end, deadline) - max(begin, received) >= elapsed(policy.get("outageLeast", "PT4H")):
            return "OUTAGE_OVER_DEADLINE"
    return None


class Day:
    def __init__(self, entries):
        self.inquiries, self.numbers, self.fixed, self.policies, self.restated = {}, [], {}, {}, []
        self.verdicts, self.contradicting = {}, []
        self.outages, self.gaps = [], defaultdict(list)
        self.close_after = 2
        for entry in map(dict, entries):
            kind = entry["entry"]
            if kind == "VERDICT" and STATES.get(entry["rule"]) != entry["state"]:
                self.contradicting.append(entry)
            if "record" in entry:
                if kind == "NUMBER" or entry.get("cause") == "RESTATEMENT":
                    self.restated.append(entry)
            elif kind == "SEAL":
                self.day, self.books_from = entry["day"], entry["booksFrom"]
                self.close, self.published_on = instant(entry["booksClose"]), entry["publishedOn"]
            elif kind == "POLICY":
                self.policies[entry["version"]] = entry
                self.close_after = max(self.close_after, entry["booksCloseAfterDays"])
            elif kind == "OUTAGE":
                self.outages.append((instant(entry["from"]), instant(entry["until"])))
            elif kind == "COVERAGE":
                if entry["state"] == "GAP":
                    self.gaps[entry["supplier"]].append(entry)
            elif kind == "INQUIRY":
                policy = self.policies[entry["policy"]]
                received = instant(entry["receivedAt"])
                local = received.astimezone(ZoneInfo(policy["zone"])).replace(tzinfo=None)
                window = local + timedelta(days=int(re.fullmatch(r"P(\d+)D", policy["objectWithin"])[1]))
                entry.update(rules=policy, facts=[], close=self.close, received=received,
                             recorded=instant(entry["recordedAt"]), deadline=received + elapsed(policy["replyWithin"]),
                             earliest=received - elapsed(policy.get("earlyBy", "PT0S")),
                             window=window.replace(tzinfo=ZoneInfo(policy["zone"])).astimezone(timezone.utc))
                entry.update(excuse=excuse(entry, policy, self.gaps[entry["supplier"]], self.outages))
                self.inquiries[entry["inquiry"]] = entry
            elif kind == "FACT":
                entry.update(at=instant(entry["occurredAt"]), recorded=instant(entry["recordedAt"]))
                self.inquiries[entry["inquiry"]]["facts"].append(entry)
            elif kind == "VERDICT":
                self.fixed[entry["inquiry"]] = entry["state"]
                self.verdicts[entry["inquiry"]] = entry
            elif kind == "NUMBER":
                self.numbers.append(entry)

    def window(self):
        """The days of the window that the day completes, by the version in force on it."""
        in_force = [p for p in self.policies.values() if instant(p["inForceFrom"]) <= datetime.fromisoformat(self.day).replace(
            tzinfo=ZoneInfo(p["zone"]))]
        length = max(in_force, key=lambda p: p["version"])["rateWindowDays"] if in_force else 0
        return [str(date.fromisoformat(self.day) - timedelta(days=n)) for n in range(length)]

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
    """The mail that this one goes on with, as the books that close then see it, the rule and the fact; None if it opens a case."""
    close = min(close, mail["close"])
    before = [m for m in before if m["recorded"] <= min(close, m["close"])]
    for finding in reversed([f for f in known_facts(mail, [], close) if f["kind"] == "BELONGS_TO"]):
        if finding["about"] == receipt(mail).get("fact"):
            return None
        for other in before:
            if finding["about"] == receipt(other).get("fact"):
                return other, "FOUND_TO_FOLLOW", finding["fact"]
    for answered in receipt(mail).get("answers", []):
        for other in before:
            for fact in sorted(other["facts"], key=order):
                if fact.get("mail") == answered and fact["recorded"] <= close:
                    return other, "FOLLOWS_THREAD", fact["fact"]
    return None


def threads(pair, close):
    """The inquiry that each follow-up follows, and why it does."""
    roots, whys = {}, {}
    if any(f["kind"] == "BELONGS_TO" or f.get("answers") for mail in pair for f in mail["facts"]):
        for place, mail in enumerate(pair):
            if mail["recorded"] <= min(close, mail["close"]):
                found = lead(mail, pair[:place], close)
                if found:
                    roots[mail["inquiry"]] = roots.get(found[0]["inquiry"], found[0]["inquiry"])
                    whys[mail["inquiry"]] = found[1:]
    return roots, whys


def replies(inquiry, facts):
    rules = inquiry["rules"]
    return [f for f in facts if f["kind"] == "REPLIED" and f.get("author") in rules["countingAuthors"]
            and (rules["textlessReplyCounts"] or not f.get("textless"))]


def excluded(inquiry, facts):
    """By which rule, and on which fact; None if it is not."""
    in_window = [f for f in facts if f["at"] <= inquiry["window"]]

    def first(some, kind):
        return next((f for f in some if f["kind"] == kind), None)
    for rule, spam in ("SYSTEM_SPAM", first(facts, "SYSTEM_SPAM")), ("SPAM_REPORTED_IN_WINDOW", first(in_window, "SPAM_REPORTED")):
        if spam:
            return rule, spam["fact"]
    withdrawn = first([f for f in facts if f["at"] < inquiry["deadline"]], "WITHDRAWN")
    undone = min((r["at"] for r in replies(inquiry, facts)), default=datetime.max.replace(tzinfo=timezone.utc))
    left = [(rule, f) for rule, f in (("WITHDRAWN_BEFORE_DEADLINE", withdrawn), ("REJECTED_IN_WINDOW", first(in_window, "REJECTED")))
            if f and f["at"] < undone]
    rule, fact = min(left, key=lambda one: one[1]["at"], default=(None, None))
    return (rule, fact["fact"]) if rule else None


def joins(anchor, following):
    rule = following["rules"]["duplicates"]
    return anchor["day"] == following["day"] if rule == "NATURAL_DAY" else \
        rule == "ROLLING_24H" and following["received"] - anchor["received"] < timedelta(hours=24)


def judge(target, pair, fixed):
    """Rule, deciding fact and anchor."""
    anchor, group = None, []
    roots, whys = threads(pair, target["close"])
    if target["inquiry"] in roots:
        return *whys[target["inquiry"]], roots[target["inquiry"]]
    for member in pair:
        close = min(target["close"], member["close"])
        if member["recorded"] > close:
            continue
        facts = known_facts(member, [m for m in pair if roots.get(m["inquiry"]) == member["inquiry"]], close)
        settled = fixed.get(member["inquiry"]) if member["day"] < target["day"] else None
        if not settled and member["inquiry"] in roots:
            continue
        out = settled in ASIDE if settled else excluded(member, facts)
        if out:
            if member is target:
                return *out, None
            continue
        if settled == "DUPLICATE" or not settled and anchor and joins(anchor, member):
            if member is target:
                return "DUPLICATE_OF_ANCHOR", None, anchor["inquiry"]
        else:
            anchor = member
        if anchor is target:
            group += replies(member, facts)
    first = min(group, key=order, default=None)
    if first is None:
        return target["excuse"] or "NO_COUNTING_REPLY", None, target["inquiry"]
    in_time = first["at"] <= target["deadline"]
    return "ANSWERED_BY_DEADLINE" if in_time else "ANSWERED_AFTER_DEADLINE", first["fact"], target["inquiry"]


class Ties:
    """Ids that a mail of the file answers, the RECEIVED facts that findings name, and replies known after their day's close."""

    def __init__(self, path):
        self.answered, self.named, self.late, self.behind = set(), set(), defaultdict(list), defaultdict(list)
        for _, _, entries in days_of(path):
            for entry in (dict(e) for e in entries if e["entry"] == "FACT"):
                self.answered.update(entry.get("answers", []))
                if entry["kind"] == "BELONGS_TO":
                    self.named.add(entry.get("about"))
                if "record" in entry and "mail" in entry:
                    entry.update(at=instant(entry["occurredAt"]), recorded=instant(entry["recordedAt"]))
                    self.late[entry["inquiry"]].append(entry)

    def day(self, entries):
        """With replies that its mails got after its close: they may still tie mails of later days."""
        day = Day(entries)
        for inquiry, mail in day.inquiries.items():
            mail["facts"] += self.late.get(inquiry, [])
        return day

    def keep(self, day):
        """Of a day that is left behind, what something leads to."""
        for mail in day.inquiries.values():
            if any(f.get("mail") in self.answered or f["fact"] in self.named for f in mail["facts"]):
                self.behind[mail["by"], mail["supplier"]].append(mail)


def judge_day(before, day, ahead, behind):
    """Supplier, and rule, fact and anchor, of each inquiry, None where a mail of a day that is not in the file answered; None instead of all
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
            deciding = day.verdicts.get(target["inquiry"], {}).get("decidingFact")
            known = complete or deciding is None or deciding in told
            verdict = judge(target, pair, before.fixed if before else {}) if known else None
            verdicts[target["inquiry"]] = target["supplier"], verdict
    return verdicts


def words(state, rule, fact, anchor):
    return f"{state} by {rule}" + (f", fact {fact}" if fact else "") + (f", anchor {anchor}" if anchor else "")


class Recount:
    def __init__(self):
        self.verdicts, self.counts, self.wrong, self.numbers, self.booked = {}, {}, [], defaultdict(int), defaultdict(int)
        self.unknown, self.last, self.first = set(), {}, None

    def compare(self, day, verdicts):
        """Each verdict of the file with what its inquiry was judged."""
        for inquiry in day.inquiries:
            filed = day.verdicts.get(inquiry)
            self.last["inquiry", inquiry] = filed["seq"] if filed else 0
            judged = verdicts[inquiry][1] if verdicts else None
            said = filed and (filed["rule"], filed.get("decidingFact"), filed.get("anchor"))
            if judged is None:
                self.booked["beyond"] += 1
            elif said == judged and STATES[judged[0]] == filed["state"]:
                self.booked["equal"] += 1
            else:
                self.differ(f"inquiry {inquiry} of {day.day}", words(filed["state"], *said) if filed else "no verdict",
                            words(STATES[judged[0]], *judged))
        for entry in day.contradicting:
            if entry is not day.verdicts.get(entry["inquiry"]):
                self.differ(f"inquiry {entry['inquiry']} of {entry['day']}", f"{entry['state']} by {entry['rule']}", "another state")

    def differ(self, what, filed, recounted):
        self.booked["unequal"] += 1
        self.wrong.append(f"{what}: the file says {filed}; recounted {recounted}")

    def follows(self, kind, entry, number, day, lowest):
        """What is restated comes next after what was there, if the file reaches back to that."""
        what = (kind, entry["inquiry"]) if kind == "inquiry" else (kind, entry["supplier"], entry["publishedOn"])
        before = self.last.get(what)
        if number != before + 1 if before is not None else day >= self.first and number != lowest:
            self.differ(" ".join(what), f"restated as no. {number}", f"no. {(before or 0) + 1} comes next")
        self.last[what] = number

    def add(self, day, verdicts):
        """Takes in what a day's inquiries were judged."""
        self.compare(day, verdicts)
        if verdicts is None:
            return
        self.counts[day.day] = defaultdict(lambda: [0, 0])
        for inquiry, (supplier, judged) in verdicts.items():
            verdict = judged and STATES[judged[0]]
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
        found = self.count(number["supplier"], window, books_from)
        if found is None:
            self.numbers["beyond"] += 1
        elif found == [number["timely"], number["countable"]]:
            self.numbers["equal"] += 1
        else:
            self.numbers["unequal"] += 1
            self.wrong.append(f"{number['supplier']} on {number['publishedOn']}, revision {number['revision']}: published "
                              f"{number['timely']} of {number['countable']}, recounted {found[0]} of {found[1]}")


    def count(self, supplier, window, books_from):
        """Timely and countable; None if a day that is needed is not in the file."""
        counts = [self.counts.get(d) for d in window if d >= books_from]
        if None in counts or any((d, supplier) in self.unknown for d in window):
            return None
        return [sum(c[supplier][i] for c in counts if supplier in c) for i in (0, 1)]

    def lack(self, day):
        """Numbers that the facts make, and the file does not have."""
        window = day.window()
        suppliers = {s for d in window for s in self.counts.get(d, {})} - {n["supplier"] for n in day.numbers}
        for supplier in sorted(suppliers):
            found = self.count(supplier, window, day.books_from)
            if found and found[1]:
                self.numbers["unequal"] += 1
                self.wrong.append(f"{supplier} on {day.published_on}: not published, recounted {found[0]} of {found[1]}")


def finish(recount, ties, before, day, ahead):
    beside = before if before and date.fromisoformat(before.day) + timedelta(days=1) == date.fromisoformat(day.day) else None
    if before and not beside:
        ties.keep(before)
    for entry in day.restated:
        if entry["entry"] == "NUMBER":
            recount.follows("number", entry, entry["revision"], entry["windowTo"], 2)
            recount.check(entry, day.books_from)
            continue
        recount.follows("inquiry", entry, entry["seq"], entry["day"], None)
        recount.restate(entry)
        if before and entry["inquiry"] in before.fixed:
            before.fixed[entry["inquiry"]] = entry["state"]
    recount.add(day, judge_day(beside, day, ahead, ties.behind))
    if beside:
        ties.keep(beside)
    for number in day.numbers:
        recount.check(number, day.books_from)
    recount.lack(day)


def recount_file(path):
    recount, ties, former, before, ahead = Recount(), Ties(path), None, None, []
    for seal, lines, entries in list(days_of(path)) + [(None, None, None)]:
        if seal:
            check_seal(seal, lines, entries, former)
            former = seal
            ahead.append(ties.day(entries))
            recount.first = recount.first or seal["seal"]
        while ahead and (not seal or ahead[-1].day >= ahead[0].reach()):
            day = ahead.pop(0)
            finish(recount, ties, before, day, ahead)
            before = day
    for one in recount.wrong:
        print(one)
    for what, found in ("verdicts", recount.booked), ("numbers", recount.numbers):
        print(f"{found['equal']} {what} equal, {found['unequal']} not, {found['beyond']} not checkable from this file")
    return 1 if recount.wrong else 0


def main(path):
    try:
        with (gzip.open if open(path, "rb").read(2) == b"\x1f\x8b" else open)(path, "rb") as file:
            start = file.read(64).lstrip()
            if start.startswith(b'{') and start[1:].lstrip().startswith(b'"proof"'):
                file.seek(0)
                document = file.read(LONGEST + 1)
                require(len(document) <= LONGEST, "it is longer than any proof")
                return check_proof(document)
        return recount_file(path)
    except (Refused, OSError, EOFError, zlib.error) as e:
        sys.exit(f"{path}: {e}")
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        sys.exit(f"{path}: something in it is not as docs/ledger.md says: {e!r}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
