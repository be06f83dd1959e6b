#include "containers/http_message.h"

#include <gtest/gtest.h>

#include "support/packed.h"

namespace attache {
namespace {

using testing::http_response;

const std::string kPage = "<html><p>The council met in Sant Oriel. The council met in Sant Oriel.</p></html>";
// The page above, packed by brotli(1).
std::string brotli_page();

// The decoded body, or the code of the error in brackets.
std::string body_of(std::string_view message, bool cut = false, const ContainerLimits& limits = {}) {
  const Result<HttpResponse> response = parse_http_response(message, limits);
  if (!response) return "[" + std::string(name_of(response.error().code)) + "]";
  ContentDecoder decoder(limits);
  const Result<std::string_view> body = decoder.decode(*response, message.substr(response->body_begins), cut);
  return body ? std::string(*body) : "[" + std::string(name_of(body.error().code)) + "]";
}

TEST(HttpResponse, StatusAndFields) {
  const HttpResponse r = parse_http_response(http_response("CONTENT-TYPE : Text/HTML; Charset=\"Windows-1251\"\r\nTransfer-Encoding: Chunked\r\nContent-Encoding: GZIP, br\r\n", "body"), {}).value();
  EXPECT_EQ(r.status, 200);
  EXPECT_EQ(r.media_type, "text/html");
  EXPECT_EQ(r.charset, "windows-1251");
  EXPECT_TRUE(r.chunked);
  EXPECT_EQ(r.codings, (std::vector<std::string>{"gzip", "br"}));
}

TEST(HttpResponse, LineEndsFoldedLinesAndOtherVersions) {
  EXPECT_EQ(parse_http_response("HTTP/1.0 404\nContent-Type:text/plain;\n\tcharset=koi8-r\n\nbody", {}).value().charset, "koi8-r");
  EXPECT_EQ(parse_http_response("HTTP/1.0 404\n\n", {}).value().status, 404);
  EXPECT_EQ(parse_http_response("HTTP/2 200\r\n\r\nx", {}).value().status, 200);
  EXPECT_EQ(parse_http_response("HTTP/1.1  301 Moved\r\nno colon here\r\n\r\nx", {}).value().status, 301);
}

TEST(HttpResponse, WhatIsNone) {
  EXPECT_EQ(parse_http_response("<html>", {}).error().code, ErrorCode::binary);
  EXPECT_EQ(parse_http_response("HTTP/1.1 OK\r\n\r\n", {}).error().code, ErrorCode::binary);
  EXPECT_EQ(parse_http_response("HTTP/1.1", {}).error().code, ErrorCode::binary);
  EXPECT_EQ(parse_http_response("HTTP/1.1 200 OK\r\nContent-Type: text", {}).error().code, ErrorCode::truncated);
  EXPECT_EQ(parse_http_response("HTTP/1.1 200 OK\r\nX: " + std::string(70000, 'x') + "\r\n\r\n", {}).error().code, ErrorCode::too_large);
}

TEST(MediaType, CharsetsAsTheyAreWritten) {
  EXPECT_EQ(parse_media_type("text/html;charset='utf-8'").charset, "utf-8");
  EXPECT_EQ(parse_media_type("text/html; x=y; CHARSET = \"Big5\" ; z").charset, "big5");
  EXPECT_EQ(parse_media_type("text/html; charset=").charset, "");
  EXPECT_EQ(parse_media_type("text/html; charset=" + std::string(1000, 'x')).charset, "");
  EXPECT_EQ(parse_media_type(" text/html , text/plain").type, "text/html");
  EXPECT_EQ(parse_media_type("").type, "");
}

std::string chunked(std::string_view body) { return http_response("Transfer-Encoding: chunked\r\n", body); }

TEST(Chunks, AreJoined) {
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\n6\r\nouncil\r\n0\r\n\r\n")), "The council");
  EXPECT_EQ(body_of(chunked("00B  \r\nThe council\r\n0\r\n\r\n")), "The council");
  EXPECT_EQ(body_of(chunked("a;name=\"value\"\r\n0123456789\r\n1 ; x\r\nA\r\n0;last\r\nTrailer: field\r\n\r\n")), "0123456789A");
  EXPECT_EQ(body_of(chunked("5\nThe c\n6\nouncil\n0\n\n")), "The council");
  EXPECT_EQ(body_of(chunked("0\r\n\r\n")), "");
  EXPECT_EQ(body_of(chunked("")), "");
}

TEST(Chunks, WhatTheCrawlerHasJoinedIsLeft) {
  EXPECT_EQ(body_of(chunked("<html>x</html>")), "<html>x</html>");
  EXPECT_EQ(body_of(chunked("Decided in the council.\r\nAt last.")), "Decided in the council.\r\nAt last.");
}

TEST(Chunks, ABodyThatEndsBetweenTwoIsWhole) {
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\n")), "The c");
  EXPECT_EQ(body_of(chunked("5\r\nThe c")), "The c");
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\n\r\n")), "The c");
}

TEST(Chunks, ABrokenBodyIsAnError) {
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\n6\r\noun")), "[truncated]");
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\n6")), "[truncated]");
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\nxyz\r\nouncil")), "[binary]");
  EXPECT_EQ(body_of(chunked("5\r\nThe council\r\n0\r\n\r\n")), "[binary]") << "longer than it says";
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\nFFFFFFFFFFFFFFFF\r\nouncil")), "[truncated]");
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\n1FFFFFFFFFFFFFFFFFF\r\nouncil")), "[binary]");
}

TEST(Chunks, ABodyCutOnPurposeKeepsWhatThereIs) {
  EXPECT_EQ(body_of(chunked("5\r\nThe c\r\n6\r\noun"), true), "The coun");
  EXPECT_EQ(body_of(chunked("9\r\nThe c"), true), "The c");
}

std::string coded(std::string_view coding, std::string_view body) { return http_response("Content-Encoding: " + std::string(coding) + "\r\n", body); }

TEST(Codings, EachAlone) {
  EXPECT_EQ(body_of(coded("gzip", testing::gzip(kPage))), kPage);
  EXPECT_EQ(body_of(coded("x-gzip", testing::gzip("one ") + testing::gzip("two"))), "one two");
  EXPECT_EQ(body_of(coded("deflate", testing::zlib_deflate(kPage))), kPage);
  EXPECT_EQ(body_of(coded("deflate", testing::raw_deflate(kPage))), kPage);
  EXPECT_EQ(body_of(coded("zstd", testing::zstd(kPage))), kPage);
  EXPECT_EQ(body_of(coded("br", brotli_page())), kPage);
  EXPECT_EQ(body_of(coded("identity", kPage)), kPage);
  EXPECT_EQ(body_of(coded("UTF-8", kPage)), kPage);
}

TEST(Codings, LargeBodies) {
  std::string page;
  for (int i = 0; page.size() < (3u << 20); ++i) page += "<p>line " + std::to_string(i * 7919 % 104729) + "</p>";
  for (const std::string& message : {coded("gzip", testing::gzip(page)), coded("deflate", testing::raw_deflate(page)), coded("zstd", testing::zstd(page))}) EXPECT_EQ(body_of(message) == page, true);
}

TEST(Codings, Stacked) {
  EXPECT_EQ(body_of(coded("gzip, zstd", testing::zstd(testing::gzip(kPage)))), kPage) << "applied in the order they stand in";
  EXPECT_EQ(body_of(http_response("Content-Encoding: deflate\r\nContent-Encoding: gzip\r\n", testing::gzip(testing::zlib_deflate(kPage)))), kPage);
  EXPECT_EQ(body_of(coded("gzip, gzip, gzip", testing::gzip(testing::gzip(testing::gzip(kPage))))), kPage);
  const std::string packed = testing::gzip(kPage);
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", packed.size());
  EXPECT_EQ(body_of(http_response("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", size + packed + "\r\n0\r\n\r\n")), kPage);
}

TEST(Codings, WhatTheCrawlerHasUnpackedIsLeft) {
  for (const char* coding : {"gzip", "deflate", "br", "zstd", "gzip, br"}) EXPECT_EQ(body_of(coded(coding, kPage)), kPage) << coding;
}

TEST(Codings, EveryPrefixOfAPackedBodyIsAnErrorOrCutOnPurpose) {
  for (const auto& [coding, packed] : {std::pair(std::string("gzip"), testing::gzip(kPage)), std::pair(std::string("deflate"), testing::zlib_deflate(kPage)), std::pair(std::string("zstd"), testing::zstd(kPage)), std::pair(std::string("br"), brotli_page())}) {
    for (std::size_t size = 5; size < packed.size(); ++size) {
      const std::string message = coded(coding, packed.substr(0, size));
      const std::string body = body_of(message);
      ASSERT_TRUE(body == "[truncated]" || body == "[binary]") << coding << " " << size << ": " << body;
      const std::string begun = body_of(message, true);
      ASSERT_TRUE(kPage.starts_with(begun) || begun == "[binary]") << coding << " " << size << ": " << begun;
    }
  }
}

TEST(Codings, DamageUnknownNamesAndBombs) {
  std::string damaged = testing::gzip(kPage);
  damaged[15] = static_cast<char>(damaged[15] ^ 0x55);
  EXPECT_EQ(body_of(coded("gzip", damaged)), "[binary]");
  EXPECT_EQ(body_of(coded("compress", std::string("\x1f\x9d\x90\0\x01", 5))), "[unsupported]");
  EXPECT_EQ(body_of(coded("my-own", kPage)), kPage) << "a word that changes nothing";
  EXPECT_EQ(body_of(coded("gzip", testing::gzip(std::string(40u << 20, 'x')))), "[too_large]");
  EXPECT_EQ(body_of(coded("zstd", testing::zstd(std::string(40u << 20, 'x')))), "[too_large]");
  ContainerLimits limits;
  limits.body_bytes = 20;
  EXPECT_EQ(body_of(coded("deflate", testing::zlib_deflate(kPage)), false, limits), "[too_large]");
}

TEST(Codings, TheStateOfOneBodyDoesNotLeakIntoTheNext) {
  const ContainerLimits limits;
  ContentDecoder decoder(limits);
  HttpResponse response;
  response.codings = {"gzip"};
  const std::string large(300000, 'a');
  EXPECT_EQ(decoder.decode(response, testing::gzip(large), false).value().size(), large.size());
  EXPECT_FALSE(decoder.decode(response, testing::gzip(kPage).substr(0, 30), false));
  EXPECT_EQ(decoder.decode(response, testing::gzip(kPage), false).value(), kPage);
}

std::string brotli_page() {
  static constexpr std::string_view kHex = "1b50000044dd96ea42322479a8060d45cec0c3bd22b707210498b2b485a52a2b0907a45e198bd0f343cdb199b0409f9168cfe80548f647d101";
  std::string out;
  for (std::size_t i = 0; i < kHex.size(); i += 2) out += static_cast<char>(std::stoi(std::string(kHex.substr(i, 2)), nullptr, 16));
  return out;
}

}  // namespace
}  // namespace attache
