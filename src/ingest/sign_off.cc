#include "ingest/sign_off.h"

#include "base/strings.h"
#include "ingest/author_field.h"
#include "ingest/credit_marks.h"
#include "text/fold.h"

namespace attache {

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

}  // namespace attache
