#include "room/query_words.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::string expression(std::string_view typed) { return match_expression(parse_query(typed)); }

std::string marked(std::string_view typed, const std::string& text) {
  std::string out;
  std::uint32_t at = 0;
  for (const Span s : find_query_words(parse_query(typed), text)) {
    out += text.substr(at, s.begin - at) + "[" + text.substr(s.begin, s.size()) + "]";
    at = s.end;
  }
  return out + text.substr(at);
}

TEST(QueryWords, WordsPhrasesAndWhatIsLeftOut) {
  EXPECT_EQ(expression("ferry"), "\"ferry\"");
  EXPECT_EQ(expression("  Ferry   SANK "), "\"ferry\" AND \"sank\"");
  EXPECT_EQ(expression("\"ferry sank\" off"), "\"ferry sank\" AND \"off\"");
  EXPECT_EQ(expression("ferry -boat -\"fish hall\""), "(\"ferry\") NOT (\"boat\" OR \"fish hall\")");
  EXPECT_EQ(expression("ferr*"), "\"ferr\" *");
  EXPECT_EQ(expression("\"the ferr\"*"), "\"the ferr\" *");
  EXPECT_EQ(expression("Halvarsen-Roque"), "\"halvarsen roque\"") << "one word with a hyphen is a phrase";
  EXPECT_EQ(expression("Erdoğan's"), "\"erdogan s\"");
}

TEST(QueryWords, NothingTypedIsSyntax) {
  for (const char* typed : {"", "   ", "\"", "\"\"", "-", "--", "*", "- -", "( ) [ ] { } ^ : + ,", "-ferry", "-\"a b\" -c", "\"...\"", "'", ";", "\\"}) EXPECT_EQ(expression(typed), "") << typed;
  EXPECT_EQ(expression("a OR b AND c NOT d NEAR(e f)"), "\"a\" AND \"or\" AND \"b\" AND \"and\" AND \"c\" AND \"not\" AND \"d\" AND \"near e\" AND \"f\"");
  EXPECT_EQ(expression("title:ferry {words}: x^2"), "\"title ferry\" AND \"words\" AND \"x 2\"");
  EXPECT_EQ(expression("a\"b\"c"), "\"a\" AND \"b\" AND \"c\"");
  EXPECT_EQ(expression("\"never closed"), "\"never closed\"");
  EXPECT_EQ(expression("x\" OR rowid > 0 --"), "\"x\" AND \"or rowid 0\"");
}

TEST(QueryWords, LongQueriesAreCut) {
  std::string many;
  for (int k = 0; k < 500; ++k) many += "w ";
  EXPECT_EQ(parse_query(many).size(), kMostParts);
  EXPECT_EQ(parse_query(std::string(100000, 'x')).front().words.front().size(), kMostQueryBytes);
  std::string letters;
  for (int k = 0; k < 600; ++k) letters += "é";
  EXPECT_EQ(parse_query("a" + letters).front().words.front().size(), 500u) << "never in the middle of a letter";
}

TEST(QueryWords, MarksWhatWasLookedFor) {
  EXPECT_EQ(marked("ferry", "The ferry, the Ferry and the ferryman."), "The [ferry], the [Ferry] and the ferryman.");
  EXPECT_EQ(marked("ferr*", "The ferry and the ferryman."), "The [ferry] and the [ferryman].");
  EXPECT_EQ(marked("\"ferry sank\"", "The ferry sank. A ferry. It sank."), "The [ferry sank]. A ferry. It sank.");
  EXPECT_EQ(marked("ferry -sank", "The ferry sank."), "The [ferry] sank.");
  EXPECT_EQ(marked("erdogan", "ERDOĞAN said; Erdoğan’s"), "[ERDOĞAN] said; [Erdoğan]’s");
  EXPECT_EQ(marked("krusova", "Zdena Kru\u0161ov\u00e1"), "Zdena [Kru\u0161ov\u00e1]");
  EXPECT_EQ(marked("ferry \"ferry sank\"", "ferry sank"), "[ferry sank]") << "the longest";
  EXPECT_EQ(marked("\U0001F600", "a \U0001F600 b"), "a \U0001F600 b");
}

}  // namespace
}  // namespace attache
