#include "mentions/event_words.h"

#include <algorithm>

#include "base/strings.h"
#include "language/words.h"

namespace attache {
namespace {

EventName kind_of(std::string_view label) {
  if (label.ends_with("-PER")) return EventName::person;
  if (label.ends_with("-LOC")) return EventName::place;
  if (label.ends_with("-ORG")) return EventName::organisation;
  return label == "O" ? EventName::none : EventName::other;
}

// "South Arlow" that no table knows is a place as Arlow is.
EventName kind_of(const Entity& entity, std::string_view first_word) {
  switch (entity.type) {
    case EntityType::person: return EventName::person;
    case EntityType::place:
    case EntityType::state: return EventName::place;
    case EntityType::organisation:
    case EntityType::agency: return EventName::organisation;
    case EntityType::other: return is_compass(first_word) && entity.name.size() > first_word.size() ? EventName::place : EventName::other;
    case EntityType::group: break;
  }
  return EventName::none;
}

// The tag that a word of these classes has most often.
std::string_view guessed_upos(const Token& token, std::string_view low, bool first, const Lexicon& lexicon) {
  const auto is = [&](std::uint32_t bits) { return (token.classes & bits) != 0; };
  if (token.kind == TokenKind::mark) return "PUNCT";
  if (token.kind == TokenKind::clitic) return "PART";
  if (token.kind == TokenKind::number || is(word_class::number_word)) return "NUM";
  if (is(word_class::determiner | word_class::possessive | word_class::quantifier)) return "DET";
  if (is(word_class::preposition)) return "ADP";
  if (is(word_class::pronoun | word_class::relative | word_class::question)) return "PRON";
  if (is(word_class::auxiliary | word_class::modal)) return "AUX";
  if (is(word_class::coordinator)) return "CCONJ";
  if (is(word_class::subordinator)) return "SCONJ";
  if (is(word_class::adverb)) return "ADV";
  if (token.capitalised && !first) return "PROPN";
  if (is(word_class::common_adjective)) return "ADJ";
  return is(word_class::verb_form) || !verb_lemma_of(lexicon, low).empty() ? "VERB" : "NOUN";
}

// Of a word without tags: the verb of a listed form, or the singular.
std::string guessed_lemma(std::string_view low, const Lexicon& lexicon) {
  if (const std::string_view verb = verb_lemma_of(lexicon, low); !verb.empty()) return std::string(verb);
  return std::string(low.size() > 3 && low.ends_with('s') && !low.ends_with("ss") ? low.substr(0, low.size() - 1) : low);
}

}  // namespace

bool EventWord::any_upos(std::initializer_list<std::string_view> tags) const { return is_one_of(upos, tags); }
bool EventWord::any_xpos(std::initializer_list<std::string_view> tags) const { return is_one_of(xpos, tags); }

EventWords read_event_words(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const Lexicon& lexicon, const SyntaxReader& reader, const ReadSentences& read) {
  const std::vector<Word> words = syntactic_words(text, segmentation, sentence, lexicon);
  std::vector<std::string_view> forms;
  forms.reserve(words.size());
  for (const Word& w : words) forms.push_back(slice(text, w.span));
  const std::vector<WordSyntax> found = syntax_of(read, sentence, forms, reader);
  const SyntaxLabels& labels = reader.labels();
  EventWords out(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EventWord& w = out[i];
    w.span = words[i].span;
    w.form = forms[i];
    w.low = lower_ascii(w.form);
    w.lemma = lower_ascii(lemma_of(reader, lexicon, w.form, found[i]));
    w.upos = labels.upos[found[i].upos];
    w.xpos = labels.xpos[found[i].xpos];
    w.relation = labels.relations[found[i].relation];
    w.head = static_cast<std::int32_t>(found[i].head) - 1;
    const std::string_view label = labels.names[found[i].name];
    w.name = kind_of(label);
    w.name_begins = label.starts_with('B') || label.starts_with('S');
    w.space_before = i == 0 || words[i - 1].span.end < w.span.begin;
  }
  return out;
}

EventWords skim_event_words(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const Lexicon& lexicon) {
  EventWords out;
  out.reserve(sentence.size());
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = segmentation.tokens[t];
    EventWord w;
    w.span = token.span;
    w.form = slice(text, token.span);
    w.low = lower_ascii(w.form);
    w.upos = guessed_upos(token, w.low, t == sentence.first, lexicon);
    w.lemma = guessed_lemma(w.low, lexicon);
    w.space_before = token.space_before;
    out.push_back(std::move(w));
  }
  return out;
}

void mark_names(const NameAnalysis& names, EventWords& words) {
  if (words.empty()) return;
  auto name = std::lower_bound(names.names.begin(), names.names.end(), words.front().span.begin, [](const Name& n, std::uint32_t at) { return n.span.end <= at; });
  for (std::size_t i = 0; i < words.size() && name != names.names.end();) {
    if (name->span.end <= words[i].span.begin) {
      ++name;
    } else if (words[i].span.begin < name->span.begin) {
      ++i;
    } else {
      const Entity& entity = names.entities[name->entity];
      const EventName kind = name->adjective ? EventName::other : kind_of(entity, words[i].low);
      bool first = true;
      for (; i < words.size() && words[i].span.begin < name->span.end; ++i) {
        if (words[i].xpos.empty()) words[i].upos = name->adjective ? "ADJ" : "PROPN";
        else if (kind != EventName::person && kind != EventName::place && !name->adjective) continue;  // the model sees the sentence, the table does not
        words[i].name = kind;
        words[i].name_begins = kind != EventName::none && first;
        first = false;
      }
      // what the model took for the rest of a longer name is now a name of its own
      if (i < words.size() && words[i].name != EventName::none && !words[i].name_begins && !first) words[i].name_begins = true;
    }
  }
}

std::size_t name_end(const EventWords& words, std::size_t i, EventName kind) {
  if (i >= words.size() || !words[i].name_begins || words[i].name != kind) return i;
  std::size_t end = i + 1;
  while (end < words.size() && words[end].name == kind && !words[end].name_begins) ++end;
  return end;
}

std::pair<std::size_t, std::size_t> subtree(const EventWords& words, std::size_t i) {
  std::vector<std::vector<std::size_t>> below(words.size());
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (words[k].head >= 0) below[static_cast<std::size_t>(words[k].head)].push_back(k);
  }
  std::size_t first = i, last = i;
  std::vector<std::size_t> open = {i};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    first = std::min(first, at);
    last = std::max(last, at);
    open.insert(open.end(), below[at].begin(), below[at].end());
  }
  return {first, last + 1};
}

bool opens_clause(std::string_view low) {
  return is_one_of(low, {"as", "after", "while", "before", "when", "because", "since", "amid", "following", "despite", "if", "until", "although", "though", "where", "whereas", "how", "why"});
}
bool is_relative(std::string_view low) { return is_one_of(low, {"who", "which", "that", "whose"}); }
bool is_place_preposition(std::string_view low) { return is_one_of(low, {"in", "at", "near", "outside", "inside", "around", "across", "off", "on", "from"}); }
bool is_time_unit(std::string_view lemma) { return is_one_of(lemma, {"minute", "hour", "day", "week", "month", "year"}); }
bool is_compass(std::string_view low) {
  return is_one_of(low, {"north", "south", "east", "west", "central", "northern", "southern", "eastern", "western", "downtown", "upper", "lower", "greater"});
}

}  // namespace attache
