// Controls, labels and credits of a page inside of its text. Wordings that many sites share; no site is named.
#include "base/strings.h"
#include "mentions/lead.h"

namespace attache {
namespace {

constexpr std::uint32_t kLongestCredit = 16;  // tokens in parentheses

class Furniture {
 public:
  Furniture(std::string_view text, const Segmentation& segmentation, std::uint32_t end) : text_(text), tokens_(segmentation.tokens), end_(end) {}

  std::uint32_t size(std::uint32_t i) const {
    const char first = text_[tokens_[i].span.begin];
    if (is_lower(first) && first != 'h' && first != 'w' && first != 'p') return 0;  // most words
    for (const auto rule : {&Furniture::invitation, &Furniture::control, &Furniture::label, &Furniture::counter, &Furniture::credit, &Furniture::address}) {
      if (const std::uint32_t count = (this->*rule)(i)) return count;
    }
    return 0;
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t end_;

  std::string_view word(std::uint32_t i) const { return i < end_ ? slice(text_, tokens_[i].span) : std::string_view(); }
  bool any(std::uint32_t i, std::initializer_list<std::string_view> words) const { return is_one_of(word(i), words); }
  bool large(std::uint32_t i) const { return i < end_ && (tokens_[i].capitalised || tokens_[i].kind == TokenKind::number); }

  // "Click to share on X (Opens in new window)"
  std::uint32_t invitation(std::uint32_t i) const {
    if (!any(i, {"Click", "Tap", "Press"}) || word(i + 1) != "to" || i + 2 >= end_ || tokens_[i + 2].capitalised) return 0;
    std::uint32_t k = i + 3;
    if (word(k) == "on" && large(k + 1)) k += 2;
    if (word(k) == "(" && word(k + 1) == "Opens") {
      while (k < end_ && k < i + kLongestCredit && word(k) != ")") ++k;
      ++k;
    }
    return std::min(k, end_) - i;
  }

  std::uint32_t control(std::uint32_t i) const {
    if (word(i) == "+" && any(i + 1, {"Subscribe", "Follow"})) return 2;
    const auto pair = [&](std::string_view a, std::initializer_list<std::string_view> b) { return word(i) == a && any(i + 1, b); };
    if (pair("Skip", {"Ad"}) || pair("Full", {"Screen"}) || pair("View", {"Photos", "Gallery"}) || pair("Buy", {"Photo"}) || pair("Play", {"Video"}) || pair("Read", {"More", "more"})) return 2;
    return any(i, {"Autoplay"}) ? 1 : 0;
  }

  // "Image caption Rescuers at the dam", "Advertisement The ..."
  std::uint32_t label(std::uint32_t i) const {
    if (any(i, {"Image", "Media", "Photo", "Video"}) && any(i + 1, {"copyright", "caption"})) return 2;
    if (word(i) == "Share" && word(i + 1) == "this" && large(i + 2)) return 2;
    if (word(i) == "Loading" && word(i + 1).starts_with("..")) return 2;
    return any(i, {"Advertisement", "Embed", "Share", "Close", "Caption"}) && large(i + 1) ? 1 : 0;
  }

  // "3 of 12" of a gallery
  std::uint32_t counter(std::uint32_t i) const {
    const auto number = [&](std::uint32_t k) { return k < end_ && tokens_[k].kind == TokenKind::number; };
    return number(i) && word(i + 1) == "of" && number(i + 2) && large(i + 3) ? 3 : 0;
  }

  // "(Photo: A. Lund)", "(Ada Lund/Northwire)", "(The Lakeland Post)"
  std::uint32_t credit(std::uint32_t i) const {
    if (word(i) != "(") return 0;
    std::uint32_t close = i + 1;
    while (close < end_ && close < i + kLongestCredit && word(close) != ")") ++close;
    if (word(close) != ")" || close == i + 1) return 0;
    const std::string_view inside = slice(text_, {tokens_[i + 1].span.begin, tokens_[close - 1].span.end});
    const std::string first = lower_ascii(word(i + 1));
    const bool names_picture = is_one_of(first, {"photo", "photos", "picture", "pictures", "image", "images", "video", "file"}) && inside.find(':') != std::string_view::npos;
    const bool names_agency = large(i + 1) && (inside.find('/') != std::string_view::npos || inside.find(" via ") != std::string_view::npos) && inside.find(' ') != std::string_view::npos;
    const bool names_paper = word(i + 1) == "The" && close == i + 4 && large(i + 2) && large(i + 3);
    return names_picture || names_agency || names_paper ? close + 1 - i : 0;
  }

  std::uint32_t address(std::uint32_t i) const {
    const std::string_view w = word(i);
    if (w.starts_with("http") || w.starts_with("www.") || w.starts_with("pic.")) {
      std::uint32_t k = i + 1;
      while (k < end_ && !tokens_[k].space_before) ++k;
      if (w.size() > 8 || k > i + 1) return k - i;
    }
    return 0;
  }
};

}  // namespace

std::uint32_t furniture_size(std::string_view text, const Segmentation& segmentation, std::uint32_t i, std::uint32_t end) { return Furniture(text, segmentation, end).size(i); }

}  // namespace attache
