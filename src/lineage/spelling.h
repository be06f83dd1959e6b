// British and American spelling of one word: "organisation" and "organization" are the same word printed elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace attache {

// One form for both spellings; only good for comparing, not a word to print. `lower`: in lower case.
[[nodiscard]] std::string spelling_key(std::string_view lower);

}  // namespace attache
