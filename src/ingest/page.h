// What the format readers give: one text cut into blocks, with what the markup says about each, and the facts a
// page or record declares about itself. Classification (classify.h) and metadata (metadata.h) work on this alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "ingest/report.h"

namespace attache {

struct PageBlock {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  bool settled = false;        // the markup decided the kind; text rules leave it alone
  bool other_box = false;      // furniture of other stories or comments: its dates say nothing of this report
  float link_share = 0;        // share of letters that stand inside links
  std::uint32_t gap_before = 1;  // line breaks before it (plain text): 2 and more = a blank line
};

// What the field of a name is made for. `agency`: a wire service, known to us or not; `either`: a name that its own words
// or our table must tell apart, agency or outlet.
enum class Party : std::uint8_t { unsaid, agency, either };

// A value the page or record declares, with the field it stands in, e.g. {"2022-03-17T15:42", "JSON-LD datePublished"}.
struct Declared {
  std::string value;
  std::string field;
  Span span{};  // where the page prints it; empty for what it only declares
  Party party = Party::unsaid;
};

// A heading that stands over a text: no breadcrumb, menu, list or box of other stories.
struct Heading {
  std::string text;  // its blocks joined by a blank
  int level = 1;     // <h1> to <h3>
  Span span{};       // empty where it has several blocks
};

// In order of trust: the first entry of a list is the one to believe.
struct Declarations {
  std::vector<Declared> titles, outlets, agencies, authors, published, modified, languages, datelines, urls;
  std::vector<Declared> printed_authors;  // elements marked as author's, in text order; they may nest
  std::vector<Heading> headings;
  std::vector<Declared> faint_published;  // believed only where neither these nor the text give a day
  std::string host;  // of the first URL, without "www."
  Declared status, editor_note, wire_id;  // of a wire item (report.h)
  int version = 0;
};

struct Page {
  std::string text;
  bool marked_up = false;  // blocks were cut by markup, which has told links and other pages' boxes already
  std::vector<PageBlock> blocks;
  bool article_only = false;  // the text is the report alone: an item of a feed or wire
  Declarations declared;
};

}  // namespace attache
