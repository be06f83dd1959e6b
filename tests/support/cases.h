// Hand-written cases of tests/cases: blocks of "field: value" lines under "== name", blank lines between them.
// A case that the program does not reach yet carries a line "open: why"; a test fails when such a case passes, so that
// the list of what is open stays true.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attache::testing {

struct Case {
  std::string name;
  int line = 0;
  std::map<std::string, std::vector<std::string>> fields;

  [[nodiscard]] bool has(const std::string& field) const { return fields.contains(field); }
  [[nodiscard]] std::string value(const std::string& field) const;                       // the first; empty when absent
  [[nodiscard]] std::vector<std::string> values(const std::string& field) const;
  [[nodiscard]] std::string text(const std::string& field) const;                        // with \n for line breaks
};

// Cases of tests/cases/NAME.txt.
[[nodiscard]] std::vector<Case> read_cases(const std::string& name);

// Runs `problem` (empty = the case passes) on each and holds the outcome against the "open" marks.
void check_cases(const std::string& name, const std::function<std::string(const Case&)>& problem);

// "a | b | c" -> trimmed cells.
[[nodiscard]] std::vector<std::string> cells_of(std::string_view line);

// What is in one list and not in the other, as a sentence; empty when both hold the same.
[[nodiscard]] std::string difference(std::vector<std::string> found, std::vector<std::string> wanted);

}  // namespace attache::testing
