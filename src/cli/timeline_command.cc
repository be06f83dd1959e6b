// attache timeline INPUT...: the days that mattered in all the reports given, each with its sentence.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "lineage/kinship.h"
#include "pipeline/run.h"
#include "stories/timeline.h"
#include "text/utf8.h"

namespace attache {
namespace {

struct Options {
  std::vector<std::string> inputs;
  std::string from, to;
  TimelineOptions timeline;
  RunOptions run;
  bool unnamed = false;
  bool json = false;
  bool quiet = false;
};

// All reports as one story: what counts as one source then depends on copies and newsrooms alone.
Origins origins_of(const std::vector<Analysis>& analyses, const Lineage& lineage) {
  Stories one;
  one.stories.emplace_back();
  one.threads.push_back({{0}});
  one.story_of.assign(analyses.size(), 0);
  for (std::uint32_t r = 0; r < analyses.size(); ++r) one.stories.front().reports.push_back(r);
  return find_origins(analyses, lineage, one);
}

std::size_t count_origins(const Origins& origins, const std::vector<std::uint32_t>& reports) {
  std::vector<std::uint32_t> list;
  for (const std::uint32_t r : reports) list.push_back(origins.origin_of[r]);
  std::sort(list.begin(), list.end());
  return static_cast<std::size_t>(std::unique(list.begin(), list.end()) - list.begin());
}

std::string source_words(const Report& report) {
  const std::string newsroom = !report.outlet.value.empty() ? report.outlet.value : !report.agencies.empty() ? report.agencies.front().value : std::string();
  const std::string day = report.published.value.year ? to_string(report.published.value) : "undated";
  return (newsroom.empty() ? "" : newsroom + ", ") + day + ", " + report.source;
}

std::string day_text(const TimelineDay& day, const std::vector<Analysis>& analyses, std::size_t origins) {
  const Report& report = analyses[day.report].report;
  return fmt::format("{}{}\n  {}\n  {}; {}, {}\n\n", to_words(day.day), day.named ? "" : " (not named; a report of that time)", collapse_space(slice(report.text, day.span)), source_words(report), counted(day.reports.size(), "report"), counted(origins, "origin"));
}

std::string day_json(const TimelineDay& day, const std::vector<Analysis>& analyses, std::size_t origins) {
  const Report& report = analyses[day.report].report;
  const Span at = CodePointOffsets(report.text).of_bytes(day.span);
  nlohmann::ordered_json ids = nlohmann::ordered_json::array();
  for (const std::uint32_t r : day.reports) ids.push_back(analyses[r].report.id);
  const nlohmann::ordered_json out = {{"day", to_string(day.day)}, {"weight", day.weight}, {"named", day.named}, {"report", report.id}, {"source", report.source}, {"start", at.begin}, {"end", at.end}, {"exact", slice(report.text, day.span)}, {"reports", std::move(ids)}, {"origins", origins}};
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

int run(const Options& options) {
  Console console(options.quiet);
  const Resources resources = load_resources();
  const Progress progress = console.progress();
  std::vector<Analysis> analyses = analyse_inputs(options.inputs, resources, options.run, progress).analyses;
  console.finish();
  sort_reports(analyses);
  drop_duplicates(analyses);
  std::vector<Document> documents;
  std::vector<std::uint32_t> reports;
  for (const Analysis& a : analyses) {
    reports.push_back(static_cast<std::uint32_t>(documents.size()));
    documents.push_back(document_of(a));
  }
  const Lineage lineage = find_lineage(documents, resources.lexicon, shipped_kinship().value(), options.run.lineage, options.run.threads);
  const Origins origins = origins_of(analyses, lineage);
  std::string out;
  for (const TimelineDay& day : find_timeline(analyses, lineage, reports, options.timeline)) {
    out += (options.json ? day_json : day_text)(day, analyses, count_origins(origins, day.reports));
  }
  if (!write_output("-", out, console)) return 3;
  return console.refused() ? 1 : 0;
}

}  // namespace

Command timeline_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("timeline", "Show what happened on which day, each with its sentence");
  app->add_option("INPUT", options->inputs, "files, folders, globs or - for standard input, all of one affair")->required();
  app->add_option("--days", options->timeline.days, "at most so many days")->capture_default_str()->check(CLI::PositiveNumber);
  add_day_option(*app, "--from", options->from, "no day before this one, as 2024-03-05");
  add_day_option(*app, "--to", options->to, "no day after this one");
  app->add_flag("--unnamed", options->unnamed, "also days that no sentence names, for which reports of that day or the next speak");
  app->add_flag("--json", options->json, "one JSON object a line");
  add_input_options(*app, options->run);
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] {
            if (!options->from.empty()) options->timeline.from = *parse_iso_date(options->from);
            if (!options->to.empty()) options->timeline.to = *parse_iso_date(options->to);
            options->timeline.named_only = !options->unnamed;
            return run(*options);
          }};
}

}  // namespace attache
