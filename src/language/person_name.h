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

}  // namespace attache
