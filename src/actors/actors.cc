#include "actors/actors.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "actors/drafts.h"
#include "base/hash.h"
#include "base/sorted.h"
#include "language/person_name.h"
#include "text/fold.h"

namespace attache {
namespace {

class Finder {
 public:
  Finder(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories) : analyses_(analyses), lineage_(lineage), stories_(stories), thread_of_story_(stories.stories.size(), 0), drafts_(analyses) {
    for (std::uint32_t t = 0; t < stories.threads.size(); ++t) {
      for (std::uint32_t s : stories.threads[t].stories) thread_of_story_[s] = t;
    }
  }

  Actors run(std::span<const Correction> corrections) {
    unnamed();
    by_key();
    full_names();
    full_names_of_unknown_kind();
    surnames();
    other_names();
    out_.unused_corrections = apply_corrections(corrections, drafts_);
    return finish();
  }

 private:
  static constexpr std::uint32_t kNone = Drafts::kNone;
  std::span<const Analysis> analyses_;
  const Lineage& lineage_;
  const Stories& stories_;
  std::vector<std::uint32_t> thread_of_story_;
  Drafts drafts_;
  Actors out_;
  FullNameIndex persons_;
  std::map<std::uint32_t, std::vector<std::string>> words_of_;  // of each draft that is a person
  std::map<std::string, std::map<std::uint32_t, std::vector<std::string>>> by_spelling_;  // full names of a thread by the keys of their spelling

  template <class F>
  void each_open_entity(F visit) {
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t e = 0; e < analyses_[r].entities.size(); ++e) {
        if (drafts_.of[r][e] == kNone) visit(r, e, analyses_[r].entities[e]);
      }
    }
  }

  const Actor& actor(std::uint32_t d) const { return drafts_.list[d].actor; }
  std::uint32_t thread_of(std::uint32_t r) const { return thread_of_story_[stories_.story_of[r]]; }

  // Copies describe the same people; two sources that both speak of "an official" may mean two.
  void unnamed() {
    std::map<std::tuple<std::int32_t, EntityType, std::string>, std::uint32_t> known;
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      if (!entity.unnamed) return;
      const std::int32_t family = r < lineage_.family_of.size() ? lineage_.family_of[r] : -1;
      if (family < 0) {
        drafts_.put(r, e, drafts_.add(entity));
        return;
      }
      const auto [it, fresh] = known.emplace(std::tuple(family, entity.type, fold_words(entity.name)), 0);
      if (fresh) it->second = drafts_.add(entity);
      drafts_.put(r, e, it->second);
    });
  }

  void add_person(std::uint32_t d, std::vector<std::string> words) {
    persons_.add(d, words);
    words_of_.emplace(d, std::move(words));
  }

  void by_key() {
    std::map<std::string, std::uint32_t> known;
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      if (entity.key.empty()) return;
      const auto [it, fresh] = known.emplace(entity.key, 0);
      if (fresh) {
        it->second = drafts_.add(entity);
        if (entity.type == EntityType::person) add_person(it->second, person_words(entity.name));
      }
      if (const auto words = person_words(entity.name); entity.type == EntityType::person && words.size() >= 2) by_spelling_[spelling_of(r, words)].emplace(it->second, words);
      drafts_.put(r, e, it->second);
    });
  }

  // Persons with given name and surname, the longest names first so that shorter ones find them.
  void full_names() {
    std::vector<std::tuple<std::size_t, std::string, std::uint32_t, std::uint32_t>> order;
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      const auto words = person_words(entity.name);
      if (entity.type == EntityType::person && words.size() >= 2) order.emplace_back(100 - std::min<std::size_t>(words.size(), 99), entity.name, r, e);
    });
    std::sort(order.begin(), order.end());
    for (const auto& [size, name, r, e] : order) {
      const auto words = person_words(name);
      const auto fitting = persons_.find_all(words);
      std::uint32_t d = kNone;
      for (std::uint32_t f : fitting) {
        if (gender_agrees(actor(f), analyses_[r].entities[e])) {
          d = f;
          break;
        }
      }
      const std::string spelling = spelling_of(r, words);
      if (d == kNone) d = spelt_so(spelling, words, analyses_[r].entities[e]);
      if (d == kNone) {
        d = drafts_.add(analyses_[r].entities[e]);
        add_person(d, words);
      }
      by_spelling_[spelling].emplace(d, words);
      drafts_.put(r, e, d);
    }
  }

  // Another spelling of the name, in the same thread: "Zelenskyy" for "Zelenskiy".
  std::uint32_t spelt_so(const std::string& spelling, const std::vector<std::string>& words, const Entity& entity) const {
    const auto known = by_spelling_.find(spelling);
    if (known == by_spelling_.end()) return kNone;
    std::uint32_t found = kNone;
    for (const auto& [d, other] : known->second) {
      if (!spelt_alike(words, other, 0) || !gender_agrees(actor(d), entity)) continue;
      if (found != kNone) return kNone;
      found = d;
    }
    return found;
  }
  std::string spelling_of(std::uint32_t r, const std::vector<std::string>& words) const { return std::to_string(thread_of(r)) + "|" + name_spelling_key(words.front()) + "|" + name_spelling_key(words.back()); }

  // A full name that one report could not tell for a person's and another could.
  void full_names_of_unknown_kind() {
    std::map<std::string, std::uint32_t> persons;
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t e = 0; e < analyses_[r].entities.size(); ++e) {
        const std::uint32_t d = drafts_.of[r][e];
        if (d != kNone && actor(d).type == EntityType::person && !actor(d).unnamed) persons.emplace(fold_words(analyses_[r].entities[e].name), d);
      }
    }
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      if (entity.type != EntityType::other || person_words(entity.name).size() < 2) return;
      if (const auto found = persons.find(fold_words(entity.name)); found != persons.end()) drafts_.put(r, e, found->second);
    });
  }

  static bool gender_agrees(const Actor& actor, const Entity& entity) { return !actor.gender || !entity.gender || actor.gender == entity.gender; }

  // The persons of each story, or of each thread: a surname is looked for among these, never among all.
  template <class F>
  std::map<std::uint32_t, PersonIndex> persons_by(F scope_of) const {
    std::map<std::uint32_t, std::set<std::uint32_t>> present;
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t d : drafts_.of[r]) {
        if (words_of_.contains(d)) present[scope_of(r)].insert(d);
      }
    }
    std::map<std::uint32_t, PersonIndex> out;
    for (const auto& [scope, drafts] : present) {
      for (std::uint32_t d : drafts) out[scope].add({d, words_of_.at(d), 0});
    }
    return out;
  }

  // A surname alone: the one person of that name in the story, else in the thread.
  void surnames() {
    const auto story_of = [&](std::uint32_t r) { return stories_.story_of[r]; };
    const auto thread = [&](std::uint32_t r) { return thread_of(r); };
    const auto in_story = persons_by(story_of), in_thread = persons_by(thread);
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> joined;
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      const auto words = person_words(entity.name);
      if (words.size() != 1 || (entity.type != EntityType::person && entity.type != EntityType::other)) return;
      const auto one_of = [&](const std::map<std::uint32_t, PersonIndex>& present, std::uint32_t scope) {
        const auto persons = present.find(scope);
        if (persons == present.end()) return kNone;
        std::vector<std::uint32_t> fitting = persons->second.find_all(words);
        std::erase_if(fitting, [&](std::uint32_t d) { return !gender_agrees(actor(d), entity); });
        return fitting.size() == 1 ? fitting.front() : kNone;
      };
      std::uint32_t d = one_of(in_story, story_of(r));
      if (d == kNone) d = one_of(in_thread, thread(r));
      if (d != kNone) joined.emplace_back(r, e, d);
    });
    for (const auto& [r, e, d] : joined) drafts_.put(r, e, d);
  }

  // "velmaran" -> "velmara"; empty where the word has no such ending.
  static std::string without_demonym(const std::string& folded) {
    return folded.size() > 5 && folded.ends_with("an") && folded.find(' ') == std::string::npos ? folded.substr(0, folded.size() - 1) : std::string();
  }

  void other_names() {
    // a surname that found nobody joins its like in the same thread only
    std::map<std::string, std::uint32_t> known;
    // what one report shows to be a state is one in the others too
    for (std::uint32_t d = 0; d < drafts_.list.size(); ++d) {
      if (actor(d).type == EntityType::state && actor(d).key.starts_with("state:")) known.emplace(fold_words(actor(d).name), d);
    }
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      std::string key = fold_words(entity.name);
      if (entity.type == EntityType::other) {
        if (const std::string state = without_demonym(key); known.contains(state)) key = state;
      }
      if (entity.type == EntityType::person) key += "|person|" + std::to_string(thread_of(r));
      const auto [it, fresh] = known.emplace(std::move(key), 0);
      if (fresh) it->second = drafts_.add(entity);
      drafts_.put(r, e, it->second);
    });
  }

  Actors finish() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t d = 0; d < drafts_.list.size(); ++d) {
      ActorDraft& draft = drafts_.list[d];
      Actor& actor = draft.actor;
      if (actor.reports.empty()) continue;  // merged away by hand
      order.push_back(d);
      sort_and_unite(actor.reports);
      // a new name by hand changes no id
      const std::string first_report = analyses_[actor.reports.front()].report.id;
      const std::string by_hand = std::exchange(draft.name_by_hand, split_by_hand(draft) ? draft.name_by_hand : "");
      const std::string known_as = name_of(draft);
      actor.id = make_id("a", actor.key.empty() ? hash_fields({fold_words(known_as), actor.type == EntityType::person && !actor.unnamed ? "" : first_report}) : hash_fields({actor.key}));
      actor.name = by_hand.empty() ? known_as : by_hand;
      sort_and_unite(actor.roles);
      for (const auto& [form, count] : draft.forms) actor.aliases.push_back(form);
      sort_and_unite(actor.aliases);
      std::erase(actor.aliases, actor.name);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return std::tie(actor(a).name, actor(a).id, a) < std::tie(actor(b).name, actor(b).id, b); });
    std::vector<std::uint32_t> place(drafts_.list.size());
    std::unordered_set<std::string> ids;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      Actor& actor = out_.actors.emplace_back(std::move(drafts_.list[order[i]].actor));
      // Two persons of one name: the second is told apart by the first report that names it.
      const std::string& report = analyses_[actor.reports.front()].report.id;
      for (int n = 2; !ids.insert(actor.id).second; ++n) actor.id = make_id("a", hash_fields({actor.name, report, std::to_string(n)}));
    }
    out_.actor_of = std::move(drafts_.of);
    for (auto& list : out_.actor_of) {
      for (std::uint32_t& d : list) d = place[d];
    }
    return std::move(out_);
  }

  static bool split_by_hand(const ActorDraft& draft) { return std::any_of(draft.actor.corrections.begin(), draft.actor.corrections.end(), [](const std::string& c) { return c.starts_with("split "); }); }
};

}  // namespace

Actors find_actors(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, std::span<const Correction> corrections) { return Finder(analyses, lineage, stories).run(corrections); }

std::string role_in_words(const Role& role, const Knowledge& knowledge) {
  if (role.of.empty()) return role.office;
  std::string of = role.of;
  if (const auto country = knowledge.country_by_code.find(of); country != knowledge.country_by_code.end()) {
    of = knowledge.countries[country->second].name;
  } else if (const auto organisation = knowledge.organisation_by_id.find(of); organisation != knowledge.organisation_by_id.end()) {
    of = knowledge.organisations[organisation->second].name;
  }
  return role.office + " of " + of;
}

}  // namespace attache
