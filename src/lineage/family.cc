#include "lineage/family.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "base/parallel.h"
#include "base/strings.h"
#include "lineage/candidates.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 5> kDescents = {"original", "verbatim", "edited", "excerpt", "extended"};

struct Link {
  std::uint32_t a = 0, b = 0;  // a < b
  Overlap overlap;
};

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

bool is_link(const Report& a, const Report& b, const Overlap& o, const LineageOptions& options) {
  if (o.shared < 3) return false;
  const bool dated = a.published.value.full() && b.published.value.full();
  if (!dated) return o.containment >= options.undated_containment && o.numbers >= options.numbers;
  const int days = std::abs(days_of(a.published.value) - days_of(b.published.value));
  if (days <= options.days) return o.containment >= options.containment && o.numbers >= options.numbers;
  return o.containment >= options.far_containment && o.numbers >= options.far_numbers && o.jaccard >= 0.3;
}

// Sentences that say nobody has answered yet: what a later version replaces.
bool is_missing_reply(std::string_view sentence) {
  for (std::string_view phrase : {"not immediately", "not yet repl", "not yet respond", "did not respond", "did not reply", "declined to comment", "could not be reached", "not available for comment", "no immediate comment", "no immediate response", "not returned", "did not return"}) {
    if (contains_ignore_case(sentence, phrase)) return true;
  }
  return false;
}

// -1: `a` is the earlier state of the text, 1: `b` is, 0: the texts do not say.
int text_order(const Document& a, const Document& b, const std::vector<Edit>& a_to_b) {
  int sign = 0;
  for (const Edit& edit : a_to_b) {
    bool in_a = false, in_b = false;
    for (std::uint32_t s : edit.from) in_a |= is_missing_reply(slice(a.report->text, a.sentences[s].span));
    for (std::uint32_t s : edit.to) in_b |= is_missing_reply(slice(b.report->text, b.sentences[s].span));
    if (edit.op != EditOp::replaced && edit.op != EditOp::reworded) continue;
    if (in_a && !in_b && !edit.to.empty()) sign -= 1;
    if (in_b && !in_a && !edit.from.empty()) sign += 1;
  }
  return sign < 0 ? -1 : sign > 0 ? 1 : 0;
}

class Builder {
 public:
  Builder(const std::vector<Document>& documents, const Lexicon& lexicon, const LineageOptions& options, int threads)
      : documents_(documents), lexicon_(lexicon), options_(options), threads_(threads), sets_(documents.size()) {}

  Lineage run() {
    join_by_parent(find_links());
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
  const LineageOptions& options_;
  int threads_;
  std::vector<Link> links_;
  std::vector<SecondSource> second_sources_;
  DisjointSets sets_;

  // The links of each report to earlier ones.
  std::vector<std::vector<Link>> find_links() const {
    const std::size_t n = documents_.size();
    std::vector<Sketch> sketches(n);
    parallel_for(n, threads_, [&](std::size_t i) { sketches[i] = make_sketch(make_fingerprint(*documents_[i].report)); });
    std::vector<std::vector<Candidate>> candidates(n);
    SketchIndex index;
    for (std::size_t i = 0; i < n; ++i) {
      if (sketches[i].total == 0) continue;
      candidates[i] = index.find(sketches[i], options_.least_estimate, options_.candidates);
      index.add(static_cast<std::uint32_t>(i), std::move(sketches[i]));
    }
    std::vector<std::vector<Link>> found(n);
    parallel_for(n, threads_, [&](std::size_t i) {
      if (candidates[i].empty()) return;
      const Fingerprint own = make_fingerprint(*documents_[i].report);
      for (const Candidate& candidate : candidates[i]) {
        const Fingerprint other = make_fingerprint(*documents_[candidate.report].report);
        const Overlap overlap = compare(other, own);
        if (is_link(*documents_[candidate.report].report, *documents_[i].report, overlap, options_)) found[i].push_back({candidate.report, static_cast<std::uint32_t>(i), overlap});
      }
    });
    return found;
  }

  // Of the earlier relatives the one whose words cover this text best; the earliest of those that cover it nearly as
  // well, because every later copy of the same text covers it too. `links` all end in one report.
  const Link* choose_parent(const std::vector<Link>& links) const {
    const auto coverage = [](const Link& link) { return link.overlap.b_in_a; };
    double best = 0;
    for (const Link& link : links) best = std::max(best, coverage(link));
    const Link* parent = nullptr;
    for (const Link& link : links) {
      if (coverage(link) < best - options_.parent_margin) continue;
      if (!parent || link.a < parent->a) parent = &link;
    }
    return parent;
  }

  // Each report joins the family of its parent only. A digest or merged wire would otherwise tie together texts that
  // have nothing to do with each other; its other texts are kept as second sources.
  void join_by_parent(const std::vector<std::vector<Link>>& found) {
    for (const std::vector<Link>& links : found) {
      if (links.empty()) continue;
      sets_.join(choose_parent(links)->a, links.front().b);
    }
    for (const std::vector<Link>& links : found) {
      std::vector<std::uint32_t> named;
      for (const Link& link : links) {
        const std::uint32_t other = sets_.find(link.a);
        if (other == sets_.find(link.b)) {
          links_.push_back(link);
        } else if (std::find(named.begin(), named.end(), other) == named.end()) {
          named.push_back(other);
          second_sources_.push_back({link.b, link.a, link.overlap});
        }
      }
    }
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
        covers.emplace_back(other->second, coverage);
        best = std::max(best, coverage);
      }
      for (const auto& [m, coverage] : covers) {
        if (coverage >= best - options_.parent_margin && (member.parent < 0 || static_cast<std::int32_t>(m) < member.parent)) member.parent = static_cast<std::int32_t>(m);
      }
      if (member.parent < 0 && !family.members.empty()) member.parent = 0;
      if (member.parent >= 0) relate(family, member, reason);
      place[r] = family.members.size();
      family.members.push_back(std::move(member));
    }
    return family;
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
    member.order_reason = why != reason.end() ? why->second : "order not known";
    const bool changed = std::any_of(member.edits.begin(), member.edits.end(), [](const Edit& e) { return e.op > EditOp::typography || e.moved; });
    if (!changed) {
      member.descent = Descent::verbatim;
    } else if (member.overlap.b_in_a >= 0.85 && b.words * 10 <= a.words * 8) {
      member.descent = Descent::excerpt;
    } else if (member.overlap.a_in_b >= 0.85 && a.words * 10 <= b.words * 8) {
      member.descent = Descent::extended;
    } else {
      member.descent = Descent::edited;
    }
  }
};

}  // namespace

std::string_view name_of(Descent descent) { return kDescents[static_cast<std::size_t>(descent)]; }

const Member* member_of(const Lineage& lineage, std::uint32_t report) {
  const std::int32_t family = lineage.family_of[report];
  if (family < 0) return nullptr;
  return &lineage.families[static_cast<std::size_t>(family)].members[static_cast<std::size_t>(lineage.member_of[report])];
}

Lineage find_lineage(const std::vector<Document>& documents, const Lexicon& lexicon, const LineageOptions& options, int threads) {
  return Builder(documents, lexicon, options, threads).run();
}

}  // namespace attache
