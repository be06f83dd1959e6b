// "Today" for nowadays. A report of the day means its day; what endures, and guides and textbooks, mean these times.
#include <algorithm>
#include <array>

#include "language/time_reader.h"

namespace attache {

bool means_nowadays(const TimeReader& r, std::uint32_t i) {
  const std::string before = r.before(i), behind = r.lower(i + 1);
  if (behind == "than" && r.lower(i + 2) == "ever") return true;                    // "more today than ever"
  if (before == "continues" || before == "continue" || before == "remains" || before == "persists") return true;
  if (behind == "as" && (r.lower(i + 2) == "it" || r.lower(i + 2) == "they" || r.lower(i + 2) == "in") && i >= r.first() + 2 && r.before(i - 1) == "as") return true;  // "as busy today as it was"
  if ((before == "is" || before == "are") && i >= r.first() + 3) {  // "the port it is today"
    const std::string subject = r.before(i - 1);
    if ((subject == "it" || subject == "they") && r.tokens[i - 3].kind == TokenKind::word && r.tokens[i - 3].classes == 0 && (r.inside(i + 1) ? r.tokens[i + 1].kind == TokenKind::mark : true)) return true;
  }
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t k = i; k-- > r.first() && i - k <= kReach;) {
    if (r.tokens[k].kind == TokenKind::mark) break;
    if (r.lower(k) == "still") return true;
  }
  return false;
}

bool is_spoken(const TimeReader& r, std::uint32_t i) {
  static constexpr std::array<std::string_view, 7> kSpeakers = {"i", "we", "us", "our", "my", "me", "you"};
  constexpr std::uint32_t kReach = 20;
  const std::uint32_t from = i > r.first() + kReach ? i - kReach : r.first(), to = std::min(r.last(), i + kReach);
  for (std::uint32_t k = from; k < to; ++k) {
    const std::string w = r.lower(k);
    if (std::find(kSpeakers.begin(), kSpeakers.end(), w) != kSpeakers.end()) return true;
  }
  return false;
}

bool may_mean_nowadays(const TimeReader& r, std::uint32_t i) { return !is_spoken(r, i) && r.direction(i, i + 1) == Direction::unknown; }

}  // namespace attache
