// One input before it is read as a report: a file, a line of JSONL or an item of a feed, with what came along with it.
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
  std::string source;  // path or "-"; for a JSONL record path:line, for an item of a feed path#number
  Format format = Format::text;
  std::string content;        // bytes of a file, or the (UTF-8) text or html field of a record
  bool article_only = false;  // content is the report alone: no page stands around it (a feed's item)
  bool decoded = false;       // content is known to be UTF-8 (it came out of JSON)
  std::string charset_label;  // what the outside claims
  std::string charset, charset_evidence;  // of decoded content that was not UTF-8 as JSON is
  std::string name;           // a record's id field
  Declarations declared;      // a record's other fields; they are believed before the page's own
};

}  // namespace attache
