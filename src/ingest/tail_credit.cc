#include "ingest/tail_credit.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/strings.h"
#include "ingest/author_field.h"
#include "ingest/credit_marks.h"
#include "ingest/line_rules.h"
#include "ingest/printed_date.h"
#include "ingest/sign_off.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::size_t kWindow = 180;  // bytes at the end that are searched; the longest sign-off of our cases has 60

// "jt", "abc", "Alt": letters that stand for a writer.
bool is_code(std::string_view word, bool capital_allowed) {
  if (word.size() < 2 || word.size() > 4) return false;
  const bool first = is_lower(word[0]) || (capital_allowed && is_upper(word[0]));
  return first && std::all_of(word.begin() + 1, word.end(), [&](char c) { return is_lower(c); });
}

// "abc/def/gh", "xab yab"
bool is_codes(std::string_view text, bool slashes_only) {
  text = trim(text);
  std::size_t count = 0;
  for (std::string_view group : split(text, ' ')) {
    for (std::string_view word : split(group, '/')) {
      if (!is_code(word, false)) return false;
      ++count;
    }
  }
  return count >= (slashes_only ? 2u : 1u) && count <= 5 && (!slashes_only || text.find('/') != std::string_view::npos) && (!slashes_only || text.find(' ') == std::string_view::npos);
}

bool is_end_mark(std::string_view text) {
  text = trim_marks(text, "#-*. ");
  return text.empty() ? false : is_one_of(text, {"END", "ENDS", "ENDE", "FIN", "End", "Ends", "Ende", "Fin", "FINE", "KRAJ", "SON", "30", "完"});
}

// The words before the names of a credit; `text` moves behind them. 0 none, 1 names may follow, 2 only agencies may.
int take_head(std::string_view& text) {
  for (std::string_view head : {"source:", "sources:", "quelle:", "quellen:", "fuente:", "fonte:", "izvor:", "zdroj:", "bron:", "k\u00E4lla:", "kilde:", "kaynak:", "burimi:"}) {
    if (starts_with_ignore_case(text, head)) {
      text = trim(text.substr(head.size()));
      return 1;
    }
  }
  for (std::string_view head : {"with inputs from ", "with input from ", "with agency inputs from ", "with information from ", "inputs from ", "with files from ", "with ", "avec ", "mit ", "con ", "com ", "via ", "from ", "mit material von ", "selon "}) {
    if (starts_with_ignore_case(text, head)) {
      text = trim(text.substr(head.size()));
      return 2;
    }
  }
  return 0;
}

// Everything between marks or behind a mark is names; nullopt when anything else stands there.
std::optional<CreditNames> read_names(std::string_view text, const AgencyNames& agencies, bool dashed) {
  CreditNames names;
  text = trim_marks(text, " .,;");
  if (text.empty()) return std::nullopt;
  if (is_end_mark(text)) return names;
  if (is_sign_off(text)) {
    names = read_sign_off(text);
    names.places.clear();  // where a writer sits is not where the report was written
    return names;
  }
  const int head = take_head(text);
  if (is_one_of(lower_ascii(text), {"agencies", "agency", "news agencies", "agenturen", "agences", "agencias", "agenzie"})) return names;
  if (const auto date = find_printed_date(text); date && date->span.end == text.size()) text = trim_marks(text.substr(0, date->span.begin), " ,-/");  // "Beta, 04.03.2024"
  if (std::string agency = agencies.find(text); !agency.empty()) {
    names.agencies.push_back(std::move(agency));
    return names;
  }
  if (host_like(text)) {
    names.outlet = text;
    return names;
  }
  std::vector<std::string> unknown;
  for (const std::string& part : split_names(text)) {
    if (std::string agency = agencies.find(part); !agency.empty()) add_unique(names.agencies, std::move(agency));
    else unknown.push_back(part);
  }
  for (const std::string& part : unknown) {
    if (!names.agencies.empty() && is_code(part, true)) continue;  // "dpa/jt"
    if (!names.agencies.empty() && head != 2 && looks_like_person(part)) {
      add_unique(names.persons, part);
    } else if (names.outlet.empty() && (find_outlet(agencies.knowledge(), part) >= 0 || (head == 1 && looks_like_source_name(part)) || (dashed && is_masthead(part)))) {
      names.outlet = part;
    } else {
      return std::nullopt;
    }
  }
  if (names.empty()) return std::nullopt;
  return names;
}

void merge(CreditNames& into, const CreditNames& from) {
  for (const std::string& agency : from.agencies) add_unique(into.agencies, agency);
  for (const std::string& person : from.persons) add_unique(into.persons, person);
  if (into.outlet.empty()) into.outlet = from.outlet;
}

struct Bracket {
  std::string_view open, close;
};
constexpr Bracket kBrackets[] = {{"(", ")"}, {"[", "]"}, {"\uFF08", "\uFF09"}, {"\u3010", "\u3011"}};

// One or more groups in brackets, codes behind them: "(AP)(Xinhua)", "(Hina) xab yab", "(Alt)".
std::optional<CreditNames> read_brackets(std::string_view text, const AgencyNames& agencies) {
  CreditNames names;
  std::size_t groups = 0;
  for (;;) {
    text = trim(text);
    if (text.empty()) break;
    const auto bracket = std::find_if(std::begin(kBrackets), std::end(kBrackets), [&](const Bracket& b) { return text.starts_with(b.open); });
    if (bracket == std::end(kBrackets)) {
      if (groups > 0 && !names.agencies.empty() && is_codes(text, false)) break;
      return std::nullopt;
    }
    const std::size_t close = text.find(bracket->close);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view inside = text.substr(bracket->open.size(), close - bracket->open.size());
    text = text.substr(close + bracket->close.size());
    ++groups;
    if (text == ".") text = {};
    if (const auto group = read_names(inside, agencies, false)) {
      merge(names, *group);
    } else if (!is_code(trim(inside), true) || is_one_of(lower_ascii(trim(inside)), {"sic", "mr", "mrs", "ms", "dr", "left", "see", "ret", "d", "r", "pic"})) {
      return std::nullopt;  // "(jt)", "(Alt)" stand for their writers
    }
  }
  return groups > 0 && groups <= 3 ? std::optional(names) : std::nullopt;
}

std::optional<CreditNames> read_tail(std::string_view tail, const AgencyNames& agencies) {
  if (const auto names = read_brackets(tail, agencies)) return names;
  if (is_end_mark(tail) && !tail.ends_with('.')) return CreditNames{};
  bool dash = false;
  for (std::string_view mark : {"\u2014", "\u2013", "\u2212", "--", "-"}) {
    if (dash || !tail.starts_with(mark)) continue;
    tail.remove_prefix(mark.size());
    dash = true;
  }
  const bool slash = !dash && tail.starts_with('/');
  if (slash) tail.remove_prefix(1);
  tail = trim(tail);
  if (dash && (tail.starts_with('(') || tail.starts_with('['))) return read_brackets(tail, agencies);
  if (slash && tail.ends_with('/')) tail = trim(tail.substr(0, tail.size() - 1));
  if (dash || slash) return read_names(tail, agencies, dash);
  // without a mark a sentence of one word is more likely than a credit
  if (tail.ends_with('.') || tail.ends_with('!') || tail.ends_with('?')) return std::nullopt;
  if (is_codes(tail, true)) return CreditNames{};
  std::string_view headed = tail;
  if (take_head(headed) == 1 || is_sign_off(tail)) return read_names(tail, agencies, false);
  const std::size_t blank = std::min(tail.find(' '), tail.size());
  std::string agency = agencies.find(tail.substr(0, blank));
  if (agency.empty() || (blank < tail.size() && !is_codes(tail.substr(blank), false))) return std::nullopt;
  CreditNames names;
  names.agencies.push_back(std::move(agency));
  return names;
}

}  // namespace

std::optional<TailCredit> find_tail_credit(std::string_view paragraph, const AgencyNames& agencies) {
  while (!paragraph.empty() && is_space(paragraph.back())) paragraph.remove_suffix(1);
  std::size_t at = paragraph.size() > kWindow ? floor_boundary(paragraph, paragraph.size() - kWindow) : 0;
  while (at < paragraph.size()) {
    const CodePoint point = code_point_at(paragraph, at);
    at += point.size;
    const char32_t c = point.value;
    const bool stop = c == '.' || c == '!' || c == '?' || c == '"' || c == U'\u201D' || c == U'\u201C' || c == U'\u00BB' || c == U'\u2019' || c == U'\u2026' || c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F';
    if (!stop || at >= paragraph.size()) continue;
    std::size_t begin = at;
    while (begin < paragraph.size()) {
      const CodePoint next = code_point_at(paragraph, begin);
      if (!is_space(static_cast<char>(next.value < 128 ? next.value : 'x')) && next.value != 0xA0) break;
      begin += next.size;
    }
    // the stop that a blank parts from its sentence belongs to it: "... naive" ./ REL"
    if (begin >= paragraph.size() || paragraph[begin] == '.') continue;
    // an apostrophe inside a word, a stop inside a number or a name
    if (begin == at && c != U'\u3002' && c != U'\uFF01' && c != U'\uFF1F' && is_letter(code_point_at(paragraph, begin).value)) continue;
    if (const auto names = read_tail(paragraph.substr(begin), agencies)) {
      return TailCredit{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(paragraph.size())}, *names};
    }
  }
  return std::nullopt;
}

}  // namespace attache
