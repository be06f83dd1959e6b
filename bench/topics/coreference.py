"""References without a name against GUM's coreference layer (Entity= in the MISC column of UD_English-GUM).

A reference of ours (office, body, state, pronoun) is right where the gold mention that covers it most tightly belongs to a cluster that one of
the names of its entity belongs to. `unnamed` and `group` (persons and groups described only): where the gold has a person whom no name tells; `again`:
the second mention of one of ours in the gold cluster of the one before. Not judged: appositions, governments and forces (GUM links them otherwise), and entities that the text never
names. `recall` of pronouns: of the gold pronouns he, she, it and their forms with a proper name of at most eight words before them in their
cluster, the share that ours resolve rightly.
"""
import collections
import gzip
import os
import re

from .program import analyse_records

SETS = {"gum_dev": "gum-dev.conllu.gz", "gum_news_dev": "gum-news-dev.conllu.gz"}
PRONOUNS = {"he", "she", "him", "her", "his", "hers", "it", "its", "himself", "herself", "itself"}
JUDGED = ("office", "body", "state", "pronoun")
LONGEST_NAME = 8   # words
LOOSENESS = 12     # words a covering gold mention may have more than ours


def documents(path):
    """id, date, text, words as (begin, end, form, tag) and mentions as (first, last, cluster)."""
    docs, doc, gap, multi = [], None, "", [0, 0]
    for line in gzip.open(path, "rt", encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            doc = {"id": line.split("=")[1].strip(), "date": "", "text": "", "words": [], "mentions": [], "open": [], "types": {}}
            docs.append(doc)
            gap, multi = "", [0, 0]
        elif line.startswith("# meta::dateCreated"):
            doc["date"] = line.split("=")[1].strip()
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            gap = "\n\n"
        elif line and line[0].isdigit():
            f = line.split("\t")
            if "." in f[0]:
                continue
            inside = multi[0] > 0 and "-" not in f[0]
            if not inside:
                doc["text"] += gap
                gap = "" if "SpaceAfter=No" in f[9] else " "
                begin = len(doc["text"])
                doc["text"] += f[1]
            if "-" in f[0]:
                low, high = map(int, f[0].split("-"))
                multi = [high - low + 1, begin]
                continue
            if inside:  # a part of "don't" gets its characters in order
                begin = multi[1]
                multi = [multi[0] - 1, min(begin + len(f[1]), len(doc["text"]))]
            add_word(doc, f, begin)
    return docs


def add_word(doc, f, begin):
    number = len(doc["words"])
    doc["words"].append((begin, min(begin + len(f[1]), len(doc["text"])), f[1], f[3]))
    marks = [x[len("Entity="):] for x in f[9].split("|") if x.startswith("Entity=")]
    for m in re.finditer(r"\(([^()]+)(\)?)|([^()]+)\)", marks[0] if marks else ""):
        fields = (m.group(1) or m.group(3)).split("-")
        cluster = fields[0]
        if m.group(1):
            doc["types"][cluster] = fields[1]
        if m.group(1) and m.group(2):
            doc["mentions"].append((number, number, cluster))
        elif m.group(1):
            doc["open"].append((cluster, number))
        else:
            for k in range(len(doc["open"]) - 1, -1, -1):
                if doc["open"][k][0] == cluster:
                    doc["mentions"].append((doc["open"].pop(k)[1], number, cluster))
                    break


def judge(doc, analysis, counts):
    gold = [i for i, c in enumerate(doc["text"]) if not c.isspace()]
    ours = [i for i, c in enumerate(analysis["text"]) if not c.isspace()]
    if [doc["text"][i] for i in gold] != [analysis["text"][i] for i in ours]:
        counts["unaligned"] += 1
        return
    to_gold = dict(zip(ours, gold))
    word_at = {c: n for n, (begin, end, _, _) in enumerate(doc["words"]) for c in range(begin, end)}

    def words(begin, end):
        found = [word_at[to_gold[c]] for c in range(begin, end) if c in to_gold and to_gold[c] in word_at]
        return (min(found), max(found)) if found else None

    def cluster_over(span, looseness):
        over = [m for m in doc["mentions"] if span and m[0] <= span[0] and m[1] >= span[1]]
        best = min(over, key=lambda m: m[1] - m[0], default=None)
        return best[2] if best and (best[1] - best[0]) - (span[1] - span[0]) <= looseness else None

    clusters = collections.defaultdict(set)
    for begin, end, entity, adjective, _ in analysis["names"]:
        cluster = cluster_over(words(begin, end), LONGEST_NAME)
        if cluster and not adjective:
            clusters[entity].add(cluster)
    for begin, end, entity, kind, _ in analysis["references"]:
        if kind in JUDGED and clusters[entity]:
            counts[kind, cluster_over(words(begin, end), LOOSENESS) in clusters[entity]] += 1
    judge_unnamed(doc, analysis, counts, lambda begin, end: cluster_over(words(begin, end), LOOSENESS))
    for first, last, cluster in doc["mentions"]:
        if first == last and doc["words"][first][2].lower() in PRONOUNS:
            named = any(c == cluster and b < first and b - a < LONGEST_NAME and any(doc["words"][w][3] == "PROPN" for w in range(a, b + 1)) for a, b, c in doc["mentions"])
            counts["wanted"] += named


def judge_unnamed(doc, analysis, counts, cluster_at):
    """Persons and groups without a name: right where the gold has a person there whom it never names, and the same one for mentions of one of ours."""
    named = {c for a, b, c in doc["mentions"] if b - a < 5 and doc["words"][b][3] == "PROPN" and any(w[2][:1].isupper() for w in doc["words"][a:b + 1])}
    of_entity = {}
    for begin, end, entity, kind, _ in analysis["references"]:
        if kind != "unnamed":
            continue
        cluster = cluster_at(begin, end)
        group = analysis["entities"][entity]["type"] == "group"
        right = cluster is not None and doc["types"].get(cluster) in (("person", "organization") if group else ("person",)) and (group or cluster not in named)
        counts["group" if group else "unnamed", right] += 1
        if entity in of_entity:
            counts["again", cluster is not None and cluster == of_entity[entity]] += 1
        of_entity[entity] = cluster


def measure(folder, _):
    out = {}
    for key, name in SETS.items():
        path = os.path.join(folder, "ud", name)
        if not os.path.exists(path):
            continue
        docs = documents(path)
        records = [{"id": d["id"], "text": d["text"], "language": "en", **({"published": d["date"]} if re.fullmatch(r"\d{4}-\d\d-\d\d", d["date"]) else {})} for d in docs]
        analyses = analyse_records(records)
        counts = collections.Counter()
        for d in docs:
            if d["id"] in analyses:
                judge(d, analyses[d["id"]], counts)
            else:
                counts["unaligned"] += 1
        result = {"unaligned": counts["unaligned"]}
        for kind in (*JUDGED, "unnamed", "group", "again"):
            right, wrong = counts[kind, True], counts[kind, False]
            result[kind] = {"right": right, "wrong": wrong, "precision": round(right / (right + wrong), 4) if right + wrong else None}
        nouns = [sum(counts[kind, ok] for kind in JUDGED[:3]) for ok in (True, False)]
        result["nouns"] = {"right": nouns[0], "wrong": nouns[1], "precision": round(nouns[0] / sum(nouns), 4) if sum(nouns) else None}
        result["pronoun"]["wanted"] = counts["wanted"]
        result["pronoun"]["recall"] = round(counts["pronoun", True] / counts["wanted"], 4) if counts["wanted"] else None
        out[key] = result
    return out
