#include "ingest/self_mention.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {

std::vector<SelfMention> find_self_mentions(std::string_view text, const Knowledge& k) {
  std::vector<SelfMention> mentions;
  // The words right before the name that make it the report's own agency.
  static constexpr std::array<std::string_view, 14> kBefore = {"told ", "telling ", "tells ", "seen by ", "obtained by ", "reviewed by ", "shared with ", "contacted by ", "interview with ",
                                                               "statement to ", "comment from ", "shown to ", "viewed by ", "provided to "};
  static constexpr std::array<std::string_view, 9> kAfter = {"reporter", "correspondent", "journalist", "witness", "photographer", "reporters", "journalists", "correspondents", "tally"};
  const auto name_at = [&](std::size_t at) -> std::pair<std::size_t, int> {
    if (text.substr(at).starts_with("the ")) at += 4;
    // the longest run of up to five words that names an agency
    std::size_t end = at;
    std::pair<std::size_t, int> found{0, -1};
    for (int words = 0; words < 5 && end < text.size(); ++words) {
      const std::size_t next = std::min(text.find_first_of(" ,.;:\"\n)'", end + 1), text.size());
      std::string_view name = text.substr(at, next - at);
      for (std::string_view quote : {"\u2019", "\u201D"}) name = name.substr(0, name.find(quote));
      if (name.empty() || !is_capitalised(name)) {
        if (find_agency(k, name) < 0) break;
      }
      if (const int agency = find_agency(k, name); agency >= 0) {
        found = {at + name.size(), agency};
      } else if (words >= 1 && (name.ends_with(" News Agency") || name.ends_with(" Press Agency") || name.ends_with(" News Service"))) {
        found = {at + name.size(), -2};
      }
      if (next >= text.size() || text[next] != ' ') break;
      end = next;
      if (!is_capitalised(text.substr(next + 1)) && !is_lower(text[next + 1])) break;
    }
    return found;
  };
  auto add = [&](std::size_t begin, std::size_t name_begin, std::pair<std::size_t, int> found) {
    if (text.substr(name_begin).starts_with("the ")) name_begin += 4;
    SelfMention mention;
    mention.agency = found.second;
    mention.name = found.second >= 0 ? k.agencies[static_cast<std::size_t>(found.second)].name : std::string(text.substr(name_begin, found.first - name_begin));
    mention.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(found.first)};
    if (mention.agency == -2) mention.agency = -1;
    mentions.push_back(std::move(mention));
  };
  for (std::string_view before : kBefore) {
    for (std::size_t at = text.find(before); at != std::string_view::npos; at = text.find(before, at + 1)) {
      if (at > 0 && is_alpha(text[at - 1])) continue;
      const std::size_t name_begin = at + before.size();
      if (const auto found = name_at(name_begin); found.first > 0) add(at, name_begin, found);
    }
  }
  for (std::string_view article : {std::string_view("a "), std::string_view("an "), std::string_view("A "), std::string_view("An "), std::string_view("to ")}) {
    for (std::size_t at = text.find(article); at != std::string_view::npos; at = text.find(article, at + 1)) {
      if (at > 0 && !is_space(text[at - 1])) continue;
      const std::size_t name_begin = at + article.size();
      const auto found = name_at(name_begin);
      if (found.first == 0 || found.second < 0) continue;
      std::string_view rest = text.substr(found.first);
      rest = rest.substr(rest.starts_with(" news agency") ? 12 : 0);
      for (std::string_view after : kAfter) {
        if (rest.starts_with(" ") && rest.substr(1).starts_with(after)) add(at, name_begin, found);
      }
    }
  }
  std::sort(mentions.begin(), mentions.end(), [](const SelfMention& a, const SelfMention& b) { return a.span < b.span; });
  return mentions;
}

}  // namespace attache
