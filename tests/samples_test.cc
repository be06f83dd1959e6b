// End to end on samples/ against the hand-written answers of samples/expected.json.
//
// Every answer is an item with a name. What the program does not reach yet stands in samples/open.json with the reason;
// an item that fails and is not listed fails the test, and so does a listed item that passes.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "dossier/json.h"
#include "pipeline/run.h"
#include "support/cases.h"
#include "support/texts.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

using Json = nlohmann::json;
using Strings = std::vector<std::string>;
using Names = std::set<std::string>;
using Bag = std::multiset<std::string>;
using Problems = std::map<std::string, std::string>;  // item -> what is wrong

Json read_json(const std::string& name) {
  std::ifstream file(testing::sample("../" + name));
  return Json::parse(file);
}

const Json& expected() {
  static const Json loaded = read_json("expected.json");
  return loaded;
}

// The dossier as its readers get it.
const Json& dossier() {
  static const Json made = [] {
    RunOptions options;
    return Json::parse(to_json(assemble(analyse_inputs(testing::sample_inputs(), testing::resources(), options, {}), testing::resources(), options, {})));
  }();
  return made;
}

// "…/samples/reports/feed.jsonl:3" -> "feed.jsonl#3", as expected.json names it.
std::string short_name(const std::string& source) {
  std::string name = source.substr(source.rfind('/') + 1);
  if (const std::size_t colon = name.rfind(':'); colon != std::string::npos) name[colon] = '#';
  return name;
}

const std::map<std::string, Json>& reports() {
  static const std::map<std::string, Json> by_name = [] {
    std::map<std::string, Json> out;
    for (const Json& report : dossier()["reports"]) out[short_name(report["source"])] = report;
    return out;
  }();
  return by_name;
}

const std::string& name_of_id(const std::string& id) {
  static const std::map<std::string, std::string> names = [] {
    std::map<std::string, std::string> out;
    for (const auto& [name, report] : reports()) out[report["id"]] = name;
    return out;
  }();
  return names.at(id);
}

Names names_of(const Json& ids) {
  Names out;
  for (const Json& id : ids) out.insert(name_of_id(id));
  return out;
}

Names set_of(const Json& list) { return list.get<Names>(); }

std::string joined(const Names& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " + ") + name;
  return out;
}

std::string text_or_empty(const Json& value) { return value.is_string() ? value.get<std::string>() : ""; }

// Holds the outcome of a group of items against samples/open.json.
void expect_only_open(const std::string& group, const Problems& problems) {
  const Json open = read_json("open.json");
  Names listed;
  for (const Json& item : open["open"]) {
    const std::string name = item["item"];
    EXPECT_FALSE(item["reason"].get<std::string>().empty()) << name << " is open without a reason";
    if (!name.starts_with(group + ": ")) continue;
    EXPECT_TRUE(listed.insert(name).second) << name << " is listed twice";
    if (!problems.contains(name)) ADD_FAILURE() << "PASSES, take it out of samples/open.json: " << name;
  }
  for (const auto& [name, why] : problems) {
    if (!listed.contains(name)) ADD_FAILURE() << "FAILS: " << name << "\t" << why;
  }
}

// A first piece of a text, to name an item by.
std::string beginning(const std::string& text) {
  constexpr std::size_t kLetters = 60;
  const std::string one_line = collapse_space(text);
  return one_line.size() <= kLetters ? one_line : one_line.substr(0, floor_boundary(one_line, kLetters));
}

std::string unused(const Problems& seen, const std::string& name) {
  std::string out = name;
  for (int n = 2; seen.contains(out); ++n) out = name + " #" + std::to_string(n);
  return out;
}

// ---- fields and body ----

// The names a value may have, as the conventions list them for agencies.
bool is_agency(const std::string& found, const std::string& wanted) {
  const Json& names = expected()["conventions"]["agency_names"];
  return names.contains(wanted) ? set_of(names[wanted]).contains(found) : found == wanted;
}

std::string value_of(const Json& evident) { return evident.is_null() ? "" : evident["value"].get<std::string>(); }

Strings values_of(const Json& list) {
  Strings out;
  for (const Json& one : list) out.push_back(value_of(one));
  return out;
}

std::string agencies_problem(const Strings& found, const Strings& wanted) {
  bool right = found.size() == wanted.size();
  for (const std::string& one : wanted) right = right && std::any_of(found.begin(), found.end(), [&](const std::string& f) { return is_agency(f, one); });
  return right ? "" : "found " + Json(found).dump() + ", not " + Json(wanted).dump();
}

Problems field_problems(const std::string& name, const Json& want, const Json& found) {
  Problems out;
  const auto hold = [&](const std::string& field, const std::string& has, const Json& wanted) {
    std::vector<Json> accepted{wanted};
    if (want.contains("accept") && want["accept"].contains(field)) accepted = want["accept"][field].get<std::vector<Json>>();
    const bool right = std::any_of(accepted.begin(), accepted.end(), [&](const Json& one) { return text_or_empty(one) == has; });
    if (!right) out["field: " + name + ": " + field] = "found \"" + has + "\", not " + wanted.dump();
  };
  hold("title", value_of(found["title"]), want["title"]);
  hold("outlet", value_of(found["outlet"]), want["outlet"]);
  hold("published", value_of(found["published"]), want["published"]);
  hold("language", value_of(found["language"]), want["language"]);
  if (want.contains("encoding")) hold("encoding", value_of(found["charset"]), want["encoding"]);
  std::string places;
  for (const std::string& place : values_of(found["dateline_places"])) places += (places.empty() ? "" : "; ") + place;
  hold("dateline_place", places, want["dateline_place"]);
  if (const std::string wrong = agencies_problem(values_of(found["agencies"]), want["agency"].get<Strings>()); !wrong.empty()) out["field: " + name + ": agency"] = wrong;
  if (const std::string wrong = testing::difference(values_of(found["bylines"]), want["byline"].get<Strings>()); !wrong.empty()) out["field: " + name + ": byline"] = wrong;
  // "not before" of an undated report, where it is given, may not lie after the day the other reports give it
  if (want.contains("published_from_other_reports")) {
    const std::string bound = value_of(found["not_before"]);
    const std::string day = want["published_from_other_reports"].get<std::string>().substr(0, 10);
    if (bound > day) out["field: " + name + ": not_before"] = "found \"" + bound + "\", to be at most " + day;
  }
  return out;
}

TEST(Samples, FieldsOfEachReport) {
  Problems problems;
  for (const auto& [name, want] : expected()["reports"].items()) {
    ASSERT_TRUE(reports().contains(name)) << name << " is not in the dossier";
    problems.merge(field_problems(name, want, reports().at(name)));
  }
  EXPECT_EQ(reports().size(), expected()["reports"].size());
  EXPECT_TRUE(dossier()["refused"].empty());
  EXPECT_TRUE(dossier()["duplicates"].empty());
  expect_only_open("field", problems);
}

TEST(Samples, TheDateOfACaptionIsNeverTheDateOfTheReport) {
  int seen = 0;
  for (const auto& [name, want] : expected()["reports"].items()) {
    for (const std::string& day : want.value("caption_dates", Strings{})) {
      ++seen;
      EXPECT_NE(value_of(reports().at(name)["published"]), day) << name;
      EXPECT_NE(value_of(reports().at(name)["modified"]), day) << name;
    }
  }
  EXPECT_GT(seen, 10);
}

std::string piece(const Json& report, std::uint32_t start, std::uint32_t end) {
  const std::string text = report["text"];
  const CodePointOffsets offsets(text);
  return text.substr(offsets.to_byte(start), offsets.to_byte(end) - offsets.to_byte(start));
}

std::string body_of(const Json& report) {
  static const Names kBody = {"paragraph", "heading", "list_item", "quotation"};
  std::string out;
  for (const Json& block : report["blocks"]) {
    if (kBody.contains(block["kind"])) out += piece(report, block["start"], block["end"]) + "\n";
  }
  return collapse_space(out);
}

TEST(Samples, BodyOfEachReport) {
  Problems problems;
  for (const auto& [name, want] : expected()["reports"].items()) {
    const std::string body = body_of(reports().at(name));
    for (const std::string& line : want["not_body"].get<Strings>()) {
      if (body.find(collapse_space(line)) != std::string::npos) problems["body: " + name + ": without " + beginning(line)] = "stands in the body";
    }
    if (!body.starts_with(collapse_space(want["body_first"].get<std::string>()))) problems["body: " + name + ": first"] = "begins: " + beginning(body);
    if (!body.ends_with(collapse_space(want["body_last"].get<std::string>()))) problems["body: " + name + ": last"] = "ends: " + beginning(body.substr(floor_boundary(body, body.size() - std::min<std::size_t>(body.size(), 60))));
  }
  expect_only_open("body", problems);
}

TEST(Samples, WhatIsNotBodyIsKeptInTheText) {
  Problems problems;
  for (const auto& [name, want] : expected()["reports"].items()) {
    const std::string text = collapse_space(reports().at(name)["text"].get<std::string>());
    for (const std::string& line : want["not_body"].get<Strings>()) {
      if (text.find(collapse_space(line)) == std::string::npos) problems["kept: " + name + ": " + beginning(line)] = "stands nowhere in the text";
    }
  }
  expect_only_open("kept", problems);
}

// ---- families, edits, stories, threads, origins ----

// Groups that are found but not wanted, or wanted but not found.
Problems partition_problems(const std::string& group, const std::set<Names>& found, const std::set<Names>& wanted) {
  Problems out;
  for (const Names& one : wanted) {
    if (!found.contains(one)) out[group + ": " + joined(one)] = "not found";
  }
  for (const Names& one : found) {
    if (!wanted.contains(one)) out[group + ": not " + joined(one)] = "found, not expected";
  }
  return out;
}

std::set<Names> wanted_sets(const Json& list) {
  std::set<Names> out;
  for (const Json& one : list) out.insert(set_of(one));
  return out;
}

std::set<Names> found_sets(const Json& list) {
  std::set<Names> out;
  for (const Json& one : list) out.insert(names_of(one["reports"]));
  return out;
}

TEST(Samples, Families) {
  std::set<Names> found;
  for (const Json& family : dossier()["families"]) {
    Names members;
    for (const Json& member : family["members"]) members.insert(name_of_id(member["report"]));
    found.insert(members);
  }
  expect_only_open("family", partition_problems("family", found, wanted_sets(expected()["families"])));
}

TEST(Samples, TheFirstVersionComesFirst) {
  Problems problems;
  for (const Json& wanted : expected()["families"]) {
    for (const Json& family : dossier()["families"]) {
      const std::string first = name_of_id(family["members"][0]["report"]);
      if (set_of(wanted).contains(first) && first != wanted[0].get<std::string>()) problems["first: " + wanted[0].get<std::string>()] = "found " + first;
    }
  }
  expect_only_open("first", problems);
}

TEST(Samples, Stories) { expect_only_open("story", partition_problems("story", found_sets(dossier()["stories"]), wanted_sets(expected()["stories"]))); }

TEST(Samples, Threads) {
  std::set<Names> wanted;
  for (const Json& thread : expected()["threads"]) {
    Names members;
    for (const Json& story : thread) members.merge(set_of(expected()["stories"][story.get<std::size_t>()]));
    wanted.insert(members);
  }
  expect_only_open("thread", partition_problems("thread", found_sets(dossier()["threads"]), wanted));
}

TEST(Samples, Origins) {
  Problems problems = partition_problems("origin", found_sets(dossier()["origins"]), wanted_sets(expected()["origin_groups"]));
  if (dossier()["origins"].size() != expected()["origins"].get<std::size_t>()) problems["origin: how many"] = "found " + std::to_string(dossier()["origins"].size());
  expect_only_open("origin", problems);
}

std::string side_text(const Json& sentences) {
  std::string out;
  for (const Json& s : sentences) out += (out.empty() ? "" : " ") + s["exact"].get<std::string>();
  return collapse_space(out);
}

// Is `text` made of nothing but whole sentences of edits that `take` accepts?
template <class Take>
bool covered(const std::string& text, const Json& edits, const char* side, Take take) {
  std::string rest = collapse_space(text);
  bool any = false;
  for (const Json& edit : edits) {
    if (!take(edit)) continue;
    for (const Json& sentence : edit[side]) {
      const std::string words = collapse_space(sentence["exact"].get<std::string>());
      const std::size_t at = rest.find(words);
      if (at == std::string::npos) continue;
      rest.erase(at, words.size());
      any = true;
    }
  }
  return any && trim(rest).empty();
}

// The edits of the member that descends from `from`; null when there is none.
const Json* edits_between(const std::string& from, const std::string& to) {
  for (const Json& family : dossier()["families"]) {
    for (const Json& member : family["members"]) {
      if (name_of_id(member["report"]) == to && member.contains("parent") && name_of_id(member["parent"]) == from) return &member["edits"];
    }
  }
  return nullptr;
}

// A change inside a sentence: the sentence's own operation, or one of its differing words.
bool has_wording(const Json& edits, const Names& operations, const std::string& from, const std::string& to) {
  for (const Json& edit : edits) {
    if (side_text(edit["from"]).find(from) == std::string::npos || side_text(edit["to"]).find(to) == std::string::npos) continue;
    if (operations.contains(edit["op"])) return true;
    for (const Json& word : edit.value("words", Json::array())) {
      const std::string a = word["from"]["exact"], b = word["to"]["exact"];
      if (operations.contains(word["change"]) && from.find(a) != std::string::npos && to.find(b) != std::string::npos) return true;
    }
  }
  return false;
}

bool has_change(const Json& edits, const Json& change) {
  const std::string op = change["op"];
  const std::string from = collapse_space(text_or_empty(change["from_text"])), to = collapse_space(text_or_empty(change["to_text"]));
  Names operations{op};
  if (change.contains("accept")) operations = set_of(change["accept"]);
  if (operations.contains("punctuation")) operations.insert("typography");  // the answers do not tell the shape of a mark from the mark
  const auto is_op = [&](const Json& edit) { return operations.contains(edit["op"].get<std::string>()); };
  const auto is_moved = [](const Json& edit) { return edit["moved"].get<bool>(); };
  if (op == "moved") return covered(from, edits, "from", is_moved) && covered(to, edits, "to", is_moved);
  if (op == "dropped") return covered(from, edits, "from", is_op);
  if (op == "added") return covered(to, edits, "to", is_op);
  if (op == "replaced") return covered(from, edits, "from", is_op) && covered(to, edits, "to", is_op);
  return has_wording(edits, operations, from, to);
}

TEST(Samples, EveryExpectedEditIsFound) {
  Problems problems;
  for (const Json& pair : expected()["edits"]) {
    const std::string name = pair["from"].get<std::string>() + " -> " + pair["to"].get<std::string>();
    const Json* edits = edits_between(pair["from"], pair["to"]);
    for (const Json& change : pair["changes"]) {
      const std::string& words = change["from_text"].is_null() ? change["to_text"].get_ref<const std::string&>() : change["from_text"].get_ref<const std::string&>();
      const std::string item = "edit: " + name + ": " + change["op"].get<std::string>() + ": " + beginning(words);
      if (!edits) problems[item] = "the reports are not compared";
      else if (!has_change(*edits, change)) problems[item] = "not among the edits";
    }
  }
  expect_only_open("edit", problems);
}

// Whole sentences dropped, added, replaced or moved that the answers do not name.
TEST(Samples, NoOtherSentenceIsDroppedAddedReplacedOrMoved) {
  Problems problems;
  for (const Json& pair : expected()["edits"]) {
    const Json* edits = edits_between(pair["from"], pair["to"]);
    if (!edits) continue;
    std::string from, to;
    for (const Json& change : pair["changes"]) {
      from += collapse_space(text_or_empty(change["from_text"])) + "\n";
      to += collapse_space(text_or_empty(change["to_text"])) + "\n";
    }
    for (const Json& edit : *edits) {
      if (edit["op"] != "dropped" && edit["op"] != "added" && edit["op"] != "replaced" && !edit["moved"].get<bool>()) continue;
      const auto foreign = [](const Json& sentences, const std::string& named) { return std::any_of(sentences.begin(), sentences.end(), [&](const Json& s) { return named.find(collapse_space(s["exact"].get<std::string>())) == std::string::npos; }); };
      if (!foreign(edit["from"], from) && !foreign(edit["to"], to)) continue;
      const std::string words = edit["from"].empty() ? side_text(edit["to"]) : side_text(edit["from"]);
      problems["no edit: " + pair["from"].get<std::string>() + " -> " + pair["to"].get<std::string>() + ": " + (edit["moved"].get<bool>() ? "moved" : edit["op"].get<std::string>()) + ": " + beginning(words)] = "found, not expected";
    }
  }
  expect_only_open("no edit", problems);
}

// ---- statements ----

Bag words_in(const std::string& text) {
  Bag out;
  std::string word;
  for (char c : fold_words(text)) {
    if (is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
    } else if (!word.empty()) {
      out.insert(std::exchange(word, ""));
    }
  }
  if (!word.empty()) out.insert(word);
  return out;
}

std::size_t common(const Bag& a, const Bag& b) {
  Strings both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

double dice(const Bag& a, const Bag& b) { return a.empty() && b.empty() ? 0 : 2.0 * static_cast<double>(common(a, b)) / static_cast<double>(a.size() + b.size()); }

// A statement as one report gives it.
struct Found {
  std::string report, content, source, speaker, statement;
  bool named = false;  // the speaker is an actor
  Names names;         // the actor's name and other forms
  std::vector<Span> spans;  // code points
};

struct Wanted {
  std::string report, content, source, cue, speaker, group, item;
  bool optional = false;
  const Found* match = nullptr;
  double similarity = 0;
};

std::vector<Found> found_statements() {
  std::map<std::string, Names> names;
  for (const Json& actor : dossier()["actors"]) {
    Names& forms = names[actor["id"]];
    for (const std::string& form : actor["aliases"].get<Strings>()) forms.insert(fold_words(form));
    forms.insert(fold_words(actor["name"].get<std::string>()));
  }
  std::vector<Found> out;
  for (const Json& statement : dossier()["statements"]) {
    for (const Json& mention : statement["mentions"]) {
      Found f;
      f.report = name_of_id(mention["report"]);
      f.statement = statement["id"];
      const auto text = [&](const Json& spans) {
        std::string words;
        for (const Json& s : spans) words += (words.empty() ? "" : " ") + piece(reports().at(f.report), s[0], s[1]);
        return words;
      };
      f.content = text(mention["content"]);
      f.source = text(mention["source"]);
      for (const Json& s : mention["content"]) f.spans.push_back({s[0], s[1]});
      if (!statement["speaker"].is_null()) {
        f.speaker = statement["speaker"]["name"];
        f.named = !statement["speaker"]["actor"].is_null();
        if (f.named) f.names = names.at(statement["speaker"]["actor"]);
      }
      out.push_back(std::move(f));
    }
  }
  return out;
}

std::vector<Wanted> wanted_statements() {
  std::vector<Wanted> out;
  Problems seen;
  for (const char* list : {"statements", "statements_optional"}) {
    for (const Json& s : expected()[list]) {
      Wanted w;
      w.report = s["report"];
      for (const std::string& one : s["content"].is_array() ? s["content"].get<Strings>() : Strings{s["content"]}) w.content += (w.content.empty() ? "" : " ") + one;
      w.source = text_or_empty(s["source"]);
      w.cue = text_or_empty(s["cue"]);
      w.speaker = text_or_empty(s["speaker"]);
      w.group = text_or_empty(s["group"]);
      w.optional = std::string_view(list) == "statements_optional";
      w.item = unused(seen, w.report + ": " + beginning(w.content));
      seen[w.item];
      out.push_back(std::move(w));
    }
  }
  return out;
}

// Words that do not tell one description from another.
Bag telling_words(const std::string& text) {
  static const Names kIdle = {"the", "a", "an", "of", "in", "at", "who", "unnamed", "one", "two", "from", "his", "her", "its", "s", "and", "for", "with", "another", "he", "she", "it", "they"};
  Bag out;
  for (const std::string& word : words_in(text)) {
    if (!kIdle.contains(word)) out.insert(word == "defense" ? "defence" : word);
  }
  return out;
}

// A named speaker must be that actor or carry that name; a described one must share a telling word of the description,
// and must not have been made a person.
bool right_speaker(const Wanted& wanted, const Found& found) {
  if (wanted.speaker.find("; ") != std::string::npos) {  // several: all of them stand in the source
    const Bag source = words_in(found.source);
    return common(words_in(wanted.speaker), source) == words_in(wanted.speaker).size();
  }
  const std::string name = fold_words(wanted.speaker);
  if (fold_words(found.speaker) == name || found.names.contains(name)) return true;
  const bool described = wanted.speaker.ends_with("(unnamed)");
  std::string lower;  // of "Rudenian defence ministry" what is no name
  std::string word;
  for (char c : wanted.speaker + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (!word.empty() && !is_upper(word.front()) && word.front() != '(') lower += word + " ";
    word.clear();
  }
  if (telling_words(lower).empty()) return false;
  if (described && found.named) return false;
  return common(telling_words(found.speaker), telling_words(lower + (described ? " " + wanted.source : ""))) > 0;
}

struct Matching {
  std::vector<Found> found;
  std::vector<Wanted> wanted;
  std::set<const Found*> matched;  // with any wanted statement, at least half of the words
};

constexpr double kSameContent = 0.8;  // words in common; "that" and marks may differ
constexpr double kSomeContent = 0.5;  // enough not to be invented

const Matching& matching() {
  static const Matching made = [] {
    Matching m;
    m.found = found_statements();
    m.wanted = wanted_statements();
    struct Pair {
      double similarity;
      bool speaker;
      std::size_t wanted, found;
    };
    std::vector<Pair> pairs;
    for (std::size_t w = 0; w < m.wanted.size(); ++w) {
      for (std::size_t f = 0; f < m.found.size(); ++f) {
        if (m.wanted[w].report != m.found[f].report) continue;
        const double similarity = dice(words_in(m.wanted[w].content), words_in(m.found[f].content));
        if (similarity >= kSomeContent) pairs.push_back({similarity, right_speaker(m.wanted[w], m.found[f]), w, f});
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.similarity != b.similarity ? a.similarity > b.similarity : a.speaker > b.speaker; });
    for (const Pair& p : pairs) {
      Wanted& wanted = m.wanted[p.wanted];
      if (wanted.match || m.matched.contains(&m.found[p.found])) continue;
      wanted.match = &m.found[p.found];
      wanted.similarity = p.similarity;
      m.matched.insert(&m.found[p.found]);
    }
    return m;
  }();
  return made;
}

TEST(Samples, EveryRequiredStatementIsFoundWithItsSpeaker) {
  Problems problems;
  std::size_t required = 0, reached = 0;
  for (const Wanted& w : matching().wanted) {
    if (w.optional) continue;
    ++required;
    if (!w.match) problems["statement: " + w.item] = "not found; source \"" + w.source + "\", cue \"" + w.cue + "\"";
    else if (w.similarity < kSameContent) problems["statement: " + w.item] = "other content found: " + collapse_space(w.match->content);
    else if (!right_speaker(w, *w.match)) problems["statement: " + w.item] = "speaker " + (w.match->speaker.empty() ? "not stated" : w.match->speaker) + ", not " + w.speaker;
    else ++reached;
  }
  ASSERT_GE(required, 200u);
  RecordProperty("recall", std::to_string(100 * reached / required));
  EXPECT_EQ(reached + problems.size(), required) << "two statements share a name";
  expect_only_open("statement", problems);
}

TEST(Samples, NoStatementIsInvented) {
  ASSERT_EQ(expected()["statements_complete_for"].size(), reports().size());
  Problems problems;
  for (const Found& f : matching().found) {
    if (!matching().matched.contains(&f)) problems[unused(problems, "invented: " + f.report + ": " + beginning(f.content))] = "said by " + f.speaker;
  }
  RecordProperty("precision", std::to_string(100 * matching().matched.size() / std::max<std::size_t>(1, matching().found.size())));
  expect_only_open("invented", problems);
}

TEST(Samples, SameStatementInSeveralReports) {
  Problems problems;
  std::map<std::string, std::vector<const Wanted*>> groups;
  std::map<std::string, Names> groups_of;  // statement id -> groups
  for (const Wanted& w : matching().wanted) {
    if (!w.match || w.group.empty()) continue;
    groups[w.group].push_back(&w);
    groups_of[w.match->statement].insert(w.group);
  }
  ASSERT_GT(groups.size(), 30u);
  for (const auto& [group, members] : groups) {
    // the statement that most members stand in is the group's; the others are not lined up with it
    std::map<std::string, int> votes;
    for (const Wanted* w : members) ++votes[w->match->statement];
    const std::string chosen = std::max_element(members.begin(), members.end(), [&](const Wanted* a, const Wanted* b) { return votes[a->match->statement] < votes[b->match->statement]; })[0]->match->statement;
    const auto same = std::find_if(members.begin(), members.end(), [&](const Wanted* w) { return w->match->statement == chosen; });
    for (const Wanted* w : members) {
      if (w->match->statement != chosen && w->report != (*same)->report) problems["group: " + group + ": " + w->report] = "not lined up with " + (*same)->report;
    }
  }
  for (const auto& [id, names] : groups_of) {
    if (names.size() > 1) problems["group: not " + joined(names)] = "lined up as one statement";
  }
  expect_only_open("group", problems);
}

// Where a line of the visible text stands in a report, blanks aside; in code points.
Span place_of(const Json& report, const std::string& line) {
  const std::string text = report["text"];
  std::string squeezed;
  std::vector<std::uint32_t> bytes;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i])) continue;
    squeezed += text[i];
    bytes.push_back(i);
  }
  std::string wanted;
  for (char c : line) {
    if (!is_space(c)) wanted += c;
  }
  const std::size_t at = squeezed.find(wanted);
  if (at == std::string::npos) return {};
  const CodePointOffsets offsets(text);
  return {offsets.of_byte(bytes[at]), offsets.of_byte(bytes[at + wanted.size() - 1] + 1)};
}

TEST(Samples, NoTrapIsTakenForAStatement) {
  Problems problems;
  ASSERT_EQ(expected()["statement_traps"].size(), 16u);
  for (const Json& trap : expected()["statement_traps"]) {
    const std::string report = trap["report"], text = trap["text"];
    const Span place = place_of(reports().at(report), text);
    EXPECT_FALSE(place.empty()) << report << " does not hold: " << text;
    for (const Found& f : matching().found) {
      if (f.report == report && std::any_of(f.spans.begin(), f.spans.end(), [&](Span s) { return s.overlaps(place); })) problems["trap: " + report + ": " + beginning(text)] = "taken for a statement of " + f.speaker + ": " + f.content;
    }
  }
  expect_only_open("trap", problems);
}

// ---- times and numbers ----

// A piece that the report marks where the answer stands, or one that holds it or lies in it.
bool fits(const std::string& found, const std::string& wanted) { return found.find(wanted) != std::string::npos || wanted.find(found) != std::string::npos; }

TEST(Samples, TimesAreResolved) {
  Problems problems;
  for (const Json& time : expected()["times"]) {
    const std::string report = time["report"], text = time["text"];
    std::string found;
    bool right = false;
    for (const Json& one : reports().at(report)["times"]) {
      if (!fits(one["exact"], text)) continue;
      found += " " + one["exact"].get<std::string>() + " = " + text_or_empty(one["value"]) + ";";
      right = right || text_or_empty(one["value"]) == text_or_empty(time["value"]);
    }
    if (!right) problems[unused(problems, "time: " + report + ": " + text)] = "to be " + text_or_empty(time["value"]) + ", found" + (found.empty() ? " nothing" : found);
  }
  expect_only_open("time", problems);
}

TEST(Samples, NumbersAreRead) {
  Problems problems;
  for (const Json& number : expected()["numbers"]) {
    const std::string report = number["report"], text = number["text"];
    const std::vector<double> wanted = number["value"].is_array() ? number["value"].get<std::vector<double>>() : std::vector<double>{number["value"].get<double>()};
    std::string found;
    std::set<double> read;
    for (const Json& one : reports().at(report)["quantities"]) {
      if (!fits(one["exact"], text)) continue;
      found += " " + one["exact"].get<std::string>() + " = " + one["value"].dump() + ";";
      read.insert(one["value"].get<double>());
      read.insert(one["most"].get<double>());
      if (one["unit"] == "%") read.insert(one["value"].get<double>() / 100);  // the answers write shares as fractions
    }
    if (!std::all_of(wanted.begin(), wanted.end(), [&](double v) { return read.contains(v); })) problems[unused(problems, "number: " + report + ": " + text)] = "to be " + number["value"].dump() + ", found" + (found.empty() ? " nothing" : found);
  }
  expect_only_open("number", problems);
}

TEST(Samples, EveryOpenItemBelongsToATestOfThisFile) {
  static const Names kGroups = {"field", "body", "kept", "family", "first", "edit", "no edit", "story", "thread", "origin", "statement", "invented", "group", "trap", "time", "number"};
  const Json open = read_json("open.json");
  for (const Json& item : open["open"]) {
    const std::string name = item["item"];
    EXPECT_TRUE(kGroups.contains(name.substr(0, name.find(": ")))) << name;
  }
}

}  // namespace
}  // namespace attache
