// The whole run: from inputs to a dossier. run.cc is the table of contents of the program.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "dossier/dossier.h"
#include "ingest/inputs.h"

namespace attache {

struct RunOptions {
  int threads = 2;
  InputLimits inputs;
  LineageOptions lineage;
  StoryOptions stories;
  TimelineOptions timeline{.named_only = true};  // a dossier dates nothing by what is merely likely
  MergeOptions statements;
  EventMergeOptions events;
  std::vector<Correction> corrections;  // by hand, of who is who
  std::vector<PendingQuestion> questions;
  DecisionDays question_days;           // of all questions, before those of their own
};

// What the run tells while it goes on; any function may be empty.
struct Progress {
  std::function<void(std::uint64_t stored, std::uint64_t refused)> reports;
  std::function<void(const Error&)> refused;
  std::function<void(const PassedOverParts&)> passed_over;
  std::function<void(std::string_view stage)> stage;
  std::function<void(std::size_t done, std::size_t all)> part;  // of a long stage; done = 0: it begins
};

struct AnalysedInputs {
  std::vector<Analysis> analyses;
  std::vector<Error> refused;
};

// Analyse: each report by itself. `keep` = false hands every analysis to `each` and stores none.
[[nodiscard]] AnalysedInputs analyse_inputs(const std::vector<std::string>& inputs, const Resources& resources, const RunOptions& options, const Progress& progress);
void analyse_each(const std::vector<std::string>& inputs, const Resources& resources, const RunOptions& options, const Progress& progress, const std::function<void(Analysis)>& each);

// Reads analyses written by `attache analyse`. Lines that are none are refused.
[[nodiscard]] AnalysedInputs read_analyses(const std::vector<std::string>& files, const Progress& progress);

// The same text at the same address is one report; the later inputs are named as duplicates of it. Expects the order of
// sort_reports.
std::vector<Duplicate> drop_duplicates(std::vector<Analysis>& analyses);

// Which reports are copies of one another, and which tell of one happening. Needs every report at once.
struct Grouping {
  Lineage lineage;
  Stories stories;
};
// Expects the order of sort_reports, without duplicates.
[[nodiscard]] Grouping group_reports(std::span<const Analysis> analyses, const Resources& resources, const RunOptions& options, const Progress& progress);

// Everything else, from reports that are grouped. A thread by itself, with the grouping it has among all reports, gives what can be said of it.
[[nodiscard]] Dossier read_together(std::vector<Analysis> analyses, Grouping grouping, const Resources& resources, const RunOptions& options, const Progress& progress);

// Assemble: all reports together. The same analyses give the same dossier, whatever their order and the threads.
[[nodiscard]] Dossier assemble(AnalysedInputs analysed, const Resources& resources, const RunOptions& options, const Progress& progress);

}  // namespace attache
