#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "syntax/model.h"
#include "syntax/name_labels.h"
#include "syntax/reader.h"
#include "training/conllu.h"
#include "training/evaluate.h"
#include "training/name_files.h"
#include "training/recipe.h"
#include "training/trainer.h"

namespace attache {
namespace {

const Knowledge& knowledge() {
  static const Knowledge k = load_knowledge();
  return k;
}

constexpr const char* kTrees =
    "# two sentences of our own\n"
    "1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\tNER=O\n"
    "2\tministers\tminister\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\tNER=O\n"
    "3\tmet\tmeet\tVERB\tVBD\tTense=Past\t0\troot\t_\tNER=O\n"
    "4\tin\tin\tADP\tIN\t_\t5\tcase\t_\tNER=O\n"
    "5\tOstmere\tOstmere\tPROPN\tNNP\tNumber=Sing\t3\tobl\t_\tNER=LOCATION|SpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\tNER=O\n"
    "\n"
    "1-2\tAda's\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t_\tNER=PERSON\n"
    "2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tNER=O\n"
    "3\tboat\tboat\tNOUN\tNN\tNumber=Sing\t4\tnsubj\t_\tNER=O\n"
    "4\tsank\tsink\tVERB\tVBD\tTense=Past\t0\troot\t_\tNER=O\n"
    "\n";

std::vector<LabelledSentence> trees() {
  auto parsed = parse_conllu(kTrees, "trees");
  EXPECT_TRUE(parsed.has_value());
  return *parsed;
}

NetworkShape small_shape() {
  NetworkShape s;
  s.embedding = 16;
  s.hidden = 16;
  s.layers = 2;
  s.tag = 16;
  s.arc = 16;
  s.label = 16;
  s.name = 16;
  return s;
}

TrainerOptions small_options() {
  TrainerOptions o;
  o.epochs = 60;
  o.batch_words = 10;
  o.warm_up = 5;
  o.rate = 1e-2f;
  return o;
}

std::vector<Corpus> corpora() {
  Corpus c;
  c.name = "own";
  for (int i = 0; i < 6; ++i) {  // words met once have no rows
    for (LabelledSentence& s : trees()) c.sentences.push_back(std::move(s));
  }
  return {c};
}

const TrainedLanguage& trained() {
  static const TrainedLanguage model = train_language(corpora(), knowledge(), small_shape(), small_options(), [](int, double, const TrainedLanguage&) {});
  return model;
}

TEST(Conllu, WordsTagsTreesAndNames) {
  const auto s = trees();
  ASSERT_EQ(s.size(), 2u);
  ASSERT_EQ(s[0].words.size(), 6u);
  EXPECT_EQ(s[0].words[1].lemma, "minister");
  EXPECT_EQ(s[0].words[4].head, 3);
  EXPECT_EQ(s[0].words[4].name, "S-LOC");
  EXPECT_FALSE(s[0].words[4].space_after);
  EXPECT_EQ(s[0].words[3].feats, "_");
  EXPECT_EQ(s[1].words[0].name, "S-PER");
  EXPECT_EQ(s[1].words.size(), 4u);
}

TEST(Conllu, WhatIsNoneIsRefusedWithItsLine) {
  const auto few = parse_conllu("1\tThe\tthe\n", "f");
  ASSERT_FALSE(few);
  EXPECT_EQ(few.error().line, 1u);
  EXPECT_FALSE(parse_conllu("1\tThe\tthe\tDET\tDT\t_\t7\tdet\t_\t_\n\n", "f")) << "a head outside";
  EXPECT_FALSE(parse_conllu("1\tThe\tthe\tDET\tDT\t_\tx\tdet\t_\t_\n\n", "f"));
}

TEST(Conllu, EveryPrefixIsReadOrRefused) {
  const std::string all = kTrees;
  for (std::size_t n = 0; n <= all.size(); ++n) {
    const auto parsed = parse_conllu(all.substr(0, n), "f");
    if (parsed) EXPECT_LE(parsed->size(), 2u);
    else EXPECT_FALSE(parsed.error().message.empty());
  }
}

TEST(Conllu, StanfordTreesBecomeVersionTwo) {
  LabelledSentence s;
  const auto add = [&](const char* form, const char* xpos, int head, const char* relation, const char* name) {
    LabelledWord w;
    w.form = form;
    w.xpos = xpos;
    w.head = head;
    w.relation = relation;
    w.name = name;
    s.words.push_back(w);
  };
  add("Jon", "NNP", 2, "compound", "B-PER");
  add("Ling", "NNP", 4, "nsubjpass", "E-PER");
  add("was", "VBD", 4, "auxpass", "O");
  add("seen", "VBN", 0, "root", "O");
  add("and", "CC", 4, "cc", "O");
  add("heard", "VBN", 4, "conj", "O");
  add("in", "IN", 8, "case", "O");
  add("Ostmere", "NNP", 6, "nmod", "S-LOC");
  add(".", ".", 4, "punct", "O");
  convert_stanford(s);
  EXPECT_EQ(s.words[0].relation, "nsubj:pass");
  EXPECT_EQ(s.words[0].head, 4);
  EXPECT_EQ(s.words[1].relation, "flat");
  EXPECT_EQ(s.words[1].head, 1);
  EXPECT_EQ(s.words[2].relation, "aux:pass");
  EXPECT_EQ(s.words[4].head, 6) << "under the conjunct that follows";
  EXPECT_EQ(s.words[7].relation, "obl");
  EXPECT_EQ(s.words[8].head, -1) << "punctuation is unknown";
}

TEST(NameFiles, BioBecomesBioes) {
  const auto s = parse_bio("# a comment\nAda\tB-PER\nRoe\tI-PER\nof\tO\nOstmere\tB-LOC\n\n#\tO\n", "f");
  ASSERT_TRUE(s);
  ASSERT_EQ(s->size(), 2u);
  EXPECT_EQ((*s)[0].words[0].name, "B-PER");
  EXPECT_EQ((*s)[0].words[1].name, "E-PER");
  EXPECT_EQ((*s)[0].words[3].name, "S-LOC");
  EXPECT_EQ((*s)[1].words[0].form, "#");
  EXPECT_FALSE(parse_bio("Ada B-PER\n", "f"));
  EXPECT_FALSE(parse_bio("Ada\tX-PER\n", "f"));
}

TEST(NameFiles, BracketsGiveNames) {
  const Lexicon lexicon = load_lexicon();
  const auto s = parse_bracketed_names("# comment\n\n[PER Ada Roe] left [LOC Ostmere]'s [ORG Harbour Board]. It rained.\n", "f", lexicon);
  ASSERT_TRUE(s);
  ASSERT_EQ(s->size(), 2u);
  std::vector<std::string> tags;
  for (const LabelledWord& w : (*s)[0].words) tags.push_back(w.form + "/" + w.name);
  EXPECT_EQ(tags, (std::vector<std::string>{"Ada/B-PER", "Roe/E-PER", "left/O", "Ostmere/S-LOC", "'s/O", "Harbour/B-ORG", "Board/E-ORG", "./O"}));
  for (const char* wrong : {"[PER Ada", "Ada]", "[XXX Ada]", "[PER ]", "[PER [LOC Ada]]"}) EXPECT_FALSE(parse_bracketed_names(wrong, "f", lexicon)) << wrong;
}

TEST(Recipe, LinesAndRefusals) {
  const auto r = parse_recipe("# c\na.conllu\tud\t-\t1\t0.5\t1\topen\nb.bio\tbio\tx\t1\t1\t0.8\tunstated\n", "f");
  ASSERT_TRUE(r);
  ASSERT_EQ(r->size(), 2u);
  EXPECT_FLOAT_EQ((*r)[0].weight, 0.5f);
  EXPECT_TRUE((*r)[0].open);
  EXPECT_FALSE((*r)[1].open);
  EXPECT_EQ((*r)[1].names, "x");
  for (const char* wrong : {"a\tud\n", "a\txx\t-\t1\t1\t1\topen\n", "a\tud\t-\t0\t1\t1\topen\n", "a\tud\t-\t1\t1\t2\topen\n", "a\tud\t-\t1\t1\t1\tmine\n"}) EXPECT_FALSE(parse_recipe(wrong, "f")) << wrong;
}

// Every gradient against the change of the loss.
TEST(Backprop, GradientsAreTheSlopes) {
  TrainedLanguage model;
  const auto all = corpora();
  TrainerOptions once = small_options();
  once.epochs = 1;
  model = train_language(all, knowledge(), small_shape(), once, [](int, double, const TrainedLanguage&) {});
  TrainingOptions o;
  o.drop_word = o.drop_known = o.drop_embedding = o.drop_layer = o.drop_head = 0;
  Example e;
  std::vector<std::string_view> forms;
  const auto sentences = trees();
  for (const LabelledWord& w : sentences[0].words) forms.push_back(w.form);
  e.rows = word_rows(forms, knowledge(), model.vocabulary);
  e.upos = {0, 1, 2, 0, -1, 1};
  e.xpos = {1, 0, 2, 1, 1, 0};
  e.feats = {0, 1, 0, 1, 0, 1};
  e.scripts = {0, 0, 1, 1, 0, 0};
  e.heads = {2, 3, 0, 5, 3, -1};
  e.relations = {0, 1, 2, 1, 3, -1};
  e.names = {0, 0, 0, 0, 4, 0};
  const Example* batch = &e;
  const auto loss = [&] {
    Gradients g = make_gradients(model.shape);
    Random random(1);
    backpropagate(model.shape, model.weights, std::span(&batch, 1), o, random, g);
    return g;
  };
  const Gradients g = loss();
  std::size_t checked = 0, index = 0;
  for_each_matrix([&](Matrix& m, const Matrix& slopes) {
    ++index;
    std::vector<std::size_t> steep;  // the steepest ones, where a difference of floats says something
    for (std::size_t i = 0; i < m.values.size(); ++i) {
      if (std::fabs(slopes.values[i]) > 0.05f) steep.push_back(i);
    }
    std::sort(steep.begin(), steep.end(), [&](std::size_t a, std::size_t b) { return std::fabs(slopes.values[a]) > std::fabs(slopes.values[b]); });
    for (std::size_t k = 0; k < std::min<std::size_t>(steep.size(), 4); ++k) {
      const std::size_t i = steep[k];
      const float kept = m.values[i];
      const auto loss_at = [&](float step) {
        m.values[i] = kept + step;
        const double at = loss().loss;
        m.values[i] = kept;
        return at;
      };
      constexpr float kStep = 2e-3f;
      const double here = loss_at(0), up = (loss_at(kStep) - here) / static_cast<double>(kStep), down = (here - loss_at(-kStep)) / static_cast<double>(kStep);
      const double slope = (up + down) / 2, told = slopes.values[i];
      if (std::fabs(up - down) > 0.05 * std::fabs(told) + 0.03) continue;  // a corner of a rectifier
      EXPECT_NEAR(slope, told, 0.03 * std::fabs(told) + 0.015) << "matrix " << index << ", number " << i;
      ++checked;
    }
  }, model.weights, g.of);
  EXPECT_GT(checked, 80u);
}

TEST(Trainer, LearnsWhatItIsShown) {
  const Evaluation e = evaluate(trained(), knowledge(), trees(), {"PER", "ORG", "LOC", "MISC"}, 1);
  EXPECT_EQ(e.upos, 10u);
  EXPECT_EQ(e.lemmas, 10u);
  EXPECT_EQ(e.labelled, 10u);
  EXPECT_EQ(e.names_right, 2u);
  EXPECT_EQ(e.names_found, 2u);
}

std::string bytes_of(const TrainedLanguage& m) { return serialise(make_model(m.shape, m.weights, m.labels, m.vocabulary)); }

TEST(Trainer, SameSeedSameBytesOnAnyThreads) {
  TrainerOptions o = small_options();
  o.epochs = 3;
  const auto nothing = [](int, double, const TrainedLanguage&) {};
  o.threads = 1;
  const std::string one = bytes_of(train_language(corpora(), knowledge(), small_shape(), o, nothing));
  o.threads = 2;
  const std::string two = bytes_of(train_language(corpora(), knowledge(), small_shape(), o, nothing));
  o.seed = 7;
  const std::string other = bytes_of(train_language(corpora(), knowledge(), small_shape(), o, nothing));
  EXPECT_TRUE(one == two);
  EXPECT_FALSE(one == other);
}

TEST(Model, ComesBackAsItWas) {
  const std::string bytes = bytes_of(trained());
  const auto model = parse_model(bytes, "m");
  ASSERT_TRUE(model) << describe(model.error());
  EXPECT_TRUE(serialise(*model) == bytes);
  EXPECT_EQ(bytes.find("Ostmere"), std::string::npos) << "no word of the text";
}

TEST(Model, DamageIsRefused) {
  const std::string bytes = bytes_of(trained());
  EXPECT_FALSE(parse_model("", "m"));
  for (std::size_t n = 0; n < bytes.size(); n += 1 + bytes.size() / 97) EXPECT_FALSE(parse_model(std::string_view(bytes).substr(0, n), "m")) << n;
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 97) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    EXPECT_FALSE(parse_model(damaged, "m")) << at;
  }
}

TEST(Reader, SaysWhatItsSlowTwinSays) {
  const auto model = parse_model(bytes_of(trained()), "m");
  ASSERT_TRUE(model);
  const SyntaxReader reader(*model, knowledge());
  for (const LabelledSentence& s : trees()) {
    std::vector<std::string_view> forms;
    for (const LabelledWord& w : s.words) forms.push_back(w.form);
    const auto found = reader.read(forms);
    std::vector<std::uint32_t> heads;
    const Scores twin = score(trained().shape, trained().weights, word_rows(forms, knowledge(), trained().vocabulary), heads);
    const auto names = best_name_labels(twin.names);
    ASSERT_EQ(found.size(), s.words.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].head, heads[i]);
      EXPECT_EQ(found[i].name, names[i]);
      EXPECT_EQ(reader.labels().upos[found[i].upos], s.words[i].upos);
      EXPECT_EQ(reader.labels().relations[found[i].relation], s.words[i].relation);
      EXPECT_EQ(reader.lemma_of(forms[i], found[i]), s.words[i].lemma);
    }
  }
}

TEST(Reader, ALongSentenceHasOneRoot) {
  const auto model = parse_model(bytes_of(trained()), "m");
  ASSERT_TRUE(model);
  const SyntaxReader reader(*model, knowledge());
  EXPECT_TRUE(reader.read({}).empty());
  std::vector<std::string_view> forms(2 * kLongestSentence + 17, "ministers");
  const auto found = reader.read(forms);
  ASSERT_EQ(found.size(), forms.size());
  EXPECT_EQ(std::count_if(found.begin(), found.end(), [](const WordSyntax& w) { return w.head == 0; }), 1);
  for (const WordSyntax& w : found) EXPECT_LE(w.head, forms.size());
}

}  // namespace
}  // namespace attache
