#include "dossier/html/html.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "dossier/html/escape.h"
#include "pipeline/run.h"
#include "support/texts.h"
#include "text/utf8.h"

namespace attache {
namespace {

using testing::TextSource;
using Strings = std::vector<std::string>;

// ---- a small strict reader of our own pages ----

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  // of everything inside it, references read
};

struct ReadPage {
  std::vector<Element> elements;
  Strings problems;  // what a strict reader objects to
  std::map<std::string, std::size_t> by_id;
};

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  ReadPage run() {
    while (at_ < html_.size()) {
      if (html_[at_] != '<') {
        text(std::min(html_.find('<', at_), html_.size()));
      } else if (starts("<!DOCTYPE html>")) {
        at_ += 15;
      } else if (starts("</")) {
        close();
      } else {
        open();
      }
    }
    for (std::size_t e : stack_) problem("<" + page_.elements[e].name + "> is never closed");
    return std::move(page_);
  }

 private:
  std::string_view html_;
  std::size_t at_ = 0;
  ReadPage page_;
  std::vector<std::size_t> stack_;

  bool starts(std::string_view with) const { return html_.substr(at_).starts_with(with); }
  void problem(const std::string& what) { page_.problems.push_back(what + " near \"" + std::string(html_.substr(at_ > 40 ? at_ - 40 : 0, 80)) + "\""); }

  static bool is_void(const std::string& name) {
    static const std::set<std::string> kVoid = {"meta", "input", "br", "hr", "wbr"};
    return kVoid.contains(name);
  }
  // What ends an open <p> in a browser.
  static bool ends_paragraph(const std::string& name) {
    static const std::set<std::string> kBlocks = {"p", "div", "ul", "ol", "dl", "table", "section", "article", "aside", "header", "footer", "nav", "main", "figure", "figcaption", "details", "form", "fieldset", "h1", "h2", "h3", "h4", "pre", "blockquote", "hr"};
    return kBlocks.contains(name);
  }

  std::string read_references(std::string_view raw) {
    static const std::map<std::string, std::string, std::less<>> kKnown = {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"#39", "'"}, {"nbsp", "\u00A0"}};
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '&') {
        out += raw[i];
        continue;
      }
      const std::size_t end = raw.find(';', i);
      const auto known = end == std::string_view::npos ? kKnown.end() : kKnown.find(raw.substr(i + 1, end - i - 1));
      if (known == kKnown.end()) {
        problem("a bare &");
        out += '&';
      } else {
        out += known->second;
        i = end;
      }
    }
    return out;
  }

  void text(std::size_t end) {
    const std::string words = read_references(html_.substr(at_, end - at_));
    for (std::size_t e : stack_) page_.elements[e].text += words;
    at_ = end;
  }

  void close() {
    const std::size_t end = html_.find('>', at_);
    if (end == std::string_view::npos) {
      problem("a tag is not ended");
      at_ = html_.size();
      return;
    }
    const std::string name(html_.substr(at_ + 2, end - at_ - 2));
    if (stack_.empty() || page_.elements[stack_.back()].name != name) problem("</" + name + "> closes " + (stack_.empty() ? "nothing" : "<" + page_.elements[stack_.back()].name + ">"));
    else stack_.pop_back();
    at_ = end + 1;
  }

  static bool is_name(char c) { return is_alpha(c) || is_digit(c) || c == '-' || c == ':'; }

  void open() {
    const std::size_t begin = at_++;
    Element element;
    while (at_ < html_.size() && is_name(html_[at_])) element.name += html_[at_++];
    if (element.name.empty()) {
      problem("a bare <");
      return;
    }
    bool closed = false;
    for (;;) {
      while (at_ < html_.size() && is_space(html_[at_])) ++at_;
      if (at_ >= html_.size()) {
        problem("a tag is not ended");
        return;
      }
      if (html_[at_] == '>') break;
      if (starts("/>")) {
        closed = true;
        ++at_;
        break;
      }
      attribute(element);
    }
    ++at_;
    if (ends_paragraph(element.name) && std::any_of(stack_.begin(), stack_.end(), [&](std::size_t e) { return page_.elements[e].name == "p"; })) problem("<" + element.name + "> inside <p>");
    const bool raw = element.name == "script" || element.name == "style";
    if (raw) {
      const std::size_t end = html_.find("</" + element.name, at_);
      if (end == std::string_view::npos) {
        at_ = begin;
        problem("<" + element.name + "> is never closed");
        at_ = html_.size();
        return;
      }
      element.text = std::string(html_.substr(at_, end - at_));
      at_ = html_.find('>', end) + 1;
    }
    if (element.attributes.contains("id") && !page_.by_id.emplace(element.attributes["id"], page_.elements.size()).second) problem("id " + element.attributes["id"] + " stands twice");
    if (!closed && !raw && !is_void(element.name)) stack_.push_back(page_.elements.size());
    page_.elements.push_back(std::move(element));
  }

  void attribute(Element& element) {
    std::string name, value;
    while (at_ < html_.size() && is_name(html_[at_])) name += html_[at_++];
    if (name.empty()) {
      problem("a character that begins no attribute");
      ++at_;
      return;
    }
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      if (at_ < html_.size() && html_[at_] == '"') {
        const std::size_t end = std::min(html_.find('"', at_ + 1), html_.size());
        value = read_references(html_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
      } else {
        while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') {
          if (html_[at_] == '"' || html_[at_] == '\'' || html_[at_] == '<' || html_[at_] == '`' || html_[at_] == '=') problem("a mark in an unquoted value");
          value += html_[at_++];
        }
        if (value.empty()) problem("an empty unquoted value");
      }
    }
    if (!element.attributes.emplace(name, value).second) problem("attribute " + name + " stands twice");
  }
};

ReadPage read_page(std::string_view html) { return Reader(html).run(); }

// What a page of ours must never hold: anything that loads, runs or leads elsewhere.
Strings foreign_parts(const ReadPage& page) {
  static const std::set<std::string> kLoads = {"src", "srcset", "action", "formaction", "data", "poster", "background", "ping", "cite", "manifest", "xlink:href", "srcdoc", "style"};
  static const std::set<std::string> kElements = {"link", "base", "iframe", "frame", "object", "embed", "img", "image", "audio", "video", "source", "applet", "foreignObject", "animate", "set"};
  Strings out;
  int scripts = 0;
  for (const Element& e : page.elements) {
    if (kElements.contains(e.name)) out.push_back("<" + e.name + ">");
    for (const auto& [name, value] : e.attributes) {
      if (kLoads.contains(name) || name.starts_with("on")) out.push_back(name + "=" + value);
      if (name == "href" && !value.starts_with("#")) out.push_back("href=" + value);
      if (name == "http-equiv" && value != "Content-Security-Policy") out.push_back("http-equiv=" + value);
    }
    if (e.name == "style" && (e.text.find("url(") != std::string::npos || e.text.find("@import") != std::string::npos || e.text.find("image-set(") != std::string::npos)) out.push_back("a style sheet that loads");
    if (e.name == "script") {
      ++scripts;
      for (const char* word : {"fetch(", "XMLHttpRequest", "import(", "WebSocket", "sendBeacon", "EventSource", "importScripts", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("}) {
        if (e.text.find(word) != std::string::npos) out.push_back("a script with " + std::string(word));
      }
    }
  }
  if (scripts > 2) out.push_back("a script that is not ours");
  return out;
}

Strings broken_links(const ReadPage& page) {
  Strings out;
  for (const Element& e : page.elements) {
    for (const char* name : {"href", "aria-labelledby", "for"}) {
      const auto found = e.attributes.find(name);
      if (found == e.attributes.end()) continue;
      const std::string id = found->second.substr(found->second.starts_with("#") ? 1 : 0);
      if (!page.by_id.contains(id)) out.push_back(std::string(name) + " to " + id);
    }
  }
  return out;
}

std::string page_of(const Dossier& dossier, const PageOptions& options = {}) { return to_html(dossier, testing::resources().knowledge, testing::resources().lexicon, options); }

const Dossier& samples() {
  static const Dossier made = [] {
    const RunOptions options;
    return assemble(analyse_inputs(testing::sample_inputs(), testing::resources(), options, {}), testing::resources(), options, {});
  }();
  return made;
}

void expect_sound(const std::string& html) {
  const ReadPage page = read_page(html);
  EXPECT_EQ(page.problems, Strings{});
  EXPECT_EQ(foreign_parts(page), Strings{});
  EXPECT_EQ(broken_links(page), Strings{});
  EXPECT_TRUE(is_valid_utf8(html));
}

// ---- the reader itself ----

TEST(HtmlReader, SeesWhatIsWrong) {
  const std::map<std::string, std::string> wrong = {{"<p><b>x</p></b>", "closes"}, {"<div>", "never closed"}, {"a < b", "bare <"}, {"a & b", "bare &"}, {"<i id=a></i><i id=a></i>", "twice"}, {"<p><div></div></p>", "inside <p>"}, {"<i title=\"a\"b\"></i>", "begins no attribute"}, {"<i class=a\"b></i>", "unquoted"}};
  for (const auto& [html, what] : wrong) {
    const ReadPage page = read_page(html);
    ASSERT_FALSE(page.problems.empty()) << html;
    EXPECT_NE(page.problems.front().find(what), std::string::npos) << html << ": " << page.problems.front();
  }
}

TEST(HtmlReader, SeesWhatLoadsOrLeadsElsewhere) {
  for (const char* html : {"<img src=x>", "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"https://x.org\">x</a>", "<style>@import \"x.css\"</style>", "<style>b { background: url(x) }</style>", "<b onclick=\"x()\">x</b>", "<script src=\"x.js\"></script>", "<link href=\"#a\">", "<meta http-equiv=refresh content=1>"}) EXPECT_FALSE(foreign_parts(read_page(html)).empty()) << html;
  EXPECT_EQ(broken_links(read_page("<a href=\"#x\">x</a>")), Strings{"href to x"});
}

TEST(HtmlReader, ReadsTextAndReferences) {
  const ReadPage page = read_page("<p id=a title=\"1 &lt; 2\">Say &quot;<b>no</b>&quot;<br></p>");
  EXPECT_EQ(page.problems, Strings{});
  ASSERT_TRUE(page.by_id.contains("a"));
  EXPECT_EQ(page.elements[page.by_id.at("a")].text, "Say \"no\"");
  EXPECT_EQ(page.elements[0].attributes.at("title"), "1 < 2");
}

// ---- escaping ----

TEST(EscapeHtml, MarksBecomeReferences) { EXPECT_EQ(escape_html("<a href=\"x\">R&D's</a>"), "&lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;"); }

TEST(EscapeHtml, ControlCharactersBecomeBlanks) { EXPECT_EQ(escape_html(std::string_view("a\0b\x01"
                                                                                       "c\x1B[31m\x7F"
                                                                                       "d\n\te", 15)),
                                                            "a b c [31m d  e"); }

TEST(EscapeHtml, OtherLettersStay) { EXPECT_EQ(escape_html("Ærø – “Ž” 新"), "Ærø – “Ž” 新"); }

// ---- whole pages ----

TEST(Html, PageOfTheSamplesIsSound) { expect_sound(page_of(samples())); }

TEST(Html, SectionsAreNumberedWithoutAGap) {
  const std::string page = page_of(testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere after a storm.\n", .name = "a"}}));  // nothing was refused
  int number = 1;  // the summary is the first and prints none
  constexpr std::string_view kMark = "<span class=no>";
  for (std::size_t at = page.find(kMark); at != std::string::npos; at = page.find(kMark, at + 1)) EXPECT_EQ(page[at + kMark.size()], static_cast<char>('0' + ++number));
  EXPECT_EQ(number, 9);
  EXPECT_NE(page.find("href=\"#s9\""), std::string::npos);
  EXPECT_EQ(page.find("#s10"), std::string::npos);
}

TEST(Html, PageIsSoundWithoutAnyReport) {
  Dossier dossier;
  dossier.refused.push_back({ErrorCode::empty, "the file is <empty>", "a\"<b>.txt", 3});
  label_reports(dossier);
  const std::string html = page_of(dossier);
  const ReadPage page = read_page(html);
  EXPECT_EQ(page.problems, Strings{});
  EXPECT_EQ(foreign_parts(page), Strings{});
  EXPECT_NE(html.find("a&quot;&lt;b&gt;.txt, line 3"), std::string::npos);
  EXPECT_NE(html.find("the file is &lt;empty&gt;"), std::string::npos);
}

TEST(Html, EveryLinkHasATargetWithoutAnyReport) {
  Dossier dossier;
  label_reports(dossier);
  EXPECT_EQ(broken_links(read_page(page_of(dossier))), Strings{});
}

TEST(Html, PageOfOneReportIsSound) { expect_sound(page_of(testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere after a storm.\n", .name = "a"}}))); }

TEST(Html, PageIsSoundWhenOnlyCitedParagraphsArePrinted) { expect_sound(page_of(samples(), {.full_text_reports = 0})); }

TEST(Html, PageIsSoundWhenEverythingIsFolded) { expect_sound(page_of(samples(), {.open_speakers = 0, .timeline_stories = 1, .family_members = 1, .slots = 0})); }

TEST(Html, PageOfManyReportsIsSound) {
  std::vector<TextSource> sources;
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    sources.push_back(TextSource{.text = "Harbour master " + n + " closes quay\n\nThe master of harbour " + n + ", Odo Marsh, said \"the quay is shut\" on Monday. Berth " + n + " stays open until Friday.\n", .published = i % 5 ? "2024-03-" + std::to_string(10 + i % 15) : "", .outlet = "Outlet " + n, .name = n});
  }
  expect_sound(page_of(testing::dossier_of(sources)));
}

TEST(Html, WorksOfflineByItsOwnPolicy) {
  const ReadPage page = read_page(page_of(samples()));
  const auto policy = std::find_if(page.elements.begin(), page.elements.end(), [](const Element& e) { return e.attributes.contains("http-equiv"); });
  ASSERT_NE(policy, page.elements.end());
  EXPECT_TRUE(policy->attributes.at("content").starts_with("default-src 'none';"));
}

// ---- hostile reports ----

const std::string kScript = "<script>alert(1)</script>";

TEST(Html, ATitleThatIsAScriptShowsAsText) {
  const Dossier dossier = testing::dossier_of({TextSource{.text = "The mayor spoke on Monday.\n", .published = "2024-03-04", .title = kScript, .name = "a"}});
  ASSERT_EQ(dossier.title.words, kScript);
  const std::string html = page_of(dossier);
  expect_sound(html);
  EXPECT_EQ(html.find("<script>alert"), std::string::npos);
  const ReadPage page = read_page(html);
  for (const char* name : {"title", "h1", "h3"}) {
    EXPECT_TRUE(std::any_of(page.elements.begin(), page.elements.end(), [&](const Element& e) { return e.name == name && e.text.find(kScript) != std::string::npos; })) << name;
  }
}

TEST(Html, MarkupInEveryFieldStaysText) {
  const std::string quote = "\"><img src=x onerror=alert(1)>", single = "' onmouseover='alert(1)", end = "</style></script></title><!-- ]]>";
  Dossier dossier = testing::dossier_of({
      TextSource{.text = quote + " fell on Monday, said Ana <b>Bell</b>. \"" + end + " and & more,\" she said.\n\n" + kScript + " was read aloud in the town hall of Ostmere.\n", .published = "2024-03-04", .outlet = quote, .agency = single, .title = end, .name = quote},
      TextSource{.text = "The mayor of Ostmere, Ana Bell, told " + kScript + " that \"the quay is shut\" on Monday.\n", .published = "2024-03-05", .outlet = single, .agency = end, .title = quote, .name = single},
  });
  for (Analysis& a : dossier.analyses) {
    Report& report = a.report;
    report.url = "javascript:alert(1)//\"><script>";
    report.source = quote + single;
    report.title.evidence = report.outlet.evidence = report.published.evidence = end;
    for (auto* list : {&report.agencies, &report.bylines, &report.dateline_places, &report.caption_credits}) list->push_back({kScript, quote, {}});
  }
  dossier.refused.push_back({ErrorCode::unreadable, quote + end, single + kScript});
  dossier.duplicates.push_back({quote + kScript, dossier.analyses[0].report.id});
  expect_sound(page_of(dossier));
}

TEST(Html, MarkupInSpeakersAndActorsStaysText) {
  Dossier dossier = samples();
  ASSERT_FALSE(dossier.statements.empty());
  for (Statement& s : dossier.statements) {
    s.speaker = kScript + "\"' onclick=x";
    s.addressee_text = "<i>\"'";
  }
  for (Actor& a : dossier.actors.actors) {
    a.name = "<svg onload=alert(1)>";
    a.aliases = {"\"><b>", kScript};
    for (Role& role : a.roles) role.office = kScript;
  }
  for (Story& story : dossier.stories.stories) story.reasons = {kScript};
  for (SourceOrigin& origin : dossier.origins.origins) origin.reason = "<b>\"";
  for (Family& family : dossier.lineage.families) {
    for (Member& m : family.members) m.order_reason = kScript;
  }
  for (Newsroom& room : dossier.newsrooms) room.name = "<u title=\"x\">";
  expect_sound(page_of(dossier));
}

TEST(Html, ALinkOfAReportIsTextNotALink) {
  for (const char* url : {"https://example.org/a?b=1&c=2", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>"}) {
    Dossier dossier = testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere after a storm.\n", .name = "a"}});
    dossier.analyses[0].report.url = url;
    const std::string html = page_of(dossier);
    expect_sound(html);
    EXPECT_NE(html.find(escape_html(url)), std::string::npos) << url;
  }
}

TEST(Html, ControlCharactersOfAReportDoNotReachThePage) {
  const std::string html = page_of(testing::dossier_of({TextSource{.text = "The \x01mayor\x1B[31m \x08spoke\x7F on Monday, she said.\n", .title = "Bell\x07 rings \x0C twice", .name = "a"}}));
  expect_sound(html);
  for (char c : html) {
    const auto byte = static_cast<unsigned char>(c);
    ASSERT_TRUE((byte >= 0x20 && byte != 0x7F) || c == '\n') << static_cast<int>(byte);
  }
}

TEST(Html, AFileNameThatIsNoUtf8LeavesThePageValid) {
  Dossier dossier = testing::dossier_of({TextSource{.text = "The ferry sank off Ostmere after a storm.\n", .name = "a"}});
  dossier.analyses[0].report.source = "caf\xE9.txt";
  dossier.refused.push_back({ErrorCode::empty, "the file is empty", "\xFF\xFE.txt"});
  EXPECT_TRUE(is_valid_utf8(page_of(dossier)));
}

// ---- citations ----

// The body sentence that holds a byte: its number among the body sentences, and its words.
std::pair<std::uint32_t, std::string> sentence_at(const Analysis& a, std::uint32_t byte) {
  std::uint32_t number = 0;
  for (const SentenceSpan& s : a.sentences) {
    if (s.title) continue;
    ++number;
    if (s.span.contains(byte)) return {number, collapse_space(slice(a.report.text, s.span))};
  }
  return {0, ""};
}

TEST(Html, EveryStatementCitesTheSentenceItStandsIn) {
  const Dossier& d = samples();
  const std::string html = page_of(d);
  const ReadPage page = read_page(html);
  int checked = 0;
  for (const Statement& s : d.statements) {
    for (const MentionRef& ref : s.mentions) {
      const Analysis& a = d.analyses[ref.report];
      const auto [number, words] = sentence_at(a, a.statements[ref.mention].content.front().begin);
      if (!number) continue;  // in a headline
      const std::string id = d.labels[ref.report] + "." + std::to_string(number);
      ASSERT_TRUE(page.by_id.contains(id)) << id;
      EXPECT_EQ(page.elements[page.by_id.at(id)].text, std::to_string(number) + words) << id;
      EXPECT_NE(html.find("href=\"#" + id + "\""), std::string::npos) << id;
      ++checked;
    }
  }
  EXPECT_GT(checked, 100);
}

TEST(Html, AFurtherWordingUnderlinesWhatTheFirstOneHasNot) {
  const std::string html = page_of(testing::dossier_of({
      TextSource{.text = "Mayor Ilse Brandow said on Monday that the railroad to the port would be closed for three weeks.\n", .published = "2024-05-06", .outlet = "Herald", .name = "a"},
      TextSource{.text = "Work starts soon, the city said.\n\nMayor Ilse Brandow said that the railway to the port would be closed for three weeks.\n", .published = "2024-05-07", .outlet = "Tribune", .name = "b"},
  }));
  EXPECT_NE(html.find("the <ins>railway</ins> to the port"), std::string::npos);
  EXPECT_EQ(html.find("<ins>port</ins>"), std::string::npos);
  EXPECT_NE(html.find("that the railroad to the port"), std::string::npos);
}

TEST(Html, StatementsStandByStoryToo) {
  const Dossier& d = samples();
  std::set<std::pair<std::uint32_t, std::string>> wanted;  // story and statement
  for (const Statement& s : d.statements) {
    for (const MentionRef& ref : s.mentions) wanted.emplace(d.stories.story_of[ref.report], s.id);
  }
  const std::string html = page_of(d);
  const std::string list = html.substr(html.find("The same by story"));
  std::size_t lines = 0;
  for (std::size_t at = list.find("<a href=\"#s-"); at != std::string::npos; at = list.find("<a href=\"#s-", at + 1)) ++lines;
  EXPECT_EQ(lines, wanted.size());
  EXPECT_GT(lines, 100u);
}

TEST(Html, OneStoryIsNotListedTwice) {
  EXPECT_EQ(page_of(testing::dossier_of({TextSource{.text = "Mayor Ilse Brandow said the port was closed.\n", .name = "a"}})).find("The same by story"), std::string::npos);
}

TEST(Html, EverySentenceOfTheBodyIsPrintedOnceUnderItsNumber) {
  const Dossier& d = samples();
  const ReadPage page = read_page(page_of(d));
  for (std::uint32_t r = 0; r < d.analyses.size(); ++r) {
    std::uint32_t number = 0;
    for (const SentenceSpan& s : d.analyses[r].sentences) {
      if (s.title) continue;
      const std::string id = d.labels[r] + "." + std::to_string(++number);
      ASSERT_TRUE(page.by_id.contains(id)) << id;
      EXPECT_EQ(page.elements[page.by_id.at(id)].text, std::to_string(number) + collapse_space(slice(d.analyses[r].report.text, s.span)));
    }
    EXPECT_GT(number, 0u);
  }
}

TEST(Html, CitedSentencesArePrintedInTheShortForm) {
  const ReadPage page = read_page(page_of(samples(), {.full_text_reports = 0}));
  const Dossier& d = samples();
  for (const Statement& s : d.statements) {
    const MentionRef& ref = s.mentions.front();
    const auto [number, words] = sentence_at(d.analyses[ref.report], d.analyses[ref.report].statements[ref.mention].content.front().begin);
    if (!number) continue;
    const std::string id = d.labels[ref.report] + "." + std::to_string(number);
    ASSERT_TRUE(page.by_id.contains(id)) << id;
    EXPECT_EQ(page.elements[page.by_id.at(id)].text, std::to_string(number) + words);
  }
}

TEST(Html, NothingOfAReportIsLost) {
  const Dossier& d = samples();
  const ReadPage page = read_page(page_of(d));
  for (std::uint32_t r = 0; r < d.analyses.size(); ++r) {
    ASSERT_TRUE(page.by_id.contains(d.labels[r]));
    const std::string& article = page.elements[page.by_id.at(d.labels[r])].text;
    for (const Block& block : d.analyses[r].report.blocks) {
      if (is_body(block.kind)) continue;  // sentences are checked above
      const std::string words = collapse_space(slice(d.analyses[r].report.text, block.span));
      EXPECT_NE(article.find(words), std::string::npos) << d.labels[r] << ": " << words;
    }
  }
}

TEST(Html, RefusalsAndDuplicatesAreNamed) {
  const TextSource same{.text = "The ferry sank off Ostmere after a storm.\n", .name = "copy.txt"};
  Dossier dossier = testing::dossier_of({same, same});
  dossier.refused.push_back({ErrorCode::truncated, "the compressed data end early", "news.gz"});
  const std::string html = page_of(dossier);
  expect_sound(html);
  const std::string text = read_page(html).elements[0].text;  // <html>
  EXPECT_NE(text.find("news.gzthe compressed data end early (truncated)"), std::string::npos);
  EXPECT_NE(text.find("copy.txt: X1"), std::string::npos);
  EXPECT_NE(text.find("3 inputs = 1 read + 1 printed twice + 1 refused"), std::string::npos);
}

TEST(Html, CopiesThatAreNotDrawnAreAllCounted) {
  Dossier d = samples();
  const auto family = std::find_if(d.lineage.families.begin(), d.lineage.families.end(), [](const Family& f) { return f.members.size() == 3; });
  ASSERT_NE(family, d.lineage.families.end());
  family->members[2].parent = 1;  // a copy of the copy
  family->members[2].edits.clear();
  const std::string html = page_of(d, {.family_members = 1});
  EXPECT_NE(html.find("<figcaption>2 further copies not drawn.</figcaption>"), std::string::npos) << html.substr(html.find("<figcaption>"), 60);
}

TEST(Html, TheSameDossierGivesTheSameBytes) { EXPECT_EQ(page_of(samples()), page_of(samples())); }

TEST(Html, TheDaysOfAThreadCiteTheirSentences) {
  const Dossier d = testing::dossier_of({{.text = "Velda closes its harbour\n\nThe council of Velda closed the harbour to all ships on 4 March 2024 <after> a storm. It opened the harbour of Velda again on 11 March 2024, clerks said.\n", .published = "2024-03-12", .outlet = "The Coast", .name = "a"},
                                         {.text = "Velda opens its harbour\n\nThe harbour of Velda, which the council closed to all ships on 4 March 2024, is open again. The council of Velda voted for it on 11 March 2024 after a long night.\n", .published = "2024-03-13", .outlet = "The Inland", .name = "b"}});
  ASSERT_EQ(d.timelines.size(), 1U);
  ASSERT_EQ(d.timelines[0].size(), 2U);
  const std::string html = page_of(d);
  expect_sound(html);
  const std::size_t at = html.find("Day by day");
  ASSERT_NE(at, std::string::npos);
  const std::string part = html.substr(at, html.find("</ol>", at) - at);
  EXPECT_NE(part.find("<time datetime=2024-03-04>4 Mar 2024</time>"), std::string::npos) << part;
  EXPECT_NE(part.find("<time datetime=2024-03-11>11 Mar 2024</time>"), std::string::npos) << part;
  EXPECT_NE(part.find("href=\"#I1."), std::string::npos) << part;
  EXPECT_EQ(part.find("<after>"), std::string::npos) << part;
}

TEST(Html, DaysBeyondTheHeaviestAreFolded) {
  std::string text = "Velda counts its days\n\n";
  for (int day = 1; day <= 20; ++day) text += "The council of Velda sat in the harbour on " + std::to_string(day) + " March 2024, for the " + std::string(static_cast<std::size_t>(day), 'a') + " time.\n";
  const Dossier d = testing::dossier_of({{.text = text, .published = "2024-03-25", .outlet = "The Coast", .name = "a"}, {.text = text + "\nThe council of Velda rests now, its clerks have said to all of us.\n", .published = "2024-03-26", .outlet = "The Inland", .name = "b"}});
  ASSERT_EQ(d.timelines.size(), 1U);
  ASSERT_EQ(d.timelines[0].size(), 20U);
  const std::string html = page_of(d);
  expect_sound(html);
  EXPECT_NE(html.find("further day"), std::string::npos);
}

}  // namespace
}  // namespace attache
