#include "room/thread.h"

#include <unordered_map>

#include "base/parallel.h"
#include "lineage/family.h"

namespace attache {

Dossier put_together(std::vector<Analysis> analyses, ThreadGrouping thread, const Resources& resources, RunOptions options) {
  for (Family& family : thread.grouping.lineage.families) {
    for (Member& m : family.members) {
      if (m.parent < 0) continue;
      const std::uint32_t parent = family.members[static_cast<std::size_t>(m.parent)].report;
      find_edits(m, document_of(analyses[parent]), document_of(analyses[m.report]), resources.lexicon);
    }
  }
  return read_together(std::move(analyses), std::move(thread.grouping), resources, options, {});
}

Result<Dossier> read_thread(Database& db, Packer& packer, std::int64_t thread, const Resources& resources, const RunOptions& options) {
  Prepared grouping(db, "SELECT grouping FROM threads WHERE number = ?");
  grouping.number(thread);
  if (!grouping.row()) return grouping.failure() ? tl::unexpected<Error>(*grouping.failure()) : tl::unexpected<Error>(Error{ErrorCode::invalid_store, "no such thread"});
  const Result<std::string> text = packer.unpack(grouping.text_at(0));
  if (!text) return tl::unexpected<Error>(text.error());
  Result<ThreadGrouping> found = grouping_from_text(*text);
  if (!found) return tl::unexpected<Error>(found.error());

  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t r = 0; r < found->reports.size(); ++r) place.emplace(found->reports[r], r);
  std::vector<Analysis> analyses(found->reports.size());
  std::size_t read = 0;
  AnalysisRows rows(db);
  Prepared numbers(db, "SELECT r.number FROM stories s JOIN reports r ON r.story = s.number WHERE s.thread = ? ORDER BY r.number");
  numbers.number(thread);
  while (numbers.row()) {
    Result<Analysis> analysis = rows.read_analysis(numbers.number_at(0));
    if (!analysis) return tl::unexpected<Error>(analysis.error());
    const auto at = place.find(analysis->report.id);
    if (at == place.end()) return fail(ErrorCode::invalid_store, "a report that its thread does not name: " + analysis->report.id);
    analyses[at->second] = std::move(*analysis);
    ++read;
  }
  if (numbers.failure()) return tl::unexpected<Error>(*numbers.failure());
  if (read != analyses.size()) return fail(ErrorCode::invalid_store, "a thread whose reports are not all there");
  return put_together(std::move(analyses), std::move(*found), resources, options);
}

}  // namespace attache
