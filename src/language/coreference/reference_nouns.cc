#include "language/coreference/reference_nouns.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"

namespace attache {
namespace {

// A noun and the kinds of data/organisations.tsv it can stand for. Kinds left out (a ministry is never "the bloc") are as
// telling as those listed; a name that holds the noun itself fits without its kind.
struct BodyNoun {
  std::string_view noun;
  std::array<std::string_view, 5> kinds;
};

constexpr BodyNoun kBodyNouns[] = {
    {"alliance", {"alliance"}},
    {"pact", {"alliance"}},
    {"bloc", {"alliance", "union", "igo"}},
    {"union", {"union"}},
    {"organisation", {"igo", "alliance", "union", "ngo", "body"}},
    {"organization", {"igo", "alliance", "union", "ngo", "body"}},
    {"body", {"igo", "body"}},
    {"grouping", {"alliance", "igo", "union"}},
    {"watchdog", {"ngo", "body"}},
    {"charity", {"ngo"}},
    {"ministry", {"ministry"}},
    {"parliament", {"parliament"}},
    {"assembly", {"parliament"}},
    {"legislature", {"parliament"}},
    {"senate", {}},
    {"congress", {}},
    {"council", {}},
    {"commission", {}},
    {"committee", {}},
    {"agency", {}},
    {"department", {}},
    {"court", {"court"}},
    {"tribunal", {"court"}},
    {"party", {"party"}},
    {"militia", {"armed_group"}},
    {"bank", {"bank"}},
    {"lender", {"bank"}},
    {"company", {"company"}},
    {"firm", {"company"}},
    {"mission", {"force"}},
    {"operation", {"force"}},
    {"force", {"force"}},
    {"university", {}},
    {"institute", {}},
    {"foundation", {}},
    {"fund", {}},
    {"group", {"armed_group", "ngo"}},
    {"federation", {}},
    {"association", {}},
    {"coalition", {}},
};

bool holds_word(std::string_view name, std::string_view noun) {
  const std::string lower = lower_ascii(name);
  for (std::string_view word : split(lower, ' ')) {
    if (word == noun) return true;
  }
  return false;
}

}  // namespace

NounClass noun_class_of(std::string_view noun, std::string_view before) {
  if (before == "presidential" && is_one_of(noun, {"office", "palace", "administration"})) return NounClass::presidency;
  if (std::any_of(std::begin(kBodyNouns), std::end(kBodyNouns), [&](const BodyNoun& b) { return b.noun == noun; })) return NounClass::body;
  if (is_one_of(noun, {"country", "nation", "republic", "kingdom", "state", "territory", "homeland"})) return NounClass::state;
  if (is_one_of(noun, {"province", "region", "enclave", "statelet"})) return NounClass::claimed;
  if (is_one_of(noun, {"government", "authorities", "administration", "cabinet"})) return NounClass::government;
  if (is_one_of(noun, {"forces", "troops", "soldiers", "army", "military"})) return NounClass::forces;
  return NounClass::none;
}

bool is_claim_word(std::string_view adjective) { return is_one_of(adjective, {"breakaway", "separatist", "secessionist", "rebel", "self-declared", "self-proclaimed", "partially-recognised", "partially-recognized"}); }

bool can_mean(std::string_view noun, std::string_view key, std::string_view name, const Knowledge& knowledge) {
  if (holds_word(name, noun)) return true;
  constexpr std::string_view kPrefix = "organisation:";
  if (!key.starts_with(kPrefix)) return false;
  const auto found = knowledge.organisation_by_id.find(std::string(key.substr(kPrefix.size())));
  if (found == knowledge.organisation_by_id.end()) return false;
  const std::string& kind = knowledge.organisations[found->second].kind;
  const auto* body = std::find_if(std::begin(kBodyNouns), std::end(kBodyNouns), [&](const BodyNoun& b) { return b.noun == noun; });
  return body != std::end(kBodyNouns) && !kind.empty() && std::find(body->kinds.begin(), body->kinds.end(), kind) != body->kinds.end();
}

}  // namespace attache
