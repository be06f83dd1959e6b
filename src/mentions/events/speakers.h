// Who "we", "I" and "you" are in words that somebody is quoted with.
#pragma once

#include <span>
#include <string_view>

#include "mentions/events/actor_code.h"
#include "mentions/statement.h"

namespace attache {

// "We call on you to help", she wrote to the president: the first person is the speaker, the second who is spoken to, where the statement
// that holds the act names them. A recipient that comes to mean an actor is taken out.
void name_speakers(std::string_view text, std::span<const StatementMention> statements, const ActorCoder& coder, EventMention& mention);

}  // namespace attache
