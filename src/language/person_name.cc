#include "language/person_name.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

// "osmani" fits "osmani-sadriu": equal, or one side's hyphenated part.
bool surname_fits(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto part_of = [](const std::string& part, const std::string& whole) {
    for (std::string_view piece : split(whole, '-')) {
      if (piece == part && piece.size() >= 3) return true;
    }
    return false;
  };
  return part_of(a, b) || part_of(b, a);
}

std::vector<std::string> pieces_of(const std::string& word) {
  std::vector<std::string> out{word};
  if (word.find('-') == std::string::npos) return out;
  for (std::string_view piece : split(word, '-')) {
    if (piece.size() >= 3) out.emplace_back(piece);
  }
  return out;
}

}  // namespace

std::vector<std::string> person_words(std::string_view name) {
  std::vector<std::string> words;
  for (std::string_view w : split(name, ' ')) {
    std::string f = fold(w);
    while (!f.empty() && (f.back() == '.' || f.back() == ',')) f.pop_back();
    if (!f.empty()) words.push_back(std::move(f));
  }
  return words;
}

bool person_fits(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  if (shorter.empty() || longer.empty()) return false;
  if (shorter.size() == 1) {
    if (longer.size() == 1) return surname_fits(shorter[0], longer[0]);
    return std::any_of(longer.begin() + 1, longer.end(), [&](const std::string& w) { return surname_fits(shorter[0], w); });
  }
  const bool surnames = surname_fits(shorter.back(), longer.back()) || std::any_of(longer.begin() + 1, longer.end(), [&](const std::string& w) { return surname_fits(shorter.back(), w); });
  if (!surnames) return false;
  const std::string& a = shorter.front();
  const std::string& b = longer.front();
  return a == b || (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

void PersonIndex::add(Person person) {
  const auto index = static_cast<std::uint32_t>(persons_.size());
  std::vector<std::string> keys;
  for (const std::string& w : person.words) {
    for (std::string& piece : pieces_of(w)) keys.push_back(std::move(piece));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const std::string& key : keys) by_piece_[key].push_back(index);
  persons_.push_back(std::move(person));
}

const PersonIndex::Person* PersonIndex::find(const std::vector<std::string>& words, std::uint32_t position) const {
  const Person* match = nullptr;
  if (words.empty()) return match;
  for (const std::string& piece : pieces_of(words.back())) {
    const auto found = by_piece_.find(piece);
    if (found == by_piece_.end()) continue;
    for (std::uint32_t index : found->second) {
      const Person& person = persons_[index];
      const bool shorter = words.size() <= person.words.size();
      if (!person_fits(shorter ? words : person.words, shorter ? person.words : words)) continue;
      if (!match || (person.position <= position && (match->position > position || person.position > match->position))) match = &person;
    }
  }
  return match;
}

std::vector<std::uint32_t> PersonIndex::find_all(const std::vector<std::string>& words) const {
  std::vector<std::uint32_t> out;
  if (words.empty()) return out;
  for (const std::string& piece : pieces_of(words.back())) {
    const auto found = by_piece_.find(piece);
    if (found == by_piece_.end()) continue;
    for (std::uint32_t index : found->second) {
      const Person& person = persons_[index];
      const bool shorter = words.size() <= person.words.size();
      if (person_fits(shorter ? words : person.words, shorter ? person.words : words)) out.push_back(person.id);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace attache
