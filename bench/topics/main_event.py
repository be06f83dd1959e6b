"""Who, what, when and where of the main event against the phrases of three coders (gold standard of Giveme5W1H).

Each report of gold.jsonl is given to `attache analyse` as a JSONL record with title, outlet and date; the phrases of its
`main_event` go to the scorer as they stand in the text or the title. Why and how are not answered, so avg6 has two zeros.
"""
import os

from .program import analyse_records, read_lines, score

QUESTIONS = ("who", "what", "when", "where")


def words(analysis, question):
    phrase = analysis["main_event"][question]
    if not phrase:
        return ""
    begin, end, where = phrase[:3]
    return (analysis["title"][0] if where == "title" else analysis["text"])[begin:end]


def measure(folder, scorer):
    gold_file = os.path.join(folder, "gold.jsonl")
    gold = read_lines(gold_file)
    analyses = analyse_records([{"id": g["id"], "text": g["text"], "title": g["title"], "outlet": g["outlet"], "published": g["date"]} for g in gold])
    answers = [{"id": g["id"], **{q: words(analyses[g["id"]], q) for q in QUESTIONS}} for g in gold]
    return {"gold": score(scorer, [gold_file, None], answers, suffix=".jsonl", lines=True)}
