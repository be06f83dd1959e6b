// Expected failures are values. A limit is a code of its own, so that a refusal can name it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace attache {

enum class ErrorCode {
  unreadable,           // the file cannot be opened or read
  empty,                // no bytes, or nothing but white space
  binary,               // zero bytes or control characters: not text
  bad_encoding,         // no charset makes text of these bytes
  too_large,            // a file, line, tag or report beyond its limit
  too_deep,             // elements nested beyond the limit
  too_many_attributes,  // one tag with more attributes than the limit
  truncated,            // compressed data that ends early
  invalid_json,         // a line or file that is not the JSON it should be
  unsupported,          // a format that attache knows and does not read
  missing_text,         // a record or page without any text of its own
  invalid_corrections,  // a line of a file of corrections that is none
  invalid_body,         // a file of a deciding body that is not what it should be
  invalid_question,     // a file of a pending decision that is not what it should be
  invalid_store,        // a file that is no store, a damaged one, or one of a newer attache
  busy,                 // another program is writing to the store
  write_failed,         // an output could not be written; nothing was left half-written
  wrong_usage           // options that contradict each other
};

[[nodiscard]] std::string_view name_of(ErrorCode code);
[[nodiscard]] ErrorCode error_code_of(std::string_view name);  // unreadable for a name that is none

// message: one sentence for a person; source: file or record name; line is 1-based.
struct Error {
  ErrorCode code = ErrorCode::unreadable;
  std::string message;
  std::string source = {};
  std::optional<std::uint64_t> line = std::nullopt;
};

// "source:line: message (code)"
[[nodiscard]] std::string describe(const Error& error);

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace attache
