#include "mentions/event_place.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/strings.h"

namespace attache {
namespace {

// Chosen on the 43 reports of bench/main_event; docs/rejected.md has what else was tried.
constexpr double kInTitle = 1.6;
constexpr double kTitleLabel = 0.3;    // "Arlow tram crash: ..."
constexpr double kDateline = 1.2;
constexpr double kOf = 0.6, kFrom = 0.3, kNoPreposition = 0.15;
constexpr double kDependent = 0.3;     // "Arlow's mayor", "an Arlow court"
constexpr double kState = 0.45;
constexpr double kTail = 0.4;          // Hestmark in "Arlow, Hestmark"
constexpr double kDecay = 0.25;        // a sentence
constexpr double kPromote = 0.3;       // share of the best place's weight that lets the place in front of it win
constexpr double kLeast = 0.15;        // below it nothing is answered
constexpr std::size_t kFormSentences = 6;
constexpr std::size_t kEarly = 3;      // sentences in which a body's name may be its house

struct Mention {
  std::string key;
  std::string_view preposition;
  std::size_t first = 0, last = 0;            // words of the phrase: "northern Arlow province"
  std::size_t name_first = 0, name_last = 0;  // "Arlow"
};

struct Form {
  std::size_t sentence = 0;
  EventPhrase phrase;
};

// Without "northern" and its like.
std::string place_key(std::string_view name) {
  std::string key = collapse_space(name);
  for (std::size_t blank = key.find(' '); blank != std::string::npos && is_compass(lower_ascii(key.substr(0, blank))); blank = key.find(' ')) key.erase(0, blank + 1);
  return key;
}

// "at Fernside": of a name whose kind nobody knows the preposition tells it; early on "at the Guildhall" of an organisation's.
bool stands_somewhere(const EventWords& words, std::size_t i, bool early) {
  if (i == 0 || !words[i].name_begins) return false;
  const bool article = words[i - 1].low == "the" && i > 1;
  const std::string_view before = words[article ? i - 2 : i - 1].low;
  if (words[i].name == EventName::other) return words[i].upos == "PROPN" && is_one_of(before, {"at", "near", "outside", "inside", article ? "at" : "in"});
  return words[i].name == EventName::organisation && article && early && is_one_of(before, {"at", "outside", "inside"});
}

std::vector<Mention> place_mentions(std::string_view text, const EventWords& words, bool early) {
  std::vector<Mention> out;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = name_end(words, i, EventName::place);
    if (end == i && stands_somewhere(words, i, early)) end = name_end(words, i, words[i].name);
    if (end == i) {
      ++i;
      continue;
    }
    Mention m;
    m.key = place_key(slice(text, join(words[i].span, words[end - 1].span)));
    m.name_first = m.first = i;
    m.name_last = m.last = end;
    while (m.first > 0 && is_compass(words[m.first - 1].low)) --m.first;
    while (m.last < words.size() && is_one_of(words[m.last].low, {"province", "county", "state", "district", "circuit", "city", "airport", "island"})) ++m.last;
    std::size_t before = m.first;  // one behind the word that is asked
    while (before > 0) {
      const EventWord& w = words[before - 1];
      const bool part = w.any_upos({"DET", "ADJ"}) || (w.upos == "NOUN" && words[before].name != EventName::none && (w.relation == "compound" || w.xpos.empty()));
      if (!part) break;
      --before;
    }
    if (before > 0 && words[before - 1].any_upos({"ADP", "ADV"})) m.preposition = words[before - 1].low;
    i = std::max(m.last, end);
    out.push_back(std::move(m));
  }
  return out;
}

class PlaceScale {
 public:
  PlaceScale(const PlaceSources& sources, const NameAnalysis& names) : sources_(sources) {
    for (const Entity& e : names.entities) {
      if (e.type == EntityType::state) states_.insert(e.aliases.begin(), e.aliases.end());
    }
  }

  std::optional<EventPhrase> run() {
    for (const EventWords& words : sources_.title_sentences) weigh(words, sources_.title, true, 0);
    for (std::size_t k = 0; k < sources_.lead_sentences.size(); ++k) weigh(sources_.lead_sentences[k], sources_.text, false, k);
    if (sources_.dateline) {
      std::string key = lower_ascii(slice(sources_.text, *sources_.dateline));
      for (std::size_t i = 0; i < key.size(); ++i) {
        if (i == 0 || !is_alpha(key[i - 1])) key[i] = to_upper(key[i]);
      }
      weights_[key] += kDateline;
      forms_.emplace(key, Form{0, {*sources_.dateline, false, kNoSentence}});
    }
    if (weights_.empty()) return std::nullopt;
    std::string best = weights_.begin()->first;
    for (const auto& [key, weight] : weights_) {
      if (weight > weights_[best] || (weight == weights_[best] && key.size() < best.size())) best = key;
    }
    for (int step = 0; step < 2; ++step) best = promoted(best);
    const auto form = forms_.find(best);
    if (weights_[best] < kLeast || form == forms_.end()) return std::nullopt;
    return form->second.phrase;
  }

 private:
  const PlaceSources& sources_;
  std::set<std::string> states_;
  std::map<std::string, double> weights_;
  std::map<std::string, Form> forms_;                         // the longest early phrase of a place
  std::vector<std::pair<std::string, std::string>> tails_;    // head and tail of "Arlow, Hestmark"

  void weigh(const EventWords& words, std::string_view text, bool in_title, std::size_t sentence) {
    const std::vector<Mention> mentions = place_mentions(text, words, sentence < kEarly);
    const Mention* head = nullptr;
    for (std::size_t n = 0; n < mentions.size(); ++n) {
      const Mention& m = mentions[n];
      const bool tail = head && m.first == mentions[n - 1].last + 1 && words[m.first - 1].mark(",");
      if (tail) tails_.emplace_back(head->key, m.key);
      else head = &m;
      const double weight = base_weight(words, m, *head, in_title) * (tail ? kTail : 1.0) * (in_title ? kInTitle : 1.0) / (1.0 + kDecay * static_cast<double>(sentence));
      weights_[m.key] += weight;
      const EventPhrase phrase{join(words[head->first].span, words[m.last - 1].span), in_title, kNoSentence};
      const auto [form, fresh] = forms_.emplace(head->key, Form{sentence, phrase});
      // a title's spelling is kept by the weight it has, a longer one of the body tells more
      if (!fresh && phrase.span.size() > form->second.phrase.span.size() && form->second.sentence < kFormSentences) form->second.phrase = phrase;
    }
  }

  double base_weight(const EventWords& words, const Mention& m, const Mention& head, bool in_title) const {
    const bool good = is_place_preposition(head.preposition);
    double weight = good ? 1.0 : kNoPreposition;
    if (head.preposition == "of") weight = kOf;
    if (head.preposition == "from") weight = kFrom;
    const bool possessive = m.name_last < words.size() && is_one_of(words[m.name_last].low, {"'s", "'", "\u2019s", "\u2019"});
    const bool modifier = m.name_last < words.size() && words[m.name_last].any_upos({"NOUN", "PROPN"}) && m.last == m.name_last;
    if (modifier && in_title && !good && m.name_first == 0) weight = kTitleLabel;
    else if (possessive || modifier) weight *= kDependent;
    return states_.contains(m.key) ? weight * kState : weight;
  }

  // Arlow where Hestmark is the best and the report writes "Arlow, Hestmark".
  std::string promoted(const std::string& best) const {
    std::string out = best;
    double most = kPromote * weights_.at(best);
    for (const auto& [head, tail] : tails_) {
      if (tail != best || head == best || weights_.at(head) < most) continue;
      most = weights_.at(head);
      out = head;
    }
    return out;
  }
};

}  // namespace

std::optional<EventPhrase> find_event_place(const PlaceSources& sources, const NameAnalysis& names) { return PlaceScale(sources, names).run(); }

}  // namespace attache
