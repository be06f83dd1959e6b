// Problem: a page gives several titles that differ: one for readers over the text, one for search engines (<title>, often
// the same as an <h1> in the breadcrumb), one for social media (og:title), one for aggregators (JSON-LD headline), some with
// a kicker before it, the site behind it, or entities escaped twice.
// Method: the declared title that the page prints as a heading over its text is the headline; an equal heading counts more
// than one with a kicker or a site's name around the same words, h1 more than h2 and h3. Where none is printed, the first
// declared: JSON-LD headline, og:title, other <meta>, h1, <title>.
// Orders measured on the set meta (134 pages, exact): see docs/rejected.md.
// Cost: declared titles x headings, both few (limits below).
#include "ingest/titles.h"

#include <algorithm>

#include "base/strings.h"
#include "ingest/line_rules.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

// Separators between a headline and the site's name.
constexpr std::string_view kSeparators[] = {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u2022 ", " \u00B7 ", " / ", " * ", " \u00AB ", "\uFF1A", "\uFF5C", " \u2010 "};

std::string joined(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

// A heading or title long enough to be known again inside another: three words, or eight letters of a script without blanks.
bool says_enough(std::string_view words) { return word_count(words) >= 3 || (!is_ascii(words) && words.size() >= 24); }

struct Match {
  int rank = 0;          // 0: not printed
  std::string title;     // the declared one, without what stands behind the printed heading
  Span span{};           // of the heading where it equals the title
};

// "Vote put off | Site | 3 May" for the heading "Vote put off": the part that is printed; empty when none is.
std::string printed_front(const std::string& declared, const std::string& heading) {
  for (std::string_view separator : kSeparators) {
    for (std::size_t at = declared.find(separator); at != std::string::npos; at = declared.find(separator, at + 1)) {
      if (fold_words(std::string_view(declared).substr(0, at)) == heading) return std::string(trim(std::string_view(declared).substr(0, at)));
    }
  }
  return {};
}

// Compared without blanks: a kicker in a span of its own stands against the headline.
Match match(const std::string& declared, const Heading& heading) {
  const std::string title_words = fold_words(declared), printed_words = fold_words(heading.text);
  const std::string title = joined(title_words), printed = joined(printed_words);
  if (title.empty() || printed.empty()) return {};
  const int level = heading.level == 1 ? 1 : 0;
  if (title == printed) return {30 + 2 * level, declared, heading.span};
  // a kicker inside the heading, or declared before it
  if (says_enough(title_words) && printed.ends_with(title)) return {30 + 2 * level, declared, {}};
  if (word_count(printed_words) >= 2 || says_enough(printed_words)) {
    if (std::string front = printed_front(declared, printed_words); !front.empty()) return {20 + 2 * level, std::move(front), heading.span};
  }
  if (says_enough(printed_words) && title.ends_with(printed)) return {10 + 2 * level, declared, {}};
  return {};
}

bool is_of_the_page(std::string_view field) {
  return field.starts_with("JSON-LD") || field.starts_with("meta ") || field == "h1" || field == "title element";
}

}  // namespace

std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names) {
  std::string out = collapse_space(title);
  const auto is_site = [&](std::string_view part) {
    const std::string folded = fold_words(part);
    if (folded.empty()) return true;
    return std::any_of(site_names.begin(), site_names.end(), [&](const std::string& site) {
      const std::string name = fold_words(site);
      const std::string site_joined = joined(name);
      const std::string part_joined = joined(folded);
      return !name.empty() && (folded == name || part_joined == site_joined || (part_joined.size() >= 3 && site_joined.starts_with(part_joined + ".")) ||
                               (name.size() >= 4 && folded.find(name) != std::string::npos && folded.size() < name.size() + 16));
    });
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (std::string_view separator : kSeparators) {
      const std::size_t at = out.rfind(separator);
      if (at != std::string::npos && is_site(std::string_view(out).substr(at + separator.size()))) {
        out = std::string(trim(std::string_view(out).substr(0, at)));
        changed = true;
      }
      const std::size_t first = out.find(separator);
      if (first != std::string::npos && is_site(std::string_view(out).substr(0, first))) {
        out = std::string(trim(std::string_view(out).substr(first + separator.size())));
        changed = true;
      }
    }
  }
  return out;
}

Evident<std::string> choose_title(const Page& page, const std::vector<std::string>& sites) {
  constexpr std::size_t kMostTitles = 20;  // declared titles looked at; pages give up to eight
  constexpr std::size_t kLongest = 1000;   // bytes of one that is compared with headings
  Evident<std::string> chosen;
  int best = -1;
  for (std::size_t t = 0; t < page.declared.titles.size() && t < kMostTitles; ++t) {
    const Declared& declared = page.declared.titles[t];
    const std::string title = without_site_name(declared.value, sites);
    if (title.empty() || std::any_of(sites.begin(), sites.end(), [&](const std::string& s) { return fold_words(s) == fold_words(title); })) continue;
    if (!is_of_the_page(declared.field)) return {title, declared.field, declared.span};  // what came with the page is believed
    if (best < 0) {
      chosen = {title, declared.field, {}};
      best = 0;
    }
    if (title.size() > kLongest || declared.field == "h1" || declared.field == "title element") continue;  // printed anyway; for search engines
    for (const Heading& heading : page.declared.headings) {
      Match found = match(title, heading);
      if (found.rank > 0 && declared.field == "meta og:title") ++found.rank;  // JSON-LD puts kicker and headline into one more often
      if (found.rank <= best) continue;
      best = found.rank;
      chosen = {std::move(found.title), declared.field, found.span};
    }
  }
  return chosen;
}

}  // namespace attache
