// One file, stream or member of an archive on its way to records. What it is, is seen from its first bytes, never from
// its name: JSONL goes on line by line and has no limit; everything else is held whole and becomes one record, or as many
// as a feed has items.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "ingest/field_map.h"
#include "ingest/jsonl.h"
#include "ingest/record.h"

namespace attache {

struct ContentLimits {
  std::uint64_t file_bytes = 64u << 20;  // of what is held whole
  JsonlLimits jsonl;
  FieldMap fields;  // where JSON records have their fields; empty = as documented
};

// Parts of one input that are no text, by kind and number: nothing is wrong with them, and nothing is dropped unsaid.
struct PassedOverParts {
  std::string source;
  std::map<std::string, std::uint64_t> kinds;  // "image", "request"
};

// "image (12), request (40)"
[[nodiscard]] std::string describe(const PassedOverParts& parts);

// Every content leads to at least one call of the first two functions, in a fixed order; the third may be empty.
struct InputSink {
  std::function<void(Record)> record;
  std::function<void(Error)> refused;
  std::function<void(PassedOverParts)> passed_over = {};
};

// What the way here says about the content, e.g. the headers of a captured response; empty = nothing.
struct ContentHints {
  std::string url;
  std::string charset;
};

class LineFeeder;

class ContentReader {
 public:
  // `limits` and `sink` must outlive it.
  ContentReader(std::string source, const ContentLimits& limits, const InputSink& sink, ContentHints hints = {});
  ~ContentReader();
  ContentReader(const ContentReader&) = delete;
  ContentReader& operator=(const ContentReader&) = delete;

  void feed(std::string_view bytes);
  void end();  // nothing comes any more; call it once

 private:
  std::string source_;
  const ContentLimits& limits_;
  const InputSink& sink_;
  ContentHints hints_;
  std::string held_;
  bool decided_ = false;
  bool too_large_ = false;
  std::unique_ptr<LineFeeder> lines_;

  void decide();
};

}  // namespace attache
