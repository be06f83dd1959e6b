"""Short answers to one question that say the same: `attache answers`, balanced accuracy of pairs."""
import json
import os

from .program import attache, score

SETS = {"nanco_dev": "nanco_dev.jsonl", "own": "answers.jsonl"}


def measure(folder, scorer):
    out = {}
    for name, file in SETS.items():
        path = os.path.join(folder, file)
        if os.path.exists(path):
            found = [json.loads(line) for line in attache("answers", path).splitlines()]
            out[name] = score(scorer, ["groups", path, None], found, suffix=".jsonl", lines=True)
    return out
