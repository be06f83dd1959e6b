// What the readers of all feed and wire formats share: from an item's fields to a record of the sink.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/content.h"
#include "ingest/feeds/xml_element.h"
#include "ingest/record.h"

namespace attache {

// Adds a value with its field; an empty one is no value.
void declare(std::vector<Declared>& list, std::string_view value, std::string_view field, Party party = Party::unsaid);
void declare(Declared& slot, std::string_view value, std::string_view field);

// A date in a form of feed_date.h, else as written: printed_date.h may read it.
void declare_date(std::vector<Declared>& list, std::string_view value, std::string_view field);

// IPTC pubStatus: "stat:usable", "http://cv.iptc.org/newscodes/pubstatusg2/canceled", "Cancelled" -> one of "usable",
// "withheld", "canceled"; empty for everything else.
[[nodiscard]] std::string publication_status(std::string_view code);

// "3" -> 3; 0 for what is no positive whole number.
[[nodiscard]] int version_number(std::string_view text);

void set_html(Record& record, std::string html);
void set_text(Record& record, std::string text);  // as HTML where it turns out to hold tags

// An item without words has no report to give (missing_text), unless it is a canceled one: its headline is its text then.
[[nodiscard]] Result<Record> with_text(Record record);

// The document's items in their order, each named "path#number".
class ItemSink {
 public:
  ItemSink(std::string source, std::string charset, std::string charset_evidence, const InputSink& sink)
      : source_(std::move(source)), charset_(std::move(charset)), charset_evidence_(std::move(charset_evidence)), sink_(sink) {}

  // Refuses what with_text refuses.
  void record(Record record);
  void refused(ErrorCode code, std::string message);           // the next item
  void document_refused(ErrorCode code, std::string message);  // the whole document, by its path
  [[nodiscard]] std::uint64_t items() const { return number_; }
  [[nodiscard]] bool last_cut_off() const { return last_cut_off_; }

 private:
  std::string source_, charset_, charset_evidence_;
  const InputSink& sink_;
  std::uint64_t number_ = 0;
  bool last_cut_off_ = false;
};

// Refuses an element that the end of the document cut off.
[[nodiscard]] bool is_cut_off(const XmlElement& item, ItemSink& sink);

// A reference as the document gives it, made absolute; empty when it is not http(s) in the end (RFC 3986, section 5,
// without dot segments: feeds have none).
[[nodiscard]] std::string resolve_url(std::string_view base, std::string_view reference);

// The name of the outlet in a channel's title: "World | Tarrow Daily" of tarrowdaily.example gives "Tarrow Daily"; where no
// part, or more than one, is the host's name, the whole title.
[[nodiscard]] std::string outlet_of_channel(std::string_view title, std::string_view url);

}  // namespace attache
