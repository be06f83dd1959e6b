// Stage "ingest": from a record (file or JSONL line) to a report.
#pragma once

#include "base/error.h"
#include "ingest/html_document.h"
#include "ingest/record.h"
#include "ingest/report.h"
#include "tables/knowledge.h"

namespace attache {

struct IngestLimits {
  HtmlLimits html;
  std::size_t text_bytes = 4u << 20;  // of a report, once markup is gone: ten novels; a text beyond it is no report
};

// Errors: those of decoding and of the formats; `source` is filled in.
[[nodiscard]] Result<Report> read_report(Record record, const Knowledge& knowledge, const IngestLimits& limits = {});

// What the bytes are, seen from the content, not from the name.
[[nodiscard]] Format sniff_format(std::string_view content);

}  // namespace attache
