#include "room/regroup.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/parallel.h"
#include "lineage/document.h"
#include "room/grouping_text.h"
#include "room/ids.h"
#include "room/thread.h"
#include "room/thread_rows.h"
#include "store/analyses.h"

namespace attache {
namespace {

constexpr std::size_t kThreadsAtOnce = 64;  // put together side by side before their rows are written

struct Held {
  std::int64_t number = 0;
  std::string grouping;  // as text
};

Result<std::map<std::int64_t, Held>> held_threads(Database& db) {
  std::map<std::int64_t, Held> out;  // by id
  Packer packer;
  Prepared rows(db, "SELECT id, number, grouping FROM threads");
  while (rows.row()) {
    Result<std::string> text = packer.unpack(rows.text_at(2));
    if (!text) return tl::unexpected<Error>(text.error());
    out[rows.number_at(0)] = {rows.number_at(1), std::move(*text)};
  }
  if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  return out;
}

std::int64_t id_of(const ThreadGrouping& thread) {
  // as thread_id: of the first report of the first story
  const std::vector<std::uint32_t>& first = thread.grouping.stories.stories.front().reports;
  return static_cast<std::int64_t>(hash_fields({"t", thread.reports[first.front()]}));
}

}  // namespace

Result<std::vector<Analysis>> read_all_analyses(Database& db, int threads) {
  Result<std::vector<Analysis>> out = read_every_analysis(db, threads);
  if (out) sort_reports(*out);
  return out;
}

Result<Regrouped> regroup(Database& db, const std::set<std::string>& replaced, const Resources& resources, const RunOptions& options, const Progress& progress) {
  Result<std::map<std::int64_t, Held>> held = held_threads(db);
  if (!held) return tl::unexpected<Error>(held.error());
  Result<std::vector<Analysis>> analyses = read_all_analyses(db, options.threads);
  if (!analyses) return tl::unexpected<Error>(analyses.error());
  const Grouping grouping = group_reports(*analyses, resources, options, progress);
  std::vector<ThreadGrouping> threads = split_by_thread(*analyses, grouping);
  std::map<std::string, std::size_t> place;
  for (std::size_t r = 0; r < analyses->size(); ++r) place.emplace((*analyses)[r].report.id, r);

  // What is as it was stays; what is gone or changed goes, before anything takes its place.
  Regrouped out{threads.size(), 0};
  ThreadWriter writer(db);
  std::vector<ThreadGrouping> changed;
  std::vector<std::string> texts;
  for (ThreadGrouping& thread : threads) {
    std::string text = to_text(thread);
    const auto before = held->find(id_of(thread));
    const bool same = before != held->end() && before->second.grouping == text && std::none_of(thread.reports.begin(), thread.reports.end(), [&](const std::string& id) { return replaced.contains(id); });
    if (same) {
      held->erase(before);
      continue;
    }
    changed.push_back(std::move(thread));
    texts.push_back(std::move(text));
  }
  for (const auto& [id, thread] : *held) writer.remove(thread.number);
  out.changed = changed.size();

  if (progress.stage) progress.stage("statements, events, facts");
  Packer packer;
  for (std::size_t first = 0; first < changed.size(); first += kThreadsAtOnce) {
    if (progress.part) progress.part(first, changed.size());
    const std::size_t count = std::min(kThreadsAtOnce, changed.size() - first);
    std::vector<ThreadRows> rows(count);
    parallel_for(count, options.threads, [&](std::size_t k) {
      ThreadGrouping& thread = changed[first + k];
      std::vector<Analysis> own;
      for (const std::string& id : thread.reports) own.push_back(std::move((*analyses)[place.at(id)]));
      RunOptions alone = options;
      alone.threads = 1;
      rows[k].dossier = put_together(std::move(own), std::move(thread), resources, alone);
      rows[k].entries = make_entries(rows[k].dossier);
    });
    for (std::size_t k = 0; k < count; ++k) {
      rows[k].grouping = packer.pack(texts[first + k]);
      writer.write(rows[k]);
    }
    if (const auto& failure = writer.failure()) return tl::unexpected<Error>(*failure);
  }
  if (const auto& failure = writer.failure()) return tl::unexpected<Error>(*failure);
  return out;
}

}  // namespace attache
