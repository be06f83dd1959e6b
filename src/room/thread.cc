#include "room/thread.h"

#include <algorithm>
#include <unordered_map>

#include "base/parallel.h"
#include "lineage/family.h"
#include "room/ids.h"
#include "store/schema.h"

namespace attache {

Dossier put_together(std::vector<Analysis> analyses, ThreadGrouping thread, const Resources& resources, RunOptions options) {
  std::vector<Family>& families = thread.grouping.lineage.families;
  parallel_for(families.size(), options.threads, [&](std::size_t f) {
    for (Member& m : families[f].members) {
      if (m.parent < 0) continue;
      const std::uint32_t parent = families[f].members[static_cast<std::size_t>(m.parent)].report;
      find_edits(m, document_of(analyses[parent]), document_of(analyses[m.report]), resources.lexicon);
    }
  });
  return read_together(std::move(analyses), std::move(thread.grouping), resources, options, {});
}

namespace {

struct Parts {
  std::vector<ThreadGrouping> threads;
  std::vector<Analysis> analyses;  // in canonical order
};

Result<ThreadGrouping> read_grouping(Prepared& rows, Packer& packer, std::int64_t thread) {
  rows.number(thread);
  if (!rows.row()) return tl::unexpected<Error>(rows.failure().value_or(Error{ErrorCode::invalid_store, "no such thread"}));
  const Result<std::string> text = packer.unpack(rows.text_at(0));
  rows.done();
  if (!text) return tl::unexpected<Error>(text.error());
  return grouping_from_text(*text);
}

Result<Parts> read_parts(Database& db, const std::vector<std::int64_t>& threads) {
  Parts out;
  Packer packer;
  Prepared groupings(db, "SELECT grouping FROM threads WHERE number = ?"), reports(db, "SELECT r.number FROM stories s JOIN reports r ON r.story = s.number WHERE s.thread = ?");
  std::vector<std::int64_t> numbers;
  std::size_t named = 0;
  for (const std::int64_t thread : threads) {
    Result<ThreadGrouping> grouping = read_grouping(groupings, packer, thread);
    if (!grouping) return tl::unexpected<Error>(grouping.error());
    named += grouping->reports.size();
    out.threads.push_back(std::move(*grouping));
    reports.number(thread);
    while (reports.row()) numbers.push_back(reports.number_at(0));
  }
  if (reports.failure()) return tl::unexpected<Error>(*reports.failure());
  if (named != numbers.size()) return fail(ErrorCode::invalid_store, "a thread whose reports are not all there");
  std::sort(numbers.begin(), numbers.end());  // as they lie together
  AnalysisRows rows(db);
  for (const std::int64_t number : numbers) {
    Result<Analysis> analysis = rows.read_analysis(number);
    if (!analysis) return tl::unexpected<Error>(analysis.error());
    out.analyses.push_back(std::move(*analysis));
  }
  sort_reports(out.analyses);
  return out;
}

// One grouping of them all, in the order that group_reports() gives: stories by first report, threads by first story, families by first member.
Result<ThreadGrouping> join_threads(std::vector<ThreadGrouping> threads, const std::vector<Analysis>& analyses) {
  ThreadGrouping out;
  std::unordered_map<std::string_view, std::uint32_t> place;
  for (std::uint32_t r = 0; r < analyses.size(); ++r) {
    out.reports.push_back(analyses[r].report.id);
    place.emplace(analyses[r].report.id, r);
  }
  std::vector<std::pair<Story, std::size_t>> stories;  // with the thread
  Lineage& lineage = out.grouping.lineage;
  for (std::size_t t = 0; t < threads.size(); ++t) {
    std::vector<std::uint32_t> at;
    for (const std::string& id : threads[t].reports) {
      const auto found = place.find(id);
      if (found == place.end()) return fail(ErrorCode::invalid_store, "a thread names a report that is not its own: " + id);
      at.push_back(found->second);
    }
    for (Story& story : threads[t].grouping.stories.stories) {
      for (std::uint32_t& r : story.reports) r = at[r];
      stories.emplace_back(std::move(story), t);
    }
    for (Family& family : threads[t].grouping.lineage.families) {
      for (Member& m : family.members) m.report = at[m.report];
      lineage.families.push_back(std::move(family));
    }
    for (SecondSource s : threads[t].grouping.lineage.second_sources) {
      s.report = at[s.report];
      s.contained = at[s.contained];
      lineage.second_sources.push_back(s);
    }
  }
  std::stable_sort(stories.begin(), stories.end(), [](const auto& a, const auto& b) { return a.first.reports.front() < b.first.reports.front(); });
  const auto first_of = [](const Family& f) { return std::min_element(f.members.begin(), f.members.end(), [](const Member& a, const Member& b) { return a.report < b.report; })->report; };
  std::stable_sort(lineage.families.begin(), lineage.families.end(), [&](const Family& a, const Family& b) { return first_of(a) < first_of(b); });

  lineage.family_of.assign(analyses.size(), -1);
  lineage.member_of.assign(analyses.size(), -1);
  for (std::size_t f = 0; f < lineage.families.size(); ++f) {
    for (std::size_t m = 0; m < lineage.families[f].members.size(); ++m) {
      const std::uint32_t r = lineage.families[f].members[m].report;
      lineage.family_of[r] = static_cast<std::int32_t>(f);
      lineage.member_of[r] = static_cast<std::int32_t>(m);
    }
  }
  Stories& all = out.grouping.stories;
  all.story_of.assign(analyses.size(), 0);
  std::unordered_map<std::size_t, std::size_t> thread_at;
  for (auto& [story, thread] : stories) {
    const auto number = static_cast<std::uint32_t>(all.stories.size());
    for (const std::uint32_t r : story.reports) all.story_of[r] = number;
    const auto [known, fresh] = thread_at.emplace(thread, all.threads.size());
    if (fresh) all.threads.emplace_back();
    all.threads[known->second].stories.push_back(number);
    all.stories.push_back(std::move(story));
  }
  return out;
}

}  // namespace

Result<Dossier> read_threads(Database& db, const std::vector<std::int64_t>& threads, const Resources& resources, const RunOptions& options) {
  Result<Parts> parts = read_parts(db, threads);
  if (!parts) return tl::unexpected<Error>(parts.error());
  Result<ThreadGrouping> joined = join_threads(std::move(parts->threads), parts->analyses);
  if (!joined) return tl::unexpected<Error>(joined.error());
  return put_together(std::move(parts->analyses), std::move(*joined), resources, options);
}

Result<Dossier> read_store(const std::string& path, const Resources& resources, const RunOptions& options) {
  Result<Database> db = open_for_reading(path);
  if (!db) return tl::unexpected<Error>(db.error());
  std::vector<std::int64_t> threads;
  Prepared all(*db, "SELECT number FROM threads");
  while (all.row()) threads.push_back(all.number_at(0));
  Result<Dossier> dossier = read_threads(*db, threads, resources, options);
  if (!dossier) return dossier;
  Prepared refused(*db, "SELECT source, line, code, message FROM refused ORDER BY source, line, message"), duplicates(*db, "SELECT d.source, d.of FROM duplicates d ORDER BY d.source, d.of");
  while (refused.row()) {
    Error error{error_code_of(refused.text_at(2)), std::string(refused.text_at(3)), std::string(refused.text_at(0))};
    if (refused.number_at(1)) error.line = static_cast<std::uint64_t>(refused.number_at(1));
    dossier->refused.push_back(std::move(error));
  }
  while (duplicates.row()) dossier->duplicates.push_back({std::string(duplicates.text_at(0)), id_of_bits("r", duplicates.number_at(1))});
  for (const Prepared* p : {&all, &refused, &duplicates}) {
    if (p->failure()) return tl::unexpected<Error>(*p->failure());
  }
  return dossier;
}

}  // namespace attache
