// The outputs every command that makes a dossier has.
#pragma once

#include <string>

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

// Writes what was asked for; without any output option, a summary to standard output. Gives the exit status.
[[nodiscard]] int write_dossier(const Dossier& dossier, const Resources& resources, const OutputOptions& options, Console& console);

// A dossier for the terminal: counts, stories, families.
[[nodiscard]] std::string summary_text(const Dossier& dossier);

}  // namespace attache
