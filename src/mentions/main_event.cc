#include "mentions/main_event.h"

#include <algorithm>

#include "base/strings.h"
#include "mentions/body_verbs.h"
#include "mentions/event_place.h"
#include "mentions/event_subject.h"
#include "mentions/event_time.h"
#include "mentions/headline.h"
#include "mentions/headline_clause.h"
#include "mentions/lead.h"
#include "mentions/lead_clause.h"
#include "mentions/title_names.h"

namespace attache {
namespace {

constexpr std::size_t kSkimmed = 12;  // sentences; behind them a place has a quarter of its weight

// The title with its trees; views point into `headline`.
struct Title {
  Headline headline;
  Segmentation segmentation;
  std::vector<EventWords> sentences;
  bool question = false;
};

class EventFinder {
 public:
  EventFinder(const Report& report, const Language& language, const Lexicon& lexicon, const SyntaxReader& reader)
      : report_(report), language_(language), lexicon_(lexicon), reader_(reader), lead_(read_lead(report, language)), persons_(person_forms(report.text, language.names)) {
    for (std::size_t k = 0; k < std::min(kSkimmed, lead_.sentences.size()); ++k) {
      skimmed_.push_back(skim_event_words(report.text, language.segmentation, lead_.sentences[k], lexicon));
      mark_names(language.names, skimmed_.back());
    }
    read_title();
  }

  MainEvent run() {
    MainEvent event;
    find_subject_and_predicate(event);
    if (const auto time = find_event_time(report_.text, lead_, skimmed_, language_.times, report_.published.value)) event.when = EventPhrase{*time, false, kNoSentence};
    event.where = find_event_place({title_.headline.words, report_.text, title_.sentences, skimmed_, lead_.dateline}, language_.names);
    for (std::optional<EventPhrase>* phrase : {&event.who, &event.what, &event.when, &event.where}) settle(*phrase);
    return event;
  }

 private:
  const Report& report_;
  const Language& language_;
  const Lexicon& lexicon_;
  const SyntaxReader& reader_;
  Lead lead_;
  std::vector<PersonForm> persons_;
  std::vector<EventWords> skimmed_;
  Title title_;

  void read_title() {
    const Span in_text = report_.title.span;
    title_.headline = read_headline(report_.title.value, in_text.empty() ? std::string_view(report_.text) : std::string_view(report_.text).substr(in_text.end));
    title_.question = trim(report_.title.value).ends_with('?');
    std::vector<Block> blocks;
    for (Span piece : title_.headline.pieces) blocks.push_back({piece, BlockKind::paragraph});
    title_.segmentation = segment(title_.headline.words, blocks, lexicon_);
    for (const Sentence& s : title_.segmentation.sentences) {
      EventWords words = read_event_words(title_.headline.words, title_.segmentation, s, lexicon_, reader_);
      if (!words.empty()) title_.sentences.push_back(std::move(words));
    }
    mark_title_names(title_.headline.words, language_.names, title_.sentences);
  }

  LeadReader lead_reader() const {
    return {lead_.sentences.size(),
            [this](std::size_t k) {
              EventWords words = read_event_words(report_.text, language_.segmentation, lead_.sentences[k], lexicon_, reader_, language_.names.read);
              mark_names(language_.names, words);
              return words;
            },
            report_.text};
  }

  static std::optional<EventPhrase> phrase(std::string_view text, const EventWords& words, WordRange range, bool in_title) {
    const Span span = phrase_span(text, words, range);
    return span.empty() ? std::nullopt : std::optional(EventPhrase{span, in_title, kNoSentence});
  }

  void find_subject_and_predicate(MainEvent& event) {
    const BodyVerb body_verb = [this](std::string_view lemma) { return used_as_verb(report_.text, language_.segmentation, lexicon_, lemma); };
    if (!title_.question) {
      for (const EventWords& words : title_.sentences) {
        if (const auto clause = find_clause(words, body_verb)) return tell_clause(words, *clause, event);
      }
      for (const EventWords& words : title_.sentences) {
        if (const auto clause = find_relative_clause(words)) return tell_clause(words, *clause, event);
      }
      const auto longest = std::max_element(title_.sentences.begin(), title_.sentences.end(), [](const EventWords& a, const EventWords& b) { return a.size() < b.size(); });
      if (longest != title_.sentences.end()) {
        const WordRange told{0, predicate(*longest, 0).last};
        const bool name_alone = std::all_of(longest->begin(), longest->begin() + static_cast<std::ptrdiff_t>(told.last), [](const EventWord& w) { return w.name != EventName::none; });
        if (!name_alone) event.what = phrase(title_.headline.words, *longest, told, true);
      }
    }
    if (const auto clause = find_lead_clause(title_.sentences, skimmed_, lead_reader())) tell_lead(*clause, event);
    in_full(event.who);
  }

  // Who and what of a title that is a clause.
  void tell_clause(const EventWords& words, HeadlineClause clause, MainEvent& event) {
    const std::string_view text = title_.headline.words;
    const WordRange told = predicate(words, clause.verb);
    const WordRange subject = cut_subject(words, {clause.begin, std::max(clause.begin, told.first)});
    event.who = phrase(text, words, subject, true);
    event.what = phrase(text, words, told, true);
    const auto better = better_subject(text, words, subject, clause.verb, true, persons_, lead_reader());
    if (better) event.who = better->phrase;
    // "dead", "Five hurt", "consulate bombed": only with their subject do they tell what happened
    const bool bare = told.last - told.first == 1 && !words[clause.verb].finite() && !subject.empty();
    const bool counted = better && better->counted && !words[clause.verb].finite();
    if (bare || counted || (better && better->agent)) event.what = phrase(text, words, {clause.begin, told.last}, true);
    if (!subject.empty() && is_one_of(words[subject.first].low, {"i", "my", "we", "our"})) event.who = speaker(words).value_or(*event.who);
    in_full(event.who);
  }

  // "Ada Lund: We stay": the person of the first piece.
  std::optional<EventPhrase> speaker(const EventWords& clause) const {
    const EventWords& first = title_.sentences.front();
    if (&first == &clause) return std::nullopt;
    std::optional<EventPhrase> out;
    for (std::size_t i = 0; i < first.size(); ++i) {
      const std::size_t end = name_end(first, i, EventName::person);
      if (end == i) continue;
      if (out) return std::nullopt;  // two of them
      out = EventPhrase{join(first[i].span, first[end - 1].span), true, kNoSentence};
    }
    return out;
  }

  // Who, and what where the title does not tell it, of a sentence of the lead.
  void tell_lead(const LeadClause& clause, MainEvent& event) {
    const EventWords& words = clause.words;
    const auto [first, last] = subtree(words, clause.subject);
    WordRange subject = cut_subject(words, {first, clause.verb > clause.subject ? std::min(last, clause.verb) : last});
    std::vector<Span> times;
    for (const TimeExpression& time : language_.times) {
      if (time.span.overlaps(join(words.front().span, words.back().span))) times.push_back(time.span);
    }
    for (std::size_t i = clause.subject + 1; i < subject.last; ++i) {
      if (std::none_of(times.begin(), times.end(), [&](Span t) { return t.contains(words[i].span.begin); })) continue;
      subject.last = i - (words[i - 1].upos == "ADP" ? 1 : 0);
      break;
    }
    // a description in front of the person's name
    const bool several = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(subject.first), words.begin() + static_cast<std::ptrdiff_t>(subject.last), [](const EventWord& w) { return w.upos == "CCONJ"; });
    for (std::size_t i = subject.first; i < subject.last && !several; ++i) {
      const std::size_t end = name_end(words, i, EventName::person);
      if (end == i || clause.subject < i || clause.subject >= end) continue;
      subject = {i, std::min(end, subject.last)};
      break;
    }
    if (const std::size_t end = name_end(words, subject.last, EventName::person); end > subject.last && !several) subject = {subject.last, end};  // left out by the tree
    event.who = phrase(report_.text, words, subject, false);
    if (!event.what) event.what = phrase(report_.text, words, predicate(words, clause.verb, times), false);
  }

  // "Doran" of the title is "Ilka Doran" of the text.
  void in_full(std::optional<EventPhrase>& who) const {
    if (!who) return;
    const std::string_view words = slice(who->in_title ? std::string_view(title_.headline.words) : std::string_view(report_.text), who->span);
    if (words.find(' ') != std::string_view::npos) return;
    if (const auto full = full_name(words, persons_)) who = EventPhrase{*full, false, kNoSentence};
  }

  // From the title to the text where the text has the title, and the sentence.
  void settle(std::optional<EventPhrase>& phrase) const {
    if (!phrase) return;
    if (phrase->in_title) {
      const Span title = report_.title.span;
      const std::string_view line = slice(report_.text, title), words = slice(report_.title.value, phrase->span);
      std::size_t at = line == report_.title.value ? phrase->span.begin : line.find(words);
      if (title.empty() || at == std::string_view::npos) return;
      at += title.begin;
      *phrase = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}, false, kNoSentence};
    }
    const std::vector<Sentence>& sentences = language_.segmentation.sentences;
    const auto next = std::upper_bound(sentences.begin(), sentences.end(), phrase->span.begin, [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
    if (next != sentences.begin() && std::prev(next)->span.contains(phrase->span.begin)) phrase->sentence = static_cast<std::uint32_t>(std::prev(next) - sentences.begin());
  }
};

}  // namespace

MainEvent find_main_event(const Report& report, const Language& language, const Lexicon& lexicon, const SyntaxReader& reader) {
  if (!is_english(report)) return {};
  return EventFinder(report, language, lexicon, reader).run();
}

}  // namespace attache
