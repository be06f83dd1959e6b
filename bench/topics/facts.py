"""Facts and positions of a hand-made table (facts/seeds.json) against those of the dossier.

The table has names of its own for relations, for whoever is only described and for what is supported or asked: RELATIONS translates our
relations; a fact of ours takes the table's names for its sides where one of the table has the same relation, cites the same passage, and shares
words with both sides. Everything else keeps its own names and counts against precision where its relation is one of the table's.
"""
import json
import os
import re
import tempfile

from .program import analyse_records, attache, dossier, read_lines, score

SEEDS = "seeds.json"
OWN = "relations.jsonl"

# ours -> the table's; several where it tells apart what one relation of ours holds
RELATIONS = {
    "supporter_of": ["main_supporter_of"], "claims": ["considers_part_of_its_territory"], "guards_since": ["has_guarded_since"], "lives_in": ["population"],
    "organ_of": ["only_decision_making_body_of"], "mission_of": ["peacekeeping_mission_of"], "in_force_from": ["enforced_from"],
    "priority_of": ["main_national_security_priority_of", "state_priority_of"], "precondition_for": ["precondition_for_peace_in"],
    "pledged": ["pledged_to_host", "pledged_fund_for"], "answered": ["responded_to_request_for_comment"], "described_as": ["status"],
    "act_described_as": ["act_against_ukraine"], "bombed": ["bombed_in_war_of"], "rejects": ["refuse_to_recognise"],
    "does_not_recognise": ["does_not_recognise", "count"], "recognises": ["recognises", "count"],
}
HEDGES = {"about", "nearly", "around", "four"}
SMALL = {"of", "the", "a", "an", "in", "to", "for", "on", "and", "its", "s", "by", "is", "not"}


def words(text):
    return {w[:6].replace("z", "s") for w in re.findall(r"[^\W\d]+", (text or "").casefold())} - SMALL - HEDGES


def alike(ours, theirs):
    """A third of the words of the shorter name stand in the longer one; a side that the table does not name fits anything."""
    if not theirs:
        return True
    a, b = words(ours), words(theirs)
    return bool(a & b) and 3 * len(a & b) >= min(len(a), len(b))


def byte_offsets(text):
    out = [0]
    for c in text:
        out.append(out[-1] + len(c.encode("utf-8")))
    return out


def side_words(side, citations, part, reports, actors):
    """The name of a side with the words that the citations use for it, and the names of whoever those words mean."""
    told = []
    for c in citations:
        if c.get(part):
            told.append(c[part]["exact"])
            for m in reports[c["report"]]["mentions"]:
                if c[part]["start"] <= m["start"] and m["end"] <= c[part]["end"]:
                    told += [actors[m["actor"]]["name"]] + [f if isinstance(f, str) else f.get("form", "") for f in actors[m["actor"]].get("aliases", [])]
    return " ".join([side["name"] if side else ""] + told)


def value_of(claim):
    if claim["number"] is not None:
        return int(claim["number"]) if claim["number"] == int(claim["number"]) else claim["number"]
    if claim["date"]:
        begin, end = claim["date"]["begin"], claim["date"]["end"]
        return begin if begin == end else begin + "/" + end
    return claim["value"] or "yes"


def predict(gold, out, report_doc, offsets):
    facts, taken = [], set()
    reports, actors = {r["id"]: r for r in out["reports"]}, {a["id"]: a for a in out["actors"]}
    for f in out["facts"]:
        evidence, told = [], []
        for claim in f["claims"]:
            for c in claim["citations"]:
                if c["report"] in report_doc:
                    at = offsets[c["report"]]
                    evidence.append({"doc": report_doc[c["report"]], "start": at[c["start"]], "end": at[c["end"]]})
                    told.append(c)
        relations = RELATIONS.get(f["relation"], [f["relation"]])
        subject, object_ = (side_words(f[part], told, part, reports, actors) for part in ("subject", "object"))
        row = {"subject": f["subject"]["name"] if f["subject"] else "", "relation": relations[0], "object": f["object"]["name"] if f["object"] else None, "value": value_of(f["claims"][0]),
               "status": f["status"], "docs": sorted({e["doc"] for e in evidence}), "evidence": evidence}
        for g in gold["facts"]:
            key = (g["subject"], g["relation"], g["object"])
            if g["relation"] not in relations or key in taken:
                continue
            # a count of the table names in its subject what is said of those who are counted
            whole = g["relation"] in ("count", "population") and not g["object"]
            if whole and f["claims"][0]["number"] is None:
                continue
            if not (alike(subject + " " + object_ if whole else subject, g["subject"]) and (whole or alike(object_, g["object"]))):
                continue
            if any(e["doc"] == x["doc"] and e["start"] < x["end"] and x["start"] < e["end"] for e in evidence for x in g["evidence"]):
                row.update(subject=g["subject"], relation=g["relation"], object=g["object"])
                taken.add(key)
                break
        facts.append(row)
    seen, unique = set(), []
    for row in facts:
        key = tuple(re.sub(r"\s+", " ", str(row[k] or "")).strip().casefold() for k in ("subject", "relation", "object"))
        if key not in seen:
            seen.add(key)
            unique.append(row)
    return unique


# relations of our own set that the program calls otherwise, and those that the set does not list
OWN_NAMES = {"rejects": "does_not_recognise", "decision_rule": "decided_by", "in_favour_of": "supports", "against": "opposes"}
OWN_UNLISTED = {"occupied", "pledged", "lives_in", "took_place", "dated", "decided", "asked_for", "wounded", "displaced", "joined", "left", "precondition_for", "priority_of", "ratified", "has_not_ratified", "approved", "has_not_approved", "objects_to", "has_no_objection_to",
                "dropped_objection_to", "voted_for", "voted_against", "abstained_on", "proposed", "called_for", "sets_condition_for", "threatens_to_block"}


def measure_own(path):
    """Passages of our own (tests/facts/relations.jsonl), some of which tell nothing: recall, precision, facts told where there are none."""
    rows = read_lines(path)
    analyses = analyse_records([{"id": r["id"], "text": r["text"], "published": r["published"]} for r in rows])
    gold = hit = told = hostile = 0
    for r in rows:
        a = analyses[r["id"]]
        found = []
        for f in a["facts"]:
            if f["relation"] in OWN_UNLISTED or f["stand_only"]:
                continue
            sides = {}
            for part in ("subject", "object"):
                sides[part] = " ".join(" ".join([a["text"][p["span"][0]:p["span"][1]], a["entities"][p["entity"]]["name"] if p["entity"] >= 0 else ""]) for p in f[part])
            found.append([OWN_NAMES.get(f["relation"], f["relation"]), sides["subject"], sides["object"]])
        told += len(found)
        hostile += len(found) if not r["facts"] else 0
        gold += len(r["facts"])
        for g in r["facts"]:
            match = next((f for f in found if f[0] == g["relation"] and alike(f[1], g["subject"]) and (g["relation"] == "holds_office" or alike(f[2], g["object"]))), None)
            if match:
                found.remove(match)
                hit += 1
    return {"facts": gold, "recall": hit / gold, "precision": hit / told if told else 0.0, "told_where_nothing_is": hostile}


# a question of the table as a question file; those that no body of ours decides are left out
QUESTIONS = {"D1": {"body": "nato", "rule": "accession", "wordings": []}, "D2": {"body": "un-security-council", "rule": "substance", "wordings": ["recognition"]}}
STANCES = {"asked": "asked_unknown", "not_yet": "unknown"}


def question_file(path, name, candidate, body, rule, as_of, wordings, **more):
    with open(path, "w", encoding="utf-8") as f:
        f.write('schema = "attache-question/1"\nname = %s\nbody = "%s"\nrule = "%s"\ncandidate = %s\n' % (json.dumps(name), body, rule, json.dumps(candidate)))
        f.write("as_of = %s\n" % as_of if as_of else "")
        f.write("".join("%s = %s\n" % pair for pair in more.items()))
        f.write("wordings = %s\n" % json.dumps(wordings))


def decision(question, reports, *options):
    return json.loads(attache("question", "show", question, "--reports", *reports, "--json", "--quiet", *options))


def predict_positions(gold, seeds_folder, report_doc, offsets):
    positions = []
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "question.toml")
        for d in gold["decisions"]:
            if d["id"] not in QUESTIONS:
                continue
            q = QUESTIONS[d["id"]]
            question_file(path, d["question"], d["question"].split(" joins ")[0], q["body"], q["rule"], d["as_of"], q["wordings"])
            out = decision(path, [os.path.join(seeds_folder, x["file"]) for x in gold["documents"]])
            for m in out["members"]:
                evidence = [{"doc": report_doc[c["report"]], "start": offsets[c["report"]][c["start"]], "end": offsets[c["report"]][c["end"]]} for h in m["history"] if h["stance"] == m["stance"] for c in h["citations"]]
                positions.append({"decision": d["id"], "member": m["member"], "stance": STANCES.get(m["stance"], m["stance"]), "evidence": evidence})
    # members of a body that the table does not list hold no position in it
    listed = {(d["id"], p["member"]) for d in gold["decisions"] for p in d["positions"]}
    return [p for p in positions if p["stance"] != "unknown" or (p["decision"], p["member"]) in listed]


def measure(folder, scorer):
    own = os.path.join(folder, OWN)
    if os.path.exists(own):
        return {OWN: measure_own(own)}
    seeds_folder = os.path.join(os.path.dirname(os.path.dirname(folder)), "seeds")
    if not os.path.exists(os.path.join(folder, SEEDS)) or not os.path.isdir(seeds_folder):
        return {}
    with open(os.path.join(folder, SEEDS), encoding="utf-8") as f:
        gold = json.load(f)
    out = dossier([os.path.join(seeds_folder, d["file"]) for d in gold["documents"]])
    by_source = {os.path.basename(r["source"]): r for r in out["reports"]}
    report_doc, offsets = {}, {}
    for d in gold["documents"]:
        report = by_source[os.path.basename(d["file"])]
        report_doc[report["id"]] = d["id"]
        with open(os.path.join(seeds_folder, d["file"]), encoding="utf-8") as f:
            text = f.read()
        # our text may begin later than the file's: a byte order mark, blank lines
        shift = text.encode("utf-8").find(report["text"].encode("utf-8")[:200])
        offsets[report["id"]] = [b + max(shift, 0) for b in byte_offsets(report["text"])]
    prediction = {"facts": predict(gold, out, report_doc, offsets), "positions": predict_positions(gold, seeds_folder, report_doc, offsets)}
    result = score(scorer, ["seeds", os.path.join(folder, SEEDS), None], prediction)
    found = {(p["subject"], p["relation"], p["object"]): p for p in prediction["facts"]}
    result["missing"] = [g["id"] for g in gold["facts"] if not g.get("optional") and (g["subject"], g["relation"], g["object"]) not in found]
    result["status_wrong"] = [g["id"] for g in gold["facts"] if not g.get("optional") and (g["subject"], g["relation"], g["object"]) in found and found[(g["subject"], g["relation"], g["object"])]["status"] not in [g["status"]] + g.get("accept", {}).get("status", [])]
    must = {g["relation"] for g in gold["facts"] if not g.get("optional")}
    known = {(g["subject"], g["relation"], g["object"]) for g in gold["facts"]}
    result["extra"] = ["%s | %s | %s" % (p["subject"], p["relation"], p["object"]) for p in prediction["facts"] if p["relation"] in must and (p["subject"], p["relation"], p["object"]) not in known]
    return {SEEDS: result}
