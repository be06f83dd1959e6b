"""Time expressions of reports against the dates that GUM's annotators marked.

GUM (UD_English-GUM) marks time expressions as <date> of TEI in its MISC column: when="2011-08", from="1990-01-01"
to="1999-12-31", notBefore=, notAfter=; "--09-30" has no year. Each document's text is put together from its words, dated
with its meta::dateCreated, given to `attache analyse` as a JSONL record, and aligned by the characters that are no blanks.

found        a marked date that one of our spans touches, and the span of ours that touches it; each pairs once, the pairs
             with the right value first
right        the value agrees at the grain of the mark:
  when         both ends of ours lie in the day, month or year marked ("10 August 2011" for 2011-08 is right, 2011 is not)
  from, to     the days that both have are two thirds or more of the days that either has (summers end in August or in
               September, centuries in 1899 or 1900, and GUM writes both); ours may be cut at the document's date, as
               GUM does with "this week"
  one end      that end lies in the day, month or year marked
  notBefore, notAfter
               ours lies between them, or agrees as from and to do; with one of them, ours lies on its side or holds that
               day ("before 1900" is notAfter="1900-01-01" on "1900")
               where the year is not marked ("--09-30", "--06" to "--09") months and days alone are compared, and our span
               needs none
               "1892-94" is two marks in one text and one in another: a range of ours on two marks is compared end by end, two
               spans of ours on one marked range together
               where the mark leaves out the "early", "mid" or "late" that our span begins with, our value is the whole unit's
recall       marked dates found and right, of all marked dates
precision    our spans found and right, of all our spans in documents that have a date marked; spans without a value count
             as ours, and wrong. What GUM leaves unmarked (it marks "three weeks later" here and not there) counts as wrong
right_in_text
             the same without what lies in lines that are no text of the report (a printed date of publication, captions)
value        right of found

Dates that begin and end before 1 AD are compared by the year alone. Marks no program can read (`from="08-1967"`) count as
not right. seeds: the facts of kind date in facts/seeds.json, required and optional ones apart; right where an
expression in the evidence has the fact's value.
"""
import datetime
import gzip
import json
import os
import re

from .program import analyse_records

SHARE = 2 / 3  # of days in common; see above
SETS = {"gum_dev": "gum-dev.conllu.gz", "gum_news_dev": "gum-news-dev.conllu.gz"}


def documents(path):
    """The documents of a CoNLL-U file: id, date, text, dates as (begin, end, attributes) in characters."""
    docs = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# newdoc id"):
                doc = {"id": value_of(line), "date": "", "text": "", "dates": [], "open": [], "gap": "", "multi": None}
                docs.append(doc)
            elif line.startswith("# meta::dateCreated"):
                doc["date"] = value_of(line)
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                doc["gap"] = "\n"
            elif not line:
                doc["multi"] = None
            elif line[0].isdigit():
                add_word(doc, line.split("\t"))
    return docs


def value_of(comment):
    return comment.split("=", 1)[1].strip()


def add_word(doc, columns):
    number, form, misc = columns[0], columns[1], columns[9].split("|")
    if "." in number:
        return
    if "-" in number:  # the words behind this line are parts of it
        first, last = map(int, number.split("-"))
        doc["multi"] = (first, last, put(doc, form, misc))
        return
    multi = doc["multi"]
    inside = multi and multi[0] <= int(number) <= multi[1]
    begin, end = multi[2] if inside else put(doc, form, misc)
    for tag in re.findall(r"<[^>]*>", next((m for m in misc if m.startswith("XML=")), "")):
        if tag.startswith("<date"):
            doc["open"].append((begin, dict(re.findall(r'(\w+):::"([^"]*)"', tag))))
        elif tag == "</date>":
            at, attributes = doc["open"].pop()
            doc["dates"].append((at, end, attributes))


def put(doc, form, misc):
    if doc["text"]:
        doc["text"] += doc["gap"]
    begin = len(doc["text"])
    doc["text"] += form
    doc["gap"] = "" if "SpaceAfter=No" in misc else " "
    return begin, begin + len(form)


# --- values: periods as ordinals of their first and last day -------------------

def parse_mark(text):
    """[year or None, month or 0, day or 0]; None where it is no date. GUM writes "--04-14" and "xxxx-04-14"."""
    text = re.sub("^xxxx-", "--", text)
    m = re.fullmatch(r"(-?\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text) or re.fullmatch(r"(-)-(\d{2})(?:-(\d{2}))?", text)
    if not m:
        return None
    return [None if m[1] == "-" else int(m[1]), int(m[2] or 0), int(m[3] or 0)]


def days(begin, end):
    """First and last day of a period; a year before 1 AD, or out of Python's calendar, counts as 366 days."""
    def ordinal(date, last):
        year, month, day = date
        if not 1 <= year <= 9998:
            return year * 366 + (365 if last else 0)
        month = month or (12 if last else 1)
        if day:
            return datetime.date(year, month, min(day, 28 if month == 2 else 30)).toordinal() + max(0, day - (28 if month == 2 else 30))
        if last:
            return datetime.date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        return datetime.date(year, month, 1).toordinal()
    return ordinal(begin, False), ordinal(end, True)


def bare(date, year):
    return [year] + list(date[1:])


def without_years(begin, end):
    """The same period in a year of no meaning; one that runs over the end of the year ends in the next."""
    wraps = tuple(begin[1:]) > tuple(end[1:]) and end[1]
    return bare(begin, 2001), bare(end, 2002 if wraps else 2001)


def alike(a, b):
    common = min(a[1], b[1]) - max(a[0], b[0]) + 1
    return common >= SHARE * (max(a[1], b[1]) - min(a[0], b[0]) + 1)


def within(inner, outer):
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def agrees(begin, end, attributes, now=None):
    """Whether our period is what the mark says; `now` is the document's date."""
    marks = {}
    for name in ("when", "from", "to", "notBefore", "notAfter"):
        if name in attributes:
            marks[name] = parse_mark(attributes[name])
            if marks[name] is None:
                return False
    if not marks:
        return False
    yearless = any(m[0] is None for m in marks.values())
    if yearless:
        begin, end = without_years(begin, end)
        if "from" in marks and "to" in marks:
            marks["from"], marks["to"] = without_years(marks["from"], marks["to"])
        marks = {k: bare(m, m[0] or 2001) for k, m in marks.items()}
    ours = days(begin, end)
    if "when" in marks:
        return within(ours, days(marks["when"], marks["when"]))
    first, last = marks.get("from", marks.get("notBefore")), marks.get("to", marks.get("notAfter"))
    if first and last:
        period = days(first, last)
        today = days(now, now)[1] if now and not yearless else ours[1]
        cut = (ours[0], today) if ours[0] <= today < ours[1] else ours
        return alike(ours, period) or alike(cut, period) or ("from" not in marks and "to" not in marks and within(ours, period))
    limit = days(first, first) if first else days(last, last)
    if "notBefore" in marks or "notAfter" in marks:
        return within(limit, ours) or (limit[0] <= ours[0] if first else ours[1] <= limit[1])
    return limit[0] <= (ours[0] if first else ours[1]) <= limit[1]


# --- scoring ------------------------------------------------------------------

def positions(text):
    """For each offset into the text the number of characters before it that are no blanks."""
    out, n = [], 0
    for c in text:
        out.append(n)
        n += not c.isspace()
    return out + [n]


def whole_unit(time):
    """The decade, century, year or month that a part of it lies in."""
    begin, end = list(time["begin"]), list(time["end"])
    if time["grain"] in (6, 7) and begin[0] > 0:
        length = 10 if time["grain"] == 6 else 100
        begin[0] = begin[0] // length * length
        end[0] = begin[0] + length - 1
    return begin[:2 if time["grain"] == 2 else 1] + [0] * (1 if time["grain"] == 2 else 2), end[:2 if time["grain"] == 2 else 1] + [0] * (1 if time["grain"] == 2 else 2)


def right(gold, our, now):
    mark, time = gold[2], our[2]
    if our[0] < gold[0] and time["grain"] in (2, 5, 6, 7) and re.match(r"(?i)(early|late|mid)\b", our[3]):
        begin, end = whole_unit(time)
        time = dict(time, begin=begin, end=end)
    known = time["resolved"] or (time["begin"][1] and any(v.startswith(("--", "xxxx-")) for v in mark.values()))
    return bool(known and agrees(time["begin"], time["end"], mark, now))


def end_by_end(gold, ours):
    """A range of ours on two marks is taken apart; two spans of ours on one marked range are joined."""
    touch = lambda a, b: a[0] < b[1] and b[0] < a[1]
    out = []
    for o in ours:
        on = [g for g in gold if touch(g, o)]
        if len(on) == 2 and o[2]["begin"] != o[2]["end"] and all("when" in g[2] for g in on) and not any(touch(g, p) for g in on for p in ours if p is not o):
            for g, end in zip(on, ("begin", "end")):
                out.append((max(g[0], o[0]), min(g[1], o[1]), dict(o[2], begin=o[2][end], end=o[2][end]), o[3]))
        else:
            out.append(o)
    for g in gold:
        on = [o for o in out if touch(g, o)]
        if len(on) == 2 and ({"from", "to"} <= set(g[2]) or {"notBefore", "notAfter"} <= set(g[2])) and not any(touch(h, o) for o in on for h in gold if h is not g):
            a, b = on
            joined = dict(a[2], end=b[2]["end"], resolved=a[2]["resolved"] and b[2]["resolved"])
            out = [o for o in out if o is not a and o is not b] + [(a[0], b[1], joined, a[3] + " ... " + b[3])]
    return out


def compare(doc, analysis):
    """(marked, ours, right) pairs; None for what has no partner."""
    gold_at, our_at = positions(doc["text"]), positions(analysis["text"])
    if gold_at[-1] != our_at[-1]:
        raise SystemExit("bench/quality: the text of %s came back changed" % doc["id"])
    gold = [(gold_at[b], gold_at[e], a, doc["text"][b:e]) for b, e, a in doc["dates"]]
    ours = [(our_at[t["span"][0]], our_at[t["span"][1]], t, analysis["text"][t["span"][0]:t["span"][1]]) for t in analysis["times"]]
    ours = end_by_end(gold, ours)
    now = parse_mark(doc["date"])
    touching = [(g, o, right(g, o, now)) for g in gold for o in ours if g[0] < o[1] and o[0] < g[1]]
    touching.sort(key=lambda p: (not p[2], p[0][0]))
    pairs, used = [], set()
    for g, o, agreeing in touching:
        if id(g) not in used and id(o) not in used:
            used |= {id(g), id(o)}
            pairs.append((g, o, agreeing))
    return pairs + [(g, None, False) for g in gold if id(g) not in used] + [(None, o, False) for o in ours if id(o) not in used]


def in_text(analysis, pairs):
    """The pairs whose mark, or our span where there is none, lies in a sentence of the report."""
    at = positions(analysis["text"])
    sentences = [(at[s[0]], at[s[1]]) for s in analysis["sentences"]]
    return [p for p in pairs if any(b <= (p[0] or p[1])[0] < e for b, e in sentences)]


def ratio(a, b):
    return a / b if b else 0.0


def gum(path, show=None):
    docs = documents(path)
    analyses = analyse_records([{"id": d["id"], "text": d["text"], "published": d["date"]} for d in docs])
    marked = found = agreeing = ours = elsewhere = 0
    text = [0, 0, 0]  # marked, ours, right in the running text
    for doc in docs:
        pairs = compare(doc, analyses[doc["id"]])
        if show:
            show(doc, pairs)
        if not doc["dates"]:
            elsewhere += len(pairs)
            continue
        inside = in_text(analyses[doc["id"]], pairs)
        text = [text[0] + sum(g is not None for g, o, r in inside), text[1] + sum(o is not None for g, o, r in inside), text[2] + sum(r for g, o, r in inside)]
        marked += sum(g is not None for g, o, r in pairs)
        ours += sum(o is not None for g, o, r in pairs)
        found += sum(g is not None and o is not None for g, o, r in pairs)
        agreeing += sum(r for g, o, r in pairs)
    scores = lambda n, ours, marked: {"precision": ratio(n, ours), "recall": ratio(n, marked), "f1": ratio(2 * n, ours + marked)}
    return {"documents": sum(bool(d["dates"]) for d in docs), "marked": marked, "outside_text": marked - text[0], "ours": ours, "found": scores(found, ours, marked), "right": scores(agreeing, ours, marked),
            "right_in_text": scores(text[2], text[1], text[0]), "value": ratio(agreeing, found),
            "ours_in_documents_without_dates": elsewhere}


# --- the five seed reports ------------------------------------------------------

def seeds(path, texts):
    """Facts of kind date: found and right where an expression in the passage, or what it says, has the fact's value."""
    with open(path, encoding="utf-8") as f:
        table = json.load(f)
    files = {d["id"]: os.path.join(texts, d["file"]) for d in table["documents"]}
    dates = {d["id"]: d["date_derived"] or "" for d in table["documents"]}
    records = []
    for doc, name in files.items():
        with open(name, encoding="utf-8") as f:
            records.append({"id": doc, "text": f.read(), "published": dates[doc]})
    analyses = analyse_records(records)
    out = {"dates": 0, "right": 0, "optional": 0, "optional_right": 0, "missing": []}
    for fact in table["facts"]:
        if fact["kind"] != "date":
            continue
        values = [fact["value"]] + fact.get("accept", {}).get("value", [])
        hits = [any(matches(analyses[e["doc"]], e, v) for v in values) for e in fact["evidence"]]
        kind = "optional" if fact.get("optional") else "dates"
        out[kind] += 1
        out["right" if kind == "dates" else "optional_right"] += any(hits)
        if not any(hits):
            out["missing"].append(fact["id"])
    return out


def matches(analysis, evidence, value):
    first, _, last = value.partition("/")
    at = analysis["text"].find(evidence["text"])
    inside = [t for t in analysis["times"] if at >= 0 and at <= t["span"][0] and t["span"][1] <= at + len(evidence["text"])]
    mark = {"from": first, "to": last} if last else {"when": first}
    return any(t["resolved"] and agrees(t["begin"], t["end"], mark) for t in inside)


def measure(folder, scorer):
    """`folder` is that of the topic "language"; the seed table lies beside it."""
    out = {name: gum(os.path.join(folder, "ud", file)) for name, file in SETS.items() if os.path.exists(os.path.join(folder, "ud", file))}
    table, texts = os.path.join(folder, "..", "facts", "seeds.json"), os.path.join(folder, "..", "..", "seeds")
    if os.path.exists(table) and os.path.isdir(texts):
        out["seeds"] = seeds(table, texts)
    return out
