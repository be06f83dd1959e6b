#include "mentions/cue_source.h"

namespace attache {

namespace wc = word_class;

// The quotation that ends right before token i (a comma between allowed); -1 when none does.
std::int32_t CueSources::quote_before(std::uint32_t i, std::uint32_t floor) const {
  if (i <= floor) return -1;
  std::uint32_t at = i - 1;
  const bool comma = c_.is(at, ",") && !c_.quoted(at);
  if (comma && at > floor) --at;
  if (!c_.quoted(at)) return -1;
  const std::int32_t q = quotes_.of_token[at];
  const Quote& quote = quotes_.list[static_cast<std::size_t>(q)];
  if (quote.last != at + 1) return -1;
  if (comma) return q;
  const std::uint32_t inner = quote.closed ? quote.last - 2 : quote.last - 1;  // the last token inside the marks
  const bool ends = inner > quote.first && tokens_[inner].kind == TokenKind::mark && (c_.is(inner, ",") || c_.is(inner, ".") || c_.is(inner, "?") || c_.is(inner, "!") || c_.is(inner, "...") || c_.is(inner, "\u2014"));
  const bool opens_sentence = quote.first == floor || quote.first < floor;
  return ends || (opens_sentence && quote.last - quote.first >= 7) ? q : -1;
}

bool CueSources::find(const Scene& scene, std::size_t k, std::uint32_t floor, Draft& draft, bool& inverted) const {
  const Cue& cue = scene.cues[k];
  const std::uint32_t start = sentences_[scene.sentence].first;
  // "X was quoted as saying": the participle hangs on the passive
  if (cue.form == CueForm::participle && cue.first >= start + 2 && c_.lower(cue.first - 1) == "as") {
    std::uint32_t p = cue.first - 2;
    while (p > start && cue.first - p < 12 && !c_.quoted(p) && !c_.is(p, ",") && c_.lower(p) != "quoted" && c_.lower(p) != "cited" && c_.lower(p) != "reported") --p;
    const std::string w = c_.lower(p);
    if (w == "quoted" || w == "cited" || w == "reported") {
      std::uint32_t group = p;
      while (group > start && (c_.has(group - 1, wc::auxiliary | wc::adverb)) && !c_.has(group - 1, wc::pronoun)) --group;
      if (group == p && p + 2 < cue.first) {  // "The daily quoted Quent as saying": the one quoted speaks
        draft.source = c_.phrase_after(p + 1, cue.first - 1, false);
        return draft.source.has_value();
      }
      if (group < p && p + 2 < cue.first && c_.lower(p + 1) != "by") return false;
      draft.source = c_.phrase_before(c_.skip_adverbials_back(group, start), start);
      draft.cue.front().first = group;
      return draft.source.has_value();
    }
  }
  // Words after the quotation: `," said Congressman Roe`
  const std::int32_t quote = quote_before(cue.first, start);
  const bool may_invert = cue.form == CueForm::finite && (cue.entry->frames & (frame::quote | frame::clause)) != 0 && cue.first == cue.verb;
  if (quote >= 0 && may_invert) {
    if (const auto after = c_.phrase_after(cue.last, scene.last, true); after && !c_.is(cue.last, "that") && !is_subject_of_content(*after, scene.last)) {
      draft.source = after;
      inverted = true;
      return true;
    }
  }
  if (cue.form == CueForm::participle) return share_subject(scene, cue, draft);

  const std::uint32_t back = c_.skip_adverbials_back(cue.first, floor);
  if (back > floor) {
    const std::uint32_t p = back - 1;
    // "the minister, who said"; "officials who say"
    if (!c_.quoted(p) && (c_.lower(p) == "who" || c_.lower(p) == "which" || (c_.lower(p) == "that" && back == cue.first))) {
      std::uint32_t head = p;
      while (head > start && c_.is(head - 1, ",")) --head;
      draft.source = c_.phrase_before(head, start);
      if (draft.source && c_.lower(p) == "that" && !c_.can_end_phrase(head - 1)) return false;
      return draft.source.has_value();
    }
    // "... and said", "..., then added"
    const bool coordinated = !c_.quoted(p) && (c_.lower(p) == "and" || c_.lower(p) == "but" || (c_.is(p, ",") && k > 0) || c_.lower(p) == "then");
    if (coordinated) {
      if (c_.is(p, ",")) {
        // what follows the cue before is its object: "thanked her volunteers, insisted she had won"
        if (const auto phrase = c_.phrase_before(back, floor); phrase && !phrase->empty() && !c_.in_time(phrase->last - 1) && (phrase->first > floor || !scene.subject) && !(phrase->first > floor && c_.is_finite_verb(phrase->first - 1))) {
          draft.source = phrase;
          return true;
        }
      }
      return share_subject(scene, cue, draft);
    }
    if (const auto phrase = c_.phrase_before(back, floor)) {
      // an apposition alone, or the end of a relative clause, is not the subject
      bool inside = phrase->first > scene.first && c_.is(phrase->first - 1, ",");
      for (std::uint32_t t = scene.first; t < phrase->first && !inside; ++t) inside = c_.has(t, wc::relative) && !c_.quoted(t);
      if (inside && take_long_subject(scene, k, draft)) return true;
      draft.source = phrase;
      return true;
    }
  } else if (k > 0 && back == floor) {
    return false;
  }
  // the clause before the comma: "The plan would fail, said John Roe, a spokesman."
  if (may_invert && cue.first > start + 3 && c_.is(cue.first - 1, ",")) {
    if (const auto after = c_.phrase_after(cue.last, scene.last, true)) {
      const bool ends = after->last >= scene.last || c_.is(after->last, ",") || c_.has(after->last, wc::relative | wc::preposition) || c_.in_time(after->last);
      if (ends) {
        draft.source = after;
        inverted = true;
        return true;
      }
    }
  }
  return take_long_subject(scene, k, draft);
}

// "Ilva Pell, a friend of the minister's who ran his office for years, said": the phrase that opens the sentence, with whatever
// stands between the commas.
bool CueSources::take_long_subject(const Scene& scene, std::size_t k, Draft& draft) const {
  const std::uint32_t cue = scene.cues[k].first;
  std::uint32_t first = scene.first;
  if (c_.quoted(first)) first = quotes_.list[static_cast<std::size_t>(quotes_.of_token[first])].last;  // `"...," James Orr Jr., the director of the office, said`
  if (c_.is(first, ",")) ++first;
  if (scene.cues[k].form != CueForm::finite || cue < first + 5 || c_.quoted(cue - 1)) return false;
  const std::string_view mark = c_.word(cue - 1);
  if (mark != "," && mark != "\u2014" && mark != "\u2013" && mark != "--" && mark != "-") return false;
  const auto head = c_.phrase_after(first, cue, false);
  if (!head || !c_.is(head->last, mark) || head->last + 1 >= cue - 1 || !speakers_.can_speak(*head)) return false;
  bool relative = c_.has(head->last + 1, wc::relative);
  for (std::uint32_t t = head->last + 1; t < cue - 1; ++t) {
    if (c_.quoted(t) || c_.is(t, ";") || c_.is(t, ":")) return false;
    relative |= c_.has(t, wc::relative);
    if (c_.is_finite_verb(t) && !relative) return false;
  }
  draft.source = mark == "," ? Range{first, cue - 1} : *head;
  return true;
}

// "a 'weather report', said she could live with three": the pronoun begins the content.
bool CueSources::is_subject_of_content(Range r, std::uint32_t limit) const {
  return r.last == r.first + 1 && r.last < limit && c_.has(r.first, wc::pronoun) && !c_.name_at(r.first) && (c_.is_finite_verb(r.last) || c_.has(r.last, wc::auxiliary | wc::modal));
}

// The subject of the clause the cue is coordinated with: that of the cue before it, else of the first finite verb.
bool CueSources::share_subject(const Scene& scene, const Cue& cue, Draft& draft) const {
  if (scene.subject) {
    draft.source = scene.subject;
    return true;
  }
  const std::uint32_t start = sentences_[scene.sentence].first;
  // a participle that opens the sentence: "Speaking in Oslo, the minister said" is read at "said"; "Citing X, the
  // minister urged" takes the subject behind the comma
  if (cue.first <= start + 1) {
    std::uint32_t comma = cue.last;
    while (comma < scene.last && !(c_.is(comma, ",") && !c_.quoted(comma))) ++comma;
    if (comma + 1 >= scene.last) return false;
    draft.source = c_.phrase_after(comma + 1, scene.last, true);
    return draft.source.has_value();
  }
  for (std::uint32_t t = start + 1; t < cue.first; ++t) {
    const bool past = c_.word(t).ends_with("ed") && behind_.may_attribute(t);  // a verb that no list knows: "bemoaned"
    if (!(past || c_.is_finite_verb(t)) || c_.has(t - 1, wc::auxiliary | wc::modal | wc::infinitive_to)) continue;
    if (const auto phrase = c_.phrase_before(c_.skip_adverbials_back(t, start), start); phrase && !(phrase->last == phrase->first + 1 && c_.has(phrase->first, wc::possessive))) {  // "shook her head and said"
      draft.source = phrase;
      return true;
    }
  }
  return false;
}

}  // namespace attache
