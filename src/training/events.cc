#include "training/events.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/file.h"
#include "base/strings.h"
#include "mentions/events/gate.h"
#include "mentions/events/qualifiers.h"
#include "mentions/events/roles.h"

namespace attache {
namespace {

constexpr std::uint64_t kLargestFile = 64u << 20;
constexpr std::size_t kCells = 9;
constexpr std::size_t kUnknownNames = 3;  // every third sentence is learnt a second time without its known names

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80); }

// "word", "word@2": the place of the words in the sentence; empty where they do not stand there.
Span find_words(std::string_view text, std::string_view words) {
  std::size_t nth = 1;
  if (const std::size_t at = words.rfind('@'); at != std::string_view::npos && at + 2 == words.size() && words[at + 1] >= '1' && words[at + 1] <= '9') {
    nth = static_cast<std::size_t>(words[at + 1] - '0');
    words = words.substr(0, at);
  }
  for (std::size_t at = text.find(words); !words.empty() && at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool whole = (at == 0 || !is_letter(text[at - 1]) || !is_letter(words.front())) && (end == text.size() || !is_letter(text[end]) || !is_letter(words.back()));
    if (whole && --nth == 0) return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  }
  return {};
}

// The word that a span touches and that hangs on a word outside of it: its head.
std::optional<std::uint32_t> head_of(const SentenceTree& tree, Span span) {
  std::optional<std::uint32_t> first;
  for (std::uint32_t w = 0; w < tree.words.size(); ++w) {
    const TreeWord& word = tree.words[w];
    const auto touches = [&](const TreeWord& t) { return t.span.begin < span.end && t.span.end > span.begin; };
    if (!touches(word) || word.upos == "PUNCT") continue;
    const bool outside = word.head == kNoWord || !touches(tree.words[word.head]);
    if (outside && (!first || tree.words[*first].upos == "ADP" || tree.words[*first].upos == "DET")) first = w;
  }
  return first;
}

std::optional<std::uint32_t> trigger_of(const SentenceTree& tree, Span piece) {
  for (std::uint32_t w = 0; w < tree.words.size(); ++w) {
    if (tree.words[w].span.end > piece.begin && tree.words[w].span.begin < piece.end && tree.words[w].upos == "VERB") return w;
  }
  return head_of(tree, piece);
}

std::vector<std::string_view> pieces(std::string_view cell, std::string_view by) {
  std::vector<std::string_view> out;
  while (!cell.empty()) {
    const std::size_t at = cell.find(by);
    out.push_back(trim(cell.substr(0, at)));
    cell = at == std::string_view::npos ? std::string_view() : cell.substr(at + by.size());
  }
  return out;
}

// What is wrong with the line; empty = nothing.
std::string read_act(std::string_view line, EventExample& s) {
  const std::vector<std::string_view> cells = pieces(line, "|");
  if (cells.size() != kCells) return fmt::format("{} cells, {} are wanted", cells.size(), kCells);
  if (std::find(kEventTypeNames.begin(), kEventTypeNames.end(), cells[0]) == kEventTypeNames.end()) return "unknown category " + std::string(cells[0]);
  LabelledAct act;
  act.type = event_type_of(cells[0]);
  if (cells[4] != "-") act.mode = cells[4];
  for (const std::string_view context : pieces(cells[5], ",")) {
    if (std::find(kEventContexts.begin(), kEventContexts.end(), context) != kEventContexts.end()) act.contexts.emplace_back(context);
  }
  act.status = event_status_of(cells[6]);
  const auto place = [&](std::string_view words, bool trigger) -> std::optional<std::uint32_t> {
    const Span span = find_words(s.text, words);
    if (span.empty()) return std::nullopt;
    return trigger ? trigger_of(s.sentence.tree, span) : head_of(s.sentence.tree, span);
  };
  const auto trigger = place(pieces(cells[1], " ... ").front(), true);
  if (!trigger) return "the trigger does not stand in the sentence: " + std::string(cells[1]);
  act.trigger = *trigger;
  act.reciprocal = cells[3] == "=";
  for (const std::size_t k : {2, 3}) {
    if (cells[k] == "-" || cells[k] == "=") continue;
    for (const std::string_view words : pieces(cells[k], " & ")) {
      const auto head = place(words, false);
      if (!head) return "a participant does not stand in the sentence: " + std::string(words);
      (k == 2 ? act.actors : act.recipients).push_back(*head);
    }
  }
  s.acts.push_back(std::move(act));
  return {};
}

EventExample read_sentence(std::string_view text, const EventAnnotationReader& reader) {
  EventExample s;
  s.text = text;
  Report report;
  report.text = s.text;
  report.language.value = "en";
  report.blocks.push_back({{0, static_cast<std::uint32_t>(s.text.size())}, BlockKind::paragraph});
  Language language = analyse_language(report, reader.language.lexicon, reader.language.knowledge, reader.language.syntax);
  // one sentence, however the segmenter cuts it
  if (language.segmentation.sentences.size() > 1) {
    language.segmentation.sentences.front().last = language.segmentation.sentences.back().last;
    language.segmentation.sentences.front().span.end = language.segmentation.sentences.back().span.end;
    language.segmentation.sentences.resize(1);
  }
  if (language.segmentation.sentences.empty()) return s;
  const Clauses clauses(s.text, language, language.quotes);
  s.gate = gate_features(language, clauses, language.segmentation.sentences.front(), reader.language.lexicon, reader.triggers);
  s.sentence = read_event_sentence(s.text, language, clauses, 0, reader.language.syntax, reader.language.lexicon, reader.triggers);
  return s;
}

LabelledSequence trigger_sequence(const EventExample& s) {
  LabelledSequence out{trigger_features(s.sentence), std::vector<std::uint8_t>(s.sentence.tree.words.size(), 0)};
  for (const LabelledAct& act : s.acts) out.labels[act.trigger] = static_cast<std::uint8_t>(act.type) + 1;
  return out;
}

LabelledSequence role_sequence(const EventExample& s, const LabelledAct& act) {
  LabelledSequence out{role_features(s.sentence, act.trigger, act.type), std::vector<std::uint8_t>(s.sentence.tree.words.size(), 0)};
  for (const std::uint32_t w : act.recipients) out.labels[w] = 2;
  for (const std::uint32_t w : act.actors) out.labels[w] = 1;
  out.labels[act.trigger] = 0;
  return out;
}

CodedAct coded(const LabelledAct& act) { return {act.trigger, act.type, 1, act.actors, act.recipients}; }

LabelledSequence qualifier_row(const EventExample& s, const LabelledAct& act, const std::vector<std::string>& labels, const std::string& label) {
  const auto found = std::find(labels.begin(), labels.end(), "B-" + label);
  return {qualifier_features(s.sentence, coded(act)), {static_cast<std::uint8_t>(found == labels.end() ? 0 : found - labels.begin())}};
}

// The sentence as it looks where no table knows its names: so that trees count, not only known states.
EventExample with_unknown_names(EventExample s) {
  for (WordKind& k : s.sentence.kinds) {
    if (k == WordKind::state || k == WordKind::nationality || k == WordKind::organisation || k == WordKind::group || k == WordKind::place) k = WordKind::name;
  }
  return s;
}

std::vector<const LabelledSequence*> pointers(const std::vector<LabelledSequence>& sequences) {
  std::vector<const LabelledSequence*> out;
  for (const LabelledSequence& s : sequences) {
    if (s.rows.tokens() > 0) out.push_back(&s);
  }
  return out;
}

}  // namespace

Result<std::vector<EventExample>> read_event_examples(const std::string& path, const EventAnnotationReader& reader) {
  const Result<std::string> text = read_file(path, kLargestFile);
  if (!text) return tl::unexpected<Error>(text.error());
  return parse_event_examples(*text, path, reader);
}

Result<std::vector<EventExample>> parse_event_examples(std::string_view text, const std::string& source, const EventAnnotationReader& reader) {
  std::vector<EventExample> out;
  std::uint64_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    line = trim(line);
    const auto wrong = [&](std::string what) { return tl::unexpected<Error>(Error{ErrorCode::unsupported, std::move(what), source, number}); };
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("text: ")) {
      out.push_back(read_sentence(line.substr(6), reader));
    } else if (line.starts_with("event: ")) {
      if (out.empty()) return wrong("an event before any text");
      if (const std::string what = read_act(line.substr(7), out.back()); !what.empty()) return wrong(what);
    } else if (!line.starts_with("none:")) {
      return wrong("a line that begins neither with text: nor with event: nor with none:");
    }
  }
  return out;
}

EventModel train_events(const std::vector<const EventExample*>& sentences, const EventTraining& o, const std::function<void(const std::string&)>& tell) {
  std::vector<LabelledSequence> triggers, roles, gate, modes, contexts;
  const std::vector<std::string> mode_names = mode_labels(), context_names = context_labels();
  const auto learn = [&](const EventExample& s) {
    triggers.push_back(trigger_sequence(s));
    for (const LabelledAct& act : s.acts) roles.push_back(role_sequence(s, act));
  };
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    gate.push_back({sentences[s]->gate, std::vector<std::uint8_t>(sentences[s]->gate.tokens(), sentences[s]->acts.empty() ? 0 : 1)});
    learn(*sentences[s]);
    for (const LabelledAct& act : sentences[s]->acts) {
      if (!modes_of(act.type).empty()) modes.push_back(qualifier_row(*sentences[s], act, mode_names, act.mode));
      if (act.contexts.empty()) contexts.push_back(qualifier_row(*sentences[s], act, context_names, ""));
      for (const std::string& context : act.contexts) contexts.push_back(qualifier_row(*sentences[s], act, context_names, context));
    }
    if (s % kUnknownNames == 0) learn(with_unknown_names(*sentences[s]));
  }
  const auto told = [&](const std::string& name) { return [&tell, name](int epoch, double loss) { tell(fmt::format("{}, epoch {}: loss {:.4f} a word", name, epoch + 1, loss)); }; };
  EventModel model;
  model.least_trigger = o.least_trigger;
  model.least_role = o.least_role;
  model.least_sentence = o.least_sentence;
  model.gate = train_linear_chain(pointers(gate), gate_labels(), o.gate, told("sentences"));
  model.triggers = train_linear_chain(pointers(triggers), trigger_labels(), o.triggers, told("triggers"));
  model.roles = train_linear_chain(pointers(roles), role_labels(), o.roles, told("roles"));
  model.modes = train_linear_chain(pointers(modes), mode_labels(), o.modes, told("modes"));
  model.contexts = train_linear_chain(pointers(contexts), context_labels(), o.contexts, told("contexts"));
  return model;
}

void add_event_scores(const EventModel& model, const std::vector<const EventExample*>& sentences, EventScores& scores) {
  for (const EventExample* s : sentences) {
    if (s->gate.tokens() > 0) {
      const bool passes = act_probability(model.gate, s->gate) >= model.least_sentence;
      scores.sentences.found += passes;
      scores.sentences.annotated += !s->acts.empty();
      scores.sentences.right += passes && !s->acts.empty();
    }
    std::set<std::uint32_t> triggers;
    std::set<std::pair<std::uint32_t, EventType>> categories;
    for (const LabelledAct& act : s->acts) {
      triggers.insert(act.trigger);
      categories.emplace(act.trigger, act.type);
      const Qualifiers q = qualify(model, s->sentence, coded(act));
      scores.modes.found += !q.mode.empty();
      scores.modes.annotated += !act.mode.empty();
      scores.modes.right += !act.mode.empty() && q.mode == act.mode;
      scores.contexts.found += q.contexts.size();
      scores.contexts.annotated += act.contexts.size();
      for (const std::string& c : q.contexts) scores.contexts.right += std::find(act.contexts.begin(), act.contexts.end(), c) != act.contexts.end() ? 1 : 0;
      CodedAct found_act{act.trigger, act.type, 1, {}, {}};
      find_roles(model, s->sentence, found_act);
      const auto count = [](const std::vector<std::uint32_t>& found, const std::vector<std::uint32_t>& annotated, PieceCounts& counts) {
        counts.found += found.size();
        counts.annotated += annotated.size();
        for (const std::uint32_t w : found) counts.right += std::find(annotated.begin(), annotated.end(), w) != annotated.end() ? 1 : 0;
      };
      count(found_act.actors, act.actors, scores.actors);
      count(found_act.recipients, act.recipients, scores.recipients);
    }
    scores.triggers.annotated += triggers.size();
    scores.categories.annotated += categories.size();
    for (const CodedAct& act : code_acts(model, s->sentence)) {
      ++scores.triggers.found;
      ++scores.categories.found;
      scores.triggers.right += triggers.contains(act.trigger);
      scores.categories.right += categories.contains({act.trigger, act.type});
    }
  }
}

}  // namespace attache
