"""Pages and credit lines -> the fields and bodies the ingest scorer wants."""
import json
import os

from .program import analyse, analyse_records, score

BODY = ("paragraph", "heading", "list_item", "quotation")


def load(path):
    with open(path, encoding="utf-8") as f:
        gold = json.load(f)
    return gold["documents"] if isinstance(gold.get("documents"), dict) else gold


def body(analysis, dateline):
    kinds = BODY + (("dateline",) if dateline else ())
    pieces, last = [], None
    for kind, start, end in analysis["blocks"]:
        if kind in kinds:
            pieces.append((" " if last == "dateline" else "\n\n") + analysis["text"][start:end])
            last = kind
    return "".join(pieces).strip()


def values(evident_list):
    return [e[0] for e in evident_list]


def date(evident):
    year, month, day = evident[0]
    return "%04d-%02d-%02d" % (year, month, day) if year and month and day else None


def dateline_date(evident):
    """MM-DD where the line gives no year and nothing else does."""
    year, month, day = evident[0]
    return date(evident) or ("%02d-%02d" % (month, day) if month and day else None)


def fields(a):
    places = values(a["dateline_places"])
    return {"title": a["title"][0] or None, "outlet": a["outlet"][0] or None, "agency": values(a["agencies"]), "byline": values(a["bylines"]),
            "dateline_place": places[0] if places else None, "place": places, "published": date(a["published"]), "language": a["language"][0] or None,
            "caption_credit": values(a["caption_credits"])}


def only(wanted, have):
    return {k: have.get(k) for k in wanted.get("expect", wanted)}


def pages(folder, scorer, name):
    gold_path = os.path.join(folder, name, "gold.json")
    gold = load(gold_path)
    found = analyse([os.path.join(folder, name, "html")])
    by_id = {os.path.basename(source)[:-len(".html.gz")]: a for source, a in found.items()}
    some = next(iter(gold.values()))
    out = {}
    if "articleBody" in some:
        out = score(scorer, ["body", gold_path, None], {i: {"articleBody": body(by_id[i], True)} if i in by_id else {} for i in gold})
    elif "title" in some:
        def meta(a):
            return {"title": a["title"][0], "authors": values(a["signatures"]), "published": date(a["published"]) or "", "language": a["language"][0]}
        out = score(scorer, ["meta", gold_path, None], {i: meta(by_id[i]) if i in by_id else {} for i in gold})
    else:
        out = score(scorer, ["dates", gold_path, None], {i: {"published": date(by_id[i]["published"])} if i in by_id else {} for i in gold})
    return out


def first_of(found, path):
    """The analysis of a file, or of its first part: sources are "path", "path#N" (feeds) or "path@OFFSET" (web archives)."""
    if path in found:
        return found[path]
    parts = [s for s in found if s.startswith((path + "#", path + "@"))]
    return found[parts[0]] if parts else None


def files(folder, scorer, gold_path, texts):
    gold = load(gold_path)
    paths = {i: os.path.join(texts, g.get("file", i)) for i, g in gold.items()}
    found = analyse(sorted(p for p in paths.values() if os.path.exists(p)))
    have = {i: first_of(found, p) for i, p in paths.items()}
    pred = {i: only(g, fields(have[i])) if have[i] else {} for i, g in gold.items()}
    for i, g in gold.items():
        if "place" in g.get("expect", {}) and have[i]:
            pred[i]["place"] = pred[i]["place"][0] if pred[i].get("place") else None
    out = {"fields": score(scorer, ["fields", gold_path, None], pred)}
    if all("articleBody" in g for g in gold.values()):
        out["body"] = score(scorer, ["body", gold_path, None], {i: {"articleBody": body(have[i], False)} if have[i] else {} for i in gold})
    return out


FILLER = "The committee will meet again after the summer break, officials here expect, and members have been told to prepare their papers."


def credits(scorer, gold_path):
    """Each line stands where its position says: as the lead, behind a last paragraph, in the author field, under a picture."""
    gold = load(gold_path)
    records = []
    for i, g in gold.items():
        line, position = g["input"], g["position"]
        if position == "author":
            records.append({"id": i, "author": [x.strip() for x in line.split(";")], "text": FILLER})
        elif position == "caption":
            records.append({"id": i, "html": "<html><body><article><h1>A headline for the page</h1><figure><img src=x><figcaption>%s</figcaption></figure><p>%s</p><p>%s</p></article></body></html>" % (line, FILLER, FILLER)})
        elif position == "tail":
            records.append({"id": i, "text": FILLER + "\n\n" + line})
        else:
            records.append({"id": i, "text": line + " and so the sentence goes on for a while.\n\n" + FILLER})
    found = analyse_records(records)
    pred = {}
    for i, g in gold.items():
        a = found.get(i)
        have = fields(a) if a else {}
        if a and g["position"] == "caption":
            persons = values(a["photographers"])
            have["agency"] = [name for name in have["caption_credit"] if name not in persons]
            have["byline"] = persons
        have["date"] = have.get("published") or (dateline_date(a["dateline_day"]) if a else None)
        want = {k: have.get(k) for k in g["expect"]}
        if "text" in want and a:
            text = body(a, False).replace(FILLER, "").strip()
            want["text"] = text.replace(" and so the sentence goes on for a while.", "")
        pred[i] = want
    return score(scorer, ["fields", gold_path, None], pred)


def measure(folder, scorer):
    out = {}
    for name in sorted(os.listdir(folder)):
        if os.path.isdir(os.path.join(folder, name, "html")) and os.path.exists(os.path.join(folder, name, "gold.json")):
            out[name] = pages(folder, scorer, name)
    if os.path.exists(os.path.join(folder, "seeds.json")):
        out["seeds"] = files(folder, scorer, os.path.join(folder, "seeds.json"), os.path.join(folder, "..", "..", "seeds"))
    if os.path.exists(os.path.join(folder, "credits.json")):
        out["credits"] = credits(scorer, os.path.join(folder, "credits.json"))
    if os.path.exists(os.path.join(folder, "formats", "gold.json")):
        out["formats"] = files(folder, scorer, os.path.join(folder, "formats", "gold.json"), os.path.join(folder, "formats"))
    return out
