#include "room/news.h"

#include "room/ids.h"
#include "room/lists.h"
#include "room/views.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

Result<Json> changed_stories(Database& db, const StoreState& before, const StoreState& now) {
  Json out = Json::array();
  Prepared rows(db, "SELECT number FROM stories WHERE id = ?");
  for (const auto& [id, reports] : now.reports_of_story) {
    const auto known = before.reports_of_story.find(id);
    if (known != before.reports_of_story.end() && known->second == reports) continue;
    rows.number(id);
    if (!rows.row()) continue;
    ListJson row = story_row(db, rows.number_at(0));
    rows.done();
    if (!row) return row;
    (*row)["new"] = known == before.reports_of_story.end();
    (*row)["came"] = reports - (known == before.reports_of_story.end() ? 0 : known->second);
    out.push_back(std::move(*row));
  }
  if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  return out;
}

Result<Json> newly_open_facts(Database& db, const StoreState& before) {
  constexpr std::size_t kAtOnce = 200;
  Json out = Json::array();
  for (const char* label : {"differ", "superseded"}) {
    SearchFilter filter;
    filter.label = label;
    for (std::size_t skip = 0;; skip += kAtOnce) {
      const Result<SearchPage> page = search(db, HitKind::fact, "", filter, skip, kAtOnce);
      if (!page) return tl::unexpected<Error>(page.error());
      for (const Hit& hit : page->hits) {
        if (!before.open_facts.contains({bits_of_id(hit.id).value_or(0), label})) out.push_back(to_json(hit));
      }
      if (!page->more) break;
    }
  }
  return out;
}

Json changed_positions(const StoreState& before, const StoreState& now) {
  Json out = Json::array();
  for (std::size_t q = 0; q < now.decisions.size(); ++q) {
    const Json& is = now.decisions[q];
    if (is.is_null() || q >= before.decisions.size() || before.decisions[q].is_null()) continue;
    const Json& members = is["members"];
    const Json& was = before.decisions[q]["members"];
    for (std::size_t m = 0; m < members.size() && m < was.size(); ++m) {
      if (members[m]["stance"] == was[m]["stance"] && members[m]["strength"] == was[m]["strength"]) continue;
      const auto told = [](const Json& member) { return Json{{"stance", member["stance"]}, {"strength", member["strength"]}, {"date", member["date"]}}; };
      Json citation = nullptr;
      for (const Json& entry : members[m]["history"]) {
        if (entry["stance"] == members[m]["stance"] && !entry["citations"].empty()) citation = entry["citations"].back();
      }
      out.push_back({{"question", is["question"]}, {"member", members[m]["member"]}, {"before", told(was[m])}, {"now", told(members[m])}, {"citation", std::move(citation)}});
    }
  }
  return out;
}

}  // namespace

Result<StoreState> look_at(Database& db, const std::vector<PendingQuestion>& questions, const Resources& resources, const RunOptions& options) {
  StoreState out;
  Prepared stories(db, "SELECT id, reports FROM stories"), facts(db, "SELECT id, label FROM entries WHERE kind = 2 AND label IN ('differ', 'superseded')");
  while (stories.row()) out.reports_of_story[stories.number_at(0)] = stories.number_at(1);
  while (facts.row()) out.open_facts.emplace(facts.number_at(0), facts.text_at(1));
  for (const Prepared* p : {&stories, &facts}) {
    if (p->failure()) return tl::unexpected<Error>(*p->failure());
  }
  for (const PendingQuestion& question : questions) {
    Result<Json> decided = decide_by_store(db, question, resources, options);
    out.decisions.push_back(decided ? std::move(*decided) : Json(nullptr));
  }
  return out;
}

Result<Json> news_between(Database& db, const StoreState& before, const StoreState& now) {
  Result<Json> stories = changed_stories(db, before, now);
  if (!stories) return stories;
  Result<Json> facts = newly_open_facts(db, before);
  if (!facts) return facts;
  return Json{{"stories", std::move(*stories)}, {"facts", std::move(*facts)}, {"positions", changed_positions(before, now)}};
}

}  // namespace attache
