#include <gtest/gtest.h>

#include "base/strings.h"
#include "language/conllu.h"

namespace attache {
namespace {

const SyntaxReader& reader() {
  static const Knowledge knowledge = load_knowledge();
  static const Result<SyntaxModel> model = shipped_model();
  static const SyntaxReader r(*model, knowledge);
  return r;
}

std::string conllu(const std::string& text) {
  static const Lexicon lexicon = load_lexicon();
  return to_conllu(text, "t", segment(text, {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph}}, lexicon), reader(), lexicon);
}

std::vector<std::vector<std::string>> rows_of(const std::string& out) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string_view line : split(out, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    rows.emplace_back();
    for (const std::string_view field : split(line, '\t')) rows.back().emplace_back(field);
  }
  return rows;
}

TEST(ShippedModel, IsThere) {
  const auto model = shipped_model();
  ASSERT_TRUE(model) << describe(model.error());
  EXPECT_EQ(model->labels.upos.size(), 17u);
  EXPECT_EQ(model->labels.names.size(), 17u);
}

TEST(Conllu, ASentenceOfNews) {
  const std::string out = conllu("The ministers didn\u2019t meet Ada Roe in Vienna.");
  const auto rows = rows_of(out);
  ASSERT_EQ(rows.size(), 11u) << out;  // ten words and the token of "didn't"
  EXPECT_TRUE(out.starts_with("# sent_id = t-1\n# text = The ministers didn\u2019t meet Ada Roe in Vienna.\n"));
  EXPECT_EQ(rows[1][1] + " " + rows[1][2] + " " + rows[1][3] + " " + rows[1][7], "ministers minister NOUN nsubj");
  EXPECT_EQ(rows[2][0] + " " + rows[2][1], "3-4 didn\u2019t");
  EXPECT_EQ(rows[4][1], "n\u2019t");
  EXPECT_EQ(rows[5][1] + " " + rows[5][6] + " " + rows[5][7], "meet 0 root");
  EXPECT_EQ(rows[1][6], rows[5][0]);
  EXPECT_EQ(rows[6][9], "Begin=26|Name=B-PER");
  EXPECT_EQ(rows[7][9], "Begin=30|Name=I-PER");
  EXPECT_EQ(rows[9][9], "Begin=37|Name=B-LOC|SpaceAfter=No");
  EXPECT_EQ(rows[10][3], "PUNCT");
}

TEST(Conllu, EachSentenceHasOneRootAndItsWordsAreItsText) {
  const std::string text = "\"We can't,\" said U.S. Gen. Odo Marsh (b. 1961). \u201cNot now\u201d -- not ever! Doran-Veld's e-mail: a@b.example";
  const std::string out = conllu(text);
  int roots = 0, sentences = 0;
  std::string joined;
  for (const std::string_view line : split(out, '\n')) sentences += line.starts_with("# sent_id") ? 1 : 0;
  for (const auto& row : rows_of(out)) {
    ASSERT_EQ(row.size(), 10u);
    if (row[0].find('-') != std::string::npos) continue;
    roots += row[6] == "0" ? 1 : 0;
    joined += row[1];
  }
  EXPECT_EQ(roots, sentences);
  std::string squeezed;
  for (const char c : text) squeezed += c == ' ' ? "" : std::string(1, c);
  EXPECT_EQ(joined, squeezed);
}

}  // namespace
}  // namespace attache
