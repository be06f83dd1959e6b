// A pending decision that a reader watches: who decides, by which rule, about whom. Files of users, written by
// `attache question new`: docs/commands/question.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "voting/game.h"

namespace attache {

// What the user knows of a member, with where it is known from.
struct KnownVote {
  std::string member;  // name or code
  Vote vote = Vote::abstains;
  Date day;            // year 0 = not given
  std::string source;
};

struct Question {
  std::string name;                    // "Sant Oriel joins the pact"
  std::string body;                    // id, name or alias of a body that comes with the program; or
  std::string body_file;               // a file of the user's, beside the question
  std::string rule;                    // empty = the first one in force
  std::string candidate;               // name or code of who the decision is about; may be empty
  Date as_of;                          // year 0 = not given
  Date members_as_of;                  // whose members decide, where that is another day: that of a signature; year 0 = as_of
  std::vector<std::string> wordings;   // what the decision is called in reports
  std::vector<KnownVote> votes;
  std::optional<double> other_members; // chance that a member votes yes, as the user puts it
  std::map<std::string, double> chances;  // of single members
};

struct QuestionLimits {
  std::size_t bytes = 1u << 20;
  std::size_t entries = 10'000;
};

// Errors: invalid_question (what is wrong and in which line), too_large.
[[nodiscard]] Result<Question> read_question(std::string_view toml, const std::string& source, const QuestionLimits& limits = {});

// The text of a question file to fill in, which read_question accepts.
[[nodiscard]] std::string write_question(const Question& question);

}  // namespace attache
