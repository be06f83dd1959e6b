// "Name: value" lines as WARC and HTTP have them: CRLF or LF, any case, folded lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attache {

// Where the header ends: behind its first empty line. npos = it does not end here.
[[nodiscard]] std::size_t end_of_header(std::string_view bytes);

// Goes through the fields; lines that are none are passed over. A folded value is joined by single blanks.
class HeaderFields {
 public:
  explicit HeaderFields(std::string_view header) : rest_(header) {}
  // Both are trimmed and valid until the next call. false = no more.
  bool next(std::string_view& name, std::string_view& value);

 private:
  std::string_view rest_;
  std::string folded_;
};

}  // namespace attache
