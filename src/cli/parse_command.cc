// attache parse INPUT... > words.conllu
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "language/conllu.h"
#include "pipeline/run.h"
#include "training/corpora.h"

namespace attache {
namespace {

Result<SyntaxModel> load_model(const std::string& path) {
  if (path.empty()) return shipped_model();
  const Result<std::string> bytes = read_training_file(path);
  return bytes ? parse_model(*bytes, path) : Result<SyntaxModel>(tl::unexpected<Error>(bytes.error()));
}

}  // namespace

Command parse_command(CLI::App& program) {
  struct Options {
    std::vector<std::string> inputs;
    std::string model;
    RunOptions run;
    bool quiet = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("parse", "Write the words of each report with tags, lemmas, trees and names (CoNLL-U, English) to standard output");
  app->add_option("INPUT", options->inputs, "files, folders, globs or - for standard input")->required();
  app->add_option("--model", options->model, "another language model than the program's own");
  add_input_options(*app, options->run);
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] {
            Console console(options->quiet);
            const Result<SyntaxModel> model = load_model(options->model);
            if (!model) {
              console.fail(describe(model.error()));
              return 2;
            }
            const Resources resources = load_resources();
            const SyntaxReader reader(*model, resources.knowledge);
            bool written = true;
            analyse_each(options->inputs, resources, options->run, console.progress(), [&](Analysis analysis) {
              const Report& report = analysis.report;
              std::string out = "# newdoc id = " + report.id + "\n";
              if (report.language.value.empty() || report.language.value == "en") out += to_conllu(report.text, report.id, segment(report.text, report.blocks, resources.lexicon), reader, resources.lexicon);
              else out += "# language = " + report.language.value + " (left out: the model is English)\n\n";
              written = written && std::fwrite(out.data(), 1, out.size(), stdout) == out.size();
            });
            console.finish();
            if (!written || std::fflush(stdout) != 0) {
              console.fail("cannot write to standard output");
              return 3;
            }
            return console.refused() == 0 ? 0 : 1;
          }};
}

}  // namespace attache
