#include "facts/asked_questions.h"

#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "text/utf8.h"

namespace attache {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostAnswersRead = 10'000;

bool has(const Json& object, const char* key, bool (Json::*is)() const noexcept) { return object.is_object() && object.contains(key) && (object[key].*is)(); }

}  // namespace

Result<std::vector<AskedQuestion>> parse_asked_questions(std::string_view text, const std::string& source) {
  std::vector<AskedQuestion> out;
  std::uint64_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    const auto wrong = [&](std::string what) { return tl::unexpected<Error>(Error{ErrorCode::invalid_json, std::move(what), source, number}); };
    if (!is_valid_utf8(line)) return wrong("not UTF-8");
    const Json record = Json::parse(line, nullptr, false);
    if (!has(record, "qid", &Json::is_string) || !has(record, "question", &Json::is_string) || !has(record, "answers", &Json::is_array)) return wrong("no \"qid\", \"question\" and \"answers\"");
    if (record["answers"].size() > kMostAnswersRead) return wrong("more than " + std::to_string(kMostAnswersRead) + " answers");
    AskedQuestion question{record["qid"], record["question"], {}, {}};
    for (const Json& answer : record["answers"]) {
      if (!has(answer, "answer", &Json::is_string) || !(has(answer, "id", &Json::is_string) || has(answer, "id", &Json::is_number))) return wrong("an answer without \"id\" and \"answer\"");
      question.answers.push_back(answer["answer"]);
      question.answer_ids.push_back(answer["id"].dump());
    }
    out.push_back(std::move(question));
  }
  return out;
}

}  // namespace attache
