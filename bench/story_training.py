#!/usr/bin/env python3
"""Makes of labelled reports (JSONL with id, date, title, text, outlet, story and perhaps topic) what `attache train stories` reads.

  bench/story_training.py OUT --sets FILE... --affairs FILE...
                                OUT/reports.jsonl, OUT/labels.tsv and OUT/folders.tsv (weight, ids)
An affair is one file, or many small ones told apart by their field "folder".

What lies in one folder decides what is rare, so the same reports are shown in several: each set whole and thinned to a third
(reports that nobody else tells of are frequent in life and rare in such sets), each topic of a set, each affair, and small
samples of topics and affairs. The weights are of all folders of a kind together.
"""
import argparse
import collections
import json
import os
import random

FIELDS = (("id", "id"), ("text", "text"), ("title", "title"), ("outlet", "outlet"), ("date", "published"), ("language", "language"))
WHOLE, THINNED, TOPICS, AFFAIRS, SAMPLES, HANDFULS = 1, 0.25, 1, 1, 1, 3
LEAST = 4  # reports of a topic


def samples(docs, name, count):
    """Every other one a handful of reports, else most reports of a few stories. Half of them lose the dates of some reports."""
    chance = random.Random(name)
    stories = collections.defaultdict(list)
    for doc in docs:
        stories[doc["story"]].append(doc)
    out = []
    for k in range(count):
        if k % 2 == 0:
            picked = chance.sample(docs, min(chance.randint(3, 12), len(docs)))
        else:
            named = chance.sample(sorted(stories), min(chance.randint(2, 5), len(stories)))
            picked = [doc for s in named for doc in stories[s] if chance.random() < 0.7]
        if k % 4 >= 2:
            picked = undated(picked, "%s %d" % (name, k))
        out.append(picked)
    return [s for s in out if len(s) >= 3]


def thinned(docs, name, share=0.35):
    chance = random.Random(name)
    return [doc for doc in docs if chance.random() < share]


def topics(docs):
    out = collections.defaultdict(list)
    for doc in docs:
        if doc.get("topic") and doc["topic"] != doc["story"]:
            out[str(doc["topic"])].append(doc)
    # a topic of one story is no folder full of look-alikes
    return {t: d for t, d in sorted(out.items()) if len(d) >= LEAST and len({x["story"] for x in d}) > 1}


def by_folder(docs):
    """Reports of a file lie in the folder that they name, else all in one."""
    out = collections.defaultdict(list)
    for doc in docs:
        out[doc.get("folder", "")].append(doc)
    return [out[name] for name in sorted(out)]


def undated(docs, name):
    chance = random.Random(name)
    left = chance.random()
    return [doc if chance.random() < left else dict(doc, date="", id=doc["id"] + "~undated") for doc in docs]


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--sets", nargs="*", default=[])
    parser.add_argument("--affairs", nargs="*", default=[])
    parser.add_argument("--once", nargs="*", default=[], help="sets in many languages where no story is told twice in one of them")
    o = parser.parse_args()
    sets = {os.path.basename(p): read(p) for p in o.sets}
    affairs, handfuls = {}, []
    for path in o.affairs:
        parts = by_folder(read(path))
        if len(parts) == 1:
            affairs[os.path.basename(path)] = parts[0]
        else:
            handfuls += parts
    once = {os.path.basename(p): read(p) for p in o.once}
    folders = [(WHOLE, docs) for docs in sets.values()]
    # a minus says that pairs of one language are left out
    folders += [(-WHOLE, docs) for docs in once.values()]
    folders += [(-THINNED, thinned(docs, name)) for name, docs in once.items()]
    folders += [(-THINNED / 10, sorted(docs, key=lambda d: d.get("date", ""))[k * len(docs) // 10:(k + 1) * len(docs) // 10]) for docs in once.values() for k in range(10)]
    folders += [(THINNED, thinned(docs, name)) for name, docs in sets.items()]
    small = [(name + t, d) for name, docs in sets.items() for t, d in topics(docs).items()]
    folders += [(TOPICS / max(1, len(small)), d) for _, d in small]
    folders += [(AFFAIRS / max(1, len(affairs)), docs) for docs in affairs.values()]
    sampled = [s for name, docs in affairs.items() for s in samples(docs, name, 40)] + [s for name, d in small for s in samples(d, name, 6)]
    folders += [(SAMPLES / max(1, len(sampled)), s) for s in sampled]
    folders += [(HANDFULS / 2 / max(1, len(handfuls)), h) for h in handfuls]
    folders += [(HANDFULS / 6 / max(1, len(handfuls)), undated(h, "%s %d" % (h[0]["id"], k))) for h in handfuls for k in range(3)]
    os.makedirs(o.out, exist_ok=True)
    everything = {doc["id"]: doc for _, docs in folders for doc in docs}.values()
    with open(os.path.join(o.out, "reports.jsonl"), "w", encoding="utf-8") as f:
        for doc in everything:
            f.write(json.dumps({ours: doc[theirs] for theirs, ours in FIELDS if doc.get(theirs)}, ensure_ascii=False) + "\n")
    with open(os.path.join(o.out, "labels.tsv"), "w", encoding="utf-8") as f:
        f.writelines("%s\t%s\n" % (doc["id"], doc["story"]) for doc in everything)
    with open(os.path.join(o.out, "folders.tsv"), "w", encoding="utf-8") as f:
        f.writelines("%.6f\t%s\n" % (weight, " ".join(doc["id"] for doc in docs)) for weight, docs in folders)


if __name__ == "__main__":
    main()
