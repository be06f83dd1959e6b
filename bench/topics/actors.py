"""Actors of a hand-made table (facts/seeds.json: actors[], each with the strings that mean it in each document) against the dossier's mentions.

For each string of each document: the mention that covers it best, and its actor. `joined` = strings whose mention belongs to the actor of ours that
most strings of the same gold actor belong to; `missing` = strings no mention covers (silence); `wrong` = strings whose mention belongs to an actor of
ours that stands for another one of the table, or to a second actor of ours for the same one.
"""
import json
import os
import re
from collections import Counter

from .program import dossier

SEEDS = "seeds.json"


def occurrences(text, string):
    bare = re.sub(r"^(the|a|an) ", "", string, flags=re.IGNORECASE)
    return [m.span() for m in re.finditer(r"(?<!\w)" + re.sub("['’]", "['’]", re.escape(bare)) + r"(?!\w)", text)]


def best_mention(mentions, spans):
    """The mention that covers one of the spans best: equal spans first, then those inside, then by the share of both in either."""
    best, most = None, (False, False, 0.4)
    for begin, end in spans:
        for m in mentions:
            if m["kind"] == "adjective":
                continue
            both = min(end, m["end"]) - max(begin, m["start"])
            if both <= 0:
                continue
            share = both / (max(end, m["end"]) - min(begin, m["start"]))
            value = (share > 0.8, begin <= m["start"] and m["end"] <= end, share)
            if share > 0.4 and value > most:
                best, most = m, value
    return best


def measure(folder, _):
    seeds_folder = os.path.join(os.path.dirname(os.path.dirname(folder)), "seeds")
    if not os.path.exists(os.path.join(folder, SEEDS)) or not os.path.isdir(seeds_folder):
        return {}
    with open(os.path.join(folder, SEEDS), encoding="utf-8") as f:
        gold = json.load(f)
    files = [os.path.join(seeds_folder, d["file"]) for d in gold["documents"]]
    out = dossier(files)
    by_source = {os.path.basename(r["source"]): r for r in out["reports"]}
    report_of = {d["id"]: by_source[os.path.basename(d["file"])] for d in gold["documents"]}
    names = {a["id"]: a["name"] for a in out["actors"]}
    found = []  # gold actor, document, string, our actor or None
    for actor in gold["actors"]:
        for doc, strings in actor["mentions"].items():
            report = report_of[doc]
            for string in strings:
                m = best_mention(report["mentions"], occurrences(report["text"], string))
                found.append((actor["name"], doc, string, m["actor"] if m else None))
    votes = {}
    for name, _, _, ours in found:
        if ours:
            votes.setdefault(ours, Counter())[name] += 1
    stands_for = {ours: max(sorted(c), key=lambda name: c[name]) for ours, c in votes.items()}
    main = {}
    for name in {f[0] for f in found}:
        mine = Counter(f[3] for f in found if f[0] == name and f[3] and stands_for[f[3]] == name)
        if mine:
            main[name] = max(sorted(mine), key=lambda a: mine[a])
    wrong = [f for f in found if f[3] and main.get(f[0]) != f[3]]
    missing = [f for f in found if not f[3]]
    several = [a for a in gold["actors"] if sum(len(s) for s in a["mentions"].values()) > 1]
    return {"seeds": {
        "strings": len(found),
        "joined": round((len(found) - len(wrong) - len(missing)) / len(found), 4),
        "wrong": len(wrong),
        "actors_of_several_strings": len(several),
        "whole": sum(all(f[3] and f[3] == main.get(a["name"]) for f in found if f[0] == a["name"]) for a in several),
        "missing_strings": ["%s %s: %s" % (f[1], f[0], f[2]) for f in missing],
        "wrong_strings": ["%s %s: %s -> %s" % (f[1], f[0], f[2], names[f[3]]) for f in wrong],
    }}
