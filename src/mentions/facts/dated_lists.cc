#include "mentions/facts/dated_lists.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

struct Line {
  std::uint32_t sentence = 0;
  const TimeExpression* day = nullptr;
  std::vector<const Name*> states;
};

// Nothing but a day, states and the marks between them.
bool read_line(const Report& report, const Language& language, std::uint32_t s, Line& line) {
  const Sentence& sentence = language.segmentation.sentences[s];
  line = {s, nullptr, {}};
  for (const TimeExpression& t : language.times) {
    if (t.sentence != s) continue;
    if (line.day || !t.resolved || !t.begin.full()) return false;
    line.day = &t;
  }
  for (const Name& n : language.names.names) {
    if (n.sentence != s) continue;
    if (n.adjective || language.names.entities[n.entity].type != EntityType::state) return false;
    line.states.push_back(&n);
  }
  if (!line.day || line.states.empty()) return false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Span span = language.segmentation.tokens[t].span;
    const std::string_view word = slice(report.text, span);
    const bool named = span.overlaps(line.day->span) || std::any_of(line.states.begin(), line.states.end(), [&](const Name* n) { return span.overlaps(n->span); });
    const bool mark = std::none_of(word.begin(), word.end(), [](char c) { return is_alpha(c) || is_digit(c); });
    if (!named && !mark && !is_one_of(lower_ascii(word), {"and", "the"})) return false;
  }
  return true;
}

// "The votes to come:"
bool speaks_of_future(const Report& report, const Language& language, std::uint32_t s) {
  const Sentence& sentence = language.segmentation.sentences[s];
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (is_one_of(lower_ascii(slice(report.text, language.segmentation.tokens[t].span)), {"will", "come", "coming", "next", "planned", "expected", "still", "left", "missing", "remaining", "due", "scheduled", "calendar", "ahead", "not", "yet", "against", "upcoming", "failed", "postponed"})) return true;
  }
  return false;
}

// "The full list, by date:"
bool announces_list(const Report& report, const Language& language, std::uint32_t s) {
  const Sentence& sentence = language.segmentation.sentences[s];
  if (sentence.size() > 10) return false;
  bool list = false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const std::string word = lower_ascii(slice(report.text, language.segmentation.tokens[t].span));
    if (is_one_of(word, {"only", "off", "failed", "fail", "committee", "committees", "results", "tour", "favour", "favor", "who"})) return false;
    list |= is_one_of(word, {"list", "date", "dates", "order", "chronology", "ratified", "approved"});
  }
  return list;
}

}  // namespace

std::vector<FactMention> read_dated_lists(const Report& report, const Language& language, const ActorCoder& coder, std::span<const GroupTold> told) {
  std::vector<FactMention> out;
  const std::size_t sentences = language.segmentation.sentences.size();
  for (std::uint32_t s = 0; s < sentences; ++s) {
    std::vector<Line> lines;
    for (Line line; s + lines.size() < sentences && read_line(report, language, static_cast<std::uint32_t>(s + lines.size()), line);) lines.push_back(line);
    if (lines.empty()) continue;
    const GroupTold* what = nullptr;
    for (const GroupTold& g : told) {
      if (g.sentence < s && g.sentence + kListReach >= s) what = &g;  // the nearest
    }
    bool future = false;
    for (std::uint32_t k = what ? what->sentence + 1 : s; k < s; ++k) future |= speaks_of_future(report, language, k);
    if (what && what->sentence + 1 < s && !announces_list(report, language, s - 1)) what = nullptr;
    const Date& today = report.published.value;
    const bool past = std::all_of(lines.begin(), lines.end(), [&](const Line& l) { return today.year != 0 && l.day->begin <= today; });
    if (what && !future && past && lines.size() > 1) {
      for (const Line& line : lines) {
        for (const Name* n : line.states) {
          FactMention m;
          m.relation = what->relation;
          m.subject = coder.code(n->span, n->entity);
          m.anchor = n->span;
          m.sentence = line.sentence;
          m.begin = line.day->begin;
          m.end = line.day->end;
          m.value_span = line.day->span;
          m.stand_only = true;
          out.push_back(std::move(m));
        }
      }
    }
    s += static_cast<std::uint32_t>(lines.size()) - 1;
  }
  return out;
}

}  // namespace attache
