#include "mentions/body_verbs.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

bool used(std::string_view lemma, const std::string& text) {
  const Report report = testing::plain_report(text);
  return used_as_verb(report.text, segment(report.text, report.blocks, testing::resources().lexicon), testing::resources().lexicon, lemma);
}

TEST(BodyVerbs, PastFormsAndFormsBehindASubject) {
  EXPECT_TRUE(used("name", "Police named the victims."));
  EXPECT_TRUE(used("strike", "Rebels struck the base."));
  EXPECT_TRUE(used("stage", "They want to stage a play."));
  EXPECT_TRUE(used("stage", "She stages a play."));
  EXPECT_TRUE(used("mourn", "The town mourns its poet."));
  EXPECT_TRUE(used("bury", "A landslide buried the road."));
  EXPECT_FALSE(used("stage", "The stage was dark. All stages were."));
  EXPECT_FALSE(used("series", "The series the club won."));
  EXPECT_FALSE(used("name", "His name is Doran."));
  EXPECT_FALSE(used("", "The dam broke."));
  EXPECT_FALSE(used("'", "'a'"));
}

}  // namespace
}  // namespace attache
