#include "training/recipe.h"

#include <cstdlib>

#include "base/strings.h"

namespace attache {

Result<std::vector<RecipeLine>> parse_recipe(std::string_view text, const std::string& source) {
  std::vector<RecipeLine> out;
  std::uint64_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (trim(line).empty() || line.starts_with('#')) continue;
    const auto f = split(line, '\t');
    const auto wrong = [&](const std::string& what) { return tl::unexpected<Error>(Error{ErrorCode::unsupported, what, source, number}); };
    if (f.size() != 7) return wrong("a line of " + std::to_string(f.size()) + " columns, a recipe has seven");
    if (!is_one_of(f[1], {"ud", "stanford", "bio", "brackets"})) return wrong("unknown format: " + std::string(f[1]));
    RecipeLine r;
    r.path = f[0];
    r.format = f[1];
    r.names = f[2] == "-" ? "" : std::string(f[2]);
    const auto number_of = [](std::string_view field) { return std::strtof(std::string(field).c_str(), nullptr); };
    r.share = number_of(f[3]);
    r.weight = number_of(f[4]);
    r.until = number_of(f[5]);
    r.open = f[6] == "open";
    if (r.share <= 0 || r.weight <= 0 || r.until <= 0 || r.until > 1 || (!r.open && f[6] != "unstated")) return wrong("a share, weight, end or licence out of range");
    out.push_back(std::move(r));
  }
  return out;
}

}  // namespace attache
