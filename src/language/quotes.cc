#include "language/quotes.h"

#include <array>

#include "base/strings.h"

namespace attache {
namespace {

enum class Side : std::uint8_t { none, open, close };

class Finder {
 public:
  Finder(std::string_view text, const Segmentation& segmentation) : text_(text), tokens_(segmentation.tokens), sentences_(segmentation.sentences) {}

  Quotes run() {
    for (std::uint32_t s = 0; s < sentences_.size();) {
      std::uint32_t end = s;
      while (end < sentences_.size() && sentences_[end].block == sentences_[s].block) ++end;
      if (!sentences_[s].title) blocks_.push_back({sentences_[s].first, sentences_[end - 1].last, sentences_[s].block});
      s = end;
    }
    bool carried = false;  // the block before ended inside a quotation
    for (std::size_t b = 0; b < blocks_.size(); ++b) carried = scan_block(b, carried);
    out_.of_token.assign(tokens_.size(), -1);
    for (std::size_t q = 0; q < out_.list.size(); ++q) {
      for (std::uint32_t t = out_.list[q].first; t < out_.list[q].last; ++t) out_.of_token[t] = static_cast<std::int32_t>(q);
    }
    return std::move(out_);
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  struct BlockTokens {
    std::uint32_t first, last, block;
  };
  std::vector<BlockTokens> blocks_;
  Quotes out_;

  std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  bool is_double(std::string_view m) const { return m == "\"" || m == "''" || m == "``" || m == "\u201C" || m == "\u201D" || m == "\u201E" || m == "\u201F" || m == "\u00AB" || m == "\u00BB"; }
  bool is_single(std::string_view m) const { return m == "'" || m == "\u2018" || m == "\u2019" || m == "\u201A"; }

  Side side_of(std::uint32_t i, std::uint32_t first, std::uint32_t last, bool open) const {
    const std::string_view m = word(i);
    if (m == "``" || m == "\u201C" || m == "\u00AB" || m == "\u201E" || m == "\u2018" || m == "\u201A" || m == "\u201F") {
      // German and Slavic closing mark: “ without a blank before it, while a quotation is open
      if (m == "\u201C" && open && !tokens_[i].space_before) return Side::close;
      return Side::open;
    }
    const bool blank_after = i + 1 >= last || tokens_[i + 1].space_before;
    const bool blank_before = i == first || tokens_[i].space_before;
    if (m == "\u201D" || m == "\u00BB" || m == "\u2019") {
      // a closing mark used to open: ”word
      return blank_before && !blank_after && !open && m != "\u2019" ? Side::open : Side::close;
    }
    if (blank_before && !blank_after) return Side::open;
    if (!blank_before && blank_after) return Side::close;
    if (!blank_before && !blank_after) {
      // between marks or a bracket and a word: ("word or word",word
      const bool mark_before = tokens_[i - 1].kind == TokenKind::mark && (word(i - 1) == "(" || word(i - 1) == "[" || word(i - 1) == "\u2014" || word(i - 1) == "\u2013" || word(i - 1) == "-" || word(i - 1) == "--");
      return mark_before && !open ? Side::open : open ? Side::close : Side::open;
    }
    return open ? Side::close : Side::open;  // blanks on both sides
  }

  // ", he said" / "said Doran" between two tokens: the quotation ended there without its mark. Gives the token
  // after which it ended, 0 when there is none.
  std::uint32_t lost_close(std::uint32_t from, std::uint32_t to) const {
    static constexpr std::array<std::string_view, 6> kVerbs = {"said", "says", "added", "wrote", "told", "tweeted"};
    for (std::uint32_t i = from + 2; i + 1 < to; ++i) {
      if (word(i) != ",") continue;
      for (std::uint32_t k = i + 1; k < std::min(i + 6, to); ++k) {
        const std::string w = lower_ascii(word(k));
        for (std::string_view verb : kVerbs) {
          if (w == verb && (k + 1 >= to || word(k + 1) == "." || word(k + 1) == "," || k == i + 1)) return i + 1;
        }
        if (tokens_[k].kind == TokenKind::mark) break;
      }
    }
    return 0;
  }

  void add(std::uint32_t first, std::uint32_t last, std::uint32_t block, bool closed, bool continues, bool single) {
    if (last <= first + 1) return;
    if (single) {
      std::uint32_t words = 0;
      for (std::uint32_t t = first; t < last; ++t) words += tokens_[t].kind == TokenKind::word ? 1 : 0;
      if (words < 1) return;
    }
    out_.list.push_back({first, last, block, closed, continues, single});
  }

  bool next_block_opens(std::size_t b) const {
    if (b + 1 >= blocks_.size()) return false;
    const std::uint32_t i = blocks_[b + 1].first;
    return tokens_[i].kind == TokenKind::mark && (is_double(word(i)) || is_single(word(i))) && side_of(i, i, blocks_[b + 1].last, false) == Side::open;
  }

  // Gives whether the block ends inside a quotation that the next block goes on with.
  bool scan_block(std::size_t b, bool carried) {
    const auto [first, last, block] = blocks_[b];
    std::uint32_t open_at = 0;
    bool open = false, single = false, continues = false;
    for (std::uint32_t i = first; i < last; ++i) {
      if (tokens_[i].kind != TokenKind::mark) continue;
      const std::string_view m = word(i);
      const bool dbl = is_double(m);
      if (!dbl && !is_single(m)) continue;
      if (open && dbl == single) continue;  // a mark of the other sort inside: nested, or an apostrophe
      const Side side = side_of(i, first, last, open);
      if (!open) {
        if (side != Side::open) continue;
        if (!dbl && !single_closes(i, last) && !(i == first && next_block_opens_single(b))) continue;
        open = true;
        single = !dbl;
        open_at = i;
        continues = carried && i == first;
        continue;
      }
      if (side == Side::open) {
        // A mark that opens inside an open quotation: stray, unless the first one lost its end.
        if (const std::uint32_t end = lost_close(open_at, i)) {
          add(open_at, end, block, false, continues, single);
          open_at = i;
          continues = false;
        }
        continue;
      }
      if (single && !is_single_close(i, last)) continue;
      add(open_at, i + 1, block, true, continues, single);
      open = false;
      continues = false;
    }
    if (!open) return false;
    if (const std::uint32_t end = lost_close(open_at, last)) {
      add(open_at, end, block, false, continues, single);
      return false;
    }
    const bool runs_on = next_block_opens(b);
    if (single && !runs_on) return false;
    add(open_at, last, block, false, continues, single);
    return runs_on;
  }

  // An apostrophe after "s" before a word is a possessive as long as a better closing mark follows.
  bool is_single_close(std::uint32_t i, std::uint32_t last) const {
    if (tokens_[i].space_before) return false;
    if (tokens_[i - 1].kind == TokenKind::mark) return true;
    const bool plural_before = word(i - 1).ends_with("s");
    const bool word_after = i + 1 < last && tokens_[i + 1].kind == TokenKind::word && tokens_[i + 1].space_before;
    if (!plural_before || !word_after) return true;
    for (std::uint32_t k = i + 1; k < last; ++k) {
      if (tokens_[k].kind == TokenKind::mark && is_single(word(k)) && !tokens_[k].space_before && (k + 1 >= last || tokens_[k + 1].space_before || tokens_[k + 1].kind == TokenKind::mark)) return false;
    }
    return true;
  }

  // A single mark opens a quotation only when one closes it in the same block.
  bool single_closes(std::uint32_t i, std::uint32_t last) const {
    if (i + 1 >= last || tokens_[i + 1].kind == TokenKind::number) return false;  // '90s
    for (std::uint32_t k = i + 2; k < last; ++k) {
      if (tokens_[k].kind == TokenKind::mark && is_single(word(k)) && word(k) != "\u2018" && is_single_close(k, last)) return true;
    }
    return false;
  }

  // A paragraph that begins with a single mark and never closes it runs on into one that begins with one.
  bool next_block_opens_single(std::size_t b) const {
    return b + 1 < blocks_.size() && is_single(word(blocks_[b + 1].first)) && next_block_opens(b);
  }
};

}  // namespace

Quotes find_quotes(std::string_view text, const Segmentation& segmentation) { return Finder(text, segmentation).run(); }

}  // namespace attache
