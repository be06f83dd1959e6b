#include "support/cases.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "base/strings.h"

namespace attache::testing {

std::string Case::value(const std::string& field) const {
  const auto found = fields.find(field);
  return found == fields.end() ? "" : found->second.front();
}

std::vector<std::string> Case::values(const std::string& field) const {
  const auto found = fields.find(field);
  return found == fields.end() ? std::vector<std::string>() : found->second;
}

std::string Case::text(const std::string& field) const {
  std::string out;
  const std::string raw = value(field);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\\' && i + 1 < raw.size() && raw[i + 1] == 'n') {
      out += '\n';
      ++i;
    } else {
      out += raw[i];
    }
  }
  return out;
}

std::vector<Case> read_cases(const std::string& name) {
  std::vector<Case> out;
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/cases/" + name + ".txt");
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (trim(line).empty() || line.front() == '#') continue;
    if (line.starts_with("== ")) {
      out.push_back({std::string(trim(line.substr(3))), number, {}});
      continue;
    }
    const std::size_t colon = line.find(':');
    if (out.empty() || colon == std::string::npos) {
      ADD_FAILURE() << name << ".txt:" << number << ": neither a case nor a field: " << line;
      continue;
    }
    const std::string_view value = std::string_view(line).substr(colon + 1);
    out.back().fields[std::string(trim(line.substr(0, colon)))].emplace_back(value.starts_with(' ') ? value.substr(1) : value);
  }
  EXPECT_FALSE(out.empty()) << name << ".txt holds no case";
  return out;
}

void check_cases(const std::string& name, const std::function<std::string(const Case&)>& problem) {
  int passed = 0, open = 0;
  for (const Case& c : read_cases(name)) {
    const std::string wrong = problem(c);
    if (c.has("open")) {
      ++open;
      EXPECT_FALSE(wrong.empty()) << name << ".txt:" << c.line << ": " << c.name << " passes now; take its open line out";
    } else {
      passed += wrong.empty();
      EXPECT_TRUE(wrong.empty()) << name << ".txt:" << c.line << ": " << c.name << "\n" << wrong;
    }
  }
  std::printf("%s: %d cases pass, %d are open\n", name.c_str(), passed, open);
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> out;
  for (std::string_view cell : split(line, '|')) out.emplace_back(trim(cell));
  return out;
}

std::string difference(std::vector<std::string> found, std::vector<std::string> wanted) {
  std::sort(found.begin(), found.end());
  std::sort(wanted.begin(), wanted.end());
  std::vector<std::string> extra, missing;
  std::set_difference(found.begin(), found.end(), wanted.begin(), wanted.end(), std::back_inserter(extra));
  std::set_difference(wanted.begin(), wanted.end(), found.begin(), found.end(), std::back_inserter(missing));
  std::string out;
  for (const std::string& s : missing) out += "  missing: " + s + "\n";
  for (const std::string& s : extra) out += "  found:   " + s + "\n";
  return out;
}

}  // namespace attache::testing
