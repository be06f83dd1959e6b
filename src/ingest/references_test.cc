#include "ingest/references.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace attache {
namespace {

TEST(References, NumbersAndNames) {
  EXPECT_EQ(decode_references("&lt;&gt;&amp;&quot;&apos;"), "<>&\"'");
  EXPECT_EQ(decode_references("caf&eacute; &#8217; &#x2019; &nbsp;|"), "café ’ ’ \u00A0|");
  EXPECT_EQ(decode_references("it&#146;s &#133;"), "it’s …") << "windows-1252, as browsers read it";
}

TEST(References, WhatIsNoneStays) {
  for (const char* text : {"", "&", "a & b", "&;", "&#;", "&#x;", "&nosuch;", "AT&T", "&amp", "&#65", "&verylongnamethatisnone;"}) EXPECT_EQ(decode_references(text), text);
}

TEST(References, OnlyOnce) { EXPECT_EQ(decode_references("&amp;lt;b&amp;gt; &amp;amp;"), "&lt;b&gt; &amp;"); }

TEST(References, NumbersThatAreNoCharacters) {
  EXPECT_EQ(decode_references("a&#0;b&#8;c"), "abc");
  EXPECT_EQ(decode_references("&#xD800;&#x110000;&#99999999999999999999;"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(decode_references("&#129;"), "") << "windows-1252 has nothing there";
  EXPECT_EQ(decode_references("a&#10;b"), "a\nb");
}

TEST(References, WordsWrittenTwiceOver) {
  EXPECT_EQ(decode_words("R&uuml;ckbau &#252;ber &#xFC;ber &amp; Co"), "R\u00fcckbau \u00fcber \u00fcber & Co");
  EXPECT_EQ(decode_words(" a&nbsp;&nbsp;b\u00A0 c "), "a b c");
  for (const char* text : {"a & b; c", "AT&T;", "R&D", "&#xG1;", "&#12a;", "&uuml"}) EXPECT_EQ(decode_words(text), text);
}

TEST(References, TheOutcomeIsUtf8) {
  for (int number = 0; number < 0x11000; number += 7) EXPECT_TRUE(is_valid_utf8(decode_references("&#" + std::to_string(number) + ";"))) << number;
}

}  // namespace
}  // namespace attache
