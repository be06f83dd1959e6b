#include "ingest/class_words.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

bool furniture(std::string_view hints) { return read_class_words(hints).furniture; }

TEST(ClassWords, NothingSaysNothing) {
  const ClassWords words = read_class_words("");
  EXPECT_FALSE(words.furniture || words.article || words.article_body || words.good || words.comments || words.caption);
}

TEST(ClassWords, FurnitureByAWholeWord) {
  for (const char* hints : {"nav", "site-nav", "menu", "tags", "post_tags", "ad", "box ad", "cta-block", "topics"}) EXPECT_TRUE(furniture(hints)) << hints;
}

TEST(ClassWords, FurnitureByTheBeginningOfAWord) {
  for (const char* hints : {"shared-links", "sharebar", "related", "relatedposts", "sidebar-right", "advertisement", "newsletter_form", "cookiebanner", "subscribe", "subscription-offer", "navigation"})
    EXPECT_TRUE(furniture(hints)) << hints;
}

TEST(ClassWords, FurnitureByTheEndOfAWord) {
  for (const char* hints : {"topnav", "pagefooter", "leftsidebar", "mainmenu"}) EXPECT_TRUE(furniture(hints)) << hints;
}

TEST(ClassWords, FurnitureInSeveralWords) {
  for (const char* hints : {"most-read", "box most_read", "read__more", "more-from-us", "about-author", "call-to-action"}) EXPECT_TRUE(furniture(hints)) << hints;
}

TEST(ClassWords, NotInTheMiddleOfAWord) {
  for (const char* hints : {"operating-costs", "celebration", "headline", "download", "leading", "breadwinner", "mapped", "cactus", "unmenued-text", "hashtagged", "canvas"}) EXPECT_FALSE(furniture(hints)) << hints;
}

TEST(ClassWords, ALayoutThatHasOrLacksABoxIsNotTheBox) {
  for (const char* hints : {"content-with-sidebar", "has-sidebar", "no-comments", "one-sidebar", "without-ads", "layout has_menu"}) EXPECT_FALSE(furniture(hints)) << hints;
  EXPECT_TRUE(furniture("has-menu sidebar"));  // the modifier speaks of its own token alone
}

TEST(ClassWords, AQuotedPostIsNoShareBox) {
  EXPECT_FALSE(furniture("social-media-embed"));
  EXPECT_TRUE(furniture("social-media-bar"));
  EXPECT_TRUE(furniture("embed related-story"));
  EXPECT_TRUE(furniture("comments embed"));
}

TEST(ClassWords, CommentsAreFurnitureToo) {
  for (const char* hints : {"comments", "comment-list", "disqus_thread", "usercomments"}) EXPECT_TRUE(furniture(hints)) << hints;
  EXPECT_TRUE(read_class_words("comment-list").comments);
  EXPECT_FALSE(read_class_words("commerce").comments);
}

TEST(ClassWords, TheArticleByItsUsualNames) {
  EXPECT_TRUE(read_class_words("articlebody").article_body);
  EXPECT_TRUE(read_class_words("c-article-body__text").article_body);
  EXPECT_TRUE(read_class_words("entry-content clearfix").article);
  EXPECT_FALSE(read_class_words("entry-content").article_body);
  EXPECT_TRUE(read_class_words("main-column").good);
  EXPECT_FALSE(read_class_words("column").good);
}

TEST(ClassWords, Captions) {
  for (const char* hints : {"wp-caption-text", "caption", "photo-credit"}) EXPECT_TRUE(read_class_words(hints).caption) << hints;
  EXPECT_FALSE(read_class_words("capital").caption);
}

TEST(ClassWords, SeparatorsAloneAreHarmless) {
  for (const char* hints : {"-", "---", "_ - :", "   ", "-nav-"}) EXPECT_EQ(furniture(hints), std::string_view(hints) == "-nav-") << hints;
}

}  // namespace
}  // namespace attache
