#include "facts/word_choices.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "facts/sides.h"
#include "text/fold.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 4> kStates = {"country", "nation", "state", "republic"};
constexpr std::array<std::string_view, 5> kParts = {"province", "region", "territory", "enclave", "exclave"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

struct Naming {
  std::uint32_t report = 0;
  Span words;   // "breakaway region"
  Span name;    // where the one who is named stands
  Span sentence;
  Span other;   // of acts: who suffers them
};

Span sentence_at(const Analysis& a, std::uint32_t byte) {
  for (const SentenceSpan& s : a.sentences) {
    if (s.span.begin <= byte && byte < s.span.end && !s.title) return s.span;
  }
  return {};
}

// Words of a span that end in a noun of one of the camps: 1 = a state, 2 = part of one, 0 = neither.
int camp_of(std::string_view words) {
  const std::string lower = lower_ascii(words);
  const std::string_view last = std::string_view(lower).substr(lower.find_last_of(" \n") + 1);
  return has(kStates, last) ? 1 : has(kParts, last) ? 2 : 0;
}

// "the breakaway region" before "of X": back over the article and what describes.
Span noun_before_of(std::string_view text, std::uint32_t name) {
  if (name < 4 || text.substr(name - 4, 4) != " of ") return {};
  const std::uint32_t end = name - 4;
  std::uint32_t begin = end;
  for (int words = 0; words < 4 && begin > 0; ++words) {
    std::uint32_t at = begin;
    while (at > 0 && is_space(text[at - 1])) --at;
    while (at > 0 && !is_space(text[at - 1])) --at;
    const std::string word = lower_ascii(trim(text.substr(at, begin - at)));
    const bool joins = words == 0 || word.ends_with("away") || word.ends_with("ed") || word.ends_with("ish") || word.ends_with("ist") || is_one_of(word, {"rebel", "former", "small", "autonomous", "independent", "tiny", "new"});
    if (!joins) break;
    begin = at;
  }
  return {begin, end};
}

void add_claims(Fact& f, std::map<std::string, std::vector<Naming>>& names) {
  for (auto& [key, list] : names) {
    FactClaim c;
    c.value = key;
    for (const Naming& n : list) c.mentions.push_back({n.report, n.sentence, n.name, n.other, n.words});
    f.claims.push_back(std::move(c));
  }
  std::stable_sort(f.claims.begin(), f.claims.end(), [](const FactClaim& a, const FactClaim& b) { return reports_of(a).size() > reports_of(b).size(); });
}

std::size_t origins_behind(const std::vector<Naming>& list, const Origins& origins, std::set<std::uint32_t>& all) {
  for (const Naming& n : list) all.insert(origins.origin_of[n.report]);
  return all.size();
}

std::string bare(std::string_view words) {
  std::string out = lower_ascii(collapse_space(words));
  for (const std::string_view owner : {"'s ", "\u2019s "}) {
    if (const std::size_t at = out.find(owner); at != std::string::npos) out = out.substr(at + owner.size());
  }
  for (const std::string_view article : {"the ", "a ", "an ", "its ", "their ", "his ", "her ", "our "}) {
    if (out.starts_with(article)) return out.substr(article.size());
  }
  return out;
}

std::vector<Fact> of_lands(std::span<const Analysis> analyses, const Origins& origins, const Actors& actors) {
  std::map<std::uint32_t, std::array<std::map<std::string, std::vector<Naming>>, 3>> found;  // actor -> camp -> words
  for (std::uint32_t r = 0; r < analyses.size(); ++r) {
    const Analysis& a = analyses[r];
    const auto add = [&](std::uint32_t entity, Span words, Span name) {
      const int camp = camp_of(slice(a.report.text, words));
      const Span sentence = sentence_at(a, words.begin);
      if (camp == 0 || sentence.empty()) return;
      const std::uint32_t actor = actors.actor_of[r][entity];
      if (actors.actors[actor].type != EntityType::state && actors.actors[actor].type != EntityType::place) return;
      found[actor][static_cast<std::size_t>(camp)][bare(slice(a.report.text, words))].push_back({r, words, name, sentence, {}});
    };
    for (const ReferenceMention& m : a.references) {
      if (m.kind == ReferenceKind::state || m.kind == ReferenceKind::apposition) add(m.entity, m.span, m.span);
    }
    for (const NameMention& n : a.names) {
      if (const Span words = noun_before_of(a.report.text, n.span.begin); !words.empty()) add(n.entity, words, n.span);
    }
  }
  std::vector<Fact> out;
  for (auto& [actor, camps] : found) {
    std::set<std::uint32_t> all;
    if (camps[1].empty() || camps[2].empty()) continue;
    for (const auto& camp : camps) {
      for (const auto& [words, list] : camp) origins_behind(list, origins, all);
    }
    std::set<std::uint32_t> one, two;
    for (const auto& [words, list] : camps[1]) origins_behind(list, origins, one);
    for (const auto& [words, list] : camps[2]) origins_behind(list, origins, two);
    if (all.size() < 2 || (one.size() == 1 && one == two)) continue;
    Fact f;
    f.relation = "described_as";
    f.subject.actor = actor;
    f.subject.name = actors.actors[actor].name;
    f.status = FactStatus::word_choice;
    f.sentence = f.subject.name + " is given names that take sides";
    f.reason = "a state to some, part of one to others";
    std::map<std::string, std::vector<Naming>> names = camps[1];
    names.insert(camps[2].begin(), camps[2].end());
    add_claims(f, names);
    out.push_back(std::move(f));
  }
  return out;
}

std::vector<Fact> of_acts(std::span<const Analysis> analyses, const Origins& origins, const Actors& actors) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::map<std::string, std::vector<Naming>>> found;
  for (std::uint32_t r = 0; r < analyses.size(); ++r) {
    const Analysis& a = analyses[r];
    for (const FactMention& m : a.facts) {
      if (m.relation != "invaded" && m.relation != "occupied" && m.relation != "annexed") continue;
      const std::string word = lower_ascii(slice(a.report.text, m.anchor));
      if (!is_one_of(word, {"invasion", "occupation", "annexation"}) || m.subject.entity == kNoEntity || m.object.entity == kNoEntity) continue;
      found[{actors.actor_of[r][m.subject.entity], actors.actor_of[r][m.object.entity]}][word].push_back({r, m.anchor, m.subject.span, a.sentences[m.sentence].span, m.object.span});
    }
  }
  std::vector<Fact> out;
  for (auto& [sides, names] : found) {
    std::set<std::uint32_t> all;
    for (const auto& [word, list] : names) origins_behind(list, origins, all);
    if (names.size() < 2 || all.size() < 2) continue;
    Fact f;
    f.relation = "act_described_as";
    f.subject = {sides.first, actors.actors[sides.first].name, {}};
    f.object = {sides.second, actors.actors[sides.second].name, {}};
    f.status = FactStatus::word_choice;
    f.sentence = f.subject.name + "\u2019s act against " + f.object.name + " is given different names";
    f.reason = "the same act under different names";
    add_claims(f, names);
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace

std::vector<Fact> find_word_choices(std::span<const Analysis> analyses, const Origins& origins, const Actors& actors) {
  std::vector<Fact> out = of_lands(analyses, origins, actors);
  for (Fact& f : of_acts(analyses, origins, actors)) out.push_back(std::move(f));
  return out;
}

}  // namespace attache
