#include "tables/concepts.h"

#include <algorithm>
#include <array>

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include "base/hash.h"
#include "base/strings.h"
#include "tables/embedded.h"
#include "tables/tsv.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

// Languages that stand near enough to one of the table to be read by its words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kNearest = {{{"nb", "no"}, {"nn", "no"}, {"pnb", "ur"}, {"sco", "en"}, {"xmf", "ka"}, {"kaa", "uz"}, {"bjn", "id"}, {"min", "id"}, {"jv", "id"}, {"yue", "zh"}, {"wuu", "zh"}, {"bs", "hr"}, {"gl", "pt"}, {"ast", "es"}}};

std::string language_of(std::string_view language) {
  const std::string_view first = language.substr(0, language.find_first_of("-_"));
  for (const auto& [from, to] : kNearest) {
    if (first == from) return std::string(to);
  }
  return std::string(first);
}

bool writes_blanks(std::string_view language) { return language != "zh" && language != "ja" && language != "th" && language != "my" && language != "km" && language != "lo"; }

std::size_t letters(std::string_view text) { return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; })); }

// The text without its last `count` letters.
std::string_view without_end(std::string_view text, std::size_t count) {
  while (count-- > 0 && !text.empty()) text = text.substr(0, text.size() - code_point_before(text, text.size()).size);
  return text;
}

bool is_word_character(const CodePoint& c) { return c.value == U'\'' || (c.value >= U'0' && c.value <= U'9') || is_letter(c.value) || (c.value >= 0x300 && c.value != 0x3000 && !(c.value >= 0x2000 && c.value < 0x2070) && c.value != 0x60C && c.value != 0x61B && c.value != 0x6D4 && c.value != 0x964); }

// As a text without its marks: "cease-fire" is written in two words there, as are "col·lisió" and what a joiner parts.
std::string words_between_blanks(std::string_view folded) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    if (is_word_character(c)) {
      if (gap && !out.empty()) out += ' ';
      out += folded.substr(at, c.size);
    }
    gap = !is_word_character(c);
    at += c.size;
  }
  return out;
}

// Names of countries take no endings there, and a beginning of one ("Chil", "Gree") is that of common words.
bool inflects_names(std::string_view language) { return language != "en" && language != "id" && language != "ms" && language != "tl" && language != "vi" && language != "nl" && language != "af"; }

void add_country(ConceptLexicon& lexicon, std::string name, std::uint64_t key, bool inflected) {
  if (lexicon.has_blanks) name = words_between_blanks(name);
  const std::size_t size = letters(name);
  if (size < 2) return;
  if (!lexicon.has_blanks) {
    lexicon.phrases.emplace_back(name, key);
  } else if (name.find(' ') != std::string::npos) {
    lexicon.phrases.emplace_back(inflected ? " " + std::string(without_end(name, 1)) : " " + name + " ", key);  // what is inflected is the end
  } else if (!inflected) {
    lexicon.words[name].push_back(key);
  } else {
    lexicon.stems[size <= 5 ? name : std::string(without_end(name, std::min<std::size_t>(2, size - 5)))].push_back(key);
  }
}

// Asked for another language, ICU answers in that of the machine.
bool icu_knows(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle* bundle = ures_open(nullptr, language.c_str(), &status);
  ures_close(bundle);
  return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
}

void add_countries(ConceptLexicon& lexicon, const std::string& language) {
  if (!icu_knows(language)) return;
  const icu::Locale shown(language.c_str());
  for (const char* const* code = icu::Locale::getISOCountries(); *code; ++code) {
    icu::UnicodeString name;
    icu::Locale("", *code).getDisplayCountry(shown, name);
    std::string utf8;
    name.toUTF8String(utf8);
    if (utf8 == *code || utf8.find('(') != std::string::npos) continue;
    add_country(lexicon, fold(utf8), hash64(*code, 1), inflects_names(language));
  }
}

void add_word(ConceptLexicon& lexicon, std::string word, std::uint64_t key) {
  std::replace(word.begin(), word.end(), '_', ' ');
  const bool stem = word.ends_with('*');
  if (stem) word.pop_back();
  word = lexicon.has_blanks ? words_between_blanks(fold(word)) : fold(word);
  if (word.empty()) return;
  if (!lexicon.has_blanks) lexicon.phrases.emplace_back(word, key);
  else if (word.find(' ') != std::string::npos) lexicon.phrases.emplace_back(" " + word + (stem ? "" : " "), key);
  else (stem ? lexicon.stems : lexicon.words)[word].push_back(key);
}

}  // namespace

ConceptLexicon load_concepts(std::string_view language) {
  const std::string known = language_of(language);
  ConceptLexicon lexicon;
  lexicon.has_blanks = writes_blanks(known);
  for_each_row(embedded_file("concepts.tsv"), 3, [&](const auto& c) {
    if (c[0] != known) return;
    for (std::string_view word : split(c[2], ' ')) add_word(lexicon, std::string(word), hash64(c[1]));
  });
  add_countries(lexicon, known);
  return lexicon;
}

std::vector<std::uint64_t> find_concepts(std::string_view text, const ConceptLexicon& lexicon) {
  std::vector<std::uint64_t> found;
  const std::string folded = fold(text);
  std::string spaced = " ";  // words, one blank between them
  if (lexicon.has_blanks) {
    std::string word;
    const auto look_up = [&] {
      if (word.empty()) return;
      if (const auto whole = lexicon.words.find(word); whole != lexicon.words.end()) found.insert(found.end(), whole->second.begin(), whole->second.end());
      for (std::size_t end = 0; end < word.size();) {
        end += code_point_at(word, end).size;
        const auto stem = lexicon.stems.find(word.substr(0, end));
        if (stem != lexicon.stems.end()) found.insert(found.end(), stem->second.begin(), stem->second.end());
      }
      spaced += word + " ";
      word.clear();
    };
    for (std::size_t at = 0; at < folded.size();) {
      const CodePoint c = code_point_at(folded, at);
      if (is_word_character(c)) word += folded.substr(at, c.size);
      else look_up();
      at += c.size;
    }
    look_up();
  }
  const std::string_view where = lexicon.has_blanks ? std::string_view(spaced) : std::string_view(folded);
  for (const auto& [phrase, key] : lexicon.phrases) {
    if (where.find(phrase) != std::string_view::npos) found.push_back(key);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace attache
