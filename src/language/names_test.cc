#include "language/names.h"

#include <set>

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

struct Found {
  Report report;
  Segmentation segmentation;
  NameAnalysis names;
};

Found find(const std::string& text) {
  Found f;
  f.report = testing::plain_report(text);
  f.segmentation = segment(f.report.text, f.report.blocks, testing::resources().lexicon);
  f.names = find_names(f.report.text, f.segmentation, testing::resources().lexicon, testing::resources().knowledge, &testing::resources().reader);
  return f;
}

TEST(Names, Cases) {
  testing::check_cases("names", [](const testing::Case& c) {
    const Found f = find(c.text("text"));
    std::vector<std::string> found;
    std::set<std::uint32_t> seen;
    for (const Name& n : f.names.names) {
      if (n.adjective || !seen.insert(n.entity).second) continue;
      const Entity& e = f.names.entities[n.entity];
      found.push_back(std::string(slice(f.report.text, n.span)) + " | " + std::string(name_of(e.type)) + " | " + e.name);
    }
    std::string wrong = testing::difference(found, c.values("name"));
    for (const std::string& no : c.values("not")) {
      for (const Name& n : f.names.names) {
        if (!n.adjective && slice(f.report.text, n.span) == no) wrong += "  taken for a name: " + no + "\n";
      }
    }
    return wrong;
  });
}

TEST(Names, SpansLieInOrder) {
  const Found f = find("President Alma Dragovic of Kosovo, the Turkish foreign minister and NATO's Jens Lund met in Oslo.");
  std::uint32_t last = 0;
  for (const Name& n : f.names.names) {
    EXPECT_GE(n.span.begin, last);
    last = n.span.end;
  }
}

TEST(Names, RolesComeFromTheWordsBeside) {
  const Found f = find("Kosovo President Alma Dragovic spoke. Radu Celan, the Moldovan foreign minister, listened.");
  std::set<std::string> roles;
  for (const Entity& e : f.names.entities) {
    for (const Role& r : e.roles) roles.insert(e.name + ": " + r.office + " of " + r.of);
  }
  EXPECT_TRUE(roles.contains("Alma Dragovic: president of XK")) << ::testing::PrintToString(roles);
  EXPECT_TRUE(roles.contains("Radu Celan: foreign minister of MD")) << ::testing::PrintToString(roles);
}

}  // namespace
}  // namespace attache
