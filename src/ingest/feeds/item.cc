#include "ingest/feeds/item.h"

#include <utility>

#include "base/strings.h"
#include "ingest/feeds/feed_date.h"
#include "ingest/feeds/markup.h"
#include "ingest/url.h"

namespace attache {

void declare(std::vector<Declared>& list, std::string_view value, std::string_view field, Party party) {
  std::string words = collapse_space(value);
  if (!words.empty()) list.push_back({std::move(words), std::string(field), {}, party});
}

void declare(Declared& slot, std::string_view value, std::string_view field) {
  std::string words = collapse_space(value);
  if (slot.value.empty() && !words.empty()) slot = {std::move(words), std::string(field)};
}

void declare_date(std::vector<Declared>& list, std::string_view value, std::string_view field) {
  const std::string date = feed_date(value);
  constexpr std::size_t kLongest = 60;  // bytes of a date in words
  if (!date.empty() || trim(value).size() <= kLongest) declare(list, date.empty() ? value : date, field);
}

std::string publication_status(std::string_view code) {
  code = trim(code);
  const std::size_t last = code.find_last_of(":/#");
  std::string status = lower_ascii(last == std::string_view::npos ? code : code.substr(last + 1));
  if (status == "cancelled") status = "canceled";
  return is_one_of(status, {"usable", "withheld", "canceled"}) ? status : std::string();
}

int version_number(std::string_view text) {
  int value = 0;
  return parse_int(trim(text), value) && value > 0 ? value : 0;
}

void set_html(Record& record, std::string html) {
  record.format = Format::html;
  record.article_only = true;
  record.content = std::move(html);
}

void set_text(Record& record, std::string text) {
  if (looks_like_markup(text)) return set_html(record, std::move(text));
  record.format = Format::text;
  record.article_only = true;
  record.content = std::move(text);
}

Result<Record> with_text(Record record) {
  const Declarations& declared = record.declared;
  if (record.format == Format::html ? !has_words(record.content) : trim(record.content).empty()) {
    if (declared.titles.empty()) return fail(ErrorCode::missing_text, "the item holds no text");
    if (declared.status.value != "canceled") return fail(ErrorCode::missing_text, "the item has a headline and no text");
    set_html(record, "<h1>" + html_of_text(declared.titles.front().value) + "</h1>");
  }
  if (record.content.find('\0') != std::string::npos) return fail(ErrorCode::binary, "zero characters: this is not text");
  record.decoded = true;
  return record;
}

void ItemSink::record(Record item) {
  Result<Record> whole = with_text(std::move(item));
  if (!whole) return refused(whole.error().code, whole.error().message);
  Record& record = *whole;
  last_cut_off_ = false;
  record.source = source_ + "#" + std::to_string(++number_);
  record.charset = charset_;
  record.charset_evidence = charset_evidence_;
  sink_.record(std::move(*whole));
}

void ItemSink::refused(ErrorCode code, std::string message) {
  last_cut_off_ = code == ErrorCode::truncated;
  sink_.refused(Error{code, std::move(message), source_ + "#" + std::to_string(++number_)});
}

void ItemSink::document_refused(ErrorCode code, std::string message) { sink_.refused(Error{code, std::move(message), source_}); }

bool is_cut_off(const XmlElement& item, ItemSink& sink) {
  if (item.complete()) return false;
  sink.refused(ErrorCode::truncated, "the document ends inside this item");
  return true;
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  base = trim(base);
  reference = trim(reference);
  if (reference.empty()) return {};
  if (!reference.starts_with("//") && !host_of(reference).empty()) return std::string(reference);
  const std::size_t colon = reference.find(':');
  if (colon != std::string_view::npos && colon < reference.find_first_of("/?#")) return {};  // another scheme
  if (host_of(base).empty()) return {};
  const std::size_t authority = base.find("//");
  if (reference.starts_with("//")) return std::string(base.substr(0, authority)) + std::string(reference);
  const std::size_t path = std::min(base.find_first_of("/?#", authority + 2), base.size());
  if (reference.starts_with('/')) return std::string(base.substr(0, path)) + std::string(reference);
  const std::string_view whole = base.substr(0, std::min(base.find_first_of("?#", path), base.size()));
  const std::size_t folder = whole.rfind('/');
  return std::string(folder == std::string_view::npos || folder < path ? std::string(whole.substr(0, path)) + "/" : std::string(whole.substr(0, folder + 1))) + std::string(reference);
}

std::string outlet_of_channel(std::string_view title, std::string_view url) {
  const std::string whole = collapse_space(title);
  std::string host = lower_ascii(host_of(url));
  std::erase_if(host, [](char c) { return !is_alpha(c) && !is_digit(c) && c != '.'; });
  if (host.empty()) return whole;
  std::string found;
  int hits = 0;
  for (std::size_t begin = 0; begin <= whole.size();) {
    std::size_t end = whole.size(), next = whole.size() + 1;
    for (std::string_view separator : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", ": ", " \u00BB ", " > ", " \u2022 ", " \u00B7 ", " / "}) {
      const std::size_t at = whole.find(separator, begin);
      if (at < end) {
        end = at;
        next = at + separator.size();
      }
    }
    const std::string part(trim(std::string_view(whole).substr(begin, end - begin)));
    std::string letters = lower_ascii(part);
    if (letters.starts_with("the ")) letters.erase(0, 4);  // papers have it in their name, seldom in their address
    std::erase_if(letters, [](char c) { return !is_alpha(c) && !is_digit(c); });
    constexpr std::size_t kShortest = 4;  // letters; shorter ones stand in hosts by chance
    if (letters.size() >= kShortest && host.find(letters) != std::string::npos) {
      found = part;
      ++hits;
    }
    begin = next;
  }
  return hits == 1 ? found : whole;
}

}  // namespace attache
