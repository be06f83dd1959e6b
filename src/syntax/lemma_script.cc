#include "syntax/lemma_script.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

std::string lower(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    out += lower_letter(c.value);
    i += std::max(1u, c.size);
  }
  return out;
}

std::string cased(std::string_view form, char how) {
  if (how == 'k') return std::string(form);
  const std::string small = lower(form);
  if (how == 'l') return small;
  const std::size_t first = std::max(1u, code_point_at(form, 0).size);
  return std::string(form.substr(0, first)) + lower(form.substr(first));
}

}  // namespace

std::string lemma_script(std::string_view form, std::string_view lemma) {
  if (form.empty()) return "k0";
  std::string best;
  std::size_t cost = 100;
  for (const char how : {'l', 'k', 't'}) {
    const std::string from = cased(form, how);
    const auto same = static_cast<std::size_t>(std::mismatch(from.begin(), from.end(), lemma.begin(), lemma.end()).first - from.begin());
    const std::size_t kept = floor_boundary(from, same), cut = from.size() - kept;
    const std::size_t now = cut + lemma.size() - std::min(kept, lemma.size()) + (how == 't' ? 1u : 0u);
    if (cut > 9 || kept == 0 || now >= cost) continue;
    cost = now;
    best = std::string(1, how) + static_cast<char>('0' + cut) + std::string(lemma.substr(std::min(kept, lemma.size())));
  }
  return best.empty() ? "=" + std::string(lemma) : best;
}

std::string apply_lemma_script(std::string_view form, std::string_view script) {
  if (script.starts_with('=')) return std::string(script.substr(1));
  if (script.size() < 2 || form.empty()) return std::string(form);
  const std::string from = cased(form, script[0]);
  const auto cut = static_cast<std::size_t>(script[1] - '0');
  if (cut > from.size() || cut > 9 || floor_boundary(from, from.size() - cut) != from.size() - cut) return std::string(form);
  return from.substr(0, from.size() - cut) + std::string(script.substr(2));
}

}  // namespace attache
