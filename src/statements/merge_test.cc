#include "statements/merge.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

// ---- mentions given by hand: what is merged and what is not ----

struct Said {
  std::string speaker;  // a person; in lower case a description
  std::string words;
  StatementKind kind = StatementKind::direct;
};

class Collection {
 public:
  void add(const std::vector<Said>& said, const Date& day = {2024, 3, 12}, std::uint32_t story = 0) {
    Analysis a;
    a.report.id = "r-" + std::to_string(analyses_.size());
    a.report.published.value = day;
    for (const Said& s : said) {
      StatementMention m;
      m.kind = s.kind;
      const auto begin = static_cast<std::uint32_t>(a.report.text.size());
      a.report.text += s.words;
      m.content = {{begin, static_cast<std::uint32_t>(a.report.text.size())}};
      a.report.text += "\n";
      m.speaker_text = s.speaker;
      if (s.speaker.front() >= 'A' && s.speaker.front() <= 'Z') {
        m.speaker = static_cast<std::uint32_t>(a.entities.size());
        for (std::uint32_t e = 0; e < a.entities.size(); ++e) {
          if (a.entities[e].name == s.speaker) m.speaker = e;
        }
        if (m.speaker == a.entities.size()) a.entities.push_back({EntityType::person, s.speaker, "", 0, {}, {}});
      }
      a.statements.push_back(std::move(m));
    }
    a.report.blocks.push_back({{0, static_cast<std::uint32_t>(a.report.text.size())}, BlockKind::paragraph});
    analyses_.push_back(std::move(a));
    stories_.story_of.push_back(story);
    if (story >= stories_.stories.size()) stories_.stories.resize(story + 1);
    stories_.stories[story].reports.push_back(static_cast<std::uint32_t>(analyses_.size() - 1));
    lineage_.family_of.push_back(-1);
    lineage_.member_of.push_back(-1);
  }
  void family(std::uint32_t a, std::uint32_t b) {
    Family& f = lineage_.families.emplace_back();
    for (std::uint32_t r : {a, b}) {
      lineage_.family_of[r] = static_cast<std::int32_t>(lineage_.families.size() - 1);
      lineage_.member_of[r] = static_cast<std::int32_t>(f.members.size());
      f.members.emplace_back().report = r;
    }
  }
  [[nodiscard]] std::vector<Statement> merged() const {
    Stories stories = stories_;
    stories.threads.resize(1);
    for (std::uint32_t s = 0; s < stories.stories.size(); ++s) stories.threads[0].stories.push_back(s);
    return merge_statements(analyses_, lineage_, stories, find_actors(analyses_, lineage_, stories), {});
  }
  // The mentions of each statement as "report.mention", statements and mentions in their order.
  [[nodiscard]] std::string groups() const {
    std::string out;
    for (const Statement& s : merged()) {
      out += out.empty() ? "" : " | ";
      for (std::size_t m = 0; m < s.mentions.size(); ++m) out += (m ? " " : "") + std::to_string(s.mentions[m].report) + "." + std::to_string(s.mentions[m].mention);
    }
    return out;
  }

 private:
  std::vector<Analysis> analyses_;
  Stories stories_;
  Lineage lineage_;
};

constexpr const char* kDoran = "Ilka Doran";
constexpr const char* kBrenn = "Tomas Brenn";
constexpr const char* kTrade = "\"We will not trade the safety of our villages for the comfort of a conference room\"";
constexpr const char* kTradeOtherwise = "\"We will not give up our villages' safety for the comfort of a meeting room\"";
constexpr const char* kRail = "\"Nobody inspects the wagons that cross the bridge at night\"";

TEST(MergeStatements, NoStatements) { EXPECT_TRUE(Collection().merged().empty()); }

TEST(MergeStatements, TheSameWordsInTwoReportsAreOneStatement) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kDoran, "“We will not trade the safety of our villages for the comfort of a conference room,”"}});
  const std::vector<Statement> merged = c.merged();
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].mentions.size(), 2u);
  EXPECT_EQ(merged[0].speaker, kDoran);
  EXPECT_EQ(merged[0].variants.size(), 1u) << "marks make no other wording";
  EXPECT_EQ(merged[0].wordings, std::vector<Wording>{Wording::same});
}

TEST(MergeStatements, SpellingMakesNoOtherWording) {
  Collection c;
  c.add({{kDoran, "\"The defence of the harbour is ours\""}});
  c.add({{kDoran, "\"The defense of the harbor is ours\""}});
  const std::vector<Statement> merged = c.merged();
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].variants.size(), 1u);
}

TEST(MergeStatements, AnotherTranslationIsAVariant) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kDoran, kTradeOtherwise}});
  const std::vector<Statement> merged = c.merged();
  ASSERT_EQ(merged.size(), 1u);
  ASSERT_EQ(merged[0].variants.size(), 2u);
  EXPECT_EQ(merged[0].wordings, (std::vector<Wording>{Wording::same, Wording::other_wording}));
}

TEST(MergeStatements, InACopyAnotherWordingIsAnEdit) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kDoran, kTradeOtherwise}});
  c.family(0, 1);
  EXPECT_EQ(c.merged()[0].wordings, (std::vector<Wording>{Wording::same, Wording::copy_edit}));
}

TEST(MergeStatements, IndirectSpeechIsAParaphrase) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kDoran, "that they would not trade the safety of their villages for the comfort of a room", StatementKind::indirect}});
  const std::vector<Statement> merged = c.merged();
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].wordings, (std::vector<Wording>{Wording::same, Wording::paraphrase}));
}

TEST(MergeStatements, APartialQuotationJoinsTheFullOne) {
  // all 6 quoted words lie in the full quotation; of all words together 6 of 15 and 16 are too few (Dice .39)
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kDoran, "that envoys who never saw snow would always prefer \"the comfort of a conference room\"", StatementKind::mixed}});
  EXPECT_EQ(c.groups(), "0.0 1.0");
}

TEST(MergeStatements, AShortQuotationInsideALongOneIsAPart) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kDoran, "\"the comfort of a conference room\""}});
  EXPECT_EQ(c.merged()[0].wordings, (std::vector<Wording>{Wording::same, Wording::part}));
}

TEST(MergeStatements, AFewQuotedWordsAreNotEnough) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kDoran, "that there is no \"conference room\" in the valley this year", StatementKind::mixed}});
  EXPECT_EQ(c.groups(), "0.0 | 1.0");
}

TEST(MergeStatements, TwoStatementsOfOneSpeakerStayApart) {
  Collection c;
  c.add({{kDoran, kTrade}, {kDoran, kRail}});
  c.add({{kDoran, kRail}, {kDoran, kTradeOtherwise}});
  EXPECT_EQ(c.groups(), "0.0 1.1 | 0.1 1.0");
}

TEST(MergeStatements, TheSameWordsOfTwoSpeakersStayApart) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kBrenn, kTrade}});
  EXPECT_EQ(c.groups(), "0.0 | 1.0");
}

TEST(MergeStatements, ASurnameIsTheSameSpeaker) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{"Doran", kTrade}});
  EXPECT_EQ(c.groups(), "0.0 1.0");
}

TEST(MergeStatements, WordsRepeatedWithinAReportAreSaidOnce) {
  Collection c;
  c.add({{kDoran, kTrade}, {kDoran, kTrade}});
  const std::vector<Statement> merged = c.merged();
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].mentions.size(), 2u);
  EXPECT_EQ(merged[0].variants.size(), 1u);
}

TEST(MergeStatements, TwoWordingsWithinAReportAreTwoStatements) {
  Collection c;
  c.add({{kDoran, kTrade}, {kDoran, kTradeOtherwise}});
  EXPECT_EQ(c.groups(), "0.0 | 0.1");
}

TEST(MergeStatements, AStatementTakesTheBestMentionOfAReport) {
  Collection c;
  c.add({{kDoran, kTrade}});
  c.add({{kDoran, kTradeOtherwise}, {kDoran, kTrade}});
  EXPECT_EQ(c.groups(), "0.0 1.1 | 1.0");
}

TEST(MergeStatements, OtherWordingsWeeksLaterAreAnotherOccasion) {
  Collection c;
  c.add({{kDoran, kTrade}}, {2024, 3, 12});
  c.add({{kDoran, kTradeOtherwise}}, {2024, 3, 22});
  EXPECT_EQ(c.groups(), "0.0 1.0");
  Collection later;
  later.add({{kDoran, kTrade}}, {2024, 3, 12});
  later.add({{kDoran, kTradeOtherwise}}, {2024, 3, 23});
  EXPECT_EQ(later.groups(), "0.0 | 1.0");
}

TEST(MergeStatements, TheSameWordsWeeksLaterAreQuotedAgain) {
  Collection c;
  c.add({{kDoran, kTrade}}, {2024, 3, 12});
  c.add({{kDoran, kTrade}}, {2024, 9, 12}, 1);
  EXPECT_EQ(c.groups(), "0.0 1.0");
}

TEST(MergeStatements, AnUnnamedSourceIsTheSameWithinAStoryOnly) {
  Collection c;
  c.add({{"a council official", kTrade}}, {2024, 3, 12}, 0);
  c.add({{"a council official", kTrade}}, {2024, 3, 12}, 1);
  c.add({{"a bank official", kTrade}}, {2024, 3, 12}, 0);
  EXPECT_EQ(c.groups(), "0.0 | 1.0 | 2.0");
}

TEST(MergeStatements, DescriptionsDifferByTheirArticleOnly) {
  Collection c;
  c.add({{"a council official", kTrade}});
  c.add({{"the council official", kTrade}});
  c.add({{"one council official", kTrade}});
  const std::vector<Statement> merged = c.merged();
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].actor, 0xFFFFFFFFu);
  EXPECT_EQ(merged[0].speaker, "a council official");
}

TEST(MergeStatements, EveryMentionIsInOneStatementOnce) {
  Collection c;
  c.add({{kDoran, kTrade}, {kDoran, kRail}, {kBrenn, kRail}, {"a council official", kTrade}});
  c.add({{kDoran, kTradeOtherwise}, {kBrenn, "\"No\""}, {kDoran, kTrade}, {kDoran, "\"\""}});
  c.add({{kBrenn, kRail}, {kBrenn, kRail}, {"an aide", "\"...\""}});
  std::multiset<std::pair<std::uint32_t, std::uint32_t>> seen, in_variants;
  for (const Statement& s : c.merged()) {
    EXPECT_EQ(s.variants.size(), s.wordings.size());
    EXPECT_TRUE(std::is_sorted(s.mentions.begin(), s.mentions.end(), [](const MentionRef& a, const MentionRef& b) { return std::pair(a.report, a.mention) < std::pair(b.report, b.mention); }));
    for (const MentionRef& m : s.mentions) seen.emplace(m.report, m.mention);
    for (const Variant& v : s.variants) {
      for (const MentionRef& m : v.mentions) in_variants.emplace(m.report, m.mention);
    }
  }
  const std::multiset<std::pair<std::uint32_t, std::uint32_t>> all = {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 0}, {1, 1}, {1, 2}, {1, 3}, {2, 0}, {2, 1}, {2, 2}};
  EXPECT_EQ(seen, all);
  EXPECT_EQ(in_variants, all);
}

TEST(MergeStatements, IdsAreTheirOwnAndStayWhenAReportJoins) {
  Collection c;
  c.add({{kDoran, kTrade}, {kDoran, kRail}, {kBrenn, kRail}});
  std::vector<std::string> before;
  for (const Statement& s : c.merged()) before.push_back(s.id);
  EXPECT_EQ(std::set<std::string>(before.begin(), before.end()).size(), 3u);
  c.add({{kDoran, kTrade}, {kBrenn, "\"The harvest road must be free of trucks\""}});
  std::vector<std::string> after;
  for (const Statement& s : c.merged()) after.push_back(s.id);
  after.resize(3);
  EXPECT_EQ(before, after);
}

TEST(ContentWords, PiecesAreJoined) {
  Analysis a;
  a.report.text = "\"We wait,\"  she\nsaid, \"and  see.\"";
  StatementMention m;
  m.content = {{0, 10}, {21, 33}};
  EXPECT_EQ(content_words(a, m), "\"We wait,\" … \"and see.\"");
}

// ---- from texts ----

const std::vector<testing::TextSource>& letters() {
  static const std::vector<testing::TextSource> kLetters = {
      {"President Ilka Doran on Tuesday asked the Littoral Council to keep its observers on the river Tamsel. \"We will not trade the safety of our villages for the comfort of a conference room,\" Doran wrote in a letter.\n"
       "A council official said that the letter would be answered within a week.\n",
       "2024-03-12T09:00:00Z", "Lakeland Courier", "Northwire", "Velmara asks for observers", "first"},
      {"President Ilka Doran wants the observers on the Tamsel to stay. \"We will not give up our villages' safety for the comfort of a meeting room,\" she wrote to the Littoral Council.\n"
       "\"Nobody inspects the wagons that cross the bridge at night,\" Doran said on the radio.\n",
       "2024-03-13T09:00:00Z", "Aldrian Observer", "CPA", "Letter from Velmara", "second"},
      {"In the letter that President Ilka Doran sent to the Littoral Council about the observers on the Tamsel she refuses \"the comfort of a conference room\".\n"
       "Tomas Brenn, who leads the opposition, said: \"We will not trade our harvest for white cars.\"\n",
       "2024-03-14T09:00:00Z", "Southern Post", "Meridian", "Doran refuses", "third"},
  };
  return kLetters;
}

// Each statement as "speaker: report, report".
std::vector<std::string> lines_of(const Dossier& d) {
  std::vector<std::string> out;
  for (const Statement& s : d.statements) {
    std::string line = s.id + " " + s.speaker + ":";
    for (const MentionRef& m : s.mentions) line += " " + d.analyses[m.report].report.name + "[" + content_words(d.analyses[m.report], d.analyses[m.report].statements[m.mention]) + "]";
    for (Wording w : s.wordings) line += " " + std::string(name_of(w));
    out.push_back(std::move(line));
  }
  return out;
}

TEST(MergeStatements, ALetterTranslatedTwiceIsOneStatement) {
  const Dossier d = testing::dossier_of(letters());
  const auto trade = std::find_if(d.statements.begin(), d.statements.end(), [](const Statement& s) { return s.mentions.size() > 1; });
  ASSERT_NE(trade, d.statements.end());
  EXPECT_EQ(trade->speaker, "Ilka Doran");
  std::set<std::string> reports;
  for (const MentionRef& m : trade->mentions) reports.insert(d.analyses[m.report].report.name);
  EXPECT_TRUE(reports.contains("first") && reports.contains("second"));
  for (const Statement& s : d.statements) {
    if (&s != &*trade) { EXPECT_EQ(s.mentions.size(), 1u) << s.speaker; }
  }
}

TEST(MergeStatements, OrderOfInputAndThreadsLeaveNoTrace) {
  std::vector<testing::TextSource> sources = letters();
  const std::vector<std::string> wanted = lines_of(testing::dossier_of(sources));
  EXPECT_GE(wanted.size(), 4u);
  std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  do {
    EXPECT_EQ(lines_of(testing::dossier_of(sources)), wanted);
    EXPECT_EQ(lines_of(testing::dossier_of(sources, 2)), wanted);
  } while (std::next_permutation(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));
}

}  // namespace
}  // namespace attache
