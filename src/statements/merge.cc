#include "statements/merge.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "base/strings.h"
#include "lineage/spelling.h"
#include "lineage/words.h"
#include "text/quoted_runs.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 5> kWordings = {"same", "copy_edit", "other_wording", "part", "paraphrase"};
constexpr std::size_t kPostings = 200;
constexpr std::uint32_t kNone = 0xFFFFFFFF;

struct Item {
  MentionRef ref;
  std::vector<std::uint64_t> bag;  // sorted hashes of folded words, spelling variants as one
  std::uint64_t order = 0;         // hash of the words in order
  bool quoted = false;
};

// Descriptions differ by article and number of words only: "a Turkish diplomat", "the Turkish diplomat".
std::string description_key(std::string_view text) {
  std::string key = fold_words(text);
  for (std::string_view article : {"a ", "an ", "the ", "one "}) {
    if (key.starts_with(article)) return key.substr(article.size());
  }
  return key;
}

double shared_share(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < part.size() && k < whole.size();) {
    if (part[i] < whole[k]) ++i;
    else if (whole[k] < part[i]) ++k;
    else ++shared, ++i, ++k;
  }
  return part.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(part.size());
}

// The quoted words of a mention alone: what a partial quotation must have in common.
std::vector<std::uint64_t> quoted_bag(const Analysis& a, const StatementMention& m) {
  std::vector<std::uint64_t> bag;
  for (Span span : m.content) {
    for_each_quoted_run(slice(a.report.text, span), [&](std::string_view run, bool inside) {
      if (inside) for_each_word(run, [&](std::string_view word, bool) { bag.push_back(hash64(spelling_key(word))); });
    });
  }
  std::sort(bag.begin(), bag.end());
  return bag;
}

class Merger {
 public:
  Merger(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Actors& actors, const MergeOptions& options)
      : analyses_(analyses), lineage_(lineage), stories_(stories), actors_(actors), options_(options) {}

  std::vector<Statement> run() {
    std::map<std::string, std::vector<Item>> by_speaker;
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t m = 0; m < analyses_[r].statements.size(); ++m) by_speaker[speaker_key(r, m)].push_back(make_item(r, m));
    }
    for (const auto& [key, items] : by_speaker) merge_speaker(key, items);
    std::sort(out_.begin(), out_.end(), [](const Statement& a, const Statement& b) {
      return std::tie(a.mentions.front().report, a.mentions.front().mention) < std::tie(b.mentions.front().report, b.mentions.front().mention);
    });
    return std::move(out_);
  }

 private:
  std::span<const Analysis> analyses_;
  const Lineage& lineage_;
  const Stories& stories_;
  const Actors& actors_;
  const MergeOptions& options_;
  std::vector<Statement> out_;

  const StatementMention& mention(MentionRef ref) const { return analyses_[ref.report].statements[ref.mention]; }

  std::string speaker_key(std::uint32_t r, std::uint32_t m) const {
    const StatementMention& s = analyses_[r].statements[m];
    if (s.speaker != kNoEntity) return "actor " + actors_.actors[actors_.actor_of[r][s.speaker]].id;
    // an unnamed source is the same one only within a story
    return "unnamed " + std::to_string(stories_.story_of[r]) + " " + description_key(s.speaker_text);
  }

  Item make_item(std::uint32_t r, std::uint32_t m) const {
    Item item;
    item.ref = {r, m};
    const StatementMention& s = analyses_[r].statements[m];
    item.quoted = s.kind != StatementKind::indirect;
    std::uint64_t order = 11;
    for (Span span : s.content) {
      for_each_word(slice(analyses_[r].report.text, span), [&](std::string_view word, bool) {
        const std::uint64_t h = hash64(spelling_key(word));
        item.bag.push_back(h);
        order = mix(order ^ h);
      });
    }
    std::sort(item.bag.begin(), item.bag.end());
    item.order = order;
    return item;
  }

  bool far_apart(std::uint32_t a, std::uint32_t b) const {
    const Date& da = analyses_[a].report.published.value;
    const Date& db = analyses_[b].report.published.value;
    return da.full() && db.full() && std::abs(days_of(da) - days_of(db)) > options_.days;
  }

  // How well two mentions of one speaker agree; 0 = not the same statement.
  double agreement(const Item& a, const Item& b) const {
    if (a.order == b.order) return 2;
    const double dice = word_dice(a.bag, b.bag);
    if (dice >= options_.dice) return dice;
    const Item& part = a.bag.size() <= b.bag.size() ? a : b;
    const Item& whole = a.bag.size() <= b.bag.size() ? b : a;
    if (!part.quoted || !whole.quoted) return 0;
    const std::vector<std::uint64_t> words = quoted_bag(analyses_[part.ref.report], mention(part.ref));
    if (static_cast<int>(words.size()) < options_.contained_words) return 0;
    const double share = shared_share(words, whole.bag);
    return share >= options_.contained ? options_.dice * share : 0;
  }

  void merge_speaker(const std::string& key, const std::vector<Item>& items) {
    std::vector<std::vector<std::uint32_t>> groups;  // indexes into items
    std::vector<std::uint32_t> group_of(items.size(), kNone);
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;  // word -> items
    struct Pair {
      double agreement;
      std::uint32_t a, b;
    };
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      std::unordered_map<std::uint32_t, std::uint32_t> hits;
      std::uint64_t last = 0;
      for (std::uint64_t w : items[i].bag) {
        if (w == last) continue;
        last = w;
        std::vector<std::uint32_t>& list = index[w];
        for (std::uint32_t other : list) ++hits[other];
        if (list.size() < kPostings) list.push_back(i);
      }
      for (const auto& [other, count] : hits) {
        if (items[other].ref.report == items[i].ref.report || (count < 2 && items[i].bag.size() > 2)) continue;
        if (far_apart(items[other].ref.report, items[i].ref.report) && items[other].order != items[i].order) continue;
        const double score = agreement(items[other], items[i]);
        if (score > 0) pairs.push_back({score, other, i});
      }
    }
    // A report that prints the same words twice says them once; else a group takes one mention a report, best pairs first.
    std::vector<std::unordered_set<std::uint32_t>> reports(items.size());  // of each group
    std::map<std::pair<std::uint32_t, std::uint64_t>, std::uint32_t> printed;
    groups.resize(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      group_of[i] = printed.try_emplace({items[i].ref.report, items[i].order}, i).first->second;
      groups[group_of[i]].push_back(i);
      reports[group_of[i]].insert(items[i].ref.report);
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.agreement != y.agreement ? x.agreement > y.agreement : std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    for (const Pair& p : pairs) {
      std::uint32_t x = group_of[p.a], y = group_of[p.b];
      if (groups[x].size() < groups[y].size()) std::swap(x, y);
      if (x == y || std::any_of(reports[y].begin(), reports[y].end(), [&](std::uint32_t r) { return reports[x].contains(r); })) continue;
      for (std::uint32_t i : groups[y]) group_of[i] = x;
      groups[x].insert(groups[x].end(), groups[y].begin(), groups[y].end());
      groups[y].clear();
      reports[x].merge(reports[y]);
    }
    for (std::vector<std::uint32_t>& group : groups) {
      if (group.empty()) continue;
      std::sort(group.begin(), group.end());
      out_.push_back(make_statement(key, items, group));
    }
  }

  Statement make_statement(const std::string& key, const std::vector<Item>& items, const std::vector<std::uint32_t>& group) const {
    Statement s;
    std::vector<std::uint64_t> variant_order;
    for (std::uint32_t i : group) {
      const Item& item = items[i];
      const StatementMention& m = mention(item.ref);
      s.mentions.push_back(item.ref);
      const auto known = std::find(variant_order.begin(), variant_order.end(), item.order);
      if (known == variant_order.end()) {
        variant_order.push_back(item.order);
        s.variants.push_back({{item.ref}});
      } else {
        s.variants[static_cast<std::size_t>(known - variant_order.begin())].mentions.push_back(item.ref);
      }
      if (s.actor == kNone && m.speaker != kNoEntity) s.actor = actors_.actor_of[item.ref.report][m.speaker];
      if (s.speaker.empty()) s.speaker = m.speaker_text;
      if (s.addressee == kNone && m.addressee != kNoEntity) s.addressee = actors_.actor_of[item.ref.report][m.addressee];
      if (s.addressee_text.empty()) s.addressee_text = m.addressee_text;
      if (s.form.empty()) s.form = m.form;
    }
    if (s.actor != kNone) s.speaker = actors_.actors[s.actor].name;
    if (s.addressee != kNone) s.addressee_text = actors_.actors[s.addressee].name;
    const StatementMention& first = mention(s.mentions.front());
    s.act = first.act;
    s.wordings.push_back(Wording::same);
    for (std::size_t v = 1; v < s.variants.size(); ++v) s.wordings.push_back(wording(items, group, s.variants.front().mentions.front(), s.variants[v].mentions.front()));
    const Analysis& a = analyses_[s.mentions.front().report];
    s.id = make_id("s", hash_fields({key.starts_with("actor") ? key : "unnamed " + description_key(s.speaker), a.report.id, content_words(a, first)}));
    return s;
  }

  Wording wording(const std::vector<Item>& items, const std::vector<std::uint32_t>& group, MentionRef a, MentionRef b) const {
    const std::int32_t family_a = lineage_.family_of[a.report];
    if (family_a >= 0 && family_a == lineage_.family_of[b.report]) return Wording::copy_edit;
    const Item* x = nullptr;
    const Item* y = nullptr;
    for (std::uint32_t i : group) {
      if (items[i].ref.report == a.report && items[i].ref.mention == a.mention) x = &items[i];
      if (items[i].ref.report == b.report && items[i].ref.mention == b.mention) y = &items[i];
    }
    const bool both_direct = mention(a).kind == StatementKind::direct && mention(b).kind == StatementKind::direct;
    const Item* part = x->bag.size() <= y->bag.size() ? x : y;
    const Item* whole = part == x ? y : x;
    if (whole->bag.size() > part->bag.size() + 3 && shared_share(part->bag, whole->bag) >= 0.8) return Wording::part;
    return both_direct ? Wording::other_wording : Wording::paraphrase;
  }
};

}  // namespace

std::string_view name_of(Wording wording) { return kWordings[static_cast<std::size_t>(wording)]; }

std::vector<Statement> merge_statements(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Actors& actors, const MergeOptions& options) {
  return Merger(analyses, lineage, stories, actors, options).run();
}

std::string content_words(const Analysis& analysis, const StatementMention& mention) {
  std::string out;
  for (Span span : mention.content) {
    if (!out.empty()) out += " \u2026 ";
    out += collapse_space(slice(analysis.report.text, span));
  }
  return out;
}

}  // namespace attache
