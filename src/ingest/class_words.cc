#include "ingest/class_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/strings.h"

namespace attache {
namespace {

using std::string_view;

// Parts of a token that name the article whole, wherever they stand in it.
constexpr std::array<string_view, 3> kArticleBody = {"articlebody", "article-body", "article__body"};
constexpr std::array<string_view, 18> kArticle = {"article-content", "article__content", "article-text", "story-body", "storybody", "story-content",
                                                   "entry-content", "post-content", "post-body", "articletext", "content-body", "body-content", "story__body",
                                                   "article_body", "td-post-content", "storytext", "article-copy", "news-text"};
constexpr std::array<string_view, 9> kGood = {"article", "body", "content", "entry", "main", "post", "text", "story", "paragraph"};

// Furniture in several words; the word separators of the token are read as '-'.
constexpr std::array<string_view, 18> kFurniturePhrases = {"most-read", "sign-up", "sign-in", "log-in", "more-from", "more-stories", "more-news", "read-more", "also-read", "read-also", "see-also",
                                                           "author-bio", "about-author", "skip-link", "correction-form", "print-only", "up-next", "call-to-action"};
// Words by their beginning; sorted, and none begins with another.
constexpr std::array<string_view, 45> kFurnitureStems = {
    "advert", "alsoread", "banner", "breadcrumb", "comment", "consent", "cookie", "disqus", "feedback", "footer", "footnote",
    "gdpr", "lightbox", "login", "masthead", "modal", "moreon", "mostread", "navig", "newsletter", "outbrain", "pagination",
    "playlist", "popular", "popup", "promo", "rating", "readmore", "recommend", "related", "share", "shopping",
    "sidebar", "signup", "social", "sponsor", "submenu", "subscri", "taboola", "teaser", "toolbar", "tooltip", "trending",
    "upsell", "widget"};
// Whole words; sorted.
constexpr std::array<string_view, 11> kFurnitureWords = {
    "ad", "ads", "cta", "donate", "donation", "menu", "nav", "poll", "survey", "tags", "topics"};
// Words by their end: "topnav", "pagefooter".
constexpr std::array<string_view, 7> kFurnitureEnds = {"nav", "navbar", "menu", "footer", "sidebar", "sharebar", "comments"};
constexpr std::array<string_view, 4> kCommentStems = {"comment", "disqus", "fbcomments", "livefyre"};
constexpr std::array<string_view, 12> kModifiers = {
    "has", "hasnt", "hide", "is", "js", "no", "non", "not", "one", "two", "with", "without"};
constexpr std::array<string_view, 8> kCaption = {"caption", "photo-credit", "image-credit", "img-credit", "media-credit", "photographer", "photocredit", "imagecredit"};

template <class List>
bool holds_any(string_view text, const List& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](string_view part) { return text.find(part) != string_view::npos; });
}

template <class List>
bool is_any(string_view word, const List& sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// Of stems none of which begins with another only the last one not behind the word can be its beginning.
template <class List>
bool begins_with_one(string_view word, const List& sorted) {
  const auto behind = std::upper_bound(sorted.begin(), sorted.end(), word);
  return behind != sorted.begin() && word.starts_with(*std::prev(behind));
}

template <class List>
bool begins_with_any(string_view word, const List& stems) {
  return std::any_of(stems.begin(), stems.end(), [&](string_view stem) { return word.starts_with(stem); });
}

bool separates_words(char c) { return c == '-' || c == '_' || c == ':' || c == '.' || c == '/'; }

void read_token(string_view token, ClassWords& out) {
  std::string_view before;
  for (std::size_t at = 0; at < token.size();) {
    std::size_t end = at;
    while (end < token.size() && !separates_words(token[end])) ++end;
    const string_view word = token.substr(at, end - at);
    if (!word.empty()) {
      if (!is_any(before, kModifiers)) {
        const bool comments = begins_with_any(word, kCommentStems);
        out.comments |= comments;
        out.furniture |= comments || begins_with_one(word, kFurnitureStems) || is_any(word, kFurnitureWords) ||
                         std::any_of(kFurnitureEnds.begin(), kFurnitureEnds.end(), [&](string_view tail) { return word.ends_with(tail); });
      }
      before = word;
    }
    at = end + 1;
  }
}

}  // namespace

ClassWords read_class_words(string_view hints) {
  ClassWords out;
  if (hints.empty()) return out;
  out.good = holds_any(hints, kGood);
  out.article_body = out.good && holds_any(hints, kArticleBody);  // every name of the article holds a good word
  out.article = out.article_body || (out.good && holds_any(hints, kArticle));
  out.caption = holds_any(hints, kCaption) && hints.find("hascaption") == string_view::npos && hints.find("has-caption") == string_view::npos && hints.find("with-caption") == string_view::npos;
  std::string dashed;  // "read__more" as "read-more"
  for (char c : hints) {
    const char sign = c == '_' ? '-' : c;
    if (sign != '-' || !dashed.ends_with('-')) dashed += sign;
  }
  out.furniture = dashed.find('-') != std::string::npos && holds_any(dashed, kFurniturePhrases);
  for (string_view token : split(hints, ' ')) read_token(token, out);
  // "social-media-embed": a quoted post is part of the report
  if (hints.find("embed") != string_view::npos && !out.comments && hints.find("related") == string_view::npos && hints.find("promo") == string_view::npos) out.furniture = false;
  return out;
}

}  // namespace attache
