// The commands of the program. Each adds its options to the command line and gives the function that runs it; the value
// returned is the exit status: 0 done, 1 some inputs were refused, 2 wrong usage, 3 an output could not be written.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <CLI/CLI.hpp>

namespace attache {

struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;
};

[[nodiscard]] Command dossier_command(CLI::App& program);
[[nodiscard]] Command analyse_command(CLI::App& program);
[[nodiscard]] Command assemble_command(CLI::App& program);
[[nodiscard]] Command add_command(CLI::App& program);
[[nodiscard]] Command check_command(CLI::App& program);
[[nodiscard]] Command search_command(CLI::App& program);
[[nodiscard]] Command serve_command(CLI::App& program);
[[nodiscard]] Command mcp_command(CLI::App& program);
[[nodiscard]] Command watch_command(CLI::App& program);
[[nodiscard]] Command diff_command(CLI::App& program);
[[nodiscard]] Command timeline_command(CLI::App& program);
[[nodiscard]] Command export_command(CLI::App& program);
[[nodiscard]] Command parse_command(CLI::App& program);
[[nodiscard]] Command answers_command(CLI::App& program);
[[nodiscard]] Command attitude_command(CLI::App& program);
[[nodiscard]] Command bodies_command(CLI::App& program);
[[nodiscard]] Command power_command(CLI::App& program);
[[nodiscard]] Command question_command(CLI::App& program);
[[nodiscard]] Command train_command(CLI::App& program);
[[nodiscard]] std::vector<Command> story_training_commands(CLI::App& train);  // parts of the one before

[[nodiscard]] Command lineage_training_command(CLI::App& train);
[[nodiscard]] Command statement_training_command(CLI::App& train);
[[nodiscard]] Command event_training_command(CLI::App& train);
[[nodiscard]] Command attitude_training_command(CLI::App& train);

}  // namespace attache
