#!/usr/bin/env python3
"""Makes of judged pairs what `attache train lineage` reads: OUT/NAME.jsonl and OUT/NAME.tsv for each set.

  bench/lineage_training.py OUT [--own pairs.jsonl] [--look-alikes folders.jsonl] [--bench FOLDER]

Own pairs: {"id", "label", "a": {"title", "date", "text"}, "b": {...}} a line; copy, version, excerpt, digest and merged are
kin, same_event, template and unrelated are not. Look-alikes: reports of one agency and affair that fill the same sentences with
another happening; the training folders of stories hold them (their field "folder"; other stories are not kin). FOLDER holds wire pairs with judgements (ambiguous ones are left out) and
semi-synthetic versions: there the hard negatives are the other reports of one event.
"""
import argparse
import datetime
import json
import os

KIN = {"copy", "version", "excerpt", "digest", "merged", "contained"}
OWN, JUDGED, SYNTHETIC, LOOK_ALIKES = 1.0, 1.0, 0.5, 0.5  # weight of all pairs of a set together


def report(key, doc):
    fields = {"id": key, "text": doc["text"], "title": doc.get("title", ""), "outlet": doc.get("outlet", ""), "published": doc.get("time") or doc.get("date") or ""}
    return json.dumps({k: v for k, v in fields.items() if v}, ensure_ascii=False) + "\n"


def write(out, name, reports, pairs, weight):
    with open(os.path.join(out, name + ".jsonl"), "w", encoding="utf-8") as f:
        f.writelines(reports)
    with open(os.path.join(out, name + ".tsv"), "w", encoding="utf-8") as f:
        f.writelines("%.6g\t%s\t%s\t%d\n" % (1000 * weight / len(pairs), a, b, kin) for a, b, kin in pairs)


# Sites put old copy up again and pages lose their dates: neither makes a copy, nor unmakes it.
def as_dated(doc, side):
    return doc


def undated(doc, side):
    return dict(doc, date="")


def later(doc, side):
    if side == "a" or not doc["date"]:
        return doc
    day = datetime.date.fromisoformat(doc["date"][:10]) + datetime.timedelta(days=40 + len(doc["text"]))
    return dict(doc, date=day.isoformat())


def lines(*path):
    with open(os.path.join(*path), encoding="utf-8") as f:
        return [line.rstrip("\n") for line in f if line.strip() and not line.startswith("#")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--own")
    parser.add_argument("--look-alikes")
    parser.add_argument("--bench")
    o = parser.parse_args()
    os.makedirs(o.out, exist_ok=True)
    if o.own:
        own = [json.loads(line) for line in lines(o.own)]
        for name, moved, weight in (("own", as_dated, OWN), ("undated", undated, OWN / 4), ("later", later, OWN / 4)):
            reports = [report(x["id"] + side, moved(x[side], side)) for x in own for side in "ab"]
            write(o.out, name, reports, [(x["id"] + "a", x["id"] + "b", x["label"] in KIN) for x in own], weight)
    if o.look_alikes:
        docs = [json.loads(line) for line in lines(o.look_alikes)]
        pairs = [(a["id"], b["id"], False) for i, a in enumerate(docs) for b in docs[i + 1:] if a["folder"] == b["folder"] and a["story"] != b["story"]]
        write(o.out, "look-alikes", [report(d["id"], d) for d in docs], pairs, LOOK_ALIKES)
    if not o.bench:
        return
    judged = [line.split("\t") for line in lines(o.bench, "reuters_pairs.tsv")]
    docs = [json.loads(line) for line in lines(o.bench, "reuters_docs.jsonl")]
    write(o.out, "judged", [report(d["id"], d) for d in docs], [(a, b, label in KIN) for a, b, label, how in judged if label != "ambiguous"], JUDGED)
    docs = [json.loads(line) for line in lines(o.bench, "wire_docs.jsonl")]
    cluster, event = {}, {}
    for doc, c, e, _ in (line.split("\t") for line in lines(o.bench, "wire_clusters.tsv")):
        cluster[doc], event[doc] = c, e
    second = {v["doc"]: v["second_parent"] for v in map(json.loads, lines(o.bench, "wire_versions.jsonl")) if v["second_parent"]}
    pairs = []
    for i, a in enumerate(sorted(cluster)):
        for b in sorted(cluster)[i + 1:]:
            if second.get(a) == b or second.get(b) == a or cluster[a] == cluster[b]:
                pairs.append((a, b, True))
            elif a in second or b in second:
                continue
            elif event[a] == event[b]:
                pairs.append((a, b, False))
    write(o.out, "synthetic", [report(d["id"], d) for d in docs], pairs, SYNTHETIC)


if __name__ == "__main__":
    main()
