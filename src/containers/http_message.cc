#include "containers/http_message.h"

#include <algorithm>

#include "base/strings.h"
#include "containers/header_fields.h"

namespace attache {

bool is_http_response(std::string_view bytes) { return bytes.starts_with("HTTP/") && bytes.size() > 5 && is_digit(bytes[5]); }

MediaType parse_media_type(std::string_view value) {
  MediaType out;
  const std::size_t semicolon = std::min(value.find(';'), value.size());
  out.type = lower_ascii(trim(value.substr(0, std::min(semicolon, value.find(',')))));
  std::string_view rest = value.substr(semicolon);
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::string_view parameter = trim(rest.substr(0, std::min(rest.find(';'), rest.size())));
    const std::size_t equals = parameter.find('=');
    if (equals != std::string_view::npos && out.charset.empty() && equals_ignore_case(trim(parameter.substr(0, equals)), "charset")) {
      std::string_view charset = trim(parameter.substr(equals + 1));
      charset = charset.substr(0, charset.find(','));
      while (!charset.empty() && (charset.front() == '"' || charset.front() == '\'')) charset.remove_prefix(1);
      while (!charset.empty() && (charset.back() == '"' || charset.back() == '\'')) charset.remove_suffix(1);
      if (charset.size() <= 40) out.charset = lower_ascii(charset);  // the longest registered name has 45 letters, of those in use 20
    }
    rest = rest.substr(std::min(rest.find(';'), rest.size()));
  }
  return out;
}

Result<HttpResponse> parse_http_response(std::string_view bytes, const ContainerLimits& limits) {
  HttpResponse out;
  if (!is_http_response(bytes)) return fail(ErrorCode::binary, "no HTTP response where one should be");
  const std::string_view line = bytes.substr(0, std::min(bytes.find('\n'), bytes.size()));
  const std::size_t blank = line.find(' ');
  const std::string_view code = blank == std::string_view::npos ? std::string_view() : line.substr(line.find_first_not_of(' ', blank) == std::string_view::npos ? line.size() : line.find_first_not_of(' ', blank)).substr(0, 3);
  if (code.size() != 3 || !parse_int(code, out.status)) return fail(ErrorCode::binary, "an HTTP response without a status");
  const std::size_t end = end_of_header(bytes.substr(0, limits.header_bytes));
  if (end == std::string_view::npos) {
    if (bytes.size() >= limits.header_bytes) return fail(ErrorCode::too_large, "an HTTP header of more than " + std::to_string(limits.header_bytes) + " bytes");
    return fail(ErrorCode::truncated, "an HTTP header that breaks off");
  }
  out.body_begins = end;
  std::vector<std::string> transfer;  // applied over those of the content
  HeaderFields fields(bytes.substr(line.size(), end - line.size()));
  for (std::string_view name, value; fields.next(name, value);) {
    if (equals_ignore_case(name, "content-type")) {
      MediaType type = parse_media_type(value);  // the last one counts, as in browsers
      out.media_type = std::move(type.type);
      if (!type.charset.empty()) out.charset = std::move(type.charset);
    } else if (equals_ignore_case(name, "transfer-encoding")) {
      for (const std::string_view coding : split(value, ',')) {
        if (equals_ignore_case(trim(coding), "chunked")) out.chunked = true;
        else if (!trim(coding).empty() && !equals_ignore_case(trim(coding), "identity")) transfer.push_back(lower_ascii(trim(coding)));
      }
    } else if (equals_ignore_case(name, "content-encoding")) {
      for (const std::string_view coding : split(value, ',')) {
        const std::string word = lower_ascii(trim(coding));
        // "utf-8" and the like are charsets at the wrong place: servers send them, nothing is packed
        if (!word.empty() && word != "identity" && word != "none" && word != "utf-8" && word != "utf8" && word != "text") out.codings.push_back(word);
      }
    }
  }
  out.codings.insert(out.codings.end(), transfer.begin(), transfer.end());
  return out;
}

Result<std::string_view> join_chunks(std::string_view body, std::string& scratch) {
  scratch.clear();
  bool first = true;
  std::string_view rest = body;
  std::string_view only;  // while there is one chunk, nothing is copied
  bool copied = false;
  for (;;) {
    if (rest.empty() || (!first && trim(rest).empty())) break;  // without the last chunk, but between two
    std::uint64_t size = 0;
    std::size_t digits = 0;
    for (; digits < rest.size() && digits < 16; ++digits) {
      const char c = to_lower(rest[digits]);
      const int value = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
      if (value < 0) break;
      size = size << 4 | static_cast<std::uint64_t>(value);
    }
    const std::size_t line = rest.find('\n');
    // the size may be followed by blanks (old servers) or an extension
    const std::string_view after = rest.substr(digits, line == std::string_view::npos ? std::string_view::npos : line - digits);
    const bool size_line = digits > 0 && line != std::string_view::npos && (trim(after).empty() || trim(after).front() == ';');
    if (!size_line) {
      if (first) return body;  // the crawler has joined them already
      if (line == std::string_view::npos && (digits > 0 || trim(rest).empty())) return fail(ErrorCode::truncated, "the body breaks off between its chunks");
      return fail(ErrorCode::binary, "a damaged chunk in the body");
    }
    rest.remove_prefix(line + 1);
    if (size == 0) break;  // trailer fields may follow
    if (size > rest.size()) {
      if (first && size > body.size() && !after.ends_with('\r')) return body;
      if (copied) scratch += rest;
      else if (!first) (scratch += only) += rest;
      else scratch = rest;
      return fail(ErrorCode::truncated, "the body breaks off inside a chunk");
    }
    const std::string_view chunk = rest.substr(0, static_cast<std::size_t>(size));
    if (first) {
      only = chunk;
    } else {
      if (!copied) {
        scratch.reserve(body.size());
        scratch += only;
      }
      copied = true;
      scratch += chunk;
    }
    first = false;
    rest.remove_prefix(static_cast<std::size_t>(size));
    if (rest.starts_with("\r\n")) rest.remove_prefix(2);
    else if (rest.starts_with('\n')) rest.remove_prefix(1);
    else if (!rest.empty() && rest != "\r") return fail(ErrorCode::binary, "a damaged chunk in the body");
    else rest = {};
  }
  if (copied) return std::string_view(scratch);
  return first && !body.empty() ? std::string_view() : only;
}

}  // namespace attache
