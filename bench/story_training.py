#!/usr/bin/env python3
"""Makes of labelled reports (JSONL with id, date, title, text, outlet, story and perhaps topic) what `attache train stories` reads.

  bench/story_training.py OUT --sets FILE... --affairs FILE...
                                OUT/reports.jsonl, OUT/labels.tsv and OUT/folders.tsv (weight, ids)

What lies in one folder decides what is rare, so the same reports are shown in several: each set whole and thinned to a third
(reports that nobody else tells of are frequent in life and rare in such sets), each topic of a set, each affair, and small
samples of topics and affairs. The weights are of all folders of a kind together.
"""
import argparse
import collections
import json
import os
import random

FIELDS = (("id", "id"), ("text", "text"), ("title", "title"), ("outlet", "outlet"), ("date", "published"))
WHOLE, THINNED, TOPICS, AFFAIRS, SAMPLES = 1, 0.25, 1, 1, 1
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
            left = chance.random()
            picked = [doc if chance.random() < left else dict(doc, date="", id=doc["id"] + "~undated") for doc in picked]
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


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--sets", nargs="*", default=[])
    parser.add_argument("--affairs", nargs="*", default=[])
    o = parser.parse_args()
    sets = {os.path.basename(p): read(p) for p in o.sets}
    affairs = {os.path.basename(p): read(p) for p in o.affairs}
    folders = [(WHOLE, docs) for docs in sets.values()]
    folders += [(THINNED, thinned(docs, name)) for name, docs in sets.items()]
    small = [(name + t, d) for name, docs in sets.items() for t, d in topics(docs).items()]
    folders += [(TOPICS / len(small), d) for _, d in small]
    folders += [(AFFAIRS / len(affairs), docs) for docs in affairs.values()]
    sampled = [s for name, docs in affairs.items() for s in samples(docs, name, 24)] + [s for name, d in small for s in samples(d, name, 4)]
    folders += [(SAMPLES / len(sampled), s) for s in sampled]
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
