#include "facts/merge.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/strings.h"
#include "facts/replies.h"
#include "facts/sides.h"
#include "facts/values.h"
#include "facts/word_choices.h"
#include "text/fold.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 6> kNames = {"agree", "one_origin", "only_one", "differ", "superseded", "word_choice"};
constexpr std::array<std::string_view, 6> kWords = {"two or more origins agree", "several reports, one origin", "one report", "reports differ", "superseded", "choice of words"};
constexpr std::size_t kCompared = 16;  // values of a claim that a further one is held against
constexpr std::size_t kMostClaims = 64;  // of a fact: more are several things
constexpr int kSlow = 30;  // days after which another number of troops or people is news, not a contradiction
constexpr std::array<int, 6> kRank = {3, 4, 5, 0, 1, 2};  // in which order a reader wants them

struct Item {
  std::uint32_t report = 0, mention = 0;
  FactSide subject, object;
  bool swapped = false;  // of relations that hold both ways: the text names the later actor first
};

class Merger {
 public:
  Merger(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Origins& origins, std::span<const DateBound> bounds, const Actors& actors, const FactPatterns& patterns, const Knowledge& knowledge)
      : analyses_(analyses), lineage_(lineage), stories_(stories), origins_(origins), bounds_(bounds), actors_(actors), patterns_(patterns), knowledge_(knowledge), sides_(analyses, actors, knowledge) {}

  std::vector<Fact> run() {
    collect();
    join_objects();
    std::vector<Fact> out;
    for (auto& [key, items] : groups_) {
      one_way(items);
      add_facts(items, out);
    }
    contradict(out);
    for (std::vector<Fact> more : {find_replies(analyses_, lineage_, actors_, origins_), find_word_choices(analyses_, origins_, actors_)}) std::move(more.begin(), more.end(), std::back_inserter(out));
    for (Fact& f : out) finish(f);
    std::stable_sort(out.begin(), out.end(), [](const Fact& a, const Fact& b) {
      const auto rank = [](const Fact& f) { return kRank[static_cast<std::size_t>(f.status)]; };
      return std::tuple(rank(a), a.relation, a.subject.name, a.object.name, a.id) < std::tuple(rank(b), b.relation, b.subject.name, b.object.name, b.id);
    });
    return out;
  }

 private:
  std::span<const Analysis> analyses_;
  const Lineage& lineage_;
  const Stories& stories_;
  const Origins& origins_;
  std::span<const DateBound> bounds_;
  const Actors& actors_;
  const FactPatterns& patterns_;
  const Knowledge& knowledge_;
  const Sides sides_;
  // relation, subject, object, scope; ordered, so that nothing hangs on hashing
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  std::map<Key, std::vector<Item>> groups_;

  [[nodiscard]] const FactMention& mention(const Item& i) const { return analyses_[i.report].facts[i.mention]; }

  void collect() {
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t m = 0; m < analyses_[r].facts.size(); ++m) {
        const FactMention& f = analyses_[r].facts[m];
        const FactRelation* relation = find_relation(patterns_, f.relation);
        if (!relation || f.stand_only) continue;  // of another version of the table; no fact by itself
        Item item{r, m, sides_.of(r, f.subject, f.value_span, relation->official, relation->as_told), f.object.span.empty() ? FactSide{} : sides_.of(r, f.object, {}, relation->official && relation->object == SideKind::actor, relation->as_told)};
        item.swapped = relation->symmetric && item.object.actor < item.subject.actor;
        if (f.relation == "addressed_to" || f.relation == "dated") name_writer(r, f, item.subject);
        if (item.subject.name.empty() || (item.subject.actor != kNobody && item.subject.actor == item.object.actor)) continue;
        std::string subject = Sides::key(item.subject), object = Sides::key(item.object);
        if (item.swapped) std::swap(subject, object);
        // Who is only described is the same only where one story speaks of them; a number of the past is a fact of its own.
        const bool described = item.subject.actor == kNobody || (item.object.actor == kNobody && !item.object.name.empty());
        std::string scope = described ? fmt::format("s{}", stories_.story_of[r]) : std::string();
        if (relation->value == "number" && relation->single) scope += as_of(r, f);
        groups_[{f.relation, subject, object, scope}].push_back(std::move(item));
      }
    }
  }

  // "the letter" of a sentence in which somebody says something by letter is that writer's.
  void name_writer(std::uint32_t report, const FactMention& f, FactSide& side) const {
    const Analysis& a = analyses_[report];
    const Span sentence = a.sentences[f.sentence].span;
    std::uint32_t writer = kNoEntity;
    for (const StatementMention& m : a.statements) {
      const bool here = std::any_of(m.content.begin(), m.content.end(), [&](Span p) { return p.overlaps(sentence); });
      if (here && m.speaker != kNoEntity && !m.form.empty() && fold_words(side.name).find(fold_words(m.form)) != std::string::npos) writer = m.speaker;
    }
    if (writer == kNoEntity) return;
    side.name = "letter of " + actors_.actors[actors_.actor_of[report][writer]].name;
  }

  // "in 1999": the year that the sentence counts for, where it lies before that of the report.
  [[nodiscard]] std::string as_of(std::uint32_t report, const FactMention& f) const {
    const Date& day = analyses_[report].report.published.value;
    if (day.year == 0) return {};
    std::string out;
    for (const TimeExpression& t : analyses_[report].times) {
      if (t.sentence == f.sentence && t.resolved && t.end.year != 0 && t.end.year < day.year) out = fmt::format(" as of {}", t.end.year);
    }
    return out;
  }

  // "12 were killed" and "12 were killed in Chad" of one story.
  void join_objects() {
    std::vector<Key> empty;
    for (const auto& [key, items] : groups_) {
      const FactRelation* relation = find_relation(patterns_, std::get<0>(key));
      if (std::get<2>(key).empty() && relation->object != SideKind::none && !relation->object_needed) empty.push_back(key);
    }
    for (const Key& key : empty) {
      const Key* into = nullptr;
      bool several = false;
      for (auto at = groups_.lower_bound({std::get<0>(key), std::get<1>(key), {}, {}}); at != groups_.end() && std::get<0>(at->first) == std::get<0>(key) && std::get<1>(at->first) == std::get<1>(key) && !several; ++at) {
        if (std::get<3>(at->first) != std::get<3>(key) || std::get<2>(at->first).empty()) continue;
        several |= into != nullptr;
        into = &at->first;
      }
      if (!into || several) continue;
      std::vector<Item>& to = groups_[*into];
      std::vector<Item> from = std::move(groups_[key]);
      const FactSide object = to.front().object;
      for (Item& i : from) i.object = object;
      to.insert(to.end(), from.begin(), from.end());
      std::stable_sort(to.begin(), to.end(), [](const Item& a, const Item& b) { return std::tie(a.report, a.mention) < std::tie(b.report, b.mention); });
      groups_.erase(key);
    }
  }

  // ---- values

  [[nodiscard]] bool has_value(const Item& i) const { return !mention(i).value_span.empty(); }

  // A day without a year is the one nearest to the report.
  [[nodiscard]] Date with_year(std::uint32_t report, Date d) const {
    const Date& published = analyses_[report].report.published.value;
    const Date day = published.year != 0 || report >= bounds_.size() ? published : bounds_[report].not_before;
    return with_nearest_year(d, day);
  }

  [[nodiscard]] bool fit(const Item& a, const Item& b, const std::string& kind) const {
    const FactMention &x = mention(a), &y = mention(b);
    if (kind == "number") return numbers_fit(x.value, x.most, x.hedge, y.value, y.most, y.hedge);
    if (kind == "date") return days_fit(with_year(a.report, x.begin), with_year(a.report, x.end), with_year(b.report, y.begin), with_year(b.report, y.end));
    return x.words == y.words || fold_words(x.words) == fold_words(y.words);
  }

  // How exactly a value is told; of equals the first.
  [[nodiscard]] int exactness(const Item& i) const {
    const FactMention& m = mention(i);
    if (m.begin.month || m.begin.year) return (m.begin.year ? 4 : 0) + (m.begin.month ? 2 : 0) + (m.begin.day ? 1 : 0);
    if (!m.hedge.empty() || m.most != m.value) return 0;
    int digits = 1;
    for (double v = m.value; v >= 10 && v == static_cast<double>(static_cast<std::int64_t>(v / 10)) * 10; v /= 10) --digits;
    return 20 + digits;
  }

  [[nodiscard]] FactClaim claim_of(const std::vector<const Item*>& items) const {
    FactClaim claim;
    const Item* best = items.front();
    for (const Item* i : items) {
      if (exactness(*i) > exactness(*best)) best = i;
    }
    const FactMention& m = mention(*best);
    if (!m.value_span.empty()) {
      claim.number = m.value;
      claim.begin = with_year(best->report, m.begin);
      claim.end = with_year(best->report, m.end);
      const std::string told = collapse_space(slice(analyses_[best->report].report.text, m.value_span));
      if (m.relation == "holds_office") claim.value = office_in_words(*best);
      else if (!m.words.empty()) claim.value = m.words;
      else if (claim.begin.year != 0) claim.value = to_string(claim.begin) + (claim.end == claim.begin || claim.end.year == 0 ? "" : "/" + to_string(claim.end));
      else claim.value = told;
    }
    for (const Item* i : items) claim.mentions.push_back(ref_of(*i));
    return claim;
  }

  [[nodiscard]] std::string office_in_words(const Item& i) const {
    const std::string& words = mention(i).words;
    const std::size_t of = words.rfind(" of ");
    if (of == std::string::npos) return words;
    return role_in_words({words.substr(0, of), words.substr(of + 4)}, knowledge_);
  }

  [[nodiscard]] FactRef ref_of(const Item& i) const {
    FactRef ref = attache::ref_of(analyses_[i.report], i.report, mention(i));
    if (i.swapped) std::swap(ref.subject, ref.object);
    return ref;
  }

  // ---- facts of one group

  // "A is an ally of B" and "B is an ally of A": told the way the first report tells it.
  static void one_way(std::vector<Item>& items) {
    const bool first = items.front().swapped;
    for (Item& i : items) {
      if (i.swapped != first) std::swap(i.subject, i.object);
      i.swapped = i.swapped != first;
    }
  }

  void add_facts(const std::vector<Item>& items, std::vector<Fact>& out) const {
    const FactRelation& relation = *find_relation(patterns_, mention(items.front()).relation);
    std::vector<std::vector<const Item*>> values;
    std::vector<const Item*> bare;
    for (const Item& i : items) {
      if (!has_value(i)) {
        bare.push_back(&i);
        continue;
      }
      const auto same = std::find_if(values.begin(), values.end(), [&](const auto& v) { return std::all_of(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(std::min(v.size(), kCompared)), [&](const Item* k) { return fit(*k, i, relation.value); }); });
      if (same == values.end()) values.push_back({&i});
      else same->push_back(&i);
    }
    if (values.size() > 1 && (!relation.single || values.size() > kMostClaims || of_one_report(values))) {  // several meetings, several counts: each a fact of its own
      for (const auto& v : values) out.push_back(make(relation, {v}, {}));
      if (!bare.empty()) out.push_back(make(relation, {}, bare));
      return;
    }
    out.push_back(make(relation, values, bare));
  }

  // One report gives all the values: it speaks of several things, it does not contradict itself.
  [[nodiscard]] static bool of_one_report(const std::vector<std::vector<const Item*>>& values) {
    for (std::size_t a = 0; a < values.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const auto shares = [&](const Item* i) { return std::any_of(values[b].begin(), values[b].end(), [&](const Item* k) { return k->report == i->report; }); };
        if (std::any_of(values[a].begin(), values[a].end(), shares)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] Fact make(const FactRelation& relation, const std::vector<std::vector<const Item*>>& values, const std::vector<const Item*>& bare) const {
    Fact f;
    f.relation = relation.id;
    const Item& first = values.empty() ? *bare.front() : *values.front().front();
    f.subject = first.subject;
    f.object = first.object;
    for (const auto& v : values) f.claims.push_back(claim_of(v));
    if (values.size() > 1) judge(f);
    if (!bare.empty()) f.claims.push_back(claim_of(bare));
    return f;
  }

  [[nodiscard]] std::pair<int, int> days_of_claim(const FactClaim& c) const {
    int first = 1'000'000, last = -1'000'000;
    for (const FactRef& r : c.mentions) {
      const Date& d = analyses_[r.report].report.published.value;
      if (!d.full()) return {-1'000'000, 1'000'000};  // at any time
      first = std::min(first, days_of(d));
      last = std::max(last, days_of(d));
    }
    return {first, last};
  }

  // Claims that cannot be right together: the later one replaces the earlier one, or they differ.
  void judge(Fact& f) const {
    std::stable_sort(f.claims.begin(), f.claims.end(), [&](const FactClaim& a, const FactClaim& b) { return days_of_claim(a).first > days_of_claim(b).first; });
    bool ordered = true;
    for (std::size_t c = 0; c + 1 < f.claims.size(); ++c) ordered &= days_of_claim(f.claims[c]).first > days_of_claim(f.claims[c + 1]).second;
    const FactRelation& relation = *find_relation(patterns_, f.relation);
    const bool counting = relation.running || days_of_claim(f.claims.front()).first - days_of_claim(f.claims.back()).second >= kSlow;
    if (ordered && relation.value != "date" && counting) {
      f.status = FactStatus::superseded;
      f.reason = fmt::format("\u201C{}\u201D of {} replaces \u201C{}\u201D of {}", f.claims[0].value, to_words(date_of(days_of_claim(f.claims[0]).first)), f.claims[1].value, to_words(date_of(days_of_claim(f.claims[1]).second)));
      return;
    }
    std::stable_sort(f.claims.begin(), f.claims.end(), [&](const FactClaim& a, const FactClaim& b) { return count_newsrooms(origins_, reports_of(a)) > count_newsrooms(origins_, reports_of(b)); });
    f.status = FactStatus::differ;
    f.reason = fmt::format("\u201C{}\u201D and \u201C{}\u201D cannot both be right", f.claims[0].value, f.claims[1].value);
  }

  // One says yes, the other no.
  void contradict(std::vector<Fact>& facts) const {
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> by_sides;
    for (std::size_t i = 0; i < facts.size(); ++i) by_sides.try_emplace({facts[i].relation, Sides::key(facts[i].subject), Sides::key(facts[i].object)}, i);
    std::set<std::size_t> gone;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const FactRelation* relation = find_relation(patterns_, facts[i].relation);
      if (!relation || relation->denied.empty() || facts[i].subject.actor == kNobody || (facts[i].object.actor == kNobody && !facts[i].object.name.empty()) || facts[i].claims.size() > 1) continue;
      const auto other = by_sides.find({relation->denied, Sides::key(facts[i].subject), Sides::key(facts[i].object)});
      if (other == by_sides.end()) continue;
      Fact& yes = facts[i];
      const Fact& no = facts[other->second];
      if (no.claims.size() > 1) continue;
      std::set<std::uint32_t> shared;
      for (const std::uint32_t r : reports_of(yes)) shared.insert(r);
      if (std::any_of(no.claims.front().mentions.begin(), no.claims.front().mentions.end(), [&](const FactRef& r) { return shared.contains(r.report); })) continue;  // one report tells both: of two times
      FactClaim a = yes.claims.front(), b = no.claims.front();
      a.value = yes.relation;
      b.value = no.relation;
      std::replace(a.value.begin(), a.value.end(), '_', ' ');
      std::replace(b.value.begin(), b.value.end(), '_', ' ');
      yes.claims = {a, b};
      judge(yes);
      if (yes.claims.front().value == b.value) yes.relation = no.relation;  // what holds now gives the sentence
      gone.insert(other->second);
    }
    std::vector<Fact> kept;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (!gone.contains(i)) kept.push_back(std::move(facts[i]));
    }
    facts = std::move(kept);
  }

  void finish(Fact& f) const {
    for (FactClaim& c : f.claims) c.origins = count_newsrooms(origins_, reports_of(c));
    f.origins = count_newsrooms(origins_, reports_of(f));
    if (f.status == FactStatus::only_one) {
      const std::size_t reports = reports_of(f).size();
      f.status = f.origins > 1 ? FactStatus::agree : reports > 1 ? FactStatus::one_origin : FactStatus::only_one;
      f.reason = f.origins > 1 ? fmt::format("{} independent origins say so", f.origins) : reports > 1 ? fmt::format("{} reports, all of one origin", reports) : std::string("one report says so");
    }
    if (f.sentence.empty()) f.sentence = sentence_of(f);
    const FactRef& first = f.claims.front().mentions.front();
    f.id = make_id("k", hash_fields({f.relation, analyses_[first.report].report.id, std::to_string(first.sentence.begin), std::to_string(first.subject.begin), std::to_string(first.object.begin), std::to_string(first.value.begin)}));
  }

  // "Four members does not recognise" -> "do not".
  static std::string plural(std::string words) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kForms = {{{" does not ", " do not "}, {" recognises ", " recognise "}, {" its ", " their "}, {" is a member ", " are members "}, {" has ", " have "}}};
    for (const auto& [one, many] : kForms) {
      if (const std::size_t at = words.find(one); at != std::string::npos) words.replace(at, one.size(), many);
    }
    return words;
  }

  [[nodiscard]] std::string sentence_of(const Fact& f) const {
    const FactRelation* relation = find_relation(patterns_, f.relation);
    std::string out = relation ? relation->sentence : "{s}: {v}";
    const auto put = [&](std::string_view mark, const std::string& words) {
      if (const std::size_t at = out.find(mark); at != std::string::npos) out.replace(at, mark.size(), words);
    };
    if (f.object.name.empty()) {
      for (const std::string_view before : {" in {o}", " from {o}", " on {o}", " {o}"}) {
        if (const std::size_t at = out.find(before); at != std::string::npos) out.erase(at, before.size());
      }
    }
    put("{s}", f.subject.name);
    put("{o}", f.object.name);
    put("{v}", f.claims.front().value);
    const FactClaim& first = f.claims.front();
    if (!relation || f.subject.actor != kNobody || relation->id == "population") return out;
    if (relation->value == "number" && !relation->value_needed && !first.value.empty()) out = first.value + " " + out;
    return first.number > 1 || f.subject.name == "some" ? plural(out) : out;
  }
};

}  // namespace

std::string_view name_of(FactStatus status) { return kNames[static_cast<std::size_t>(status)]; }
std::string_view words_of(FactStatus status) { return kWords[static_cast<std::size_t>(status)]; }

std::vector<Fact> merge_facts(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Origins& origins, std::span<const DateBound> bounds, const Actors& actors, const FactPatterns& patterns, const Knowledge& knowledge) {
  return Merger(analyses, lineage, stories, origins, bounds, actors, patterns, knowledge).run();
}

std::vector<std::uint32_t> reports_of(const FactClaim& claim) {
  std::set<std::uint32_t> out;
  for (const FactRef& r : claim.mentions) out.insert(r.report);
  return {out.begin(), out.end()};
}

std::vector<std::uint32_t> reports_of(const Fact& fact) {
  std::set<std::uint32_t> out;
  for (const FactClaim& c : fact.claims) {
    for (const FactRef& r : c.mentions) out.insert(r.report);
  }
  return {out.begin(), out.end()};
}

}  // namespace attache
