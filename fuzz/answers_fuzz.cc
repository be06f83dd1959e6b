// Any bytes as a file of questions: read or refused; every answer gets a group, groups are numbered as they come.
#include <algorithm>
#include <cstdint>

#include "facts/asked_questions.h"
#include "facts/same_answer.h"
#include "require.h"

using namespace attache;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SameWords same_words = load_same_words();
  const auto questions = parse_asked_questions(std::string_view(reinterpret_cast<const char*>(data), size), "f");
  if (!questions) {
    require(questions.error().line.has_value(), "a refusal names its line");
    return 0;
  }
  for (const AskedQuestion& q : *questions) {
    require(q.answers.size() == q.answer_ids.size(), "every answer has an id");
    const std::vector<std::uint32_t> groups = group_answers(q.question, q.answers, same_words);
    require(groups.size() == q.answers.size(), "every answer has a group");
    std::uint32_t next = 0;
    for (const std::uint32_t g : groups) {
      require(g <= next, "groups are numbered in the order of their first answers");
      next = std::max(next, g + 1);
    }
  }
  return 0;
}
