// attache analyse INPUT... > analyses.jsonl
#include <cstdio>
#include <string>
#include <vector>

#include "analysis/json.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "pipeline/run.h"

namespace attache {

Command analyse_command(CLI::App& program) {
  struct Options {
    std::vector<std::string> inputs;
    RunOptions run;
    bool quiet = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("analyse", "Write the analysis of each report as a line of JSON to standard output");
  app->add_option("INPUT", options->inputs, "files, folders, globs or - for standard input")->required();
  add_input_options(*app, options->run);
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] {
            Console console(options->quiet);
            const Resources resources = load_resources();
            bool written = true;
            analyse_each(options->inputs, resources, options->run, console.progress(), [&](Analysis analysis) {
              const std::string line = to_json_line(analysis) + "\n";
              written = written && std::fwrite(line.data(), 1, line.size(), stdout) == line.size();
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
