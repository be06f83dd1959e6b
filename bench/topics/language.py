"""What the language model says of annotated sentences -> CoNLL-U and BIO for the language scorer.

Sets: ud/NAME.conllu.gz (tags, lemmas and trees on the words given; NAME.txt beside it: the same from running text), ner/*-dev.bio (names; files
without MISC count PER, ORG and LOC only). $ATTACHE_MODEL names another model than models/language.bin.
"""
import json
import os
import subprocess
import sys
import tempfile

from .program import ATTACHE, ROOT

SYNTAX = os.path.join(os.path.dirname(ATTACHE), "attache_syntax")
MODEL = os.environ.get("ATTACHE_MODEL", os.path.join(ROOT, "models", "language.bin"))


def output(mode, path):
    done = subprocess.run([SYNTAX, MODEL, mode, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        sys.exit("attache_syntax %s %s: %s" % (mode, path, done.stderr.decode("utf-8", "replace")))
    return done.stdout


def score(scorer, kind, gold, predicted, suffix, *more):
    with tempfile.NamedTemporaryFile(suffix=suffix) as f:
        f.write(predicted)
        f.flush()
        done = subprocess.run([sys.executable, scorer, kind, gold, f.name, *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        sys.exit("%s %s: %s" % (kind, gold, done.stderr.decode("utf-8", "replace")))
    return json.loads(done.stdout)


def has_misc(path):
    with open(path, encoding="utf-8") as f:
        return any(line.rstrip().endswith("-MISC") for line in f)


def measure(folder, scorer):
    out = {}
    ud = os.path.join(folder, "ud")
    for name in sorted(os.listdir(ud)) if os.path.isdir(ud) else []:
        if not name.endswith(".conllu.gz") or "train" in name:
            continue
        gold, key = os.path.join(ud, name), name[:-len(".conllu.gz")]
        out[key] = score(scorer, "ud", gold, output("conllu", gold), ".conllu")
        text = os.path.join(ud, key + ".txt")
        if os.path.exists(text):
            out[key + " raw"] = score(scorer, "ud", gold, output("raw", text), ".conllu")
    ner = os.path.join(folder, "ner")
    for name in sorted(os.listdir(ner)) if os.path.isdir(ner) else []:
        if not name.endswith("-dev.bio"):
            continue
        gold = os.path.join(ner, name)
        out[name[:-len(".bio")]] = score(scorer, "ner", gold, output("bio", gold), ".bio", *([] if has_misc(gold) else ["--labels", "PER,ORG,LOC"]))
    return out
