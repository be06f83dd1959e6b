#include "text/decode.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include "base/strings.h"
#include "text/charset_label.h"
#include "text/utf8.h"

namespace attache {
namespace {

struct Utf8Damage {
  std::size_t good_sequences = 0;  // valid characters of two bytes or more
  std::size_t bad_bytes = 0;
  std::string repaired;
};

Utf8Damage repair_utf8(std::string_view bytes) {
  Utf8Damage damage;
  damage.repaired.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint point = code_point_at(bytes, i);
    if (point.value == 0xFFFD && point.size == 1) {
      ++damage.bad_bytes;
      append_utf8(damage.repaired, 0xFFFD);
    } else {
      damage.good_sequences += point.size > 1 ? 1 : 0;
      damage.repaired.append(bytes.substr(i, point.size));
    }
    i += point.size;
  }
  return damage;
}

// Empty when ICU does not know the charset.
std::string convert(std::string_view bytes, const std::string& charset, std::size_t& replaced) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return {};
  std::string out;
  out.reserve(bytes.size() * 2);
  std::array<UChar, 4096> buffer;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  do {
    UChar* target = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, true, &status);
    const auto length = static_cast<int32_t>(target - buffer.data());
    for (int32_t i = 0; i < length;) {
      UChar32 c;
      U16_NEXT(buffer.data(), i, length, c);
      if (c == 0xFFFD || (c >= 0xD800 && c <= 0xDFFF)) {
        ++replaced;
        c = 0xFFFD;
      }
      append_utf8(out, static_cast<char32_t>(c));
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) return {};
  return out;
}

std::string guess_charset(std::string_view bytes) {
  constexpr std::size_t kEnough = 1 << 18;
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                                                 &uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kEnough));
  uchardet_data_end(detector.get());
  return canonical_charset(uchardet_get_charset(detector.get()));
}

std::size_t count_controls(std::string_view text) {
  std::size_t controls = 0;
  for (char c : text) {
    const auto u = static_cast<unsigned char>(c);
    controls += (u < 0x20 && !is_space(c) && u != 0x1B) || u == 0x7F ? 1 : 0;
  }
  return controls;
}

bool looks_binary(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return true;
  std::size_t controls = 0;
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    // some byte may be below 0x20 or 0x7F (exact up to a borrow from a byte that is): only then are they looked at one by one
    constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
    const std::uint64_t low = (eight - kOnes * 0x20) & ~eight & kHighs;
    const std::uint64_t other = eight ^ (kOnes * 0x7F);
    const std::uint64_t deleted = (other - kOnes) & ~other & kHighs;
    if (low | deleted) controls += count_controls(text.substr(at, sizeof eight));
  }
  controls += count_controls(text.substr(at));
  return controls * 200 > text.size() && controls > 4;  // half a percent: far above stray page marks, far below any binary
}

Result<DecodedText> checked(DecodedText decoded) {
  if (looks_binary(decoded.text)) return fail(ErrorCode::binary, "control characters: this is not text");
  if (trim(decoded.text).empty()) return fail(ErrorCode::empty, "nothing but white space");
  return decoded;
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes, std::string_view label) {
  if (bytes.empty()) return fail(ErrorCode::empty, "the file is empty");
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    Utf8Damage damage = repair_utf8(bytes);
    return checked({std::move(damage.repaired), "utf-8", "byte order mark", damage.bad_bytes});
  }
  for (const auto& [mark, charset] : {std::pair("\xFF\xFE", "utf-16le"), std::pair("\xFE\xFF", "utf-16be")}) {
    if (!bytes.starts_with(std::string_view(mark, 2))) continue;
    std::size_t replaced = 0;
    std::string text = convert(bytes.substr(2), charset, replaced);
    if (replaced * 10 > text.size()) return fail(ErrorCode::binary, "a UTF-16 mark, but no UTF-16 text after it");
    return checked({std::move(text), charset, "byte order mark", replaced});
  }
  if (bytes.find('\0') != std::string_view::npos) return fail(ErrorCode::binary, "zero bytes: this is not text");

  const std::string claimed = canonical_charset(label);
  if (is_valid_utf8(bytes)) {
    const bool contradicts = !claimed.empty() && claimed != "utf-8" && !is_ascii(bytes);
    return checked({std::string(bytes), "utf-8", contradicts ? "valid UTF-8, against the label " + claimed : "valid UTF-8", 0});
  }
  // From here on the bytes are not UTF-8 throughout.
  Utf8Damage damage = repair_utf8(bytes);
  if (damage.good_sequences > 0 && damage.bad_bytes * 20 <= damage.good_sequences + damage.bad_bytes + 20 &&
      (claimed.empty() || claimed == "utf-8" || damage.bad_bytes * 20 < damage.good_sequences)) {
    return checked({std::move(damage.repaired), "utf-8", "nearly all UTF-8; bad bytes replaced", damage.bad_bytes});
  }
  std::size_t replaced = 0;
  if (!claimed.empty() && claimed != "utf-8") {
    std::string text = convert(bytes, claimed, replaced);
    if (!text.empty() && replaced * 100 <= text.size()) return checked({std::move(text), claimed, "label", replaced});
  }
  for (const std::string& charset : {guess_charset(bytes), std::string("windows-1252")}) {
    if (charset.empty() || charset == "ascii" || charset == "utf-8") continue;
    replaced = 0;
    std::string text = convert(bytes, charset, replaced);
    if (!text.empty() && replaced * 100 <= text.size()) {
      return checked({std::move(text), charset, claimed.empty() ? "guessed from the bytes" : "guessed: the label " + claimed + " does not fit", replaced});
    }
  }
  return fail(ErrorCode::bad_encoding, "no charset makes text of these bytes");
}

}  // namespace attache
