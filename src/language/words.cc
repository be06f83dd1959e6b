#include "language/words.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/utf8.h"

namespace attache {
namespace {

// Parts that stay with what a hyphen ties to them (the affix list of the Penn Treebank's tokenisation of hyphens, as far as news has them).
constexpr std::array<std::string_view, 60> kPrefixes = {"a", "anti", "arch", "auto", "be", "bi", "bio", "co", "counter", "cross", "cyber", "de", "di", "dis", "e", "eco", "electro", "em", "en", "ex", "extra", "fore", "geo", "hyper", "infra", "inter", "intra", "macro", "mal", "mega", "meta", "micro", "mid", "mini", "mis", "mono", "multi", "neo", "non", "omni", "over", "pan", "para", "post", "pre", "pro", "proto", "pseudo", "quasi", "re", "semi", "sub", "super", "supra", "tele", "trans", "tri", "ultra", "un", "under"};
constexpr std::array<std::string_view, 10> kSuffixes = {"fold", "ish", "less", "wise", "esque", "like", "o", "a", "ed", "e"};
constexpr std::array<std::string_view, 7> kMerged = {"cannot", "gonna", "wanna", "gotta", "gimme", "lemme", "dunno"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::size_t apostrophe_size(std::string_view s, std::size_t at) {
  if (s[at] == '\'') return 1;
  return s.substr(at, 3) == "\u2019" ? 3 : 0;
}

class WordCutter {
 public:
  WordCutter(std::string_view text, std::vector<Word>& out) : text_(text), out_(out) {}

  void cut(Span span, std::uint32_t token) {
    token_ = token;
    const std::string_view s = slice(text_, span);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
      const std::size_t size = s[i] == '-' ? 1 : (s.substr(i, 3) == "\u2010" || s.substr(i, 3) == "\u2011") ? 3 : 0;
      if (!size || !splits(s.substr(begin, i - begin), s.substr(i + size))) continue;
      clitics(span, begin, i);
      add(span, i, i + size);
      begin = i + size;
      i += size - 1;
    }
    clitics(span, begin, s.size());
  }

 private:
  std::string_view text_;
  std::vector<Word>& out_;
  std::uint32_t token_ = 0;

  void add(Span span, std::size_t begin, std::size_t end) {
    if (end > begin) out_.push_back({{span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)}, token_});
  }

  static bool splits(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty()) return false;
    const std::string low = lower_ascii(before), rest = lower_ascii(after.substr(0, after.find('-')));
    if (has(kPrefixes, low) || has(kSuffixes, rest)) return false;
    return before.size() > 1 || !is_alpha(before[0]) || after.size() > 3;
  }

  // "do|n't", "they|'re", "can|not"
  void clitics(Span span, std::size_t begin, std::size_t end) {
    const std::string_view s = slice(text_, span).substr(begin, end - begin);
    const std::string low = lower_ascii(s);
    if (has(kMerged, low)) {
      const std::size_t first = low == "dunno" ? 2 : 3;
      add(span, begin, begin + first);
      add(span, begin + first, end);
      return;
    }
    for (std::size_t i = 1; i < s.size(); ++i) {
      const std::size_t size = apostrophe_size(s, i);
      if (!size) continue;
      const std::string_view tail = std::string_view(low).substr(i + size);
      if (tail == "t" && low[i - 1] == 'n' && i > 1) {
        add(span, begin, begin + i - 1);
        add(span, begin + i - 1, end);
        return;
      }
      if (tail == "s" || tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "m") {
        add(span, begin, begin + i);
        add(span, begin + i, end);
        return;
      }
    }
    add(span, begin, end);
  }
};

bool is_address(std::string_view s) { return s.find("://") != std::string_view::npos || s.find('@') != std::string_view::npos || s.starts_with("www."); }

}  // namespace

std::vector<Word> syntactic_words(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const Lexicon& lexicon) {
  std::vector<Word> out;
  WordCutter cutter(text, out);
  const auto& tokens = segmentation.tokens;
  const auto word = [&](std::uint32_t i) { return slice(text, tokens[i].span); };
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = tokens[i];
    // addresses of mail and pages: everything up to the next blank
    std::uint32_t glued = i + 1;
    while (glued < sentence.last && !tokens[glued].space_before) ++glued;
    if (glued > i + 2 && t.kind != TokenKind::mark) {
      std::uint32_t last = glued;
      while (last > i + 1 && tokens[last - 1].kind == TokenKind::mark && word(last - 1) != "/") --last;
      if (const Span all{t.span.begin, tokens[last - 1].span.end}; is_address(slice(text, all))) {
        out.push_back({all, i});
        i = last - 1;
        continue;
      }
    }
    // "1/2", "9/11", "10:30"
    if (t.kind == TokenKind::number && i + 2 < glued && (word(i + 1) == "/" || word(i + 1) == ":") && tokens[i + 2].kind == TokenKind::number) {
      std::uint32_t last = i + 2;
      while (last + 2 < glued && word(last + 1) == word(i + 1) && tokens[last + 2].kind == TokenKind::number) last += 2;
      out.push_back({{t.span.begin, tokens[last].span.end}, i});
      i = last;
      continue;
    }
    // "Mr.", "J.", "etc."
    if (t.kind == TokenKind::word && i + 1 < glued && word(i + 1) == ".") {
      const std::string low = lower_ascii(word(i));
      const bool initial = low.size() == 1 && i + 2 < sentence.last && t.capitalised;
      const bool ends_word = low == "may" || low == "no" || low == "fig" || low == "sun" || low == "sat";  // words as well
      if (initial || (lexicon.abbreviations.contains(low) && (!ends_word || i + 2 < sentence.last))) {
        out.push_back({{t.span.begin, tokens[i + 1].span.end}, i});
        ++i;
        continue;
      }
    }
    // "th- the": a word broken off
    if (t.kind == TokenKind::word && i + 1 < glued && word(i + 1) == "-" && (i + 2 == glued || word(i + 2) == ",") && i + 2 < sentence.last) {
      out.push_back({{t.span.begin, tokens[i + 1].span.end}, i});
      ++i;
      continue;
    }
    if (t.kind == TokenKind::word || t.kind == TokenKind::number) cutter.cut(t.span, i);
    else out.push_back({t.span, i});
  }
  return out;
}

std::vector<WordSyntax> syntax_of(const ReadSentences& read, const Sentence& sentence, std::span<const std::string_view> forms, const SyntaxReader& reader) {
  const auto known = read.find(sentence.first);
  return known != read.end() && known->second.size() == forms.size() ? known->second : reader.read(forms);
}

std::string lemma_of(const SyntaxReader& reader, const Lexicon& lexicon, std::string_view form, const WordSyntax& word) {
  std::string lemma = reader.lemma_of(form, word);
  const SyntaxLabels& labels = reader.labels();
  const bool verb = labels.upos[word.upos] == "VERB" && !labels.xpos[word.xpos].starts_with("NNP");  // "United" of a name keeps its capital
  if (!verb || verb_lemma_of(lexicon, lemma) == lemma) return lemma;
  const std::string_view listed = verb_lemma_of(lexicon, lower_ascii(form));
  return listed.empty() ? lemma : std::string(listed);
}

}  // namespace attache
