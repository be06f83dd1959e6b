#include "base/error.h"

namespace attache {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::unreadable: return "unreadable";
    case ErrorCode::empty: return "empty";
    case ErrorCode::binary: return "binary";
    case ErrorCode::bad_encoding: return "bad_encoding";
    case ErrorCode::too_large: return "too_large";
    case ErrorCode::too_deep: return "too_deep";
    case ErrorCode::too_many_attributes: return "too_many_attributes";
    case ErrorCode::truncated: return "truncated";
    case ErrorCode::invalid_json: return "invalid_json";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::missing_text: return "missing_text";
    case ErrorCode::invalid_corrections: return "invalid_corrections";
    case ErrorCode::invalid_body: return "invalid_body";
    case ErrorCode::invalid_question: return "invalid_question";
    case ErrorCode::invalid_store: return "invalid_store";
    case ErrorCode::busy: return "busy";
    case ErrorCode::write_failed: return "write_failed";
    case ErrorCode::wrong_usage: return "wrong_usage";
  }
  return "unknown";
}

ErrorCode error_code_of(std::string_view name) {
  for (int k = 0; k <= static_cast<int>(ErrorCode::wrong_usage); ++k) {
    if (name_of(static_cast<ErrorCode>(k)) == name) return static_cast<ErrorCode>(k);
  }
  return ErrorCode::unreadable;
}

std::string describe(const Error& error) {
  std::string out = error.source;
  if (error.line) {
    out += ':';
    out += std::to_string(*error.line);
  }
  if (!out.empty()) out += ": ";
  out += error.message;
  out += " (";
  out += name_of(error.code);
  out += ')';
  return out;
}

}  // namespace attache
