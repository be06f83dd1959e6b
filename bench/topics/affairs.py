"""The project's own affairs (tests/affairs) and the samples: families, origins, stories and threads against hand answers."""
import json
import os

from .program import dossier


def partition(groups):
    return sorted(sorted(g) for g in groups)


def pairs(groups):
    return {(a, b) for g in groups for a in g for b in g if a < b}


def f1(found, wanted):
    """Of pairs; two empty sets agree."""
    if not found and not wanted:
        return 1.0
    hit = len(found & wanted)
    return 2 * hit / (len(found) + len(wanted))


def groups_of(d, key):
    """The dossier's groupings by report key; threads as lists of reports."""
    name = {r["id"]: key(r) for r in d["reports"]}
    stories = {s["id"]: [name[r] for r in s["reports"]] for s in d["stories"]}
    return {
        "families": [[name[m["report"]] for m in f["members"]] for f in d["families"]],
        "origins": [[name[r] for r in o["reports"]] for o in d["origins"]],
        "stories": list(stories.values()),
        "threads": [[n for s in t["stories"] for n in stories[s]] for t in d["threads"]],
    }


def measure(folder):
    """`folder` holds groups.json; its texts lie in seeds/ beside the bench folder."""
    path = os.path.join(folder, "groups.json")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        gold = json.load(f)
    wanted = {k: gold[k] for k in ("families", "origins", "stories")}
    wanted["threads"] = [[n for s in t for n in gold["stories"][s]] for t in gold["threads"]]
    found = groups_of(dossier([os.path.join(folder, "..", "seeds")]), lambda r: os.path.basename(r["source"]).rsplit(".", 1)[0])
    out = {}
    for kind, groups in wanted.items():
        out[kind] = {"found": len(found[kind]), "wanted": len(groups), "pair_f1": f1(pairs(found[kind]), pairs(groups)),
                     "exact": partition(found[kind]) == partition(groups)}
    return out
