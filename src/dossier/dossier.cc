#include "dossier/dossier.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
#include "dossier/reading_order.h"
#include "stories/newsrooms.h"
#include "text/fold.h"

namespace attache {
namespace {

// Letters for newsrooms: the capitals of the name, its other letters, the alphabet; once all are used "Aa", "Ba" ... "Zz",
// "Aaa" and so on: letters only, so that the number behind them stays apart.
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
    for (int rest = k / (26 * 26); rest > 0; rest /= 26) letters += static_cast<char>('a' + (rest - 1) % 26);
    return letters;
  }

 private:
  std::set<char> used_;
  int beyond_ = 0;
};

void find_newsrooms(Dossier& d) {
  const std::size_t n = d.analyses.size();
  std::map<std::string, std::vector<std::uint32_t>> groups;  // key -> reports
  std::map<std::string, std::string> names;
  const NewsroomNames keys(d.analyses);
  for (std::uint32_t i : d.order) {
    const SourceOrigin& origin = d.origins.origins[d.origins.origin_of[i]];
    // unnamed origins stay apart, each on its own
    const std::string key = origin.name.empty() ? "\x01" + std::to_string(d.origins.origin_of[i]) : keys.key(origin.name);
    groups[key].push_back(i);
    names.emplace(key, origin.name);
  }
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> order(groups.begin(), groups.end());
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return a.second.size() != b.second.size() ? a.second.size() > b.second.size() : d.place[a.second.front()] < d.place[b.second.front()]; });
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

struct Headline {
  std::uint32_t report;
  std::vector<std::uint64_t> bag;
};

std::vector<Headline> headlines_of(const Dossier& d, std::uint32_t thread) {
  std::vector<Headline> out;
  constexpr std::size_t kMost = 400;  // compared with each candidate
  for (std::uint32_t r : d.order) {
    const std::string& title = d.analyses[r].report.title.value;
    if (d.thread_of_story[d.stories.story_of[r]] != thread || title.empty()) continue;
    out.push_back({r, word_bag(title, {0, static_cast<std::uint32_t>(title.size())})});
    if (out.size() == kMost) break;
  }
  return out;
}

void find_title(Dossier& d) {
  if (d.analyses.empty()) return;
  std::vector<std::size_t> reports_in(d.stories.threads.size(), 0);
  for (std::uint32_t s : d.stories.story_of) ++reports_in[d.thread_of_story[s]];
  const std::uint32_t thread = *std::max_element(d.thread_order.begin(), d.thread_order.end(), [&](std::uint32_t a, std::uint32_t b) { return reports_in[a] < reports_in[b]; });
  std::uint32_t told = d.stories.threads[thread].stories.front();
  std::pair<std::size_t, std::size_t> most;
  for (std::uint32_t s : d.story_order) {
    const std::vector<std::uint32_t>& reports = d.stories.stories[s].reports;
    const std::pair<std::size_t, std::size_t> size = {count_origins(d, reports), reports.size()};
    if (d.thread_of_story[s] != thread || size <= most) continue;
    most = size;
    told = s;
  }
  const std::vector<Headline> headlines = headlines_of(d, thread);
  double best = -1;
  for (const Headline& h : headlines) {
    double sum = d.stories.story_of[h.report] == told ? 1e6 : 0;  // the story's own headlines come first
    for (const Headline& other : headlines) sum += &other == &h ? 0 : word_dice(h.bag, other.bag);
    if (sum <= best) continue;
    best = sum;
    const Report& report = d.analyses[h.report].report;
    d.title = {report.title.value, h.report, report.title.span};
  }
  if (headlines.empty()) {
    const std::uint32_t chief = chief_report(d, d.stories.stories[told]);
    const Span lead = lead_of(d.analyses[chief]);
    d.title = {collapse_space(slice(d.analyses[chief].report.text, lead)), chief, lead};
  }
}

// Distinct reports of mentions in document order.
template <class Ref>
std::vector<std::uint32_t> reports_in_order(const std::vector<Ref>& mentions) {
  std::vector<std::uint32_t> out;
  for (const Ref& ref : mentions) {
    if (out.empty() || out.back() != ref.report) out.push_back(ref.report);
  }
  return out;
}

}  // namespace

void label_reports(Dossier& d) {
  d.thread_of_story.assign(d.stories.stories.size(), 0);
  for (std::uint32_t t = 0; t < d.stories.threads.size(); ++t) {
    for (std::uint32_t s : d.stories.threads[t].stories) d.thread_of_story[s] = t;
  }
  d.order = reading_order(d);
  d.place.resize(d.order.size());
  for (std::uint32_t i = 0; i < d.order.size(); ++i) d.place[d.order[i]] = i;
  d.story_order = story_order(d, d.order);
  d.thread_order = thread_order(d, d.story_order);
  find_newsrooms(d);
  find_title(d);
}

std::vector<std::uint32_t> newsrooms_of(const Dossier& d, const std::vector<std::uint32_t>& reports) {
  std::set<std::uint32_t> rooms;
  for (std::uint32_t r : reports) rooms.insert(d.newsroom_of[r]);
  return {rooms.begin(), rooms.end()};
}

std::uint32_t count_origins(const Dossier& d, const std::vector<std::uint32_t>& reports) { return static_cast<std::uint32_t>(newsrooms_of(d, reports).size()); }

std::vector<std::uint32_t> reports_of(const Statement& statement) { return reports_in_order(statement.mentions); }

std::vector<std::uint32_t> reports_of(const EventRecord& event) { return reports_in_order(event.mentions); }

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
