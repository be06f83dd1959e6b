"""How a sentence speaks of a named target: `attache attitude` on labelled sentences."""
import json
import os

from .program import attache, score

SETS = {"rw_dev": "newsmtsc_rw_dev.jsonl", "mt_dev": "newsmtsc_mt_dev.jsonl"}


def measure(folder, scorer):
    out = {}
    for name, file in SETS.items():
        path = os.path.join(folder, file)
        if not os.path.exists(path):
            continue
        read = [json.loads(line) for line in attache("attitude", path).splitlines()]
        out[name] = score(scorer, ["polarity", path, None], [{"id": r["id"], "label": r["label"]} for r in read], suffix=".jsonl", lines=True)
    return out
