// attache answers FILE...: which short answers to a question say the same.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "facts/asked_questions.h"
#include "facts/same_answer.h"

namespace attache {
namespace {

constexpr std::uint64_t kLargestFile = 64u << 20;

struct Options {
  std::vector<std::string> inputs;
  SameAnswerOptions grouping;
};

Result<std::string> group_file(const std::string& path, const SameWords& same_words, const SameAnswerOptions& options) {
  const Result<std::string> text = read_file(path, kLargestFile);
  if (!text) return tl::unexpected<Error>(text.error());
  const Result<std::vector<AskedQuestion>> questions = parse_asked_questions(*text, path);
  if (!questions) return tl::unexpected<Error>(questions.error());
  std::string out;
  for (const AskedQuestion& q : *questions) {
    const std::vector<std::uint32_t> groups = group_answers(q.question, q.answers, same_words, options);
    for (std::size_t i = 0; i < groups.size(); ++i) out += fmt::format("{{\"qid\":{},\"id\":{},\"cluster\":{}}}\n", nlohmann::json(q.id).dump(), q.answer_ids[i], groups[i]);
  }
  return out;
}

int run(const Options& options) {
  Console console(false);
  const SameWords same_words = load_same_words();
  std::string out;
  for (const std::string& input : options.inputs) {
    const Result<std::string> grouped = group_file(input, same_words, options.grouping);
    if (!grouped) {
      console.fail(describe(grouped.error()));
      return 1;
    }
    out += *grouped;
  }
  return write_output("-", out, console) ? 0 : 3;
}

}  // namespace

Command answers_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("answers", "Say which short answers to a question say the same");
  app->add_option("INPUT", options->inputs, "a JSON record a line: qid, question, answers with id and answer")->required();
  app->add_option("--least", options->grouping.least_likeness, "likeness that answers of one group must have, from 0 to 1")->capture_default_str()->check(CLI::Range(0.0, 1.0));
  return {app, [options] { return run(*options); }};
}

}  // namespace attache
