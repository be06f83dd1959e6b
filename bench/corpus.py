"""A corpus for speed, made from the samples: each affair is the samples again with other names, words and numbers.

Copies stay copies inside an affair; two affairs share grammar and the frequent words, no names and few content words.
The same count gives the same bytes.
"""
import datetime
import json
import os
import random
import re

from topics.program import ROOT, analyse

WORD = re.compile(r"[A-Za-z][a-z']{2,}")
SYLLABLES = ["ba", "dor", "fen", "gal", "hir", "jun", "kel", "lom", "mar", "nos", "pel", "rud", "sar", "tov", "vel", "zan"]
FREQUENT = 40  # words met at least so often keep their form: grammar, cues, offices


def texts():
    """Text, title, outlet and date of each sample, in a fixed order."""
    folder = os.path.join(ROOT, "samples", "reports")
    names = sorted(n for n in os.listdir(folder) if n.endswith((".txt", ".html", ".jsonl")))
    found = analyse([os.path.join(folder, n) for n in names])
    return [(source, found[source]) for source in sorted(found)]


def renamed(word, affair):
    """Another word of the same look for this affair."""
    draw = random.Random("%d %s" % (affair, word.lower()))
    made = "".join(draw.choice(SYLLABLES) for _ in range(max(1, len(word) // 3)))
    return made.capitalize() if word[0].isupper() else made


def reports(count):
    base = texts()
    seen = {}
    for _, a in base:
        for word in WORD.findall(a["text"]):
            seen[word.lower()] = seen.get(word.lower(), 0) + 1
    from_cues = keep_words()
    out = []
    affair = 0
    while len(out) < count:
        table = {}

        def swap(match):
            word = match.group(0)
            lower = word.lower()
            if affair == 0 or lower in from_cues or seen.get(lower, 0) >= FREQUENT:
                return word
            if not word[0].isupper() and random.Random("%d keep %s" % (affair, lower)).random() < 0.3:
                return word  # some small words stay, as they would between two real affairs
            if word not in table:
                table[word] = renamed(word, affair)
            return table[word]

        def number(match):
            return str(int(match.group(0)) + affair % 7) if affair and not match.group(0).startswith(("0", "20")) else match.group(0)

        for source, a in base:
            text = re.sub(r"\b\d{2,3}\b", number, WORD.sub(swap, a["text"]))
            record = {"id": "%d-%s" % (affair, os.path.basename(source)), "text": text}
            year, month, day = a["published"][0]
            if year:
                date = datetime.date(year, month, day) + datetime.timedelta(days=11 * affair % 3000)
                record["published"] = date.isoformat()
            if a["outlet"][0]:
                record["outlet"] = a["outlet"][0] if affair == 0 else WORD.sub(swap, a["outlet"][0])
            out.append(record)
            if len(out) == count:
                break
        affair += 1
    return out


def keep_words():
    """Forms of the cue verbs' stems stay, so that statements are found at the usual rate."""
    out = set()
    with open(os.path.join(ROOT, "data", "cues.tsv"), encoding="utf-8") as f:
        for line in f:
            lemma = line.split("\t")[0].split()
            if lemma and not line.startswith("#"):
                stem = lemma[0].rstrip("e")
                out.update((lemma[0], stem + "ed", stem + "ing", lemma[0] + "s"))
    out.update("said told asked spoke wrote told".split())
    return out


def page(record):
    """The record as a news page with the usual furniture around the text."""
    escape = lambda s: s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    links = "".join('<li><a href="/%d">Another report %d</a></li>' % (k, k) for k in range(40))
    body = "".join("<p>%s</p>\n" % escape(p) for p in record["text"].split("\n") if p.strip())
    date = record.get("published", "")
    return ('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%s</title>'
            '<meta property="article:published_time" content="%s"><style>%s</style></head><body><nav><ul>%s</ul></nav>'
            '<main><article><div class="story"><div class="share"><a href="#">Share</a></div>%s</div></article></main>'
            '<aside><ul>%s</ul></aside><script>%s</script><footer><p>All rights reserved</p></footer></body></html>'
            % (escape(record["id"]), date, ".a{color:red}\n" * 200, links, body, links, "var a=1;\n" * 400))


def write(count, path, html=False):
    """JSONL of `count` reports; bytes of the texts (or pages) in it."""
    size = 0
    with open(path, "w", encoding="utf-8") as f:
        for record in reports(count):
            if html:
                record = {"id": record["id"], "html": page(record)}
            size += len((record.get("text") or record["html"]).encode("utf-8"))
            f.write(json.dumps(record, ensure_ascii=False) + "\n")
    return size
