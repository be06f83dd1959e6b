#include "lineage/family.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/parallel.h"
#include "base/strings.h"
#include "lineage/relation.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 5> kDescents = {"original", "verbatim", "edited", "excerpt", "extended"};

constexpr double kExcerpt = 0.85;  // share of an excerpt's 4-grams that stand in what it was taken from

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// Sentences that say nobody has answered yet: what a later version replaces.
bool is_missing_reply(std::string_view sentence) {
  for (std::string_view phrase : {"not immediately", "not yet repl", "not yet respond", "did not respond", "did not reply", "declined to comment", "could not be reached", "not available for comment", "no immediate comment", "no immediate response", "not returned", "did not return"}) {
    if (contains_ignore_case(sentence, phrase)) return true;
  }
  return false;
}

bool any_missing_reply(const Document& d, const std::vector<std::uint32_t>& sentences) {
  return std::any_of(sentences.begin(), sentences.end(), [&](std::uint32_t s) { return is_missing_reply(slice(d.report->text, d.sentences[s].span)); });
}

// -1: `a` is the earlier state of the text, 1: `b` is, 0: the texts do not say.
int text_order(const Document& a, const Document& b, const std::vector<Edit>& a_to_b) {
  int sign = 0;
  for (const Edit& edit : a_to_b) {
    if (edit.op != EditOp::replaced && edit.op != EditOp::reworded) continue;
    const bool in_a = any_missing_reply(a, edit.from), in_b = any_missing_reply(b, edit.to);
    if (in_a && !in_b && !edit.to.empty()) sign -= 1;
    if (in_b && !in_a && !edit.from.empty()) sign += 1;
  }
  return sign < 0 ? -1 : sign > 0 ? 1 : 0;
}

bool share_agency(const Report& a, const Report& b) {
  return std::any_of(a.agencies.begin(), a.agencies.end(), [&](const auto& x) { return std::any_of(b.agencies.begin(), b.agencies.end(), [&](const auto& y) { return x.value == y.value; }); });
}

// What the earlier version says there holds no longer.
bool is_superseded(const Document& from, const Document& to, const Edit& edit) {
  const std::string& outlet = from.report->outlet.value;
  const std::string& other = to.report->outlet.value;
  if (!share_agency(*from.report, *to.report) && (outlet.empty() || outlet != other)) return false;
  const bool same_desk = outlet == other;  // also where neither names one: versions of the agency itself
  if (edit.op == EditOp::reworded) return edit.number_changed && same_desk;
  if (edit.op != EditOp::replaced || edit.from.empty() || edit.to.empty()) return false;
  return same_desk || (any_missing_reply(from, edit.from) && !any_missing_reply(to, edit.to));
}

void mark_superseded(const Document& from, const Document& to, Member& member) {
  if (!member.order_known || member.descent == Descent::excerpt) return;
  for (Edit& edit : member.edits) edit.superseded = is_superseded(from, to, edit);
}

class Builder {
 public:
  Builder(const std::vector<Document>& documents, const Lexicon& lexicon, const BoostedTrees& kinship, const LineageOptions& options, int threads)
      : documents_(documents), lexicon_(lexicon), kinship_(kinship), options_(options), threads_(threads), sets_(documents.size()) {}

  Lineage run() {
    join_by_parent(find_links(documents_, kinship_, options_.links, threads_).to_earlier);
    Lineage lineage;
    lineage.family_of.assign(documents_.size(), -1);
    lineage.member_of.assign(documents_.size(), -1);
    lineage.second_sources = std::move(second_sources_);
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (const Link& link : links_) {
      groups[sets_.find(link.a)];
    }
    for (std::uint32_t d = 0; d < documents_.size(); ++d) {
      if (const auto group = groups.find(sets_.find(d)); group != groups.end()) group->second.push_back(d);
    }
    std::vector<std::vector<const Link*>> links_of_group;
    std::map<std::uint32_t, std::size_t> slot;
    std::vector<std::vector<std::uint32_t>> members;
    for (auto& [root, list] : groups) {
      slot[root] = members.size();
      members.push_back(std::move(list));
    }
    links_of_group.resize(members.size());
    for (const Link& link : links_) links_of_group[slot[sets_.find(link.a)]].push_back(&link);
    lineage.families.resize(members.size());
    parallel_for(members.size(), threads_, [&](std::size_t f) { lineage.families[f] = make_family(members[f], links_of_group[f]); });
    for (std::size_t f = 0; f < lineage.families.size(); ++f) {
      const std::vector<Member>& list = lineage.families[f].members;
      for (std::size_t m = 0; m < list.size(); ++m) {
        lineage.family_of[list[m].report] = static_cast<std::int32_t>(f);
        lineage.member_of[list[m].report] = static_cast<std::int32_t>(m);
      }
    }
    return lineage;
  }

 private:
  const std::vector<Document>& documents_;
  const Lexicon& lexicon_;
  const BoostedTrees& kinship_;
  const LineageOptions& options_;
  int threads_;
  std::vector<Link> links_;
  std::vector<SecondSource> second_sources_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> held_by_;  // the same, by report
  std::vector<bool> has_parent_;
  DisjointSets sets_;

  // Of the earlier relatives the one whose words cover this text best, its beginning above all: a merged wire goes on with
  // the story that it opens with. The earliest of those that cover it nearly as well, because every later copy of the same
  // text covers it too. `links` all end in one report.
  const Link* choose_parent(const std::vector<const Link*>& links) const {
    const auto coverage = [&](const Link* link) { return link->overlap.b_in_a + options_.lead_weight * std::max(0.0, link->lead); };
    double best = 0;
    for (const Link* link : links) best = std::max(best, coverage(link));
    const Link* parent = nullptr;
    for (const Link* link : links) {
      if (coverage(link) < best - options_.parent_margin) continue;
      if (!parent || link->a < parent->a) parent = link;
    }
    return parent;
  }

  // What only a merged wire or a digest holds, none of their other relatives, is one of their sources - unless it came out
  // later and has nothing else: then it is an excerpt.
  bool is_source_of(const Link& link, const std::vector<const Link*>& links) {
    const bool later = compare_publication(*documents_[link.a].report, *documents_[link.b].report) < 0;
    if (later && link.overlap.b_in_a >= kExcerpt) return false;
    if (link.overlap.a_in_b >= options_.whole) return false;
    const std::uint32_t family = sets_.find(link.a);
    const bool others = std::any_of(links.begin(), links.end(), [&](const Link* l) { return l->a != link.a && sets_.find(l->a) == family; });
    return !others && has_parent_[link.a];
  }

  void add_second_source(const SecondSource& source) {
    held_by_[source.report].push_back(source.contained);
    second_sources_.push_back(source);
  }

  bool holds_family(std::uint32_t report, std::uint32_t family) {
    const auto held = held_by_.find(report);
    return held != held_by_.end() && std::any_of(held->second.begin(), held->second.end(), [&](std::uint32_t other) { return sets_.find(other) == family; });
  }

  // Each report joins the family of its parent only. A digest or merged wire would otherwise tie together texts that
  // have nothing to do with each other; its other texts are kept as second sources.
  void join_by_parent(const std::vector<std::vector<Link>>& found) {
    has_parent_.assign(documents_.size(), false);
    for (const std::vector<Link>& list : found) {
      if (list.empty()) continue;
      std::vector<const Link*> links;
      for (const Link& link : list) links.push_back(&link);
      const Link* parent = choose_parent(links);
      if (is_source_of(*parent, links)) {
        if (parent->overlap.b_in_a >= options_.held) add_second_source({parent->a, parent->b, parent->overlap, parent->confidence});
        continue;
      }
      sets_.join(parent->a, parent->b);
      has_parent_[parent->b] = true;
    }
    for (const std::vector<Link>& list : found) {
      std::map<std::uint32_t, std::vector<const Link*>> by_family;  // other than its own
      for (const Link& link : list) {
        const std::uint32_t other = sets_.find(link.a);
        if (other == sets_.find(link.b)) links_.push_back(link);
        else by_family[other].push_back(&link);
      }
      for (auto& [other, links] : by_family) std::sort(links.begin(), links.end(), [](const Link* x, const Link* y) { return x->a < y->a; });
      for (const auto& [other, links] : by_family) {
        // the text of the other family must stand here, not this family's text in a digest of the other; the earliest names it
        const auto source = std::find_if(links.begin(), links.end(), [&](const Link* link) { return link->overlap.a_in_b >= options_.held && !holds_family(link->a, sets_.find(link->b)); });
        if (source != links.end()) add_second_source({(*source)->b, (*source)->a, (*source)->overlap, (*source)->confidence});
      }
    }
    std::sort(second_sources_.begin(), second_sources_.end(), [](const SecondSource& x, const SecondSource& y) { return std::tie(x.report, x.contained) < std::tie(y.report, y.contained); });
  }

  Family make_family(const std::vector<std::uint32_t>& group, const std::vector<const Link*>& links) const {
    // who stands before whom: time where it speaks, the text where it does not
    std::map<std::uint32_t, std::vector<std::uint32_t>> later;  // report -> reports that must come after it
    std::map<std::uint32_t, int> waiting;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> reason;
    for (std::uint32_t r : group) waiting[r] = 0;
    for (const Link* link : links) {
      const Document& a = documents_[link->a];
      const Document& b = documents_[link->b];
      int order = compare_publication(*a.report, *b.report);
      std::string why;
      if (order != 0) {
        const Report& first = order < 0 ? *a.report : *b.report;
        const Report& second = order < 0 ? *b.report : *a.report;
        const bool same_day = first.published.value == second.published.value;
        why = same_day ? "published later on " + to_string(second.published.value) : "published on " + to_string(second.published.value) + ", after " + to_string(first.published.value);
      } else {
        order = text_order(a, b, align_sentences(a, b, lexicon_));
        why = "a missing reply in the earlier version is answered or replaced here";
      }
      if (order == 0) continue;
      const std::uint32_t first = order < 0 ? link->a : link->b;
      const std::uint32_t second = order < 0 ? link->b : link->a;
      later[first].push_back(second);
      ++waiting[second];
      reason[{first, second}] = why;
    }
    std::vector<std::uint32_t> order;
    std::set<std::uint32_t> open(group.begin(), group.end()), ready;
    for (std::uint32_t r : group) {
      if (waiting[r] <= 0) ready.insert(r);
    }
    while (!open.empty()) {
      const std::uint32_t next = ready.empty() ? *open.begin() : *ready.begin();  // contradicting evidence: canonical order
      ready.erase(next);
      open.erase(next);
      order.push_back(next);
      for (std::uint32_t after : later[next]) {
        if (--waiting[after] == 0 && open.contains(after)) ready.insert(after);
      }
    }
    std::unordered_map<std::uint32_t, std::vector<const Link*>> links_of;
    for (const Link* link : links) {
      links_of[link->a].push_back(link);
      links_of[link->b].push_back(link);
    }
    Family family;
    std::unordered_map<std::uint32_t, std::size_t> place;  // report -> member
    for (std::uint32_t r : order) {
      Member member;
      member.report = r;
      // the same rule as before, now in the order that the texts gave
      double best = -1;
      std::vector<std::pair<std::size_t, double>> covers;  // member, share of this text it holds
      for (const Link* link : links_of[r]) {
        const auto other = place.find(link->a == r ? link->b : link->a);
        if (other == place.end()) continue;
        const double coverage = link->b == r ? link->overlap.b_in_a : link->overlap.a_in_b;
        member.confidence = std::max(member.confidence, link->confidence);
        covers.emplace_back(other->second, coverage);
        best = std::max(best, coverage);
      }
      for (const auto& [m, coverage] : covers) {
        if (coverage >= best - options_.parent_margin && (member.parent < 0 || static_cast<std::int32_t>(m) < member.parent)) member.parent = static_cast<std::int32_t>(m);
      }
      if (member.parent < 0 && !family.members.empty()) member.parent = 0;
      if (member.parent >= 0) {
        relate(family, member, reason);
        member.reason = why_kin(links_of[r], family.members[static_cast<std::size_t>(member.parent)].report);
      }
      place[r] = family.members.size();
      family.members.push_back(std::move(member));
    }
    return family;
  }

  // Of its link to the parent, else of the surest one: a copy may be tied to its family through a brother.
  std::string why_kin(const std::vector<const Link*>& links, std::uint32_t parent) const {
    const Link* best = nullptr;
    for (const Link* link : links) {
      if (link->a == parent || link->b == parent) {
        best = link;
        break;
      }
      if (!best || link->confidence > best->confidence) best = link;
    }
    return best ? judge(best->signals, best->confidence, options_.links.bound).reason : std::string();
  }

  void relate(const Family& family, Member& member, const std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>& reason) const {
    const std::uint32_t parent = family.members[static_cast<std::size_t>(member.parent)].report;
    const Document& from = documents_[parent];
    const Document& to = documents_[member.report];
    const Fingerprint a = make_fingerprint(*from.report);
    const Fingerprint b = make_fingerprint(*to.report);
    member.overlap = compare(a, b);
    member.edits = align_sentences(from, to, lexicon_);
    const auto why = reason.find({parent, member.report});
    member.order_known = why != reason.end();
    member.order_reason = member.order_known ? why->second : "order not known";
    const bool changed = std::any_of(member.edits.begin(), member.edits.end(), [](const Edit& e) { return e.op > EditOp::typography || e.moved; });
    if (!changed) {
      member.descent = Descent::verbatim;
    } else if (member.overlap.b_in_a >= kExcerpt && b.words * 10 <= a.words * 8) {
      member.descent = Descent::excerpt;
    } else if (member.overlap.a_in_b >= kExcerpt && a.words * 10 <= b.words * 8) {
      member.descent = Descent::extended;
    } else {
      member.descent = Descent::edited;
    }
    mark_superseded(from, to, member);
  }
};

}  // namespace

std::string_view name_of(Descent descent) { return kDescents[static_cast<std::size_t>(descent)]; }

const Member* member_of(const Lineage& lineage, std::uint32_t report) {
  const std::int32_t family = lineage.family_of[report];
  if (family < 0) return nullptr;
  return &lineage.families[static_cast<std::size_t>(family)].members[static_cast<std::size_t>(lineage.member_of[report])];
}

void find_edits(Member& member, const Document& parent, const Document& self, const Lexicon& lexicon) {
  member.edits = align_sentences(parent, self, lexicon);
  mark_superseded(parent, self, member);
}

Lineage find_lineage(const std::vector<Document>& documents, const Lexicon& lexicon, const BoostedTrees& kinship, const LineageOptions& options, int threads) {
  return Builder(documents, lexicon, kinship, options, threads).run();
}

}  // namespace attache
