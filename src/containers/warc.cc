#include "containers/warc.h"

#include <algorithm>

#include "base/strings.h"
#include "containers/header_fields.h"

namespace attache {
namespace {

constexpr std::size_t kHead = 64u << 10;
constexpr std::size_t kWhole = Window::kMostAhead - (256u << 10);  // blocks up to here lie in the window
constexpr std::string_view kStart = "WARC/";

bool is_newline(char c) { return c == '\r' || c == '\n'; }

// Where a line begins with the version of a record; `from` itself counts as the beginning of a line if `line_start`.
std::size_t find_record(std::string_view bytes, std::size_t from, bool line_start) {
  if (line_start && is_warc(bytes.substr(from))) return from;
  for (std::size_t at = from; (at = bytes.find("\nWARC/", at)) != std::string_view::npos; ++at) {
    if (is_warc(bytes.substr(at + 1))) return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

bool is_warc(std::string_view bytes) { return bytes.size() > 6 && bytes.starts_with(kStart) && (bytes[5] == '1' || bytes[5] == '0') && bytes[6] == '.'; }

std::string WarcReader::offset_here() const {
  const Window::Place place = input_.place();
  if (!input_.has_members()) return std::to_string(place.inside);
  return std::to_string(place.member) + (place.inside ? "+" + std::to_string(place.inside) : std::string());
}

// Gives the record up: passes over everything up to the next one and says how much that was. `already`: bytes of it that
// are consumed.
Error WarcReader::lose(ErrorCode code, std::string words, std::uint64_t already) {
  std::uint64_t lost = header_bytes_ + already, packed = 0;
  bool line_start = false, emptied = false;
  open_ = false;
  whole_ahead_ = false;
  left_ = 0;
  for (;;) {
    const std::string_view ahead = input_.view();
    const std::size_t at = find_record(ahead, 0, line_start);
    // the first member border inside the window is the beginning of a line as well
    std::size_t border = std::string_view::npos;
    for (std::size_t from = line_start || emptied ? 0 : 1;;) {
      const std::optional<std::size_t> member = input_.next_member(from);
      if (!member || *member >= ahead.size() || *member >= at) break;
      if (is_warc(ahead.substr(*member))) {
        border = *member;
        break;
      }
      from = *member + 1;
    }
    const std::size_t found = std::min(at, border);
    if (found != std::string_view::npos) {
      input_.consume(found);
      lost += found;
      break;
    }
    const std::size_t keep = std::min<std::size_t>(ahead.size(), 8);  // "\nWARC/1." may lie across the border
    lost += ahead.size() - keep;
    input_.consume(ahead.size() - keep);
    if (ahead.size() >= 7) line_start = false;  // fewer are too few to see: kept, with what is known of their beginning
    emptied = keep == 0;
    if (input_.pull()) continue;
    lost += input_.view().size();
    input_.consume(input_.view().size());
    if (!input_.error()) break;
    const ByteSource::Resync found_member = input_.recover(kStart);
    packed += found_member.lost;
    if (!found_member.found) {
      dead_ = true;
      break;
    }
    line_start = true;
  }
  // how much was unpacked before damage shows depends on how the bytes came in, so it is not told
  words += "; " + (packed ? counted(packed, "compressed byte") : counted(lost, "byte")) + " lost";
  return Error{code, std::move(words), offset_};
}

std::string_view WarcReader::head() const { return input_.view().substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, input_.view().size()))); }

// Whether a record may end at offset `at` of the window: newlines, then another record, the end of the member or of all.
WarcReader::Ending WarcReader::ending_at(std::size_t at) {
  for (;;) {
    const std::string_view ahead = input_.view();
    std::size_t next = at;
    while (next < ahead.size() && is_newline(ahead[next])) ++next;
    const bool marked = ahead.substr(at).starts_with("\r\n\r\n");  // rubbish behind the mark is a loss of its own
    if (ahead.size() - next >= 7) return marked || is_warc(ahead.substr(next)) ? Ending::good : Ending::bad;
    if (next == ahead.size() && input_.has_members() && input_.member_complete()) return Ending::good;
    // newlines without end: looked at no further
    if (next - at > 4096) return Ending::bad;
    if (input_.pull()) continue;
    if (input_.error()) return Ending::damaged;
    return marked || next == input_.view().size() ? Ending::good : Ending::bad;
  }
}

// Brings the block into the window, if it is small enough, and holds its length to what follows it.
std::optional<Error> WarcReader::open_block() {
  const bool small = left_ <= kWhole;
  const std::size_t want = static_cast<std::size_t>(small ? left_ : kHead);
  std::size_t looked = 1;  // member borders up to here are looked at
  for (bool more = true;; more = input_.pull()) {
    // a member that begins with a record, inside the block: the block was cut
    for (std::optional<std::size_t> member; (member = input_.next_member(looked)) && *member < std::min(want, input_.view().size());) {
      if (is_warc(input_.view().substr(*member))) {
        return lose(ErrorCode::truncated, "a record of " + std::to_string(left_) + " bytes whose compressed member ends after " + std::to_string(*member), 0);
      }
      looked = *member + 1;
    }
    if (input_.view().size() >= want) break;
    if (more) continue;
    if (input_.error()) {
      Error error = *input_.error();
      return lose(error.code, "a record inside damaged data: " + error.message, 0);
    }
    const std::size_t have = input_.view().size();
    return lose(ErrorCode::truncated, "a record of " + std::to_string(left_) + " bytes of which the file holds " + std::to_string(have), 0);
  }
  if (!small) return std::nullopt;
  switch (ending_at(want)) {
    case Ending::good: whole_ahead_ = true; return std::nullopt;
    case Ending::bad: return lose(ErrorCode::binary, "a record whose Content-Length (" + std::to_string(left_) + ") does not lead to the next record", 0);
    case Ending::damaged: break;
  }
  Error error = *input_.error();
  return lose(error.code, "a record inside damaged data: " + error.message, 0);
}

// Consumes a block that is too long for the window; into `keep` if given.
std::optional<Error> WarcReader::pass_long(std::string* keep) {
  std::uint64_t done = 0;
  bool line_start = false;
  while (left_ > 0) {
    if (input_.view().size() < 8 && input_.view().size() < left_) input_.peek(8);
    const std::string_view ahead = input_.view();
    if (ahead.empty()) {
      if (input_.error()) {
        Error error = *input_.error();
        return lose(error.code, "a record inside damaged data: " + error.message, done);
      }
      return lose(ErrorCode::truncated, "a record of " + std::to_string(done + left_) + " bytes of which the file holds " + std::to_string(done), done);
    }
    const std::string_view part = ahead.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, ahead.size())));
    // a record that begins inside this one: its length lies. Looked for over the last bytes of the part before, too.
    std::size_t inside = find_record(part, 0, line_start);
    for (std::optional<std::size_t> member = input_.next_member(done > 0 ? 0 : 1); member && *member < std::min(part.size(), inside); member = input_.next_member(*member + 1)) {
      if (is_warc(part.substr(*member))) inside = *member;
    }
    if (inside != std::string_view::npos) {
      input_.consume(inside);
      const std::uint64_t told = left_ + done;
      open_ = false;
      left_ = 0;
      return Error{ErrorCode::truncated, "a record whose Content-Length (" + std::to_string(told) + ") leads beyond the next record; " + counted(done + inside, "byte") + " lost", offset_};
    }
    // all but the last 8 bytes, so that "\nWARC/1." is seen whole
    std::size_t step = part.size() == left_ || part.size() <= 8 ? part.size() : part.size() - 8;
    if (part.size() < left_ && part.size() <= 8 && input_.pull()) continue;
    step = std::max<std::size_t>(step, 1);
    if (keep) keep->append(part.substr(0, step));
    line_start = part[step - 1] == '\n';
    input_.consume(step);
    left_ -= step;
    done += step;
  }
  switch (ending_at(0)) {
    case Ending::good: open_ = false; return std::nullopt;
    case Ending::bad: return lose(ErrorCode::binary, "a record whose Content-Length (" + std::to_string(done) + ") does not lead to the next record", done);
    case Ending::damaged: break;
  }
  Error error = *input_.error();
  return lose(error.code, "a record inside damaged data: " + error.message, done);
}

Result<std::string_view> WarcReader::block() {
  if (!open_) return std::string_view();
  if (whole_ahead_) return head();
  refused_ = left_ > limits_.body_bytes;
  if (refused_) return fail(ErrorCode::too_large, "a record of " + std::to_string(left_) + " bytes, limit " + std::to_string(limits_.body_bytes));
  long_block_.clear();
  if (std::optional<Error> error = pass_long(&long_block_)) return tl::unexpected<Error>(std::move(*error));
  return std::string_view(long_block_);
}

std::optional<Result<WarcHeader>> WarcReader::next() {
  const auto lost = [](Error error) { return std::optional<Result<WarcHeader>>(tl::unexpected<Error>(std::move(error))); };
  if (dead_) return std::nullopt;
  if (open_) {
    if (whole_ahead_) {
      input_.consume(static_cast<std::size_t>(left_));
      left_ = 0;
      open_ = whole_ahead_ = false;
    } else if (std::optional<Error> error = pass_long(nullptr); error && !refused_) {
      return lost(std::move(*error));
    }
    refused_ = false;
  }
  for (;;) {  // empty lines between records
    const std::string_view ahead = input_.peek(7);
    std::size_t n = 0;
    while (n < ahead.size() && is_newline(ahead[n])) ++n;
    if (n == 0) break;
    input_.consume(n);
  }
  header_bytes_ = 0;
  offset_ = offset_here();
  const std::string_view ahead = input_.view();
  if (ahead.empty()) {
    if (!input_.error()) return std::nullopt;
    Error error = *input_.error();
    if (input_.has_members()) offset_ = std::to_string(input_.last_member());
    const ByteSource::Resync found = input_.recover(kStart);
    dead_ = !found.found;
    error.message += found.lost ? "; " + counted(found.lost, "compressed byte") + " lost" : "";
    error.source = offset_;
    return lost(std::move(error));
  }
  if (!is_warc(ahead)) {
    const bool cut = ahead.size() < 7 && (kStart.starts_with(ahead.substr(0, 5)));
    return lost(lose(cut ? ErrorCode::truncated : ErrorCode::binary, cut ? "a record that breaks off in its first line" : "bytes that are no WARC record", 0));
  }
  std::size_t end;
  std::size_t searched = static_cast<std::size_t>(std::min<std::uint64_t>(no_end_before_ - std::min(no_end_before_, input_.position()), ahead.size()));
  while ((end = end_of_header(input_.view().substr(searched))) == std::string_view::npos) {
    const std::size_t have = input_.view().size();
    if (have > 3) no_end_before_ = std::max(no_end_before_, input_.position() + have - 3);
    if (have > limits_.header_bytes) {
      return lost(lose(ErrorCode::too_large, "a record header of more than " + std::to_string(limits_.header_bytes) + " bytes", 0));
    }
    searched = std::max(searched, have > 3 ? have - 3 : 0);
    if (!input_.pull()) {
      const Error error = input_.error_or_truncated("a record header that breaks off");
      return lost(lose(error.code, error.message, 0));
    }
  }
  end += searched;
  if (end > limits_.header_bytes) return lost(lose(ErrorCode::too_large, "a record header of more than " + std::to_string(limits_.header_bytes) + " bytes", 0));

  WarcHeader header;
  header.offset = offset_;
  const std::string_view bytes = input_.view().substr(0, end);
  HeaderFields fields(bytes.substr(bytes.find('\n') + 1));
  bool told = false, lies = false;
  std::string wrong;
  for (std::string_view name, value; fields.next(name, value);) {
    if (equals_ignore_case(name, "content-length")) {
      std::uint64_t length = 0;
      bool digits = !value.empty() && value.size() <= 18;
      for (const char c : value) {
        digits = digits && is_digit(c);
        length = length * 10 + static_cast<std::uint64_t>(c - '0');
      }
      if (!digits || (told && length != header.length)) {
        lies = true;
        wrong = std::string(value.substr(0, 40));
      }
      header.length = length;
      told = true;
    } else if (equals_ignore_case(name, "warc-type")) {
      header.type = lower_ascii(value.substr(0, 80));
    } else if (equals_ignore_case(name, "warc-target-uri")) {
      std::string_view uri = value;
      if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
      header.target_uri = uri;
    } else if (equals_ignore_case(name, "content-type")) {
      header.content_type = value;
    } else if (equals_ignore_case(name, "warc-truncated")) {
      header.cut = !value.empty();
    } else if (equals_ignore_case(name, "warc-segment-number")) {
      header.segmented = true;
    }
  }
  if (!told || lies) {
    std::string words = told ? "a record with the Content-Length \"" + wrong + "\"" : "a record without a Content-Length";
    input_.consume(end);
    header_bytes_ = end;
    return lost(lose(ErrorCode::binary, std::move(words), 0));
  }
  input_.consume(end);
  header_bytes_ = end;
  left_ = header.length;
  open_ = true;
  whole_ahead_ = false;
  if (std::optional<Error> error = open_block()) return lost(std::move(*error));
  return Result<WarcHeader>(std::move(header));
}

}  // namespace attache
