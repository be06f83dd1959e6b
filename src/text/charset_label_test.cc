#include "text/charset_label.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(CharsetName, MeansWhatBrowsersTakeItFor) {
  EXPECT_EQ(canonical_charset("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(canonical_charset(" Latin1 "), "windows-1252");
  EXPECT_EQ(canonical_charset("UTF8"), "utf-8");
  EXPECT_EQ(canonical_charset("utf-16le"), "utf-8");
  EXPECT_EQ(canonical_charset("KOI8-R"), "koi8-r");
  EXPECT_EQ(canonical_charset(""), "");
}

TEST(PageLabel, OfMeta) {
  for (const char* html : {"<html><head><meta charset=\"Windows-1251\">", "<META CHARSET='windows-1251'>", "<meta charset=windows-1251>", "<meta/charset=windows-1251/>", "<meta\ncharset = \n windows-1251 >",
                           "<meta charset=' windows-1251\n'>", "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "<meta content='text/html;charset = \"windows-1251\"' http-equiv=content-type>",
                           "<meta name=x><p>text</p><meta charset=windows-1251>", "<meta charset=windows-1251 charset=utf-8>"})
    EXPECT_EQ(html_charset_label(html), html == std::string_view("<meta/charset=windows-1251/>") ? "" : "windows-1251") << html;
}

TEST(PageLabel, OfTheXmlDeclaration) {
  EXPECT_EQ(html_charset_label("<?xml version='1.0' encoding='ISO-8859-15'?><html>"), "iso-8859-15");
  EXPECT_EQ(html_charset_label("<?xml version='1.0' encoding = \"utf-8\"?><meta charset=koi8-r>"), "utf-8");
  EXPECT_EQ(html_charset_label("<?xml version='1.0'?><meta charset=koi8-r>"), "koi8-r");
  EXPECT_EQ(html_charset_label("<?xml encoding=utf-8?>"), "");
}

TEST(PageLabel, NotOfCommentsTextOrOtherTags) {
  for (const char* html : {"<!-- <meta charset=koi8-r> -->", "<p>charset=koi8-r</p>", "<script charset=koi8-r src=x></script>", "<a title='<meta charset=koi8-r>'>", "<metacharset=koi8-r>", "charset=koi8-r",
                           "<meta content='text/html; charset=koi8-r'>", "<meta name=x content='text/html; charset=koi8-r'>", "<meta http-equiv=refresh content='text/html; charset=koi8-r'>", "<? <meta charset=koi8-r ", "<!-- <meta charset=koi8-r>",
                           "<meta charset='koi8-r", "<meta charset=\"\">", "<meta charset>", "<meta", "", "<", "<!", "<meta charset=no-such-charset>"})
    EXPECT_EQ(html_charset_label(html), "") << html;
}

TEST(PageLabel, TheFirstCharsetThatIsOne) {
  EXPECT_EQ(html_charset_label("<meta charset=nonsense><meta charset=koi8-r>"), "koi8-r");
  EXPECT_EQ(html_charset_label("<!--><meta charset=koi8-r>-->"), "koi8-r");
  EXPECT_EQ(html_charset_label("<!DOCTYPE html><?php x ?><meta charset=koi8-r>"), "koi8-r");
}

TEST(PageLabel, IsNotTakenFromTheTextFarBelow) {
  EXPECT_EQ(html_charset_label("<html><body>" + std::string(3000, ' ') + "<meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(html_charset_label("<html><body>" + std::string(20000, ' ') + "<meta charset=utf-8>"), "");
}

}  // namespace
}  // namespace attache
