#include "room/lists.h"

#include <fmt/format.h>

#include "base/date.h"
#include "room/ids.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kThread = "SELECT t.id, t.title, t.first, t.last, t.reports, (SELECT count(*) FROM stories s WHERE s.thread = t.number), t.origins, t.differ FROM threads t";
constexpr const char* kStory = "SELECT s.id, s.title, s.first, s.last, s.reports, s.origins, t.id FROM stories s JOIN threads t ON t.number = s.thread";

Json day_at(const Prepared& row, int column) { return row.null_at(column) ? Json(nullptr) : Json(to_string(date_of(static_cast<int>(row.number_at(column))))); }

Json thread_json(const Prepared& r) {
  return {{"id", id_of_bits("t", r.number_at(0))}, {"title", r.text_at(1)}, {"first", day_at(r, 2)}, {"last", day_at(r, 3)}, {"reports", r.number_at(4)}, {"stories", r.number_at(5)}, {"origins", r.number_at(6)}, {"differ", r.number_at(7)}};
}

Json story_json(const Prepared& r) {
  return {{"id", id_of_bits("y", r.number_at(0))}, {"title", r.text_at(1)}, {"first", day_at(r, 2)}, {"last", day_at(r, 3)}, {"reports", r.number_at(4)}, {"origins", r.number_at(5)}, {"thread", id_of_bits("t", r.number_at(6))}};
}

// Every row as an array; one more than `most` says that there is more.
template <class Row>
ListJson collect(Prepared& rows, Row row) {
  Json out = Json::array();
  while (rows.row()) out.push_back(row(rows));
  if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  return out;
}

Json paged(std::string_view name, Json list, const ListPage& page) {
  const bool more = list.size() > page.most;
  if (more) list.erase(list.end() - 1);
  Json out;
  const std::size_t next = page.skip + list.size();
  out[std::string(name)] = std::move(list);
  out["next"] = more ? Json("c" + std::to_string(next)) : Json(nullptr);
  return out;
}

ListJson first_of(ListJson list) {
  if (!list) return list;
  return list->empty() ? Json(nullptr) : std::move((*list)[0]);
}

}  // namespace

ListJson store_summary(Database& db) {
  Json out = {{"name", "attache"}};
  constexpr std::pair<const char*, const char*> kCounts[] = {{"reports", "SELECT count(*) FROM reports"}, {"stories", "SELECT count(*) FROM stories"}, {"threads", "SELECT count(*) FROM threads"}, {"statements", "SELECT sum(statements) FROM threads"}, {"events", "SELECT sum(events) FROM threads"}, {"facts", "SELECT sum(facts) FROM threads"}, {"duplicates", "SELECT count(*) FROM duplicates"}, {"refused", "SELECT count(*) FROM refused"}};
  for (const auto& [name, sql] : kCounts) {
    const Result<std::int64_t> count = db.number(sql);
    if (!count) return tl::unexpected<Error>(count.error());
    out[name] = *count;
  }
  Prepared days(db, "SELECT min(first), max(last) FROM threads");
  if (days.row()) {
    out["first"] = day_at(days, 0);
    out["last"] = day_at(days, 1);
  }
  Prepared additions(db, "SELECT number, stored, duplicate, refused FROM additions ORDER BY number DESC LIMIT 20");
  ListJson list = collect(additions, [](const Prepared& r) { return Json{{"number", r.number_at(0)}, {"stored", r.number_at(1)}, {"duplicate", r.number_at(2)}, {"refused", r.number_at(3)}}; });
  if (!list) return list;
  out["additions"] = std::move(*list);
  return out;
}

ListJson threads_list(Database& db, const ListPage& page) {
  Prepared rows(db, fmt::format("{} ORDER BY t.last DESC, t.reports DESC, t.id LIMIT ? OFFSET ?", kThread));
  rows.number(static_cast<std::int64_t>(page.most + 1)).number(static_cast<std::int64_t>(page.skip));
  ListJson list = collect(rows, thread_json);
  return list ? ListJson(paged("threads", std::move(*list), page)) : list;
}

ListJson thread_row(Database& db, std::int64_t thread) {
  Prepared rows(db, fmt::format("{} WHERE t.number = ?", kThread));
  rows.number(thread);
  return first_of(collect(rows, thread_json));
}

ListJson stories_of_thread(Database& db, std::int64_t thread) {
  Prepared rows(db, fmt::format("{} WHERE s.thread = ? ORDER BY s.first IS NULL, s.first, s.last, s.id", kStory));
  rows.number(thread);
  return collect(rows, story_json);
}

ListJson story_row(Database& db, std::int64_t story) {
  Prepared rows(db, fmt::format("{} WHERE s.number = ?", kStory));
  rows.number(story);
  return first_of(collect(rows, story_json));
}

ListJson speakers_list(Database& db, std::string_view words, const ListPage& page) {
  const std::string like = words.empty() ? "" : "%" + std::string(words) + "%";
  Prepared rows(db, fmt::format("SELECT number, min(name) AS called, min(type), sum(said) AS all_said FROM actors WHERE said > 0 {} GROUP BY number ORDER BY all_said DESC, called, number LIMIT ? OFFSET ?", like.empty() ? "" : "AND name LIKE ?"));
  if (!like.empty()) rows.text(like);
  rows.number(static_cast<std::int64_t>(page.most + 1)).number(static_cast<std::int64_t>(page.skip));
  ListJson list = collect(rows, [](const Prepared& r) { return Json{{"id", id_of_bits("p", r.number_at(0))}, {"name", r.text_at(1)}, {"type", r.text_at(2)}, {"statements", r.number_at(3)}}; });
  return list ? ListJson(paged("speakers", std::move(*list), page)) : list;
}

ListJson speaker_row(Database& db, std::int64_t actor) {
  Prepared rows(db, "SELECT number, min(name), min(type) FROM actors WHERE number = ? GROUP BY number");
  rows.number(actor);
  return first_of(collect(rows, [](const Prepared& r) { return Json{{"id", id_of_bits("p", r.number_at(0))}, {"name", r.text_at(1)}, {"type", r.text_at(2)}}; }));
}

ListJson threads_since(Database& db, std::int64_t addition) {
  Prepared rows(db, fmt::format("{} WHERE t.number IN (SELECT s.thread FROM reports r JOIN stories s ON s.number = r.story WHERE r.added > ?) ORDER BY t.last DESC, t.reports DESC, t.id LIMIT 200", kThread));
  rows.number(addition);
  return collect(rows, thread_json);
}

Result<std::optional<std::int64_t>> number_of(Database& db, IdOf kind, std::string_view id) {
  constexpr std::pair<char, const char*> kTables[] = {{'t', "SELECT number FROM threads WHERE id = ?"}, {'y', "SELECT number FROM stories WHERE id = ?"}, {'r', "SELECT number FROM reports WHERE id = ?"}};
  const auto& [letter, sql] = kTables[static_cast<std::size_t>(kind)];
  const std::optional<std::int64_t> bits = bits_of_id(id);
  if (!bits || id[0] != letter || id[1] != '-') return std::optional<std::int64_t>();
  Prepared rows(db, sql);
  rows.number(*bits);
  const std::optional<std::int64_t> found = rows.row() ? std::optional(rows.number_at(0)) : std::nullopt;
  if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  return found;
}

}  // namespace attache
