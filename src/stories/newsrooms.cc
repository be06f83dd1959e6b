#include "stories/newsrooms.h"

#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

// Folded words without "the" before and "news agency" behind; never nothing.
std::string plain_key(std::string_view name) {
  std::string key = fold_words(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  for (std::string_view tail : {" news agency", " press agency", " news service", " newsagency", " agency"}) {
    if (key.ends_with(tail) && key.size() > tail.size()) {
      key.resize(key.size() - tail.size());
      break;
    }
  }
  return key;
}

std::string initials_of(std::string_view name) {
  const std::string folded = fold_words(name);
  std::string initials;
  for (std::string_view word : split(folded, ' ')) {
    if (!word.empty() && word != "the" && word != "of" && word != "and") initials += word.front();
  }
  return initials;
}

}  // namespace

NewsroomNames::NewsroomNames(std::span<const Analysis> analyses) {
  for (const Analysis& a : analyses) {
    for (const auto& agency : a.report.agencies) {
      const std::string initials = initials_of(agency.value);
      if (initials.size() < 3) continue;
      const std::string key = plain_key(agency.value);
      const auto [it, fresh] = long_forms_.emplace(initials, key);
      if (!fresh && it->second != key) it->second.clear();
    }
  }
}

std::string NewsroomNames::key(std::string_view name) const {
  std::string key = plain_key(name);
  if (key.find(' ') == std::string::npos) {
    const auto found = long_forms_.find(key);
    if (found != long_forms_.end() && !found->second.empty()) return found->second;
  }
  return key;
}

std::string NewsroomNames::key_of(const Report& report) const {
  if (!report.agencies.empty()) return key(report.agencies.front().value);
  return report.outlet.value.empty() ? std::string() : key(report.outlet.value);
}

}  // namespace attache
