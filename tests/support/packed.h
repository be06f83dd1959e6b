// Containers made in memory, whole or wrong on purpose.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "containers/limits.h"
#include "containers/walk.h"

namespace attache::testing {

[[nodiscard]] std::string gzip(std::string_view bytes, int level = 6);
[[nodiscard]] std::string raw_deflate(std::string_view bytes);
[[nodiscard]] std::string zlib_deflate(std::string_view bytes);
[[nodiscard]] std::string zstd(std::string_view bytes, std::string_view dictionary = {});
[[nodiscard]] std::string zstd_skippable(std::uint32_t magic, std::string_view content);

// A ustar member with its padding; type as POSIX has it.
[[nodiscard]] std::string tar_member(std::string_view name, std::string_view content, char type = '0');
// A header that tells `told` as its size (12 bytes), the sum set right; `content` follows as it is.
[[nodiscard]] std::string tar_header(std::string_view name, std::string_view told, char type);
[[nodiscard]] std::string tar_end();
[[nodiscard]] std::string pax_record(std::string_view key, std::string_view value);

struct ZipOptions {
  bool deflate = false;
  bool descriptor = false;      // crc and sizes behind the bytes
  bool zip64 = false;           // sizes in the extra field
  unsigned flags = 0;           // more of them
  int method = -1;              // told instead of the right one
  std::int64_t packed_off = 0;  // added to the sizes told
  std::int64_t plain_off = 0;
  std::uint32_t crc_off = 0;
};
[[nodiscard]] std::string zip_member(std::string_view name, std::string_view content, const ZipOptions& options = {});
[[nodiscard]] std::string zip_end(unsigned members = 0);  // an end record; the directory itself is left out

// A WARC record; `length` tells another Content-Length than the right one ("" = none).
[[nodiscard]] std::string warc_record(std::string_view type, std::string_view uri, std::string_view content_type, std::string_view block);
[[nodiscard]] std::string warc_record_told(std::string_view type, std::string_view uri, std::string_view length, std::string_view block);
[[nodiscard]] std::string http_response(std::string_view fields, std::string_view body, std::string_view status = "200 OK");
[[nodiscard]] std::string warc_page(std::string_view uri, std::string_view body);  // a response with an HTML type

// What a walk gave, a line a call: "leaf NAME CONTENT", "failed NAME CODE", "refused NAME CODE"; `step` = bytes a read.
struct Walked {
  std::vector<std::string> calls;
  std::vector<Error> errors;
  std::vector<LeafHints> hints;
  PassedOver passed_over;
};
[[nodiscard]] Walked walk(std::string_view bytes, const ContainerLimits& limits = {}, std::size_t step = static_cast<std::size_t>(-1));

// Every prefix of the bytes from `signature` on (where the kind can be seen), in reads of different size: its leaves are the
// first ones of the whole, and where some are missing an error says so, but for at most `silent` prefixes (those that end
// between two members of a format without a mark at its end).
void expect_clean_prefixes(std::string_view bytes, std::size_t signature, std::size_t silent = 0);

}  // namespace attache::testing
