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

}  // namespace attache
