"""Statements of a dossier -> attributions for the statement scorer."""
import os
import tempfile

from .program import dossier, read_lines, score, write_records


def attributions(d, key):
    """Report key -> its attributions; statements of several reports carry a group."""
    out = {key(r): [] for r in d["reports"]}
    of = {r["id"]: key(r) for r in d["reports"]}
    for s in d["statements"]:
        for m in s["mentions"]:
            a = {"source": m["source"], "cue": m["cue"], "content": m["content"], "speaker": (s["speaker"] or {}).get("name", ""), "addressee": m["addressee"]}
            if len(s["reports"]) > 1:
                a["group"] = s["id"]
            out[of[m["report"]]].append(a)
    return out


def predict_files(docs, texts):
    d = dossier([texts])
    found = attributions(d, lambda r: os.path.basename(r["source"]).rsplit(".", 1)[0])
    return [{"id": doc["id"], "attributions": found.get(doc["id"], [])} for doc in docs]


def predict_records(docs):
    records = [{"id": x["id"], "text": x["text"], "title": x.get("title", ""), "published": x.get("date", "")} for x in docs]
    with tempfile.TemporaryDirectory() as folder:
        d = dossier([write_records(folder, records)])
    found = attributions(d, lambda r: r["name"])
    return [{"id": doc["id"], "attributions": found.get(doc["id"], [])} for doc in docs]


def measure(folder, scorer):
    out = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".jsonl") or ".train." in name:
            continue
        path = os.path.join(folder, name)
        docs = read_lines(path)
        seeds = os.path.join(folder, "..", "..", "seeds")
        stems = {n.rsplit(".", 1)[0] for n in os.listdir(seeds)} if os.path.isdir(seeds) else set()
        key = name[:-len(".jsonl")]
        if all(doc["id"] in stems for doc in docs):
            out[key] = score(scorer, [path, None], predict_files(docs, seeds), suffix=".jsonl", lines=True)
        else:
            pred = predict_records(docs)
            out[key] = {"all": score(scorer, [path, None], pred, suffix=".jsonl", lines=True),
                        "statements_only": score(scorer, [path, None, "--statements-only"], pred, suffix=".jsonl", lines=True)}
    return out
