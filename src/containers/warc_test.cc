#include "containers/warc.h"

#include <gtest/gtest.h>

#include "support/packed.h"

namespace attache {
namespace {

using testing::gzip;
using testing::http_response;
using testing::walk;
using testing::warc_page;
using testing::warc_record;
using testing::warc_record_told;
using testing::zstd;
using Calls = std::vector<std::string>;

const std::string kOne = warc_page("https://a.example/1", "<p>One</p>"), kTwo = warc_page("https://a.example/2", "<p>Two</p>"), kThree = warc_page("https://a.example/3", "<p>Three</p>");

std::string at(std::size_t offset) { return "box@" + std::to_string(offset); }
std::string inside(std::size_t offset) { return "box@0+" + std::to_string(offset); }

// The same in every packing, with reads of any size.
void expect_three(const std::string& bytes, const std::string& a, const std::string& b, const std::string& c) {
  for (const std::size_t step : {std::size_t{1}, std::size_t{10}, std::size_t{333}, bytes.size()}) {
    const testing::Walked walked = walk(bytes, {}, step);
    EXPECT_EQ(walked.calls, (Calls{"leaf " + a + " <p>One</p>", "leaf " + b + " <p>Two</p>", "leaf " + c + " <p>Three</p>"})) << step;
    ASSERT_EQ(walked.hints.size(), 3u);
    EXPECT_EQ(walked.hints[1].url, "https://a.example/2");
    EXPECT_EQ(walked.hints[1].charset, "utf-8");
    EXPECT_TRUE(walked.passed_over.empty());
  }
}

TEST(Warc, Plain) { expect_three(kOne + kTwo + kThree, at(0), at(kOne.size()), at(kOne.size() + kTwo.size())); }

TEST(Warc, AMemberARecord) {
  for (const auto pack : {+[](const std::string& r) { return gzip(r); }, +[](const std::string& r) { return zstd(r); }}) {
    const std::string one = pack(kOne), two = pack(kTwo), three = pack(kThree);
    expect_three(one + two + three, at(0), at(one.size()), at(one.size() + two.size()));
  }
}

TEST(Warc, PackedAsAWhole) {
  expect_three(gzip(kOne + kTwo + kThree), at(0), inside(kOne.size()), inside(kOne.size() + kTwo.size()));
  expect_three(zstd(kOne + kTwo + kThree), at(0), inside(kOne.size()), inside(kOne.size() + kTwo.size()));
}

TEST(Warc, MembersThatEndAnywhere) {
  const std::string all = kOne + kTwo + kThree;
  std::string packed;
  for (std::size_t i = 0; i < all.size(); i += 50) packed += gzip(std::string_view(all).substr(i, 50));
  const testing::Walked walked = walk(packed);
  ASSERT_EQ(walked.calls.size(), 3u) << ::testing::PrintToString(walked.calls);
  EXPECT_TRUE(walked.calls[2].ends_with(" <p>Three</p>"));
}

TEST(Warc, HeadersAsTheyAreWritten) {
  const std::string block = http_response("content-type: TEXT/HTML\r\n", "<p>One</p>");
  const std::string record = "WARC/0.18\nwarc-type:RESPONSE\nCONTENT-LENGTH :  " + std::to_string(block.size()) + "\nWARC-Target-URI: <https://a.example/\n\t1>\nrubbish without a colon\n\n" + block;
  const testing::Walked walked = walk(record + "\n\n" + kTwo);
  EXPECT_EQ(walked.calls, (Calls{"leaf box@0 <p>One</p>", "leaf " + at(record.size() + 2) + " <p>Two</p>"}));
  EXPECT_EQ(walked.hints.at(0).url, "https://a.example/ 1");
}

TEST(Warc, OtherRecordsArePassedOverAndCounted) {
  const std::string html = "application/http; msgtype=response";
  const testing::Walked walked = walk(warc_record("warcinfo", "", "application/warc-fields", "software: x\r\n") + warc_record("request", "https://a.example/1", "application/http", "GET / HTTP/1.1\r\n\r\n") +
                                      warc_record("request", "https://a.example/2", "application/http", "GET / HTTP/1.1\r\n\r\n") + warc_record("metadata", "https://a.example/1", "application/warc-fields", "x: y") +
                                      warc_record("revisit", "https://a.example/1", html, http_response("", "")) + warc_record("invented", "x", "y", "z") + warc_record("response", "dns:a.example", "text/dns", "20240501\na.example. IN A 192.0.2.1\n") +
                                      warc_record("response", "https://a.example/1", html, http_response("Location: /2\r\n", "<p>Moved</p>", "301 Moved")) + warc_record("response", "https://a.example/1", html, http_response("", "<p>No</p>", "404 Not Found")) +
                                      warc_record("response", "https://a.example/robots.txt?x", html, http_response("Content-Type: text/plain\r\n", "User-agent: *\n")) + kOne);
  EXPECT_EQ(walked.calls.size(), 1u) << ::testing::PrintToString(walked.calls);
  EXPECT_EQ(walked.passed_over, (PassedOver{{"warcinfo", 1}, {"request", 2}, {"metadata", 1}, {"revisit", 1}, {"record of another type", 1}, {"name look-up", 1}, {"answer with status 3xx", 1}, {"answer with status 4xx", 1}, {"robots.txt", 1}}));
}

TEST(Warc, PayloadsThatAreNoText) {
  const auto response = [](std::string_view type, std::string_view body) { return warc_record("response", "https://a.example/x", "application/http", http_response(type.empty() ? std::string() : "Content-Type: " + std::string(type) + "\r\n", body)); };
  const std::string png("\x89PNG\r\n\x1A\n\0\0", 10);
  const testing::Walked walked = walk(response("image/png", png) + response("text/html", png) + response("", png) + response("text/css", "a{}") + response("application/javascript", "x") + response("font/woff2", "x") + response("application/pdf", "x") +
                                      response("application/json", "{}") + response("text/html", "") + response("application/octet-stream", testing::gzip("x")) + response("application/xhtml+xml", "<p>One</p>") + response("", "Words."));
  EXPECT_EQ(walked.passed_over, (PassedOver{{"image", 3}, {"style sheet", 1}, {"script", 1}, {"font", 1}, {"PDF", 1}, {"JSON answer", 1}, {"empty answer", 1}, {"archive", 1}}));
  EXPECT_EQ(walked.calls.size(), 2u) << ::testing::PrintToString(walked.calls);
}

TEST(Warc, ResourcesAndConversionsAreTexts) {
  const testing::Walked walked = walk(warc_record("resource", "https://a.example/1", "text/html; charset=koi8-r", "<p>One</p>") + warc_record("conversion", "https://a.example/2", "text/plain", "Words.") +
                                      warc_record("resource", "file:///x.json", "application/json", "{\"text\":\"x\"}") + warc_record("resource", "urn:x", "image/png", "x"));
  ASSERT_EQ(walked.calls.size(), 3u);
  EXPECT_EQ(walked.hints.at(0).charset, "koi8-r");
  EXPECT_EQ(walked.hints.at(1).url, "https://a.example/2");
  EXPECT_EQ(walked.hints.at(2).url, "") << "no web address";
  EXPECT_EQ(walked.passed_over, (PassedOver{{"image", 1}}));
}

TEST(Warc, RecordsInSegmentsAreRefusedByName) {
  std::string first = kOne;
  first.insert(first.find("\r\n") + 2, "WARC-Segment-Number: 1\r\n");
  const testing::Walked walked = walk(first + warc_record("continuation", "https://a.example/1", "x", "rest") + kTwo);
  EXPECT_EQ(walked.calls, (Calls{"refused box@0 unsupported", "refused " + at(first.size()) + " unsupported", "leaf " + at(first.size() + warc_record("continuation", "https://a.example/1", "x", "rest").size()) + " <p>Two</p>"}));
}

TEST(Warc, WhatIsCutOnPurposeIsRead) {
  std::string record = warc_record("response", "https://a.example/1", "application/http", http_response("Content-Encoding: gzip\r\n", gzip(std::string(2000, 'x') + "tail").substr(0, 30)));
  EXPECT_EQ(walk(record).calls, Calls{"refused box@0 truncated"});
  record.insert(record.find("\r\n") + 2, "WARC-Truncated: length\r\n");
  EXPECT_TRUE(walk(record).calls.at(0).starts_with("leaf box@0 x"));
}

TEST(WarcLies, ALengthThatIsWrongCostsItsRecordOnly) {
  const std::string block = http_response("Content-Type: text/html\r\n", "<p>Two</p>");
  const std::string right = std::to_string(block.size());
  for (const std::string& told : {std::string("0"), std::string("5"), std::to_string(block.size() - 1), std::to_string(block.size() + 1), std::to_string(block.size() + 5), std::to_string(block.size() + 100), std::string("100000"), std::string("99999999999"),
                                  std::string("999999999999999999"), std::string("99999999999999999999999"), std::string("-5"), std::string("1e3"), std::string("0x20"), std::string(" "), std::string(), right + "\r\nContent-Length: 3"}) {
    const std::string liar = warc_record_told("response", "https://a.example/2", told, block);
    for (int packing = 0; packing < 4; ++packing) {
      const auto pack = [&](const std::string& r) { return packing == 1 ? gzip(r) : packing == 2 ? zstd(r) : r; };
      std::string bytes = pack(kOne) + pack(liar) + pack(kThree);
      if (packing == 3) bytes = gzip(kOne + liar + kThree);
      for (const std::size_t step : {std::size_t{64}, bytes.size()}) {
        const testing::Walked walked = walk(bytes, {}, step);
        ASSERT_GE(walked.calls.size(), 3u) << told << ::testing::PrintToString(walked.calls);
        EXPECT_EQ(walked.calls.front(), "leaf box@0 <p>One</p>") << told << " " << packing;
        EXPECT_TRUE(walked.calls.back().starts_with("leaf ") && walked.calls.back().ends_with(" <p>Three</p>")) << told << " " << packing << ::testing::PrintToString(walked.calls);
        // one byte more still ends well: the newlines behind the block are as many as one likes
        const bool harmless = told == std::to_string(block.size() + 1);
        EXPECT_EQ(walked.errors.empty(), harmless) << told << " " << packing << ::testing::PrintToString(walked.calls);
      }
    }
  }
}

TEST(WarcLies, BytesBetweenRecordsAreCounted) {
  const testing::Walked walked = walk(kOne + "rubbish, more rubbish\r\nWARC/2 is none\r\n" + kTwo + kThree);
  ASSERT_EQ(walked.calls.size(), 4u) << ::testing::PrintToString(walked.calls);
  EXPECT_EQ(walked.calls[0], "leaf box@0 <p>One</p>");
  EXPECT_EQ(walked.calls[1], "refused " + at(kOne.size()) + " binary");
  EXPECT_TRUE(walked.calls[3].ends_with("<p>Three</p>"));
}

TEST(WarcLies, RubbishMembersBetweenRecordsArePassed) {
  const std::string one = gzip(kOne), rubbish = gzip("no record at all"), two = gzip(kTwo);
  const testing::Walked walked = walk(one + rubbish + two);
  EXPECT_EQ(walked.calls, (Calls{"leaf box@0 <p>One</p>", "refused " + at(one.size()) + " binary", "leaf " + at(one.size() + rubbish.size()) + " <p>Two</p>"}));
  EXPECT_NE(walked.errors.at(0).message.find("16 bytes"), std::string::npos) << walked.errors[0].message;
}

TEST(WarcLies, RubbishBetweenMembersIsPassed) {
  const std::string one = gzip(kOne), two = gzip(kTwo);
  const testing::Walked walked = walk(one + "rubbish that is no member" + two);
  ASSERT_EQ(walked.calls.size(), 3u) << ::testing::PrintToString(walked.calls);
  EXPECT_EQ(walked.calls[0], "leaf box@0 <p>One</p>");
  EXPECT_NE(walked.errors.at(0).message.find("25 compressed bytes lost"), std::string::npos) << walked.errors[0].message;
  EXPECT_EQ(walked.calls[2], "leaf " + at(one.size() + 25) + " <p>Two</p>");
}

TEST(WarcLies, ACutMemberCostsItsRecordOnly) {
  const std::string one = gzip(kOne), two = gzip(kTwo), three = gzip(kThree);
  for (std::size_t size = 1; size < two.size(); ++size) {
    const testing::Walked walked = walk(one + two.substr(0, size) + three);
    ASSERT_EQ(walked.calls.size(), 3u) << size << ::testing::PrintToString(walked.calls);
    EXPECT_EQ(walked.calls[0], "leaf box@0 <p>One</p>") << size;
    EXPECT_TRUE(walked.calls[1].starts_with("refused box@")) << size;
    EXPECT_EQ(walked.calls[2], "leaf " + at(one.size() + size) + " <p>Three</p>") << size;
  }
}

TEST(WarcLies, ADamagedByteCostsItsRecordOnly) {
  const std::string one = gzip(kOne), two = gzip(kTwo), three = gzip(kThree);
  for (std::size_t k = 0; k < two.size(); ++k) {
    if (k >= 3 && k < 10) continue;  // flags, time and system of a member's header are held by no sum
    std::string damaged = one + two + three;
    damaged[one.size() + k] = static_cast<char>(damaged[one.size() + k] ^ 0x41);
    const testing::Walked walked = walk(damaged);
    ASSERT_EQ(walked.calls.size(), 3u) << k << ::testing::PrintToString(walked.calls);
    EXPECT_TRUE(walked.calls[1].starts_with("refused box@")) << k;
    EXPECT_EQ(walked.calls[2], "leaf " + at(one.size() + two.size()) + " <p>Three</p>") << k;
  }
}

TEST(WarcLies, ABombCostsItsRecordOnly) {
  const std::string one = gzip(kOne), bomb = gzip(warc_page("https://a.example/b", std::string(30u << 20, 'x'))), three = gzip(kThree);
  const testing::Walked walked = walk(one + bomb + three);
  EXPECT_EQ(walked.calls, (Calls{"leaf box@0 <p>One</p>", "refused " + at(one.size()) + " too_large", "leaf " + at(one.size() + bomb.size()) + " <p>Three</p>"}));
}

TEST(WarcLies, DamageInsideAWholeLosesTheRest) {
  std::string packed = gzip(kOne + kTwo + kThree);
  const testing::Walked walked = walk(packed.substr(0, packed.size() - 12));
  ASSERT_GE(walked.calls.size(), 2u);
  EXPECT_TRUE(walked.calls.back().starts_with("refused box@"));
}

// Longer than the window: passes through, and is held to the same.
TEST(WarcLong, RecordsThatDoNotFitTheWindow) {
  std::string body = "<p>";
  for (unsigned i = 0; body.size() < (5u << 20); ++i) body += "line " + std::to_string(i * 7919 % 104729) + "\n";
  const std::string large = warc_page("https://a.example/l", body), image = warc_record("response", "https://a.example/i", "application/http", http_response("Content-Type: image/png\r\n", body));
  for (const auto pack : {+[](const std::string& r) { return r; }, +[](const std::string& r) { return gzip(r); }, +[](const std::string& r) { return zstd(r); }}) {
    const testing::Walked walked = walk(pack(kOne) + pack(large) + pack(image) + pack(kTwo));
    ASSERT_EQ(walked.calls.size(), 3u);
    EXPECT_EQ(walked.calls[1].ends_with(body), true);
    EXPECT_TRUE(walked.calls[2].ends_with("<p>Two</p>"));
    EXPECT_EQ(walked.passed_over, (PassedOver{{"image", 1}}));
  }
  for (const std::string& told : {std::to_string(body.size() - 100000), std::to_string(body.size() + 100000), std::string("99999999999")}) {
    for (const bool packed : {false, true}) {
      const auto pack = [&](const std::string& r) { return packed ? gzip(r) : r; };
      const testing::Walked walked = walk(pack(kOne) + pack(warc_record_told("response", "https://a.example/l", told, http_response("", body))) + pack(kTwo) + pack(kThree));
      ASSERT_EQ(walked.calls.size(), 4u) << told;
      EXPECT_TRUE(walked.calls[1].starts_with("refused box@")) << told;
      EXPECT_TRUE(walked.calls[3].ends_with("<p>Three</p>"));
    }
  }
  ContainerLimits limits;
  limits.body_bytes = 3u << 20;
  const testing::Walked walked = walk(kOne + large + kTwo, limits);
  ASSERT_EQ(walked.calls.size(), 3u);
  EXPECT_EQ(walked.calls[1], "refused " + at(kOne.size()) + " too_large");
}

TEST(WarcLong, AHeaderWithoutEndIsRefused) {
  const testing::Walked walked = walk(kOne + "WARC/1.0\r\nX: " + std::string(200000, 'x') + "\r\n\r\n" + kTwo);
  ASSERT_EQ(walked.calls.size(), 3u) << walked.calls.size();
  EXPECT_EQ(walked.calls[1], "refused " + at(kOne.size()) + " too_large");
  EXPECT_TRUE(walked.calls[2].ends_with("<p>Two</p>"));
}

// Time must not grow with the square of what is wrong: each of these took minutes if it did.
TEST(WarcLong, MegabytesOfBeginningsEnd) {
  for (const std::string& piece : {std::string("WARC/1.0\n"), std::string("WARC/1.0\r\n\r\n"), std::string("WARC/1.0\nContent-Length: 1700000\n\n"), std::string("WARC/1.0\nContent-Length: 9000000\n\n"), std::string("WARC/1.0\nContent-Length: 3\n\n\n\n")}) {
    std::string bytes, packed;
    while (bytes.size() < (4u << 20)) bytes += piece;
    for (int i = 0; i < 20000; ++i) packed += gzip(piece);
    EXPECT_FALSE(walk(bytes).errors.empty());
    EXPECT_FALSE(walk(packed).errors.empty());
  }
}

TEST(WarcPrefixes, EveryPrefixIsClean) {
  const std::string request = warc_record("request", "https://a.example/1", "application/http", "GET / HTTP/1.1\r\n\r\n");
  testing::expect_clean_prefixes(kOne + request + kTwo, 7, 11);
  testing::expect_clean_prefixes(gzip(kOne) + gzip(request) + gzip(kTwo), 2, 2);
  testing::expect_clean_prefixes(zstd(kOne) + zstd(request) + zstd(kTwo), 4, 2);
  testing::expect_clean_prefixes(gzip(kOne + request + kTwo), 2, 0);
}

TEST(Warc, NothingButPassedOverRecordsIsAnEmptyFile) { EXPECT_EQ(walk(warc_record("warcinfo", "", "x", "y")).calls, Calls{"refused box empty"}); }

}  // namespace
}  // namespace attache
