#include "language/coreference/unnamed.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/strings.h"
#include "language/coreference/focus.h"
#include "language/coreference/reference_nouns.h"
#include "language/person_words.h"
#include "text/fold.h"

namespace attache {
namespace {

namespace wc = word_class;

// Bounds on the work, wider than any phrase met; not tuned.
constexpr std::uint32_t kMostBefore = 7;      // tokens before the noun
constexpr std::uint32_t kMostBehind = 8;      // tokens of "of the regional force"
constexpr std::uint32_t kMostUnnamed = 2000;  // of one report

enum class Article : std::uint8_t { none, indefinite, definite, count };

struct Phrase {
  std::uint32_t first = 0, last = 0;  // tokens, with the article and what follows with "of", "in", "for"
  std::uint32_t bare = 0;             // first token behind article and count
  std::uint32_t noun = 0;
  Article article = Article::none;
  bool plural = false;
  bool tells_who = false;  // a name stands in it
};

struct Described {  // an unnamed person or group spoken of
  std::uint32_t entity = 0;
  std::uint32_t sentence = 0;
  std::string noun, words;  // singular; folded words without article and count
  std::string count;        // "two"
  bool plural = false;
};

bool is_plural_word(std::string_view w) { return is_one_of(w, {"people", "men", "women", "children", "police"}) || (w.size() > 3 && w.ends_with('s') && !w.ends_with("ss") && !w.ends_with("us")); }

std::string singular(std::string w) {
  if (w == "people") return "person";
  if (w == "children") return "child";
  if (w.ends_with("men")) return w.substr(0, w.size() - 3) + "man";
  if (is_plural_word(w) && w.ends_with('s')) w.resize(w.size() - (w.ends_with("sses") ? 2 : 1));
  return w;
}

bool is_collective(std::string_view w) { return is_one_of(w, {"minority", "community", "diaspora"}); }

class Finder {
 public:
  explicit Finder(Discourse& d) : d_(d), covered_(d.tokens.size(), false) {
    for (const Reference& r : d.found) {
      if (r.kind != ReferenceKind::pronoun) std::fill(covered_.begin() + r.first, covered_.begin() + r.last, true);  // "her" in "her army" uncovers nothing
    }
    for (const TitleMention& title : d.names.titles) title_end_.insert(title.last - 1);
  }

  void run() {
    for (std::uint32_t s = 0; s < d_.sentences.size(); ++s) {
      d_.start(s);
      if (d_.in_title()) continue;
      for (std::uint32_t i = d_.begin; i < d_.end && described_.size() < kMostUnnamed; ++i) {
        if (const auto phrase = phrase_with(i); phrase && !is_of_a_named_person(*phrase)) {
          note(*phrase);
          i = std::max(i, phrase->last - 1);
        }
      }
    }
  }

 private:
  Discourse& d_;
  std::vector<bool> covered_;         // by a reference to somebody
  std::set<std::uint32_t> title_end_;  // last tokens of office titles
  std::vector<Described> described_;

  bool is_person_name(const Name* name) const { return name && d_.is_person(name->entity); }

  // "Turks", "Kurds": an adjective of the tables in the plural, or a people without a state.
  bool is_people(std::uint32_t i) const {
    const Name* name = d_.name_at(i);
    if (!name || name->last != i + 1) return false;
    return name->adjective ? is_plural_word(d_.lower(i)) && !d_.lower(i).ends_with("ese") : is_stateless_people(d_.lower(i));
  }

  bool is_head(std::uint32_t i) const {
    if (!d_.is_word(i) || covered_[i] || d_.has(i, ~(wc::verb_form | wc::common_adjective | wc::number_word))) return false;  // function words
    if (is_people(i)) return true;
    if (d_.name_at(i)) return false;
    if (is_one_of(d_.lower(i), {"source", "sources"})) return (i > d_.begin && d_.lower(i - 1) == "the") || (i + 1 < d_.end && is_one_of(d_.lower(i + 1), {"in", "at", "from", "close", "familiar", "briefed", "who"}));
    const std::string w = d_.lower(i);
    if (is_collective(w)) return i > d_.begin && d_.name_at(i - 1) && d_.name_at(i - 1)->adjective;
    if (d_.tokens[i].capitalised && i != d_.begin) return false;
    if (title_end_.contains(i)) return true;
    if (is_one_of(w, {"heads", "peoples", "majors", "generals", "chairs", "monitors"})) return false;  // more often things than persons
    return is_person_noun(w) && (verb_lemma_of(d_.lexicon, w).empty() || !ends_like_a_verb_too(w));
  }
  // "list", "exist", "pioneer": person_words.cc knows many nouns by their endings, and so do some verbs end.
  static bool ends_like_a_verb_too(std::string_view w) {
    return w.ends_with("ist") || w.ends_with("eer") || w.ends_with("member") || w.ends_with("minister") || w.ends_with("author") || w.ends_with("man") || w.ends_with("master");
  }

  // "a member state", "UN member states", "a pilot project": not the end of the phrase, though "state" can be a verb.
  bool agrees_with_next(std::uint32_t i, bool plural) const {
    if (is_collective(d_.lower(i))) return true;
    const std::uint32_t next = i + 1;
    if (next < d_.end && is_one_of(d_.lower(next), {"uprising", "meeting", "building", "hearing", "briefing", "gathering", "ruling", "housing", "training", "finding", "rating", "spending", "offering"})) return false;
    if (next >= d_.end || !d_.is_word(next) || d_.has(next, wc::auxiliary | wc::modal) || (d_.tokens[next].classes & ~(wc::verb_form | wc::common_adjective)) != 0) return true;
    const std::string w = d_.lower(next);
    const std::string lemma(verb_lemma_of(d_.lexicon, w));
    if (lemma.empty()) return true;
    return plural ? !(w == lemma + "s" || w == lemma + "es") : w != lemma || is_one_of(w, {"put", "cut", "hit", "set", "let", "shut", "quit", "split", "spread", "read", "hurt", "cast", "burst", "shed", "beat"});  // past too
  }

  // The noun phrase that ends in the noun at `i` and what belongs to it; nothing where there is no such phrase.
  std::optional<Phrase> phrase_with(std::uint32_t i) const {
    if (!is_head(i) || !d_.ends_phrase(i) || d_.is_clitic(i + 1) || (i + 1 < d_.end && is_one_of(d_.word(i + 1), {"'", "’"}) && !d_.tokens[i + 1].space_before)) return std::nullopt;
    Phrase p;
    p.noun = i;
    p.plural = is_plural_word(d_.lower(i)) || is_collective(d_.lower(i));
    if (!agrees_with_next(i, p.plural)) return std::nullopt;
    p.bare = i;
    p.tells_who = is_people(i);
    std::uint32_t at = i;
    bool all_adjectives = true;
    while (at > d_.begin && i - at < kMostBefore && is_modifier(at - 1)) {
      --at;
      all_adjectives = all_adjectives && is_adjective(at);
      p.bare = at;
      p.tells_who = p.tells_who || d_.name_at(at);
    }
    while (at > d_.begin && i - at < kMostBefore && is_count(at - 1)) {
      --at;
      p.article = Article::count;
    }
    if (p.article == Article::count) at -= hedge_before(at);
    if (at > d_.begin && d_.has(at - 1, wc::determiner) && !(p.plural && d_.lower(at - 1) == "that")) {  // "said that two soldiers"
      const std::string article = d_.lower(at - 1);
      if (is_one_of(article, {"no", "any", "every", "each", "what", "which", "whose", "neither", "either", "both", "such"})) return std::nullopt;
      if (p.plural && is_one_of(article, {"a", "an"}) && p.article != Article::count && p.bare != i) return std::nullopt;  // "in a way people like"
      p.article = is_one_of(article, {"the", "this", "that", "these", "those"}) ? Article::definite : p.article == Article::count ? Article::count : Article::indefinite;
      --at;
    } else if (at > d_.begin && (d_.has(at - 1, wc::possessive) || d_.tokens[at - 1].kind == TokenKind::clitic)) {
      return std::nullopt;
    }
    if ((p.article == Article::none || p.article == Article::count) && !p.plural) return std::nullopt;
    p.first = at;
    p.last = i + 1;
    extend(p);
    // nobody in particular: "among residents", "people say"; and no verb: "attracting students"
    if (p.article == Article::none && (!all_adjectives || (!p.tells_who && is_one_of(d_.lower(i), {"people", "men", "women", "children", "humans"})) || (p.bare == i && !is_people(i) && !d_.is_subject(p.first, p.last)))) return std::nullopt;
    if (may_be_states(p)) return std::nullopt;
    return p;
  }

  // "four NATO members", "a member of the African Union": states, not people.
  bool may_be_states(const Phrase& p) const {
    if (!is_one_of(d_.lower(p.noun), {"member", "members"})) return false;
    for (std::uint32_t t = p.bare; t < p.last; ++t) {
      const Name* name = d_.name_at(t);
      if (!name) continue;
      const auto known = d_.knowledge.organisation_by_id.find(d_.code_of(name->entity));
      if (known != d_.knowledge.organisation_by_id.end() && is_one_of(d_.knowledge.organisations[known->second].kind, {"alliance", "union", "igo"})) return true;
    }
    return false;
  }

  bool is_modifier(std::uint32_t t) const {
    if (covered_[t]) return false;
    // "34-year-old": the number, the hyphen and the rest
    const auto hyphen = [&](std::uint32_t at) { return d_.word(at) == "-" && !d_.tokens[at].space_before && at + 1 < d_.end && !d_.tokens[at + 1].space_before; };
    if (hyphen(t) || hyphen(t + 1) || (d_.tokens[t].kind == TokenKind::number && d_.word(t).ends_with("old"))) return true;
    if (const Name* name = d_.name_at(t)) return !d_.is_person(name->entity) && !d_.is_clitic(name->last);
    if (d_.is_word(t) && is_one_of(d_.lower(t), {"elderly", "unruly", "friendly"})) return true;  // no adverbs
    if (!d_.is_word(t) || d_.has(t, wc::determiner | wc::preposition | wc::pronoun | wc::possessive | wc::coordinator | wc::subordinator | wc::auxiliary | wc::modal | wc::relative | wc::question | wc::adverb | wc::negation | wc::number_word | wc::quantifier | wc::infinitive_to)) return false;
    if (d_.has(t, wc::common_adjective)) return true;
    if (d_.has(t, wc::time_word)) return false;
    const std::string w = d_.lower(t);
    if (d_.is_title(t) && d_.is_title(t + 1)) return true;  // "aid worker", "UN official"
    if (d_.tokens[t].capitalised && t != d_.begin) return w.size() > 2;  // "Republican", "Islamist"
    if (!verb_lemma_of(d_.lexicon, w).empty() || d_.has(t, wc::verb_form)) return stands_behind_article(t);
    return true;
  }
  bool is_adjective(std::uint32_t t) const {
    if (const Name* name = d_.name_at(t)) return name->adjective || d_.entity(name->entity).type != EntityType::other;
    if (d_.has(t, wc::common_adjective)) return true;
    const std::string w = d_.lower(t);
    if (is_body_noun(w) || is_one_of(w, {"elderly", "young", "ethnic", "aid", "rescue", "relief", "border", "security", "health", "finance", "trade", "factory", "farm", "school", "hospital", "tribal"})) return true;
    if (!verb_lemma_of(d_.lexicon, w).empty()) return false;
    return w.ends_with("al") || w.ends_with("ic") || w.ends_with("ous") || w.ends_with("ful") || w.ends_with("ary") || w.ends_with("ive") || w.ends_with("less") || w.ends_with("ish") || w.ends_with("ible") || w.ends_with("able") || w.find('-') != std::string::npos;
  }
  // "a masked man": a form of a verb is a modifier between an article and the noun only.
  bool stands_behind_article(std::uint32_t t) const { return t > d_.begin && (d_.has(t - 1, wc::determiner) || is_count(t - 1)); }

  bool is_count(std::uint32_t t) const {
    if (d_.tokens[t].kind == TokenKind::number) return t == d_.begin || !is_month(d_.word(t - 1) == "." && t > d_.begin + 1 ? t - 2 : t - 1);
    return d_.is_word(t) && !d_.name_at(t) && (d_.has(t, wc::number_word | wc::quantifier) || is_one_of(d_.lower(t), {"nearly", "almost", "about", "around", "roughly", "some"})) && !is_one_of(d_.lower(t), {"no", "any", "every", "each"});
  }

  bool is_month(std::uint32_t t) const { return d_.is_word(t) && d_.tokens[t].capitalised && d_.has(t, wc::time_word); }  // "Sept. 11 survivors"

  // Tokens of "at least", "more than", "up to" before a count.
  std::uint32_t hedge_before(std::uint32_t at) const {
    if (at < d_.begin + 2) return 0;
    const std::string first = d_.lower(at - 2), second = d_.lower(at - 1);
    return (first == "at" && is_one_of(second, {"least", "most"})) || (is_one_of(first, {"more", "less", "fewer"}) && second == "than") || (first == "up" && second == "to") ? 2 : 0;
  }

  // "of the River Force (RIFOR)", "in Tarrow", "for the ministry"
  void extend(Phrase& p) const {
    for (int steps = 0; steps < 2; ++steps) {
      std::uint32_t at = p.last;
      if (at + 1 >= d_.end || !is_one_of(d_.lower(at), {"of", "in", "for", "from", "at", "with"})) return;
      ++at;
      const std::uint32_t limit = std::min(d_.end, at + kMostBehind);
      while (at < limit && d_.is_word(at) && !d_.name_at(at) && d_.has(at, wc::determiner | wc::common_adjective)) ++at;
      if (at >= limit) return;
      const Name* name = d_.name_at(at);
      if (!name) {
        if (!d_.is_word(at) || !is_body_noun(d_.lower(at)) || !d_.ends_phrase(at)) return;
        p.last = at + 1;
        continue;
      }
      if (name->first != at || d_.is_person(name->entity) || d_.is_clitic(name->last)) return;
      p.last = name->last;
      p.tells_who = true;
      for (std::uint32_t t = p.last; t < std::min(d_.end, p.last + 3) && d_.is_word(t) && !d_.name_at(t) && (d_.tokens[t].classes & ~wc::common_adjective) == 0; ++t) {  // "the UN mission", "the Senate intelligence committee"
        if (!(is_body_noun(d_.lower(t)) || noun_class_of(d_.lower(t)) != NounClass::none) || !d_.ends_phrase(t)) continue;
        p.last = t + 1;
        break;
      }
      if (p.last + 2 < d_.end && d_.word(p.last) == "(" && d_.word(p.last + 2) == ")" && d_.name_at(p.last + 1)) p.last += 3;
    }
  }

  // "X is a diplomat", "X, a diplomat,", "as a diplomat X", "the diplomat X".
  bool is_of_a_named_person(const Phrase& p) const {
    const std::uint32_t behind = p.last;
    if (is_person_name(d_.name_at(std::min(behind, d_.end - 1))) && behind < d_.end) return true;
    if (behind + 1 < d_.end && (d_.word(behind) == "," || d_.word(behind) == ":") && is_name_like(behind + 1)) return true;
    if (behind + 1 < d_.end && is_one_of(d_.lower(behind), {"named", "called", "identified", "known"})) {
      const std::uint32_t name = is_one_of(d_.lower(behind + 1), {"as", "only"}) ? behind + 2 : behind + 1;
      if (name < d_.end && d_.tokens[name].capitalised) return true;
    }
    if (p.first == d_.begin) return false;
    std::uint32_t before = p.first - 1;
    while (before > d_.begin && d_.is_word(before) && (d_.has(before, wc::adverb | wc::negation) || is_one_of(d_.lower(before), {"both", "only"})) && !d_.has(before, wc::auxiliary)) --before;
    const std::string w = d_.lower(before);
    if (is_one_of(w, {"is", "was", "are", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m", "made", "make", "makes", "become", "became", "becomes", "becoming", "as", "remain", "remains", "remained", "named", "elected", "appointed", "like", "than", "such"})) return true;
    if (d_.word(before) == "," && before > d_.begin && is_name_like(before - 1)) return true;
    if (d_.word(before) == "(") return true;
    if ((d_.word(before) == "," || d_.word(before) == "—" || d_.word(before) == "–") && !p.plural && !d_.is_subject(p.first, p.last)) return true;  // "the alcalde, an administrator who ..."
    return false;
  }
  bool is_name_like(std::uint32_t t) const {
    const Name* name = d_.name_at(t);
    return name ? !name->adjective && (d_.is_person(name->entity) || d_.entity(name->entity).type == EntityType::other) : d_.has(t, wc::pronoun);
  }

  std::string words_of(std::uint32_t first, std::uint32_t last) const { return fold_words(d_.text.substr(d_.tokens[first].span.begin, d_.tokens[last - 1].span.end - d_.tokens[first].span.begin)); }

  void note(const Phrase& p) {
    const std::uint32_t counted = p.article == Article::definite && p.first + 1 < p.bare ? p.first + 1 : p.first;
    Described now{0, d_.sentence, singular(d_.lower(p.noun)), words_of(p.bare, p.last), p.article == Article::count || counted != p.first ? words_of(counted, p.bare) : "", p.plural};
    if (p.article == Article::definite && now.words == "people" && now.count.empty()) return;  // "the people": the nation as well
    const Described* before = nullptr;
    if (p.article == Article::definite || (p.article == Article::none && p.plural)) {
      bool several = false;
      for (std::size_t n = described_.size(); n-- > 0 && described_[n].sentence + kNounReach >= d_.sentence;) {
        const Described& one = described_[n];
        if (one.plural != now.plural || (p.article == Article::definite ? !can_be(one, now, p) : one.words != now.words)) continue;
        several = several || (before && before->entity != one.entity);
        if (!before) before = &one;
      }
      if (several || (before && p.article == Article::none && p.bare == p.noun && !is_people(p.noun))) return;  // "residents" twice need not be the same
      if (!before && p.article == Article::definite && !(p.plural && p.tells_who)) return;  // "the member of the house" may be one named before
    }
    const bool known = before != nullptr;
    if (known) {
      now.entity = before->entity;
    } else {
      Entity made;
      made.type = p.plural ? EntityType::group : EntityType::person;
      made.unnamed = true;
      made.name = description(p);
      now.entity = static_cast<std::uint32_t>(d_.names.entities.size());
      d_.names.entities.push_back(std::move(made));
    }
    d_.refer(p.first, p.last, now.entity, ReferenceKind::unnamed, known ? "the " + now.noun + " described before" : p.plural ? "people whom the report describes and does not name" : "a person whom the report describes and does not name");
    described_.push_back(std::move(now));
  }

  // As written, without the article and without the capital of a sentence's first word.
  std::string description(const Phrase& p) const {
    const std::uint32_t first = p.article == Article::definite || p.article == Article::indefinite ? std::min(p.first + 1, p.noun) : p.first;
    const std::uint32_t begin = d_.tokens[first].span.begin;
    std::string out(d_.text.substr(begin, d_.tokens[p.last - 1].span.end - begin));
    if (first == d_.begin && !d_.name_at(first) && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
  }

  // "the official" can be "a Turkish official"; "the Greek official" only one of whom it was said.
  bool can_be(const Described& one, const Described& now, const Phrase& p) const {
    if (one.noun != now.noun || (!now.count.empty() && now.count != one.count)) return false;
    if (p.bare == p.noun && p.last == p.noun + 1) return true;
    const auto has_words = [](const std::string& whole, const std::string& part) {
      for (std::string_view w : split(part, ' ')) {
        bool found = false;
        for (std::string_view v : split(whole, ' ')) found = found || v == w;
        if (!found) return false;
      }
      return true;
    };
    return has_words(one.words, now.words);
  }
};

}  // namespace

void find_unnamed(Discourse& d) { Finder(d).run(); }

}  // namespace attache
