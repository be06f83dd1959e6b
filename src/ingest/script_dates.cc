#include "ingest/script_dates.h"

#include "base/date.h"
#include "base/strings.h"

namespace attache {
namespace {

bool is_key_part(char c) { return is_alpha(c) || is_digit(c) || c == '_' || c == '-' || c == '.'; }

// "datePublished", "published_at", "firstPublicationDate", "cms-publishing-date", "pubDate"; "publisher" and "republished" are none.
bool is_publication_key(std::string_view key) {
  if (key.size() < 5 || key.size() > 40 || key.starts_with("data-")) return false;  // an attribute, often of a link to another story
  std::string folded;
  for (char c : key) {
    if (is_alpha(c)) folded += to_lower(c);
  }
  const std::size_t at = folded.find("publi");
  const bool pubdate = folded.find("pubdate") != std::string::npos;
  if (at == std::string::npos && !pubdate) return false;
  for (std::string_view other : {"publisher", "republi", "unpubli", "publicid", "update", "modif", "expir", "until", "publicdomain"}) {
    if (folded.find(other) != std::string::npos) return false;
  }
  return pubdate || folded.find("date") != std::string::npos || folded.find("time") != std::string::npos || folded.ends_with("at") || folded.ends_with("on") || folded.ends_with("published") || folded.find("datum") != std::string::npos;
}

// Quotation marks as scripts write them: plain, escaped once or more, as entities.
std::size_t skip_marks(std::string_view html, std::size_t at) {
  for (;;) {
    if (at < html.size() && (html[at] == '"' || html[at] == '\'' || html[at] == '\\' || is_space(html[at]))) ++at;
    else if (html.substr(at).starts_with("&quot;")) at += 6;
    else return at;
  }
}

}  // namespace

std::optional<ScriptDate> find_script_date(std::string_view html) {
  constexpr std::size_t kReach = 24;  // bytes between the key's end and the value
  for (std::size_t at = html.find("ub"); at != std::string_view::npos; at = html.find("ub", at + 2)) {
    if (at == 0 || (html[at - 1] != 'p' && html[at - 1] != 'P')) continue;
    std::size_t begin = at - 1, end = at + 2;
    while (begin > 0 && at - begin < 40 && is_key_part(html[begin - 1])) --begin;
    while (end < html.size() && end - at < 40 && is_key_part(html[end])) ++end;
    const std::string_view key = html.substr(begin, end - begin);
    if (!is_publication_key(key)) continue;
    std::size_t value = skip_marks(html, end);
    if (value >= html.size() || (html[value] != ':' && html[value] != '=')) continue;
    value = skip_marks(html, value + 1);
    if (value - end > kReach || value >= html.size() || !is_digit(html[value])) continue;
    std::size_t stop = value;
    while (stop < html.size() && stop - value < 35 && html[stop] != '"' && html[stop] != '\'' && html[stop] != '\\' && html[stop] != '&' && html[stop] != ',' && html[stop] != '<' && html[stop] != '}') ++stop;
    const std::string_view text = trim(html.substr(value, stop - value));
    if (const auto date = parse_iso_date(text); date && date->full() && date->year >= 1990) return ScriptDate{std::string(text), std::string(key)};
    // seconds or milliseconds since 1970
    if ((text.size() == 10 || text.size() == 13) && text[0] == '1') {
      int seconds = 0;
      if (parse_int(text.substr(0, 10), seconds)) return ScriptDate{to_string(date_of(seconds / 86400)), std::string(key)};
    }
  }
  return std::nullopt;
}

}  // namespace attache
