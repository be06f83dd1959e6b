#include "stories/utterances.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/hash.h"
#include "base/strings.h"
#include "lineage/edits.h"
#include "lineage/words.h"
#include "text/fold.h"

namespace attache {
namespace {

// An utterance of a report: quoted words with the speaker's surname.
struct Utterance {
  std::uint32_t report = 0;
  std::string speaker;
  std::vector<std::uint64_t> bag;   // sorted
  std::vector<std::uint64_t> pairs; // neighbouring words: the index
  std::string words;
};

std::string surname_key(const Analysis& a, const StatementMention& m) {
  std::string name = m.speaker != kNoEntity ? a.entities[m.speaker].name : m.speaker_text;
  name = fold_words(name);
  return name.substr(name.rfind(' ') == std::string::npos ? 0 : name.rfind(' ') + 1);
}

std::vector<Utterance> utterances_of(std::span<const Analysis> analyses, int least_words) {
  std::vector<Utterance> out;
  for (std::uint32_t i = 0; i < analyses.size(); ++i) {
    const Analysis& a = analyses[i];
    for (const StatementMention& m : a.statements) {
      if (m.kind == StatementKind::indirect) continue;
      Utterance u;
      u.report = i;
      u.speaker = surname_key(a, m);
      if (u.speaker.empty()) continue;
      std::uint64_t before = 0;
      for (Span span : m.content) {
        for_each_word(slice(a.report.text, span), [&](std::string_view word, bool) {
          const std::uint64_t h = hash64(word);
          u.bag.push_back(h);
          if (before) u.pairs.push_back(mix(before ^ h));
          before = h;
        });
      }
      if (static_cast<int>(u.bag.size()) < least_words) continue;
      std::sort(u.bag.begin(), u.bag.end());
      std::sort(u.pairs.begin(), u.pairs.end());
      u.pairs.erase(std::unique(u.pairs.begin(), u.pairs.end()), u.pairs.end());
      u.words = collapse_space(slice(a.report.text, m.content.front()));
      out.push_back(std::move(u));
    }
  }
  return out;
}

}  // namespace

std::vector<SharedUtterance> shared_utterances(std::span<const Analysis> analyses, const UtteranceOptions& options) {
  const std::vector<Utterance> all = utterances_of(analyses, options.words);
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
  constexpr std::size_t kPostings = 60;
  std::map<Pair, std::string> found;
  for (std::uint32_t u = 0; u < all.size(); ++u) {
    std::unordered_map<std::uint32_t, std::uint32_t> hits;
    const std::uint64_t speaker = hash64(all[u].speaker);
    for (std::uint64_t p : all[u].pairs) {
      std::vector<std::uint32_t>& list = index[mix(p ^ speaker)];
      for (std::uint32_t other : list) ++hits[other];
      if (list.size() < kPostings) list.push_back(u);
    }
    for (const auto& [other, count] : hits) {
      const Utterance& o = all[other];
      if (o.report == all[u].report || o.speaker != all[u].speaker) continue;
      if (word_dice(o.bag, all[u].bag) < options.dice) continue;
      const Date& da = analyses[o.report].report.published.value;
      const Date& db = analyses[all[u].report].report.published.value;
      if (da.full() && db.full() && std::abs(days_of(da) - days_of(db)) > options.days) continue;
      const Pair pair{std::min(o.report, all[u].report), std::max(o.report, all[u].report)};
      std::string& words = found[pair];
      const std::string& candidate = o.words.size() <= all[u].words.size() ? o.words : all[u].words;
      if (words.empty() || candidate < words) words = candidate;
    }
  }
  std::vector<SharedUtterance> out;
  for (auto& [pair, words] : found) out.push_back({pair, std::move(words)});
  return out;
}

}  // namespace attache
