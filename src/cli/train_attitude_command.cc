// attache train attitude: how a sentence speaks of somebody it names, from labelled sentences.
#include <array>
#include <iostream>
#include <string>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/training_files.h"
#include "training/attitude.h"

namespace attache {
namespace {

struct AttitudeTrainingCommand {
  std::vector<std::string> inputs;
  std::string output;
  std::size_t folds = 0;
  AttitudeTraining training;
};

struct Confusion {
  std::array<std::array<std::size_t, 3>, 3> counts{};  // label, reading

  [[nodiscard]] double macro_f1() const {
    double sum = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      std::size_t labelled = 0, read = 0;
      for (std::size_t other = 0; other < 3; ++other) {
        labelled += counts[k][other];
        read += counts[other][k];
      }
      sum += labelled + read ? 2.0 * static_cast<double>(counts[k][k]) / static_cast<double>(labelled + read) : 0;
    }
    return sum / 3;
  }
};

int train(const AttitudeTrainingCommand& o) {
  const AttitudeAnnotationReader reader;
  std::vector<AttitudeExample> examples;
  for (const std::string& path : o.inputs) {
    auto read = read_attitude_examples(path, reader);
    if (!read) return failed(read.error());
    for (AttitudeExample& e : *read) {
      if (e.label) examples.push_back(std::move(e));
    }
  }
  if (examples.empty()) return failed({ErrorCode::empty, "no labelled sentence to learn from"});
  std::cerr << examples.size() << " sentences\n";
  // consecutive sentences are often of one report: parts are cut in one piece each
  Confusion confusion;
  for (std::size_t fold = 0; fold < o.folds; ++fold) {
    std::vector<const AttitudeExample*> learnt, kept;
    for (std::size_t k = 0; k < examples.size(); ++k) (k * o.folds / examples.size() == fold ? kept : learnt).push_back(&examples[k]);
    const AttitudeModel model = train_attitude(learnt, o.training, [](const std::string&) {});
    for (const AttitudeExample* e : kept) ++confusion.counts[static_cast<std::size_t>(*e->label)][static_cast<std::size_t>(read_attitude(model, e->rows).attitude)];
  }
  if (o.folds > 0) std::cerr << fmt::format("macro F1 of sentences not learnt from: {:.4f}\n", confusion.macro_f1());
  std::vector<const AttitudeExample*> all;
  for (const AttitudeExample& e : examples) all.push_back(&e);
  return write_model(o.output, serialise(train_attitude(all, o.training, [](const std::string& line) { std::cerr << line << "\n"; })));
}

}  // namespace

Command attitude_training_command(CLI::App& train_app) {
  auto o = std::make_shared<AttitudeTrainingCommand>();
  CLI::App* app = train_app.add_subcommand("attitude", "How a sentence speaks of somebody it names: well, ill or neither.");
  app->add_option("INPUT", o->inputs, "labelled sentences, a JSON record a line (docs/commands/train.md)")->required();
  app->add_option("-o,--output", o->output, "the model")->required();
  app->add_option("--folds", o->folds, "first score on parts of the sentences that were not learnt from");
  app->add_option("--seed", o->training.chain.seed);
  app->add_option("--bits", o->training.chain.bits);
  app->add_option("--epochs", o->training.chain.epochs);
  app->add_option("--rate", o->training.chain.rate);
  app->add_option("--decay", o->training.chain.decay);
  app->add_option("--start", o->training.chain.start);
  return {app, [o] { return train(*o); }};
}

}  // namespace attache
