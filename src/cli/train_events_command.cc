// attache train events: who did what to whom, from labelled sentences.
#include <iostream>
#include <string>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/training_files.h"
#include "training/events.h"

namespace attache {
namespace {

struct EventTrainingCommand {
  std::vector<std::string> inputs;
  std::string output;
  std::size_t folds = 0;
  EventTraining training;
};

int train(const EventTrainingCommand& o) {
  const EventAnnotationReader reader;
  std::vector<EventExample> sentences;
  for (const std::string& path : o.inputs) {
    auto read = read_event_examples(path, reader);
    if (!read) return failed(read.error());
    for (EventExample& s : *read) sentences.push_back(std::move(s));
  }
  if (sentences.empty()) return failed({ErrorCode::empty, "no sentence to learn from"});
  std::cerr << sentences.size() << " sentences\n";
  EventScores scores;
  for (std::size_t fold = 0; fold < o.folds; ++fold) {
    std::vector<const EventExample*> learnt, kept;
    for (std::size_t s = 0; s < sentences.size(); ++s) (s % o.folds == fold ? kept : learnt).push_back(&sentences[s]);
    add_event_scores(train_events(learnt, o.training, [](const std::string&) {}), kept, scores);
  }
  if (o.folds > 0) {
    const auto tell = [](std::string_view name, const PieceCounts& c) { std::cerr << fmt::format("{}: F1 {:.4f} ({} right, {} found, {} labelled)\n", name, c.f1(), c.right, c.found, c.annotated); };
    tell("sentences let through", scores.sentences);
    tell("triggers", scores.triggers);
    tell("with category", scores.categories);
    tell("actors", scores.actors);
    tell("recipients", scores.recipients);
    tell("modes", scores.modes);
    tell("contexts", scores.contexts);
  }
  std::vector<const EventExample*> all;
  for (const EventExample& s : sentences) all.push_back(&s);
  return write_model(o.output, serialise(train_events(all, o.training, [](const std::string& line) { std::cerr << line << "\n"; })));
}

}  // namespace

Command event_training_command(CLI::App& train_app) {
  auto o = std::make_shared<EventTrainingCommand>();
  CLI::App* app = train_app.add_subcommand("events", "Who did what to whom: the words that carry an act, its category, who takes part.");
  app->add_option("INPUT", o->inputs, "labelled sentences (data/training/events/GUIDELINE.md)")->required();
  app->add_option("-o,--output", o->output, "the model")->required();
  app->add_option("--folds", o->folds, "first score on parts of the sentences that were not learnt from");
  app->add_option("--least-trigger", o->training.least_trigger, "probability that an act must have")->check(CLI::Range(0.001, 0.999));
  app->add_option("--least-sentence", o->training.least_sentence, "probability that a sentence must have to be parsed")->check(CLI::Range(0.001, 0.999));
  app->add_option("--least-role", o->training.least_role, "probability that a participant must have")->check(CLI::Range(0.001, 0.999));
  app->add_option("--trigger-seed", o->training.triggers.seed);
  app->add_option("--role-seed", o->training.roles.seed);
  app->add_option("--trigger-bits", o->training.triggers.bits);
  app->add_option("--role-bits", o->training.roles.bits);
  app->add_option("--trigger-epochs", o->training.triggers.epochs);
  app->add_option("--role-epochs", o->training.roles.epochs);
  app->add_option("--trigger-rate", o->training.triggers.rate);
  app->add_option("--role-rate", o->training.roles.rate);
  app->add_option("--trigger-decay", o->training.triggers.decay);
  app->add_option("--role-decay", o->training.roles.decay);
  app->add_option("--trigger-start", o->training.triggers.start);
  app->add_option("--role-start", o->training.roles.start);
  return {app, [o] { return train(*o); }};
}

}  // namespace attache
