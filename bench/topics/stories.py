"""Stories of a dossier -> one label a document for the story scorer."""
import json
import os
import tempfile

from .program import dossier, read_lines, score, write_records

ENGLISH = ("newscluster.jsonl", "basil.jsonl", "ecbplus.jsonl")


def record(doc):
    out = {"id": doc["id"], "text": doc["text"], "title": doc.get("title", ""), "outlet": doc.get("outlet", "")}
    if doc.get("date"):
        out["published"] = doc["date"]
    if doc.get("language"):
        out["language"] = doc["language"]
    return out


def predict(docs):
    with tempfile.TemporaryDirectory() as folder:
        d = dossier([write_records(folder, map(record, docs))])
    story = {r["name"]: r["story"] for r in d["reports"]}
    by_id = {r["id"]: r["story"] for r in d["reports"]}
    for x in d["duplicates"]:
        story[docs[int(x["source"].rsplit(":", 1)[1]) - 1]["id"]] = by_id[x["of"]]
    return [{"id": doc["id"], "story": story.get(doc["id"], "none " + doc["id"])} for doc in docs]


def measure(folder, scorer):
    sets = {n[:-len(".jsonl")]: read_lines(os.path.join(folder, n)) for n in sorted(os.listdir(folder)) if n.endswith(".jsonl")}
    pool = [doc for n in ENGLISH for doc in sets.get(n[:-len(".jsonl")], [])]
    if pool:
        sets["english_pool"] = pool
    out = {}
    for name, docs in sets.items():
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as f:
            for doc in docs:
                f.write(json.dumps(doc, ensure_ascii=False) + "\n")
        out[name] = score(scorer, [f.name, None], predict(docs), suffix=".jsonl", lines=True)
        os.unlink(f.name)
    if not pool and out:  # our own small affairs: each is a folder of its own to the program, the mean is what counts
        out["mean"] = {"bcubed": {k: round(sum(r["bcubed"][k] for r in out.values()) / len(out), 4) for k in ("p", "r", "f1")}}
    return out
