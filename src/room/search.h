// Search in a store: reports, statements, events and facts by words and by who, where and when.
//
// Method: FTS5. Reports come by BM25 (Robertson and Zaragoza 2009), words of the title counting four times; statements, events and facts by
// the number of independent origins, then the latest first: they are short, and who else says so matters more than how often a word stands.
// Of very common words the kMostRanked matches are ranked that came last among those that pass the filters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "room/query_words.h"
#include "store/sqlite.h"

namespace attache {

enum class HitKind : std::uint8_t { report, statement, event, fact };
[[nodiscard]] std::string_view name_of(HitKind kind);
[[nodiscard]] std::optional<HitKind> hit_kind_of(std::string_view name);

struct SearchFilter {
  std::string outlet, agency;             // equal but for case; empty = any
  std::string actor;                      // words of a name: who speaks, acts, is spoken to; of reports: who has a part in what they tell
  std::string label;                      // statement: act; event: type; fact: status; report: language
  std::optional<std::int64_t> speaker;    // actors.number
  std::optional<std::int64_t> story, thread;  // numbers
  std::optional<std::int64_t> from, to;   // days, both inclusive; what has no day is left out
  std::optional<std::int64_t> after_addition;
};

struct Hit {
  HitKind kind = HitKind::report;
  std::string id, title, label;
  std::optional<std::int64_t> day;
  std::int64_t origins = 0;
  std::int64_t report = 0;                // number
  std::string report_id, report_title, outlet, agency, source;
  std::string story_id, story_title, thread_id, thread_title;
  std::uint32_t start = 0, end = 0;       // code points of the report's text
  std::string exact;                      // the words there
  std::vector<Span> marks;                // of the query, in code points of `exact`
};

struct SearchPage {
  std::vector<Hit> hits;
  bool more = false;
};

inline constexpr std::int64_t kMostRanked = 2000;    // of 100,000 reports 3 ms; all 80,000 that hold a common word 90 ms
inline constexpr std::int64_t kMostNamed = 5000;      // statements, events and facts through which reports are found by a name

// The best of every kind, at most `most` each, reports first.
[[nodiscard]] Result<std::vector<Hit>> search_every_kind(Database& db, std::string_view typed, const SearchFilter& filter, std::size_t most);

// `typed` may be empty where a filter is set: then all that pass it, the latest first. Errors: those of the store.
[[nodiscard]] Result<SearchPage> search(Database& db, HitKind kind, std::string_view typed, const SearchFilter& filter, std::size_t skip, std::size_t most);

}  // namespace attache
