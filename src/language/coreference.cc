#include "language/coreference.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/coreference/discourse.h"
#include "language/coreference/nouns.h"
#include "language/coreference/offices.h"
#include "language/coreference/pronouns.h"
#include "language/coreference/unnamed.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr std::array<std::string_view, 8> kKinds = {"office", "apposition", "body", "state", "government", "forces", "pronoun", "unnamed"};

struct NextNames {  // behind what is read already
  std::size_t name = 0, title = 0;
};

std::uint32_t read_name(Discourse& d, Name& name) {
  redirect_description(d, name);
  d.speak(name.first, name.last, name.entity, name.adjective);
  if (d.in_title()) return name.last;
  if (d.is_state(name.entity)) {
    if (const std::uint32_t end = read_state_body(d, name)) return end;
  }
  if (!name.adjective) read_apposition(d, name);
  return name.last;
}

void walk(Discourse& d, NextNames& next) {
  auto& titles = d.names.titles;
  auto& names = d.names.names;
  for (std::uint32_t i = d.begin; i < d.end;) {
    while (next.title < titles.size() && titles[next.title].first < i) ++next.title;
    while (next.name < names.size() && names[next.name].first < i) ++next.name;
    if (next.title < titles.size() && titles[next.title].first == i) {
      const TitleMention title = titles[next.title++];
      read_office(d, title);
      i = std::max(i + 1, title.last);
    } else if (next.name < names.size() && names[next.name].first == i) {
      i = std::max(i + 1, read_name(d, names[next.name++]));
    } else if (d.in_title() || !d.is_word(i)) {
      ++i;
    } else if (d.has(i, wc::possessive | wc::pronoun) && !d.quoted(i)) {
      i = read_pronoun(d, i);
    } else if (d.has(i, wc::determiner) && is_one_of(d.lower(i), {"the", "this", "that"})) {
      const std::uint32_t behind = read_noun_phrase(d, i, kNone);
      if (behind == i + 1) note_somebody(d, i);
      i = behind;
    } else if (d.has(i, wc::determiner) && is_one_of(d.lower(i), {"a", "an", "another"})) {
      note_somebody(d, i);
      ++i;
    } else {
      ++i;
    }
  }
}

// What only a description stood for ("Military Alliance") is left without a mention.
void drop_unmentioned(Discourse& d) {
  std::vector<std::uint32_t> place(d.names.entities.size(), kNone);
  for (const Name& name : d.names.names) place[name.entity] = 0;
  for (const Reference& reference : d.found) place[reference.entity] = 0;
  std::uint32_t kept = 0;
  for (std::uint32_t e = 0; e < place.size(); ++e) {
    if (place[e] == kNone) continue;
    if (kept != e) d.names.entities[kept] = std::move(d.names.entities[e]);
    place[e] = kept++;
  }
  d.names.entities.resize(kept);
  for (Name& name : d.names.names) name.entity = place[name.entity];
  for (Reference& reference : d.found) reference.entity = place[reference.entity];
}

}  // namespace

std::string_view name_of(ReferenceKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

ReferenceKind reference_kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i] == name) return static_cast<ReferenceKind>(i);
  }
  return ReferenceKind::pronoun;
}

std::vector<Reference> find_references(std::string_view text, const Segmentation& segmentation, const Quotes& quotes, const Lexicon& lexicon, const Knowledge& knowledge, const Date& day, NameAnalysis& names) {
  Discourse discourse(text, segmentation, quotes, lexicon, knowledge, day, names);
  NextNames next;
  for (std::uint32_t s = 0; s < segmentation.sentences.size(); ++s) {
    discourse.start(s);
    walk(discourse, next);
  }
  drop_unmentioned(discourse);
  find_unnamed(discourse);
  std::stable_sort(discourse.found.begin(), discourse.found.end(), [](const Reference& a, const Reference& b) { return a.first < b.first; });
  return std::move(discourse.found);
}

}  // namespace attache
