#include "ingest/entities.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace attache {
namespace {

TEST(Entities, NamesAndNumbers) {
  EXPECT_EQ(decode_entities("R&uuml;ckbau &#252;ber &#xFC;ber &amp; Co"), "R\u00fcckbau \u00fcber \u00fcber & Co");
  EXPECT_EQ(decode_entities("&quot;Sorn&quot; &apos;s&apos; &#8217; &rsquo;"), "\"Sorn\" 's' \u2019 \u2019");
  EXPECT_EQ(decode_entities("a&nbsp;b"), "a b");
}

TEST(Entities, OneLevelOnly) { EXPECT_EQ(decode_entities("&amp;lt;b&amp;gt;"), "&lt;b&gt;"); }

TEST(Entities, WhatIsNoneStays) {
  for (const char* text : {"", "&", "a & b; c", "AT&T;", "R&D", "&;", "&#;", "&#x;", "&#xG1;", "&#12a;", "&nosuchname;", "&uuml", "&#0;", "&#7;", "&#xD800;", "&#1114112;", "&#99999999999;"}) {
    EXPECT_EQ(decode_entities(text), text);
  }
}

TEST(Entities, TheOutcomeIsUtf8) {
  for (int number = 0; number < 0x11000; number += 7) {
    EXPECT_TRUE(is_valid_utf8(decode_entities("&#" + std::to_string(number) + ";"))) << number;
  }
}

}  // namespace
}  // namespace attache
