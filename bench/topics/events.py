"""Events of analyses and dossiers -> predictions for the event scorer.

Sentence sets: each record is one report; every event mention of it counts. Names that only a test suite knows (NAME_actors.tsv: surface, code) are
coded by that table, since no table of ours can hold them. Seeds: the events of one dossier of the five reports. Plain reports: false alarms.
"""
import os
import re

from .program import analyse_records, dossier, read_lines, score

SEEDS = "seeds.jsonl"
PLAIN = "plain.jsonl"  # reports that tell no political event: whatever is found is a false alarm
TOLD = ("happened", "ongoing", "planned", "background")


def participant(text, p, names):
    words = text[p["span"][0]:p["span"][1]]
    code = p["country"] or p["sector"]
    low = words.lower()
    best = max((s for s in names if re.search(r"(?<!\w)" + re.escape(s) + r"(?!\w)", low)), key=len, default=None)
    if best:
        code = names[best][:3]
    return {"text": words, "code": code or None}


def predict(records, names):
    found = analyse_records([{"id": r["id"], "text": r["text"], **({"published": r["date"]} if r.get("date_real") else {})} for r in records])
    out = []
    for r in records:
        a = found.get(r["id"])
        events = []
        for e in a["events"] if a else []:
            if e["status"] == "denied":
                continue
            sides = {key: [participant(a["text"], p, names) for p in e[key]] for key in ("actors", "recipients")}
            events.append({"actor": sides["actors"], "target": sides["recipients"], "reciprocal": e["reciprocal"], "plover": e["type"]})
        out.append({"id": r["id"], "events": events})
    return out


def records_of(d):
    """Events of a dossier, with mentions in the offsets of the file."""
    reports = {r["id"]: r for r in d["reports"]}
    out = []
    for e in d["events"]:
        side = lambda key: [{"text": p["name"], "code": p["country"] or p["sector"] or None} for p in e[key]]
        out.append({"event_id": e["id"], "plover": e["type"], "actor": side("actors"), "target": side("recipients"), "reciprocal": e["reciprocal"],
                    "mentions": [{"doc": os.path.basename(reports[c["report"]]["source"]), "start": c["start"], "end": c["end"]} for c in e["citations"]]})
    return out


def measure(folder, scorer):
    out = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".jsonl"):
            continue
        path = os.path.join(folder, name)
        if name == PLAIN:
            found = analyse_records(read_lines(path))
            told = [e for a in found.values() for e in a["events"] if e["status"] in TOLD]
            out["plain"] = {"reports": len(found), "events_a_report": round(len(told) / max(1, len(found)), 4)}
            continue
        if name == SEEDS:
            seeds = os.path.join(folder, "..", "..", "seeds")
            if os.path.isdir(seeds):
                out["seeds"] = score(scorer, ["records", path, None], records_of(dossier([seeds])), suffix=".jsonl", lines=True)
            continue
        table = path[:-len(".jsonl")] + "_actors.tsv"
        names = {}
        if os.path.exists(table):
            with open(table, encoding="utf-8") as f:
                names = dict(line.rstrip("\n").split("\t")[:2] for line in f.readlines()[1:])
            names = {k.lower(): v for k, v in names.items()}
        records = read_lines(path)
        out[name[:-len(".jsonl")]] = score(scorer, ["extract", path, None], predict(records, names), suffix=".jsonl", lines=True)
    return out
