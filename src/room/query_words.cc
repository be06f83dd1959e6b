#include "room/query_words.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

// As unicode61 of FTS5 has it: letters, numbers, private use; combining marks go on with a word.
bool is_word_character(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER: case U_LOWERCASE_LETTER: case U_TITLECASE_LETTER: case U_MODIFIER_LETTER: case U_OTHER_LETTER:
    case U_DECIMAL_DIGIT_NUMBER: case U_LETTER_NUMBER: case U_OTHER_NUMBER: case U_PRIVATE_USE_CHAR:
    case U_NON_SPACING_MARK: case U_COMBINING_SPACING_MARK: return true;
    default: return false;
  }
}

struct Word {
  Span span;
  std::string folded;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const CodePoint c = code_point_at(text, at);
      if (!is_word_character(c.value)) break;
      at += c.size;
    }
    if (at > begin) out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, fold(text.substr(begin, at - begin))});
    else at += std::max<std::uint32_t>(code_point_at(text, at).size, 1);
  }
  return out;
}

bool stands_at(const QueryPart& part, const std::vector<Word>& words, std::size_t at) {
  if (at + part.words.size() > words.size()) return false;
  for (std::size_t k = 0; k < part.words.size(); ++k) {
    const std::string& word = words[at + k].folded;
    const bool open = part.begins && k + 1 == part.words.size();
    if (open ? !word.starts_with(part.words[k]) : word != part.words[k]) return false;
  }
  return true;
}

}  // namespace

std::vector<QueryPart> parse_query(std::string_view typed) {
  typed = typed.substr(0, floor_boundary(typed, std::min(typed.size(), kMostQueryBytes)));
  std::vector<QueryPart> out;
  std::size_t at = 0;
  while (at < typed.size() && out.size() < kMostParts) {
    if (is_space(typed[at])) {
      ++at;
      continue;
    }
    QueryPart part;
    if (typed[at] == '-' && at + 1 < typed.size() && !is_space(typed[at + 1])) {
      part.without = true;
      ++at;
    }
    std::size_t end = at;
    std::string_view piece;
    if (typed[at] == '"') {
      end = std::min(typed.find('"', at + 1), typed.size());
      piece = typed.substr(at + 1, end - at - 1);
      end = std::min(end + 1, typed.size());
      if (end < typed.size() && typed[end] == '*') {
        part.begins = true;
        ++end;
      }
    } else {
      while (end < typed.size() && !is_space(typed[end]) && typed[end] != '"') ++end;
      piece = typed.substr(at, end - at);
      part.begins = piece.ends_with('*');
    }
    at = std::max(end, at + 1);
    for (Word& w : words_of(piece)) part.words.push_back(std::move(w.folded));
    if (!part.words.empty()) out.push_back(std::move(part));
  }
  return out;
}

std::string match_expression(const std::vector<QueryPart>& parts) {
  const auto quoted = [](const QueryPart& part) { return "\"" + join_strings(part.words, " ") + "\"" + (part.begins ? " *" : ""); };
  std::string with, without;
  for (const QueryPart& part : parts) {
    if (part.without) without += (without.empty() ? "" : " OR ") + quoted(part);
    else with += (with.empty() ? "" : " AND ") + quoted(part);
  }
  if (with.empty() || without.empty()) return with;
  return "(" + with + ") NOT (" + without + ")";
}

std::vector<Span> find_query_words(const std::vector<QueryPart>& parts, std::string_view text) {
  const std::vector<Word> words = words_of(text);
  std::vector<Span> out;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t longest = 0;
    for (const QueryPart& part : parts) {
      if (!part.without && stands_at(part, words, at)) longest = std::max(longest, part.words.size());
    }
    if (longest) out.push_back(join(words[at].span, words[at + longest - 1].span));
    at += std::max<std::size_t>(longest, 1);
  }
  return out;
}

}  // namespace attache
