// How a word becomes its lemma: the same few scripts for all words.
//
// Method: casing (l = lower case, k = as it is, t = first letter large), how many bytes to cut from the end (one digit), what
// to put there; or "="
// and the whole lemma. "denied" -> "deny" is "l3y"; "Doran" -> "k0"; "was" -> "=be". After Straka (2018).
#pragma once

#include <string>
#include <string_view>

namespace attache {

[[nodiscard]] std::string lemma_script(std::string_view form, std::string_view lemma);

// The form itself where the script does not fit.
[[nodiscard]] std::string apply_lemma_script(std::string_view form, std::string_view script);

}  // namespace attache
