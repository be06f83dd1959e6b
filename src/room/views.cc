#include "room/views.h"

#include <charconv>

#include "base/date.h"

namespace attache {

using Json = nlohmann::ordered_json;

Json day_json(const std::optional<std::int64_t>& day) { return day ? Json(to_string(date_of(static_cast<int>(*day)))) : Json(nullptr); }

Json to_json(const Hit& hit) {
  Json marks = Json::array();
  for (const Span m : hit.marks) marks.push_back(Json::array({m.begin, m.end}));
  return {{"kind", name_of(hit.kind)},
          {"id", hit.id},
          {"title", hit.title},
          {"label", hit.label},
          {"day", day_json(hit.day)},
          {"origins", hit.origins},
          {"story", {{"id", hit.story_id}, {"title", hit.story_title}}},
          {"thread", {{"id", hit.thread_id}, {"title", hit.thread_title}}},
          {"report", {{"id", hit.report_id}, {"title", hit.report_title}, {"outlet", hit.outlet}, {"agency", hit.agency}, {"source", hit.source}}},
          {"citation", {{"report", hit.report_id}, {"start", hit.start}, {"end", hit.end}, {"exact", hit.exact}}},
          {"marks", std::move(marks)}};
}

Json to_json(const SearchPage& page, std::string_view list, std::size_t skip) {
  Json hits = Json::array();
  for (const Hit& hit : page.hits) hits.push_back(to_json(hit));
  Json out;
  out[std::string(list)] = std::move(hits);
  out["next"] = page.more ? Json("c" + std::to_string(skip + page.hits.size())) : Json(nullptr);
  return out;
}

std::optional<std::size_t> skip_of_cursor(std::string_view cursor) {
  if (cursor.empty()) return 0;
  std::size_t skip = 0;
  const char* end = cursor.data() + cursor.size();
  if (cursor[0] != 'c') return std::nullopt;
  const auto [last, error] = std::from_chars(cursor.data() + 1, end, skip);
  constexpr std::size_t kDeepest = 1'000'000;
  if (error != std::errc() || last != end || skip > kDeepest) return std::nullopt;
  return skip;
}

}  // namespace attache
