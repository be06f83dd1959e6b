#include "actors/drafts.h"

#include <algorithm>

#include "text/fold.h"

namespace attache {
namespace {

bool is_report(const Report& report, std::string_view name) {
  return report.source == name || report.url == name || report.name == name || report.id == name || (report.source.size() > name.size() && report.source.ends_with(name) && report.source[report.source.size() - name.size() - 1] == '/');
}

// Whether an entity is written so in its report.
bool has_form(const Entity& entity, const std::string& folded) {
  return fold_words(entity.name) == folded || std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const std::string& alias) { return fold_words(alias) == folded; });
}

class Corrector {
 public:
  explicit Corrector(Drafts& drafts) : drafts_(drafts) {}

  // False when it found nobody.
  bool apply(const Correction& c) {
    const std::vector<std::uint32_t> meant = called(c.actor);
    if (meant.empty()) return false;
    switch (c.kind) {
      case Correction::Kind::rename:
        for (std::uint32_t d : meant) {
          drafts_.list[d].name_by_hand = c.other;
          drafts_.list[d].actor.corrections.push_back(describe(c));
        }
        return true;
      case Correction::Kind::merge: return merge(c, meant);
      case Correction::Kind::split: return split_off(c, meant);
    }
    return false;
  }

 private:
  Drafts& drafts_;

  template <class F>
  void each_entity(F visit) const {
    for (std::uint32_t r = 0; r < drafts_.of.size(); ++r) {
      for (std::uint32_t e = 0; e < drafts_.of[r].size(); ++e) visit(r, e);
    }
  }

  // Drafts with that key, name or form, in their order.
  std::vector<std::uint32_t> called(const std::string& name) const {
    const std::string folded = fold_words(name);
    std::vector<std::uint32_t> out;
    for (std::uint32_t d = 0; d < drafts_.list.size(); ++d) {
      const ActorDraft& draft = drafts_.list[d];
      if (draft.actor.reports.empty()) continue;
      const auto written = [&](const std::string& form) { return fold_words(form) == folded; };
      const bool by_form = std::any_of(draft.actor.aliases.begin(), draft.actor.aliases.end(), written) || std::any_of(draft.forms.begin(), draft.forms.end(), [&](const auto& form) { return written(form.first); });
      if (draft.actor.key == name || written(draft.name_by_hand) || by_form) out.push_back(d);
    }
    return out;
  }

  bool merge(const Correction& c, const std::vector<std::uint32_t>& meant) {
    const std::vector<std::uint32_t> into = called(c.other);
    if (into.empty()) return false;
    Actor& kept = drafts_.list[into.front()].actor;
    if (kept.name.empty() && drafts_.list[into.front()].name_by_hand.empty()) kept.name = name_of(drafts_.list[into.front()]);  // the first is the second, not the other way
    // what is called both already, or is the one to merge into, stays where it is
    bool moved = false;
    each_entity([&](std::uint32_t r, std::uint32_t e) {
      std::uint32_t& d = drafts_.of[r][e];
      if (d == into.front() || std::find(meant.begin(), meant.end(), d) == meant.end()) return;
      d = into.front();
      moved = true;
    });
    if (!moved) return false;
    gather_again();
    drafts_.list[into.front()].actor.corrections.push_back(describe(c));
    return true;
  }

  bool split_off(const Correction& c, const std::vector<std::uint32_t>& meant) {
    const std::string form = fold_words(c.form);
    const std::vector<std::uint32_t> known = called(c.other);  // a second line for the same person adds to the first
    std::uint32_t made = known.empty() ? Drafts::kNone : known.front();
    bool moved = false;
    each_entity([&](std::uint32_t r, std::uint32_t e) {
      if (std::find(meant.begin(), meant.end(), drafts_.of[r][e]) == meant.end() || drafts_.of[r][e] == made) return;
      const Analysis& analysis = drafts_.analyses[r];
      if (c.form.empty() ? !is_report(analysis.report, c.report) : !has_form(analysis.entities[e], form)) return;
      if (made == Drafts::kNone) {
        made = drafts_.add(analysis.entities[e]);
        drafts_.list[made].name_by_hand = c.other;
      }
      drafts_.of[r][e] = made;
      moved = true;
    });
    if (!moved) return false;
    gather_again();
    Actor& actor = drafts_.list[made].actor;
    actor.key.clear();  // no table means this one
    actor.name.clear();
    actor.corrections.push_back(describe(c));
    return true;
  }

  // What each draft holds, from its entities anew; names and notes by hand stay.
  void gather_again() {
    for (ActorDraft& draft : drafts_.list) {
      ActorDraft fresh;
      fresh.name_by_hand = std::move(draft.name_by_hand);
      fresh.actor.corrections = std::move(draft.actor.corrections);
      fresh.actor.key = std::move(draft.actor.key);
      fresh.actor.name = std::move(draft.actor.name);
      draft = std::move(fresh);
    }
    each_entity([&](std::uint32_t r, std::uint32_t e) { drafts_.put(r, e, drafts_.of[r][e]); });
  }
};

}  // namespace

Drafts::Drafts(std::span<const Analysis> all) : analyses(all), of(all.size()) {
  for (std::size_t r = 0; r < all.size(); ++r) of[r].assign(all[r].entities.size(), kNone);
}

std::uint32_t Drafts::add(const Entity& entity) {
  ActorDraft draft;
  draft.actor.type = entity.type;
  draft.actor.key = entity.key;
  draft.actor.gender = entity.gender;
  draft.actor.unnamed = entity.unnamed;
  if (!entity.key.empty()) draft.actor.name = entity.name;
  list.push_back(std::move(draft));
  return static_cast<std::uint32_t>(list.size() - 1);
}

void Drafts::put(std::uint32_t report, std::uint32_t e, std::uint32_t d) {
  const Entity& entity = analyses[report].entities[e];
  of[report][e] = d;
  ActorDraft& draft = list[d];
  if (entity.type == EntityType::person || draft.actor.type == EntityType::other) draft.actor.type = entity.type;
  if (!draft.actor.gender) draft.actor.gender = entity.gender;
  draft.actor.roles.insert(draft.actor.roles.end(), entity.roles.begin(), entity.roles.end());
  draft.actor.aliases.insert(draft.actor.aliases.end(), entity.aliases.begin(), entity.aliases.end());
  if (draft.actor.reports.empty() || draft.actor.reports.back() != report) draft.actor.reports.push_back(report);
  ++draft.forms[entity.name];
}

std::string name_of(const ActorDraft& draft) {
  if (!draft.name_by_hand.empty()) return draft.name_by_hand;
  if (!draft.actor.name.empty()) return draft.actor.name;
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
  return best->first;
}

std::vector<Correction> apply_corrections(std::span<const Correction> corrections, Drafts& drafts) {
  std::vector<Correction> unused;
  Corrector corrector(drafts);
  for (const Correction& c : corrections) {
    if (!corrector.apply(c)) unused.push_back(c);
  }
  return unused;
}

}  // namespace attache
