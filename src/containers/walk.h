// Opens a file to the bottom: gzip, zstd, tar, zip and WARC, one inside the other, seen from their bytes and never from
// their names. What is no container is a leaf and is handed on as a stream.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "containers/http_message.h"
#include "containers/limits.h"
#include "containers/warc.h"
#include "containers/window.h"

namespace attache {

// What the way to a leaf says about it; empty = nothing.
struct LeafHints {
  std::string url;      // where it was fetched from
  std::string charset;  // of the Content-Type of the response
};

// For each leaf: begin, any number of feed, then end or fail. Names: "news.tar.gz/2022/page.html", "crawl.warc.gz@OFFSET".
struct LeafSink {
  std::function<void(std::string name, LeafHints hints)> begin;
  std::function<void(std::string_view bytes)> feed;
  std::function<void()> end;
  std::function<void(Error)> fail;     // the leaf breaks off; what was fed of it is no report
  std::function<void(Error)> refused;  // a member that never became a leaf, or a stretch that was lost
};

// What was passed over because it is no text: how often, by kind ("image", "request").
using PassedOver = std::map<std::string, std::uint64_t>;

class ContainerWalk {
 public:
  // `limits` and `sink` must outlive it.
  ContainerWalk(const ContainerLimits& limits, const LeafSink& sink) : limits_(limits), sink_(sink), decoder_(limits) {}

  // One file. Every file leads to at least one call of the sink.
  [[nodiscard]] PassedOver walk(ByteSource& file, const std::string& name);

 private:
  const ContainerLimits& limits_;
  const LeafSink& sink_;
  BufferPool buffers_;
  ContentDecoder decoder_;
  PassedOver passed_over_;
  Unpacked unpacked_;
  std::uint64_t members_ = 0;
  std::uint64_t calls_ = 0;
  bool stopped_ = false;  // a limit of the whole file was met

  void open(ByteSource& source, const std::string& name, int depth, bool member);
  template <class Packed>
  void open_packed(Window& input, const std::string& name, int depth, bool member);
  template <class Archive>
  void open_archive(Archive& archive, const std::string& name, int depth);
  void open_warc(Window& input, const std::string& name);
  void open_response(WarcReader& warc, const WarcHeader& header, const std::string& name);
  void give_leaf(Window& input, const std::string& name);
  void give_leaf(std::string_view bytes, const std::string& name, LeafHints hints);
  void refuse(Error error, const std::string& name);
  void pass_over(std::string_view kind, std::uint64_t count = 1) { passed_over_[std::string(kind)] += count; }
  [[nodiscard]] bool count_member(const std::string& name);
};

}  // namespace attache
