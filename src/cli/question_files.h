// Question files with the bodies they name.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "decisions/decision.h"
#include "pipeline/run.h"

namespace attache {

// Errors: those of read_file, read_question, load_body.
[[nodiscard]] Result<PendingQuestion> load_question(const std::string& file);

// --question, --as-of and --since of commands that write a dossier.
void add_question_options(CLI::App& app, RunOptions& options);

}  // namespace attache
