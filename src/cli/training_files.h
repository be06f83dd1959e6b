// What the parts of `attache train` share: refusals, the options of boosted trees, the file a model is written to.
#pragma once

#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "training/boosting.h"

namespace attache {

// Says why; the exit status of wrong usage.
[[nodiscard]] int failed(const Error& error);

// Writes it and says how large it is; the exit status.
[[nodiscard]] int write_model(const std::string& path, const std::string& bytes);

struct BoostingFiles {
  BoostingOptions options;
  std::string rows;    // empty = not written
  std::string output;
};
void add_boosting_options(CLI::App& app, BoostingFiles& files);

// Trains on the rows and writes the trees, and the rows where asked; the exit status.
[[nodiscard]] int train_and_write(const TrainingRows& rows, const BoostingFiles& files);

// A weight above 0 (also below it where `negative`); false for anything else.
[[nodiscard]] bool read_weight(std::string_view text, bool negative, double& weight);

}  // namespace attache
