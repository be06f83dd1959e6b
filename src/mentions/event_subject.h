// Who the main event's subject is, as the report names it: "Massa" of a headline is "Felipe Massa", "five" are "five miners".
//
// Method: rules in a fixed order, each only where the subject names nobody by itself; sentences of the lead are read in full
// where a rule needs their tree, which is seldom. Limits: a subject that is an event ("crash kills five") stays.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/event_words.h"
#include "mentions/headline_clause.h"
#include "mentions/main_event.h"

namespace attache {

struct PersonForm {
  std::string words;  // "Ilka Doran"
  Span first;         // its first mention in the text
  std::size_t times = 0;
};

// The forms of persons' names in the text, in the order of their first mentions.
[[nodiscard]] std::vector<PersonForm> person_forms(std::string_view text, const NameAnalysis& names);

// The most usual longer form of one word: "Doran" -> "Ilka Doran".
[[nodiscard]] std::optional<Span> full_name(std::string_view word, const std::vector<PersonForm>& persons);

// A sentence with its tree, and the body's text that it stands in.
struct LeadReader {
  std::size_t sentences = 0;
  std::function<EventWords(std::size_t)> read;
  std::string_view text;
};

struct Subject {
  EventPhrase phrase;
  bool counted = false;  // from a bare number
  bool agent = false;    // from "by ..." of the predicate
};

// `subject`: the words of the clause in front of the verb. Empty where `subject` serves as it is.
[[nodiscard]] std::optional<Subject> better_subject(std::string_view text, const EventWords& words, WordRange subject, std::size_t verb, bool in_title, const std::vector<PersonForm>& persons, const LeadReader& lead);

}  // namespace attache
