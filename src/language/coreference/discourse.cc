#include "language/coreference/discourse.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr std::uint32_t kLongestApposition = 14;

}  // namespace

Discourse::Discourse(std::string_view of, const Segmentation& segmentation, const Quotes& marks, const Lexicon& words, const Knowledge& tables, const Date& today, NameAnalysis& named)
    : text(of), tokens(segmentation.tokens), sentences(segmentation.sentences), quotes(marks), lexicon(words), knowledge(tables), day(today), names(named) {
  for (std::uint32_t e = 0; e < names.entities.size(); ++e) {
    if (!names.entities[e].key.empty()) by_key.emplace(names.entities[e].key, e);
  }
}

void Discourse::start(std::uint32_t sentence_index) {
  sentence = sentence_index;
  begin = sentences[sentence].first;
  end = sentences[sentence].last;
}

const Name* Discourse::name_at(std::uint32_t token) const {
  const auto it = std::lower_bound(names.names.begin(), names.names.end(), token, [](const Name& n, std::uint32_t t) { return n.last <= t; });
  return it != names.names.end() && it->first <= token ? &*it : nullptr;
}

bool Discourse::is_finite_verb(std::uint32_t i) const {
  if (i >= end || !is_word(i)) return false;
  if (has(i, wc::auxiliary | wc::modal)) return true;
  const std::string w = lower(i);
  return !w.ends_with("ing") && !verb_lemma_of(lexicon, w).empty();
}

std::uint32_t Discourse::skip_apposition(std::uint32_t i) const {
  if (i < end && (word(i) == "," || word(i) == "(")) {
    const bool bracket = word(i) == "(";
    for (std::uint32_t t = i + 1; t < std::min(end, i + kLongestApposition); ++t) {
      if (bracket ? word(t) == ")" : word(t) == ",") return skip_adverbs(t + 1);
    }
    return i;
  }
  return skip_adverbs(i);
}

std::uint32_t Discourse::skip_adverbs(std::uint32_t i) const {
  while (i < end && is_word(i) && has(i, wc::adverb) && !has(i, wc::auxiliary)) ++i;
  return i;
}

bool Discourse::is_subject(std::uint32_t first, std::uint32_t last) const {
  if (in_title() || is_clitic(last)) return false;
  std::uint32_t before = first;
  while (before > begin && (has(before - 1, wc::determiner | wc::common_adjective) || is_title(before - 1))) --before;
  if (before > begin && has(before - 1, wc::preposition)) return false;
  const std::uint32_t verb = skip_apposition(last);
  // behind a name a form in -ed that no list knows is a verb
  return is_finite_verb(verb) || (verb < end && is_word(verb) && !tokens[verb].capitalised && word(verb).size() > 4 && word(verb).ends_with("ed"));
}

bool Discourse::is_title(std::uint32_t token) const {
  const auto it = std::lower_bound(names.titles.begin(), names.titles.end(), token, [](const TitleMention& m, std::uint32_t t) { return m.last <= t; });
  return it != names.titles.end() && it->first <= token;
}

void Discourse::speak(std::uint32_t first, std::uint32_t last, std::uint32_t e, bool adjective) {
  // of "X and Y left" neither is the subject by itself
  const bool after_and = first >= begin + 2 && lower(first - 1) == "and" && name_at(first - 2);
  spoken.add({first, last, sentence, e, !adjective && !after_and && is_subject(first, last), is_clitic(last), adjective, quoted(first)});
}

void Discourse::refer(std::uint32_t first, std::uint32_t last, std::uint32_t e, ReferenceKind kind, std::string reason) {
  found.push_back({{tokens[first].span.begin, tokens[last - 1].span.end}, first, last, sentence, e, kind, std::move(reason)});
}

std::uint32_t Discourse::entity_with(const std::string& key, EntityType type, const std::string& name) {
  const auto [it, fresh] = by_key.emplace(key, static_cast<std::uint32_t>(names.entities.size()));
  if (fresh) {
    Entity made;
    made.type = type;
    made.key = key;
    made.name = name;
    names.entities.push_back(std::move(made));
  }
  return it->second;
}

std::string Discourse::code_of(std::uint32_t e) const {
  const std::string& key = entity(e).key;
  const std::size_t colon = key.find(':');
  return colon == std::string::npos ? entity(e).name : key.substr(colon + 1);
}

std::uint32_t Discourse::government_of(std::uint32_t state) { return entity_with("government:" + code_of(state), EntityType::organisation, "government of " + entity(state).name); }

std::uint32_t Discourse::forces_of(std::uint32_t state) { return entity_with("forces:" + code_of(state), EntityType::organisation, "forces of " + entity(state).name); }

std::uint32_t Discourse::presidency_of(std::uint32_t state) {
  const auto country = knowledge.country_by_code.find(code_of(state));
  if (country != knowledge.country_by_code.end()) {
    for (const Meaning& meaning : meanings_of(knowledge, knowledge.countries[country->second].adjective + " presidential office")) {
      if (meaning.kind != NameKind::organisation) continue;
      const Organisation& known = knowledge.organisations[meaning.index];
      return entity_with("organisation:" + known.id, EntityType::organisation, known.name);
    }
  }
  return entity_with("presidency:" + code_of(state), EntityType::organisation, "presidential office of " + entity(state).name);
}

bool Discourse::ends_phrase(std::uint32_t noun) const {
  const std::uint32_t next = noun + 1;
  if (next >= end || !is_word(next) || tokens[next].classes != 0) return true;
  const std::string w = lower(next);
  if (tokens[next].capitalised) return false;
  return w.ends_with("ed") || !verb_lemma_of(lexicon, w).empty() || w.ends_with("ing");
}

}  // namespace attache
