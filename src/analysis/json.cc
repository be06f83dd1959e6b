#include "analysis/json.h"

#include <optional>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "text/utf8.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "attache-analysis/1";

// ---- writing ----

class Writer {
 public:
  explicit Writer(const Analysis& analysis) : a_(analysis), offsets_(analysis.report.text), title_offsets_(analysis.report.title.value) {}

  Json run() const {
    const Report& r = a_.report;
    Json out;
    out["format"] = kFormat;
    out["id"] = r.id;
    out["source"] = r.source;
    out["name"] = r.name;
    out["url"] = r.url;
    out["charset"] = Json::array({r.charset, r.charset_evidence});
    out["text"] = r.text;
    Json blocks = Json::array();
    for (const Block& b : r.blocks) blocks.push_back(Json::array({name_of(b.kind), at(b.span.begin), at(b.span.end)}));
    out["blocks"] = std::move(blocks);
    out["title"] = evident(r.title);
    out["outlet"] = evident(r.outlet);
    out["language"] = evident(r.language);
    out["agencies"] = evident_list(r.agencies);
    out["bylines"] = evident_list(r.bylines);
    out["signatures"] = evident_list(r.signatures);
    out["dateline_places"] = evident_list(r.dateline_places);
    out["dateline_day"] = evident_date(r.dateline_day);
    out["caption_credits"] = evident_list(r.caption_credits);
    out["photographers"] = evident_list(r.photographers);
    out["published"] = evident_date(r.published);
    out["published_minute"] = r.published_minute == kNoTime ? Json(nullptr) : Json(r.published_minute);
    out["modified"] = evident_date(r.modified);
    out["version"] = r.version;
    out["status"] = evident(r.status);
    out["editor_note"] = evident(r.editor_note);
    out["wire_id"] = evident(r.wire_id);
    Json sentences = Json::array();
    for (const SentenceSpan& s : a_.sentences) sentences.push_back(Json::array({at(s.span.begin), at(s.span.end), s.block, s.title}));
    out["sentences"] = std::move(sentences);
    Json entities = Json::array();
    for (const Entity& e : a_.entities) {
      Json roles = Json::array();
      for (const Role& role : e.roles) roles.push_back(Json::array({role.office, role.of}));
      entities.push_back({{"type", name_of(e.type)}, {"name", e.name}, {"key", e.key}, {"gender", e.gender ? std::string(1, e.gender) : ""}, {"roles", std::move(roles)}, {"aliases", e.aliases}, {"unnamed", e.unnamed}});
    }
    out["entities"] = std::move(entities);
    Json names = Json::array();
    for (const NameMention& n : a_.names) names.push_back(Json::array({at(n.span.begin), at(n.span.end), n.entity, n.adjective, n.metonym}));
    out["names"] = std::move(names);
    Json references = Json::array();
    for (const ReferenceMention& m : a_.references) references.push_back(Json::array({at(m.span.begin), at(m.span.end), m.entity, name_of(m.kind), m.reason}));
    out["references"] = std::move(references);
    Json asides = Json::array();
    for (const Aside& a : a_.asides) asides.push_back(Json::array({at(a.span.begin), at(a.span.end), a.entity, name_of(a.kind)}));
    out["asides"] = std::move(asides);
    Json times = Json::array();
    for (const TimeExpression& t : a_.times) {
      times.push_back({{"span", span(t.span)}, {"sentence", t.sentence == kNoSentence ? Json(nullptr) : Json(t.sentence)}, {"grain", static_cast<int>(t.grain)}, {"begin", date(t.begin)}, {"end", date(t.end)}, {"resolved", t.resolved}, {"relative", t.relative}, {"reason", t.reason}});
    }
    out["times"] = std::move(times);
    Json quantities = Json::array();
    for (const Quantity& q : a_.quantities) {
      quantities.push_back({{"span", span(q.span)}, {"number", span(q.number)}, {"sentence", q.sentence}, {"value", q.value}, {"most", q.most}, {"hedge", q.hedge}, {"unit", q.unit}});
    }
    out["quantities"] = std::move(quantities);
    Json statements = Json::array();
    for (const StatementMention& m : a_.statements) {
      statements.push_back({{"kind", name_of(m.kind)}, {"act", name_of(m.act)}, {"source", spans(m.source)}, {"cue", spans(m.cue)}, {"content", spans(m.content)}, {"lemma", m.cue_lemma}, {"speaker", entity(m.speaker)}, {"speaker_text", m.speaker_text},
                            {"speaker_reason", m.speaker_reason}, {"addressee", entity(m.addressee)}, {"addressee_text", m.addressee_text}, {"form", m.form}});
    }
    out["statements"] = std::move(statements);
    Json events = Json::array();
    for (const EventMention& m : a_.events) {
      events.push_back({{"type", name_of(m.type)}, {"status", name_of(m.status)}, {"mode", m.mode}, {"contexts", m.contexts}, {"trigger", span(m.trigger)}, {"sentence", m.sentence}, {"actors", participants(m.actors)}, {"recipients", participants(m.recipients)},
                        {"reciprocal", m.reciprocal}, {"begin", date(m.begin)}, {"end", date(m.end)}, {"place", span(m.place)}, {"reason", m.reason}});
    }
    out["events"] = std::move(events);
    Json facts = Json::array();
    for (const FactMention& m : a_.facts) {
      facts.push_back({{"relation", m.relation}, {"subject", participants({m.subject})}, {"object", m.object.span.empty() ? Json::array() : participants({m.object})}, {"anchor", span(m.anchor)}, {"sentence", m.sentence}, {"value", m.value}, {"most", m.most}, {"hedge", m.hedge},
                       {"begin", date(m.begin)}, {"end", date(m.end)}, {"value_span", span(m.value_span)}, {"words", m.words}, {"stand_only", m.stand_only}, {"statement", entity(m.statement)}});
    }
    out["facts"] = std::move(facts);
    out["main_event"] = {{"who", phrase(a_.main_event.who)}, {"what", phrase(a_.main_event.what)}, {"when", phrase(a_.main_event.when)}, {"where", phrase(a_.main_event.where)}};
    return out;
  }

 private:
  const Analysis& a_;
  CodePointOffsets offsets_;
  CodePointOffsets title_offsets_;

  std::uint32_t at(std::uint32_t byte) const { return offsets_.of_byte(byte); }
  Json span(Span s) const { return Json::array({at(s.begin), at(s.end)}); }
  Json spans(const std::vector<Span>& list) const {
    Json out = Json::array();
    for (Span s : list) out.push_back(span(s));
    return out;
  }
  Json participants(const std::vector<Participant>& list) const {
    Json out = Json::array();
    for (const Participant& p : list) out.push_back({{"span", span(p.span)}, {"entity", entity(p.entity)}, {"country", p.country}, {"country_inferred", p.country_inferred}, {"sector", p.sector}});
    return out;
  }
  static Json date(const Date& d) { return Json::array({d.year, d.month, d.day}); }
  static std::int64_t entity(std::uint32_t e) { return e == kNoEntity ? -1 : static_cast<std::int64_t>(e); }
  Json phrase(const std::optional<EventPhrase>& p) const {
    if (!p) return nullptr;
    const CodePointOffsets& offsets = p->in_title ? title_offsets_ : offsets_;
    return Json::array({offsets.of_byte(p->span.begin), offsets.of_byte(p->span.end), p->in_title ? "title" : "text", p->sentence == kNoSentence ? Json(nullptr) : Json(p->sentence)});
  }
  Json evident(const Evident<std::string>& e) const { return Json::array({e.value, e.evidence, at(e.span.begin), at(e.span.end)}); }
  Json evident_list(const std::vector<Evident<std::string>>& list) const {
    Json out = Json::array();
    for (const auto& e : list) out.push_back(evident(e));
    return out;
  }
  Json evident_date(const Evident<Date>& e) const { return Json::array({date(e.value), e.evidence, at(e.span.begin), at(e.span.end)}); }
};

// ---- reading ----

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// Thrown only inside this file; from_json_line turns it into an Error value.
struct Wrong {
  std::string what;
};

class Reader {
 public:
  explicit Reader(const object& root) : root_(root) {}

  // The text with its blocks and sentences, and nothing else.
  Analysis run_text() {
    read_text();
    read_blocks();
    read_sentences();
    return std::move(a_);
  }

  Analysis run() {
    Report& r = a_.report;
    read_text();
    r.source = text(root_, "source");
    r.name = text(root_, "name");
    r.url = text(root_, "url");
    const array charset = list(root_, "charset");
    r.charset = std::string(string(item(charset, 0)));
    r.charset_evidence = std::string(string(item(charset, 1)));
    read_blocks();
    r.title = evident("title");
    r.outlet = evident("outlet");
    r.language = evident("language");
    r.agencies = evident_list("agencies");
    r.bylines = evident_list("bylines");
    r.signatures = evident_list("signatures");
    r.dateline_places = evident_list("dateline_places");
    r.dateline_day = evident_date("dateline_day");
    r.caption_credits = evident_list("caption_credits");
    r.photographers = evident_list("photographers");
    r.published = evident_date("published");
    r.modified = evident_date("modified");
    r.version = static_cast<int>(integer(member(root_, "version"), 0, 0x7FFFFFFF));
    r.status = evident("status");
    r.editor_note = evident("editor_note");
    r.wire_id = evident("wire_id");
    const element minute = member(root_, "published_minute");
    r.published_minute = minute.is_null() ? kNoTime : static_cast<int>(integer(minute, -2000, 4000));
    read_sentences();
    for (element e : list(root_, "entities")) {
      const object o = as_object(e);
      Entity entity;
      entity.type = entity_type_of(string(member(o, "type")));
      entity.name = text(o, "name");
      entity.key = text(o, "key");
      const std::string gender = text(o, "gender");
      entity.gender = gender.empty() ? '\0' : gender.front();
      for (element role : list(o, "roles")) {
        const array pair = as_array(role);
        entity.roles.push_back({std::string(string(item(pair, 0))), std::string(string(item(pair, 1)))});
      }
      for (element alias : list(o, "aliases")) entity.aliases.emplace_back(string(alias));
      entity.unnamed = boolean(member(o, "unnamed"));
      a_.entities.push_back(std::move(entity));
    }
    for (element e : list(root_, "names")) {
      const array n = as_array(e);
      a_.names.push_back({span_of(n, 0), index(item(n, 2), a_.entities.size()), boolean(item(n, 3)), boolean(item(n, 4))});
    }
    for (element e : list(root_, "references")) {
      const array m = as_array(e);
      a_.references.push_back({span_of(m, 0), index(item(m, 2), a_.entities.size()), reference_kind_of(string(item(m, 3))), std::string(string(item(m, 4)))});
    }
    for (element e : list(root_, "asides")) {
      const array a = as_array(e);
      a_.asides.push_back({span_of(a, 0), index(item(a, 2), a_.entities.size()), aside_kind_of(string(item(a, 3)))});
    }
    for (element e : list(root_, "times")) {
      const object o = as_object(e);
      TimeExpression t;
      t.span = span(member(o, "span"));
      t.sentence = member(o, "sentence").is_null() ? kNoSentence : index(member(o, "sentence"), a_.sentences.size());
      t.grain = static_cast<Grain>(integer(member(o, "grain"), 0, static_cast<std::int64_t>(Grain::century)));
      t.begin = date(member(o, "begin"), -9999);
      t.end = date(member(o, "end"), -9999);
      t.resolved = boolean(member(o, "resolved"));
      t.relative = boolean(member(o, "relative"));
      t.reason = text(o, "reason");
      a_.times.push_back(std::move(t));
    }
    for (element e : list(root_, "quantities")) {
      const object o = as_object(e);
      Quantity q;
      q.span = span(member(o, "span"));
      q.number = span(member(o, "number"));
      q.sentence = index(member(o, "sentence"), a_.sentences.size());
      q.value = number(member(o, "value"));
      q.most = number(member(o, "most"));
      q.hedge = text(o, "hedge");
      q.unit = text(o, "unit");
      a_.quantities.push_back(std::move(q));
    }
    for (element e : list(root_, "statements")) {
      const object o = as_object(e);
      StatementMention m;
      m.kind = statement_kind_of(string(member(o, "kind")));
      m.act = act_of(string(member(o, "act")));
      m.source = spans(member(o, "source"));
      m.cue = spans(member(o, "cue"));
      m.content = spans(member(o, "content"));
      if (m.content.empty()) throw Wrong{"a statement without content"};
      m.cue_lemma = text(o, "lemma");
      m.speaker = entity(member(o, "speaker"));
      m.speaker_text = text(o, "speaker_text");
      m.speaker_reason = text(o, "speaker_reason");
      m.addressee = entity(member(o, "addressee"));
      m.addressee_text = text(o, "addressee_text");
      m.form = text(o, "form");
      a_.statements.push_back(std::move(m));
    }
    for (element e : list(root_, "events")) {
      const object o = as_object(e);
      EventMention m;
      m.type = event_type_of(string(member(o, "type")));
      m.status = event_status_of(string(member(o, "status")));
      m.mode = text(o, "mode");
      for (element c : list(o, "contexts")) m.contexts.emplace_back(string(c));
      m.trigger = span(member(o, "trigger"));
      m.sentence = index(member(o, "sentence"), a_.sentences.size());
      m.actors = participants(o, "actors");
      m.recipients = participants(o, "recipients");
      m.reciprocal = boolean(member(o, "reciprocal"));
      m.begin = date(member(o, "begin"), -9999);
      m.end = date(member(o, "end"), -9999);
      m.place = span(member(o, "place"));
      m.reason = text(o, "reason");
      a_.events.push_back(std::move(m));
    }
    for (element e : list(root_, "facts")) {
      const object o = as_object(e);
      FactMention m;
      m.relation = text(o, "relation");
      const std::vector<Participant> subject = participants(o, "subject"), object_side = participants(o, "object");
      if (subject.size() != 1 || object_side.size() > 1) throw Wrong{"a fact has one subject and at most one object"};
      m.subject = subject.front();
      if (!object_side.empty()) m.object = object_side.front();
      m.anchor = span(member(o, "anchor"));
      m.sentence = index(member(o, "sentence"), a_.sentences.size());
      m.value = number(member(o, "value"));
      m.most = number(member(o, "most"));
      m.hedge = text(o, "hedge");
      m.begin = date(member(o, "begin"), -9999);
      m.end = date(member(o, "end"), -9999);
      m.value_span = span(member(o, "value_span"));
      m.words = text(o, "words");
      m.stand_only = boolean(member(o, "stand_only"));
      const std::int64_t statement = integer(member(o, "statement"), -1, static_cast<std::int64_t>(a_.statements.size()) - 1);
      if (statement >= 0) m.statement = static_cast<std::uint32_t>(statement);
      a_.facts.push_back(std::move(m));
    }
    const object event = as_object(member(root_, "main_event"));
    a_.main_event = {phrase(member(event, "who")), phrase(member(event, "what")), phrase(member(event, "when")), phrase(member(event, "where"))};
    return std::move(a_);
  }

 private:
  void read_text() {
    if (text(root_, "format") != kFormat) throw Wrong{"not \"" + std::string(kFormat) + "\""};
    a_.report.text = text(root_, "text");
    offsets_.emplace(a_.report.text);
    a_.report.id = text(root_, "id");
  }
  void read_blocks() {
    std::vector<Block>& blocks = a_.report.blocks;
    for (element e : list(root_, "blocks")) {
      const array b = as_array(e);
      const Span s = span_of(b, 1);
      if (!blocks.empty() && s.begin < blocks.back().span.end) throw Wrong{"blocks overlap"};
      blocks.push_back({s, block_kind_of(string(item(b, 0)))});
    }
  }
  void read_sentences() {
    for (element e : list(root_, "sentences")) {
      const array s = as_array(e);
      a_.sentences.push_back({span_of(s, 0), index(item(s, 2), a_.report.blocks.size()), boolean(item(s, 3))});
    }
  }

  object root_;
  Analysis a_;
  std::optional<CodePointOffsets> offsets_;

  std::vector<Participant> participants(const object& o, const char* key) const {
    std::vector<Participant> out;
    for (element e : list(o, key)) {
      const object p = as_object(e);
      out.push_back({span(member(p, "span")), entity(member(p, "entity")), text(p, "country"), boolean(member(p, "country_inferred")), text(p, "sector")});
    }
    return out;
  }
  static element member(const object& o, const char* key) {
    element value;
    if (o[key].get(value)) throw Wrong{std::string("no \"") + key + "\""};
    return value;
  }
  static std::string_view string(const element& e) {
    std::string_view value;
    if (e.get_string().get(value)) throw Wrong{"a value that should be a string is not"};
    return value;
  }
  static std::string text(const object& o, const char* key) { return std::string(string(member(o, key))); }
  static array as_array(const element& e) {
    array value;
    if (e.get_array().get(value)) throw Wrong{"a value that should be a list is not"};
    return value;
  }
  static object as_object(const element& e) {
    object value;
    if (e.get_object().get(value)) throw Wrong{"a value that should be an object is not"};
    return value;
  }
  static array list(const object& o, const char* key) { return as_array(member(o, key)); }
  static element item(const array& a, std::size_t i) {
    element value;
    if (a.at(i).get(value)) throw Wrong{"a list that is too short"};
    return value;
  }
  static bool boolean(const element& e) {
    bool value = false;
    if (e.get_bool().get(value)) throw Wrong{"a value that should be true or false is not"};
    return value;
  }
  static std::int64_t integer(const element& e, std::int64_t least, std::int64_t most) {
    std::int64_t value = 0;
    if (e.get_int64().get(value) || value < least || value > most) throw Wrong{"a number that is missing or out of bounds"};
    return value;
  }
  static double number(const element& e) {
    double value = 0;
    if (e.get_double().get(value)) throw Wrong{"a value that should be a number is not"};
    return value;
  }
  static std::uint32_t index(const element& e, std::size_t size) { return static_cast<std::uint32_t>(integer(e, 0, static_cast<std::int64_t>(size) - 1)); }
  std::uint32_t entity(const element& e) const {
    const std::int64_t value = integer(e, -1, static_cast<std::int64_t>(a_.entities.size()) - 1);
    return value < 0 ? kNoEntity : static_cast<std::uint32_t>(value);
  }
  Span span_of(const array& a, std::size_t first) const { return span_of(a, first, a_.report.text, *offsets_); }
  static Span span_of(const array& a, std::size_t first, std::string_view text, const CodePointOffsets& offsets) {
    const auto size = static_cast<std::int64_t>(offsets.of_byte(static_cast<std::uint32_t>(text.size())));
    const auto begin = static_cast<std::uint32_t>(integer(item(a, first), 0, size));
    const auto end = static_cast<std::uint32_t>(integer(item(a, first + 1), begin, size));
    return {offsets.to_byte(begin), offsets.to_byte(end)};
  }
  std::optional<EventPhrase> phrase(const element& e) const {
    if (e.is_null()) return std::nullopt;
    const array a = as_array(e);
    const std::string_view where = string(item(a, 2));
    if (where != "title" && where != "text") throw Wrong{"a phrase that stands neither in the title nor in the text"};
    EventPhrase out;
    out.in_title = where == "title";
    const std::string& title = a_.report.title.value;
    out.span = out.in_title ? span_of(a, 0, title, CodePointOffsets(title)) : span_of(a, 0);
    if (out.span.empty()) throw Wrong{"an empty phrase"};
    if (out.in_title && !item(a, 3).is_null()) throw Wrong{"a phrase of the title in a sentence"};
    if (!item(a, 3).is_null()) out.sentence = index(item(a, 3), a_.sentences.size());
    return out;
  }
  Span span(const element& e) const { return span_of(as_array(e), 0); }
  std::vector<Span> spans(const element& e) const {
    std::vector<Span> out;
    for (element one : as_array(e)) out.push_back(span(one));
    return out;
  }
  static Date date(const element& e, int first_year = 0) {
    const array a = as_array(e);
    return {static_cast<int>(integer(item(a, 0), first_year, 9999)), static_cast<unsigned>(integer(item(a, 1), 0, 12)), static_cast<unsigned>(integer(item(a, 2), 0, 31))};
  }
  Evident<std::string> evident_of(const array& a) const { return {std::string(string(item(a, 0))), std::string(string(item(a, 1))), span_of(a, 2)}; }
  Evident<std::string> evident(const char* key) const { return evident_of(list(root_, key)); }
  std::vector<Evident<std::string>> evident_list(const char* key) const {
    std::vector<Evident<std::string>> out;
    for (element e : list(root_, key)) out.push_back(evident_of(as_array(e)));
    return out;
  }
  Evident<Date> evident_date(const char* key) const {
    const array a = list(root_, key);
    return {date(item(a, 0)), std::string(string(item(a, 1))), span_of(a, 2)};
  }
};

}  // namespace

std::string to_json_line(const Analysis& analysis) { return Writer(analysis).run().dump(-1, ' ', false, Json::error_handler_t::replace); }

namespace {

Result<Analysis> read_line(std::string_view line, Analysis (Reader::*read)()) {
  simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root)) {
    return fail(ErrorCode::invalid_json, std::string("not JSON: ") + simdjson::error_message(error));
  }
  object fields;
  if (root.get_object().get(fields)) return fail(ErrorCode::invalid_json, "not a JSON object");
  try {
    return (Reader(fields).*read)();
  } catch (const Wrong& wrong) {
    return fail(ErrorCode::invalid_json, "no analysis: " + wrong.what);
  }
}

}  // namespace

Result<Analysis> from_json_line(std::string_view line) { return read_line(line, &Reader::run); }

Result<Analysis> text_from_json_line(std::string_view line) { return read_line(line, &Reader::run_text); }

}  // namespace attache
