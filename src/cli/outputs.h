// The outputs every command that makes a dossier has.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/console.h"
#include "dossier/dossier.h"
#include "pipeline/run.h"

namespace attache {

struct OutputOptions {
  std::string html;
  std::string json;
  std::string tables;
};

void add_output_options(CLI::App& app, OutputOptions& options);
void add_run_options(CLI::App& app, RunOptions& options, bool& quiet);
void add_assemble_options(CLI::App& app, RunOptions& options);  // of commands that put reports together
void add_input_options(CLI::App& app, RunOptions& options);  // of commands that read reports

void add_day_option(CLI::App& app, const std::string& name, std::string& day, const std::string& words);  // a full date, as 2024-03-05

// The dossier of the inputs: of a store, where the only input is one, else of reports, which are analysed. nullopt after saying why not.
[[nodiscard]] std::optional<Dossier> make_dossier(const std::vector<std::string>& inputs, const Resources& resources, const RunOptions& options, Console& console);

// Writes what was asked for; without any output option, a summary to standard output. Gives the exit status.
[[nodiscard]] int write_dossier(const Dossier& dossier, const Resources& resources, const OutputOptions& options, Console& console);

// A dossier for the terminal: counts, stories, families.
[[nodiscard]] std::string summary_text(const Dossier& dossier);

}  // namespace attache
