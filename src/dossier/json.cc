#include "dossier/json.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "dossier/json_decision.h"
#include "text/utf8.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

class Writer {
 public:
  explicit Writer(const Dossier& dossier) : d_(dossier) {
    offsets_.reserve(d_.analyses.size());
    for (const Analysis& a : d_.analyses) {
      offsets_.emplace_back(a.report.text);
      std::uint32_t number = 0;
      std::vector<std::uint32_t>& numbers = numbers_.emplace_back();
      for (const SentenceSpan& s : a.sentences) numbers.push_back(number += s.title ? 0 : 1);
    }
  }

  std::string run_decision(const Decision& one) const { return decision(one).dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

  Json run_part(const std::vector<std::uint32_t>& reports) const {
    std::vector<char> inside(d_.analyses.size()), named(d_.analyses.size());
    for (const std::uint32_t r : reports) inside[r] = 1;
    const auto touches = [&](const std::vector<std::uint32_t>& list) { return std::any_of(list.begin(), list.end(), [&](std::uint32_t r) { return inside[r] != 0; }); };
    const auto name = [&](const std::vector<std::uint32_t>& list) {
      for (const std::uint32_t r : list) named[r] = 1;
    };
    Json out;
    // `reports_behind` gives the reports of a record, `record` its JSON.
    const auto list = [&](const char* member, std::size_t size, auto reports_behind, auto record) {
      Json found = Json::array();
      for (std::size_t i = 0; i < size; ++i) {
        const std::vector<std::uint32_t> behind = reports_behind(i);
        if (!touches(behind)) continue;
        name(behind);
        found.push_back(record(i));
      }
      out[member] = std::move(found);
    };
    list("reports", d_.order.size(), [&](std::size_t i) { return std::vector{d_.order[i]}; }, [&](std::size_t i) { return report(d_.order[i]); });
    list("families", d_.lineage.families.size(), [&](std::size_t f) {
      std::vector<std::uint32_t> members;
      for (const Member& m : d_.lineage.families[f].members) members.push_back(m.report);
      return members;
    }, [&](std::size_t f) { return family(f); });
    list("second_sources", d_.lineage.second_sources.size(), [&](std::size_t i) { return std::vector{d_.lineage.second_sources[i].report, d_.lineage.second_sources[i].contained}; }, [&](std::size_t i) { return second_source(d_.lineage.second_sources[i]); });
    list("origins", d_.origins.origins.size(), [&](std::size_t o) { return d_.origins.origins[o].reports; }, [&](std::size_t o) { return origin(o); });
    list("stories", d_.stories.stories.size(), [&](std::size_t i) { return d_.stories.stories[d_.story_order[i]].reports; }, [&](std::size_t i) { return story(d_.story_order[i]); });
    Json concerned = Json::array();
    for (const Actor& a : d_.actors.actors) {
      if (touches(a.reports)) concerned.push_back(actor(a));
    }
    out["actors"] = std::move(concerned);
    list("statements", d_.statements.size(), [&](std::size_t i) { return reports_of(d_.statements[i]); }, [&](std::size_t i) { return statement(d_.statements[i]); });
    list("events", d_.events.size(), [&](std::size_t i) { return reports_of(d_.events[i]); }, [&](std::size_t i) { return event(d_.events[i]); });
    list("facts", d_.facts.size(), [&](std::size_t i) { return reports_of(d_.facts[i]); }, [&](std::size_t i) { return fact(d_.facts[i]); });
    Json others = Json::array();
    for (const std::uint32_t r : d_.order) {
      if (inside[r] || !named[r]) continue;
      const Report& one = d_.analyses[r].report;
      others.push_back({{"id", one.id}, {"label", d_.labels[r]}, {"title", one.title.value}, {"outlet", one.outlet.value}, {"agency", one.agencies.empty() ? "" : one.agencies.front().value}, {"published", one.published.value.year ? Json(to_string(one.published.value)) : Json(nullptr)}, {"story", story_id(d_, d_.stories.story_of[r])}});
    }
    out["others"] = std::move(others);
    return out;
  }

  std::string run() {
    out_ = "{\n";
    member("format", "attache-dossier/1");
    member("title", {{"words", d_.title.words}, {"report", d_.analyses.empty() ? "" : id(d_.title.report)}});
    // which parts of the format this dossier holds; the others are empty because nobody looked, not because nothing is there
    Json produced = Json::array({"reports", "families", "origins", "stories", "threads", "actors", "statements", "events", "facts"});
    if (!d_.decisions.empty()) produced.push_back("decisions");
    member("produced", produced);
    member("counts", {{"stored", d_.analyses.size()}, {"duplicates", d_.duplicates.size()}, {"refused", d_.refused.size()}});
    list("reports", d_.analyses.size(), [&](std::size_t i) { return report(d_.order[i]); });
    list("families", d_.lineage.families.size(), [&](std::size_t i) { return family(i); });
    list("second_sources", d_.lineage.second_sources.size(), [&](std::size_t i) { return second_source(d_.lineage.second_sources[i]); });
    list("origins", d_.origins.origins.size(), [&](std::size_t i) { return origin(i); });
    list("stories", d_.stories.stories.size(), [&](std::size_t i) { return story(d_.story_order[i]); });
    list("threads", d_.stories.threads.size(), [&](std::size_t i) { return thread(d_.thread_order[i]); });
    list("actors", d_.actors.actors.size(), [&](std::size_t i) { return actor(d_.actors.actors[i]); });
    list("statements", d_.statements.size(), [&](std::size_t i) { return statement(d_.statements[i]); });
    list("events", d_.events.size(), [&](std::size_t i) { return event(d_.events[i]); });
    list("facts", d_.facts.size(), [&](std::size_t i) { return fact(d_.facts[i]); });
    list("decisions", d_.decisions.size(), [&](std::size_t i) { return decision(d_.decisions[i]); });
    list("duplicates", d_.duplicates.size(), [&](std::size_t i) { return Json{{"source", d_.duplicates[i].source}, {"of", d_.duplicates[i].of}}; });
    list("refused", d_.refused.size(), [&](std::size_t i) { return refusal(d_.refused[i]); }, true);
    out_ += "}\n";
    return std::move(out_);
  }

 private:
  const Dossier& d_;
  std::vector<CodePointOffsets> offsets_;
  std::vector<std::vector<std::uint32_t>> numbers_;  // report -> sentence -> number among its body sentences, 1-based
  std::string out_;

  static std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

  void member(const char* name, const Json& value) { out_ += dump(Json(name)) + ": " + dump(value) + ",\n"; }

  template <class F>
  void list(const char* name, std::size_t size, F record, bool last = false) {
    out_ += dump(Json(name)) + ": [";
    for (std::size_t i = 0; i < size; ++i) {
      out_ += i ? ",\n" : "\n";
      out_ += dump(record(i));
    }
    out_ += size ? "\n]" : "]";
    out_ += last ? "\n" : ",\n";
  }

  const std::string& id(std::uint32_t r) const { return d_.analyses[r].report.id; }
  Json ids(const std::vector<std::uint32_t>& reports) const {
    Json out = Json::array();
    for (std::uint32_t r : reports) out.push_back(id(r));
    return out;
  }

  Json span(std::uint32_t r, Span s) const { return Json::array({offsets_[r].of_byte(s.begin), offsets_[r].of_byte(s.end)}); }
  Json spans(std::uint32_t r, const std::vector<Span>& list) const {
    Json out = Json::array();
    for (Span s : list) out.push_back(span(r, s));
    return out;
  }
  // A span with its words.
  Json quote(std::uint32_t r, Span s) const {
    return {{"start", offsets_[r].of_byte(s.begin)}, {"end", offsets_[r].of_byte(s.end)}, {"exact", slice(d_.analyses[r].report.text, s)}};
  }
  Json citation(std::uint32_t r, Span s) const {
    Json out = {{"report", id(r)}};
    out.update(quote(r, s));
    return out;
  }

  template <class T>
  Json evidence(std::uint32_t r, const Evident<T>& e, const std::string& value) const {
    if (value.empty()) return nullptr;
    Json out = {{"value", value}, {"evidence", e.evidence}};
    if (!e.span.empty()) out.update(quote(r, e.span));
    return out;
  }
  // "2022-03-17", "--03-17" without a year (xs:gMonthDay)
  static std::string day_words(const Date& day) { return day.full() ? to_string(day) : day.day ? fmt::format("--{:02}-{:02}", day.month, day.day) : ""; }
  Json evident(std::uint32_t r, const Evident<std::string>& e) const { return evidence(r, e, e.value); }
  Json evident(std::uint32_t r, const Evident<Date>& e) const { return evidence(r, e, e.value.year ? to_string(e.value) : ""); }
  Json evident(std::uint32_t r, const std::vector<Evident<std::string>>& list) const {
    Json out = Json::array();
    for (const auto& e : list) out.push_back(evident(r, e));
    return out;
  }

  Json report(std::uint32_t r) const {
    const Analysis& a = d_.analyses[r];
    const Report& report = a.report;
    const std::uint32_t story = d_.stories.story_of[r];
    const std::int32_t family = d_.lineage.family_of[r];
    Json out = {{"id", report.id}, {"label", d_.labels[r]}, {"source", report.source}, {"name", report.name}, {"url", report.url}};
    out["title"] = evident(r, report.title);
    out["outlet"] = evident(r, report.outlet);
    out["agencies"] = evident(r, report.agencies);
    out["bylines"] = evident(r, report.bylines);
    out["signatures"] = evident(r, report.signatures);
    out["dateline_places"] = evident(r, report.dateline_places);
    out["dateline_day"] = evidence(r, report.dateline_day, day_words(report.dateline_day.value));
    out["caption_credits"] = evident(r, report.caption_credits);
    out["photographers"] = evident(r, report.photographers);
    out["published"] = evident(r, report.published);
    const DateBound& bound = d_.bounds[r];
    if (bound.not_before.year) {
      Json not_before = {{"value", to_string(bound.not_before)}, {"evidence", bound.reason}};
      not_before.update(quote(r, bound.span));
      out["not_before"] = std::move(not_before);
    } else {
      out["not_before"] = nullptr;
    }
    out["modified"] = evident(r, report.modified);
    out["version"] = report.version ? Json(report.version) : Json(nullptr);
    out["status"] = evident(r, report.status);
    out["editor_note"] = evident(r, report.editor_note);
    out["wire_id"] = evident(r, report.wire_id);
    out["language"] = evident(r, report.language);
    out["charset"] = {{"value", report.charset}, {"evidence", report.charset_evidence}};
    out["origin"] = origin_id(d_, d_.origins.origin_of[r]);
    out["family"] = family < 0 ? Json(nullptr) : Json(family_id(d_, static_cast<std::size_t>(family)));
    out["story"] = story_id(d_, story);
    out["thread"] = thread_id(d_, d_.thread_of_story[story]);
    out["text"] = report.text;
    Json blocks = Json::array();
    for (const Block& b : report.blocks) {
      Json block = {{"kind", name_of(b.kind)}};
      block["start"] = offsets_[r].of_byte(b.span.begin);
      block["end"] = offsets_[r].of_byte(b.span.end);
      blocks.push_back(std::move(block));
    }
    out["blocks"] = std::move(blocks);
    Json sentences = Json::array();
    for (const SentenceSpan& s : a.sentences) {
      if (!s.title) sentences.push_back(span(r, s.span));
    }
    out["sentences"] = std::move(sentences);
    out["mentions"] = mentions(r);
    Json times = Json::array();
    for (const TimeExpression& t : a.times) {
      Json time = quote(r, t.span);
      time["value"] = t.resolved ? Json(timex_value(t)) : Json(nullptr);
      time["reason"] = t.reason;
      times.push_back(std::move(time));
    }
    out["times"] = std::move(times);
    Json quantities = Json::array();
    for (const Quantity& q : a.quantities) {
      Json quantity = quote(r, q.span);
      quantity["value"] = q.value;
      quantity["most"] = q.most;
      quantity["hedge"] = q.hedge;
      quantity["unit"] = q.unit;
      quantities.push_back(std::move(quantity));
    }
    out["quantities"] = std::move(quantities);
    return out;
  }

  // Where the report speaks of its actors: by name, and in other words with the reason why these mean the actor.
  Json mentions(std::uint32_t r) const {
    const Analysis& a = d_.analyses[r];
    const std::vector<std::uint32_t>& actor_of = d_.actors.actor_of[r];
    std::vector<std::pair<Span, Json>> list;
    const auto put = [&](Span s, std::uint32_t entity, std::string_view kind, const std::string& reason) {
      list.emplace_back(s, Json{{"start", offsets_[r].of_byte(s.begin)}, {"end", offsets_[r].of_byte(s.end)}, {"actor", d_.actors.actors[actor_of[entity]].id}, {"kind", kind}, {"reason", reason}});
    };
    for (const NameMention& n : a.names) put(n.span, n.entity, n.adjective ? "adjective" : n.metonym ? "seat" : "name", "");
    for (const ReferenceMention& m : a.references) put(m.span, m.entity, name_of(m.kind), m.reason);
    for (const Aside& m : a.asides) put(m.span, m.entity, name_of(m.kind), "");
    std::stable_sort(list.begin(), list.end(), [](const auto& x, const auto& y) { return std::tie(x.first.begin, y.first.end) < std::tie(y.first.begin, x.first.end); });
    Json out = Json::array();
    for (auto& [at, mention] : list) out.push_back(std::move(mention));
    return out;
  }

  static double rounded(double x) { return static_cast<double>(static_cast<long long>(x * 1000 + 0.5)) / 1000; }

  Json overlap(const Overlap& o) const {
    return {{"containment", rounded(o.containment)}, {"jaccard", rounded(o.jaccard)}, {"numbers", rounded(o.numbers)}};
  }

  Json sentence_quotes(std::uint32_t r, const std::vector<std::uint32_t>& sentences) const {
    Json out = Json::array();
    for (std::uint32_t s : sentences) out.push_back(quote(r, d_.analyses[r].sentences[s].span));
    return out;
  }

  Json family(std::size_t f) const {
    const Family& family = d_.lineage.families[f];
    Json members = Json::array();
    for (const Member& m : family.members) {
      Json member = {{"report", id(m.report)}, {"descent", name_of(m.descent)}};
      if (m.parent >= 0) {
        const std::uint32_t parent = family.members[static_cast<std::size_t>(m.parent)].report;
        member["parent"] = id(parent);
        member["order"] = m.order_reason;
        member["overlap"] = overlap(m.overlap);
        member["confidence"] = rounded(m.confidence);
        member["reason"] = m.reason;
        Json edits = Json::array();
        for (const Edit& e : m.edits) {
          if (e.op == EditOp::same && !e.moved) continue;
          Json edit = {{"op", name_of(e.op)}, {"moved", e.moved}};
          if (e.number_changed) edit["number_changed"] = true;
          if (e.name_changed) edit["name_changed"] = true;
          if (e.superseded) edit["superseded"] = true;
          edit["from"] = sentence_quotes(parent, e.from);
          edit["to"] = sentence_quotes(m.report, e.to);
          Json words = Json::array();
          for (const WordDiff& w : e.words) {
            if (w.change != WordChange::same) words.push_back({{"change", name_of(w.change)}, {"from", quote(parent, w.from)}, {"to", quote(m.report, w.to)}});
          }
          if (!words.empty()) edit["words"] = std::move(words);
          edits.push_back(std::move(edit));
        }
        member["edits"] = std::move(edits);
        Json aligned = Json::array();  // sentence numbers (1-based, body sentences) of every pair, changed or not
        for (const Edit& e : m.edits) {
          if (e.from.size() == 1 && e.to.size() == 1 && e.op < EditOp::replaced) aligned.push_back(Json::array({body_number(parent, e.from.front()), body_number(m.report, e.to.front()), name_of(e.op)}));
        }
        member["aligned"] = std::move(aligned);
      }
      members.push_back(std::move(member));
    }
    return {{"id", family_id(d_, f)}, {"members", std::move(members)}};
  }

  std::uint32_t body_number(std::uint32_t r, std::uint32_t sentence) const { return numbers_[r][sentence]; }

  Json second_source(const SecondSource& s) const { return {{"report", id(s.report)}, {"contains", id(s.contained)}, {"overlap", overlap(s.overlap)}, {"confidence", rounded(s.confidence)}}; }

  Json origin(std::size_t o) const {
    const SourceOrigin& origin = d_.origins.origins[o];
    return {{"id", origin_id(d_, o)}, {"name", origin.name}, {"letter", d_.newsrooms[d_.newsroom_of[origin.reports.front()]].letter}, {"reports", ids(origin.reports)}, {"reason", origin.reason}};
  }

  Json story(std::size_t s) const {
    const Story& story = d_.stories.stories[s];
    const std::uint32_t chief = chief_report(d_, story);
    Json out = {{"id", story_id(d_, s)}, {"thread", thread_id(d_, d_.thread_of_story[s])}, {"title", d_.analyses[chief].report.title.value}};
    Date first, last;
    for (std::uint32_t r : story.reports) {
      const Date& day = d_.analyses[r].report.published.value;
      if (!day.year) continue;
      if (!first.year || day < first) first = day;
      if (!last.year || day > last) last = day;
    }
    out["first"] = first.year ? Json(to_string(first)) : Json(nullptr);
    out["last"] = last.year ? Json(to_string(last)) : Json(nullptr);
    out["reports"] = ids(story.reports);
    out["origins"] = count_origins(d_, story.reports);
    out["reasons"] = story.reasons;
    Json citations = Json::array();
    for (std::uint32_t r : story.reports) {
      if (const Span lead = lead_of(d_.analyses[r]); !lead.empty()) citations.push_back(citation(r, lead));
    }
    out["citations"] = std::move(citations);
    const StoryEvent& event = d_.story_events[s];
    out["event"] = {{"who", phrase(event.who)}, {"what", phrase(event.what)}, {"when", phrase(event.when)}, {"where", phrase(event.where)}};
    return out;
  }

  // A phrase of a title known from outside of the text has no place in it.
  Json phrase(const std::optional<StoryPhrase>& p) const {
    if (!p) return nullptr;
    Json out = p->phrase.in_title ? Json{{"report", id(p->report)}, {"exact", std::string(words_of(d_.analyses[p->report], p->phrase))}, {"in", "title"}} : citation(p->report, p->phrase.span);
    if (!p->phrase.in_title) out["in"] = "text";
    out["reports"] = ids(p->reports);
    out["origins"] = count_origins(d_, p->reports);
    return out;
  }

  Json thread(std::size_t t) const {
    Json stories = Json::array();
    std::vector<std::uint32_t> reports;
    for (std::uint32_t s : d_.stories.threads[t].stories) {
      stories.push_back(story_id(d_, s));
      reports.insert(reports.end(), d_.stories.stories[s].reports.begin(), d_.stories.stories[s].reports.end());
    }
    std::sort(reports.begin(), reports.end());
    Json days = Json::array();
    for (const TimelineDay& day : d_.timelines[t]) {
      days.push_back({{"day", to_string(day.day)}, {"reports", ids(day.reports)}, {"origins", count_origins(d_, day.reports)}, {"citation", citation(day.report, day.span)}});
    }
    return {{"id", thread_id(d_, t)}, {"stories", std::move(stories)}, {"reports", ids(reports)}, {"origins", count_origins(d_, reports)}, {"timeline", std::move(days)}};
  }

  Json actor(const Actor& a) const {
    Json roles = Json::array();
    for (const Role& role : a.roles) roles.push_back({{"office", role.office}, {"of", role.of}});
    return {{"id", a.id}, {"type", name_of(a.type)}, {"name", a.name}, {"key", a.key}, {"gender", a.gender ? std::string(1, a.gender) : ""}, {"unnamed", a.unnamed}, {"roles", std::move(roles)}, {"aliases", a.aliases}, {"reports", ids(a.reports)}, {"corrections", a.corrections}};
  }

  Json actor_ref(std::uint32_t index, const std::string& name) const {
    if (index == 0xFFFFFFFF && name.empty()) return nullptr;
    return {{"actor", index == 0xFFFFFFFF ? Json(nullptr) : Json(d_.actors.actors[index].id)}, {"name", name}};
  }

  // The sentence or sentences a mention's content and cue stand in.
  Span sentence_span(std::uint32_t r, const StatementMention& m) const {
    Span whole = m.content.front();
    for (Span s : m.content) whole = join(whole, s);
    for (Span s : m.cue) whole = join(whole, s);
    Span out = whole;
    for (const SentenceSpan& s : d_.analyses[r].sentences) {
      if (s.span.overlaps(whole)) out = join(out, s.span);
    }
    return out;
  }

  Json statement(const Statement& s) const {
    Json out = {{"id", s.id}, {"speaker", actor_ref(s.actor, s.speaker)}, {"addressee", actor_ref(s.addressee, s.addressee_text)}, {"act", name_of(s.act)}, {"form", s.form}};
    const std::vector<std::uint32_t> reports = reports_of(s);
    out["reports"] = ids(reports);
    out["origins"] = count_origins(d_, reports);
    Json mentions = Json::array();
    for (const MentionRef& ref : s.mentions) {
      const StatementMention& m = d_.analyses[ref.report].statements[ref.mention];
      mentions.push_back({{"report", id(ref.report)}, {"kind", name_of(m.kind)}, {"source", spans(ref.report, m.source)}, {"cue", spans(ref.report, m.cue)}, {"content", spans(ref.report, m.content)}, {"speaker", m.speaker_text}, {"speaker_reason", m.speaker_reason}, {"addressee", m.addressee_text}, {"form", m.form}});
    }
    out["mentions"] = std::move(mentions);
    Json variants = Json::array();
    for (std::size_t v = 0; v < s.variants.size(); ++v) {
      const MentionRef& first = s.variants[v].mentions.front();
      std::vector<std::uint32_t> who;
      for (const MentionRef& ref : s.variants[v].mentions) who.push_back(ref.report);
      variants.push_back({{"wording", name_of(s.wordings[v])}, {"words", content_words(d_.analyses[first.report], d_.analyses[first.report].statements[first.mention])}, {"reports", ids(who)}, {"origins", count_origins(d_, who)}});
    }
    out["variants"] = std::move(variants);
    Json citations = Json::array();
    for (const MentionRef& ref : s.mentions) citations.push_back(citation(ref.report, sentence_span(ref.report, d_.analyses[ref.report].statements[ref.mention])));
    out["citations"] = std::move(citations);
    return out;
  }

  Json event_side(const std::vector<EventParty>& side) const {
    Json out = Json::array();
    for (const EventParty& p : side) out.push_back({{"actor", p.actor == 0xFFFFFFFF ? Json(nullptr) : Json(d_.actors.actors[p.actor].id)}, {"name", p.name}, {"country", p.country}, {"country_inferred", p.country_inferred}, {"sector", p.sector}});
    return out;
  }

  Json event(const EventRecord& e) const {
    const EventMention& best = d_.analyses[e.best.report].events[e.best.mention];
    Json out = {{"id", e.id}, {"type", name_of(e.type)}, {"mode", e.mode}, {"contexts", e.contexts}, {"status", name_of(e.status)}, {"quad", quad_class_of(e.type)}, {"cameo_root", cameo_root_of(e.type)}, {"actors", event_side(e.actors)}, {"recipients", event_side(e.recipients)}, {"reciprocal", e.reciprocal}};
    out["date"] = e.begin.year > 0 ? Json{{"begin", to_string(e.begin)}, {"end", to_string(e.end)}} : Json(nullptr);
    out["dates_differ"] = e.dates_differ;
    out["places_differ"] = e.places_differ;
    out["numbers_differ"] = e.numbers_differ;
    out["place"] = best.place.empty() ? Json(nullptr) : citation(e.best.report, best.place);
    const std::vector<std::uint32_t> reports = reports_of(e);
    out["reports"] = ids(reports);
    out["origins"] = count_origins(d_, reports);
    Json mentions = Json::array(), citations = Json::array();
    for (const EventRef& ref : e.mentions) {
      const EventMention& m = d_.analyses[ref.report].events[ref.mention];
      mentions.push_back({{"report", id(ref.report)}, {"trigger", quote(ref.report, m.trigger)}, {"status", name_of(m.status)}, {"reason", m.reason}});
      citations.push_back(citation(ref.report, d_.analyses[ref.report].sentences[m.sentence].span));
    }
    out["mentions"] = std::move(mentions);
    out["citations"] = std::move(citations);
    return out;
  }

  Json fact_side(const FactSide& side) const {
    if (side.name.empty()) return nullptr;
    return {{"actor", side.actor == 0xFFFFFFFF ? Json(nullptr) : Json(d_.actors.actors[side.actor].id)}, {"name", side.name}, {"country", side.country}};
  }

  Json fact_citation(const FactRef& ref) const {
    Json out = citation(ref.report, ref.sentence);
    const auto part = [&](const char* name, Span words) { out[name] = words.empty() ? Json(nullptr) : quote(ref.report, words); };
    part("subject", ref.subject);
    part("object", ref.object);
    part("value", ref.value);
    out["said_by"] = ref.statement == 0xFFFFFFFF ? Json(nullptr) : Json(d_.analyses[ref.report].statements[ref.statement].speaker_text);
    return out;
  }

  Json fact(const Fact& f) const {
    Json out = {{"id", f.id}, {"relation", f.relation}, {"sentence", f.sentence}, {"subject", fact_side(f.subject)}, {"object", fact_side(f.object)}, {"status", name_of(f.status)}, {"reason", f.reason}};
    const std::vector<std::uint32_t> reports = reports_of(f);
    out["reports"] = ids(reports);
    out["origins"] = f.origins;
    Json claims = Json::array();
    for (const FactClaim& c : f.claims) {
      Json claim = {{"value", c.value}, {"number", c.number != 0 ? Json(c.number) : Json(nullptr)}};
      claim["date"] = c.begin.year > 0 ? Json{{"begin", to_string(c.begin)}, {"end", to_string(c.end.year > 0 ? c.end : c.begin)}} : Json(nullptr);
      claim["reports"] = ids(reports_of(c));
      claim["origins"] = c.origins;
      Json citations = Json::array();
      for (const FactRef& ref : c.mentions) citations.push_back(fact_citation(ref));
      claim["citations"] = std::move(citations);
      claims.push_back(std::move(claim));
    }
    out["claims"] = std::move(claims);
    return out;
  }

  Json decision(const Decision& decision) const {
    return decision_json(decision, {[&](const FactRef& ref) { return fact_citation(ref); }, [&](const std::vector<std::uint32_t>& reports) { return ids(reports); }});
  }

  static Json refusal(const Error& e) {
    Json out = {{"source", e.source}, {"code", name_of(e.code)}, {"message", e.message}};
    out["line"] = e.line ? Json(*e.line) : Json(nullptr);
    return out;
  }
};

}  // namespace

std::string to_json(const Dossier& dossier) { return Writer(dossier).run(); }

nlohmann::ordered_json part_to_json(const Dossier& dossier, const std::vector<std::uint32_t>& reports) { return Writer(dossier).run_part(reports); }

std::string decision_to_json(const Dossier& dossier, const Decision& decision) { return Writer(dossier).run_decision(decision); }

}  // namespace attache
