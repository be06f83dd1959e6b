#include "containers/header_fields.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {

std::size_t end_of_header(std::string_view bytes) {
  std::size_t at = 0;
  while ((at = bytes.find('\n', at)) != std::string_view::npos) {
    ++at;
    if (at < bytes.size() && bytes[at] == '\n') return at + 1;
    if (at + 1 < bytes.size() && bytes[at] == '\r' && bytes[at + 1] == '\n') return at + 2;
  }
  return std::string_view::npos;
}

bool HeaderFields::next(std::string_view& name, std::string_view& value) {
  const auto take_line = [this] {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return line;
  };
  while (!rest_.empty()) {
    const std::string_view line = take_line();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.front() == ' ' || line.front() == '\t') continue;
    name = trim(line.substr(0, colon));
    value = trim(line.substr(colon + 1));
    if (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
      folded_ = value;
      while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
        const std::string_view more = trim(take_line());
        if (!folded_.empty() && !more.empty()) folded_ += ' ';
        folded_ += more;
      }
      value = folded_;
    }
    return true;
  }
  return false;
}

}  // namespace attache
