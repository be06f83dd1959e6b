#include "cli/question_files.h"

#include <memory>

#include "base/file.h"
#include "cli/body_files.h"
#include "cli/outputs.h"

namespace attache {

Result<PendingQuestion> load_question(const std::string& file) {
  const Result<std::string> text = read_file(file, QuestionLimits{}.bytes);
  if (!text) return tl::unexpected<Error>(text.error());
  Result<Question> question = read_question(*text, file);
  if (!question) return tl::unexpected<Error>(question.error());
  Result<Body> body = question->body_file.empty() ? load_body(question->body) : load_body(question->body_file, file);
  if (!body) return tl::unexpected<Error>(body.error());
  return PendingQuestion{std::move(*question), std::move(*body), {}, file};
}

void add_question_options(CLI::App& app, RunOptions& options) {
  const auto read = [&options](const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      Result<PendingQuestion> pending = load_question(file);
      if (!pending) throw CLI::ValidationError("--question", describe(pending.error()));
      options.questions.push_back(std::move(*pending));
    }
  };
  const auto each_day = [&options](Date DecisionDays::*day) {
    return [&options, day](const std::string& text) {
      const std::optional<Date> date = parse_iso_date(text);
      if (!date || !is_valid(*date)) throw CLI::ValidationError("not a day as 2024-03-05: " + text);
      options.question_days.*day = *date;
    };
  };
  app.add_option_function<std::vector<std::string>>("--question", read, "a pending decision, as \"attache question new\" writes it: where its members stand; may be given again")->allow_extra_args(false)->type_name("FILE");
  app.add_option_function<std::string>("--as-of", each_day(&DecisionDays::as_of), "decisions: as things stood on this day")->type_name("DATE");
  app.add_option_function<std::string>("--since", each_day(&DecisionDays::since), "decisions: what has changed since this day")->type_name("DATE");
}

}  // namespace attache
