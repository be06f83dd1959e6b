// A statement while it is being found: token ranges instead of byte spans.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentions/clause.h"
#include "mentions/statement.h"

namespace attache {

struct Draft {
  std::optional<Range> source;
  std::vector<Range> cue;
  std::vector<Range> content;
  std::optional<Range> addressee;
  std::string lemma;
  Act act = Act::says;
  std::uint32_t sentence = 0;
  bool document = false;     // the subject is a text ("the letter reads")
  bool floating = false;     // a quotation without cue: the speaker is the one before
};

}  // namespace attache
