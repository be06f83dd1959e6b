// attache dossier INPUT... -o page.html [--json d.json] [--tables news.db] [--question FILE]
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "cli/question_files.h"
#include "pipeline/run.h"

namespace attache {
namespace {

struct Options {
  std::vector<std::string> inputs;
  OutputOptions outputs;
  RunOptions run;
  bool quiet = false;
};

}  // namespace

Command dossier_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("dossier", "Read reports and write a dossier");
  app->add_option("INPUT", options->inputs, "files, folders, globs or - for standard input: text, HTML, JSON, feeds and wire formats, also gzipped; or one store")->required();
  add_input_options(*app, options->run);
  add_output_options(*app, options->outputs);
  add_assemble_options(*app, options->run);
  add_question_options(*app, options->run);
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] {
            Console console(options->quiet);
            const Resources resources = load_resources();
            const std::optional<Dossier> dossier = make_dossier(options->inputs, resources, options->run, console);
            return dossier ? write_dossier(*dossier, resources, options->outputs, console) : 3;
          }};
}

Command assemble_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("assemble", "Write a dossier from analyses made by \"attache analyse\"");
  app->add_option("ANALYSES", options->inputs, "files of analyses, one a line, or - for standard input")->required();
  add_output_options(*app, options->outputs);
  add_assemble_options(*app, options->run);
  add_question_options(*app, options->run);
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] {
            Console console(options->quiet);
            const Resources resources = load_resources();
            const Progress progress = console.progress();
            return write_dossier(assemble(read_analyses(options->inputs, progress), resources, options->run, progress), resources, options->outputs, console);
          }};
}

}  // namespace attache
