#include "actors/actors.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "language/person_name.h"
#include "text/fold.h"

namespace attache {
namespace {

struct Draft {
  Actor actor;
  std::map<std::string, std::uint32_t> forms;  // display form -> reports
};

class Finder {
 public:
  Finder(std::span<const Analysis> analyses, const Stories& stories) : analyses_(analyses), stories_(stories), thread_of_story_(stories.stories.size(), 0) {
    for (std::uint32_t t = 0; t < stories.threads.size(); ++t) {
      for (std::uint32_t s : stories.threads[t].stories) thread_of_story_[s] = t;
    }
  }

  Actors run() {
    out_.actor_of.resize(analyses_.size());
    for (std::size_t r = 0; r < analyses_.size(); ++r) out_.actor_of[r].assign(analyses_[r].entities.size(), kNone);
    by_key();
    full_names();
    full_names_of_unknown_kind();
    surnames();
    other_names();
    return finish();
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::span<const Analysis> analyses_;
  const Stories& stories_;
  std::vector<std::uint32_t> thread_of_story_;
  std::vector<Draft> drafts_;
  Actors out_;
  PersonIndex persons_;

  template <class F>
  void each_open_entity(F visit) {
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t e = 0; e < analyses_[r].entities.size(); ++e) {
        if (out_.actor_of[r][e] == kNone) visit(r, e, analyses_[r].entities[e]);
      }
    }
  }

  std::uint32_t new_draft(const Entity& entity) {
    Draft draft;
    draft.actor.type = entity.type;
    draft.actor.key = entity.key;
    draft.actor.gender = entity.gender;
    if (!entity.key.empty()) draft.actor.name = entity.name;
    drafts_.push_back(std::move(draft));
    return static_cast<std::uint32_t>(drafts_.size() - 1);
  }

  void put(std::uint32_t r, std::uint32_t e, std::uint32_t d) {
    const Entity& entity = analyses_[r].entities[e];
    out_.actor_of[r][e] = d;
    Draft& draft = drafts_[d];
    if (entity.type == EntityType::person || draft.actor.type == EntityType::other) draft.actor.type = entity.type;
    if (!draft.actor.gender) draft.actor.gender = entity.gender;
    draft.actor.roles.insert(draft.actor.roles.end(), entity.roles.begin(), entity.roles.end());
    draft.actor.aliases.insert(draft.actor.aliases.end(), entity.aliases.begin(), entity.aliases.end());
    if (draft.actor.reports.empty() || draft.actor.reports.back() != r) draft.actor.reports.push_back(r);
    ++draft.forms[entity.name];
  }

  void by_key() {
    std::map<std::string, std::uint32_t> known;
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      if (entity.key.empty()) return;
      const auto [it, fresh] = known.emplace(entity.key, 0);
      if (fresh) {
        it->second = new_draft(entity);
        if (entity.type == EntityType::person) persons_.add({it->second, person_words(entity.name), 0});
      }
      put(r, e, it->second);
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
        if (gender_agrees(drafts_[f].actor, analyses_[r].entities[e])) {
          d = f;
          break;
        }
      }
      if (d == kNone) {
        d = new_draft(analyses_[r].entities[e]);
        persons_.add({d, words, 0});
      }
      put(r, e, d);
    }
  }

  // A full name that one report could not tell for a person's and another could.
  void full_names_of_unknown_kind() {
    std::map<std::string, std::uint32_t> persons;
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t e = 0; e < analyses_[r].entities.size(); ++e) {
        const std::uint32_t d = out_.actor_of[r][e];
        if (d != kNone && drafts_[d].actor.type == EntityType::person) persons.emplace(fold_words(analyses_[r].entities[e].name), d);
      }
    }
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      if (entity.type != EntityType::other || person_words(entity.name).size() < 2) return;
      if (const auto found = persons.find(fold_words(entity.name)); found != persons.end()) put(r, e, found->second);
    });
  }

  static bool gender_agrees(const Actor& actor, const Entity& entity) { return !actor.gender || !entity.gender || actor.gender == entity.gender; }

  // A surname alone: the one person of that name in the story, else in the thread.
  void surnames() {
    std::map<std::uint32_t, std::set<std::uint32_t>> in_story, in_thread;
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t d : out_.actor_of[r]) {
        if (d == kNone || drafts_[d].actor.type != EntityType::person) continue;
        in_story[stories_.story_of[r]].insert(d);
        in_thread[thread_of_story_[stories_.story_of[r]]].insert(d);
      }
    }
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> joined;
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      const auto words = person_words(entity.name);
      if (words.size() != 1 || (entity.type != EntityType::person && entity.type != EntityType::other)) return;
      const auto fitting = persons_.find_all(words);
      const auto one_of = [&](const std::set<std::uint32_t>& present) {
        std::uint32_t found = kNone;
        int count = 0;
        for (std::uint32_t d : fitting) {
          if (!present.contains(d) || !gender_agrees(drafts_[d].actor, entity)) continue;
          found = d;
          ++count;
        }
        return count == 1 ? found : kNone;
      };
      std::uint32_t d = one_of(in_story[stories_.story_of[r]]);
      if (d == kNone) d = one_of(in_thread[thread_of_story_[stories_.story_of[r]]]);
      if (d != kNone) joined.emplace_back(r, e, d);
    });
    for (const auto& [r, e, d] : joined) put(r, e, d);
  }

  // "velmaran" -> "velmara"; empty where the word has no such ending.
  static std::string without_demonym(const std::string& folded) {
    return folded.size() > 5 && folded.ends_with("an") && folded.find(' ') == std::string::npos ? folded.substr(0, folded.size() - 1) : std::string();
  }

  void other_names() {
    // a surname that found nobody joins its like in the same thread only
    std::map<std::string, std::uint32_t> known;
    // what one report shows to be a state is one in the others too
    for (std::uint32_t d = 0; d < drafts_.size(); ++d) {
      if (drafts_[d].actor.type == EntityType::state && drafts_[d].actor.key.starts_with("state:")) known.emplace(fold_words(drafts_[d].actor.name), d);
    }
    each_open_entity([&](std::uint32_t r, std::uint32_t e, const Entity& entity) {
      std::string key = fold_words(entity.name);
      if (entity.type == EntityType::other) {
        if (const std::string state = without_demonym(key); known.contains(state)) key = state;
      }
      if (entity.type == EntityType::person) key += "|person|" + std::to_string(thread_of_story_[stories_.story_of[r]]);
      const auto [it, fresh] = known.emplace(std::move(key), 0);
      if (fresh) it->second = new_draft(entity);
      put(r, e, it->second);
    });
  }

  Actors finish() {
    for (Draft& draft : drafts_) {
      Actor& actor = draft.actor;
      if (actor.name.empty()) {
        // the fullest form first, then the one most reports use; a hyphenated double name only when nothing else is as full
        const auto better = [](const std::pair<const std::string, std::uint32_t>& a, const std::pair<const std::string, std::uint32_t>& b) {
          const auto full = [](const std::string& s) { return std::min<std::ptrdiff_t>(std::count(s.begin(), s.end(), ' '), 1); };
          if (full(a.first) != full(b.first)) return full(a.first) > full(b.first);
          if (a.second != b.second) return a.second > b.second;
          return a.first < b.first;
        };
        const auto* best = &*draft.forms.begin();
        for (const auto& form : draft.forms) {
          if (better(form, *best)) best = &form;
        }
        actor.name = best->first;
      }
      std::sort(actor.roles.begin(), actor.roles.end());
      actor.roles.erase(std::unique(actor.roles.begin(), actor.roles.end()), actor.roles.end());
      for (const auto& [form, count] : draft.forms) actor.aliases.push_back(form);
      std::sort(actor.aliases.begin(), actor.aliases.end());
      actor.aliases.erase(std::unique(actor.aliases.begin(), actor.aliases.end()), actor.aliases.end());
      std::erase(actor.aliases, actor.name);
      std::sort(actor.reports.begin(), actor.reports.end());
      actor.reports.erase(std::unique(actor.reports.begin(), actor.reports.end()), actor.reports.end());
      const std::string first_report = analyses_[actor.reports.front()].report.id;
      actor.id = make_id("a", actor.key.empty() ? hash_fields({fold_words(actor.name), actor.type == EntityType::person ? "" : first_report}) : hash_fields({actor.key}));
    }
    std::vector<std::uint32_t> order(drafts_.size());
    for (std::uint32_t d = 0; d < drafts_.size(); ++d) order[d] = d;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(drafts_[a].actor.name, drafts_[a].actor.id, a) < std::tie(drafts_[b].actor.name, drafts_[b].actor.id, b);
    });
    std::vector<std::uint32_t> place(drafts_.size());
    std::unordered_set<std::string> ids;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      Actor& actor = out_.actors.emplace_back(std::move(drafts_[order[i]].actor));
      // Two persons of one name: the second is told apart by the first report that names it.
      const std::string& report = analyses_[actor.reports.front()].report.id;
      for (int n = 2; !ids.insert(actor.id).second; ++n) actor.id = make_id("a", hash_fields({actor.name, report, std::to_string(n)}));
    }
    for (auto& list : out_.actor_of) {
      for (std::uint32_t& d : list) d = place[d];
    }
    return std::move(out_);
  }
};

}  // namespace

Actors find_actors(std::span<const Analysis> analyses, const Stories& stories) { return Finder(analyses, stories).run(); }

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
