// attache train lineage: whether one report descends from the text of another.
#include <iostream>
#include <map>
#include <string>

#include <fmt/format.h>

#include "base/file.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/training_files.h"
#include "pipeline/run.h"
#include "training/lineage.h"

namespace attache {
namespace {

struct LineageTraining {
  std::vector<std::string> reports, pairs;
  BoostingFiles trees;
  RunOptions run;
};

// "weight<tab>id<tab>id<tab>1 or 0" a line.
Result<std::vector<JudgedPair>> read_pairs(const std::string& path, const std::map<std::string, std::uint32_t>& by_name) {
  const Result<std::string> text = read_file(path, 64u << 20);
  if (!text) return tl::unexpected<Error>(text.error());
  std::vector<JudgedPair> out;
  std::uint64_t number = 0;
  for (std::string_view line : split(*text, '\n')) {
    ++number;
    if (line.empty()) continue;
    const std::vector<std::string_view> fields = split(line, '\t');
    JudgedPair pair;
    const auto refused = [&](std::string why) { return tl::unexpected<Error>(Error{ErrorCode::unsupported, std::move(why), path, number}); };
    if (fields.size() != 4 || (fields[3] != "0" && fields[3] != "1")) return refused("not a weight, two ids and 1 or 0");
    if (!read_weight(fields[0], false, pair.weight)) return refused("no weight");
    const auto a = by_name.find(std::string(fields[1])), b = by_name.find(std::string(fields[2]));
    if (a == by_name.end() || b == by_name.end()) continue;  // refused as input, which was said
    pair.a = a->second;
    pair.b = b->second;
    pair.copy = fields[3] == "1";
    out.push_back(pair);
  }
  return out;
}

int train(const LineageTraining& o) {
  if (o.reports.size() != o.pairs.size()) return failed({ErrorCode::unsupported, "as many --pairs as --reports are needed"});
  const Resources resources = load_resources();
  Console console(true);
  std::vector<JudgedReports> folders;
  for (std::size_t f = 0; f < o.reports.size(); ++f) {
    AnalysedInputs read = analyse_inputs({o.reports[f]}, resources, o.run, console.progress());
    sort_reports(read.analyses);
    JudgedReports folder;
    std::map<std::string, std::uint32_t> by_name;
    for (Analysis& a : read.analyses) {
      by_name[a.report.name] = static_cast<std::uint32_t>(folder.reports.size());
      folder.reports.push_back(std::move(a.report));
    }
    Result<std::vector<JudgedPair>> pairs = read_pairs(o.pairs[f], by_name);
    if (!pairs) return failed(pairs.error());
    folder.pairs = std::move(*pairs);
    std::cerr << fmt::format("{}: {} reports, {} pairs\n", o.reports[f], folder.reports.size(), folder.pairs.size());
    folders.push_back(std::move(folder));
  }
  const TrainingRows rows = kinship_rows(folders);
  return train_and_write(rows, o.trees);
}

}  // namespace

Command lineage_training_command(CLI::App& train_app) {
  auto o = std::make_shared<LineageTraining>();
  o->trees.options.trees = 150;
  o->trees.options.leaves = 8;
  o->trees.options.least_rows = 5;
  CLI::App* app = train_app.add_subcommand("lineage", "Whether one report descends from the text of another.");
  app->add_option("--reports", o->reports, "reports of one folder, as for dossier; may be given again")->required();
  app->add_option("--pairs", o->pairs, "a file of weight, id, id, 1 or 0 for each --reports")->required();
  add_boosting_options(*app, o->trees);
  return {app, [o] { return train(*o); }};
}

}  // namespace attache
