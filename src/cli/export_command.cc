// attache export --statements|--events|--facts|--decisions|--entities INPUT...: what a dossier holds, for other programs.
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "cli/question_files.h"
#include "dossier/export_decisions.h"
#include "dossier/export_entities.h"
#include "dossier/export_events.h"
#include "dossier/export_facts.h"
#include "dossier/export_statements.h"
#include "pipeline/run.h"

namespace attache {
namespace {

struct Options {
  std::vector<std::string> inputs;
  bool statements = false, events = false, facts = false, decisions = false, entities = false;
  std::string format;
  std::string output = "-";
  RunOptions run;
  bool quiet = false;
};

using Writer = std::string (*)(const Dossier&);

// The first of each is what is written where no format is asked for.
const std::vector<std::pair<std::string, Writer>> kStatementFormats = {{"csv", statements_csv}, {"jsonl", statements_jsonl}, {"jsonld", statements_jsonld}};
const std::vector<std::pair<std::string, Writer>> kEventFormats = {{"jsonl", events_jsonl}, {"gdelt", events_gdelt}, {"plover", events_plover}, {"icews", events_icews}};
const std::vector<std::pair<std::string, Writer>> kFactFormats = {{"csv", facts_csv}, {"jsonl", facts_jsonl}};
const std::vector<std::pair<std::string, Writer>> kDecisionFormats = {{"csv", decisions_csv}, {"jsonl", decisions_jsonl}};

const std::vector<std::pair<std::string, Writer>> kEntityFormats = {{"ftm", entities_ftm}};

Writer writer_of(const Options& options) {
  const auto& formats = options.entities ? kEntityFormats : options.events ? kEventFormats : options.facts ? kFactFormats : options.decisions ? kDecisionFormats : kStatementFormats;
  if (options.format.empty()) return formats.front().second;
  for (const auto& [name, writer] : formats) {
    if (name == options.format) return writer;
  }
  return nullptr;
}

int run(const Options& options) {
  const Writer write = writer_of(options);
  if (!write) {
    std::cerr << fmt::format("attache: --format {}: not a format of {}\n", options.format, options.entities ? "--entities (ftm)" : options.events ? "--events (jsonl, gdelt, plover, icews)" : options.facts ? "--facts (csv, jsonl)" : options.decisions ? "--decisions (csv, jsonl)" : "--statements (csv, jsonl, jsonld)");
    return 2;
  }
  if (options.decisions == options.run.questions.empty()) {
    std::cerr << (options.decisions ? "attache: --decisions needs a --question\n" : "attache: --question goes with --decisions\n");
    return 2;
  }
  Console console(options.quiet);
  const Resources resources = load_resources();
  const std::optional<Dossier> dossier = make_dossier(options.inputs, resources, options.run, console);
  if (!dossier) return 3;
  console.finish();
  if (!write_output(options.output, write(*dossier), console)) return 3;
  return console.refused() ? 1 : 0;
}

}  // namespace

Command export_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("export", "Write what a dossier holds for other programs");
  app->add_option("INPUT", options->inputs, "files, folders, globs or - for standard input; or one store")->required();
  CLI::Option_group* what = app->add_option_group("What to write");
  what->add_flag("--statements", options->statements, "who said what, a row for each report that says so");
  what->add_flag("--events", options->events, "who did what to whom, each event once");
  what->add_flag("--facts", options->facts, "what is told of whom, and whether origins agree: a row for each report that tells it");
  what->add_flag("--decisions", options->decisions, "where each member of a body stands on a question (--question): a row for each report that tells it");
  what->add_flag("--entities", options->entities, "reports, actors, events and relations as FollowTheMoney entities");
  what->require_option(1);
  app->add_option("--format", options->format, "of statements: csv (the default), jsonl, jsonld (schema.org); of events: jsonl (the default), gdelt, plover, icews; of facts and decisions: csv (the default), jsonl; of entities: ftm")->check(CLI::IsMember({"csv", "jsonl", "jsonld", "gdelt", "plover", "icews", "ftm"}));
  app->add_option("-o,--output", options->output, "a file, or - for standard output")->capture_default_str();
  add_input_options(*app, options->run);
  add_assemble_options(*app, options->run);
  add_question_options(*app, options->run);
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] { return run(*options); }};
}

}  // namespace attache
