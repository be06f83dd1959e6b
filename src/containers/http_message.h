// The response that a web archive holds: status line, header fields, and a body that may be cut into chunks and packed
// (RFC 9112, RFC 9110). Crawlers often keep the header fields of the wire over a body they have already unpacked, so a
// coding that the bytes do not show is taken as done; a body that breaks off inside a coding is an error.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "containers/limits.h"

namespace attache {

struct HttpResponse {
  int status = 0;
  std::string media_type;  // lower case, without parameters; empty = not told
  std::string charset;     // of the Content-Type; empty = not told
  bool chunked = false;
  std::vector<std::string> codings;  // Content-Encoding, lower case, in the order they were applied
  std::size_t body_begins = 0;
};

[[nodiscard]] bool is_http_response(std::string_view bytes);

// `bytes`: the message, at least up to the end of its header. Errors: binary (no status line), truncated (no end of the
// header), too_large (header).
[[nodiscard]] Result<HttpResponse> parse_http_response(std::string_view bytes, const ContainerLimits& limits);

struct MediaType {
  std::string type;
  std::string charset;
};
[[nodiscard]] MediaType parse_media_type(std::string_view value);

// Takes chunks out of a body. Errors: truncated (breaks off inside a chunk), binary (no chunk size where one should be).
// A body without even a first chunk size is given back as it is; one that ends between two chunks is whole.
[[nodiscard]] Result<std::string_view> join_chunks(std::string_view body, std::string& scratch);

// Unpacks bodies; keeps its state and buffers from one to the next.
class ContentDecoder {
 public:
  explicit ContentDecoder(const ContainerLimits& limits);
  ~ContentDecoder();
  ContentDecoder(const ContentDecoder&) = delete;
  ContentDecoder& operator=(const ContentDecoder&) = delete;

  // The plain body; valid until the next call and as long as `body` lives. `cut`: the archive says that it holds only the
  // beginning of the body, so a coding that breaks off ends it and is no error.
  // Errors: unsupported (a coding we do not know), truncated, binary, too_large.
  [[nodiscard]] Result<std::string_view> decode(const HttpResponse& response, std::string_view body, bool cut);

 private:
  struct State;
  const ContainerLimits& limits_;
  std::unique_ptr<State> state_;
};

}  // namespace attache
