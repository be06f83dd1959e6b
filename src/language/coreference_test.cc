#include "language/coreference.h"

#include <gtest/gtest.h>

#include "language/analysis.h"
#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

struct Read {
  Report report;
  Language language;
};

Read read(const std::string& text, const Date& day = {}) {
  Read out;
  out.report = testing::plain_report(text, day);
  out.language = analyse_language(out.report, testing::resources().lexicon, testing::resources().knowledge, testing::resources().reader);
  return out;
}

// The nth place where the phrase stands as whole words.
Span place_of(std::string_view text, std::string_view phrase, int nth) {
  const auto part_of_word = [&](std::size_t at) { return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) || static_cast<unsigned char>(text[at]) >= 0x80); };
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const bool whole = (at == 0 || !part_of_word(at - 1)) && !part_of_word(at + phrase.size());
    if (whole && --nth == 0) return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
  }
  return {};
}

// An article in front is the same phrase.
Span without_article(std::string_view text, Span span) {
  for (std::string_view article : {"the ", "The ", "this ", "that ", "a ", "an "}) {
    if (slice(text, span).starts_with(article)) return {span.begin + static_cast<std::uint32_t>(article.size()), span.end};
  }
  return span;
}

const Reference* at(const Read& r, Span span) {
  for (const Reference& reference : r.language.references) {
    if (without_article(r.report.text, reference.span) == without_article(r.report.text, span)) return &reference;
  }
  return nullptr;
}

const Reference* at(const Read& r, std::string phrase) {
  int nth = 1;
  if (const std::size_t mark = phrase.rfind(" #"); mark != std::string::npos) {
    nth = std::stoi(phrase.substr(mark + 2));
    phrase.resize(mark);
  }
  const Span span = place_of(r.report.text, phrase, nth);
  EXPECT_FALSE(span.empty()) << "no \"" << phrase << "\" in: " << r.report.text;
  return at(r, span);
}

std::string name_at(const Read& r, const std::string& phrase) {
  const Reference* found = at(r, phrase);
  return found && found->kind != ReferenceKind::unnamed ? r.language.names.entities[found->entity].name : "";
}

std::string text_of(const testing::Case& c) {
  std::string text;
  for (const std::string& paragraph : c.values("text")) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

// "group some 3,000 Kurds"; empty where the phrase stands for nobody unnamed.
std::string unnamed_at(const Read& r, const std::string& phrase) {
  const Reference* found = at(r, phrase);
  if (!found || found->kind != ReferenceKind::unnamed) return "";
  const Entity& entity = r.language.names.entities[found->entity];
  EXPECT_TRUE(entity.unnamed);
  EXPECT_TRUE(entity.key.empty());
  return std::string(name_of(entity.type)) + " " + entity.name;
}

TEST(Coreference, UnnamedCases) {
  testing::check_cases("unnamed", [](const testing::Case& c) {
    const Read r = read(text_of(c));
    std::string wrong;
    for (const char* type : {"person", "group"}) {
      for (const std::string& line : c.values(type)) {
        const auto cells = testing::cells_of(line);
        const std::string found = unnamed_at(r, cells.at(0)), wanted = std::string(type) + " " + cells.at(1);
        if (found != wanted) wrong += "  " + cells[0] + ": \"" + found + "\" for \"" + wanted + "\"\n";
      }
    }
    for (const std::string& phrase : c.values("silent")) {
      if (const std::string found = unnamed_at(r, phrase); !found.empty()) wrong += "  " + phrase + ": \"" + found + "\", nothing should be said\n";
    }
    return wrong;
  });
}

TEST(Coreference, Cases) {
  testing::check_cases("references", [](const testing::Case& c) {
    const Read r = read(text_of(c), c.has("date") ? *parse_iso_date(c.value("date")) : Date{});
    std::string wrong;
    for (const std::string& line : c.values("means")) {
      const auto cells = testing::cells_of(line);
      const std::string found = name_at(r, cells.at(0));
      if (found != cells.at(1)) wrong += "  " + cells[0] + ": \"" + found + "\" for \"" + cells[1] + "\"\n";
    }
    for (const std::string& phrase : c.values("silent")) {
      if (const std::string found = name_at(r, phrase); !found.empty()) wrong += "  " + phrase + ": \"" + found + "\", nothing should be said\n";
    }
    return wrong;
  });
}

TEST(Coreference, ReferencesAreInOrderAndEveryEntityIsMentioned) {
  const Read r = read("Kosovo's president met NATO's Jens Lund in Oslo. The alliance said the country had asked for its troops. She thanked him, and the Military Alliance agreed.", {2022, 3, 24});
  std::vector<bool> mentioned(r.language.names.entities.size(), false);
  for (const Name& name : r.language.names.names) mentioned.at(name.entity) = true;
  std::uint32_t sentence = 0;
  for (const Reference& reference : r.language.references) {
    EXPECT_GE(reference.sentence, sentence);
    sentence = reference.sentence;
    EXPECT_LT(reference.first, reference.last);
    EXPECT_FALSE(reference.reason.empty());
    mentioned.at(reference.entity) = true;
  }
  EXPECT_EQ(std::count(mentioned.begin(), mentioned.end(), false), 0);
}

TEST(Coreference, ADescriptionWrittenLikeANameIsNoEntityOfItsOwn) {
  const Read r = read("NATO met in Brussels. Kosovo wants to become part of the Military Alliance.");
  for (const Entity& e : r.language.names.entities) EXPECT_NE(e.name, "Military Alliance");
}

TEST(Coreference, TheTableKnowsOfficeHoldersByDay) {
  EXPECT_EQ(name_at(read("Talks with France's president go on.", {2018, 5, 2}), "France's president"), "Emmanuel Macron");
  EXPECT_EQ(name_at(read("Talks with France's president go on.", {2016, 5, 2}), "France's president"), "Francois Hollande");
  EXPECT_EQ(name_at(read("Talks with France's president go on."), "France's president"), "");
  EXPECT_EQ(name_at(read("Talks with France's former president go on.", {2018, 5, 2}), "France's former president"), "");
}

TEST(Coreference, OtherLanguagesGetNone) {
  Report report = testing::plain_report("Die NATO tagt in Oslo. Das Buendnis und the alliance.");
  report.language.value = "de";
  EXPECT_TRUE(analyse_language(report, testing::resources().lexicon, testing::resources().knowledge, testing::resources().reader).references.empty());
}

TEST(Coreference, LongTextsOfPronounsStayLinear) {
  std::string text = "Ilka Doran met Odo Marsh. ";
  for (int i = 0; i < 20'000; ++i) text += "She told him that the alliance saw its troops and her country. ";
  const Read r = read(text);
  EXPECT_GT(r.language.references.size(), 0u);
}

}  // namespace
}  // namespace attache
