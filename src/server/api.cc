#include "server/api.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/strings.h"
#include "dossier/json.h"
#include "room/ids.h"
#include "room/lists.h"
#include "room/views.h"
#include "store/schema.h"
#include "tables/embedded.h"
#include "text/utf8.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

// What an endpoint gives: JSON, or why there is none.
struct Refusal {
  int status = 500;
  std::string code, message;
};
using Given = tl::expected<Json, Refusal>;

tl::unexpected<Refusal> refuse(int status, std::string code, std::string message) { return tl::unexpected<Refusal>(Refusal{status, std::move(code), std::move(message)}); }
tl::unexpected<Refusal> refuse(const Error& error) { return refuse(error.code == ErrorCode::busy ? 503 : 500, std::string(name_of(error.code)), error.message); }

constexpr std::size_t kPage = 50;
constexpr std::size_t kHits = 20;   // of one kind
constexpr std::size_t kGroup = 5;  // hits of each kind where no kind is asked for

class Endpoints {
 public:
  Endpoints(ApiContext& context, Database& db, std::int64_t changes, const ApiRequest& request) : context_(context), db_(db), changes_(changes), request_(request) {}

  // `parts`: of the path behind "/api".
  Given give(const std::vector<std::string_view>& parts) {
    const std::string_view first = parts.empty() ? "" : parts[0];
    const bool one = parts.size() == 2;
    if (parts.empty()) return summary();
    if (parts.size() > 2) return refuse(404, "unknown_path", "no such path");
    if (first == "threads") return one ? thread(parts[1]) : paged(threads_list);
    if (first == "stories" && one) return story(parts[1]);
    if (first == "reports" && one) return report(parts[1]);
    if (first == "speakers") return one ? speaker(parts[1]) : speakers();
    if (first == "facts" && !one) return facts();
    if (first == "search" && !one) return found();
    if (first == "decisions") return one ? decision(parts[1]) : decisions();
    if (first == "news" && !one) return news();
    if (first == "openapi.json" && !one) return Json::parse(embedded_file("openapi.json"));
    return refuse(404, "unknown_path", "no such path");
  }

 private:
  ApiContext& context_;
  Database& db_;
  std::int64_t changes_;
  const ApiRequest& request_;

  [[nodiscard]] std::string asked(const std::string& name) const {
    const auto found = request_.query.find(name);
    return found == request_.query.end() ? std::string() : found->second;
  }

  static Given of_list(ListJson list) {
    if (!list) return refuse(list.error());
    return std::move(*list);
  }

  tl::expected<ListPage, Refusal> page() const {
    const std::optional<std::size_t> skip = skip_of_cursor(asked("cursor"));
    if (!skip) return refuse(400, "wrong_cursor", "the cursor is none that was given out");
    return ListPage{*skip, kPage};
  }

  Given paged(ListJson (*list)(Database&, const ListPage&)) {
    const auto at = page();
    if (!at) return tl::unexpected<Refusal>(at.error());
    return of_list(list(db_, *at));
  }

  tl::expected<std::int64_t, Refusal> number(IdOf kind, std::string_view id) {
    const Result<std::optional<std::int64_t>> found = number_of(db_, kind, id);
    if (!found) return refuse(found.error());
    if (!*found) return refuse(404, "unknown_id", "nothing in the store has this id");
    return **found;
  }

  tl::expected<std::shared_ptr<const Dossier>, Refusal> dossier(std::int64_t thread) {
    Result<std::shared_ptr<const Dossier>> read = context_.threads.get(db_, thread, changes_, context_.resources);
    if (!read) return refuse(read.error());
    return std::move(*read);
  }

  Given summary() {
    Given out = of_list(store_summary(db_));
    if (!out) return out;
    (*out)["version"] = "0.1.0";
    Json titles = Json::array();
    for (const PendingQuestion& q : context_.questions) titles.push_back(q.question.name);
    (*out)["questions"] = std::move(titles);
    return out;
  }

  Given thread(std::string_view id) {
    const auto number_found = number(IdOf::thread, id);
    if (!number_found) return tl::unexpected<Refusal>(number_found.error());
    Given row = of_list(thread_row(db_, *number_found)), stories = of_list(stories_of_thread(db_, *number_found));
    if (!row) return row;
    if (!stories) return stories;
    const auto d = dossier(*number_found);
    if (!d) return tl::unexpected<Refusal>(d.error());
    Json days = Json::array();
    for (const TimelineDay& day : (*d)->timelines.front()) {
      const Report& report = (*d)->analyses[day.report].report;
      const Span cited = CodePointOffsets(report.text).of_bytes(day.span);
      days.push_back({{"day", to_string(day.day)}, {"reports", day.reports.size()}, {"origins", count_origins(**d, day.reports)}, {"citation", {{"report", report.id}, {"start", cited.begin}, {"end", cited.end}, {"exact", slice(report.text, day.span)}}}});
    }
    Json open = Json::array();
    for (const char* status : {"differ", "superseded"}) {
      SearchFilter filter;
      filter.thread = *number_found;
      filter.label = status;
      const Result<SearchPage> hits = search(db_, HitKind::fact, "", filter, 0, kPage);
      if (!hits) return refuse(hits.error());
      for (const Hit& hit : hits->hits) open.push_back(to_json(hit));
    }
    return Json{{"thread", std::move(*row)}, {"stories", std::move(*stories)}, {"timeline", std::move(days)}, {"open", std::move(open)}};
  }

  // What touches some reports of a thread, with the rows of the thread and the story.
  Given view(std::string_view kind, std::string_view id, std::int64_t story_number, const std::function<bool(const Dossier&, std::uint32_t)>& inside) {
    const Result<std::int64_t> thread_number = db_.number(fmt::format("SELECT thread FROM stories WHERE number = {}", story_number).c_str());
    if (!thread_number) return refuse(thread_number.error());
    const auto d = dossier(*thread_number);
    if (!d) return tl::unexpected<Refusal>(d.error());
    std::vector<std::uint32_t> reports;
    for (std::uint32_t r = 0; r < (*d)->analyses.size(); ++r) {
      if (inside(**d, r)) reports.push_back(r);
    }
    Given thread_json = of_list(thread_row(db_, *thread_number)), story_json = of_list(story_row(db_, story_number));
    if (!thread_json) return thread_json;
    if (!story_json) return story_json;
    Json out = {{"format", "attache-view/1"}, {"of", {{"kind", kind}, {"id", id}}}, {"thread", std::move(*thread_json)}, {"story", std::move(*story_json)}};
    out.update(part_to_json(**d, reports));
    return out;
  }

  Given story(std::string_view id) {
    const auto found = number(IdOf::story, id);
    if (!found) return tl::unexpected<Refusal>(found.error());
    return view("story", id, *found, [&](const Dossier& d, std::uint32_t r) { return story_id(d, d.stories.story_of[r]) == id; });
  }

  Given report(std::string_view id) {
    const auto found = number(IdOf::report, id);
    if (!found) return tl::unexpected<Refusal>(found.error());
    const Result<std::int64_t> story_number = db_.number(fmt::format("SELECT story FROM reports WHERE number = {}", *found).c_str());
    if (!story_number) return refuse(story_number.error());
    return view("report", id, *story_number, [&](const Dossier& d, std::uint32_t r) { return d.analyses[r].report.id == id; });
  }

  Given speakers() {
    const auto at = page();
    if (!at) return tl::unexpected<Refusal>(at.error());
    return of_list(speakers_list(db_, asked("q"), *at));
  }

  Given speaker(std::string_view id) {
    const std::int64_t actor = id.starts_with("p-") ? bits_of_id(id).value_or(0) : 0;
    Given row = of_list(speaker_row(db_, actor));
    if (!row) return row;
    if (row->is_null()) return refuse(404, "unknown_id", "nothing in the store has this id");
    const auto at = page();
    if (!at) return tl::unexpected<Refusal>(at.error());
    SearchFilter filter;
    filter.speaker = actor;
    const Result<SearchPage> hits = search(db_, HitKind::statement, "", filter, at->skip, at->most);
    if (!hits) return refuse(hits.error());
    Json out = {{"speaker", std::move(*row)}};
    out.update(to_json(*hits, "statements", at->skip));
    return out;
  }

  Given facts() {
    const auto at = page();
    if (!at) return tl::unexpected<Refusal>(at.error());
    SearchFilter filter;
    filter.label = asked("status");
    const Result<SearchPage> hits = search(db_, HitKind::fact, "", filter, at->skip, at->most);
    if (!hits) return refuse(hits.error());
    return to_json(*hits, "facts", at->skip);
  }

  // Reads what the query says; the first thing that cannot be is the refusal.
  tl::expected<SearchFilter, Refusal> filter_asked() {
    SearchFilter f;
    f.outlet = asked("outlet");
    f.agency = asked("agency");
    f.actor = asked("actor");
    f.label = asked("label");
    for (const auto& [name, to] : {std::pair{"from", &f.from}, std::pair{"to", &f.to}}) {
      const std::string day = asked(name);
      if (day.empty()) continue;
      const std::optional<Date> date = parse_iso_date(day);
      if (!date || !is_valid(*date)) return refuse(400, "wrong_day", fmt::format("\"{}\" is a day as 2024-03-05", name));
      *to = days_of(*date);
    }
    for (const auto& [name, kind, to] : {std::tuple{"story", IdOf::story, &f.story}, std::tuple{"thread", IdOf::thread, &f.thread}}) {
      const std::string id = asked(name);
      if (id.empty()) continue;
      const auto found = number(kind, id);
      if (!found) return tl::unexpected<Refusal>(found.error());
      *to = *found;
    }
    return f;
  }

  Given found() {
    const auto begin = std::chrono::steady_clock::now();
    const auto filter = filter_asked();
    if (!filter) return tl::unexpected<Refusal>(filter.error());
    const auto at = page();
    if (!at) return tl::unexpected<Refusal>(at.error());
    const std::string words = asked("q"), kind_asked = asked("kind");
    const std::optional<HitKind> kind = hit_kind_of(kind_asked);
    if (!kind_asked.empty() && !kind) return refuse(400, "wrong_kind", "\"kind\" is report, statement, event or fact");
    Json out;
    if (kind) {
      const Result<SearchPage> hits = search(db_, *kind, words, *filter, at->skip, kHits);
      if (!hits) return refuse(hits.error());
      out = to_json(*hits, "hits", at->skip);
    } else {
      out = {{"hits", Json::array()}, {"next", nullptr}};
      const Result<std::vector<Hit>> hits = search_every_kind(db_, words, *filter, kGroup);
      if (!hits) return refuse(hits.error());
      for (const Hit& hit : *hits) out["hits"].push_back(to_json(hit));
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    out["took_ms"] = static_cast<double>(static_cast<long long>(took.count() * 10)) / 10;
    return out;
  }

  Given decisions() {
    Json list = Json::array();
    for (std::size_t k = 0; k < context_.questions.size(); ++k) list.push_back({{"number", k}, {"title", context_.questions[k].question.name}});
    return Json{{"decisions", std::move(list)}};
  }

  Given decision(std::string_view which) {
    std::size_t k = 0;
    const auto [last, error] = std::from_chars(which.data(), which.data() + which.size(), k);
    if (error != std::errc() || last != which.data() + which.size() || k >= context_.questions.size()) return refuse(404, "unknown_id", "no such question was given when the reading room was opened (--question)");
    RunOptions options;
    options.threads = 1;
    Result<Json> decided = decide_by_store(db_, context_.questions[k], context_.resources, options);
    if (!decided) return refuse(decided.error());
    return Json{{"decision", std::move(*decided)}};
  }

  Given news() {
    const std::string since = asked("since");
    std::int64_t addition = 0;
    const auto [last, error] = std::from_chars(since.data(), since.data() + since.size(), addition);
    if (since.empty() || error != std::errc() || last != since.data() + since.size()) return refuse(400, "wrong_number", "\"since\" is the number of an addition");
    SearchFilter filter;
    filter.after_addition = addition;
    const Result<SearchPage> hits = search(db_, HitKind::report, "", filter, 0, kPage);
    if (!hits) return refuse(hits.error());
    Given threads = of_list(threads_since(db_, addition));
    if (!threads) return threads;
    Json out = {{"since", addition}};
    out.update(to_json(*hits, "reports", 0));
    out["threads"] = std::move(*threads);
    return out;
  }
};

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> out;
  for (const std::string_view part : split(path, '/')) {
    if (!part.empty()) out.push_back(part);
  }
  return out;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

ApiAnswer error_answer(const Refusal& r) {
  ApiAnswer out;
  out.status = r.status;
  out.body = dump({{"error", {{"code", r.code}, {"message", r.message}}}});
  return out;
}

// The page: its files by name, and itself for every other path, which it reads.
ApiAnswer page_file(const ApiRequest& request) {
  ApiAnswer out;
  const std::string name = request.path.substr(1);
  const std::string_view types[][2] = {{"room.js", "text/javascript; charset=utf-8"}, {"room.css", "text/css; charset=utf-8"}};
  out.type = "text/html; charset=utf-8";
  std::string_view body = embedded_file("index.html");
  for (const auto& [file, type] : types) {
    if (name != file) continue;
    body = embedded_file(file);
    out.type = type;
  }
  if (name == "favicon.ico") body = {};
  out.body = body;
  if (body.empty()) out.status = 404;
  else out.etag = "\"" + make_id("", hash64(body)) + "\"";
  return out;
}

}  // namespace

ApiAnswer answer(ApiContext& context, const ApiRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") return error_answer({405, "read_only", "the reading room only reads"});
  const std::vector<std::string_view> parts = parts_of(request.path);
  ApiAnswer out;
  if (parts.empty() || parts[0] != "api") {
    out = page_file(request);
  } else {
    Result<Connections::Lease> lease = context.connections.get();
    if (!lease) return error_answer({lease.error().code == ErrorCode::busy ? 503 : 500, std::string(name_of(lease.error().code)), lease.error().message});
    Database& db = lease->database();
    const std::int64_t changes = db.number("SELECT changes FROM numbers").value_or(0);
    std::string asked = request.path;
    for (const auto& [name, value] : request.query) asked += "\n" + name + "=" + value;
    out.etag = fmt::format("\"{}-{}\"", changes, make_id("", hash64(asked)));
    if (out.etag == request.if_none_match) {
      out.status = 304;
      return out;
    }
    const Given given = Endpoints(context, db, changes, request).give({parts.begin() + 1, parts.end()});
    if (!given) return error_answer(given.error());
    out.body = dump(*given);
  }
  if (!out.etag.empty() && out.etag == request.if_none_match) {
    out.status = 304;
    out.body.clear();
  }
  return out;
}

}  // namespace attache
