// attache train language: the language model from annotated text. The other models: train_lineage_command.cc, train_stories_command.cc.
#include <filesystem>
#include <iostream>
#include <string>

#include <fmt/format.h>

#include "base/file.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/training_files.h"
#include "syntax/model.h"
#include "training/corpora.h"
#include "training/evaluate.h"

namespace attache {
namespace {

struct TrainOptions {
  std::string data = "../shared/bench/language";
  std::string own = "data/training";
  std::string recipe;
  std::string output;
  std::vector<std::string> watch;  // FORMAT:FILE
  bool open_only = false;
  bool quick = false;
  TrainerOptions trainer;
  NetworkShape shape;
};

int train(const TrainOptions& o) {
  const std::string path = o.recipe.empty() ? (std::filesystem::path(o.own) / "language.recipe").string() : o.recipe;
  const Result<std::string> text = read_file(path, 1u << 20);
  if (!text) return failed(text.error());
  const auto recipe = parse_recipe(*text, path);
  if (!recipe) return failed(recipe.error());
  const Lexicon lexicon = load_lexicon();
  const Knowledge knowledge = load_knowledge();
  const auto corpora = read_corpora(*recipe, o.data, o.own, o.open_only, lexicon);
  if (!corpora) return failed(corpora.error());
  struct Watched {
    std::string name;
    std::vector<LabelledSentence> sentences;
    std::vector<std::string> kinds;
  };
  std::vector<Watched> watched;
  for (const std::string& w : o.watch) {
    const auto f = split(w, ':');
    if (f.size() < 2) return failed({ErrorCode::wrong_usage, "--watch takes FORMAT:FILE[:KINDS], not " + w});
    auto sentences = read_sentences(std::string(f[1]), std::string(f[0]), lexicon);
    if (!sentences) return failed(sentences.error());
    Watched one{std::filesystem::path(f[1]).filename().string(), std::move(*sentences), {"PER", "ORG", "LOC", "MISC"}};
    if (f.size() > 2) one.kinds = {"PER", "ORG", "LOC"};
    watched.push_back(std::move(one));
  }
  std::size_t words = 0;
  for (const Corpus& c : *corpora) {
    for (const LabelledSentence& s : c.sentences) words += s.words.size();
    std::cerr << fmt::format("{}: {} sentences\n", c.name, c.sentences.size());
  }
  std::cerr << fmt::format("{} words\n", words);
  const TrainedLanguage model = train_language(*corpora, knowledge, o.shape, o.trainer, [&](int epoch, double loss, const TrainedLanguage& now) {
    std::cerr << fmt::format("epoch {}: loss {:.4f} a word\n", epoch + 1, loss);
    if (epoch + 1 != o.trainer.epochs && (epoch + 1) % 4 != 0) return;
    for (const Watched& w : watched) std::cerr << "  " << w.name << ": " << describe(evaluate(now, knowledge, w.sentences, w.kinds, o.trainer.threads)) << "\n";
  });
  return write_model(o.output, serialise(make_model(model.shape, model.weights, model.labels, model.vocabulary)));
}

}  // namespace

Command train_command(CLI::App& program) {
  auto o = std::make_shared<TrainOptions>();
  CLI::App* app = program.add_subcommand("train", "Rebuild a model.");
  app->require_subcommand(1);
  CLI::App* language = app->add_subcommand("language", "The language model: tags, lemmas, trees, names.");
  language->add_option("--data", o->data, "folder of the annotated files");
  language->add_option("--own", o->own, "folder of our own training text");
  language->add_option("--recipe", o->recipe, "what to train on (default: language.recipe of our own text)");
  language->add_option("-o,--output", o->output, "the model")->required();
  language->add_option("--watch", o->watch, "FORMAT:FILE to score while training");
  language->add_flag("--open-only", o->open_only, "leave out text whose licence is unstated");
  language->add_option("--epochs", o->trainer.epochs);
  language->add_option("--seed", o->trainer.seed);
  language->add_option("--threads", o->trainer.threads);
  language->add_option("--hidden", o->shape.hidden);
  language->add_option("--layers", o->shape.layers);
  language->add_option("--embedding", o->shape.embedding);
  language->add_option("--rate", o->trainer.rate);
  language->add_option("--drop-layer", o->trainer.losses.drop_layer);
  language->add_option("--drop-embedding", o->trainer.losses.drop_embedding);
  language->add_option("--drop-word", o->trainer.losses.drop_word);
  language->add_option("--batch", o->trainer.batch_words);
  std::vector<Command> all = story_training_commands(*app);
  all.push_back(lineage_training_command(*app));
  all.push_back(statement_training_command(*app));
  all.push_back(event_training_command(*app));
  all.push_back(attitude_training_command(*app));
  all.push_back({language, [o] { return train(*o); }});
  return {app, [all] {
            for (const Command& command : all) {
              if (command.app->parsed()) return command.run();
            }
            return 2;
          }};
}

}  // namespace attache
