// attache bodies: the bodies whose rules come with the program; one of them with its members and rules.
#include <fmt/format.h>

#include "base/strings.h"
#include "cli/body_files.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"

namespace attache {
namespace {

struct Options {
  std::string body, day;
};

std::string list_text(const Knowledge& knowledge, const Date& day) {
  std::string out;
  for (const Body& body : shipped_bodies()) out += fmt::format("{:22} {:>4}  {}\n", body.id, seats_on(body, knowledge, day).size(), body.name);
  return out;
}

std::string term_text(const Term& term) {
  if (term.from.year == 0 && term.to.year == 0) return "";
  if (term.to.year == 0) return fmt::format(" (from {})", to_string(term.from));
  if (term.from.year == 0) return fmt::format(" (to {})", to_string(term.to));
  return fmt::format(" ({} to {})", to_string(term.from), to_string(term.to));
}

std::string body_text(const Body& body, const Knowledge& knowledge, const Date& day) {
  std::string out = fmt::format("{}\n  {}\n\n", body.name, body.source);
  for (const BodyRule& rule : body.rules) {
    out += fmt::format("{}: {}{}\n", rule.id, rule.name, term_text(rule.term));
    if (!rule.words.empty()) out += "  " + rule.words + "\n";
    out += "  " + rule.source + "\n";
  }
  const std::vector<Seat> seats = seats_on(body, knowledge, day);
  out += fmt::format("\n{} on {}\n", counted(seats.size(), "member"), to_words(day));
  for (const Seat& seat : seats) out += fmt::format("  {}{}; {}\n", seat.name, seat.groups.empty() ? "" : ", " + join_strings(seat.groups, ", "), seat.source);
  return out;
}

int run(const Options& options) {
  Console console(false);
  const Knowledge knowledge = load_knowledge();
  const Date day = options.day.empty() ? kTablesDay : *parse_iso_date(options.day);
  if (options.body.empty()) return write_output("-", list_text(knowledge, day), console) ? 0 : 3;
  const Result<Body> body = load_body(options.body);
  if (!body) {
    console.fail(describe(body.error()));
    return body.error().code == ErrorCode::wrong_usage ? 2 : 1;
  }
  return write_output("-", body_text(*body, knowledge, day), console) ? 0 : 3;
}

}  // namespace

Command bodies_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("bodies", "List the bodies that decide, their rules and their members");
  app->add_option("BODY", options->body, "a body's id or name, or a file that ends with .toml; without it the list of all");
  add_day_option(*app, "--date", options->day, "members on that day, as 2024-03-05");
  return {app, [options] { return run(*options); }};
}

}  // namespace attache
