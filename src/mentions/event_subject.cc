#include "mentions/event_subject.h"

#include <algorithm>
#include <unordered_map>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kSentences = 4;   // of the lead that are asked for the one meant
constexpr std::size_t kLongestCount = 6;  // words of "at least 40 striking dock workers"

bool is_person_noun(std::string_view lemma) {
  return is_one_of(lemma, {"star", "legend", "driver", "player", "leader", "president", "minister", "chief", "boss", "champion", "actor", "actress", "singer", "rapper", "artist", "author", "man", "woman", "boy", "girl", "teenager", "father", "mother",
                           "son", "daughter", "husband", "wife", "brother", "sister", "king", "queen", "prince", "princess", "candidate", "nominee", "mayor", "governor", "senator", "lawmaker", "judge", "lawyer", "officer", "official", "suspect", "gunman",
                           "attacker", "shooter", "killer", "victim", "ace", "striker", "captain", "coach", "manager", "goalkeeper", "rider", "racer", "runner", "swimmer", "boxer", "golfer", "footballer", "billionaire", "businessman", "tycoon", "politician",
                           "hero", "heroine", "comedian", "presenter", "host", "model", "pilot", "soldier", "veteran", "student", "teacher", "doctor", "nurse", "pope", "bishop", "priest", "secretary", "director", "chairman", "founder", "ceo", "pm", "winner"});
}
bool is_people(std::string_view lemma) {
  return is_one_of(lemma, {"people", "person", "police", "child", "passenger", "fan", "supporter", "protester", "migrant", "refugee", "worker", "civilian", "rescuer", "victim", "family", "resident"});
}

bool coordinated(const EventWords& words, WordRange r) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(r.first), words.begin() + static_cast<std::ptrdiff_t>(r.last), [](const EventWord& w) { return w.upos == "CCONJ"; });
}

std::vector<WordRange> persons_in(const EventWords& words, WordRange r) {
  std::vector<WordRange> out;
  for (std::size_t i = r.first; i < r.last;) {
    const std::size_t end = std::min(name_end(words, i, EventName::person), r.last);
    if (end > i) out.push_back({i, end});
    i = std::max(end, i + 1);
  }
  return out;
}

// A person or people at the head of the subject.
bool person_like(const EventWords& words, WordRange subject) {
  std::size_t end = subject.first + 1;
  while (end < subject.last && words[end].upos != "ADP") ++end;
  const EventWord& head = words[end - 1];
  return head.name == EventName::person || head.any_upos({"PRON", "NUM"}) || is_person_noun(head.lemma) || is_people(head.lemma);
}

bool bare_number(const EventWords& words, WordRange subject) {
  bool any = false;
  for (std::size_t i = subject.first; i < subject.last; ++i) {
    if (words[i].any_upos({"DET", "PUNCT"})) continue;
    if (!words[i].any_upos({"NUM", "ADP"}) && !is_one_of(words[i].low, {"least", "more", "most", "up", "than", "over", "about"})) return false;
    any = true;
  }
  return any;
}

// "40 miners": the counted subject of the lead.
std::optional<Span> counted_subject(const LeadReader& lead) {
  for (std::size_t k = 0; k < std::min(lead.sentences, kSentences); ++k) {
    const EventWords words = lead.read(k);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].relation.starts_with("nsubj") || words[i].upos != "NOUN") continue;
      const WordRange range{subtree(words, i).first, i + 1};
      const bool counted = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(range.first), words.begin() + static_cast<std::ptrdiff_t>(range.last), [](const EventWord& w) { return w.upos == "NUM"; });
      if (counted && range.last - range.first <= kLongestCount) return phrase_span(lead.text, words, range);
    }
  }
  return std::nullopt;
}

// "by the Harbour Front": who did it.
std::optional<Span> agent(const EventWords& words, std::size_t verb) {
  for (std::size_t i = verb + 1; i + 1 < words.size(); ++i) {
    if (opens_clause(words[i].low)) break;
    if (words[i].low != "by") continue;
    const std::size_t first = i + 1 + (words[i + 1].upos == "DET" ? 1 : 0);
    if (first >= words.size() || !(words[first].name_begins || words[first].upos == "PROPN")) continue;
    std::size_t end = name_end(words, first, words[first].name);
    while (end < words.size() && words[end].upos == "PROPN") ++end;  // also what the model takes for no name
    return join(words[first].span, words[end - 1].span);
  }
  return std::nullopt;
}

std::string_view last_word(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

// "The striker": the person of whom the report speaks most, where the first sentences have that person as a subject.
std::optional<Span> leading_person(const LeadReader& lead, const std::vector<PersonForm>& persons) {
  const auto most = std::max_element(persons.begin(), persons.end(), [](const PersonForm& a, const PersonForm& b) { return a.times < b.times; });
  if (most == persons.end()) return std::nullopt;
  const std::string_view surname = last_word(most->words);
  for (std::size_t k = 0; k < std::min(lead.sentences, kSentences); ++k) {
    const EventWords words = lead.read(k);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t end = name_end(words, i, EventName::person);
      if (end > i && words[i].relation.starts_with("nsubj") && words[end - 1].form == surname) return join(words[i].span, words[end - 1].span);
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<PersonForm> person_forms(std::string_view text, const NameAnalysis& names) {
  std::vector<PersonForm> out;
  std::unordered_map<std::string, std::size_t> known;
  for (const Name& n : names.names) {
    if (n.adjective || names.entities[n.entity].type != EntityType::person) continue;
    std::string words(slice(text, n.span));
    if (words.find('\n') != std::string::npos) continue;
    const auto [at, fresh] = known.emplace(words, out.size());
    if (fresh) out.push_back({std::move(words), n.span, 0});
    ++out[at->second].times;
  }
  return out;
}

std::optional<Span> full_name(std::string_view word, const std::vector<PersonForm>& persons) {
  const PersonForm* best = nullptr;
  for (const PersonForm& p : persons) {
    const auto words = static_cast<std::size_t>(std::count(p.words.begin(), p.words.end(), ' ')) + 1;
    const std::string_view first = std::string_view(p.words).substr(0, p.words.find(' '));
    if (words < 2 || words > 3 || last_word(p.words) != word) continue;
    if (first.size() > 1 && std::all_of(first.begin(), first.end(), is_upper)) continue;  // shouted, or an office in letters
    if (!best || p.times > best->times) best = &p;
  }
  return best ? std::optional(best->first) : std::nullopt;
}

std::optional<Subject> better_subject(std::string_view text, const EventWords& words, WordRange subject, std::size_t verb, bool in_title, const std::vector<PersonForm>& persons, const LeadReader& lead) {
  if (subject.empty()) return std::nullopt;
  const auto in_clause = [&](Span s) { return EventPhrase{s, in_title, kNoSentence}; };
  const auto in_body = [](Span s) { return EventPhrase{s, false, kNoSentence}; };
  const std::vector<WordRange> named = persons_in(words, subject);
  const bool several = coordinated(words, subject);
  const EventWord& head = words[subject.last - 1];
  // a description in front of one person's name
  if (named.size() == 1 && named[0].last == subject.last && named[0].first > subject.first && !several) return Subject{in_clause(join(words[named[0].first].span, head.span)), false, false};
  // "Lakeland's Doran": a surname of the body
  const bool possessive = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(subject.first), words.begin() + static_cast<std::ptrdiff_t>(subject.last), [](const EventWord& w) { return is_one_of(w.form, {"'s", "'", "\u2019s", "\u2019"}); });
  if (named.empty() && head.upos == "PROPN" && subject.last - subject.first > 1 && possessive) {
    if (const auto full = full_name(slice(text, head.span), persons)) return Subject{in_body(*full), false, false};
  }
  if (bare_number(words, subject)) {
    if (const auto counted = counted_subject(lead)) return Subject{in_body(*counted), true, false};
  }
  if (words[verb].any_xpos({"VBN", "VBD"}) && named.empty() && !person_like(words, subject)) {
    if (const auto by = agent(words, verb)) return Subject{in_clause(*by), false, true};
  }
  if (named.empty() && head.xpos == "NN" && is_person_noun(head.lemma) && !several) {
    if (const auto person = leading_person(lead, persons)) return Subject{in_body(*person), false, false};
  }
  return std::nullopt;
}

}  // namespace attache
