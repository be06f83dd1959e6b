#include "dossier/export_rows.h"

#include <algorithm>
#include <string_view>

namespace attache {
namespace {

std::string csv_cell(const ExportRecord& value) {
  std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (value.is_string() && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(text.begin(), '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string line_of(const ExportRecord& record) { return record.dump(-1, ' ', false, ExportRecord::error_handler_t::replace); }

std::string published(const Report& report) { return report.published.value.year ? to_string(report.published.value) : std::string(); }

std::string publisher(const Report& report) { return !report.outlet.value.empty() ? report.outlet.value : !report.agencies.empty() ? report.agencies.front().value : std::string(); }

std::string csv_line(const ExportRecord& record, bool names) {
  std::string out;
  for (const auto& [name, value] : record.items()) out += (out.empty() ? "" : ",") + csv_cell(names ? ExportRecord(name) : value);
  return out + "\r\n";
}

std::string tsv_cell(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace attache
