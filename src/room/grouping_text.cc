#include "room/grouping_text.h"

#include <nlohmann/json.hpp>

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

Json overlap_json(const Overlap& o) { return Json::array({o.shared, o.containment, o.jaccard, o.a_in_b, o.b_in_a, o.numbers}); }

// Reads what to_text wrote and nothing else; the first thing that is wrong is kept.
class Reader {
 public:
  std::string wrong;

  bool is(bool good, const char* what) {
    if (!good && wrong.empty()) wrong = what;
    return wrong.empty();
  }
  const Json& at(const Json& object, const char* name) {
    static const Json kNull;
    if (!is(object.is_object() && object.contains(name), name)) return kNull;
    return object[name];
  }
  const Json& list(const Json& object, const char* name) {
    static const Json kEmpty = Json::array();
    const Json& found = at(object, name);
    return is(found.is_array(), name) ? found : kEmpty;
  }
  std::string text(const Json& object, const char* name) {
    const Json& found = at(object, name);
    return is(found.is_string(), name) ? found.get<std::string>() : std::string();
  }
  bool flag(const Json& object, const char* name) {
    const Json& found = at(object, name);
    return is(found.is_boolean(), name) && found.get<bool>();
  }
  double real(const Json& value, const char* name) { return is(value.is_number(), name) ? value.get<double>() : 0; }
  // At least `least`, below `end`.
  std::int64_t index(const Json& value, std::int64_t least, std::size_t end, const char* name) {
    if (!is(value.is_number_integer(), name)) return 0;
    const auto found = value.get<std::int64_t>();
    return is(found >= least && found < static_cast<std::int64_t>(end), name) ? found : 0;
  }
  Overlap overlap(const Json& list) {
    if (!is(list.is_array() && list.size() == 6, "overlap")) return {};
    Overlap out;
    out.shared = static_cast<std::uint32_t>(index(list[0], 0, std::size_t{1} << 32, "overlap"));
    out.containment = real(list[1], "overlap");
    out.jaccard = real(list[2], "overlap");
    out.a_in_b = real(list[3], "overlap");
    out.b_in_a = real(list[4], "overlap");
    out.numbers = real(list[5], "overlap");
    return out;
  }
};

Descent descent_of(Reader& read, const std::string& name) {
  for (const Descent d : {Descent::original, Descent::verbatim, Descent::edited, Descent::excerpt, Descent::extended}) {
    if (name == name_of(d)) return d;
  }
  read.is(false, "descent");
  return Descent::original;
}

Family read_family(Reader& read, const Json& json, std::size_t reports) {
  Family out;
  for (const Json& one : json) {
    Member m;
    m.report = static_cast<std::uint32_t>(read.index(read.at(one, "report"), 0, reports, "report"));
    m.descent = descent_of(read, read.text(one, "descent"));
    m.parent = static_cast<std::int32_t>(read.index(read.at(one, "parent"), -1, out.members.size(), "parent"));
    m.order_known = read.flag(one, "order_known");
    m.order_reason = read.text(one, "order_reason");
    m.overlap = read.overlap(read.list(one, "overlap"));
    m.confidence = read.real(read.at(one, "confidence"), "confidence");
    m.reason = read.text(one, "reason");
    out.members.push_back(std::move(m));
  }
  read.is(out.members.size() >= 2, "a family of one");
  return out;
}

}  // namespace

std::vector<ThreadGrouping> split_by_thread(std::span<const Analysis> analyses, const Grouping& grouping) {
  const Stories& stories = grouping.stories;
  const Lineage& lineage = grouping.lineage;
  std::vector<ThreadGrouping> out(stories.threads.size());
  std::vector<std::uint32_t> thread_of(analyses.size()), place(analyses.size());
  for (std::size_t t = 0; t < stories.threads.size(); ++t) {
    for (const std::uint32_t s : stories.threads[t].stories) {
      for (const std::uint32_t r : stories.stories[s].reports) thread_of[r] = static_cast<std::uint32_t>(t);
    }
  }
  for (std::uint32_t r = 0; r < analyses.size(); ++r) {
    ThreadGrouping& thread = out[thread_of[r]];
    place[r] = static_cast<std::uint32_t>(thread.reports.size());
    thread.reports.push_back(analyses[r].report.id);
  }
  for (std::size_t t = 0; t < stories.threads.size(); ++t) {
    Grouping& own = out[t].grouping;
    const std::size_t n = out[t].reports.size();
    own.stories.story_of.resize(n);
    own.lineage.family_of.assign(n, -1);
    own.lineage.member_of.assign(n, -1);
    own.stories.threads.emplace_back();
    for (const std::uint32_t s : stories.threads[t].stories) {
      const auto number = static_cast<std::uint32_t>(own.stories.stories.size());
      Story story{{}, stories.stories[s].reasons};
      for (const std::uint32_t r : stories.stories[s].reports) {
        story.reports.push_back(place[r]);
        own.stories.story_of[place[r]] = number;
      }
      own.stories.threads[0].stories.push_back(number);
      own.stories.stories.push_back(std::move(story));
    }
  }
  for (const Family& family : lineage.families) {
    Lineage& own = out[thread_of[family.members.front().report]].grouping.lineage;
    Family copy = family;
    for (std::size_t m = 0; m < copy.members.size(); ++m) {
      Member& member = copy.members[m];
      member.report = place[member.report];
      own.family_of[member.report] = static_cast<std::int32_t>(own.families.size());
      own.member_of[member.report] = static_cast<std::int32_t>(m);
    }
    own.families.push_back(std::move(copy));
  }
  for (SecondSource s : lineage.second_sources) {
    const std::uint32_t thread = thread_of[s.report];
    if (thread_of[s.contained] != thread) continue;
    s.report = place[s.report];
    s.contained = place[s.contained];
    out[thread].grouping.lineage.second_sources.push_back(s);
  }
  return out;
}

std::string to_text(const ThreadGrouping& thread) {
  Json stories = Json::array(), families = Json::array(), second = Json::array();
  for (const Story& s : thread.grouping.stories.stories) stories.push_back({{"reports", s.reports}, {"reasons", s.reasons}});
  for (const Family& f : thread.grouping.lineage.families) {
    Json members = Json::array();
    for (const Member& m : f.members) {
      members.push_back({{"report", m.report}, {"descent", name_of(m.descent)}, {"parent", m.parent}, {"order_known", m.order_known}, {"order_reason", m.order_reason}, {"overlap", overlap_json(m.overlap)}, {"confidence", m.confidence}, {"reason", m.reason}});
    }
    families.push_back(std::move(members));
  }
  for (const SecondSource& s : thread.grouping.lineage.second_sources) second.push_back({{"report", s.report}, {"contains", s.contained}, {"overlap", overlap_json(s.overlap)}, {"confidence", s.confidence}});
  return Json{{"reports", thread.reports}, {"stories", std::move(stories)}, {"families", std::move(families)}, {"second_sources", std::move(second)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ThreadGrouping> grouping_from_text(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  Reader read;
  ThreadGrouping out;
  if (json.is_discarded()) return fail(ErrorCode::invalid_store, "the grouping of a thread is no JSON");
  for (const Json& id : read.list(json, "reports")) {
    if (read.is(id.is_string(), "reports")) out.reports.push_back(id.get<std::string>());
  }
  const std::size_t n = out.reports.size();
  Stories& stories = out.grouping.stories;
  Lineage& lineage = out.grouping.lineage;
  stories.story_of.assign(n, 0xFFFFFFFF);
  stories.threads.emplace_back();
  for (const Json& one : read.list(json, "stories")) {
    const auto number = static_cast<std::uint32_t>(stories.stories.size());
    Story story;
    for (const Json& report : read.list(one, "reports")) {
      const auto r = static_cast<std::uint32_t>(read.index(report, 0, n, "reports of a story"));
      if (!read.is(n > 0 && stories.story_of[r] == 0xFFFFFFFF, "a report in two stories")) break;
      stories.story_of[r] = number;
      story.reports.push_back(r);
    }
    read.is(!story.reports.empty(), "a story without reports");
    for (const Json& reason : read.list(one, "reasons")) {
      if (read.is(reason.is_string(), "reasons")) story.reasons.push_back(reason.get<std::string>());
    }
    stories.threads[0].stories.push_back(number);
    stories.stories.push_back(std::move(story));
  }
  for (const std::uint32_t s : stories.story_of) read.is(s != 0xFFFFFFFF, "a report without a story");
  read.is(!stories.stories.empty(), "no story");
  lineage.family_of.assign(n, -1);
  lineage.member_of.assign(n, -1);
  for (const Json& one : read.list(json, "families")) {
    Family family = read_family(read, one, n);
    for (std::size_t m = 0; m < family.members.size() && read.wrong.empty(); ++m) {
      const std::uint32_t r = family.members[m].report;
      if (!read.is(lineage.family_of[r] < 0, "a report in two families")) break;
      lineage.family_of[r] = static_cast<std::int32_t>(lineage.families.size());
      lineage.member_of[r] = static_cast<std::int32_t>(m);
    }
    lineage.families.push_back(std::move(family));
  }
  for (const Json& one : read.list(json, "second_sources")) {
    SecondSource s;
    s.report = static_cast<std::uint32_t>(read.index(read.at(one, "report"), 0, n, "report"));
    s.contained = static_cast<std::uint32_t>(read.index(read.at(one, "contains"), 0, n, "contains"));
    s.overlap = read.overlap(read.list(one, "overlap"));
    s.confidence = read.real(read.at(one, "confidence"), "confidence");
    lineage.second_sources.push_back(s);
  }
  if (!read.wrong.empty()) return fail(ErrorCode::invalid_store, "the grouping of a thread is damaged: " + read.wrong);
  return out;
}

}  // namespace attache
