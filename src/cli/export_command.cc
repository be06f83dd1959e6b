// attache export --statements INPUT...: what a dossier holds, for other programs.
#include <map>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "dossier/export_statements.h"
#include "pipeline/run.h"

namespace attache {
namespace {

struct Options {
  std::vector<std::string> inputs;
  bool statements = false;
  std::string format = "csv";
  std::string output = "-";
  RunOptions run;
  bool quiet = false;
};

int run(const Options& options) {
  Console console(options.quiet);
  const Resources resources = load_resources();
  const Progress progress = console.progress();
  const Dossier dossier = assemble(analyse_inputs(options.inputs, resources, options.run, progress), resources, options.run, progress);
  console.finish();
  const std::string out = options.format == "csv" ? statements_csv(dossier) : options.format == "jsonl" ? statements_jsonl(dossier) : statements_jsonld(dossier);
  if (!write_output(options.output, out, console)) return 3;
  return console.refused() ? 1 : 0;
}

}  // namespace

Command export_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("export", "Write what a dossier holds for other programs");
  app->add_option("INPUT", options->inputs, "files, folders, globs or - for standard input")->required();
  app->add_flag("--statements", options->statements, "who said what, a row for each report that says so")->required();
  app->add_option("--format", options->format, "csv, jsonl or jsonld (schema.org)")->capture_default_str()->check(CLI::IsMember({"csv", "jsonl", "jsonld"}));
  app->add_option("-o,--output", options->output, "a file, or - for standard output")->capture_default_str();
  add_input_options(*app, options->run);
  add_assemble_options(*app, options->run);
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] { return run(*options); }};
}

}  // namespace attache
