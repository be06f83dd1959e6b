#include "training/name_files.h"

#include <algorithm>

#include "base/strings.h"
#include "language/segment.h"

namespace attache {

void to_bioes(LabelledSentence& sentence) {
  auto& w = sentence.words;
  for (std::size_t i = 0; i < w.size(); ++i) {
    std::string& tag = w[i].name;
    if (tag.size() < 3) continue;
    const std::string kind = tag.substr(2);
    const bool more = i + 1 < w.size() && w[i + 1].name == "I-" + kind;
    const bool goes_on = tag[0] == 'I' && i > 0 && w[i - 1].name.size() > 2 && w[i - 1].name.substr(2) == kind && w[i - 1].name[0] != 'E' && w[i - 1].name[0] != 'S';
    tag = std::string(goes_on ? (more ? "I-" : "E-") : (more ? "B-" : "S-")) + kind;
  }
}

Result<std::vector<LabelledSentence>> parse_bio(std::string_view text, const std::string& source) {
  std::vector<LabelledSentence> out;
  LabelledSentence now;
  std::uint64_t number = 0;
  const auto end = [&] {
    if (now.words.empty()) return;
    now.names_known = true;
    to_bioes(now);
    out.push_back(std::move(now));
    now = {};
  };
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      end();
      continue;
    }
    if (line.starts_with("# ")) continue;
    const auto f = split(line, '\t');
    if (f.size() != 2 || (f[1] != "O" && (f[1].size() < 3 || (f[1][0] != 'B' && f[1][0] != 'I') || f[1][1] != '-'))) {
      return tl::unexpected<Error>(Error{ErrorCode::unsupported, "a line that is no word with a BIO tag", source, number});
    }
    LabelledWord w;
    w.form = f[0];
    w.name = f[1];
    now.words.push_back(std::move(w));
  }
  end();
  return out;
}

Result<std::vector<LabelledSentence>> parse_bracketed_names(std::string_view text, const std::string& source, const Lexicon& lexicon) {
  struct Name {
    Span span;
    std::string kind;
  };
  std::vector<LabelledSentence> out;
  std::uint64_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    line = trim(line);
    if (line.empty() || line.starts_with('#')) continue;
    const auto wrong = [&](const std::string& what) { return tl::unexpected<Error>(Error{ErrorCode::unsupported, what, source, number}); };
    std::string plain;
    std::vector<Name> names;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == ']') return wrong("a closing bracket without its opening one");
      if (line[i] != '[') {
        plain += line[i];
        continue;
      }
      const std::size_t blank = line.find(' ', i), close = line.find(']', i);
      if (close == std::string_view::npos || blank > close) return wrong("a name without its end or its kind");
      const std::string kind(line.substr(i + 1, blank - i - 1));
      if (!is_one_of(kind, {"PER", "ORG", "LOC", "MISC"})) return wrong("a name of unknown kind: " + kind);
      const std::string_view inside = line.substr(blank + 1, close - blank - 1);
      if (inside.empty() || inside.find('[') != std::string_view::npos) return wrong("an empty name, or one inside another");
      names.push_back({{static_cast<std::uint32_t>(plain.size()), static_cast<std::uint32_t>(plain.size() + inside.size())}, kind});
      plain += inside;
      i = close;
    }
    Block block;
    block.span = {0, static_cast<std::uint32_t>(plain.size())};
    const Segmentation cut = segment(plain, {block}, lexicon);
    for (const Sentence& s : cut.sentences) {
      LabelledSentence sentence;
      sentence.names_known = true;
      for (std::uint32_t t = s.first; t < s.last; ++t) {
        const Span span = cut.tokens[t].span;
        LabelledWord w;
        w.form = slice(plain, span);
        w.name = "O";
        for (const Name& n : names) {
          if (n.span.overlaps(span)) w.name = (span.begin <= n.span.begin ? "B-" : "I-") + n.kind;
        }
        sentence.words.push_back(std::move(w));
      }
      to_bioes(sentence);
      out.push_back(std::move(sentence));
    }
  }
  return out;
}

}  // namespace attache
