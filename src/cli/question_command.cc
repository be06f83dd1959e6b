// attache question: a file for a pending decision, and what can still happen to it given the votes the file holds.
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/strings.h"
#include "bodies/question.h"
#include "cli/body_files.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "voting/outlook.h"

namespace attache {
namespace {

struct NewOptions {
  Question question;
  std::string day, out = "-";
};

struct ShowOptions {
  std::string file, day;
  bool json = false;
};

// A question with its body, the votes that count on the day, and what follows.
struct Answer {
  Question question;
  Chamber chamber;
  std::vector<std::optional<Vote>> votes;
  std::vector<const KnownVote*> known;  // one a member, null = open
  Outlook outlook;
  std::optional<Result<double>> chance;  // nullopt: the user has given none, or not for every open member
};

int status_of(const Error& error) { return error.code == ErrorCode::wrong_usage ? 2 : 1; }

Result<Answer> answer_of(Question question, const std::string& file, const std::string& day) {
  const Knowledge knowledge = load_knowledge();
  Answer out;
  Result<Body> body = question.body_file.empty() ? load_body(question.body) : load_body(question.body_file, file);
  if (!body) return tl::unexpected<Error>(body.error());
  Result<Chamber> chamber = chamber_of(std::move(*body), question.rule, day.empty() ? question.as_of : *parse_iso_date(day), knowledge);
  if (!chamber) return tl::unexpected<Error>(chamber.error());
  out.chamber = std::move(*chamber);
  out.question = std::move(question);
  const std::size_t members = out.chamber.seats.size();
  out.votes.resize(members);
  out.known.resize(members);
  const auto seat_of = [&](const std::string& name) { return find_seat(out.chamber.seats, knowledge, name); };
  for (const KnownVote& vote : out.question.votes) {
    if (vote.day.year && out.chamber.day < vote.day) continue;
    const int seat = seat_of(vote.member);
    if (seat < 0) return tl::unexpected<Error>(Error{ErrorCode::invalid_question, "\"" + vote.member + "\" names no member, or several, of " + out.chamber.body.name + " on " + to_string(out.chamber.day), file});
    const auto at = static_cast<std::size_t>(seat);
    if (out.known[at] && vote.day < out.known[at]->day) continue;  // the later one counts; of one day the last of the file
    out.known[at] = &vote;
    out.votes[at] = vote.vote;
  }
  out.outlook = outlook_of(out.chamber.game, out.votes);
  std::vector<double> priors(members, out.question.other_members.value_or(0));
  std::vector<bool> given(members, out.question.other_members.has_value());
  std::vector<bool> said(members);
  for (const auto& [member, chance] : out.question.chances) {
    const int seat = seat_of(member);
    if (seat < 0) return tl::unexpected<Error>(Error{ErrorCode::invalid_question, "\"" + member + "\" names no member, or several, of " + out.chamber.body.name + " on " + to_string(out.chamber.day), file});
    if (said[static_cast<std::size_t>(seat)]) return tl::unexpected<Error>(Error{ErrorCode::invalid_question, "\"" + member + "\" has two chances", file});
    said[static_cast<std::size_t>(seat)] = true;
    priors[static_cast<std::size_t>(seat)] = chance;
    given[static_cast<std::size_t>(seat)] = true;
  }
  for (std::size_t i = 0; i < members; ++i) {
    if (!out.votes[i] && !given[i]) return out;
  }
  if (out.question.chances.empty() && !out.question.other_members) return out;
  out.chance = chance_of(out.chamber.game, out.votes, priors);
  return out;
}

std::string_view word_of(Vote vote) { return vote == Vote::yes ? "yes" : vote == Vote::no ? "no" : "abstains"; }
std::string_view word_of(Verdict verdict) { return verdict == Verdict::passes ? "passes" : verdict == Verdict::fails ? "fails" : "depends"; }

std::vector<std::string> names_of(const Answer& answer, const std::vector<std::size_t>& members) {
  std::vector<std::string> out;
  for (const std::size_t member : members) out.push_back(answer.chamber.seats[member].name);
  return out;
}

std::string sets_text(const Answer& answer, const SmallestSets& sets) {
  constexpr std::size_t kMostShown = 6;
  std::string out;
  for (std::size_t k = 0; k < std::min(sets.sets.size(), kMostShown); ++k) {
    std::vector<std::string> whole, parts;
    for (const Choice& choice : sets.sets[k]) {
      const std::vector<std::string> names = names_of(answer, choice.of);
      if (choice.take == choice.of.size()) whole.insert(whole.end(), names.begin(), names.end());
      else parts.push_back(fmt::format("any {} of {}", choice.take, join_strings(names, ", ")));
    }
    if (!whole.empty()) parts.insert(parts.begin(), join_strings(whole, ", "));
    out += "    " + join_strings(parts, "; and ") + "\n";
  }
  if (!sets.proved) out += "    (found by taking the heaviest; a smaller set is not ruled out)\n";
  else if (!sets.counted) out += "    (and more of this size, not counted)\n";
  else if (sets.count > std::min(sets.sets.size(), kMostShown)) out += fmt::format("    ({} such sets in all)\n", sets.count.str());
  return out;
}

std::string answer_text(const Answer& answer) {
  const Outlook& outlook = answer.outlook;
  std::string out = answer.question.name + "\n" + heading_of(answer.chamber) + "\n";
  std::size_t counts[3] = {}, open = 0;
  for (const auto& vote : answer.votes) {
    if (vote) ++counts[static_cast<std::size_t>(*vote)];
    else ++open;
  }
  out += fmt::format("{}: {} yes, {} no, {} abstain, {} not known\n", counted(answer.votes.size(), "member"), counts[2], counts[0], counts[1], open);
  for (std::size_t i = 0; i < answer.votes.size(); ++i) {
    if (!answer.known[i]) continue;
    const KnownVote& vote = *answer.known[i];
    out += fmt::format("  {}: {}{}; {}\n", answer.chamber.seats[i].name, word_of(vote.vote), vote.day.year ? ", " + to_string(vote.day) : "", vote.source);
  }
  out += "\n";
  if (outlook.verdict == Verdict::passes) return out + "It passes, whatever the others do.\n";
  if (outlook.verdict == Verdict::fails) return out + "It cannot pass, even if all others agree.\n";
  out += "It depends: if all others agree it passes, if all refuse it does not.\n";
  if (open == outlook.vetoes.size()) out += "  Each of those not heard can block it alone.\n";
  else if (!outlook.vetoes.empty()) out += "  Can block it alone: " + join_strings(names_of(answer, outlook.vetoes), ", ") + "\n";
  if (!outlook.makers.empty()) out += "  Can carry it alone: " + join_strings(names_of(answer, outlook.makers), ", ") + "\n";
  if (outlook.blocking.size > 1) out += fmt::format("  The fewest that block it: {}\n", outlook.blocking.size) + sets_text(answer, outlook.blocking);
  if (outlook.carrying.size == open) out += "  None of them may refuse.\n";
  else if (outlook.carrying.size > 1) out += fmt::format("  The fewest that carry it: {}\n", outlook.carrying.size) + sets_text(answer, outlook.carrying);
  std::vector<std::string> silent;
  for (std::size_t i = 0; i < answer.votes.size(); ++i) {
    if (!answer.votes[i]) silent.push_back(answer.chamber.seats[i].name);
  }
  out += "  Not known: " + join_strings(silent, ", ") + "\n";
  if (answer.chance && !*answer.chance) out += "  No chance is given: " + answer.chance->error().message + "\n";
  if (answer.chance && *answer.chance) out += fmt::format("  By your own chances, each vote apart from the others: {:.1f} % (all agree: 100 %, all refuse: 0 %)\n", **answer.chance * 100);
  return out;
}

nlohmann::ordered_json sets_json(const Answer& answer, const SmallestSets& sets) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const std::vector<Choice>& set : sets.sets) {
    nlohmann::ordered_json choices = nlohmann::ordered_json::array();
    for (const Choice& choice : set) choices.push_back({{"take", choice.take}, {"of", names_of(answer, choice.of)}});
    list.push_back(std::move(choices));
  }
  return {{"size", sets.size}, {"sets", std::move(list)}, {"count", sets.count.str()}, {"counted", sets.counted}, {"proved", sets.proved}};
}

std::string answer_json(const Answer& answer) {
  nlohmann::ordered_json members = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < answer.votes.size(); ++i) {
    const Seat& seat = answer.chamber.seats[i];
    nlohmann::ordered_json member = {{"member", seat.name}, {"key", seat.key}, {"groups", seat.groups}, {"vote", answer.votes[i] ? nlohmann::ordered_json(word_of(*answer.votes[i])) : nlohmann::ordered_json()}};
    if (answer.known[i]) {
      if (answer.known[i]->day.year) member["date"] = to_string(answer.known[i]->day);
      member["source"] = answer.known[i]->source;
    }
    members.push_back(std::move(member));
  }
  const Outlook& outlook = answer.outlook;
  nlohmann::ordered_json out = {{"question", answer.question.name}, {"body", answer.chamber.body.id}, {"rule", answer.chamber.rule.id}, {"rule_source", answer.chamber.rule.source}, {"day", to_string(answer.chamber.day)}, {"verdict", word_of(outlook.verdict)}, {"if_all_agree", outlook.if_all_agree}, {"if_all_refuse", outlook.if_all_refuse}, {"can_block_alone", names_of(answer, outlook.vetoes)}, {"can_carry_alone", names_of(answer, outlook.makers)}, {"smallest_blocking", sets_json(answer, outlook.blocking)}, {"smallest_carrying", sets_json(answer, outlook.carrying)}, {"members", std::move(members)}};
  if (answer.chance && *answer.chance) out["chance_by_priors"] = **answer.chance;
  return out.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

int show(const ShowOptions& options) {
  Console console(false);
  const Result<std::string> text = read_file(options.file, QuestionLimits{}.bytes);
  if (!text) {
    console.fail(describe(text.error()));
    return 1;
  }
  Result<Question> question = read_question(*text, options.file);
  if (!question) {
    console.fail(describe(question.error()));
    return 1;
  }
  const Result<Answer> answer = answer_of(std::move(*question), options.file, options.day);
  if (!answer) {
    console.fail(describe(answer.error()));
    return status_of(answer.error());
  }
  return write_output("-", options.json ? answer_json(*answer) : answer_text(*answer), console) ? 0 : 3;
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
  question.as_of = chamber->day;
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
  CLI::App* app = question.add_subcommand("show", "Show what can still happen, given the votes in the file");
  app->add_option("FILE", options->file, "a question file")->required();
  add_day_option(*app, "--as-of", options->day, "only votes up to this day, and the members of it");
  app->add_flag("--json", options->json, "one JSON object");
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
