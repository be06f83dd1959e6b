#include "training/events.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/texts.h"

namespace attache {
namespace {

const EventAnnotationReader& reader() {
  static const EventAnnotationReader kReader;
  return kReader;
}

Result<std::vector<EventExample>> read(const std::string& content) { return parse_event_examples(content, "event_examples.txt", reader()); }

TEST(EventExamples, ReadsSentencesAndTheirActs) {
  const auto examples = read("# a comment\ntext: Kenya and Uganda asked Chad for help.\nevent: REQUEST | asked | Kenya & Uganda | Chad | assist | - | happened | - | -\n\ntext: It rained.\nnone: weather\n");
  ASSERT_TRUE(examples);
  ASSERT_EQ(examples->size(), 2u);
  ASSERT_EQ((*examples)[0].acts.size(), 1u);
  const LabelledAct& act = (*examples)[0].acts[0];
  EXPECT_EQ((*examples)[0].sentence.tree.words[act.trigger].lemma, "ask");
  EXPECT_EQ(act.actors.size(), 2u);
  EXPECT_EQ(act.recipients.size(), 1u);
  EXPECT_EQ(act.mode, "assist");
  EXPECT_TRUE((*examples)[1].acts.empty());
}

TEST(EventExamples, TheSecondPlaceOfAWord) {
  const auto examples = read("text: Chad told Chad's rebels to leave Chad.\nevent: REQUEST | told | Chad@1 | Chad's rebels | - | - | happened | - | -\n");
  ASSERT_TRUE(examples);
  EXPECT_EQ((*examples)[0].acts[0].actors, (std::vector<std::uint32_t>{0}));
}

TEST(EventExamples, RefusesWithTheLine) {
  for (const std::string wrong : {"event: REQUEST | asked | - | - | - | - | happened | - | -", "text: A b.\nevent: REQUEST | asked | - | - | - | - | happened | - | -", "text: A asked.\nevent: NOTHING | asked | A | - | - | - | happened | - | -",
                                  "text: A asked.\nevent: REQUEST | asked | A", "text: A asked.\nsomething else", "text: A asked.\nevent: REQUEST | asked | B | - | - | - | happened | - | -"}) {
    const auto examples = read(wrong + "\n");
    ASSERT_FALSE(examples) << wrong;
    EXPECT_TRUE(examples.error().line) << wrong;
  }
  EXPECT_FALSE(read_event_examples("/nowhere/at/all.txt", reader()));
}

TEST(EventExamples, EverySentenceOfTheProjectIsRead) {
  std::size_t sentences = 0, acts = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::string(ATTACHE_SOURCE_DIR) + "/data/training/events")) {
    if (file.path().extension() != ".txt" || file.path().filename().string()[0] != '0' || file.path().filename().string()[1] > '2') continue;  // two of sixteen: reading takes time
    const auto examples = read_event_examples(file.path().string(), reader());
    ASSERT_TRUE(examples) << describe(examples.error());
    sentences += examples->size();
    for (const EventExample& e : *examples) acts += e.acts.size();
  }
  EXPECT_GT(sentences, 700u);
  EXPECT_GT(acts, 700u);
}

TEST(TrainEvents, LearnsWhatItIsShownAndGivesTheSameModelAgain) {
  std::string content;
  for (const char* state : {"Kenya", "Chad", "Peru", "Cuba", "Iran", "Togo", "Mali", "Oman"}) {
    content += std::string("text: ") + state + " attacked Sudan.\nevent: ASSAULT | attacked | " + state + " | Sudan | - | - | happened | - | -\n";
    content += std::string("text: ") + state + " admired Sudan.\nnone: no act\n";
  }
  const auto examples = read(content);
  ASSERT_TRUE(examples);
  std::vector<const EventExample*> all;
  for (const EventExample& e : *examples) all.push_back(&e);
  EventTraining options;
  options.triggers.bits = options.roles.bits = 12;
  options.triggers.epochs = options.roles.epochs = 20;
  const EventModel model = train_events(all, options, [](const std::string&) {});
  EXPECT_EQ(serialise(model), serialise(train_events(all, options, [](const std::string&) {})));
  EventScores scores;
  add_event_scores(model, all, scores);
  EXPECT_GT(scores.categories.f1(), 0.9);
  EXPECT_GT(scores.actors.f1(), 0.9);
  EXPECT_GT(scores.recipients.f1(), 0.9);
}

}  // namespace
}  // namespace attache
