// attache train frequencies and attache train stories: what the decision about stories rests on.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <string>

#include <fmt/format.h>

#include "base/file.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/training_files.h"
#include "lineage/document.h"
#include "lineage/kinship.h"
#include "pipeline/run.h"
#include "training/stories.h"

namespace attache {
namespace {

struct StoryTraining {
  std::vector<std::string> inputs;
  std::string labels, folders, frequencies;
  std::uint32_t least = 3;
  bool abroad = false;
  BoostingFiles trees;
  RunOptions run;
};

int train_frequencies(const StoryTraining& o) {
  const Resources resources = load_resources();
  Console console(true);
  const AnalysedInputs read = analyse_inputs(o.inputs, resources, o.run, console.progress());
  if (read.analyses.empty()) return failed({ErrorCode::empty, "no report to count"});
  std::cerr << fmt::format("{} reports, {} refused\n", read.analyses.size(), read.refused.size());
  return write_model(o.trees.output, serialise(count_frequencies(read.analyses, resources.lexicon, o.least)));
}

// "id<tab>story" a line; the id is that of the JSONL record.
Result<std::map<std::string, std::string>> read_labels(const std::string& path) {
  const Result<std::string> text = read_file(path, 64u << 20);
  if (!text) return tl::unexpected<Error>(text.error());
  std::map<std::string, std::string> out;
  std::uint64_t number = 0;
  for (std::string_view line : split(*text, '\n')) {
    ++number;
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return tl::unexpected<Error>(Error{ErrorCode::unsupported, "no tab between id and story", path, number});
    out.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  return out;
}

// "weight<tab>id id id" a line: reports that lie in one folder. A weight with a minus in front: no story is told twice in one
// language there.
Result<std::vector<LabelledReports>> read_folders(const std::string& path, const std::vector<Analysis>& analyses, const std::map<std::string, std::string>& labels) {
  const Result<std::string> text = read_file(path, 64u << 20);
  if (!text) return tl::unexpected<Error>(text.error());
  std::map<std::string, const Analysis*> by_name;
  for (const Analysis& a : analyses) by_name[a.report.name] = &a;
  std::vector<LabelledReports> out;
  std::uint64_t number = 0;
  for (std::string_view line : split(*text, '\n')) {
    ++number;
    if (line.empty()) continue;
    const auto refused = [&](std::string why) { return tl::unexpected<Error>(Error{ErrorCode::unsupported, std::move(why), path, number}); };
    const std::vector<std::string_view> fields = split(line, '\t');
    LabelledReports folder;
    if (fields.size() != 2) return refused("not a weight, a tab and ids");
    if (!read_weight(fields[0], true, folder.weight)) return refused("no weight");
    folder.one_language = folder.weight > 0;
    folder.weight = std::abs(folder.weight);
    for (std::string_view id : split(fields[1], ' ')) {
      const auto analysis = by_name.find(std::string(id));
      const auto label = labels.find(std::string(id));
      if (analysis == by_name.end()) continue;  // the report was refused, which was said
      if (label == labels.end()) return refused("no label of " + std::string(id));
      folder.analyses.push_back(*analysis->second);
    }
    sort_reports(folder.analyses);
    for (const Analysis& a : folder.analyses) folder.stories.push_back(labels.at(a.report.name));
    out.push_back(std::move(folder));
  }
  return out;
}

int train_stories(const StoryTraining& o) {
  const auto labels = read_labels(o.labels);
  if (!labels) return failed(labels.error());
  Result<NewsFrequencies> frequencies = shipped_frequencies();
  if (!o.frequencies.empty()) {
    const Result<std::string> bytes = read_file(o.frequencies, 256u << 20);
    if (!bytes) return failed(bytes.error());
    frequencies = parse_frequencies(*bytes, o.frequencies);
  }
  if (!frequencies) return failed(frequencies.error());
  const Resources resources = load_resources();
  Console console(true);
  const AnalysedInputs read = analyse_inputs(o.inputs, resources, o.run, console.progress());
  const auto folders = read_folders(o.folders, read.analyses, *labels);
  if (!folders) return failed(folders.error());
  const TrainingRows rows = o.abroad ? abroad_rows(*folders, shipped_kinship().value(), resources.lexicon, o.run.threads) : join_rows(*folders, *frequencies, shipped_kinship().value(), resources.lexicon, o.run.threads);
  std::cerr << fmt::format("{} reports, {} folders, {} pairs\n", read.analyses.size(), folders->size(), rows.size());
  return train_and_write(rows, o.trees);
}

}  // namespace

std::vector<Command> story_training_commands(CLI::App& train) {
  auto o = std::make_shared<StoryTraining>();
  CLI::App* frequencies = train.add_subcommand("frequencies", "In how many reports a word, a name or a pair of words stands.");
  frequencies->add_option("INPUT", o->inputs, "reports, as for dossier")->required();
  frequencies->add_option("-o,--output", o->trees.output, "the table")->required();
  frequencies->add_option("--least", o->least, "leave out what fewer reports hold");
  CLI::App* stories = train.add_subcommand("stories", "Whether two reports tell of one happening.");
  stories->add_option("INPUT", o->inputs, "reports, as for dossier; the id of a record is looked up in the labels")->required();
  stories->add_option("--labels", o->labels, "a file of id, tab, story")->required();
  stories->add_option("--frequencies", o->frequencies, "another table than the shipped one");
  stories->add_option("--folders", o->folders, "a file of weight, tab, ids: reports that lie in one folder")->required();
  stories->add_flag("--abroad", o->abroad, "pairs that are not both in English");
  add_boosting_options(*stories, o->trees);
  return {{frequencies, [o] { return train_frequencies(*o); }}, {stories, [o] { return train_stories(*o); }}};
}

}  // namespace attache
