#include "ingest/ingest.h"

#include <array>
#include <utility>

#include "base/strings.h"
#include "ingest/classify.h"
#include "ingest/html_page.h"
#include "ingest/jsonl.h"
#include "ingest/metadata.h"
#include "ingest/plain_page.h"
#include "ingest/url.h"
#include "text/charset_label.h"
#include "text/decode.h"

namespace attache {
namespace {

void prepend(std::vector<Declared>& to, std::vector<Declared> first) {
  first.insert(first.end(), std::make_move_iterator(to.begin()), std::make_move_iterator(to.end()));
  to = std::move(first);
}

void merge_declarations(Declarations& page, Declarations record) {
  prepend(page.titles, std::move(record.titles));
  prepend(page.outlets, std::move(record.outlets));
  prepend(page.agencies, std::move(record.agencies));
  prepend(page.authors, std::move(record.authors));
  prepend(page.published, std::move(record.published));
  prepend(page.faint_published, std::move(record.faint_published));
  prepend(page.modified, std::move(record.modified));
  prepend(page.languages, std::move(record.languages));
  prepend(page.datelines, std::move(record.datelines));
  prepend(page.urls, std::move(record.urls));
  page.status = std::move(record.status);
  page.editor_note = std::move(record.editor_note);
  page.wire_id = std::move(record.wire_id);
  page.version = record.version;
  if (!page.urls.empty()) page.host = host_of(page.urls.front().value);
}

bool has_body(const Report& report) {
  for (const Block& block : report.blocks) {
    if (is_body(block.kind) || block.kind == BlockKind::title) return true;
  }
  return false;
}

Result<Report> too_long(std::size_t bytes, const IngestLimits& limits) {
  return fail(ErrorCode::too_large, "text of " + std::to_string(bytes) + " bytes, limit " + std::to_string(limits.text_bytes));
}

Result<Report> read(Record& record, const Knowledge& knowledge, const IngestLimits& limits) {
  std::string text, charset = "utf-8", evidence = "JSON";
  if (record.decoded) {
    text = std::move(record.content);
    if (!record.charset.empty()) {
      charset = record.charset;
      evidence = record.charset_evidence;
    }
  } else {
    std::string label = record.charset_label;
    if (label.empty() && record.format == Format::html) label = html_charset_label(record.content);
    Result<DecodedText> decoded = decode_text(record.content, label);
    if (!decoded) return tl::unexpected<Error>(decoded.error());
    text = std::move(decoded->text);
    charset = decoded->charset;
    evidence = decoded->evidence;
    if (decoded->replaced) evidence += "; " + std::to_string(decoded->replaced) + " bytes replaced";
  }
  // what the bytes hid, the text shows: UTF-16 pages
  if (!record.decoded && record.format == Format::text && sniff_format(text) == Format::html) record.format = Format::html;
  Page page;
  if (record.format == Format::html) {
    Result<Page> parsed = read_html_page(text, record.article_only, limits.html);
    if (!parsed) return tl::unexpected<Error>(parsed.error());
    page = std::move(*parsed);
    if (page.text.size() > limits.text_bytes) return too_long(page.text.size(), limits);
  } else {
    if (text.size() > limits.text_bytes) return too_long(text.size(), limits);
    page = read_plain_page(std::move(text));
  }
  page.article_only = record.article_only;
  merge_declarations(page.declared, std::move(record.declared));
  classify_blocks(page, knowledge);
  Report report = make_report(std::move(page), knowledge);
  report.source = record.source;
  report.name = record.name;
  report.charset = charset;
  report.charset_evidence = evidence;
  if (!has_body(report)) return fail(ErrorCode::missing_text, "nothing on the page reads like the text of a report");
  return report;
}

}  // namespace

Result<Report> read_report(Record record, const Knowledge& knowledge, const IngestLimits& limits) {
  Result<Report> report = read(record, knowledge, limits);
  if (!report) {
    Error error = report.error();
    if (error.source.empty()) error.source = record.source;
    // a record of a JSONL file is named "file:line": the refusal says which line of which file, as those of the reader do
    const std::size_t colon = error.source.rfind(':');
    int line = 0;
    if (record.decoded && !error.line && colon != std::string::npos && parse_int(std::string_view(error.source).substr(colon + 1), line) && line > 0) {
      error.line = static_cast<std::uint64_t>(line);
      error.source.resize(colon);
    }
    return tl::unexpected<Error>(std::move(error));
  }
  return report;
}

Format sniff_format(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  if (looks_like_jsonl(content)) return Format::jsonl;
  const std::string head = lower_ascii(trim(content.substr(0, 4096)));
  static constexpr std::array<std::string_view, 8> kTags = {"<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<div", "<script"};
  if (!head.empty() && head.front() == '<') {
    for (std::string_view tag : kTags) {
      if (head.find(tag) != std::string::npos) return Format::html;
    }
    if (head.find("<p") != std::string::npos || head.find("<h1") != std::string::npos || head.find("<title") != std::string::npos) return Format::html;
  }
  if (head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos) return Format::html;
  return Format::text;
}

}  // namespace attache
