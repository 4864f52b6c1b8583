#!/usr/bin/env python3
"""forge.py LEDGER PROOF FOLDER: writes forged copies of an exported ledger and of a proof. Nearly all are sealed anew, so that
no hash gives them away. verify-ledger has to refuse each that is called *.verify, recount each *.recount, recount.py all."""
import base64, json, re, sys
from pathlib import Path

sys.dont_write_bytecode = True
from recount import root_of, sha, written

SEALED = True


def is_seal(line):
    return line.startswith('{"seal":')


def find(lines, part):
    return next(at for at, line in enumerate(lines) if part in line)


def sealed_anew(lines):
    """With marks and roots of what is in each day now."""
    days, former = [], None
    for line in lines:
        if is_seal(line):
            days.append([line])
        else:
            days[-1].append(line)
    for day in days:
        seal = json.loads(day[0])
        if former:
            seal["former"] = former
            day[1] = re.sub('("former":")[0-9a-f]+', r"\g<1>" + former, day[1])
        entries = [line.encode() for line in day[1:]]
        former = seal["root"] = root_of(entries)
        seal["entries"], seal["marks"] = len(entries), base64.b64encode(b"".join(sha(b"\0" + e)[:8] for e in entries)).decode()
        day[0] = written(seal)
    return [line for day in days for line in day]


def forgeries(lines):
    """Of each its name, whether it is sealed anew, and its lines."""
    def changed(at, line):
        return lines[:at] + ([] if line is None else line if isinstance(line, list) else [line]) + lines[at + 1:]

    fact, verdict, number = (find(lines, f'{{"entry":"{kind}"') for kind in ("FACT", "VERDICT", "NUMBER"))
    inquiry, later = find(lines, '{"entry":"INQUIRY"'), [at for at, line in enumerate(lines) if is_seal(line)][3]
    for kind, at in ("seal", 0), ("fact", fact):
        line, sealed = lines[at], at > 0
        yield f"{kind}-unknown-field.verify", sealed, changed(at, line[:-1] + ',"extra":1}')
        yield f"{kind}-doubled-field.verify", sealed, changed(at, re.sub('("[a-zA-Z]+":"[^"]*")}?,', r"\1,\1,", line, count=1))
        yield f"{kind}-number-behind.verify", sealed, changed(at, line + lines[number])
    yield "order-of-fields.verify", SEALED, changed(number, written(dict(sorted(json.loads(lines[number]).items()))))
    yield "form-of-a-number.verify", SEALED, changed(number, lines[number].replace('"revision":1,', '"revision":1.0,'))
    yield "blank.verify", SEALED, changed(number, lines[number].replace(":", ": ", 1))
    yield "number-in-another-day.verify", SEALED, lines[:later + 1] + [lines[later + 1], lines[number]] + lines[later + 2:]
    yield "verdict-in-another-day.verify", SEALED, lines[:later] + [lines[verdict]] + lines[later:]
    yield "fact-without-its-inquiry.verify", SEALED, changed(inquiry, None)
    yield "number-after-all.verify", not SEALED, lines + [lines[number]]
    yield "changed-fact.verify", not SEALED, [line.replace('"author":"HUMAN"', '"author":"SYSTEM"') for line in lines]
    timely = find(lines, '"state":"TIMELY","rule":"ANSWERED_BY_DEADLINE"')
    late = lines[timely].replace('"state":"TIMELY","rule":"ANSWERED_BY_DEADLINE"', '"state":"LATE","rule":"ANSWERED_AFTER_DEADLINE"')
    yield "changed-verdict.recount", SEALED, changed(timely, late)
    yield "changed-state.recount", SEALED, changed(timely, lines[timely].replace('"TIMELY"', '"LATE"'))
    yield "missing-verdict.recount", SEALED, changed(timely, None)
    yield "doubled-verdict.recount", SEALED, changed(timely, [lines[timely]] * 2)
    yield "invented-verdict.recount", SEALED, changed(timely, [lines[timely], re.sub('"inquiry":"[^"]*"', '"inquiry":"~"', lines[timely])])
    yield "changed-reply.recount", SEALED, [line.replace('"author":"HUMAN"', '"author":"SYSTEM"') for line in lines]
    yield "changed-number.recount", SEALED, changed(number, re.sub('"countable":', '"countable":9', lines[number]))
    yield "missing-number.recount", SEALED, changed(number, None)


def forged_proofs(proof):
    seal = proof["seals"][0]
    invented = {"day": "2099-01-01", "root": "0" * 64, "entries": 5, "leaves": []}
    own, other = json.dumps(proof, ensure_ascii=False, separators=(",", ":")), dict(proof)
    yield "proof-without-change", own
    yield "proof-invented-day.verify", {**proof, "seals": proof["seals"] + [invented]}
    yield "proof-doubled-day.verify", {**proof, "seals": proof["seals"] + [seal]}
    yield "proof-of-another.verify", {**other, "proof": "another"}
    yield "proof-unknown-field.verify", {**other, "extra": 1}
    yield "proof-doubled-field.verify", '{"proof":"x",' + own[1:]
    yield "proof-and-another.verify", own + own


def main(ledger, proof, folder):
    lines = Path(ledger).read_text(encoding="utf-8").split("\n")[:-1]
    for name, sealed, forged in forgeries(lines):
        assert forged != lines, name
        Path(folder, name).write_text("\n".join(sealed_anew(forged) if sealed else forged) + "\n", encoding="utf-8")
    for name, forged in forged_proofs(json.loads(Path(proof).read_text(encoding="utf-8"))):
        text = forged if isinstance(forged, str) else json.dumps(forged, ensure_ascii=False, separators=(",", ":"))
        Path(folder, name).write_text(text, encoding="utf-8")
    Path(folder, "ledger-sealed-anew").write_text("\n".join(sealed_anew(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
