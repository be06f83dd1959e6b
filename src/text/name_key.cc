#include "text/name_key.h"

#include <array>
#include <utility>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

// Longest first. kh is h in other transcriptions, and h is dropped by the classes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kDigraphs = {{
    {"tsch", "s"}, {"tch", "s"}, {"sch", "s"}, {"dzh", "s"}, {"ch", "s"}, {"sh", "s"}, {"zh", "s"}, {"cz", "s"}, {"sz", "s"}, {"ts", "s"}, {"tz", "s"}, {"dz", "s"},
    {"ph", "f"}, {"th", "t"}, {"kh", "h"}, {"ck", "k"}, {"qu", "kv"}, {"x", "ks"}}};

char class_of(char c) {
  switch (c) {
    case 'k': case 'g': case 'q': case 'c': return 'K';
    case 's': case 'z': case 'j': return 'S';
    case 't': case 'd': return 'T';
    case 'p': case 'b': return 'P';
    case 'f': case 'v': case 'w': return 'F';
    case 'l': return 'L';
    case 'r': return 'R';
    case 'n': return 'N';
    case 'm': return 'M';
    default: return 0;
  }
}

// Cyrillic letters whose scholarly transliteration (č, c, j) no newspaper prints; in Latin spellings c and j are other sounds.
constexpr std::array<std::pair<char16_t, const char16_t*>, 6> kCyrillic = {{{u'\u0447', u"ch"}, {u'\u0427', u"Ch"}, {u'\u0446', u"ts"}, {u'\u0426', u"Ts"}, {u'\u0439', u"i"}, {u'\u0419', u"I"}}};

// What folding would make a plain c: a hissing sound wherever it stands.
std::string with_soft_c(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    if (c.value == U'\u010D' || c.value == U'\u010C' || c.value == U'\u00E7' || c.value == U'\u00C7') out += "ch";
    else out += word.substr(i, c.size);
    i += c.size;
  }
  return out;
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

}  // namespace

struct Romaniser::Rules {
  std::unique_ptr<icu::Transliterator> any_latin;
};

Romaniser::Romaniser() : rules_(std::make_unique<Rules>()) {
  UErrorCode status = U_ZERO_ERROR;
  rules_->any_latin.reset(icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
}

Romaniser::~Romaniser() = default;

std::string Romaniser::romanise(std::string_view text) const {
  if (is_ascii(text) || !rules_->any_latin) return std::string(text);
  icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  for (const auto& [from, to] : kCyrillic) utf16.findAndReplace(icu::UnicodeString(from), icu::UnicodeString(to));
  rules_->any_latin->transliterate(utf16);
  std::string out;
  utf16.toUTF8String(out);
  return out;
}

std::string name_key(std::string_view word) {
  const std::string folded = fold(with_soft_c(word));
  std::string spelt;
  for (std::size_t i = 0; i < folded.size();) {
    bool replaced = false;
    for (const auto& [from, to] : kDigraphs) {
      if (folded.compare(i, from.size(), from) != 0) continue;
      spelt += to;
      i += from.size();
      replaced = true;
      break;
    }
    if (replaced) continue;
    const char next = i + 1 < folded.size() ? folded[i + 1] : ' ';
    if (static_cast<unsigned char>(folded[i]) < 0x80) spelt += folded[i] == 'c' && (next == 'e' || next == 'i' || next == 'y') ? 's' : folded[i];
    ++i;
  }
  std::string key;
  for (std::size_t i = 0; i < spelt.size(); ++i) {
    if (i == 0 && is_vowel(spelt[0])) key += 'A';
    const char c = class_of(spelt[i]);
    if (c && (key.empty() || key.back() != c)) key += c;
  }
  return key == "A" ? std::string() : key;
}

}  // namespace attache
