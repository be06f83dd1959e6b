// A report: one published text with everything known about it and where each piece of knowledge came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace attache {

// What a block of the text is. The first four are the body; everything else is marked and kept, never deleted.
enum class BlockKind : std::uint8_t {
  paragraph,
  heading,
  list_item,
  quotation,  // <blockquote>
  title,
  teaser,         // repeats the lead or a later paragraph
  caption,        // under a picture; its date is the picture's
  credit,         // names agency or outlet and nothing else
  byline,         // names the writers
  dateline,       // place, day and credit before the lead
  date_stamp,     // publication or update time printed on the page
  sign_off,       // "(Reporting by ...; Editing by ...)", syndication notes
  section_label,  // "Flash News"
  related_link,   // "READ ALSO: ..."
  chrome          // navigation, share bars, cookie boxes, comments
};

[[nodiscard]] std::string_view name_of(BlockKind kind);
[[nodiscard]] BlockKind block_kind_of(std::string_view name);  // chrome for a name it does not know

[[nodiscard]] inline bool is_body(BlockKind kind) { return kind <= BlockKind::quotation; }

// Blocks lie in text order, do not overlap and cover everything but white space.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

// A value with the reason for believing it: `evidence` in words, `span` where the text itself says so (empty otherwise).
template <class T>
struct Evident {
  T value{};
  std::string evidence;
  Span span{};
};

inline constexpr int kNoTime = -100000;  // of Report::published_minute: the page gives no time of day

struct Report {
  std::string id;      // "r-" + hash of text and URL (of text, outlet, time of publication, wire id and version where there is no URL)
  std::string source;  // the input it was read from: path, path:line for JSONL, path#number for an item of a feed
  std::string name;    // the id field of a JSONL record, otherwise empty
  std::string url;     // canonical, without tracking parameters
  std::string charset;
  std::string charset_evidence;

  std::string text;  // immutable UTF-8; every span below counts its bytes
  std::vector<Block> blocks;

  Evident<std::string> title;
  Evident<std::string> outlet;
  Evident<std::string> language;                         // ISO 639-1
  std::vector<Evident<std::string>> agencies;            // wire services that wrote it
  std::vector<Evident<std::string>> bylines;             // persons
  std::vector<Evident<std::string>> signatures;          // who signs, as the page writes it: persons, agencies, newsrooms
  std::vector<Evident<std::string>> dateline_places;
  std::vector<Evident<std::string>> caption_credits;     // of pictures; never evidence for the text
  std::vector<Evident<std::string>> photographers;       // the persons among them
  Evident<Date> published;                               // year 0 = the report does not say
  int published_minute = kNoTime;                        // minute of that day in UTC where the offset is given (may leave 0..1439), as written otherwise
  Evident<Date> modified;
  Evident<Date> dateline_day;                            // day 0 = the dateline gives none; year 0 = neither it nor `published` gives the year

  int version = 0;                    // of a wire item, counted by its agency from 1; 0 = not given
  Evident<std::string> status;        // IPTC pubStatus: "usable", "withheld", "canceled"; empty = not given
  Evident<std::string> editor_note;   // the agency's words to its customers: "UPDATES with comment"
  Evident<std::string> wire_id;       // what every version of the item shares: guid, uri, doc-id
};

// Its agency took it back, or holds it back: kept and marked, and no summary rests on it.
[[nodiscard]] inline bool is_recalled(const Report& report) { return report.status.value == "canceled" || report.status.value == "withheld"; }

}  // namespace attache
