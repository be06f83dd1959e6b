// One input before it is read as a report: a file, or a line of JSONL, with what came along with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "ingest/page.h"

namespace attache {

enum class Format : std::uint8_t { text, html, jsonl };

struct Record {
  std::string source;  // path or "-"; for a JSONL record path:line
  Format format = Format::text;
  std::string content;        // bytes of a file, or the (UTF-8) text or html field of a record
  bool article_only = false;  // content is the report alone, as HTML: no page stands around it (a feed's item)
  bool decoded = false;       // content is known to be UTF-8 (it came out of JSON)
  std::string charset_label;  // what the outside claims
  std::string name;           // a record's id field
  Declarations declared;      // a record's other fields; they are believed before the page's own
};

}  // namespace attache
