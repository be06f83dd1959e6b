#include "ingest/line_rules.h"

#include <fstream>

#include <gtest/gtest.h>

namespace attache {
namespace {

// What the rules, taken together, say of a line; "body" when none of them wants it.
std::string kind_of(const std::string& line) {
  if (is_end_marker(line)) return "end";  // where little text follows; elsewhere the same words are a link
  if (is_related_link_line(line)) return "related";
  if (is_continue_line(line)) return "continue";
  if (is_furniture_line(line)) return "furniture";
  if (is_bare_caption(line)) return "caption";
  if (is_breadcrumb(line)) return "breadcrumb";
  return "body";
}

TEST(LineRules, NoBodyLineIsTaken) {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/cases/furniture.txt");
  int body = 0, other = 0, seen = 0;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line.front() == '#' || tab == std::string::npos) continue;
    const std::string wanted = line.substr(0, tab), text = line.substr(tab + 1), found = kind_of(text);
    if (wanted == "body") {
      ++body;
      EXPECT_EQ(found, "body") << text;  // losing text is the dangerous direction
    } else {
      ++other;
      if (found == wanted) ++seen;
      else std::printf("furniture: %s read as %s: %s\n", wanted.c_str(), found.c_str(), text.c_str());
    }
  }
  ASSERT_GE(body, 50);
  EXPECT_GE(seen, other * 9 / 10) << seen << " of " << other << " lines of furniture are known";
}

}  // namespace
}  // namespace attache
