#include "ingest/content.h"

#include <utility>

#include "base/strings.h"
#include "ingest/feeds/feeds.h"
#include "ingest/ingest.h"
#include "text/decode.h"

namespace attache {

class LineFeeder {
 public:
  LineFeeder(std::string source, const ContentLimits& limits, const InputSink& sink) : source_(std::move(source)), limits_(limits), sink_(sink) {}

  void feed(std::string_view bytes) {
    for (;;) {
      const std::size_t end = bytes.find('\n');
      if (end == std::string_view::npos) {
        keep(bytes);
        return;
      }
      if (line_.empty() && !overlong_) {
        finish(bytes.substr(0, end));
      } else {
        keep(bytes.substr(0, end));
        finish(line_);
      }
      line_.clear();
      overlong_ = 0;
      bytes.remove_prefix(end + 1);
    }
  }

  void end() {
    if (!line_.empty() || overlong_) finish(line_);
  }

 private:
  void keep(std::string_view bytes) {
    if (overlong_ || line_.size() + bytes.size() > limits_.jsonl.line_bytes) {
      overlong_ += line_.size() + bytes.size();
      line_.clear();
    } else {
      line_ += bytes;
    }
  }

  void finish(std::string_view line) {
    ++number_;
    if (overlong_) {
      sink_.refused(Error{ErrorCode::too_large, "line of " + std::to_string(overlong_) + " bytes, limit " + std::to_string(limits_.jsonl.line_bytes), source_, number_});
      return;
    }
    if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (trim(line).empty()) return;
    Result<Record> record = read_jsonl_line(line, source_, number_, limits_.jsonl, limits_.fields);
    if (record) {
      sink_.record(std::move(*record));
    } else {
      sink_.refused(record.error());
    }
  }

  std::string source_;
  const ContentLimits& limits_;
  const InputSink& sink_;
  std::string line_;
  std::size_t overlong_ = 0;  // bytes of the current line, once it is beyond the limit
  std::uint64_t number_ = 0;
};

namespace {

constexpr std::size_t kSniffBytes = 1u << 16;

// Content that is held whole: a page or a text.
void read_whole(const std::string& source, std::string content, Format format, ContentHints hints, const InputSink& sink) {
  Record record;
  record.source = source;
  record.format = format;
  record.content = std::move(content);
  record.charset_label = std::move(hints.charset);
  if (!hints.url.empty()) record.declared.urls.push_back({std::move(hints.url), "address it was fetched from"});
  sink.record(std::move(record));
}

}  // namespace

std::string describe(const PassedOverParts& parts) {
  std::string out;
  for (const auto& [kind, count] : parts.kinds) out += (out.empty() ? "" : ", ") + kind + " (" + std::to_string(count) + ")";
  return out;
}

ContentReader::ContentReader(std::string source, const ContentLimits& limits, const InputSink& sink, ContentHints hints)
    : source_(std::move(source)), limits_(limits), sink_(sink), hints_(std::move(hints)) {}

ContentReader::~ContentReader() = default;

void ContentReader::feed(std::string_view bytes) {
  if (too_large_) return;
  if (lines_) return lines_->feed(bytes);
  if (held_.size() + bytes.size() > limits_.file_bytes && decided_) {
    too_large_ = true;
    held_ = std::string();
    return;
  }
  held_ += bytes;
  if (!decided_ && held_.size() >= kSniffBytes) decide();
}

void ContentReader::decide() {
  decided_ = true;
  if (sniff_format(std::string_view(held_).substr(0, kSniffBytes)) == Format::jsonl) {
    lines_ = std::make_unique<LineFeeder>(source_, limits_, sink_);
    lines_->feed(held_);
    held_ = std::string();
  } else if (held_.size() > limits_.file_bytes) {
    too_large_ = true;
    held_ = std::string();
  }
}

void ContentReader::end() {
  if (!decided_) decide();
  if (lines_) return lines_->end();
  if (too_large_) {
    sink_.refused(Error{ErrorCode::too_large, "more than " + std::to_string(limits_.file_bytes) + " bytes", source_});
  } else if (held_.empty()) {
    sink_.refused(Error{ErrorCode::empty, "the file is empty", source_});
  } else {
    if (held_.starts_with("\xFF\xFE") || held_.starts_with("\xFE\xFF")) {
      // the lines of a file in UTF-16 are seen once it is decoded
      if (const Result<DecodedText> decoded = decode_text(held_, ""); decoded && looks_like_jsonl(decoded->text)) {
        LineFeeder lines(source_, limits_, sink_);
        lines.feed(decoded->text);
        return lines.end();
      }
    }
    if (read_if_feed(source_, held_, limits_, hints_, sink_)) return;
    const Format format = sniff_format(std::string_view(held_).substr(0, kSniffBytes));
    read_whole(source_, std::move(held_), format, std::move(hints_), sink_);
  }
}

}  // namespace attache
