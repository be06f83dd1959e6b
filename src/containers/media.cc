#include "containers/media.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/strings.h"

namespace attache {

std::string_view not_text_by_type(std::string_view type) {
  if (type.starts_with("image/")) return "image";
  if (type.starts_with("video/")) return "video";
  if (type.starts_with("audio/")) return "audio file";
  if (type.starts_with("font/") || type.find("font") != std::string_view::npos) return "font";
  if (type == "text/css") return "style sheet";
  if (type.find("javascript") != std::string_view::npos || type.find("ecmascript") != std::string_view::npos || type == "application/wasm") return "script";
  if (type == "application/pdf") return "PDF";
  if (type == "application/json" || type.ends_with("+json")) return "JSON answer";
  if (type == "application/dns" || type == "text/dns") return "name look-up";
  if (is_one_of(type, {"application/zip", "application/gzip", "application/x-gzip", "application/x-tar", "application/zstd", "application/x-7z-compressed", "application/x-rar-compressed", "application/x-bzip2", "application/x-xz", "application/warc"})) return "archive";
  if (type.starts_with("application/vnd.") && !type.ends_with("+xml")) return "office document";
  if (is_one_of(type, {"application/msword", "application/rtf", "application/epub+zip"})) return "office document";
  return {};
}

std::string_view not_text_by_content(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr std::array kSignatures = {
      std::pair("\x89PNG\r\n"sv, "image"sv), std::pair("\xFF\xD8\xFF"sv, "image"sv), std::pair("GIF87a"sv, "image"sv), std::pair("GIF89a"sv, "image"sv), std::pair("II*\0"sv, "image"sv),
      std::pair("MM\0*"sv, "image"sv), std::pair("\0\0\1\0"sv, "image"sv), std::pair("wOFF"sv, "font"sv), std::pair("wOF2"sv, "font"sv), std::pair("OTTO"sv, "font"sv),
      std::pair("\0\1\0\0"sv, "font"sv), std::pair("%PDF-"sv, "PDF"sv), std::pair("ID3"sv, "audio file"sv), std::pair("OggS"sv, "audio file"sv), std::pair("fLaC"sv, "audio file"sv),
      std::pair("\x1A\x45\xDF\xA3"sv, "video"sv), std::pair("\0asm"sv, "script"sv), std::pair("PK\x03\x04"sv, "archive"sv), std::pair("\x1f\x8b\x08"sv, "archive"sv),
      std::pair("\x28\xB5\x2F\xFD"sv, "archive"sv), std::pair("BZh"sv, "archive"sv), std::pair("\xFD\x37zXZ\0"sv, "archive"sv), std::pair("7z\xBC\xAF\x27\x1C"sv, "archive"sv),
      std::pair("\xD0\xCF\x11\xE0"sv, "office document"sv), std::pair("\x7F""ELF"sv, "program"sv)};
  for (const auto& [signature, name] : kSignatures) {
    if (!bytes.starts_with(signature)) continue;
    // letters alone may be the beginning of a text
    if ((signature == "BZh" && !(bytes.size() > 3 && is_digit(bytes[3]))) || ((signature == "ID3" || signature == "OTTO" || signature == "wOFF" || signature == "wOF2" || signature == "OggS" || signature == "fLaC") && looks_like_text(bytes))) continue;
    return name;
  }
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return "video";
  if (bytes.starts_with("RIFF") && bytes.size() >= 12) {
    if (bytes.substr(8, 4) == "WEBP") return "image";
    if (bytes.substr(8, 4) == "WAVE") return "audio file";
    if (bytes.substr(8, 4) == "AVI ") return "video";
  }
  return {};
}

bool looks_like_text(std::string_view bytes) {
  for (const char c : bytes.substr(0, 512)) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && !is_space(c) && byte != 0x1B) || byte == 0x7F) return false;
  }
  return !bytes.empty();
}

}  // namespace attache
