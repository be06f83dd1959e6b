#include "ingest/credit_marks.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {

std::string_view trim_marks(std::string_view text, std::string_view marks) {
  for (;;) {
    text = trim(text);
    bool changed = false;
    for (std::string_view mark : {"\u2014", "\u2013", "\u00A0", "\u2022"}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), changed = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), changed = true;
    }
    if (!text.empty() && marks.find(text.front()) != std::string_view::npos) text.remove_prefix(1), changed = true;
    if (!text.empty() && marks.find(text.back()) != std::string_view::npos) text.remove_suffix(1), changed = true;
    if (!changed) return text;
  }
}

std::size_t count_words(std::string_view text) {
  const auto words = split(text, ' ');
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](std::string_view w) { return !w.empty(); }));
}

void add_unique(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

}  // namespace attache
