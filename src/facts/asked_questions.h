// Files of questions with the answers that reports give, for `attache answers`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

struct AskedQuestion {
  std::string id, question;
  std::vector<std::string> answers;
  std::vector<std::string> answer_ids;  // as JSON: a number or a text
};

// One record a line: {"qid": ..., "question": ..., "answers": [{"id": ..., "answer": ...}]}. A line that is none, or has more than 10,000
// answers, is refused with its number.
[[nodiscard]] Result<std::vector<AskedQuestion>> parse_asked_questions(std::string_view text, const std::string& source);

}  // namespace attache
