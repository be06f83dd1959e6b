#include "mentions/attitude/attitude_words.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "tables/embedded.h"
#include "tables/tsv.h"

namespace attache {
namespace {

TEST(AttitudeWords, ValuesByTheWordsPart) {
  const AttitudeWords words = load_attitude_words();
  ASSERT_NE(words.find("VERB", "praise"), nullptr);
  EXPECT_EQ(words.find("VERB", "praise")->of_object, 2);
  EXPECT_EQ(words.find("NOUN", "liar")->of_bearer, -2);
  EXPECT_NE(words.find("VERB", "lash out"), nullptr);
  EXPECT_EQ(words.find("VERB", "say"), nullptr);
  EXPECT_EQ(words.find("NOUN", "praise the"), nullptr);
}

TEST(AttitudeWords, EveryRowColoursSomethingAndFitsItsPartOfSpeech) {
  for_each_row(embedded_file("attitude_words.tsv"), 6, [](const auto& c) {
    const bool verb = c[1] == "VERB";
    EXPECT_TRUE(verb || is_one_of(c[1], {"NOUN", "ADJ", "ADV"})) << c[0];
    for (const std::size_t k : {2u, 3u, 4u}) EXPECT_TRUE(is_one_of(c[k], {"-2", "-1", "0", "1", "2"})) << c[0] << " " << c[k];
    EXPECT_EQ(c[4] == "0", verb) << c[0] << " " << c[1];
    if (verb) {
      EXPECT_FALSE(c[2] == "0" && c[3] == "0") << c[0];
    } else {
      EXPECT_TRUE(c[2] == "0" && c[3] == "0") << c[0];
    }
  });
}

}  // namespace
}  // namespace attache
