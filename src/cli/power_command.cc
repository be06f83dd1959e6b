// attache power BODY: how much each member's vote weighs under a rule, exactly.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/body_files.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "voting/power.h"

namespace attache {
namespace {

struct Options {
  std::string body, rule, day;
  bool json = false, csv = false;
};

// 0 and 100 only where they are exact.
std::string percent(const BigRational& value) {
  const double share = to_double(value) * 100;
  if (value > 0 && share < 0.005) return "<0.01 %";
  if (value < 1 && share >= 99.995) return ">99.99 %";
  return fmt::format("{:.2f} %", share);
}

bool all_equal(const Power& power) {
  for (const MemberPower& of : power.of) {
    if (of.swings != power.of.front().swings || of.shapley_shubik != power.of.front().shapley_shubik) return false;
  }
  return true;
}

std::string power_text(const Chamber& chamber, const Power& power) {
  std::string out = heading_of(chamber);
  const std::string winning = power.winning.str();
  if (winning.size() <= 12) out += fmt::format("{} members; {} of {} ways to vote pass ({})\n\n", power.members, winning, (BigInteger(1) << static_cast<unsigned>(power.members)).str(), percent(power.to_act));
  else out += fmt::format("{} members; {} of all ways to vote pass\n\n", power.members, percent(power.to_act));
  if (power.winning == 0) return out + "Nothing can pass.\n";
  if (power.to_act == 1) return out + "Everything passes.\n";
  if (all_equal(power)) return out + "All members are equal.\n";
  std::size_t width = 6;
  for (const Seat& seat : chamber.seats) width = std::max(width, seat.name.size());
  out += fmt::format("{:{}}  {:>10}  {:>14}  {:>10}  {:>11}\n", "member", width, "Banzhaf", "Shapley-Shubik", "to prevent", "to initiate");
  for (std::size_t i = 0; i < power.of.size(); ++i) {
    const MemberPower& of = power.of[i];
    out += fmt::format("{:{}}  {:>10}  {:>14}  {:>10}  {:>11}\n", chamber.seats[i].name, width, percent(of.normalised), of.shapley_shubik ? percent(*of.shapley_shubik) : "-", percent(of.to_prevent), percent(of.to_initiate));
  }
  return out;
}

std::string power_csv(const Chamber& chamber, const Power& power) {
  std::string out = "member,key,swings,banzhaf_absolute,banzhaf_normalised,shapley_shubik,to_prevent,to_initiate\n";
  for (std::size_t i = 0; i < power.of.size(); ++i) {
    const MemberPower& of = power.of[i];
    std::string name = chamber.seats[i].name, key = chamber.seats[i].key;
    for (std::string* field : {&name, &key}) {
      if (field->find_first_of(",\"\n") == std::string::npos) continue;
      std::string quoted = "\"";
      for (const char c : *field) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
      *field = quoted + "\"";
    }
    out += fmt::format("{},{},{},{},{},{},{},{}\n", name, key, of.swings.str(), to_double(of.absolute), to_double(of.normalised), of.shapley_shubik ? fmt::format("{}", to_double(*of.shapley_shubik)) : "", to_double(of.to_prevent), to_double(of.to_initiate));
  }
  return out;
}

std::string power_json(const Chamber& chamber, const Power& power) {
  nlohmann::ordered_json members = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < power.of.size(); ++i) {
    const MemberPower& of = power.of[i];
    members.push_back({{"member", chamber.seats[i].name}, {"key", chamber.seats[i].key}, {"swings", of.swings.str()}, {"banzhaf_absolute", to_double(of.absolute)}, {"banzhaf_normalised", to_double(of.normalised)}, {"shapley_shubik", of.shapley_shubik ? nlohmann::ordered_json(to_double(*of.shapley_shubik)) : nlohmann::ordered_json()}, {"shapley_shubik_exact", of.shapley_shubik ? nlohmann::ordered_json(to_string(*of.shapley_shubik)) : nlohmann::ordered_json()}, {"to_prevent", to_double(of.to_prevent)}, {"to_initiate", to_double(of.to_initiate)}});
  }
  const nlohmann::ordered_json out = {{"body", chamber.body.id}, {"rule", chamber.rule.id}, {"day", to_string(chamber.day)}, {"source", chamber.rule.source}, {"winning_coalitions", power.winning.str()}, {"to_act", to_double(power.to_act)}, {"members", std::move(members)}};
  return out.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

int run(const Options& options) {
  Console console(false);
  const auto refuse = [&](const Error& error) {
    console.fail(describe(error));
    return error.code == ErrorCode::wrong_usage ? 2 : 1;
  };
  Result<Body> body = load_body(options.body);
  if (!body) return refuse(body.error());
  const Date day = options.day.empty() ? Date{} : *parse_iso_date(options.day);
  const Result<Chamber> chamber = chamber_of(std::move(*body), options.rule, day, load_knowledge());
  if (!chamber) return refuse(chamber.error());
  const Result<Power> power = voting_power(chamber->game);
  if (!power) return refuse(power.error());
  const std::string out = options.json ? power_json(*chamber, *power) : options.csv ? power_csv(*chamber, *power) : power_text(*chamber, *power);
  return write_output("-", out, console) ? 0 : 3;
}

}  // namespace

Command power_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("power", "Show what each member's vote weighs in a body that decides");
  app->add_option("BODY", options->body, "a body's id or name (attache bodies lists them), or a file that ends with .toml")->required();
  app->add_option("--rule", options->rule, "id of the rule; the first one in force without it");
  add_day_option(*app, "--date", options->day, "the day, as 2024-03-05; without it the day the tables were last gone over");
  CLI::Option* json = app->add_flag("--json", options->json, "one JSON object");
  app->add_flag("--csv", options->csv, "a table with commas")->excludes(json);
  return {app, [options] { return run(*options); }};
}

}  // namespace attache
