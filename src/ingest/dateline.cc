#include "ingest/dateline.h"

#include <algorithm>

#include "base/strings.h"
#include "ingest/credit.h"
#include "ingest/credit_marks.h"
#include "ingest/printed_date.h"
#include "tables/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::size_t kLongest = 140;  // bytes of a dateline; the longest of our sets has 83

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (;;) {
    const CodePoint point = code_point_at(text, at);
    if (point.size == 0 || !(is_space(static_cast<char>(point.value < 128 ? point.value : 'x')) || point.value == 0xA0)) return at;
    at += point.size;
  }
}

// A dash of any length, as the mark between dateline and text; 0 when none stands at `at`.
std::size_t dash_size(std::string_view text, std::size_t at) {
  for (std::string_view dash : {"\u2014", "\u2013", "\u2015", "--", "-"}) {
    if (text.substr(at).starts_with(dash)) return dash.size();
  }
  return 0;
}

struct PlaceRun {
  std::vector<std::string> places;
  std::size_t end = 0;
  bool capitals = false;  // the first place stands in capitals
  bool known = false;     // or is a place of our tables
  bool unknown = false;   // neither: believed only with a day behind it and a dash or credit behind that
};

// Letters, blanks and the marks of place names up to a comma, slash, bracket, dash, colon or digit.
std::size_t name_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    const bool inner_dash = point.value == '-' && at > 0 && at + 1 < text.size() && is_letter(code_point_before(text, at).value) && is_letter(code_point_at(text, at + 1).value);
    const bool full_stop = point.value == '.' && at > 0 && is_letter(code_point_before(text, at).value);
    if (full_stop) {
      // "MOSCOW. Feb 7": the stop ends the place; "ST. LOUIS", "Calif." keep theirs
      const auto date = find_printed_date(text.substr(0, floor_boundary(text, at + 20)), at, {.yearless = true});
      if (date && skip_blanks(text, at + 1) == date->span.begin) break;
    }
    if (is_letter(point.value) || inner_dash || point.value == '\'' || point.value == U'’' || full_stop) {
      at += point.size;
      end = at;
    } else if (point.value == ' ' || point.value == 0xA0) {
      at += point.size;
    } else {
      break;
    }
  }
  return end;
}

// With plain blanks in place of no-break ones.
std::string plain_blanks(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint point = code_point_at(name, i);
    if (point.value == 0xA0) out += ' ';
    else out += name.substr(i, point.size);
    i += point.size;
  }
  return out;
}

bool is_place(const Knowledge& k, std::string_view name) {
  for (const Meaning& m : meanings_of(k, name)) {
    if (m.kind == NameKind::city || m.kind == NameKind::capital || m.kind == NameKind::country || m.kind == NameKind::region) return true;
  }
  return false;
}

bool is_city(const Knowledge& k, std::string_view name) {
  const auto meanings = meanings_of(k, name);
  return std::any_of(meanings.begin(), meanings.end(), [](const Meaning& m) { return m.kind == NameKind::city || m.kind == NameKind::capital; });
}

// Every word in capitals (short joiners such as "de" may be small): "ST. JOSEPH", "ABU DHABI".
bool all_words_capitals(std::string_view name) {
  bool any = false;
  for (std::string_view word : split(name, ' ')) {
    if (word.empty()) continue;
    if (!is_all_capitals(word)) return false;
    any = true;
  }
  return any;
}

// Words that stand before a day and are no place: "Monday, 18 January - ...", "Updated, 4 March - ...".
bool is_no_place(std::string_view name) {
  const std::string_view first = name.substr(0, name.find(' '));
  if (is_weekday_of_any_language(first) || is_update_stamp(name)) return true;
  return is_one_of(fold(first), {"published", "posted", "date", "dated", "since", "until", "from", "on", "stand", "live", "today", "yesterday", "tomorrow", "last", "next", "by", "only", "and", "but", "born", "died"});
}

PlaceRun read_places(std::string_view text, const Knowledge& k) {
  PlaceRun run;
  std::size_t at = 0;
  for (;;) {
    const std::size_t end = name_end(text, at);
    if (end == at || end - at > 40) break;
    const std::string printed = plain_blanks(text.substr(at, end - at));
    const std::string_view name = printed;
    if (!is_capitalised(name)) break;
    // "PARIS, April 4": the month opens the date.
    const std::size_t first_word = std::min(name.find(' '), name.size());
    if (month_of_word(name.substr(0, first_word)) && !run.places.empty()) break;
    if (run.places.empty()) {
      run.capitals = all_words_capitals(name);
      run.known = is_place(k, name);
      if (!run.capitals && !run.known) {
        // "Bruksel, 18 janar - ...": a name our tables do not know counts where a day follows it at once
        const std::size_t comma = end < text.size() && text[end] == ',' ? skip_blanks(text, end + 1) : text.size();
        const auto date = comma < text.size() ? find_printed_date(text, comma, {.yearless = true}) : std::nullopt;
        if (!date || date->span.begin != comma || name.size() < 3 || name.find('.') != std::string_view::npos || count_words(name) > 3 || is_no_place(name)) break;
        run.unknown = true;
      }
      run.places.push_back(title_case(name));
    } else {
      run.places.back() += ", " + std::string(name);  // region or country: "Calif.", "Vietnam"
    }
    run.end = end;
    std::size_t next = end;
    if (next < text.size() && text[next] == '/') {
      // a second place: "BEIRUT/THE HAGUE"
      const std::size_t second_end = name_end(text, next + 1);
      if (second_end > next + 1 && all_words_capitals(text.substr(next + 1, second_end - next - 1))) {
        run.places.push_back(title_case(text.substr(next + 1, second_end - next - 1)));
        run.end = second_end;
        next = second_end;
      } else {
        break;
      }
    }
    if (next < text.size() && text[next] == ',') {
      at = skip_blanks(text, next + 1);
      if (at < text.size() && (is_digit(text[at]) || run.places.back().find(", ") != std::string::npos)) break;
      continue;
    }
    break;
  }
  return run;
}

struct Credit {
  std::vector<std::string> agencies;
  std::string outlet;
  Date date;
  bool fits = false;
};

// What stands in the brackets: "Reuters", "Northlight News / Meridian - 22nd September, 2022", "CNN Business".
Credit read_credit(std::string_view inside, const Knowledge& k) {
  Credit credit;
  if (auto date = find_printed_date(inside)) {
    credit.date = date->date;
    inside = trim(inside.substr(0, date->span.begin));
    while (!inside.empty() && (inside.back() == '-' || inside.back() == ',' || is_space(inside.back()))) inside.remove_suffix(1);
    while (inside.ends_with("\u2013") || inside.ends_with("\u2014")) inside = trim(inside.substr(0, inside.size() - 3));
  }
  if (inside.empty()) {
    credit.fits = credit.date.full();
    return credit;
  }
  for (std::string_view part : split(inside, '/')) {
    part = trim(part);
    if (part.empty()) return {};
    if (const int agency = find_agency(k, part); agency >= 0) {
      credit.agencies.push_back(k.agencies[static_cast<std::size_t>(agency)].name);
    } else if (looks_like_source_name(part)) {
      // of two unknown names the second is the agency: "Northlight News / Meridian"
      const bool first_of_two = part.data() + part.size() < inside.data() + inside.size();
      if (find_outlet(k, part) >= 0 || first_of_two) {
        credit.outlet = part;
      } else {
        credit.agencies.emplace_back(part);  // an agency our table does not know
      }
    } else {
      return {};
    }
  }
  credit.fits = true;
  return credit;
}

}  // namespace

std::string title_case(std::string_view words) {
  static constexpr std::string_view kSmall[] = {"de", "del", "da", "do", "dos", "du", "des", "au", "aux", "sur", "es", "la", "el", "of", "and", "upon", "am", "an", "der"};
  std::string out;
  for (std::size_t i = 0; i < words.size();) {
    // a word: letters, and the apostrophes inside it
    std::size_t end = i;
    while (end < words.size()) {
      const CodePoint point = code_point_at(words, end);
      if (!is_letter(point.value) && !((point.value == '\'' || point.value == U'’') && end > i)) break;
      end += point.size;
    }
    if (end == i) {
      const std::size_t size = code_point_at(words, i).size;
      out += words.substr(i, size);
      i += size;
      continue;
    }
    const std::string_view word = words.substr(i, end - i);
    const std::size_t first = code_point_at(word, 0).size;
    if (is_all_capitals(word) && word.size() > first) {
      const bool small = i > 0 && std::find(std::begin(kSmall), std::end(kSmall), lower_ascii(word)) != std::end(kSmall);
      out += small ? lower_ascii(word.substr(0, first)) : std::string(word.substr(0, first));
      for (std::size_t k = first; k < word.size();) {
        const CodePoint point = code_point_at(word, k);
        if (is_letter(point.value)) out += point.size == 1 ? std::string(1, to_lower(word[k])) : lower_letter(point.value);
        else out += word.substr(k, point.size);
        k += point.size;
      }
    } else {
      out += word;
    }
    i = end;
  }
  return out;
}

namespace {

// "By Jane Roe | GENEVA": a byline with the place behind a bar; no text of the report follows.
std::optional<Dateline> place_behind_byline(std::string_view line, const Knowledge& k) {
  const std::size_t bar = line.rfind(" | ");
  if (bar == std::string_view::npos || !starts_with_ignore_case(line, "by ") || line.size() > 90) return std::nullopt;
  const std::string_view place = trim(line.substr(bar + 3));
  if (!all_words_capitals(place) || !is_place(k, place)) return std::nullopt;
  Dateline found;
  found.span = {0, static_cast<std::uint32_t>(line.size())};
  found.places.push_back(title_case(place));
  return found;
}

}  // namespace

std::optional<Dateline> parse_dateline(std::string_view paragraph, const Knowledge& k) {
  std::string_view text = paragraph.substr(0, floor_boundary(paragraph, kLongest));
  if (auto byline = place_behind_byline(paragraph, k)) return byline;
  Dateline line;
  // "(ANSA) - ROME, SEP 12 - ...": the agency stands first
  std::size_t start = 0;
  std::vector<std::string> before;
  if (text.starts_with('(')) {
    const std::size_t close = text.find(')');
    if (close != std::string_view::npos && close < 40) {
      const int agency = find_agency(k, text.substr(1, close - 1));
      const std::size_t mark = skip_blanks(text, close + 1);
      const std::size_t place = skip_blanks(text, mark + dash_size(text, mark));
      const std::size_t end = agency >= 0 && dash_size(text, mark) > 0 ? name_end(text, place) : place;
      if (end > place && end < text.size() && text[end] == ',' && all_words_capitals(text.substr(place, end - place)) && is_place(k, text.substr(place, end - place))) {
        before.push_back(k.agencies[static_cast<std::size_t>(agency)].name);
        start = place;
      }
    }
  }
  PlaceRun run = read_places(text.substr(start), k);
  run.end += start;
  line.places = run.places;
  line.agencies = before;
  std::size_t at = run.places.empty() ? start : run.end;

  // ", March 17" / ", 17. marta 2022." / at the very start "March 4 (Reuters)"
  bool dated = false;
  {
    std::size_t date_at = at;
    if (!run.places.empty() && date_at < text.size() && (text[date_at] == ',' || text[date_at] == '.')) ++date_at;
    date_at = skip_blanks(text, date_at);
    if (auto date = find_printed_date(text, date_at, {.yearless = true}); date && date->span.begin == date_at) {
      line.date = date->date;
      at = date->span.end;
      if (at < text.size() && text[at] == '.') ++at;
      dated = true;
    }
  }
  if (run.places.empty() && !dated && (text.empty() || text.front() != '(')) return std::nullopt;

  at = skip_blanks(text, at);
  bool credited = false, named = false;
  // "Karlsruhe, (12.03.2021). ..."
  if (!run.places.empty() && !dated && at < text.size() && text[at] == ',' && skip_blanks(text, at + 1) < text.size() && text[skip_blanks(text, at + 1)] == '(') at = skip_blanks(text, at + 1);
  // "SINGAPORE, March 4, Meridian News Agency: ..."
  if (dated && at < text.size() && text[at] == ',') {
    const std::size_t name = skip_blanks(text, at + 1);
    const std::size_t end = name_end(text, name);
    const AgencyNames agencies(k);
    if (std::string agency = end > name ? agencies.find(text.substr(name, end - name)) : std::string(); !agency.empty() && end + 1 < text.size() && (text[end] == ':' || dash_size(text, skip_blanks(text, end)) > 0)) {
      line.agencies.push_back(std::move(agency));
      at = text[end] == ':' ? end + 1 : end;
      credited = named = true;
    }
  }
  if (at < text.size() && (text[at] == '(' || text[at] == '/')) {
    const char close = text[at] == '(' ? ')' : '/';
    const std::size_t end = close == '/' ? text.find("/.", at + 1) : text.find(')', at + 1);
    if (end != std::string_view::npos && end - at <= 80) {
      const Credit credit = read_credit(text.substr(at + 1, end - at - 1), k);
      if (credit.fits) {
        line.agencies.insert(line.agencies.end(), credit.agencies.begin(), credit.agencies.end());
        line.outlet = credit.outlet;
        if (credit.date.full()) line.date = credit.date;
        at = end + 1;
        if (at < text.size() && text[at] == '.') ++at;
        credited = true;
      }
    }
  }
  const std::size_t before_mark = at;
  at = skip_blanks(text, at);
  const std::size_t dash = dash_size(text, at);
  const bool colon = dash == 0 && at < text.size() && text[at] == ':' && !credited;
  if (dash > 0 || colon) at = skip_blanks(text, at + (colon ? 1 : dash));
  // How much must be there: a credit alone, a dated place with a dash, a place in capitals with a dash or colon.
  const bool known_credit = credited && (!line.agencies.empty() || !line.outlet.empty() || line.date.full());
  bool fits = false;
  if (run.unknown) {
    fits = dated && (dash > 0 || (known_credit && line.outlet.empty() && std::all_of(line.agencies.begin(), line.agencies.end(), [&](const std::string& a) { return find_agency(k, a) >= 0; })));
  } else if (known_credit) {
    // an unknown name in brackets needs a place before it and a dash after it, or both bracket and date
    const bool unknown_only = line.outlet.empty() && std::all_of(line.agencies.begin(), line.agencies.end(), [&](const std::string& a) { return find_agency(k, a) < 0; });
    fits = !unknown_only || (named && dated && !run.places.empty()) || line.date.full() || (dash > 0 && (run.known || run.capitals || dated));
    if (run.places.empty() && !dated && dash == 0 && !line.agencies.empty() && unknown_only) fits = false;
  } else if (dated && !run.places.empty()) {
    fits = dash > 0;
  } else if (!run.places.empty()) {
    // "PRISTINA — Kosovo", "BELGRADE, Serbia: Top"; "NATO - founded" and "UNITED NATIONS officials" are none
    const bool spaced = before_mark < text.size() && (colon || is_space(text[before_mark]) || (before_mark > 0 && is_space(text[before_mark - 1])) || static_cast<unsigned char>(text[before_mark]) >= 0x80);
    const std::string_view place = text.substr(0, run.end);
    const bool long_dash = dash > 1 || (dash == 1 && before_mark < text.size() && is_space(text[before_mark]));
    const bool placelike = place.size() >= 6 && place.find('.') == std::string_view::npos;  // no acronym: "VEDOGRAD \u2014"
    // "Athens - The committee has": a city of our tables; what follows opens a sentence and is no other city ("Paris - Rome trains")
    if (!run.capitals && run.places.size() == 1 && dash > 0 && is_space(text[run.end]) && is_city(k, place)) {
      const std::string_view behind = text.substr(std::min(at, text.size()));
      const bool opens = is_capitalised(behind) || behind.starts_with('"') || behind.starts_with("\u201C");
      if (!opens || is_city(k, behind.substr(0, behind.find(' ')))) return std::nullopt;
      line.plain = true;
      line.span = {0, static_cast<std::uint32_t>(at)};
      return line;
    }
    fits = run.capitals && spaced && !names_organisation(k, place) && ((run.known && (dash > 0 || colon)) || (placelike && dash > 1 && long_dash));
  }
  if (!fits || at >= paragraph.size()) return std::nullopt;
  if (!is_letter(code_point_at(paragraph, at).value) && !is_digit(paragraph[at]) && code_point_at(paragraph, at).value != U'“' && paragraph[at] != '"' &&
      code_point_at(paragraph, at).value != U'‘' && paragraph[at] != '\'' && paragraph[at] != '$') {
    return std::nullopt;
  }
  // The dateline's own span ends with its last mark that belongs to it (bracket or name), not with the dash's blank.
  line.span = {0, static_cast<std::uint32_t>(at)};
  return line;
}

}  // namespace attache
