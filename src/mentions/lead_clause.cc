#include "mentions/lead_clause.h"

#include <algorithm>
#include <set>

namespace attache {
namespace {

constexpr std::size_t kSentences = 8;
constexpr std::size_t kMostReadings = 3;   // trees
constexpr std::size_t kShortest = 5;       // words of a sentence
// Weights against the share of the title's words; set by eye, the reports of bench/main_event do not tell them apart.
constexpr double kLater = 0.08;            // a sentence
constexpr double kPronoun = 0.3;

bool content(const EventWord& w) { return w.any_upos({"NOUN", "PROPN", "VERB", "ADJ"}); }

std::optional<LeadClause> clause_of(EventWords words) {
  for (std::size_t root = 0; root < words.size(); ++root) {
    if (words[root].head != -1) continue;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].head == static_cast<std::int32_t>(root) && words[i].relation.starts_with("nsubj")) return LeadClause{std::move(words), root, i};
    }
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<LeadClause> find_lead_clause(const std::vector<EventWords>& title, const std::vector<EventWords>& skimmed, const LeadReader& lead) {
  std::set<std::string_view> wanted;
  for (const EventWords& words : title) {
    for (const EventWord& w : words) {
      if (content(w)) wanted.insert(w.lemma);
    }
  }
  std::vector<std::pair<double, std::size_t>> order;  // minus the score, sentence
  for (std::size_t k = 0; k < std::min(kSentences, skimmed.size()); ++k) {
    if (skimmed[k].size() < kShortest || skimmed[k].back().mark("?")) continue;
    std::set<std::string_view> shared;
    for (const EventWord& w : skimmed[k]) {
      if (wanted.contains(w.lemma)) shared.insert(w.lemma);
      else if (wanted.contains(w.low)) shared.insert(w.low);
    }
    order.emplace_back(-(static_cast<double>(shared.size()) / (1.0 + static_cast<double>(wanted.size())) - kLater * static_cast<double>(k)), k);
  }
  std::sort(order.begin(), order.end());
  std::optional<LeadClause> best;
  double most = 0;
  for (std::size_t n = 0; n < std::min(kMostReadings, order.size()); ++n) {
    if (best && -order[n].first <= most) break;
    std::optional<LeadClause> clause = clause_of(lead.read(order[n].second));
    if (!clause) continue;
    const double score = -order[n].first - (clause->words[clause->subject].upos == "PRON" ? kPronoun : 0.0);
    if (best && score <= most) continue;
    most = score;
    best = std::move(clause);
  }
  return best;
}

}  // namespace attache
