"""Running attache and the scorers of the reference sets."""
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ATTACHE = os.environ.get("ATTACHE", os.path.join(ROOT, "build", "release", "attache"))


def attache(*args):
    """Standard output of a run; refused inputs (exit status 1) are no failure."""
    done = subprocess.run([ATTACHE, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit("attache %s: exit status %d\n%s" % (" ".join(args), done.returncode, done.stderr.decode("utf-8", "replace")))
    return done.stdout.decode("utf-8")


def analyse(inputs):
    """Analyses of the inputs, keyed by their source."""
    return {a["source"]: a for a in map(json.loads, attache("analyse", "--quiet", *inputs).splitlines())}


def dossier(inputs):
    return json.loads(attache("dossier", "--quiet", "--json", "-", *inputs))


def analyse_records(records):
    """Analyses of JSONL records, keyed by their id."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_records(folder, records)
        return {a["name"]: a for a in analyse([path]).values()}


def write_records(folder, records):
    path = os.path.join(folder, "records.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        for record in records:
            f.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def read_lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def score(scorer, args, prediction, suffix=".json", lines=False):
    """Runs a scorer with the prediction's path in place of the argument None; its JSON output."""
    with tempfile.NamedTemporaryFile("w", suffix=suffix, encoding="utf-8", delete=False) as f:
        if isinstance(prediction, str):
            f.write(prediction)
        elif lines:
            for record in prediction:
                f.write(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            json.dump(prediction, f, ensure_ascii=False)
    try:
        done = subprocess.run([sys.executable, scorer, *[f.name if a is None else a for a in args]], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit("%s %s: %s" % (scorer, args, done.stderr.decode("utf-8", "replace")))
        return json.loads(done.stdout.decode("utf-8"))
    finally:
        os.unlink(f.name)
