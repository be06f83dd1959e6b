"""Families of a dossier -> pairs, clusters, parents and alignments for the lineage scorer."""
import os
import tempfile

from .program import ROOT, dossier, read_lines, score, write_records


def record(doc):
    out = {"id": doc["id"], "text": doc["text"], "title": doc.get("title", ""), "published": doc.get("time", "")}
    if doc.get("outlet"):
        out["outlet"] = doc["outlet"]
    return out


def run(docs):
    with tempfile.TemporaryDirectory() as folder:
        d = dossier([write_records(folder, map(record, docs))])
    name = {r["id"]: r["name"] for r in d["reports"]}
    line = {i + 1: doc["id"] for i, doc in enumerate(docs)}
    # a duplicate shares the place of the report it repeats
    same = [(line[int(x["source"].rsplit(":", 1)[1])], name[x["of"]]) for x in d["duplicates"]]
    families = []
    for f in d["families"]:
        families.append([(name[m["report"]], name.get(m.get("parent")), m) for m in f["members"]])
    second = [(name[s["report"]], name[s["contains"]]) for s in d["second_sources"]]
    return families, second, same, d


def pairs_of(families, second, same):
    groups = {}
    for k, f in enumerate(families):
        for n, _, _ in f:
            groups[n] = k
    members = {}
    for n, k in groups.items():
        members.setdefault(k, []).append(n)
    for copy, of in same:
        k = groups.get(of)
        if k is None:
            k = groups[of] = "same " + of
            members.setdefault(k, []).append(of)
        groups[copy] = k
        members[k].append(copy)
    pairs = set()
    for list_ in members.values():
        for i, a in enumerate(list_):
            for b in list_[i + 1:]:
                if a != b:
                    pairs.add((min(a, b), max(a, b)))
    pairs.update((min(a, b), max(a, b)) for a, b in second)
    return sorted(pairs), groups


def tsv(rows):
    return "".join("\t".join(r) + "\n" for r in rows)


def sentence_spans(d):
    return {r["name"]: [tuple(s) for s in r["sentences"]] for r in d["reports"]}


OPS = {"same": "same", "typography": "typo", "spelling": "typo", "punctuation": "edited", "reworded": "edited"}


def alignments(families, d):
    """(parent, child) -> pairs of our sentence numbers with the scorer's operation names."""
    out = {}
    for f in families:
        for child, parent, m in f:
            if parent:
                out[(parent, child)] = [(a - 1, b - 1, OPS[op]) for a, b, op in m["aligned"]]
    return out


def diff_alignment(docs, a, b):
    """Alignment of two given reports, whether or not one descends from the other by our own account."""
    import json
    import subprocess
    from .program import ATTACHE
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for k, doc in enumerate((docs[a], docs[b])):
            path = os.path.join(folder, "%d.jsonl" % k)
            with open(path, "w", encoding="utf-8") as f:
                f.write(json.dumps(record(doc), ensure_ascii=False) + "\n")
            paths.append(path)
        done = subprocess.run([ATTACHE, "diff", "--json", *paths], stdout=subprocess.PIPE, check=True)
    pairs = []
    for e in json.loads(done.stdout)["edits"]:
        if len(e["from"]) == 1 and len(e["to"]) == 1 and e["op"] in OPS:
            pairs.append(((e["from"][0]["start"], e["from"][0]["end"]), (e["to"][0]["start"], e["to"][0]["end"]), OPS[e["op"]]))
    return pairs


def nearest(span, spans):
    """The given sentence that shares most characters with a span of ours; -1 when none does."""
    best, at = 0, -1
    for k, (b, e) in enumerate(spans):
        shared = min(e, span[1]) - max(b, span[0])
        if shared > best:
            best, at = shared, k
    return at


def mapped(pairs, src, dst):
    seen, out = set(), []
    for a, b, op in pairs:
        x, y = nearest(a, src), nearest(b, dst)
        if x >= 0 and y >= 0 and (x, y) not in seen:
            seen.add((x, y))
            out.append([x, y, op])
    return out


def seeds_align(path, seeds):
    """Lines of the two seed copies: share of the aligned pairs found, and of the found ones that are right."""
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line.strip() and not line.startswith("#")]
    gold = {(int(a), int(b)): op for a, b, op in rows}
    names = sorted(n for n in os.listdir(seeds) if n.endswith(".txt"))[:2]
    texts = [open(os.path.join(seeds, n), encoding="utf-8").read() for n in names]

    def lines(text):
        out, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                out.append((at, at + len(line)))
            at += len(line) + 1
        return out
    spans = [lines(t) for t in texts]
    docs = {"a": {"id": "a", "text": texts[0]}, "b": {"id": "b", "text": texts[1]}}
    found = {(x, y): op for x, y, op in mapped(diff_alignment(docs, "a", "b"), spans[0], spans[1])}
    hit = set(gold) & set(found)
    p, r = (len(hit) / len(found) if found else 0.0), len(hit) / len(gold)
    return {"precision": p, "recall": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def measure(folder, scorer):
    out = {}
    path = os.path.join(folder, "reuters_docs.jsonl")
    if os.path.exists(path):
        docs = read_lines(path)
        families, second, same, _ = run(docs)
        pairs, _ = pairs_of(families, second, same)
        out["reuters"] = score(scorer, ["reuters", folder, None], tsv(pairs), suffix=".tsv")
        align = os.path.join(folder, "reuters_align.jsonl")
        if os.path.exists(align):
            by_id = {x["id"]: x for x in docs}
            pred = []
            for g in read_lines(align):
                pairs = diff_alignment(by_id, g["src"], g["dst"])
                pred.append({"src": g["src"], "dst": g["dst"], "map": mapped(pairs, g["src_sents"], g["dst_sents"])})
            out["reuters_align"] = score(scorer, ["ralign", folder, None], pred, suffix=".jsonl", lines=True)
    path = os.path.join(folder, "wire_docs.jsonl")
    if os.path.exists(path):
        docs = read_lines(path)
        families, second, same, d = run(docs)
        pairs, groups = pairs_of(families, second, same)
        parents = {doc["id"]: "-" for doc in docs}
        for f in families:
            for child, parent, _ in f:
                if parent:
                    parents[child] = parent
        parents.update({copy: of for copy, of in same})
        out["wire"] = {"pairs": score(scorer, ["pairs", folder, None], tsv(pairs), suffix=".tsv"),
                       "clusters": score(scorer, ["clusters", folder, None], tsv(sorted((n, str(k)) for n, k in groups.items())), suffix=".tsv"),
                       "parents": score(scorer, ["parents", folder, None], tsv(sorted(parents.items())), suffix=".tsv")}
    path = os.path.join(folder, "seeds_align.tsv")
    seeds = os.path.join(folder, "..", "..", "seeds")
    if os.path.exists(path) and os.path.isdir(seeds):
        out["seeds_align"] = seeds_align(path, seeds)
    return out
