#include "dossier/dossier.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

// Letters for newsrooms: the capitals of the name, its other letters, the alphabet; once all are used "Aa", "Ba" ... "Zz",
// "Aa1" and so on.
class Letters {
 public:
  std::string pick(const std::string& name) {
    if (used_.size() < 26) {
      std::string tries;
      const std::string plain = fold_marks(name);
      for (char c : plain) {
        if (is_upper(c)) tries += c;
      }
      for (char c : plain) {
        if (is_alpha(c)) tries += to_upper(c);
      }
      for (char c = 'A'; c <= 'Z'; ++c) tries += c;
      for (char c : tries) {
        if (used_.insert(c).second) return std::string(1, c);
      }
    }
    const int k = beyond_++;
    std::string letters = {static_cast<char>('A' + k % 26), static_cast<char>('a' + k / 26 % 26)};
    return k < 26 * 26 ? letters : letters + std::to_string(k / (26 * 26));
  }

 private:
  std::set<char> used_;
  int beyond_ = 0;
};

void find_newsrooms(Dossier& d) {
  const std::size_t n = d.analyses.size();
  std::map<std::string, std::vector<std::uint32_t>> groups;  // key -> reports
  std::map<std::string, std::string> names;
  for (std::uint32_t i = 0; i < n; ++i) {
    const SourceOrigin& origin = d.origins.origins[d.origins.origin_of[i]];
    // unnamed origins stay apart, each on its own
    const std::string key = origin.name.empty() ? "\x01" + std::to_string(d.origins.origin_of[i]) : fold_words(origin.name);
    groups[key].push_back(i);
    names.emplace(key, origin.name);
  }
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> order(groups.begin(), groups.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second.size() != b.second.size() ? a.second.size() > b.second.size() : a.second.front() < b.second.front(); });
  d.newsroom_of.assign(n, 0);
  Letters letters;
  for (auto& [key, reports] : order) {
    Newsroom room;
    room.name = names[key];
    room.reports = std::move(reports);
    for (std::uint32_t r : room.reports) d.newsroom_of[r] = static_cast<std::uint32_t>(d.newsrooms.size());
    d.newsrooms.push_back(std::move(room));
  }
  for (Newsroom& room : d.newsrooms) {
    if (!room.name.empty()) room.letter = letters.pick(room.name);
  }
  for (Newsroom& room : d.newsrooms) {
    if (room.name.empty()) room.letter = letters.pick("X");
  }
  d.labels.assign(n, "");
  for (const Newsroom& room : d.newsrooms) {
    int number = 0;
    for (std::uint32_t r : room.reports) d.labels[r] = room.letter + std::to_string(++number);
  }
}

void find_title(Dossier& d) {
  if (d.analyses.empty()) return;
  // the thread with most reports, the first of equals
  std::vector<std::size_t> sizes(d.stories.threads.size(), 0);
  for (std::uint32_t i = 0; i < d.analyses.size(); ++i) ++sizes[d.thread_of_story[d.stories.story_of[i]]];
  const auto thread = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  struct Headline {
    std::uint32_t report;
    std::vector<std::uint64_t> bag;
  };
  std::vector<Headline> headlines;
  constexpr std::size_t kMost = 400;  // compared pairwise
  for (std::uint32_t i = 0; i < d.analyses.size() && headlines.size() < kMost; ++i) {
    const std::string& title = d.analyses[i].report.title.value;
    if (d.thread_of_story[d.stories.story_of[i]] != thread || title.empty()) continue;
    headlines.push_back({i, word_bag(title, {0, static_cast<std::uint32_t>(title.size())})});
  }
  if (headlines.empty()) {
    for (std::uint32_t i = 0; i < d.analyses.size(); ++i) {
      if (d.thread_of_story[d.stories.story_of[i]] != thread) continue;
      const Span lead = lead_of(d.analyses[i]);
      d.title = {collapse_space(slice(d.analyses[i].report.text, lead)), i, lead};
      return;
    }
  }
  double best = -1;
  for (const Headline& h : headlines) {
    double sum = 0;
    for (const Headline& other : headlines) sum += &other == &h ? 0 : word_dice(h.bag, other.bag);
    if (sum <= best) continue;
    best = sum;
    const Report& report = d.analyses[h.report].report;
    d.title = {report.title.value, h.report, report.title.span};
  }
}

}  // namespace

void label_reports(Dossier& d) {
  d.thread_of_story.assign(d.stories.stories.size(), 0);
  for (std::uint32_t t = 0; t < d.stories.threads.size(); ++t) {
    for (std::uint32_t s : d.stories.threads[t].stories) d.thread_of_story[s] = t;
  }
  find_newsrooms(d);
  find_title(d);
}

std::vector<std::uint32_t> newsrooms_of(const Dossier& d, const std::vector<std::uint32_t>& reports) {
  std::set<std::uint32_t> rooms;
  for (std::uint32_t r : reports) rooms.insert(d.newsroom_of[r]);
  return {rooms.begin(), rooms.end()};
}

std::uint32_t count_origins(const Dossier& d, const std::vector<std::uint32_t>& reports) { return static_cast<std::uint32_t>(newsrooms_of(d, reports).size()); }

std::vector<std::uint32_t> reports_of(const Statement& statement) {
  std::vector<std::uint32_t> out;
  for (const MentionRef& ref : statement.mentions) {
    if (out.empty() || out.back() != ref.report) out.push_back(ref.report);
  }
  return out;
}

namespace {
std::string id_after_first(const Dossier& d, std::string_view prefix, std::uint32_t report) { return make_id(prefix, hash_fields({prefix, d.analyses[report].report.id})); }
}  // namespace

std::string family_id(const Dossier& d, std::size_t f) { return id_after_first(d, "f", d.lineage.families[f].members.front().report); }
std::string origin_id(const Dossier& d, std::size_t o) { return id_after_first(d, "o", d.origins.origins[o].reports.front()); }
std::string story_id(const Dossier& d, std::size_t s) { return id_after_first(d, "y", d.stories.stories[s].reports.front()); }
std::string thread_id(const Dossier& d, std::size_t t) { return id_after_first(d, "t", d.stories.stories[d.stories.threads[t].stories.front()].reports.front()); }

Span lead_of(const Analysis& analysis) {
  for (const SentenceSpan& s : analysis.sentences) {
    if (!s.title) return s.span;
  }
  return {};
}

std::uint32_t chief_report(const Dossier& d, const Story& story) {
  std::map<std::uint32_t, std::size_t> size;
  for (std::uint32_t r : story.reports) ++size[d.origins.origin_of[r]];
  std::uint32_t best = story.reports.front();
  const auto rank = [&](std::uint32_t r) {
    const Report& report = d.analyses[r].report;
    return std::tuple(report.title.value.empty() ? 1 : 0, report.published.value.year ? 0 : 1, -static_cast<std::int64_t>(size[d.origins.origin_of[r]]));
  };
  for (std::uint32_t r : story.reports) {
    if (rank(r) < rank(best)) best = r;
  }
  return best;
}

}  // namespace attache
