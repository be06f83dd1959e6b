#include "bodies/toml_fields.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::size_t kMostText = 2000;  // bytes; the longest words of a rule of ours have 600

// The same TOML in ASCII: letters beyond it as escapes in basic strings, as "?" in comments. toml++ 3.3 runs into undefined behaviour where it
// looks for blanks among them. Elsewhere, in literal strings too, they are refused. A string that does not end on its line is left to the parser.
Result<std::string> in_ascii(std::string_view toml, const std::string& source, ErrorCode invalid) {
  enum class Inside : std::uint8_t { nothing, comment, basic, literal };
  Inside inside = Inside::nothing;
  bool several_lines = false;
  std::uint64_t line = 1;
  std::string out;
  out.reserve(toml.size());
  for (std::size_t i = 0; i < toml.size();) {
    const CodePoint c = code_point_at(toml, i);
    const char byte = toml[i];
    if (c.value >= 0x80) {
      if (inside == Inside::nothing || inside == Inside::literal) return tl::unexpected<Error>(Error{invalid, "letters beyond ASCII stand in \"texts\" and comments", source, line});
      out += inside == Inside::comment ? "?" : fmt::format("\\U{:08X}", static_cast<std::uint32_t>(c.value));
      i += c.size;
      continue;
    }
    std::size_t taken = 1;
    if (byte == '\n') {
      ++line;
      if (inside == Inside::comment || !several_lines) inside = Inside::nothing;
    } else if (inside == Inside::nothing && byte == '#') {
      inside = Inside::comment;
    } else if (inside == Inside::nothing && (byte == '"' || byte == '\'')) {
      inside = byte == '"' ? Inside::basic : Inside::literal;
      several_lines = toml.substr(i, 3) == std::string(3, byte);
      if (several_lines) taken = 3;
    } else if (inside == Inside::basic && byte == '\\' && i + 1 < toml.size() && static_cast<unsigned char>(toml[i + 1]) < 0x80 && toml[i + 1] != '\n') {
      taken = 2;
    } else if ((inside == Inside::basic && byte == '"') || (inside == Inside::literal && byte == '\'')) {
      if (!several_lines) {
        inside = Inside::nothing;
      } else if (toml.substr(i, 3) == std::string(3, byte)) {
        taken = 3;
        while (i + taken < toml.size() && toml[i + taken] == byte && taken < 5) ++taken;  // two of its own may stand before the end
        inside = Inside::nothing;
      }
    }
    out += toml.substr(i, taken);
    i += taken;
  }
  return out;
}

}  // namespace

Result<toml::table> parse_toml(std::string_view text, const std::string& source, std::size_t bytes, ErrorCode invalid) {
  if (text.size() > bytes) return tl::unexpected<Error>(Error{ErrorCode::too_large, "more than " + std::to_string(bytes) + " bytes", source});
  if (!is_valid_utf8(text)) return tl::unexpected<Error>(Error{ErrorCode::bad_encoding, "not UTF-8", source});
  const Result<std::string> ascii = in_ascii(text, source, invalid);
  if (!ascii) return tl::unexpected<Error>(ascii.error());
  toml::parse_result parsed = toml::parse(*ascii);
  if (parsed) return std::move(parsed).table();
  return tl::unexpected<Error>(Error{invalid, std::string(parsed.error().description()), source, parsed.error().source().begin.line});
}

void TomlFields::wrong(const toml::node& at, std::string words) {
  if (!error_) error_ = Error{invalid_, std::move(words), source_, at.source().begin.line};
}

void TomlFields::only(const toml::table& table, std::initializer_list<std::string_view> keys) {
  for (const auto& [key, value] : table) {
    if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) wrong(value, "\"" + std::string(key.str()) + "\" is not known here");
  }
}

std::string TomlFields::text(const toml::table& table, std::string_view key, bool needed) {
  const toml::node* node = table.get(key);
  if (!node) {
    if (needed) wrong(table, "\"" + std::string(key) + "\" is missing");
    return {};
  }
  const std::optional<std::string> value = node->value_exact<std::string>();
  if (!value || value->empty() || value->size() > kMostText) wrong(*node, "\"" + std::string(key) + "\" is not a text of 1 to " + std::to_string(kMostText) + " bytes");
  return value.value_or(std::string());
}

std::vector<std::string> TomlFields::texts(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  const toml::node* node = table.get(key);
  if (!node) return out;
  const toml::array* list = node->as_array();
  if (!list) wrong(*node, "\"" + std::string(key) + "\" is not a list of texts");
  if (!list) return out;
  if (list->size() > entries_) {
    if (!error_) error_ = Error{ErrorCode::too_large, "more entries than are read", source_, node->source().begin.line};
    return out;
  }
  entries_ -= list->size();
  for (const toml::node& item : *list) {
    const std::optional<std::string> value = item.value_exact<std::string>();
    if (!value || value->empty() || value->size() > kMostText) wrong(item, "\"" + std::string(key) + "\" is not a list of texts");
    else out.push_back(*value);
  }
  return out;
}

Date TomlFields::day(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) return {};
  const std::optional<toml::date> value = node->value_exact<toml::date>();
  const Date day = value ? Date{value->year, value->month, value->day} : Date{};
  if (!is_valid(day)) wrong(*node, "\"" + std::string(key) + "\" is not a day such as 2024-03-05");
  return day;
}

std::optional<std::uint64_t> TomlFields::number(const toml::table& table, std::string_view key, std::uint64_t most) {
  const toml::node* node = table.get(key);
  if (!node) return std::nullopt;
  const std::optional<std::int64_t> value = node->value_exact<std::int64_t>();
  if (value && *value >= 0 && static_cast<std::uint64_t>(*value) <= most) return static_cast<std::uint64_t>(*value);
  wrong(*node, "\"" + std::string(key) + "\" is not a whole number from 0 to " + std::to_string(most));
  return std::nullopt;
}

std::optional<double> TomlFields::chance(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (!node) return std::nullopt;
  const std::optional<double> value = node->value<double>();
  if (value && *value >= 0 && *value <= 1) return value;
  wrong(*node, "\"" + std::string(key) + "\" is not a chance from 0 to 1");
  return std::nullopt;
}

std::vector<const toml::table*> TomlFields::tables(const toml::table& table, std::string_view key) {
  std::vector<const toml::table*> out;
  const toml::node* node = table.get(key);
  if (!node) return out;
  const toml::array* list = node->as_array();
  if (!list) {
    wrong(*node, "\"" + std::string(key) + "\" is not a list of tables");
    return out;
  }
  for (const toml::node& item : *list) {
    if (entries_ == 0) {
      if (!error_) error_ = Error{ErrorCode::too_large, "more entries than are read", source_, item.source().begin.line};
      break;
    }
    --entries_;
    if (const toml::table* entry = item.as_table()) out.push_back(entry);
    else wrong(item, "\"" + std::string(key) + "\" is not a list of tables");
  }
  return out;
}

}  // namespace attache
