#include "support/packed.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

namespace attache::testing {
namespace {

std::string deflate_as(std::string_view bytes, int window_bits, int level) {
  z_stream stream{};
  deflateInit2(&stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string octal(std::uint64_t value, int digits) {
  std::string out;
  for (int i = digits - 1; i >= 0; --i) out += static_cast<char>('0' + (value >> (3 * i) & 7));
  return out + '\0';
}

}  // namespace

std::string gzip(std::string_view bytes, int level) { return deflate_as(bytes, 15 + 16, level); }
std::string raw_deflate(std::string_view bytes) { return deflate_as(bytes, -15, 6); }
std::string zlib_deflate(std::string_view bytes) { return deflate_as(bytes, 15, 6); }

std::string zstd(std::string_view bytes, std::string_view dictionary) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  if (!dictionary.empty()) ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size());
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return out;
}

std::string zstd_skippable(std::uint32_t magic, std::string_view content) { return little(magic, 4) + little(content.size(), 4) + std::string(content); }

std::string tar_header(std::string_view name, std::string_view told, char type) {
  std::string h(512, '\0');
  const auto put = [&](std::size_t at, std::string_view bytes) { std::copy(bytes.begin(), bytes.end(), h.begin() + static_cast<std::ptrdiff_t>(at)); };
  put(0, name.substr(0, 100));
  put(100, std::string("0000644\0", 8));
  put(124, told.substr(0, 12));
  put(136, octal(0, 11));
  put(148, "        ");
  h[156] = type;
  put(257, std::string("ustar\0" "00", 8));
  unsigned sum = 0;
  for (const char c : h) sum += static_cast<unsigned char>(c);
  put(148, octal(sum, 6) + " ");
  return h;
}

std::string tar_member(std::string_view name, std::string_view content, char type) {
  std::string out = tar_header(name, octal(content.size(), 11), type) + std::string(content);
  out.resize((out.size() + 511) / 512 * 512, '\0');
  return out;
}

std::string tar_end() { return std::string(1024, '\0'); }

std::string pax_record(std::string_view key, std::string_view value) {
  const std::size_t rest = key.size() + value.size() + 3;
  std::size_t size = rest + 1;
  while (rest + std::to_string(size).size() != size) size = rest + std::to_string(size).size();
  return std::to_string(size) + " " + std::string(key) + "=" + std::string(value) + "\n";
}

std::string zip_member(std::string_view name, std::string_view content, const ZipOptions& o) {
  const std::string packed = o.deflate ? raw_deflate(content) : std::string(content);
  const auto crc = static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size())) + o.crc_off;
  const std::uint64_t told_packed = packed.size() + static_cast<std::uint64_t>(o.packed_off), told_plain = content.size() + static_cast<std::uint64_t>(o.plain_off);
  const bool behind = o.descriptor;
  std::string extra;
  if (o.zip64) extra = little(1, 2) + little(16, 2) + little(behind ? 0 : told_plain, 8) + little(behind ? 0 : told_packed, 8);
  std::string out = "PK\x03\x04" + little(20, 2) + little(o.flags | (behind ? 8u : 0u), 2) + little(o.method >= 0 ? static_cast<unsigned>(o.method) : o.deflate ? 8u : 0u, 2) + little(0, 4) + little(behind ? 0 : crc, 4) +
                    little(o.zip64 ? 0xFFFFFFFFu : behind ? 0 : told_packed, 4) + little(o.zip64 ? 0xFFFFFFFFu : behind ? 0 : told_plain, 4) + little(name.size(), 2) + little(extra.size(), 2) + std::string(name) + extra + packed;
  if (behind) out += "PK\x07\x08" + little(crc, 4) + little(told_packed, o.zip64 ? 8 : 4) + little(told_plain, o.zip64 ? 8 : 4);
  return out;
}

std::string zip_end(unsigned members) { return "PK\x05\x06" + little(0, 4) + little(members, 2) + little(members, 2) + little(0, 4) + little(0, 4) + little(0, 2); }

std::string warc_record_told(std::string_view type, std::string_view uri, std::string_view length, std::string_view block) {
  std::string out = "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Target-URI: " + std::string(uri) + "\r\nContent-Type: application/http; msgtype=response\r\n";
  if (!length.empty()) out += "Content-Length: " + std::string(length) + "\r\n";
  return out + "\r\n" + std::string(block) + "\r\n\r\n";
}

std::string warc_record(std::string_view type, std::string_view uri, std::string_view content_type, std::string_view block) {
  return "WARC/1.1\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Target-URI: " + std::string(uri) + "\r\nContent-Type: " + std::string(content_type) + "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         std::string(block) + "\r\n\r\n";
}

std::string http_response(std::string_view fields, std::string_view body, std::string_view status) { return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(fields) + "\r\n" + std::string(body); }

std::string warc_page(std::string_view uri, std::string_view body) { return warc_record("response", uri, "application/http; msgtype=response", http_response("Content-Type: text/html; charset=utf-8\r\n", body)); }

Walked walk(std::string_view bytes, const ContainerLimits& limits, std::size_t step) {
  Walked out;
  std::string name, held;
  LeafSink sink;
  bool open = false;
  sink.begin = [&](std::string n, LeafHints hints) {
    EXPECT_FALSE(open) << "a leaf begins inside another";
    open = true;
    name = std::move(n);
    held.clear();
    out.hints.push_back(std::move(hints));
  };
  sink.feed = [&](std::string_view part) {
    EXPECT_TRUE(open);
    EXPECT_FALSE(part.empty());
    held += part;
  };
  sink.end = [&] {
    EXPECT_TRUE(open);
    open = false;
    out.calls.push_back("leaf " + name + " " + held);
  };
  sink.fail = [&](Error error) {
    EXPECT_TRUE(open);
    EXPECT_EQ(error.source, name);
    open = false;
    out.calls.push_back("failed " + error.source + " " + std::string(name_of(error.code)));
    out.errors.push_back(std::move(error));
  };
  sink.refused = [&](Error error) {
    EXPECT_FALSE(open) << describe(error);
    EXPECT_FALSE(error.message.empty());
    out.calls.push_back("refused " + error.source + " " + std::string(name_of(error.code)));
    out.errors.push_back(std::move(error));
  };
  ContainerWalk container(limits, sink);
  MemorySource file(bytes, step);
  out.passed_over = container.walk(file, "box");
  EXPECT_FALSE(open);
  EXPECT_FALSE(out.calls.empty()) << "every file leads to a call";
  return out;
}

void expect_clean_prefixes(std::string_view bytes, std::size_t signature, std::size_t silent) {
  const auto leaves = [](const Walked& w) {
    std::vector<std::string> found;
    for (const std::string& call : w.calls) {
      if (call.starts_with("leaf ")) found.push_back(call);
    }
    return found;
  };
  const std::vector<std::string> all = leaves(walk(bytes));
  ASSERT_FALSE(all.empty());
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
    std::size_t quiet = 0;
    for (std::size_t size = signature; size <= bytes.size(); ++size) {
      const Walked cut = walk(bytes.substr(0, size), {}, step);
      const std::vector<std::string> some = leaves(cut);
      ASSERT_LE(some.size(), all.size()) << size << " bytes, reads of " << step;
      ASSERT_TRUE(std::equal(some.begin(), some.end(), all.begin())) << size << " bytes, reads of " << step << ": " << ::testing::PrintToString(some);
      quiet += some.size() < all.size() && cut.errors.empty();
    }
    EXPECT_LE(quiet, silent) << "prefixes that lack members and do not say so, reads of " << step;
  }
}

}  // namespace attache::testing
