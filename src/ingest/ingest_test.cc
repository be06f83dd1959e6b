#include "ingest/ingest.h"


#include <gtest/gtest.h>

#include "ingest/inputs.h"
#include "support/texts.h"
#include "text/utf8.h"

namespace attache {
namespace {

Result<Report> read(const std::string& content, Format format = Format::text, bool decoded = false) {
  Record record;
  record.source = "test";
  record.content = content;
  record.format = format;
  record.decoded = decoded;
  return read_report(std::move(record), testing::resources().knowledge);
}

bool is_blank(char32_t c) {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x200B || c == 0xFEFF || (c >= 0x2000 && c <= 0x200A) || c == 0x3000 || c == 0x2028 || c == 0x2029;
}

// Blocks lie in text order, do not overlap and cover everything but white space; so do they say in report.h.
void check_cover(const Report& report) {
  EXPECT_TRUE(is_valid_utf8(report.text));
  const std::string_view text = report.text;
  std::uint32_t end = 0;
  const auto expect_blank = [&](std::uint32_t from, std::uint32_t to) {
    for (std::size_t at = from; at < to; at += code_point_at(text, at).size) {
      ASSERT_TRUE(is_blank(code_point_at(text, at).value)) << "in no block: " << text.substr(at, 60);
    }
  };
  for (const Block& block : report.blocks) {
    ASSERT_FALSE(block.span.empty()) << name_of(block.kind) << " at " << block.span.begin;
    ASSERT_GE(block.span.begin, end) << "overlaps: " << slice(text, block.span);
    ASSERT_LE(block.span.end, text.size());
    ASSERT_EQ(floor_boundary(text, block.span.begin), block.span.begin) << "cuts a character";
    ASSERT_EQ(floor_boundary(text, block.span.end), block.span.end) << "cuts a character";
    expect_blank(end, block.span.begin);
    end = block.span.end;
  }
  expect_blank(end, static_cast<std::uint32_t>(text.size()));
}

// Evidence that points into the text must point at something.
void check_evidence(const Report& report) {
  const auto inside = [&](Span span) { return span.empty() || span.end <= report.text.size(); };
  EXPECT_TRUE(inside(report.title.span) && inside(report.outlet.span) && inside(report.published.span) && inside(report.modified.span));
  for (const auto* list : {&report.agencies, &report.bylines, &report.signatures, &report.dateline_places, &report.caption_credits}) {
    for (const auto& one : *list) {
      EXPECT_TRUE(inside(one.span)) << one.value;
      EXPECT_FALSE(one.value.empty());
      EXPECT_FALSE(one.evidence.empty()) << one.value;
    }
  }
  EXPECT_EQ(report.published.value.year == 0, report.published.evidence.empty());
  EXPECT_EQ(report.title.value.empty(), report.title.evidence.empty());
  EXPECT_EQ(report.outlet.value.empty(), report.outlet.evidence.empty());
}

TEST(Sniff, PagesBeginWithATag) {
  for (const char* page : {"<!DOCTYPE html><p>x", "<!doctype HTML PUBLIC \"x\">", "<html>", "  \n<div>x</div>", "<?xml version='1.0'?><html>", "<!-- saved --><article>x</article>", "\xEF\xBB\xBF<html>", "<p>x</p>", "<h1>x</h1>"}) {
    EXPECT_EQ(sniff_format(page), Format::html) << page;
  }
}

TEST(Sniff, WordsAreText) {
  for (const char* text : {"", "The council met.", "a < b and b > c", "<3", "- one\n- two", "{not json}", "\"quoted\""}) EXPECT_EQ(sniff_format(text), Format::text) << text;
}

TEST(Sniff, ObjectsByLineAreJson) { EXPECT_EQ(sniff_format("{\"text\":\"<html>\"}\n"), Format::jsonl); }

TEST(ReadReport, RefusalsNameTheSource) {
  for (const std::string& content : {std::string(), std::string(" \n "), std::string("\0\1\2", 3), std::string("Share\nTweet\nPrint\n")}) {
    const auto report = read(content);
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().source, "test");
  }
}

TEST(ReadReport, EachRefusalHasItsCode) {
  EXPECT_EQ(read("").error().code, ErrorCode::empty);
  EXPECT_EQ(read(" \n\t ").error().code, ErrorCode::empty);
  EXPECT_EQ(read(std::string("PK\3\4\0\0\0", 7)).error().code, ErrorCode::binary);
  EXPECT_EQ(read("Share\nTweet\nPrint\n").error().code, ErrorCode::missing_text);
  EXPECT_EQ(read("<html><body></body></html>", Format::html).error().code, ErrorCode::missing_text);
  std::string deep = "<html>";
  for (int i = 0; i < 200000; ++i) deep += "<div>";
  EXPECT_EQ(read(deep, Format::html).error().code, ErrorCode::too_deep);
  std::string wide = "<div";
  for (int i = 0; i < 40000; ++i) wide += " a" + std::to_string(i) + "=1";
  EXPECT_EQ(read(wide + ">x", Format::html).error().code, ErrorCode::too_many_attributes);
}

TEST(ReadReport, AHundredMillionBytesInOneLineAreRefused) {
  const auto report = read(std::string(100u << 20, 'x'));
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code, ErrorCode::too_large);
}

TEST(ReadReport, LimitsCanBeSet) {
  IngestLimits limits;
  limits.text_bytes = 10;
  Record record;
  record.content = "eleven byte";
  EXPECT_EQ(read_report(record, testing::resources().knowledge, limits).error().code, ErrorCode::too_large);
}

TEST(Ingest, TheTextOfAPageHasTheSameLimit) {
  IngestLimits limits;
  limits.text_bytes = 100;
  Record record;
  record.source = "test";
  record.format = Format::html;
  record.content = "<p>" + std::string(101, 'x') + "</p>";
  const auto refused = read_report(record, testing::resources().knowledge, limits);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::too_large);
  EXPECT_NE(refused.error().message.find("limit 100"), std::string::npos) << refused.error().message;
}

TEST(ReadReport, TheCharsetIsKeptWithItsReason) {
  const auto page = read("<html><head><meta charset=windows-1252></head><body><p>The caf\xe9 on the upper quay was closed, the mayor\x92s clerk said.</p></body></html>", Format::html);
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->charset, "windows-1252");
  EXPECT_EQ(page->charset_evidence, "label");
  EXPECT_NE(page->text.find("caf\u00e9"), std::string::npos);
  EXPECT_EQ(testing::report_of({.text = "The council met in Sorn."}).charset_evidence, "JSON");
}

TEST(ReadReport, ReplacedBytesAreToldOf) {
  std::string text = "The council met. ";
  for (int i = 0; i < 40; ++i) text += "S\u00f8rn \u00e9t\u00e9 ";
  const auto report = read(text + "\xff.");
  ASSERT_TRUE(report.has_value());
  EXPECT_NE(report->charset_evidence.find("1 bytes replaced"), std::string::npos) << report->charset_evidence;
  check_cover(*report);
}

TEST(ReadReport, WhatARecordDeclaresGoesBeforeThePage) {
  Record record;
  record.format = Format::html;
  record.decoded = true;
  record.content = "<html><head><meta property=og:title content=\"Of the page\"><link rel=canonical href=\"https://page.example/1\"></head><body><p>The harbour council of Sorn put off its vote for the third time, the clerk said on Sunday.</p></body></html>";
  record.declared.titles.push_back({"Of the record", "title field"});
  record.declared.urls.push_back({"https://record.example/1?utm_source=x", "url field"});
  const auto report = read_report(record, testing::resources().knowledge);
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->title.value, "Of the record");
  EXPECT_EQ(report->title.evidence, "title field");
  EXPECT_EQ(report->url, "https://record.example/1");
}

TEST(Cover, NothingOfAPageIsDropped) {
  const std::string html =
      "<html><head><title>Vote put off</title></head><body><nav>Alfa <a href=/>Bravo</a></nav><div hidden>Charlie</div><h1>Vote put off</h1><div class=cookie>Delta</div>"
      "<article><p>The harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said.</p><figure><figcaption>Echo</figcaption></figure>"
      "<table><tr><td>Foxtrot<td>Golf</table><ul><li>Hotel</ul><blockquote>India</blockquote><p>The mayor said the old wall would have to hold for one more winter.</p><aside>Juliett</aside></article>"
      "<div id=comments>Kilo</div><footer>Lima</footer></body></html>";
  const auto report = read(html, Format::html);
  ASSERT_TRUE(report.has_value());
  check_cover(*report);
  for (const char* word : {"Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima", "breakwater", "winter"}) EXPECT_NE(report->text.find(word), std::string::npos) << word;
}

TEST(Cover, ThePlainTextIsKeptByteForByte) {
  const std::string text = "WORLD\r\n\r\nHarbour vote put off again  \n\n\tBy Ada Roe\n\nSORN (Northwire) -- The council of Sorn put off its vote for the third time.\n\n\n";
  const auto report = read(text);
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->text, text);
  check_cover(*report);
}

TEST(Cover, HoldsForEverySample) {
  std::size_t reports = 0;
  InputSink sink;
  sink.record = [&](Record record) {
    const std::string source = record.source;
    SCOPED_TRACE(source);
    const auto report = read_report(std::move(record), testing::resources().knowledge);
    ASSERT_TRUE(report.has_value()) << describe(report.error());
    check_cover(*report);
    check_evidence(*report);
    ++reports;
  };
  sink.refused = [](Error error) { ADD_FAILURE() << describe(error); };
  read_inputs(testing::sample_inputs(), {}, sink);
  EXPECT_GE(reports, 14u);
}

// Lines that the rules of classification want, in any order: whatever they cut and move, no word may be lost.
TEST(Cover, HoldsForLinesInAnyOrder) {
  static const std::vector<std::string> kLines = {
      "SORN GAZETTE", "World", "Home > World > Coast", "Harbour council of Sorn puts off its vote again", "By Ada Roe", "17 March 2024", "Published: 17 March 2024 10:30 GMT | Updated: 18 March 2024",
      "SORN, 17 March (Northwire) -- The harbour council of Sorn put off its vote on the new breakwater for the third time on Sunday, the clerk said.",
      "date 2024-03-17 The harbour council of Sorn put off its vote on the new breakwater for the third time.", "The mayor said the old wall would have to hold for one more winter. (Reuters)",
      "\u201CRather late than wet,\u201D she said.", "\"Rather late than wet\" ./ REL", "Fishermen walk past the old wall in Sorn, March 3, 2019. (Photo by Jon Ling/AFP)", "READ ALSO: Who pays for the breakwater?", "Share", "\u00d7",
      "Sign up for our newsletter and never miss a vote", "The harbour council of Sorn put off its vote \u2026 Continue reading", "(Reporting by Jon Ling in Sorn; Editing by Mia Aas)", "Related articles", "Comments (3)",
      "\u00a9 2024 Sorn Gazette. All rights reserved.", "AFP", "\"AFP", ". AFP", "(", "\u2014", "\u2026", ".", "-", "Reuters/AFP", "MERIDIAN NEWS AGENCY", "\u00A0\u00A0Indented with spaces that do not break", "The ice\u200B",
      "The vote was put off. \u2013 AA", "!", "(Reuters)", "?\" AFP", "\u201D AFP"};
  std::uint32_t state = 99;
  const auto next = [&](std::size_t below) {
    state = state * 1664525u + 1013904223u;
    return static_cast<std::size_t>(state >> 8) % below;
  };
  int reports = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    const std::size_t count = 1 + next(12);
    for (std::size_t i = 0; i < count; ++i) text += kLines[next(kLines.size())] + (next(3) == 0 ? "\n" : "\n\n");
    SCOPED_TRACE(text);
    const auto report = read(text);
    if (!report) {
      ASSERT_EQ(report.error().code, ErrorCode::missing_text);
      continue;
    }
    ++reports;
    ASSERT_EQ(report->text, text);
    check_cover(*report);
    check_evidence(*report);
    if (::testing::Test::HasFailure()) return;  // one is enough to read
  }
  EXPECT_GE(reports, 1000);
}

TEST(Cover, HoldsForPagesOfPiecesInAnyOrder) {
  static const std::vector<std::string> kPieces = {
      "<h1>Harbour vote put off</h1>", "<p>The harbour council of Sorn put off its vote on the new breakwater for the third time, the clerk said on Sunday.</p>", "<div>", "</div>", "<div class=\"related\">", "<article>", "</article>", "<aside>", "</aside>",
      "<p>SORN, 17 March (Northwire) \u2014 The mayor said the old wall would have to hold for one more winter, and perhaps for two.</p>", "<ul><li><a href=/x>Who pays for the breakwater?</a></li></ul>", "<figure><figcaption>The wall, 3 March 2019. Jon Ling / AFP</figcaption></figure>",
      "<p>By Ada Roe</p>", "<p>(Reporting by Jon Ling)</p>", "<table><tr><td>", "</td></tr></table>", "loose words ", "<br>", "<br><br>", "<p>\u00a9 2024 Sorn Gazette</p>", "<blockquote>Rather late than wet.</blockquote>", "<p>It was put off. (Reuters)</p>", "<footer>Imprint</footer>"};
  std::uint32_t state = 5;
  int reports = 0;
  for (int round = 0; round < 800; ++round) {
    std::string html = "<html><head><title>Harbour vote put off | Sorn Gazette</title></head><body>";
    for (int i = 0; i < 15; ++i) {
      state = state * 1664525u + 1013904223u;
      html += kPieces[(state >> 8) % kPieces.size()];
    }
    SCOPED_TRACE(html);
    const auto report = read(html + "</body></html>", Format::html);
    if (!report) {
      ASSERT_EQ(report.error().code, ErrorCode::missing_text);
      continue;
    }
    ++reports;
    check_cover(*report);
    check_evidence(*report);
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GE(reports, 600);
}

TEST(Cover, HoldsForRandomBytes) {
  std::uint32_t state = 1;
  int reports = 0;
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 200; ++i) {
      state = state * 1664525u + 1013904223u;
      const auto c = static_cast<unsigned char>(state >> 24);
      bytes += c < 0x20 ? (c % 4 == 0 ? '\n' : ' ') : static_cast<char>(c);
    }
    for (Format format : {Format::text, Format::html}) {
      const auto report = read(bytes, format);
      if (!report) continue;
      ++reports;
      check_cover(*report);
      check_evidence(*report);
    }
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GE(reports, 50);
}

}  // namespace
}  // namespace attache
