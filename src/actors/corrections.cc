#include "actors/corrections.h"

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::uint64_t kMostLines = 10'000;
constexpr std::size_t kLongestField = 500;  // bytes

tl::unexpected<Error> wrong(std::string_view source, std::uint64_t line, std::string message, ErrorCode code = ErrorCode::invalid_corrections) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::string(source), line});
}

}  // namespace

Result<std::vector<Correction>> parse_corrections(std::string_view text, std::string_view source) {
  std::vector<Correction> out;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (++number > kMostLines) return wrong(source, number, "more than 10,000 lines of corrections", ErrorCode::too_large);
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    for (std::string_view field : split(line, '|')) {
      if (field.size() > kLongestField) return wrong(source, number, "a name of more than 500 bytes", ErrorCode::too_large);
      fields.push_back(collapse_space(field));
      if (fields.back().empty()) return wrong(source, number, "an empty field; a correction is \"merge | A | B\", \"rename | A | NEW\" or \"split | A | NEW | report FILE\"");
    }
    Correction c;
    c.source = source;
    c.line = number;
    const std::string& verb = fields.front();
    if (verb == "merge") c.kind = Correction::Kind::merge;
    else if (verb == "rename") c.kind = Correction::Kind::rename;
    else if (verb == "split") c.kind = Correction::Kind::split;
    else return wrong(source, number, "\"" + verb + "\" is none of merge, rename, split");
    const std::size_t wanted = c.kind == Correction::Kind::split ? 4 : 3;
    if (fields.size() != wanted) return wrong(source, number, verb + " takes " + std::to_string(wanted - 1) + " fields behind it, here are " + std::to_string(fields.size() - 1));
    c.actor = fields[1];
    c.other = fields[2];
    if (c.kind == Correction::Kind::split) {
      const std::string& where = fields[3];
      if (where.starts_with("report ")) c.report = where.substr(7);
      else if (where.starts_with("form ")) c.form = where.substr(5);
      else return wrong(source, number, "the last field of split is \"report FILE\" or \"form WORDS\"");
    }
    out.push_back(std::move(c));
  }
  return out;
}

std::string describe(const Correction& c) {
  const std::string where = " (" + c.source + ":" + std::to_string(c.line) + ")";
  switch (c.kind) {
    case Correction::Kind::merge: return "merged with " + c.actor + where;
    case Correction::Kind::rename: return "was " + c.actor + where;
    case Correction::Kind::split: return "split from " + c.actor + where;
  }
  return where;
}

}  // namespace attache
