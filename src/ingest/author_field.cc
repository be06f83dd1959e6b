#include "ingest/author_field.h"

#include <algorithm>

#include "base/strings.h"
#include "ingest/author_words.h"
#include "ingest/credit_marks.h"
#include "ingest/dateline.h"
#include "ingest/line_rules.h"
#include "ingest/printed_date.h"
#include "tables/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::size_t kLongest = 400;  // bytes of a field; beyond them it is a text

// What a name may hold besides letters and marks of any script.
bool fits_name(char32_t c) {
  if (c < 0x80) return is_alpha(static_cast<char>(c)) || c == ' ' || c == '.' || c == '\'' || c == '-';
  if (c == 0xB7 || c == 0x2010 || c == 0x2011 || c == 0x2018 || c == 0x2019 || c == 0x200C || c == 0x200D || c == 0x3005 || c == 0x30FB || c == 0xA0) return true;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || c == 0xFFFD) return false;
  return !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040) && !(c >= 0xFF00 && c < 0xFF21);
}

struct Shape {
  std::size_t words = 0, letters = 0;
  bool cased = false;   // some letter has a case
  bool lower = true;    // none is a capital
  bool fits = true;
  bool dense = false;   // Han, kana or Hangul: names are written without blanks
  bool hangul = false;
};

Shape shape_of(std::string_view name) {
  Shape shape;
  bool inside = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = code_point_at(name, at);
    at += c.size;
    shape.fits &= fits_name(c.value);
    if (c.value == ' ' || c.value == 0xA0) {
      inside = false;
      continue;
    }
    if (!inside) ++shape.words;
    inside = true;
    ++shape.letters;
    const bool upper = is_upper_letter(c.value);
    shape.cased |= upper || is_lower_letter(c.value);
    shape.lower &= !upper;
    shape.hangul |= c.value >= 0xAC00 && c.value < 0xD7B0;
    shape.dense |= (c.value >= 0x3040 && c.value < 0xA000) || (c.value >= 0xAC00 && c.value < 0xD7B0);
  }
  return shape;
}

// Names in scripts without capitals: Chinese and Korean ones have two to four letters, Japanese ones up to six, with
// a blank up to eight; elsewhere at least two words.
bool looks_like_caseless_person(const Shape& shape) {
  if (!shape.fits || shape.cased) return false;
  if (shape.dense) return shape.words == 1 ? shape.letters >= 2 && shape.letters <= (shape.hangul ? 4u : 6u) : !shape.hangul && shape.words == 2 && shape.letters <= 8;
  return shape.words >= 2 && shape.words <= 5 && shape.letters <= 40;
}

// Pictures, editing and accounts sign too, but wrote nothing that is printed as text.
bool is_no_author(std::string_view name) {
  for (std::string_view head : {"developed by", "designed by", "powered by", "website by", "copyright", "photo", "image", "video", "picture", "graphic", "illustration", "editing by", "edited by", "fotos", "foto:", "bild"}) {
    if (starts_with_ignore_case(name, head)) return true;
  }
  const auto words = split(name, ' ');
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return word.empty() || is_role_word(word) || is_one_of(lower_ascii(word), {"admin", "administrator", "webmaster", "user", "root", "anonymous", "unknown", "none", "null", "n/a"});
  });
}

// An account, an address or a number instead of a name.
bool is_address(std::string_view text) {
  return text.find('@') != std::string_view::npos || starts_with_ignore_case(text, "http") || starts_with_ignore_case(text, "www.") || text.find("://") != std::string_view::npos;
}

bool is_place(const Knowledge& knowledge, std::string_view name) {
  const auto meanings = meanings_of(knowledge, name);
  return std::any_of(meanings.begin(), meanings.end(), [](const Meaning& m) { return m.kind == NameKind::city || m.kind == NameKind::capital || m.kind == NameKind::country || m.kind == NameKind::region; });
}

class Reader {
 public:
  Reader(const AgencyNames& agencies, NameTrust trust) : agencies_(agencies), knowledge_(agencies.knowledge()), trust_(trust) {}

  AuthorField read(std::string_view field) {
    if (field.size() > kLongest) return {};
    field = without_by(trim_marks(field, " .,:;|-()"));
    if (field.size() > 3 && field.starts_with("By") && is_upper(field[2])) field.remove_prefix(2);  // "ByJane Roe": an inline element without a blank
    field = without_date(field);
    if (add_agency(field, field)) return std::move(out_);
    const std::string kept = without_addresses(field);
    const std::vector<std::string> parts = split_names(kept);
    for (std::size_t p = 0; p < parts.size(); ++p) {
      const std::size_t before = out_.signers.size() + out_.names.places.size() + (out_.names.outlet.empty() ? 0 : 1);
      add_part(without_by(parts[p]), p, parts.size());
      const std::size_t after = out_.signers.size() + out_.names.places.size() + (out_.names.outlet.empty() ? 0 : 1);
      if (after == before) ++out_.unread;
    }
    return std::move(out_);
  }

 private:
  const AgencyNames& agencies_;
  const Knowledge& knowledge_;
  NameTrust trust_;
  AuthorField out_;

  // "By Tess Bonn - 11/19/19 06:56 AM EST", "By Mike LaChance Feb. 28, 2024", "Jane Roe on Monday, 4 March": the name ends
  // where the date begins. A line with a number that is no date is no byline.
  std::string_view without_date(std::string_view field) const {
    for (std::size_t at = 1; at < field.size(); ++at) {
      if (!is_digit(field[at]) || !is_space(field[at - 1])) continue;
      if (trust_ == NameTrust::printed && !find_printed_date(field) && !is_clock(field.substr(at))) return {};
      field = trim_marks(field.substr(0, at), " .,:;|-()");
      if (const std::size_t blank = field.rfind(' '); blank != std::string_view::npos && month_of_word(field.substr(blank + 1), true)) field = trim_marks(field.substr(0, blank), " .,:;|-()");
      for (bool changed = true; changed;) {
        changed = false;
        const std::size_t blank = field.rfind(' ');
        if (blank == std::string_view::npos) break;
        const std::string_view last = field.substr(blank + 1);
        if (weekday_of_word(last) >= 0 || is_one_of(lower_ascii(last), {"on", "am", "le", "el"})) field = trim_marks(field.substr(0, blank), " .,:;|-()"), changed = true;
      }
      break;
    }
    return field;
  }

  // "15:20", "15.20 Uhr", "4 min read"; "11/19/19 06:56 AM EST", a day that may be read two ways
  static bool is_clock(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits <= 4 && digits + 1 < text.size() && is_one_of(text.substr(digits, 1), {"/", ".", "-"}) && is_digit(text[digits + 1])) return true;
    return text.size() <= 14 && (text.find(':') != std::string_view::npos || text.find('.') != std::string_view::npos || contains_ignore_case(text, "min") || contains_ignore_case(text, "uhr"));
  }

  // "Jane Doe (jane@example.org)", "Jane Doe @jane"
  static std::string without_addresses(std::string_view field) {
    std::string out;
    for (std::string_view word : split(field, ' ')) {
      if (word.empty() || is_address(trim_marks(word, "()[]<>,;"))) {
        if (!word.empty() && (word.ends_with(',') || word.ends_with(';'))) out += ';';
        continue;
      }
      if (!out.empty()) out += ' ';
      out += word;
    }
    return out;
  }

  bool add_agency(std::string_view name, std::string_view written) {
    std::string agency = agencies_.find(name);
    if (agency.empty()) return false;
    add_unique(out_.names.agencies, std::move(agency));
    add_unique(out_.signers, std::string(trim(written)));
    return true;
  }

  // "Reuters Editorial", "Redazione ANSA": the agency's desk.
  bool add_agency_of(std::string_view newsroom) {
    const std::size_t blank = newsroom.find(' ');
    if (blank == std::string_view::npos || newsroom.find(' ', blank + 1) != std::string_view::npos) return false;
    const std::string_view first = newsroom.substr(0, blank), second = newsroom.substr(blank + 1);
    return (is_newsroom_name(second) && add_agency(first, newsroom)) || (is_newsroom_name(first) && add_agency(second, newsroom));
  }

  void add_person(std::string_view name) {
    add_unique(out_.names.persons, std::string(name));
    add_unique(out_.signers, std::string(name));
  }

  void add_newsroom(std::string_view name) {
    add_unique(out_.newsrooms, std::string(name));
    add_unique(out_.signers, std::string(name));
  }

  void add_part(std::string_view name, std::size_t at, std::size_t count) {
    const std::size_t in = name.find(" in ");
    if (add_agency(trim(name.substr(0, in)), trim(name.substr(0, in)))) return;
    if (find_outlet(knowledge_, name) >= 0) {
      out_.names.outlet = name;
      add_newsroom(name);
    } else if (is_all_capitals(name) && !meanings_of(knowledge_, name).empty() && !names_organisation(knowledge_, name)) {
      add_unique(out_.names.places, title_case(name));
    } else if (at > 0 && at + 1 == count && !out_.signers.empty() && count_words(name) <= 2 && is_place(knowledge_, name)) {
      add_unique(out_.names.places, std::string(name));  // "Jane Doe, Agency, Nairobi"
    } else {
      add_name(name, count);
    }
  }

  // "Jane Doe in Paris", "Jane Roe for The Example Times", "Dr. Jane Roe", "Jane Roe Updated", "Reuters Staff", "Jane Roe The
  // Associated Press": the person alone, and what else is named.
  void add_name(std::string_view name, std::size_t count) {
    for (std::string_view title : {"dr. ", "dr ", "prof. ", "mr. ", "mrs. ", "ms. "}) {
      if (starts_with_ignore_case(name, title)) name = trim(name.substr(title.size()));
    }
    if (is_no_author(trim(name.substr(0, name.find(" in "))))) return;
    if (const std::size_t in = name.find(" in "); in != std::string_view::npos) {
      if (const std::string_view place = trim(name.substr(in + 4)); is_capitalised(place) && count_words(place) <= 3) add_unique(out_.names.places, std::string(place));
      name = trim(name.substr(0, in));
    }
    for (std::string_view word : {" for ", " For "}) {
      if (const std::size_t at = name.find(word); at != std::string_view::npos) {
        const std::string_view outlet = trim(name.substr(at + word.size()));
        if (out_.names.outlet.empty() && looks_like_source_name(outlet)) out_.names.outlet = outlet;
        name = trim(name.substr(0, at));
      }
    }
    for (std::string_view tail : {" staff", " twitter", " facebook"}) {
      if (lower_ascii(name).ends_with(tail)) {
        const std::string_view front = trim(name.substr(0, name.size() - tail.size()));
        if (agencies_.find(front).empty() && is_newsroom_name(name) && tail == std::string_view(" staff")) continue;
        name = front;
      }
    }
    if (add_agency(name, name)) return;
    const std::string_view with_role = name;
    name = without_role(name);
    if (add_agency(name, name) || add_agency(without_agency_noun(name), name)) return;
    if (is_masthead(with_role) || is_paper_with_article(with_role) || is_newsroom_name(with_role)) {
      if (add_agency_of(with_role)) return;
      if (!is_newsroom_name(with_role) || is_masthead(with_role)) out_.names.outlet = with_role;
      add_newsroom(with_role);
      return;
    }
    // an agency behind the name without a mark between: at least two words stay for the person
    std::size_t words = 0;
    for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
      if (++words < 2) continue;
      if (agencies_.find(trim(name.substr(at))).empty()) continue;
      const std::string_view person = trim_marks(name.substr(0, at), " .,-");
      if (looks_like_person(person)) add_person(person);
      add_agency(trim(name.substr(at)), trim(name.substr(at)));
      return;
    }
    if (is_address(name)) return;
    if (looks_like_person(name)) {
      if (trust_ == NameTrust::printed && is_place(knowledge_, name)) return;  // "New York | 5 April"
      add_person(name);
    } else if (trust_ == NameTrust::declared && is_lower_case_person(name)) {
      add_person(name);
    } else if (trust_ == NameTrust::declared && count == 1 && is_one_name(name)) {
      add_newsroom(name);  // a pen name, a programme, an account: it signs, but nothing says that it is a person
    }
  }

  // "Le Courrier", "Die Umschau", "El Faro": papers carry the article, persons hardly ever.
  static bool is_paper_with_article(std::string_view name) {
    const std::size_t blank = name.find(' ');
    return blank != std::string_view::npos && is_one_of(name.substr(0, blank), {"Le", "La", "Les", "El", "Il", "Der", "Die", "Das", "De"}) && is_capitalised(name.substr(blank + 1)) && name.find(' ', blank + 1) == std::string_view::npos;
  }

  // "SID Nachrichtenagentur", "Agence X": the name alone.
  static std::string_view without_agency_noun(std::string_view name) {
    for (std::string_view noun : {" Nachrichtenagentur", " Presseagentur", " Newswire", " Haber Ajans\u0131", " Ajans\u0131"}) {
      if (name.size() > noun.size() && name.ends_with(noun)) return trim(name.substr(0, name.size() - noun.size()));
    }
    for (std::string_view noun : {"Agence ", "Agencia ", "Agenzia ", "Ag\u00EAncia ", "Agentur ", "Nachrichtenagentur "}) {
      if (name.size() > noun.size() && name.starts_with(noun)) return trim(name.substr(noun.size()));
    }
    return name;
  }

  // What an author's field may hold beyond looks_like_person: "viktor example", "Dizinews".
  static bool is_lower_case_person(std::string_view name) {
    const Shape shape = shape_of(name);
    const auto words = split(name, ' ');
    const bool long_words = std::all_of(words.begin(), words.end(), [](std::string_view word) { return word.size() >= 3; });
    return shape.fits && shape.cased && shape.lower && shape.words >= 2 && shape.words <= 3 && long_words && name.find('-') == std::string_view::npos;
  }

  static bool is_one_name(std::string_view name) {
    const Shape shape = shape_of(name);
    return shape.fits && shape.cased && shape.words == 1 && shape.letters >= 3 && is_capitalised(name) && name.find_first_of(".-") == std::string_view::npos;
  }
};

}  // namespace

bool looks_like_person(std::string_view name) {
  const Shape shape = shape_of(name);
  if (!shape.fits || name.find(" - ") != std::string_view::npos) return false;
  if (!shape.cased) return looks_like_caseless_person(shape);
  const auto words = split(name, ' ');
  std::size_t capitalised = 0;
  for (std::string_view word : words) {
    if (word.empty() || is_one_of(word, {"of", "on", "the", "at", "in", "for", "to", "is"})) return false;  // "CEO of Merrow"
    for (char c : word) {
      if (is_digit(c) || c == '/' || c == '@') return false;
    }
    const std::size_t dash = word.find('-');
    if (is_capitalised(word) || (dash != std::string_view::npos && dash <= 3 && is_capitalised(word.substr(dash + 1)))) {  // "al-Harbawi"
      ++capitalised;
    } else if (word.size() > 4) {
      return false;
    }
  }
  return capitalised >= 2 && words.size() <= 6;
}

std::vector<std::string> split_names(std::string_view field) {
  const bool capitals = is_all_capitals(field);  // "ANA PEREZ Y JUAN RUIZ"
  std::string text;
  for (std::string_view word : split(field, ' ')) {
    if (joins_names(word) || (capitals && joins_names(lower_ascii(word)))) {
      text += ';';
    } else {
      if (!text.empty() && text.back() != ';') text += ' ';
      text += word;
    }
  }
  for (std::string_view wide : {"\u3001", "\uFF0C", "\uFF1B", "\u060C", "\u061B", "\uFF0F", "\u2022", "\uFF5C"}) {  // commas and strokes of other scripts
    for (std::size_t at = text.find(wide); at != std::string::npos; at = text.find(wide, at)) text.replace(at, wide.size(), ";");
  }
  std::vector<std::string> names;
  std::string current;
  for (char c : text + ";") {
    if (c == ';' || c == ',' || c == '/' || c == '|' || c == '\n') {
      const std::string_view name = trim_marks(current, " .()[]:-");
      if (!name.empty()) names.emplace_back(name);
      current.clear();
    } else {
      current += c;
    }
  }
  return names;
}

AuthorField read_author_field(std::string_view field, const AgencyNames& agencies, NameTrust trust) { return Reader(agencies, trust).read(field); }

}  // namespace attache
