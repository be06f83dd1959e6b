#include "cli/training_files.h"

#include <charconv>
#include <cmath>
#include <iostream>

#include <fmt/format.h>

#include "base/file.h"

namespace attache {

int failed(const Error& error) {
  std::cerr << "attache: " << describe(error) << "\n";
  return 2;
}

int write_model(const std::string& path, const std::string& bytes) {
  if (const Result<void> written = write_file(path, bytes); !written) {
    std::cerr << "attache: " << describe(written.error()) << "\n";
    return 3;
  }
  std::cerr << fmt::format("{}: {} bytes\n", path, bytes.size());
  return 0;
}

void add_boosting_options(CLI::App& app, BoostingFiles& files) {
  app.add_option("--trees", files.options.trees);
  app.add_option("--leaves", files.options.leaves, "of a tree");
  app.add_option("--rate", files.options.rate, "of each tree");
  app.add_option("--rows", files.rows, "write the signals of each pair, too");
  app.add_option("-o,--output", files.output, "the trees")->required();
}

int train_and_write(const TrainingRows& rows, const BoostingFiles& files) {
  if (!files.rows.empty()) {
    if (const int status = write_model(files.rows, to_table(rows))) return status;
  }
  return write_model(files.output, serialise(train_boosted_trees(rows, files.options)));
}

bool read_weight(std::string_view text, bool negative, double& weight) {
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), weight);
  return code == std::errc() && end == text.data() + text.size() && std::isfinite(weight) && (weight > 0 || (negative && weight < 0));
}

}  // namespace attache
