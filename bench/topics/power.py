"""Voting power against exact values: each game as a file of a body, given to `attache power FILE --json`."""
import json
import os
import tempfile

from .program import attache, score

REFERENCE = "power_reference.json"


def needs(rules):
    """The ways to pass, and the weights they ask for; None for a rule of a kind that is not known."""
    way, ways, weights = [], [], {}
    for k, rule in enumerate(rules):
        if rule["type"] == "weighted":
            way.append("{ yes = %d, weight = \"w%d\" }" % (rule["quota"], k))
            weights["w%d" % k] = rule["weights"]
        elif rule["type"] == "members":
            way.append("{ yes = %d }" % rule["at_least"])
        elif rule["type"] == "population_share":
            way.append("{ yes = \"%s\", weight = \"w%d\" }" % (rule["at_least"], k))
            weights["w%d" % k] = rule["populations"]
        elif rule["type"] == "blocking_minority":
            ways.append(["{ yes = \"all but %d\" }" % (rule["at_least_members"] - 1)])
        else:
            raise ValueError("a rule of type " + rule["type"])
    return [way] + ways, weights


def body_file(game):
    ways, weights = needs(game["rules"])
    lines = ['schema = "attache-body/1"', "id = %s" % json.dumps(game["id"]), "name = %s" % json.dumps(game["id"]), 'source = "reference"']
    for member in game["members"]:
        lines += ["[[member]]", "name = %s" % json.dumps(member)]
    for name, values in weights.items():
        if isinstance(values, list):
            values = dict(zip(game["members"], values))
        lines += ["[[weight]]", 'name = "%s"' % name, 'source = "reference"', "values = { %s }" % ", ".join("%s = %d" % (json.dumps(m), values[m]) for m in game["members"])]
    lines += ["[[rule]]", 'id = "rule"', 'name = "rule"', 'source = "reference"']
    for way in ways:
        lines += ["[[rule.way]]", "need = [ %s ]" % ", ".join(way)]
    return "\n".join(lines) + "\n"


def measure(folder, scorer):
    path = os.path.join(folder, REFERENCE)
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        games = json.load(f)["games"]
    found = []
    with tempfile.TemporaryDirectory() as work:
        for game in games:
            file = os.path.join(work, "game.toml")
            with open(file, "w", encoding="utf-8") as f:
                f.write(body_file(game))
            out = json.loads(attache("power", file, "--json"))
            found.append({"id": game["id"], "winning": int(out["winning_coalitions"]) == game["winning_coalitions"], "indices": [{"member": m["member"], "banzhaf_normalised": m["banzhaf_normalised"], "shapley_shubik_float": m["shapley_shubik"]} for m in out["members"]]})
    result = score(scorer, ["power", path, None], {"games": found})
    result["winning_coalitions"] = sum(g["winning"] for g in found) / len(found)
    return {"reference": result}
