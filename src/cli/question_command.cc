// attache question: a file for a pending decision, and where it stands by the votes of the file and by what reports tell.
#include <filesystem>


#include "base/file.h"
#include "base/strings.h"
#include "bodies/question.h"
#include "cli/body_files.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/decision_text.h"
#include "cli/outputs.h"
#include "cli/question_files.h"
#include "dossier/json.h"
#include "pipeline/run.h"

namespace attache {
namespace {

struct NewOptions {
  Question question;
  std::string day, out = "-";
};

struct ShowOptions {
  std::string file, day, since;
  std::vector<std::string> reports;
  RunOptions run;
  bool json = false, quiet = false;
};

int status_of(const Error& error) { return error.code == ErrorCode::wrong_usage ? 2 : 1; }

int show(const ShowOptions& options) {
  Console console(options.quiet);
  Result<PendingQuestion> pending = load_question(options.file);
  if (!pending) {
    console.fail(describe(pending.error()));
    return status_of(pending.error());
  }
  if (!options.day.empty()) pending->days.as_of = *parse_iso_date(options.day);
  if (!options.since.empty()) pending->days.since = *parse_iso_date(options.since);
  Dossier dossier;
  if (!options.reports.empty()) {
    const Resources resources = load_resources();
    const Progress progress = console.progress();
    dossier = assemble(analyse_inputs(options.reports, resources, options.run, progress), resources, options.run, progress);
    console.finish();
  }
  const Result<Decision> decision = decide(*pending, {dossier.analyses, dossier.stories, dossier.origins, dossier.bounds}, load_knowledge());
  if (!decision) {
    console.fail(describe(decision.error()));
    return status_of(decision.error());
  }
  if (!write_output("-", options.json ? decision_to_json(dossier, *decision) : decision_text(dossier, *decision), console)) return 3;
  return dossier.refused.empty() ? 0 : 1;
}

int write_new(NewOptions options) {
  Console console(false);
  Question& question = options.question;
  if (question.body.ends_with(".toml")) std::swap(question.body, question.body_file);
  if (!options.day.empty()) question.as_of = *parse_iso_date(options.day);
  Result<Body> body = load_body(question.body.empty() ? question.body_file : question.body);
  if (!body) {
    console.fail(describe(body.error()));
    return status_of(body.error());
  }
  const Result<Chamber> chamber = chamber_of(std::move(*body), question.rule, question.as_of, load_knowledge());
  if (!chamber) {
    console.fail(describe(chamber.error()));
    return status_of(chamber.error());
  }
  question.rule = chamber->rule.id;
  if (!question.body.empty()) question.body = chamber->body.id;
  if (question.name.empty()) question.name = question.candidate.empty() ? chamber->rule.name : question.candidate + ": " + chamber->rule.name;
  if (!question.body_file.empty() && options.out != "-") {
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::absolute(options.out, ignored).parent_path();
    question.body_file = std::filesystem::relative(std::filesystem::absolute(question.body_file, ignored), folder, ignored).generic_string();
  }
  const std::string text = write_question(question);
  if (const Result<Question> back = read_question(text, options.out); !back) {
    console.fail(describe(back.error()));
    return 2;
  }
  return write_output(options.out, text, console) ? 0 : 3;
}

}  // namespace

Command question_new_command(CLI::App& question) {
  auto options = std::make_shared<NewOptions>();
  CLI::App* app = question.add_subcommand("new", "Write a question file to fill in");
  app->add_option("BODY", options->question.body, "a body's id or name, or a file that ends with .toml")->required();
  app->add_option("--rule", options->question.rule, "id of the rule; the first one in force without it");
  app->add_option("--candidate", options->question.candidate, "whom the decision is about");
  app->add_option("--name", options->question.name, "what the question is called");
  app->add_option("--wording", options->question.wordings, "what reports call the decision; may be given several times");
  add_day_option(*app, "--as-of", options->day, "the day the question is asked for, as 2024-03-05");
  app->add_option("-o,--out", options->out, "file to write; standard output without it");
  return {app, [options] { return write_new(*options); }};
}

Command question_show_command(CLI::App& question) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* app = question.add_subcommand("show", "Show where a decision stands: who is for and against, and what can still happen");
  app->add_option("FILE", options->file, "a question file")->required();
  app->add_option("--reports", options->reports, "read where the members stand from these: files, folders, globs or - for standard input");
  add_day_option(*app, "--as-of", options->day, "as things stood on this day: its members, what was said and done until then");
  add_day_option(*app, "--since", options->since, "what has changed since this day");
  app->add_flag("--json", options->json, "one JSON object");
  add_input_options(*app, options->run);
  add_assemble_options(*app, options->run);
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] { return show(*options); }};
}

Command question_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("question", "Write a file for a pending decision, or show where it stands");
  app->require_subcommand(1);
  auto commands = std::make_shared<std::vector<Command>>(std::vector<Command>{question_new_command(*app), question_show_command(*app)});
  return {app, [commands] {
            for (const Command& command : *commands) {
              if (command.app->parsed()) return command.run();
            }
            return 2;
          }};
}

}  // namespace attache
