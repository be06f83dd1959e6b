#include "mentions/statement.h"

#include <array>

namespace attache {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"direct", "mixed", "indirect"};
constexpr std::array<std::string_view, 13> kActs = {"says", "asks", "requests", "promises", "threatens", "denies", "refuses", "judges", "accuses", "believes", "wants", "decides", "no_comment"};

template <class T, std::size_t N>
T find(const std::array<std::string_view, N>& names, std::string_view name, T otherwise) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<T>(i);
  }
  return otherwise;
}

}  // namespace

std::string_view name_of(StatementKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
StatementKind statement_kind_of(std::string_view name) { return find(kKinds, name, StatementKind::indirect); }
std::string_view name_of(Act act) { return kActs[static_cast<std::size_t>(act)]; }
Act act_of(std::string_view name) { return find(kActs, name, Act::says); }

}  // namespace attache
