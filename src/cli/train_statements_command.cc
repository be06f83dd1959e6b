// attache train statements: who said what, from reports whose attributions are annotated.
#include <iostream>
#include <string>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/training_files.h"
#include "training/statements.h"

namespace attache {
namespace {

struct StatementTraining {
  std::vector<std::string> inputs;
  std::string output, watch;
  AttributionTraining training;
};

int train(const StatementTraining& o) {
  const AnnotationReader reader;
  std::vector<std::unique_ptr<AnnotatedReport>> reports;
  for (const std::string& path : o.inputs) {
    auto read = read_annotated_reports(path, reader);
    if (!read) return failed(read.error());
    for (auto& report : *read) reports.push_back(std::move(report));
  }
  if (reports.empty()) return failed({ErrorCode::empty, "no report to learn from"});
  std::cerr << reports.size() << " reports\n";
  const AttributionModel model = train_attribution(reports, o.training, [](const std::string& line) { std::cerr << line << "\n"; });
  if (!o.watch.empty()) {
    const auto watched = read_annotated_reports(o.watch, reader);
    if (!watched) return failed(watched.error());
    const AttributionScores scores = score_attribution(model, *watched);
    const auto tell = [](std::string_view name, const PieceCounts& c) { std::cerr << fmt::format("{}: F1 {:.4f} ({} found, {} annotated)\n", name, c.f1(), c.found, c.annotated); };
    tell("cues", scores.cue);
    tell("sources", scores.source);
    tell("contents", scores.content);
  }
  return write_model(o.output, serialise(model));
}

}  // namespace

Command statement_training_command(CLI::App& train_app) {
  auto o = std::make_shared<StatementTraining>();
  CLI::App* app = train_app.add_subcommand("statements", "Who said what: the words that attribute, the source and the content of each.");
  app->add_option("INPUT", o->inputs, "JSONL with text and attributions (source, cue, content in code points)")->required();
  app->add_option("-o,--output", o->output, "the model")->required();
  app->add_option("--watch", o->watch, "reports of the same form to score the model on");
  app->add_option("--least", o->training.least_cue, "probability that a cue must have");
  app->add_option("--least-candidate", o->training.least_candidate, "of cues that the second chain learns from");
  app->add_option("--folds", o->training.folds, "parts of the reports, each read by a chain that has not seen it");
  app->add_option("--cue-seed", o->training.cues.seed);
  app->add_option("--part-seed", o->training.parts.seed);
  app->add_option("--cue-bits", o->training.cues.bits);
  app->add_option("--part-bits", o->training.parts.bits);
  app->add_option("--cue-epochs", o->training.cues.epochs);
  app->add_option("--part-epochs", o->training.parts.epochs);
  app->add_option("--cue-rate", o->training.cues.rate);
  app->add_option("--part-rate", o->training.parts.rate);
  app->add_option("--cue-decay", o->training.cues.decay);
  app->add_option("--part-decay", o->training.parts.decay);
  return {app, [o] { return train(*o); }};
}

}  // namespace attache
