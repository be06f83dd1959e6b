#include "bodies/question.h"

#include <fmt/format.h>

#include "bodies/toml_fields.h"

namespace attache {
namespace {

KnownVote read_vote(TomlFields& fields, const toml::table& table) {
  fields.only(table, {"member", "vote", "date", "source"});
  KnownVote out{fields.text(table, "member", true), Vote::abstains, fields.day(table, "date"), fields.text(table, "source", true)};
  const std::string vote = fields.text(table, "vote", true);
  bool known = false;
  for (const Vote v : {Vote::no, Vote::abstains, Vote::yes}) {
    if (vote != name_of(v)) continue;
    out.vote = v;
    known = true;
  }
  if (!known) fields.wrong(table, "\"vote\" is \"yes\", \"no\" or \"abstains\"");
  return out;
}

// A TOML basic string.
std::string quoted(std::string_view text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte >= 0x20 && byte != 0x7F) out += c;
    else out += std::string("\\u00") + kDigits[byte >> 4] + kDigits[byte & 15];
  }
  return out + '"';
}

}  // namespace

Result<Question> read_question(std::string_view toml, const std::string& source, const QuestionLimits& limits) {
  const Result<toml::table> parsed = parse_toml(toml, source, limits.bytes, ErrorCode::invalid_question);
  if (!parsed) return tl::unexpected<Error>(parsed.error());
  const toml::table& table = *parsed;
  TomlFields fields(source, limits.entries, ErrorCode::invalid_question);
  fields.only(table, {"schema", "name", "body", "body_file", "rule", "candidate", "as_of", "members_as_of", "wordings", "vote", "chance"});
  if (fields.text(table, "schema", true) != "attache-question/1") fields.wrong(table, "\"schema\" is not \"attache-question/1\"");
  Question out;
  out.name = fields.text(table, "name", true);
  out.body = fields.text(table, "body");
  out.body_file = fields.text(table, "body_file");
  if (out.body.empty() == out.body_file.empty()) fields.wrong(table, "a question has a \"body\" or a \"body_file\"");
  out.rule = fields.text(table, "rule");
  out.candidate = fields.text(table, "candidate");
  out.as_of = fields.day(table, "as_of");
  out.members_as_of = fields.day(table, "members_as_of");
  out.wordings = fields.texts(table, "wordings");
  for (const toml::table* vote : fields.tables(table, "vote")) out.votes.push_back(read_vote(fields, *vote));
  if (const toml::node* chances = table.get("chance")) {
    if (const toml::table* by_member = chances->as_table()) {
      for (const auto& [member, value] : *by_member) {
        const std::optional<double> chance = fields.chance(*by_member, member.str());
        if (member.str() == "others") out.other_members = chance;
        else out.chances[std::string(member.str())] = chance.value_or(0);
      }
    } else {
      fields.wrong(*chances, "\"chance\" is a table of members");
    }
  }
  if (fields.error()) return tl::unexpected<Error>(*fields.error());
  return out;
}

std::string write_question(const Question& question) {
  std::string out = "schema = \"attache-question/1\"\nname = " + quoted(question.name) + "\n";
  if (!question.body.empty()) out += "body = " + quoted(question.body) + "\n";
  else out += "body_file = " + quoted(question.body_file) + "\n";
  if (!question.rule.empty()) out += "rule = " + quoted(question.rule) + "\n";
  if (!question.candidate.empty()) out += "candidate = " + quoted(question.candidate) + "\n";
  if (question.as_of.full()) out += "as_of = " + to_string(question.as_of) + "\n";
  if (question.members_as_of.full()) out += "members_as_of = " + to_string(question.members_as_of) + "\n";
  out += "# what reports call the decision\nwordings = [";
  for (std::size_t k = 0; k < question.wordings.size(); ++k) out += (k ? ", " : "") + quoted(question.wordings[k]);
  out += "]\n";
  for (const KnownVote& vote : question.votes) {
    out += "\n[[vote]]\nmember = " + quoted(vote.member) + "\nvote = " + quoted(name_of(vote.vote)) + "\n";
    if (vote.day.full()) out += "date = " + to_string(vote.day) + "\n";
    out += "source = " + quoted(vote.source) + "\n";
  }
  if (question.votes.empty()) out += "\n# what you know beyond the reports:\n# [[vote]]\n# member = \"...\"\n# vote = \"yes\"        # or \"no\", \"abstains\"\n# date = 2024-03-05\n# source = \"...\"\n";
  if (question.chances.empty() && !question.other_members) return out + "\n# your own guess of who is still open, if you want a number:\n# [chance]\n# others = 0.9\n";
  out += "\n[chance]\n";
  if (question.other_members) out += "others = " + fmt::format("{}", *question.other_members) + "\n";
  for (const auto& [member, chance] : question.chances) out += quoted(member) + " = " + fmt::format("{}", chance) + "\n";
  return out;
}

}  // namespace attache
