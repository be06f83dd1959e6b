#include "language/coreference/offices.h"

#include <algorithm>

#include "base/strings.h"
#include "language/coreference/focus.h"

namespace attache {
namespace {

namespace wc = word_class;

bool is_past_or_next(std::string_view w) { return is_one_of(w, {"former", "ex", "late", "then", "next", "future", "previous", "deposed", "ousted", "onetime", "incoming", "outgoing", "elect", "deputy", "vice", "any", "every", "each", "no", "a", "an"}); }

// "President X", "the president of Y, X," and "X, the president of Y".
std::uint32_t person_beside(const Discourse& d, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end;
  if (at < d.end && d.word(at) == ",") ++at;
  if (at < d.end) {
    if (const Name* name = d.name_at(at); name && name->first == at && d.is_person(name->entity)) return name->entity;
  }
  std::uint32_t before = begin;
  while (before > d.begin && d.has(before - 1, wc::determiner)) --before;
  if (before >= d.begin + 2 && d.word(before - 1) == ",") {
    if (const Name* name = d.name_at(before - 2); name && d.is_person(name->entity)) return name->entity;
  }
  return kNone;
}

// Whom the report gives the office of that state or body; else the one whom it gives the office without saying of what.
std::uint32_t holder_in_report(const Discourse& d, const std::string& office, const std::string& of) {
  for (const std::string& whose : {of, std::string()}) {
    std::uint32_t found = kNone;
    int count = 0;
    for (std::uint32_t e = 0; e < d.names.entities.size(); ++e) {
      if (!d.is_person(e) || std::find(d.entity(e).roles.begin(), d.entity(e).roles.end(), Role{office, whose}) == d.entity(e).roles.end()) continue;
      found = e;
      ++count;
    }
    if (count > 0) return count == 1 ? found : kNone;
  }
  return kNone;
}

// The one person of the report with that office, of whatever.
std::uint32_t only_holder(const Discourse& d, const std::string& office) {
  std::uint32_t found = kNone;
  for (std::uint32_t e = 0; e < d.names.entities.size(); ++e) {
    const auto& roles = d.entity(e).roles;
    if (!d.is_person(e) || std::none_of(roles.begin(), roles.end(), [&](const Role& role) { return role.office == office; })) continue;
    if (found != kNone) return kNone;
    found = e;
  }
  return found;
}

std::uint32_t holder_named_before(const Discourse& d, const std::string& office) {
  return d.spoken.best(d.sentence, kNounReach, 1, [&](const Spoken& s) {
    if (s.entity == kSomebody || !d.is_person(s.entity)) return Salience::kUnfit;
    for (const Role& role : d.entity(s.entity).roles) {
      if (role.office == office || role.office.ends_with(" " + office)) return 0;
    }
    return Salience::kUnfit;
  });
}

// Somebody does something here, or has something: "plays the French president" and "became president" tell of no holder.
bool is_actual(const Discourse& d, std::uint32_t begin, std::uint32_t end) {
  if (d.in_title() || d.is_clitic(end) || d.is_subject(begin, end)) return true;
  if (begin == d.begin || (begin == d.begin + 1 && d.has(begin - 1, wc::determiner))) return true;
  const std::uint32_t before = d.has(begin - 1, wc::determiner) && begin > d.begin + 1 ? begin - 2 : begin - 1;
  return (d.has(before, wc::preposition) && !is_one_of(d.lower(before), {"as", "like", "of", "for"})) || is_one_of(d.lower(before), {"met", "told", "asked", "urged", "thanked", "accused", "phoned", "called", "received", "invited", "congratulated"});
}

// A sentence about another year says nothing of who holds an office now.
bool names_other_year(const Discourse& d) {
  for (std::uint32_t t = d.begin; t < d.end; ++t) {
    int year = 0;
    if (d.tokens[t].kind == TokenKind::number && parse_int(d.word(t), year) && year >= 1500 && year < 2100 && year != d.day.year) return true;
  }
  return false;
}

}  // namespace

void read_office(Discourse& d, const TitleMention& title) {
  const Sentence& sentence = d.sentences[d.sentence];
  const Office& office = d.knowledge.offices[title.office];
  if (is_one_of(office.rank, {"official", "expert", "civil"})) return;
  std::uint32_t begin = title.first, end = title.last;
  std::uint32_t of = kNone;
  bool by_article = false;
  std::uint32_t before = title.first;
  while (before > sentence.first && d.has(before - 1, wc::common_adjective) && !d.name_at(before - 1)) {
    if (is_past_or_next(d.lower(before - 1))) return;
    --before;
  }
  if (before > sentence.first) {
    const std::uint32_t t = d.tokens[before - 1].kind == TokenKind::clitic && before >= sentence.first + 2 ? before - 2 : before - 1;
    if (is_past_or_next(d.lower(before - 1))) return;
    if (const Name* name = d.name_at(t); name && name->last >= before - 1 && !d.is_person(name->entity)) {
      of = name->entity;
      begin = name->first;
      if (begin > sentence.first && is_past_or_next(d.lower(begin - 1))) return;
    } else if (is_one_of(d.lower(before - 1), {"the", "this", "that"})) {
      by_article = true;
      begin = before - 1;
    } else if (d.tokens[before - 1].kind == TokenKind::clitic) {
      return;  // of somebody no name tells
    }
  }
  if (end + 1 < sentence.last && is_one_of(d.lower(end), {"of", "for", "at"})) {
    std::uint32_t next = end + 1;
    while (next < sentence.last && next < end + 6 && !d.name_at(next) && d.is_word(next) && !d.has(next, wc::auxiliary | wc::preposition)) ++next;
    const Name* name = next < sentence.last ? d.name_at(next) : nullptr;
    if (!name || d.is_person(name->entity)) return;
    of = name->entity;
    end = name->last;
  }
  const std::string of_code = of == kNone ? std::string() : d.code_of(of);
  if (const std::uint32_t beside = person_beside(d, begin, end); beside != kNone) {
    d.refer(begin, end, beside, ReferenceKind::office, "stands beside the name");
    return;
  }
  const bool names_body = office.title.find(" of the ") != std::string::npos;
  if (of == kNone && !by_article && !sentence.title && !names_body) return;  // headlines leave articles out
  std::string reason;
  std::uint32_t holder = of != kNone ? holder_in_report(d, office.title, of_code) : sentence.title ? only_holder(d, office.title) : holder_named_before(d, office.title);
  if (holder != kNone) {
    reason = of == kNone && !sentence.title ? "the person with that office named before" : "the only person with that office in the report";
  } else if ((of != kNone || names_body) && is_actual(d, begin, end) && !names_other_year(d)) {
    if (const OfficeHolder* known = holder_on(d.knowledge, office.title, of_code, d.day)) {
      holder = d.entity_with("person:" + known->person, EntityType::person, known->person);
      Entity& person = d.names.entities[holder];
      if (!person.gender) person.gender = known->gender;
      if (const Role role{office.title, of_code}; std::find(person.roles.begin(), person.roles.end(), role) == person.roles.end()) person.roles.push_back(role);
      reason = "held that office on " + to_string(d.day) + " by the table of office holders";
    }
  }
  if (holder == kNone) return;
  d.refer(begin, end, holder, ReferenceKind::office, std::move(reason));
  d.speak(begin, end, holder, false);
}

}  // namespace attache
