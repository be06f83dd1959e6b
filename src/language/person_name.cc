#include "language/person_name.h"

#include <algorithm>

#include "base/sorted.h"
#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

// "doran" fits "doran-veld": equal, or one side's hyphenated part.
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

// Longest first; each is replaced once, from left to right.
struct Spelling {
  std::string_view written, key;
};
constexpr Spelling kSpellings[] = {{"shch", "s"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "d"}, {"ch", "c"}, {"cz", "c"}, {"sh", "s"}, {"sz", "s"}, {"kh", "h"}, {"zh", "z"}, {"gj", "d"}, {"dj", "d"}, {"xh", "d"}, {"gh", "g"}, {"ph", "f"},
                                   {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"ks", "x"}, {"ck", "k"}, {"q", "c"}, {"w", "v"}, {"y", "i"}, {"j", "i"}};

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::vector<std::string> pieces_of(const std::string& word) {
  std::vector<std::string> out{word};
  if (word.find('-') == std::string::npos) return out;
  for (std::string_view piece : split(word, '-')) {
    if (piece.size() >= 3) out.emplace_back(piece);
  }
  return out;
}

// Of all words, each once.
std::vector<std::string> pieces_of(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::string& w : words) {
    for (std::string& piece : pieces_of(w)) out.push_back(std::move(piece));
  }
  sort_and_unite(out);
  return out;
}

bool fits(const std::vector<std::string>& a, const std::vector<std::string>& b) { return a.size() <= b.size() ? person_fits(a, b) : person_fits(b, a); }

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

std::string name_spelling_key(std::string_view folded) {
  std::string out;
  const auto put = [&](std::string_view letters) {
    for (char c : letters) {
      if (out.empty() || out.back() != c) out += c;  // doubled letters count once
    }
  };
  for (std::size_t at = 0; at < folded.size();) {
    const auto* spelling = std::find_if(std::begin(kSpellings), std::end(kSpellings), [&](const Spelling& s) { return folded.substr(at).starts_with(s.written); });
    if (spelling == std::end(kSpellings)) {
      put(folded.substr(at, 1));
      ++at;
    } else {
      put(spelling->key);
      at += spelling->written.size();
    }
  }
  return out;
}

bool spelt_alike(const std::vector<std::string>& a, const std::vector<std::string>& b, std::size_t edits) {
  if (a.size() < 2 || b.size() < 2 || name_spelling_key(a.front()) != name_spelling_key(b.front())) return false;
  if (a.size() > 2 && b.size() > 2 && !std::equal(a.begin() + 1, a.end() - 1, b.begin() + 1, b.end() - 1)) return false;
  const std::string x = name_spelling_key(a.back()), y = name_spelling_key(b.back());
  if (x == y) return true;
  if (x.empty() || y.empty() || x.front() != y.front() || x.find('-') != std::string::npos || y.find('-') != std::string::npos) return false;
  const std::size_t allowed = std::min(x.size(), y.size()) < 5 ? edits - std::min<std::size_t>(edits, 1) : edits;
  return x.size() + y.size() <= 80 && edit_distance(x, y) <= allowed;
}

void PersonIndex::add(Person person) {
  const auto index = static_cast<std::uint32_t>(persons_.size());
  for (const std::string& key : pieces_of(person.words)) by_piece_[key].push_back(index);
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
      if (!fits(words, person.words)) continue;
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
      if (fits(words, persons_[index].words)) out.push_back(persons_[index].id);
    }
  }
  sort_and_unite(out);
  return out;
}

void FullNameIndex::add(std::uint32_t id, std::vector<std::string> words) {
  if (words.empty()) return;
  const auto index = static_cast<std::uint32_t>(persons_.size());
  const std::string given = words.size() > 1 ? words.front() : std::string();
  for (const std::string& piece : pieces_of(words)) {
    by_name_[piece + ' ' + given].push_back(index);
    if (given.size() > 1) by_name_[piece + ' ' + given.front() + '.'].push_back(index);
  }
  persons_.push_back({id, std::move(words)});
}

std::vector<std::uint32_t> FullNameIndex::find_all(const std::vector<std::string>& words) const {
  std::vector<std::uint32_t> out;
  if (words.size() < 2) return out;
  const std::string& given = words.front();
  for (const std::string& piece : pieces_of(words.back())) {
    // the same given name, a person known by one word only, and either of the two as an initial
    for (const std::string& key : {piece + ' ' + given, piece + ' ', piece + ' ' + given.front() + (given.size() == 1 ? "." : "")}) {
      const auto found = by_name_.find(key);
      if (found == by_name_.end()) continue;
      for (std::uint32_t index : found->second) {
        if (fits(words, persons_[index].words)) out.push_back(persons_[index].id);
      }
    }
  }
  sort_and_unite(out);
  return out;
}

}  // namespace attache
