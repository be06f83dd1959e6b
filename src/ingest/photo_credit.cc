#include "ingest/photo_credit.h"

#include <algorithm>

#include "base/strings.h"
#include "ingest/author_field.h"
#include "ingest/credit_marks.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

std::string_view tidy(std::string_view name) { return trim_marks(name, " .,;:()[]|"); }

// Words for a picture that stand before its maker, in the languages whose captions our sets hold; longest first.
constexpr std::string_view kLabels[] = {"photo credit", "image credit", "picture credit", "photograph by", "photographs by", "photo courtesy of", "photos by", "photo by", "picture by", "image by", "photographer", "photographs", "photograph", "pictures", "picture", "images", "image",
                                        "photos", "photo", "credits", "credit", "pic", "fotos", "foto", "bild", "bilder", "imagen", "cr\u00E9dito", "cr\u00E9dit photo", "cr\u00E9dit", "ilustracija", "illustration", "fotografija", "fotografie", "zdj\u0119cie", "fot", "\u0444\u043E\u0442\u043E"};

// Those whose colon or "by" may not be missing are any but these: "Photo Jean-Luc Lemoyneau/AFP"
bool may_stand_bare(std::string_view label) { return label == "photo" || label == "foto"; }

bool is_picture_service(std::string_view name) {
  for (std::string_view service : {"getty", "shutterstock", "alamy", "istock", "reuters", "depositphotos", "unsplash", "pixabay", "wikimedia", "adobe stock", "imago", "picture alliance", "pexels", "flickr"}) {
    if (contains_ignore_case(name, service)) return true;
  }
  return false;
}

// "File Photo", "Archiv", "Handout": says what kind of picture it is, names nobody.
bool is_kind_of_picture(std::string_view name) {
  return is_one_of(lower_ascii(tidy(name)), {"file photo", "file", "file picture", "file image", "handout", "archive", "archiv", "archives", "pool", "handout photo", "archivo", "screengrab", "screenshot", "symbolbild", "symbolfoto"});
}

struct Names {
  std::vector<std::string> names, persons;
  bool agency = false;  // one of them is an agency or picture service
};

// "Jane Roe/AP", "AP Photo/Jane Roe", "Li Na/Xinhua via AP"; false in `fits` when a part is no name.
Names read_names(std::string_view text, const AgencyNames& agencies, bool& fits) {
  Names out;
  fits = true;
  if (starts_with_ignore_case(text, "handout via ")) text.remove_prefix(12);
  std::string list;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t via = std::min(rest.find(" via "), rest.size());
    list += rest.substr(0, via);
    if (via < rest.size()) list += '/';
    rest.remove_prefix(std::min(via + 5, rest.size()));
  }
  std::replace(list.begin(), list.end(), ',', '/');
  const std::string whole = agencies.find(tidy(text));
  for (std::string_view part : whole.empty() ? split(list, '/') : std::vector<std::string_view>{text}) {
    part = tidy(part);
    if (part.empty() || is_kind_of_picture(part)) continue;
    std::string_view name = part;
    for (std::string_view tail : {" Photo", " photo", " Photos"}) {
      if (name.ends_with(tail)) name.remove_suffix(tail.size());  // "AP Photo"
    }
    const std::string agency = agencies.find(name);
    const bool service = !agency.empty() || is_picture_service(name);
    // an agency in capitals or with an article is given its usual name; anything else stays as printed
    const std::string shown(agency.empty() ? part : std::string_view(agency));
    const bool lower_user = out.agency || !out.names.empty();  // "Depositphotos/matwey"
    if (!service && !looks_like_source_name(name) && !looks_like_person(name) && !(lower_user && name.find(' ') == std::string_view::npos)) fits = false;
    out.names.push_back(shown);
    out.agency |= service;
    if (!service) out.persons.push_back(shown);
  }
  // two names without an agency: the one that is no person is the service
  if (!out.agency && out.names.size() == 2 && out.persons.size() == 2) {
    const bool first = looks_like_person(out.names[0]), second = looks_like_person(out.names[1]);
    if (first != second) out.persons = {first ? out.names[0] : out.names[1]};
    else if (!first) out.persons = {out.names[1]};
  }
  return out;
}

PhotoCredit made(std::size_t begin, Names names, bool certain) { return {begin, std::move(names.names), std::move(names.persons), certain}; }

// A label at the beginning of `text`: its size with colon or "by"; 0 where none stands.
std::size_t label_size(std::string_view text) {
  for (std::string_view label : kLabels) {
    if (!starts_with_ignore_case(text, label)) continue;
    std::size_t end = label.size();
    if (end < text.size() && is_alpha(text[end])) continue;
    const bool by = label.ends_with(" by") || label.ends_with(" of");
    while (end < text.size() && text[end] == ' ') ++end;
    if (end < text.size() && (text[end] == ':' || text[end] == '/')) return end + 1;
    if (by) return end;
    if (may_stand_bare(label) && end < text.size() && is_upper(text[0]) && is_capitalised(text.substr(end)) && text.find('/') != std::string_view::npos) return end;
    if (end < text.size() && text.substr(end).starts_with("\u00A9")) return end;
  }
  return 0;
}

// What stands inside the last brackets, or behind a bar, a label or the copyright sign.
std::optional<PhotoCredit> read_piece(std::string_view piece, std::size_t begin, const AgencyNames& agencies, bool bracketed) {
  piece = trim(piece);
  if (is_kind_of_picture(piece)) return PhotoCredit{begin, {}, {}, true};
  const std::size_t label = label_size(piece);
  std::string_view rest = trim(piece.substr(label));
  bool sign = false;
  if (rest.starts_with("\u00A9")) {
    rest = trim(rest.substr(2));
    sign = true;
  }
  if (starts_with_ignore_case(rest, "courtesy of ") || starts_with_ignore_case(rest, "courtesy ")) return bracketed || label || sign ? std::optional(PhotoCredit{begin, {}, {}, true}) : std::nullopt;
  if (rest.empty() || rest.size() > 80) return std::nullopt;
  bool fits = false;
  Names names = read_names(rest, agencies, fits);
  if (names.names.empty()) return std::nullopt;
  if (label || sign) return fits || label ? std::optional(made(begin, std::move(names), true)) : std::nullopt;
  if (!fits || !names.agency) {
    // two names with a slash, one of them longer: "(CPA/Yannick Ober)"
    const auto parts = split(rest, '/');
    if (!bracketed || parts.size() != 2 || !looks_like_source_name(parts[0]) || !looks_like_source_name(parts[1]) || (parts[0].find(' ') == std::string_view::npos && parts[1].find(' ') == std::string_view::npos)) return std::nullopt;
    return made(begin, std::move(names), true);
  }
  return made(begin, std::move(names), names.names.size() > 1 || piece.find("Photo") != std::string_view::npos);
}

// The longest run of capitalised words that ends `left`; up to four of them, back to a sentence's end.
std::size_t name_begin(std::string_view left) {
  std::size_t begin = left.size();
  for (int words = 0; begin > 0 && words < 4; ++words) {
    const std::size_t blank = left.rfind(' ', begin - 1);
    const std::size_t word_begin = blank == std::string_view::npos ? 0 : blank + 1;
    const std::string_view word = left.substr(word_begin, begin - word_begin);
    if (word.empty() || !is_capitalised(word) || (word.back() == '.' && word.size() > 3)) break;
    begin = word_begin;
    if (begin > 0) --begin;
  }
  if (begin > 0 && begin < left.size() && left[begin] == ' ') ++begin;
  return begin;
}

// "... NAME / AGENCY", "... AGENCY / NAME", "... REUTERS/Jane Roe/File Photo", "... Li Na/Xinhua via AP" at the end.
std::optional<PhotoCredit> read_slashes(std::string_view line, const AgencyNames& agencies) {
  std::string_view head = trim(line);
  std::size_t slash = head.rfind('/');
  if (slash != std::string_view::npos && is_kind_of_picture(head.substr(slash + 1))) slash = slash ? head.rfind('/', slash - 1) : std::string_view::npos;
  if (slash == std::string_view::npos || head.size() - slash > 60) return std::nullopt;
  const std::string_view left = tidy(head.substr(0, slash));
  if (left.empty()) return std::nullopt;
  const std::size_t base = static_cast<std::size_t>(left.data() - line.data());
  const std::size_t begin = name_begin(left);
  const std::string_view left_name = tidy(left.substr(begin));
  bool fits = false;
  const Names right = read_names(head.substr(slash + 1), agencies, fits);
  if (right.names.empty() || !fits) return std::nullopt;
  const auto credit = [&](std::size_t from) {
    bool any = false;
    return made(base + from, read_names(head.substr(static_cast<std::size_t>(left.data() - head.data()) + from), agencies, any), true);
  };
  const bool agency_left = !agencies.find(left_name).empty();
  if (agency_left || (right.agency && !left_name.empty())) return credit(begin);
  // "... April 2021. Reuters / NAME": the agency is the last word of a longer run
  const std::size_t last = left_name.rfind(' ');
  if (last != std::string_view::npos && !agencies.find(left_name.substr(last + 1)).empty()) return credit(begin + last + 1);
  return std::nullopt;
}

bool at_sentence_begin(std::string_view line, std::size_t at) {
  while (at > 0 && is_space(line[at - 1])) --at;
  return at == 0 || line[at - 1] == '.' || line[at - 1] == '!' || line[at - 1] == '?' || line[at - 1] == '\n' || line[at - 1] == '"' || line.substr(0, at).ends_with("\u201D") || line.substr(0, at).ends_with("\u2026");
}

}  // namespace

std::optional<PhotoCredit> find_photo_credit(std::string_view line, const AgencyNames& agencies) {
  const std::string_view shown = trim(line);
  const auto base = static_cast<std::size_t>(shown.data() - line.data());
  std::string_view closed = shown;
  if (closed.ends_with('.')) closed.remove_suffix(1);
  for (const auto& [open, close] : {std::pair('(', ')'), std::pair('[', ']')}) {
    if (!closed.ends_with(close)) continue;
    const std::size_t at = closed.rfind(open);
    if (at == std::string_view::npos || closed.size() - at > 90) continue;
    if (count_words(shown.substr(0, at)) < 4 && label_size(closed.substr(at + 1)) == 0) continue;
    if (auto credit = read_piece(closed.substr(at + 1, closed.size() - at - 2), base + at, agencies, true)) return credit;
  }
  if (const std::size_t bar = shown.rfind(" | "); bar != std::string_view::npos && shown.size() - bar < 90) {
    if (auto credit = read_piece(shown.substr(bar + 3), base + bar + 1, agencies, false)) return credit;
  }
  // a label, rightmost first; without colon only where a sentence begins
  for (std::size_t at = shown.size(); at-- > 0;) {
    if (shown.size() - at > 120) break;
    if (at > 0 && (is_alpha(shown[at - 1]) || static_cast<unsigned char>(shown[at - 1]) >= 0x80)) continue;
    const std::string_view rest = shown.substr(at);
    if (const std::size_t size = label_size(rest); size > 0) {
      const bool colon = rest[size - 1] == ':';
      if (!colon && !at_sentence_begin(shown, at) && shown[at - 1] != '(' && shown[at - 1] != '[') continue;
      std::size_t begin = at;
      while (begin > 0 && (shown[begin - 1] == '(' || shown[begin - 1] == '[')) --begin;
      if (auto credit = read_piece(tidy(rest), base + begin, agencies, false)) return credit;
    } else if (starts_with_ignore_case(rest, "courtesy of ") && is_upper(rest[0]) && at_sentence_begin(shown, at)) {
      return PhotoCredit{base + at, {}, {}, false};
    } else if (rest.starts_with("Handout via ") && at_sentence_begin(shown, at)) {
      bool fits = false;
      if (Names names = read_names(rest, agencies, fits); fits && names.agency) return made(base + at, std::move(names), true);
    }
  }
  if (const std::size_t sign = shown.rfind("\u00A9"); sign != std::string_view::npos && sign > 0 && shown.size() - sign < 80) {
    if (std::none_of(shown.begin() + static_cast<std::ptrdiff_t>(sign), shown.end(), is_digit)) {
      if (auto credit = read_piece(shown.substr(sign), base + sign, agencies, false)) {
        credit->certain = false;
        return credit;
      }
    }
  }
  return read_slashes(line, agencies);
}

}  // namespace attache
