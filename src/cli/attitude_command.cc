// attache attitude FILE...: how sentences speak of somebody they name.
#include <iostream>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "training/attitude.h"

namespace attache {

Command attitude_command(CLI::App& program) {
  struct Options {
    std::vector<std::string> inputs;
    std::string model;
  };
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("attitude", "Say of sentences how they speak of somebody they name: well, ill or neither");
  app->add_option("INPUT", options->inputs, "a JSON record a line: id, sentence, from, to (code points)")->required();
  app->add_option("--model", options->model, "another model than the program's own");
  return {app, [options] {
            Console console(false);
            const auto refuse = [&](const Error& error) {
              console.fail(describe(error));
              return 1;
            };
            Result<AttitudeModel> model = shipped_attitude_model();
            if (!options->model.empty()) {
              const Result<std::string> bytes = read_file(options->model, 64u << 20);
              if (!bytes) return refuse(bytes.error());
              model = parse_attitude_model(*bytes, options->model);
            }
            if (!model) return refuse(model.error());
            const AttitudeAnnotationReader reader;
            std::string out;
            for (const std::string& input : options->inputs) {
              const auto examples = read_attitude_examples(input, reader);
              if (!examples) return refuse(examples.error());
              for (const AttitudeExample& e : *examples) {
                const AttitudeReading reading = read_attitude(*model, e.rows);
                const nlohmann::ordered_json line = {{"id", e.id}, {"label", name_of(reading.attitude)}, {"neutral", reading.probability[0]}, {"negative", reading.probability[1]}, {"positive", reading.probability[2]}};
                out += line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
              }
            }
            return write_output("-", out, console) ? 0 : 3;
          }};
}

}  // namespace attache
