#include "pipeline/run.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unordered_set>

#include "analysis/json.h"
#include "base/parallel.h"
#include "base/strings.h"
#include "ingest/ingest.h"
#include "lineage/kinship.h"

namespace attache {
namespace {

// ---- analyse: one report, no memory ----

// A record becomes a report (ingest), its text sentences, names, times and numbers (language), its statements (mentions).
Result<Analysis> analyse_record(Record record, const Resources& resources) {
  Result<Report> report = read_report(std::move(record), resources.knowledge);
  if (!report) return tl::unexpected<Error>(report.error());
  return analyse_report(std::move(*report), resources);
}

}  // namespace

void analyse_each(const std::vector<std::string>& inputs, const Resources& resources, const RunOptions& options, const Progress& progress, const std::function<void(Analysis)>& each) {
  constexpr std::size_t kBatch = 256;  // reports analysed side by side before they are handed on in order
  constexpr std::size_t kBatchBytes = 32u << 20;
  std::vector<Record> batch;
  std::size_t batch_bytes = 0;
  std::uint64_t stored = 0, refused = 0;
  const auto refuse = [&](const Error& error) {
    ++refused;
    if (progress.refused) progress.refused(error);
  };
  const auto flush = [&] {
    std::vector<Result<Analysis>> results(batch.size(), tl::unexpected<Error>(Error{}));
    parallel_for(batch.size(), options.threads, [&](std::size_t i) { results[i] = analyse_record(std::move(batch[i]), resources); });
    for (Result<Analysis>& result : results) {
      if (result) {
        ++stored;
        each(std::move(*result));
      } else {
        refuse(result.error());
      }
    }
    batch.clear();
    batch_bytes = 0;
    if (progress.reports) progress.reports(stored, refused);
  };
  InputSink sink;
  sink.record = [&](Record record) {
    batch_bytes += record.content.size();
    batch.push_back(std::move(record));
    if (batch.size() >= kBatch || batch_bytes >= kBatchBytes) flush();
  };
  sink.refused = [&](Error error) { refuse(error); };
  sink.passed_over = progress.passed_over;
  read_inputs(inputs, options.inputs, sink);
  flush();
}

AnalysedInputs analyse_inputs(const std::vector<std::string>& inputs, const Resources& resources, const RunOptions& options, const Progress& progress) {
  AnalysedInputs out;
  Progress collect = progress;
  collect.refused = [&](const Error& error) {
    out.refused.push_back(error);
    if (progress.refused) progress.refused(error);
  };
  analyse_each(inputs, resources, options, collect, [&](Analysis analysis) { out.analyses.push_back(std::move(analysis)); });
  return out;
}

AnalysedInputs read_analyses(const std::vector<std::string>& files, const Progress& progress) {
  AnalysedInputs out;
  const auto refuse = [&](Error error) {
    if (progress.refused) progress.refused(error);
    out.refused.push_back(std::move(error));
  };
  for (const std::string& file : files) {
    std::error_code status;
    if (std::filesystem::is_directory(file, status)) {
      refuse(Error{ErrorCode::unreadable, "a folder; assemble reads files written by \"attache analyse\"", file});
      continue;
    }
    std::ifstream stream(file == "-" ? "/dev/stdin" : file, std::ios::binary);
    if (!stream) {
      refuse(Error{ErrorCode::unreadable, "cannot open", file});
      continue;
    }
    std::string line;
    for (std::uint64_t number = 1; std::getline(stream, line); ++number) {
      if (trim(line).empty()) continue;
      Result<Analysis> analysis = from_json_line(line);
      if (analysis) {
        out.analyses.push_back(std::move(*analysis));
      } else {
        Error error = analysis.error();
        error.source = file;
        error.line = number;
        refuse(std::move(error));
      }
    }
    if (progress.reports) progress.reports(out.analyses.size(), out.refused.size());
  }
  return out;
}

// ---- assemble: all reports together ----

std::vector<Duplicate> drop_duplicates(std::vector<Analysis>& analyses) {
  std::vector<Duplicate> duplicates;
  std::vector<Analysis> kept;
  std::unordered_set<std::string> seen;
  for (Analysis& analysis : analyses) {
    if (!seen.insert(analysis.report.id).second) {
      duplicates.push_back({analysis.report.source, analysis.report.id});
    } else {
      kept.push_back(std::move(analysis));
    }
  }
  analyses = std::move(kept);
  return duplicates;
}

namespace {

void tell(const Progress& progress, std::string_view stage) {
  if (progress.stage) progress.stage(stage);
}

}  // namespace

Grouping group_reports(std::span<const Analysis> analyses, const Resources& resources, const RunOptions& options, const Progress& progress) {
  Grouping out;
  // Lineage first: whatever is counted later is counted by independent origin, not by copy.
  tell(progress, "lineage");
  std::vector<Document> documents;
  for (const Analysis& analysis : analyses) documents.push_back(document_of(analysis));
  out.lineage = find_lineage(documents, resources.lexicon, shipped_kinship().value(), options.lineage, options.threads);

  // Stories need to know copies, or a wire story would outvote everything else about its words.
  tell(progress, "stories");
  out.stories = find_stories(analyses, out.lineage, resources.lexicon, shipped_story_model().value(), options.stories, options.threads);
  return out;
}

Dossier read_together(std::vector<Analysis> analyses, Grouping grouping, const Resources& resources, const RunOptions& options, const Progress& progress) {
  Dossier dossier;
  dossier.analyses = std::move(analyses);
  dossier.lineage = std::move(grouping.lineage);
  dossier.stories = std::move(grouping.stories);

  // What each story tells, in the words of one of its reports.
  dossier.story_events.resize(dossier.stories.stories.size());
  parallel_for(dossier.story_events.size(), options.threads, [&](std::size_t s) { dossier.story_events[s] = find_story_event(dossier.analyses, dossier.lineage, dossier.stories.stories[s]); });

  // A report without a date gets the earliest day it can be from; its thread tells the year.
  dossier.bounds = bound_dates(dossier.analyses, dossier.stories);

  // Origins need stories: one newsroom on one story counts once even when it wrote twice.
  tell(progress, "origins");
  dossier.origins = find_origins(dossier.analyses, dossier.lineage, dossier.stories);

  // What happened on which day of a thread; copies must be known, or a wire story would decide which days mattered.
  tell(progress, "timelines");
  dossier.timelines = find_timelines(dossier.analyses, dossier.lineage, dossier.stories, options.timeline, options.threads);

  // Actors need stories: a bare surname means the person of that name in the same affair.
  tell(progress, "actors");
  dossier.actors = find_actors(dossier.analyses, dossier.lineage, dossier.stories, options.corrections);

  // Statements are lined up by actor.
  tell(progress, "statements");
  dossier.statements = merge_statements(dossier.analyses, dossier.lineage, dossier.stories, dossier.actors, options.statements);

  // Events are merged by actor, time and story.
  tell(progress, "events");
  dossier.events = merge_events(dossier.analyses, dossier.lineage, dossier.stories, dossier.actors, options.events);

  // Facts need origins: what copies repeat is not confirmed.
  tell(progress, "facts");
  dossier.facts = merge_facts(dossier.analyses, dossier.lineage, dossier.stories, dossier.origins, dossier.bounds, dossier.actors, resources.facts, resources.knowledge);

  // Decisions ask where the members of a body stand, by those facts.
  if (!options.questions.empty()) tell(progress, "decisions");
  for (PendingQuestion pending : options.questions) {
    pending.days = options.question_days;
    Result<Decision> decision = decide(pending, {dossier.analyses, dossier.stories, dossier.origins, dossier.bounds}, resources.knowledge);
    if (decision) dossier.decisions.push_back(std::move(*decision));
    else dossier.refused.push_back(decision.error());
  }

  label_reports(dossier);
  return dossier;
}

Dossier assemble(AnalysedInputs analysed, const Resources& resources, const RunOptions& options, const Progress& progress) {
  // One order for everything that follows, so that the order of arrival leaves no trace.
  std::vector<Analysis> analyses = std::move(analysed.analyses);
  sort_reports(analyses);
  std::vector<Duplicate> duplicates = drop_duplicates(analyses);
  Grouping grouping = group_reports(analyses, resources, options, progress);
  Dossier dossier = read_together(std::move(analyses), std::move(grouping), resources, options, progress);
  dossier.duplicates = std::move(duplicates);
  std::sort(analysed.refused.begin(), analysed.refused.end(), [](const Error& a, const Error& b) { return std::tie(a.source, a.line, a.message) < std::tie(b.source, b.line, b.message); });
  dossier.refused.insert(dossier.refused.begin(), std::make_move_iterator(analysed.refused.begin()), std::make_move_iterator(analysed.refused.end()));
  return dossier;
}

}  // namespace attache
