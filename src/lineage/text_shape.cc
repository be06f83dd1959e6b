#include "lineage/text_shape.h"

#include <algorithm>

#include "base/hash.h"
#include "base/sorted.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

// Runs of a paragraph inside and outside quotation marks. A mark that is never closed ends with its paragraph.
template <class Each>
void for_each_run(std::string_view paragraph, Each each) {
  std::size_t begin = 0;
  bool inside = false;
  const auto cut = [&](std::size_t end, std::size_t next, bool now_inside) {
    if (end > begin) each(paragraph.substr(begin, end - begin), inside);
    begin = next;
    inside = now_inside;
  };
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    if (paragraph[i] == '"') cut(i, i + 1, !inside);
    else if (paragraph.substr(i).starts_with("\u201C")) cut(i, i + 3, true);
    else if (paragraph.substr(i).starts_with("\u201D")) cut(i, i + 3, false);
  }
  cut(paragraph.size(), paragraph.size(), false);
}

// "doran's" is Doran's, too.
std::string_view without_possessive(std::string_view folded) { return folded.substr(0, folded.size() - (folded.ends_with("'s") ? 2 : 0)); }

// Capitalised words that do not stand where any word would be capitalised.
void read_names(std::string_view paragraph, std::vector<std::uint64_t>& names) {
  const std::string plain = fold_marks(paragraph);  // curly marks are no letters
  const auto is_inner = [&](std::size_t i) { return is_alpha(plain[i]) || static_cast<unsigned char>(plain[i]) >= 0x80; };
  bool opens = true;
  for (std::size_t i = 0; i < plain.size();) {
    std::size_t end = i;
    while (end < plain.size() && (is_inner(end) || (end > i && plain[end] == '\'' && end + 1 < plain.size() && is_inner(end + 1)))) ++end;
    if (end == i) {
      if (std::string_view(".!?:;\"").find(plain[i]) != std::string_view::npos) opens = true;
      ++i;
      continue;
    }
    const std::string word = plain.substr(i, end - i);
    if (!opens && is_capitalised(word)) names.push_back(hash64(without_possessive(fold(word))));
    opens = false;
    i = end;
  }
}

}  // namespace

TextShape make_shape(const Report& report) {
  TextShape shape;
  GramWindow window;
  std::vector<std::uint64_t> names;  // what each word would be as a name
  for (const Block& block : report.blocks) {
    if (!is_body(block.kind)) continue;
    const std::string_view paragraph = slice(report.text, block.span);
    for_each_run(paragraph, [&](std::string_view run, bool inside) {
      for_each_word(run, [&](std::string_view word, bool number) {
        const std::uint64_t h = hash64(word);
        names.push_back(word.ends_with("'s") ? hash64(without_possessive(word)) : h);
        shape.words.push_back(number ? TextShape::Word::number : TextShape::Word::plain);
        shape.quoted.push_back(inside);
        if (number) shape.fingerprint.numbers.push_back(h);
        if (window.add(h)) shape.grams.push_back(window.gram());
      });
    });
    read_names(paragraph, shape.names);
  }
  for_each_word(report.title.value, [&](std::string_view word, bool) { shape.title.push_back(hash64(word)); });
  sort_and_unite(shape.names);
  sort_and_unite(shape.title);
  if (shape.grams.empty()) {
    shape.fingerprint = make_fingerprint(report);  // of a few words
  } else {
    shape.fingerprint.shingles = shape.grams;
    sort_and_unite(shape.fingerprint.shingles);
    std::sort(shape.fingerprint.numbers.begin(), shape.fingerprint.numbers.end());
    shape.fingerprint.words = static_cast<std::uint32_t>(names.size());
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (shape.words[i] == TextShape::Word::plain && std::binary_search(shape.names.begin(), shape.names.end(), names[i])) shape.words[i] = TextShape::Word::name;
  }
  return shape;
}

}  // namespace attache
