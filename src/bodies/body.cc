#include "bodies/body.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "base/strings.h"
#include "bodies/toml_fields.h"
#include "tables/embedded.h"

namespace attache {
namespace {

constexpr std::uint64_t kMostWeight = 10'000'000'000;  // more than there are people; 10^8 members of it stay within 2^62

constexpr std::size_t kMostWays = 100;  // of one rule; those of ours have two

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value > kMostWeight) return std::nullopt;
  return value;
}

// "2/3", "55%", "62.5%".
std::optional<Share> share_of(std::string_view text) {
  if (text.ends_with('%')) {
    text.remove_suffix(1);
    const std::size_t point = text.find('.');
    std::string digits(text.substr(0, point));
    std::uint64_t whole = 100;
    if (point != std::string_view::npos) {
      for (const char c : text.substr(point + 1)) {
        digits += c;
        whole *= 10;
      }
    }
    const std::optional<std::uint64_t> part = digits.size() > 9 ? std::nullopt : whole_number(digits);
    if (!part || *part > whole || text.ends_with('.')) return std::nullopt;
    return Share{*part, whole};
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::optional<std::uint64_t> part = whole_number(text.substr(0, slash)), whole = whole_number(text.substr(slash + 1));
  if (!part || !whole || *whole == 0 || *part > *whole) return std::nullopt;
  return Share{*part, *whole};
}

// "all", "all but 3", a share.
bool read_amount(std::string_view words, RuleNeed& need) {
  if (words == "all" || words.starts_with("all but ")) {
    need.all_but = true;
    const std::optional<std::uint64_t> but = words == "all" ? 0 : whole_number(words.substr(8));
    need.number = but.value_or(0);
    return but.has_value();
  }
  need.share = share_of(words);
  return need.share.has_value();
}

RuleNeed read_need(TomlFields& fields, const toml::table& table) {
  using Measure = RuleNeed::Measure;
  RuleNeed need;
  fields.only(table, {"yes", "more_than", "against", "present", "of", "weight", "group"});
  need.weight = fields.text(table, "weight");
  need.group = fields.text(table, "group");
  const std::string of = fields.text(table, "of");
  if (!of.empty() && of != "voting" && of != "members") fields.wrong(table, "\"of\" is \"voting\" or \"members\"");
  need.of_voting = of == "voting";
  int measures = 0;
  for (const auto& [key, measure] : {std::pair{"yes", Measure::yes}, {"more_than", Measure::more_than}, {"against", Measure::against}, {"present", Measure::present}}) {
    const toml::node* node = table.get(key);
    if (!node) continue;
    ++measures;
    need.measure = measure;
    if (node->is_integer()) need.number = fields.number(table, key, kMostWeight).value_or(0);
    else if (!read_amount(node->value_exact<std::string>().value_or(""), need)) fields.wrong(*node, "\"" + std::string(key) + "\" is no whole number, no share such as \"2/3\" or \"55%\", and not \"all\" or \"all but 3\"");
    if (measure == Measure::more_than && need.all_but) fields.wrong(*node, "more than all there cannot be");
    const bool nothing = need.share ? need.share->part == 0 : !need.all_but && need.number == 0;
    if (measure == Measure::yes && nothing) fields.wrong(*node, "a need of no yes at all asks for nothing");
    if (measure == Measure::against && (need.share || need.all_but)) fields.wrong(*node, "\"against\" is a number");
  }
  if (measures != 1) fields.wrong(table, "a need has one of \"yes\", \"more_than\", \"against\", \"present\"");
  if (need.of_voting && !need.share) fields.wrong(table, "\"of\" belongs to a share");
  return need;
}

Term read_term(TomlFields& fields, const toml::table& table) {
  const Term term{fields.day(table, "from"), fields.day(table, "to")};
  if (term.from.year && term.to.year && term.to < term.from) fields.wrong(table, "\"to\" lies before \"from\"");
  return term;
}

BodyRule read_rule(TomlFields& fields, const toml::table& table) {
  fields.only(table, {"id", "name", "source", "words", "from", "to", "way"});
  BodyRule rule{fields.text(table, "id", true), fields.text(table, "name", true), fields.text(table, "source", true), fields.text(table, "words"), read_term(fields, table), {}};
  for (const toml::table* way : fields.tables(table, "way")) {
    fields.only(*way, {"need"});
    std::vector<RuleNeed> needs;
    for (const toml::table* need : fields.tables(*way, "need")) needs.push_back(read_need(fields, *need));
    if (std::all_of(needs.begin(), needs.end(), [](const RuleNeed& need) { return need.measure == RuleNeed::Measure::present; })) fields.wrong(*way, "a way without a need that is counted");
    rule.ways.push_back(std::move(needs));
  }
  if (rule.ways.empty()) fields.wrong(table, "a rule without a way to pass");
  if (rule.ways.size() > kMostWays) fields.wrong(table, "more than " + std::to_string(kMostWays) + " ways to pass");
  return rule;
}

BodyWeight read_weight(TomlFields& fields, const toml::table& table, std::size_t entries) {
  fields.only(table, {"name", "from", "to", "source", "values"});
  BodyWeight weight{fields.text(table, "name", true), read_term(fields, table), fields.text(table, "source", true), {}};
  const toml::node* values = table.get("values");
  if (!values || !values->as_table()) {
    fields.wrong(table, "a weight has \"values\", a number for each member");
    return weight;
  }
  if (values->as_table()->size() > entries) fields.wrong(*values, "more values than are read");
  for (const auto& [key, value] : *values->as_table()) weight.values[std::string(key.str())] = fields.number(*values->as_table(), key.str(), kMostWeight).value_or(0);
  return weight;
}

BodyMember read_member(TomlFields& fields, const toml::table& table) {
  fields.only(table, {"state", "name", "from", "to", "group", "source"});
  const std::string state = fields.text(table, "state"), name = fields.text(table, "name");
  if (state.empty() == name.empty()) fields.wrong(table, "a member has a \"state\" or a \"name\"");
  return {state.empty() ? name : state, name.empty(), read_term(fields, table), fields.text(table, "group"), fields.text(table, "source")};
}

// What the needs name is there.
void check_names(TomlFields& fields, const toml::table& table, const Body& body) {
  for (const BodyRule& rule : body.rules) {
    for (const std::vector<RuleNeed>& way : rule.ways) {
      for (const RuleNeed& need : way) {
        const auto is_weight = [&](const BodyWeight& w) { return w.name == need.weight; };
        if (!need.weight.empty() && std::none_of(body.weights.begin(), body.weights.end(), is_weight)) fields.wrong(table, "rule \"" + rule.id + "\" asks for a weight \"" + need.weight + "\" that is not there");
        const bool group = need.group.empty() || std::any_of(body.groups.begin(), body.groups.end(), [&](const BodyGroup& g) { return g.name == need.group; }) || std::any_of(body.members.begin(), body.members.end(), [&](const BodyMember& m) { return m.group == need.group; });
        if (!group) fields.wrong(table, "rule \"" + rule.id + "\" asks for a group \"" + need.group + "\" that is not there");
      }
    }
  }
}

}  // namespace

Result<Body> read_body(std::string_view toml, const std::string& source, const BodyLimits& limits) {
  const Result<toml::table> parsed = parse_toml(toml, source, limits.bytes, ErrorCode::invalid_body);
  if (!parsed) return tl::unexpected<Error>(parsed.error());
  const toml::table& table = *parsed;
  TomlFields fields(source, limits.entries, ErrorCode::invalid_body);
  fields.only(table, {"schema", "id", "name", "aliases", "source", "members", "member", "group", "weight", "rule"});
  if (fields.text(table, "schema", true) != "attache-body/1") fields.wrong(table, "\"schema\" is not \"attache-body/1\"");
  Body body{fields.text(table, "id", true), fields.text(table, "name", true), fields.text(table, "source", true), fields.texts(table, "aliases"), fields.text(table, "members"), {}, {}, {}, {}};
  for (const toml::table* member : fields.tables(table, "member")) body.members.push_back(read_member(fields, *member));
  for (const toml::table* group : fields.tables(table, "group")) {
    fields.only(*group, {"name", "members", "source"});
    body.groups.push_back({fields.text(*group, "name", true), fields.texts(*group, "members"), fields.text(*group, "source")});
  }
  for (const toml::table* weight : fields.tables(table, "weight")) body.weights.push_back(read_weight(fields, *weight, limits.entries));
  for (const toml::table* rule : fields.tables(table, "rule")) body.rules.push_back(read_rule(fields, *rule));
  if (body.members.empty() && body.member_table.empty()) fields.wrong(table, "a body without members");
  if (body.rules.empty()) fields.wrong(table, "a body without a rule");
  check_names(fields, table, body);
  if (fields.error()) return tl::unexpected<Error>(*fields.error());
  return body;
}

std::vector<Body> shipped_bodies() {
  std::vector<Body> bodies;
  for (const std::string_view name : embedded_names(".toml")) {
    if (Result<Body> body = read_body(embedded_file(name), std::string(name)); body) bodies.push_back(std::move(*body));
  }
  std::sort(bodies.begin(), bodies.end(), [](const Body& a, const Body& b) { return a.id < b.id; });
  return bodies;
}

const Body* find_body(const std::vector<Body>& bodies, std::string_view name) {
  const auto same = [&](const std::string& other) { return equals_ignore_case(other, name); };
  for (const auto& is : {std::function<bool(const Body&)>([&](const Body& b) { return same(b.id); }), std::function<bool(const Body&)>([&](const Body& b) { return same(b.name); }), std::function<bool(const Body&)>([&](const Body& b) { return std::any_of(b.aliases.begin(), b.aliases.end(), same); })}) {
    if (const auto at = std::find_if(bodies.begin(), bodies.end(), is); at != bodies.end()) return &*at;
  }
  return nullptr;
}

const BodyRule* find_rule(const Body& body, std::string_view id, const Date& day) {
  for (const BodyRule& rule : body.rules) {
    if ((id.empty() || rule.id == id) && rule.term.holds(day)) return &rule;
  }
  return nullptr;
}

}  // namespace attache
