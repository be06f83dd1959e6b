"""Where members stand on a question: a ratification replayed on each day of a table, and small affairs with the stand of each member.

The replay asks after each day who has approved and who is left, by our own reports (tests/affairs/ratification); the days of the reference
table (facts/ratification_replay.json) are asked of the same reports.
"""
import json
import os
import tempfile

from .facts import decision, question_file
from .program import ROOT

REPORTS = os.path.join(ROOT, "tests", "affairs", "ratification", "reports")
REPLAY = "ratification_replay.json"
SIGNED = "2022-07-05"  # whose members decide


def right(day, applicant, left, questions):
    out = decision(questions[applicant], [REPORTS], "--as-of", day)
    return sorted(m["member"] for m in out["members"] if m["vote"] != "yes") == sorted(left)


def replay(rows):
    with tempfile.TemporaryDirectory() as work:
        questions = {}
        for applicant in {r[1] for r in rows}:
            questions[applicant] = os.path.join(work, applicant + ".toml")
            question_file(questions[applicant], applicant + " joins NATO", applicant, "nato", "accession", None, [], members_as_of=SIGNED)
        wrong = ["%s %s" % (day, applicant) for day, applicant, left in rows if not right(day, applicant, left, questions)]
    return {"days": len(rows), "right": (len(rows) - len(wrong)) / len(rows), "wrong": wrong}


def own_replay(folder):
    with open(os.path.join(folder, "expected.tsv"), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f][1:]
    return replay([(day, applicant, [x for x in left.split(", ") if x]) for day, applicant, _, left in rows])


def own_affairs(folder):
    """Folders with a question, reports and expected.tsv."""
    known = told = hit = wrong = invented = 0
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not os.path.isdir(path):
            continue
        with open(os.path.join(path, "expected.tsv"), encoding="utf-8") as f:
            expected = dict(line.rstrip("\n").split("\t")[:2] for line in list(f)[1:] if line.strip())
        out = decision(os.path.join(path, "question.toml"), [os.path.join(path, x) for x in sorted(os.listdir(path)) if x.endswith(".txt")])
        known += len(expected)
        for m in out["members"]:
            if m["stance"] == "unknown":
                continue
            told += 1
            hit += expected.get(m["member"]) == m["stance"]
            wrong += m["member"] in expected and expected[m["member"]] != m["stance"]
            invented += m["member"] not in expected
    return {"positions": known, "recall": hit / known, "precision": hit / told if told else 0.0, "wrong": wrong, "invented": invented}


def measure(folder, scorer):
    if os.path.exists(os.path.join(folder, "ratification")):
        return {"replay": own_replay(os.path.join(folder, "ratification")), "decisions": own_affairs(os.path.join(folder, "decisions"))}
    path = os.path.join(folder, REPLAY)
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        rows = [(c["date"], c["applicant"], c["remaining"]) for c in json.load(f)["checkpoints"]]
    return {REPLAY: replay(rows)}
