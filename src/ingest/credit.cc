#include "ingest/credit.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "ingest/author_field.h"
#include "ingest/credit_marks.h"
#include "ingest/dateline.h"
#include "tables/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

// "ANI" in "With inputs from ANI", "Source: TASS", "via Reuters".
std::string_view without_credit_words(std::string_view text) {
  for (std::string_view head : {"source:", "sources:", "source -", "credit:", "with inputs from", "with input from", "with agency inputs from", "inputs from", "with information from", "via",
                                "agency:", "agencies:", "quelle:", "text:", "copyright", "\u00a9", "(c)", "from"}) {
    if (starts_with_ignore_case(text, head)) return trim_marks(text.substr(head.size()), " .");
  }
  return text;
}

bool word_starts_before(std::string_view line, std::size_t open) { return count_words(line.substr(0, open)) >= 4; }

}  // namespace

bool is_acronym_of(std::string_view acronym, std::string_view name) {
  if (acronym.size() < 2 || acronym.size() > 6 || !is_all_capitals(acronym)) return false;
  std::string initials;
  for (std::string_view word : split(name, ' ')) {
    if (!word.empty() && is_capitalised(word)) initials += word.front();
  }
  return initials.size() >= 2 && initials == acronym;
}

std::string AgencyNames::find(std::string_view name) const {
  if (const int agency = find_agency(*knowledge_, name); agency >= 0) return knowledge_->agencies[static_cast<std::size_t>(agency)].name;
  const std::string folded = fold_words(name);
  for (const std::string& own : local_) {
    const std::string key = fold_words(own);
    if (folded == key || is_acronym_of(own, name) || is_acronym_of(name, own)) return own;
    for (std::string_view tail : {" news agency", " press agency", " news", " news service", " agency"}) {
      if (folded == key + std::string(tail)) return own;
    }
  }
  for (std::string_view tail : {"News Agency", "Press Agency", "News Service", "Newswire", "Press Association", "Telegraph Agency", "Wire Service"}) {
    if (name.size() > tail.size() + 1 && name.size() < 60 && name.ends_with(tail) && is_capitalised(name) && name.find_first_of(",;:.|/") == std::string_view::npos) return std::string(name);
  }
  return {};
}

bool looks_like_source_name(std::string_view name) {
  name = trim(name);
  if (name.size() < 2 || name.size() > 50) return false;
  if (name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos && host_like(name)) return true;
  std::size_t words = 0;
  for (std::string_view word : split(name, ' ')) {
    if (word.empty()) continue;
    ++words;
    const std::string lower = lower_ascii(word);
    if (lower == "of" || lower == "de" || lower == "the" || lower == "and" || lower == "&") continue;
    const bool acronym = lower == "dpa" || lower == "epd" || lower == "ots" || lower == "sda" || lower == "pap" || lower == "lusa" || lower == "ntb" || lower == "cna";
    if (!is_capitalised(word) && !acronym) return false;
    for (char c : word) {
      if (is_digit(c) || c == '"' || c == ':' || c == ';') return false;
    }
  }
  return words >= 1 && words <= 5;
}

bool host_like(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot < 3 || name.size() - dot > 6) return false;
  return std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(), is_lower) &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_alpha(c) || is_digit(c) || c == '.' || c == '-'; });
}

bool names_organisation(const Knowledge& k, std::string_view phrase) {
  bool organisation = false;
  for (const Meaning& m : meanings_of(k, phrase)) {
    if (m.kind == NameKind::city || m.kind == NameKind::capital || m.kind == NameKind::country || m.kind == NameKind::region) return false;
    organisation |= m.kind == NameKind::organisation;
  }
  return organisation;
}

std::optional<CreditNames> read_credit_line(std::string_view line, const AgencyNames& agencies) {
  if (line.size() > 90) return std::nullopt;
  std::string_view text = trim_marks(line, " .,:;|-()[]/*");
  const std::string_view bare = trim_marks(without_credit_words(text), " .,:;|-()[]/*");
  const bool headed = bare.size() != text.size();
  if (bare.empty() || count_words(bare) > 8) return std::nullopt;
  CreditNames names;
  const Knowledge& k = agencies.knowledge();
  std::string whole(bare);
  if (is_all_capitals(whole) && whole.find(' ') != std::string::npos) whole = title_case(whole);  // "MERIDIAN NEWS AGENCY"
  if (std::string agency = agencies.find(whole); !agency.empty()) {
    names.agencies.push_back(std::move(agency));
    return names;
  }
  for (const std::string& part : split_names(bare)) {
    if (std::string agency = agencies.find(part); !agency.empty()) {
      add_unique(names.agencies, std::move(agency));
    } else if (!names.agencies.empty() && part.size() <= 4 && std::all_of(part.begin(), part.end(), is_lower)) {
      continue;  // "CPA/ca/yo": initials of writers
    } else if (!names.agencies.empty() && (part.ends_with(" staff") || part.ends_with(" Staff"))) {
      names.outlet = trim(part.substr(0, part.size() - 6));  // "CPA with Bulletin staff"
    } else if (const int outlet = find_outlet(k, part); outlet >= 0) {
      names.outlet = part;
    } else if (lower_ascii(part) == "agencies" || lower_ascii(part) == "agency") {
      continue;
    } else if (headed && looks_like_source_name(part)) {
      names.outlet = part;
    } else {
      return std::nullopt;
    }
  }
  if (names.empty()) return std::nullopt;
  return names;
}

std::optional<TailCredit> find_tail_credit(std::string_view paragraph, const AgencyNames& agencies) {
  const std::size_t window = paragraph.size() > 70 ? floor_boundary(paragraph, paragraph.size() - 70) : 0;
  // The end of the last sentence, with the marks that may close it.
  std::optional<TailCredit> best;
  for (std::size_t at = paragraph.size(); at-- > window;) {
    const char c = paragraph[at];
    const bool stop = c == '.' || c == '!' || c == '?' || c == '"' || c == ')' || (static_cast<unsigned char>(c) == 0x9D && at >= 2 && paragraph.substr(at - 2, 3) == "\u201D");
    if (!stop) continue;
    std::size_t begin = at + 1;
    if (begin >= paragraph.size()) continue;
    std::string_view tail = paragraph.substr(begin);
    const std::string_view marked = trim(tail);
    if (marked.empty()) continue;
    const bool has_mark = marked.front() == '/' || marked.front() == '(' || marked.front() == '[' || marked.front() == '-' || marked.front() == '.' ||
                          marked.starts_with("\u2013") || marked.starts_with("\u2014");
    const std::string_view name = trim_marks(marked, " ./()[]-");
    if (name.empty() || count_words(name) > 4) continue;
    const std::string agency = agencies.find(name);
    // Without any mark only an agency's short name counts: "... bestand. epd"
    if (!agency.empty() && (has_mark || count_words(name) == 1)) {
      std::size_t from = begin;
      while (from < paragraph.size() && is_space(paragraph[from])) ++from;
      if (paragraph[from] == '.' && at > 0) from = begin + (from - begin);
      TailCredit credit{{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(paragraph.size())}, {}};
      credit.names.agencies.push_back(agency);
      best = credit;
    } else if (agency.empty() && has_mark && marked.front() == '/' && host_like(name)) {
      TailCredit credit{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(paragraph.size())}, {}};
      credit.names.outlet = name;
      best = credit;
    }
  }
  return best;
}

bool is_sign_off(std::string_view line) {
  const std::string_view text = trim_marks(line, " ()[]*_");
  if (text.size() > 400) return false;
  for (std::string_view head : {"reporting by", "writing by", "editing by", "additional reporting by", "additional reporting", "reporting and writing by", "compiled by", "written by", "edited by",
                                "reporting and editing by", "with reporting by", "contributed to this report"}) {
    if (starts_with_ignore_case(text, head)) return true;
  }
  return text.size() < 200 && (text.ends_with("contributed to this report.") || text.ends_with("contributed to this report") || text.ends_with("contributed reporting.") ||
                               text.ends_with("contributed reporting") || contains_ignore_case(text, "contributed to this story"));
}

CreditNames read_sign_off(std::string_view line) {
  CreditNames names;
  for (std::string_view part : split(trim_marks(line, " ()[]*_."), ';')) {
    part = trim(part);
    const std::size_t by = part.find("by ");
    if (by == std::string_view::npos) continue;
    if (starts_with_ignore_case(part, "editing") || starts_with_ignore_case(part, "edited")) continue;
    std::string people(part.substr(by + 3));
    for (std::string_view person_at : split(people, ',')) {
      std::string_view rest = person_at;
      while (!rest.empty()) {
        const std::size_t joint = rest.find(" and ");
        std::string_view person = trim(rest.substr(0, joint));
        rest = joint == std::string_view::npos ? std::string_view() : rest.substr(joint + 5);
        if (const std::size_t in = person.find(" in "); in != std::string_view::npos) {
          add_unique(names.places, std::string(trim(person.substr(in + 4))));
          person = trim(person.substr(0, in));
        }
        if (looks_like_person(person)) add_unique(names.persons, std::string(person));
      }
    }
  }
  return names;
}

std::string outlet_of_copyright(std::string_view line) {
  if (line.size() > 110) return {};
  std::string_view text = trim(line);
  bool marked = false;
  for (std::string_view head : {"copyright", "\u00a9", "(c)"}) {
    if (!starts_with_ignore_case(text, head)) continue;
    text = trim(text.substr(head.size()));
    marked = true;
  }
  if (text.starts_with("\u00a9")) text = trim(text.substr(2));
  if (!marked) return {};
  std::string name;
  for (std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    std::string_view bare = trim_marks(word, ".,;-|");
    if (bare.size() == 4 && is_digit(bare[0]) && is_digit(bare[3])) {
      if (name.empty()) continue;
      break;
    }
    if (equals_ignore_case(bare, "all") || equals_ignore_case(bare, "by") || bare.empty()) {
      if (name.empty()) continue;
      break;
    }
    if (!is_capitalised(bare) && bare != "of" && bare != "the" && bare != "and" && bare != "&") break;
    name += (name.empty() ? "" : " ") + std::string(bare);
    if (word.back() == '.' || word.back() == ',') break;
  }
  return count_words(name) <= 6 && looks_like_source_name(name) ? name : std::string();
}

bool is_syndication_note(std::string_view line) {
  return line.size() < 400 && (contains_ignore_case(line, "may have been reworked") || contains_ignore_case(line, "syndicated feed") ||
                               contains_ignore_case(line, "published from a wire agency feed") || contains_ignore_case(line, "not been edited by") ||
                               contains_ignore_case(line, "published unedited from") || contains_ignore_case(line, "auto-generated from"));
}

std::string outlet_of_syndication_note(std::string_view line) {
  const std::string lower = lower_ascii(line);
  for (std::string_view head : {std::string_view("reworked by the "), std::string_view("reworked by "), std::string_view("not been edited by the "), std::string_view("not been edited by ")}) {
    const std::size_t at = lower.find(head);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + head.size();
    const std::size_t end = lower.find(" staff", begin);
    if (end != std::string::npos && end - begin < 60) return std::string(line.substr(begin, end - begin));
  }
  return {};
}

std::vector<SelfMention> find_self_mentions(std::string_view text, const Knowledge& k) {
  std::vector<SelfMention> mentions;
  // The words right before the name that make it the report's own agency.
  static constexpr std::array<std::string_view, 14> kBefore = {"told ", "telling ", "tells ", "seen by ", "obtained by ", "reviewed by ", "shared with ", "contacted by ", "interview with ",
                                                               "statement to ", "comment from ", "shown to ", "viewed by ", "provided to "};
  static constexpr std::array<std::string_view, 9> kAfter = {"reporter", "correspondent", "journalist", "witness", "photographer", "reporters", "journalists", "correspondents", "tally"};
  const auto name_at = [&](std::size_t at) -> std::pair<std::size_t, int> {
    if (text.substr(at).starts_with("the ")) at += 4;
    // the longest run of up to five words that names an agency
    std::size_t end = at;
    std::pair<std::size_t, int> found{0, -1};
    for (int words = 0; words < 5 && end < text.size(); ++words) {
      const std::size_t next = std::min(text.find_first_of(" ,.;:\"\n)'", end + 1), text.size());
      std::string_view name = text.substr(at, next - at);
      for (std::string_view quote : {"\u2019", "\u201D"}) name = name.substr(0, name.find(quote));
      if (name.empty() || !is_capitalised(name)) {
        if (find_agency(k, name) < 0) break;
      }
      if (const int agency = find_agency(k, name); agency >= 0) {
        found = {at + name.size(), agency};
      } else if (words >= 1 && (name.ends_with(" News Agency") || name.ends_with(" Press Agency") || name.ends_with(" News Service"))) {
        found = {at + name.size(), -2};
      }
      if (next >= text.size() || text[next] != ' ') break;
      end = next;
      if (!is_capitalised(text.substr(next + 1)) && !is_lower(text[next + 1])) break;
    }
    return found;
  };
  auto add = [&](std::size_t begin, std::size_t name_begin, std::pair<std::size_t, int> found) {
    if (text.substr(name_begin).starts_with("the ")) name_begin += 4;
    SelfMention mention;
    mention.agency = found.second;
    mention.name = found.second >= 0 ? k.agencies[static_cast<std::size_t>(found.second)].name : std::string(text.substr(name_begin, found.first - name_begin));
    mention.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(found.first)};
    if (mention.agency == -2) mention.agency = -1;
    mentions.push_back(std::move(mention));
  };
  for (std::string_view before : kBefore) {
    for (std::size_t at = text.find(before); at != std::string_view::npos; at = text.find(before, at + 1)) {
      if (at > 0 && is_alpha(text[at - 1])) continue;
      const std::size_t name_begin = at + before.size();
      if (const auto found = name_at(name_begin); found.first > 0) add(at, name_begin, found);
    }
  }
  for (std::string_view article : {std::string_view("a "), std::string_view("an "), std::string_view("A "), std::string_view("An "), std::string_view("to ")}) {
    for (std::size_t at = text.find(article); at != std::string_view::npos; at = text.find(article, at + 1)) {
      if (at > 0 && !is_space(text[at - 1])) continue;
      const std::size_t name_begin = at + article.size();
      const auto found = name_at(name_begin);
      if (found.first == 0 || found.second < 0) continue;
      std::string_view rest = text.substr(found.first);
      rest = rest.substr(rest.starts_with(" news agency") ? 12 : 0);
      for (std::string_view after : kAfter) {
        if (rest.starts_with(" ") && rest.substr(1).starts_with(after)) add(at, name_begin, found);
      }
    }
  }
  std::sort(mentions.begin(), mentions.end(), [](const SelfMention& a, const SelfMention& b) { return a.span < b.span; });
  return mentions;
}

std::optional<PhotoCredit> find_photo_credit(std::string_view line, const AgencyNames& agencies) {
  const auto tidy = [](std::string_view name) { return trim_marks(name, " .,;:()[]|"); };
  // "(Photo by X/Agency)", "Photo: X", "[X/Agency]", "Image credit: X", "FILE PHOTO: ... REUTERS/X"
  static constexpr std::array<std::string_view, 17> kHeads = {"photo by", "photo:", "photo credit:", "photograph by", "photograph:", "image:", "image credit:", "picture:", "picture by", "credit:", "photo courtesy of", "pic:",
                                                              "foto:", "image by", "images:", "photos:", "(photo"};
  const std::string lower = lower_ascii(line);
  for (std::string_view head : kHeads) {
    const std::size_t at = lower.rfind(head);
    if (at == std::string::npos || (at > 0 && is_alpha(lower[at - 1]))) continue;
    const std::string_view rest = tidy(line.substr(at + head.size()));
    if (rest.empty() || rest.size() > 80) continue;
    PhotoCredit credit;
    credit.begin = at;
    while (credit.begin > 0 && (line[credit.begin - 1] == '(' || line[credit.begin - 1] == '[' || line[credit.begin - 1] == ' ')) --credit.begin;
    for (std::string_view name : split(rest, '/')) {
      if (name = tidy(name); !name.empty()) credit.names.emplace_back(name);
    }
    if (!credit.names.empty()) return credit;
  }
  // "(CPA/Yannick Ober)" at the end: two names in brackets
  if (const std::size_t open = line.rfind('('); open != std::string_view::npos && line.size() - open < 60 && trim(line).ends_with(")") && word_starts_before(line, open)) {
    const std::string_view inside = tidy(line.substr(open));
    const auto parts = split(inside, '/');
    if (parts.size() == 2 && looks_like_source_name(parts[0]) && looks_like_source_name(parts[1]) && (parts[0].find(' ') != std::string_view::npos || parts[1].find(' ') != std::string_view::npos)) {
      return PhotoCredit{open, {std::string(tidy(parts[0])), std::string(tidy(parts[1]))}};
    }
  }
  // "... NAME / AGENCY", "... AGENCY / NAME", "... AGENCY/Name" at the end of the line
  const std::size_t slash = line.rfind('/');
  if (slash != std::string_view::npos && line.size() - slash < 50) {
    const std::string_view right = tidy(line.substr(slash + 1));
    std::string_view left = tidy(line.substr(0, slash));
    // the left name: the longest capitalised run back to a sentence end
    std::size_t begin = left.size();
    int words = 0;
    while (begin > 0 && words < 4) {
      const std::size_t blank = left.rfind(' ', begin - 1);
      const std::size_t word_begin = blank == std::string_view::npos ? 0 : blank + 1;
      const std::string_view word = left.substr(word_begin, begin - word_begin);
      if (word.empty() || !is_capitalised(word) || (word.back() == '.' && word.size() > 3)) break;
      ++words;
      begin = word_begin;
      if (begin > 0) --begin;
    }
    if (begin > 0 && begin < left.size() && left[begin] == ' ') ++begin;
    const std::string_view left_name = tidy(left.substr(begin));
    const bool agency_left = !agencies.find(left_name).empty();
    const bool agency_right = !agencies.find(right).empty() || contains_ignore_case(right, "getty") || contains_ignore_case(right, "shutterstock");
    if ((agency_left && looks_like_source_name(right)) || (agency_right && !left_name.empty())) {
      return PhotoCredit{begin, {std::string(left_name), std::string(right)}};
    }
    // "... April 2021. Reuters / NAME": the agency is the last word of a longer run
    const std::size_t last = left_name.rfind(' ');
    if (last != std::string_view::npos && !agencies.find(left_name.substr(last + 1)).empty() && looks_like_source_name(right)) {
      return PhotoCredit{begin + last + 1, {std::string(left_name.substr(last + 1)), std::string(right)}};
    }
  }
  return std::nullopt;
}

}  // namespace attache
