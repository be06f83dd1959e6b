// When two written names are one person: "Doran", "Ilka Doran" and "Doran-Veld".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attache {

// Folded words of a name, initials without their dots.
[[nodiscard]] std::vector<std::string> person_words(std::string_view name);

// A surname alone fits the surname of a full name or a hyphenated part of it; two full names need fitting surnames and
// equal given names (an initial stands for a name that begins with it). `shorter` has no more words than `longer`.
[[nodiscard]] bool person_fits(const std::vector<std::string>& shorter, const std::vector<std::string>& longer);

// What the ways to write a foreign name in Latin letters have in common, of a folded word: "zelenskyy", "zelensky" and
// "zelenskiy" have one key, "vucic" and "vuciq" too. Different names may share a key: it is no proof by itself.
[[nodiscard]] std::string name_spelling_key(std::string_view folded);

// Two full names (person_words) that can be one written differently: given names with equal keys, no middle words that
// differ, surnames whose keys lie `edits` insertions, deletions or changes apart at most (Levenshtein 1965), one fewer for
// keys under five letters; edits only where they begin alike and neither has a hyphen ("jong-il", "jong-un").
[[nodiscard]] bool spelt_alike(const std::vector<std::string>& a, const std::vector<std::string>& b, std::size_t edits);

// Persons by the words and hyphenated parts of their names.
class PersonIndex {
 public:
  struct Person {
    std::uint32_t id = 0;
    std::vector<std::string> words;
    std::uint32_t position = 0;  // where the name stands first
  };

  void add(Person person);

  // Of several that fit the one with the last position not behind `position`, else the first of all; null when none fits.
  [[nodiscard]] const Person* find(const std::vector<std::string>& words, std::uint32_t position) const;

  // Ids of all that fit, in the order added.
  [[nodiscard]] std::vector<std::uint32_t> find_all(const std::vector<std::string>& words) const;

 private:
  std::vector<Person> persons_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_piece_;
};

// The same for names with a given name: of many persons that share a surname only those are looked at whose given name
// can be the one asked for.
class FullNameIndex {
 public:
  void add(std::uint32_t id, std::vector<std::string> words);

  // Ids of all that fit a name of two words or more, ascending.
  [[nodiscard]] std::vector<std::uint32_t> find_all(const std::vector<std::string>& words) const;

 private:
  struct Person {
    std::uint32_t id = 0;
    std::vector<std::string> words;
  };
  std::vector<Person> persons_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_name_;  // "roe ada", "roe a." for all that begin so, "roe " for one word
};

}  // namespace attache
