"""Timelines of long crises against those of news organisations.

`timelines.jsonl` has reference timelines of one language and thread each, `articles.jsonl` the reports. For each timeline
whose language has reports, `attache timeline` gets the reports of that language and thread, as many days as the reference
has, and its first and last day: the protocol of the papers; unnamed days too, for it wants a full list. The scorer's macro averages are over these timelines.
"""
import json
import os
import tempfile

from .program import attache, read_lines, score, write_records


def record(article):
    return {"id": article["id"], "text": article["text"], "published": article["date"], "language": article["language"]}


def predict(articles, timeline):
    mine = [record(a) for a in articles if a["language"] == timeline["language"] and a["thread"] == timeline["thread"]]
    days = sorted(e["date"] for e in timeline["entries"])
    with tempfile.TemporaryDirectory() as folder:
        path = write_records(folder, mine)
        lines = attache("timeline", "--quiet", "--json", "--unnamed", "--days", str(len(days)), "--from", days[0], "--to", days[-1], path)
    entries = [{"date": x["day"], "text": [x["exact"]]} for x in map(json.loads, lines.splitlines())]
    return {"id": timeline["id"], "entries": entries}


def measure(folder, scorer):
    articles = read_lines(os.path.join(folder, "articles.jsonl"))
    with_reports = {(a["language"], a["thread"]) for a in articles}
    gold = [t for t in read_lines(os.path.join(folder, "timelines.jsonl")) if (t["language"], t["thread"]) in with_reports]
    with tempfile.TemporaryDirectory() as temporary:
        path = write_records(temporary, gold)
        return score(scorer, [path, None], [predict(articles, t) for t in gold], suffix=".jsonl", lines=True)
