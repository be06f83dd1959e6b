#include "mentions/title_names.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kShortest = 3;  // bytes of a name: "US" is a pronoun in capitals too

struct Alias {
  std::string_view words;
  EventName kind = EventName::none;
};

std::vector<Alias> aliases_of(const NameAnalysis& names) {
  std::vector<Alias> out;
  for (const Entity& e : names.entities) {
    const bool place = e.type == EntityType::place || e.type == EntityType::state;
    if (e.unnamed || (!place && e.type != EntityType::person)) continue;
    for (const std::string& alias : e.aliases) {
      if (alias.size() >= kShortest) out.push_back({alias, place ? EventName::place : EventName::person});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Alias& a, const Alias& b) { return a.words.size() > b.words.size(); });
  return out;
}

bool in_word(char c) { return is_alpha(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

// The words of [begin, end) become the name, unless the model takes them for another kind.
bool mark(EventWords& words, Span at, EventName kind) {
  std::vector<EventWord*> inside;
  for (EventWord& w : words) {
    if (at.contains(w.span)) inside.push_back(&w);
  }
  if (inside.empty()) return false;
  if (kind == EventName::place) {
    const auto other = [](const EventWord* w) { return w->name == EventName::organisation || w->name == EventName::person; };
    if (std::any_of(inside.begin(), inside.end(), other)) return false;
    if (inside.size() == 1 && inside[0]->name == EventName::other) return false;
  }
  for (EventWord* w : inside) {
    w->name = kind;
    w->name_begins = w == inside.front();
  }
  return true;
}

}  // namespace

void mark_title_names(std::string_view title, const NameAnalysis& names, std::vector<EventWords>& sentences) {
  const std::vector<Alias> aliases = aliases_of(names);
  for (EventWords& words : sentences) {
    if (words.empty()) continue;
    const Span whole = join(words.front().span, words.back().span);
    std::vector<Span> done;
    for (const Alias& alias : aliases) {
      for (std::size_t at = title.find(alias.words, whole.begin); at != std::string_view::npos && at + alias.words.size() <= whole.end; at = title.find(alias.words, at + 1)) {
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + alias.words.size())};
        if ((span.begin > 0 && in_word(title[span.begin - 1])) || (span.end < title.size() && in_word(title[span.end]))) continue;
        if (std::any_of(done.begin(), done.end(), [&](Span d) { return d.overlaps(span); })) continue;
        if (mark(words, span, alias.kind)) done.push_back(span);
      }
    }
  }
}

}  // namespace attache
