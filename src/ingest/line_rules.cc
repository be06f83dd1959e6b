#include "ingest/line_rules.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "ingest/printed_date.h"
#include "tables/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

using Heads = std::initializer_list<std::string_view>;

bool starts_with_any(std::string_view line, Heads heads) {
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
    if (!starts_with_ignore_case(line, head)) return false;
    return line.size() == head.size() || !is_alpha(line[head.size()]) || !is_alpha(head.back());
  });
}

bool equals_any(std::string_view line, Heads words) {
  while (!line.empty() && !is_alpha(line.back()) && static_cast<unsigned char>(line.back()) < 0x80) line.remove_suffix(1);
  while (!line.empty() && !is_alpha(line.front()) && static_cast<unsigned char>(line.front()) < 0x80) line.remove_prefix(1);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return equals_ignore_case(line, word); });
}

bool contains_any(std::string_view line, Heads needles) {
  const std::string lower = lower_ascii(line);
  return std::any_of(needles.begin(), needles.end(), [&](std::string_view n) { return lower.find(n) != std::string::npos; });
}

}  // namespace

int word_count(std::string_view line) {
  int words = 0;
  bool inside = false;
  for (char c : line) {
    const bool blank = is_space(c);
    words += !blank && !inside ? 1 : 0;
    inside = !blank;
  }
  return words;
}

bool ends_like_sentence(std::string_view line) {
  line = trim(line);
  while (!line.empty()) {
    if (line.ends_with("\u201D") || line.ends_with("\u2019") || line.ends_with("\u00BB")) {
      line.remove_suffix(line.ends_with("\u00BB") ? 2 : 3);
    } else if (line.back() == '"' || line.back() == '\'' || line.back() == ')' || line.back() == ']') {
      line.remove_suffix(1);
    } else {
      break;
    }
    if (line.ends_with(".") || line.ends_with("!") || line.ends_with("?") || line.ends_with(",")) return true;
  }
  return line.ends_with(".") || line.ends_with("!") || line.ends_with("?") || line.ends_with(":") || line.ends_with("\u2026");
}

bool is_furniture_line(std::string_view line) {
  line = trim(line);
  bool any_letter = false;
  for (std::size_t i = 0; i < line.size() && !any_letter;) {
    const CodePoint point = code_point_at(line, i);
    any_letter = is_letter(point.value);
    i += point.size;
  }
  if (!any_letter && word_count(line) <= 4) return !std::any_of(line.begin(), line.end(), is_digit) || line.size() <= 6;
  const int words = word_count(line);
  if (words <= 6 && equals_any(line, {"share", "share this", "share this article", "print this page", "print this article", "listen to this article", "save for later", "save article", "diesen artikel teilen", "artikel teilen", "newsletter abonnieren", "partager", "partager cet article", "compartir", "share this story", "share on facebook", "share on twitter", "tweet", "print", "email", "email this", "facebook", "twitter", "whatsapp",
                                      "telegram", "linkedin", "reddit", "pinterest", "copy link", "save", "listen", "listen to article", "advertisement", "advertisements", "ad", "menu", "search", "subscribe", "subscribe now", "sign in", "sign up",
                                      "log in", "login", "register", "home", "close", "skip to content", "skip to main content", "accept", "accept all", "got it", "ok", "follow us", "toggle navigation",
                                      "back to top", "load more", "show more", "view comments", "leave a comment", "add a comment", "no comments", "reply", "report this", "image", "photo", "video", "play", "next", "previous", "share via",
                                      "article continues below", "story continues below", "continue reading", "read more", "more", "x", "comments", "comment", "newsletter", "go", "submit", "enlarge this image", "toggle caption", "hide caption",
                                      "getty images", "share full article", "gift this article", "font size", "text size", "follow", "loading", "please wait", "click here", "live", "watch live", "breaking"})) {
    return true;
  }
  if (words <= 8 && starts_with_any(line, {"subscribe now", "subscribe for", "partager sur", "suscr\u00edbete a", "compartir en", "condividi su", "teilen auf", "share on"})) return true;
  if (words <= 60 && starts_with_any(line, {"sign up for", "sign up to", "subscribe to", "follow us on", "click here", "click to", "tap here", "this website uses cookies", "we use cookies", "by continuing to", "all rights reserved",
                                            "copyright \u00a9", "\u00a9 ", "(c) 20", "share this:", "like us on", "join our", "get the latest", "get our", "download our", "download the", "enter your email", "your email address",
                                            "thank you for reading", "support our journalism", "support independent journalism", "skip to", "advertisement -", "want more", "have a tip", "got a tip", "stay up to date", "stay informed",
                                            "story continues below", "article continues below", "our newsletter", "never miss a", "please enable javascript", "javascript is disabled", "this page requires", "estimated reading time", "reading time",
                                            "published in dawn", "tags:", "tag:", "topics:", "filed under", "share:", "view all", "see all", "be the first to comment", "add us as", "for more news", "for the latest news",
                                            "we value your privacy", "this site uses cookies", "manage cookies", "cookie settings", "to continue reading", "already a subscriber", "subscribers only", "don't miss a story", "keep reading for"})) {
    return true;
  }
  if (words <= 45 && contains_any(line, {"all rights reserved", "terms of use", "privacy policy", "terms of service", "cookie policy", "our newsletter", "unsubscribe at any time", "delivered to your inbox", "straight to your inbox",
                                         "follow us on twitter", "follow us on facebook", "join the conversation", "whatsapp channel", "telegram channel", "google news"})) {
    return !contains_any(line, {" said", " told "});
  }
  // WordPress signs every item of its feeds so
  if (words <= 60 && starts_with_any(line, {"the post "}) && contains_any(line, {" appeared first on "})) return true;
  const bool minutes = words <= 4 && contains_any(line, {"min read", "minute read", "minutes read", "mins read"});
  return minutes;
}

bool is_related_link_line(std::string_view line) {
  line = trim(line);
  while (!line.empty() && (line.front() == '>' || line.front() == '*' || line.front() == '[' || line.front() == '(' || line.front() == '-' || line.front() == '|')) line = trim(line.substr(1));
  for (std::string_view mark : {"\u25BA", "\u2022", "\u00BB", "\u2192", "\u25B6", "\u203A"}) {
    if (line.starts_with(mark)) line = trim(line.substr(mark.size()));
  }
  if (word_count(line) > 40) return false;
  const bool sentence = word_count(line) > 7 && ends_like_sentence(line) && line.find(':') == std::string_view::npos && !line.ends_with('?');
  if (sentence && starts_with_any(line, {"recommended for", "more from", "more on", "more in", "see also", "also see", "also read", "read also", "related", "read more about", "read more on", "must read", "don't miss", "don\u2019t miss", "also watch", "read the full"})) return false;
  if (starts_with_any(line, {"read also", "also read", "read more:", "read more on", "read more about", "read next", "read:", "related:", "related story", "related stories:", "see also", "see more:", "more:", "don't miss", "don\u2019t miss", "watch:", "listen:", "must read",
                             "more on this", "more from", "more in ", "recommended:", "recommended for you", "you may also like", "you might also like", "also watch", "watch also", "in pictures:", "live updates:", "opinion:", "explainer:", "explained:",
                             "go deeper:", "background:", "trending:", "editor's pick", "editor\u2019s pick", "also see", "further reading", "up next", "previously:", "what to read next", "mehr zum thema", "lesen sie auch", "lire aussi", "a lire aussi",
                             "\u00e0 lire aussi", "\u00c0 lire aussi", "\u00c0 LIRE AUSSI", "lea tambi\u00e9n", "le\u00e9 tambi\u00e9n", "leggi anche", "zobacz", "czytaj", "lexo edhe", "pro\u010ditajte", "read this next", "read full story", "read the full", "click here to read", "continue reading:"})) {
    return true;
  }
  // "READ MORE Title of another story" without a colon
  return (line.starts_with("READ MORE") || line.starts_with("READ ALSO") || line.starts_with("SEE ALSO") || line.starts_with("ALSO READ") || line.starts_with("RELATED")) && !ends_like_sentence(line);
}

bool is_breadcrumb(std::string_view line) {
  if (word_count(line) > 16 || ends_like_sentence(line)) return false;
  int marks = 0;
  const auto strokes = split(line, '/');
  if (strokes.size() >= 3 && word_count(line) <= 10 && std::all_of(strokes.begin(), strokes.end(), [](std::string_view part) { return is_capitalised(trim(part)); })) return true;  // "Home / News / Europe"
  for (std::string_view mark : {" > ", " \u00BB ", " \u203A ", " | ", " \u2192 ", "  |  "}) {
    for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + mark.size())) ++marks;
  }
  return marks >= 2 || (marks == 1 && word_count(line) <= 9 && line.find(" | ") == std::string_view::npos) || (marks == 1 && is_masthead(trim(line.substr(0, line.find(" | ")))));
}

bool is_masthead(std::string_view line) {
  const int words = word_count(line);
  if (words < 2 || words > 5 || line.size() > 45 || ends_like_sentence(line)) return false;
  const std::string lower = lower_ascii(line);
  const std::size_t blank = lower.rfind(' ');
  const std::string last = lower.substr(blank + 1);
  static constexpr std::string_view kNouns[] = {"gazette", "times", "post", "herald", "tribune", "courier", "star", "mercury", "bulletin", "daily", "journal", "observer", "standard", "telegraph", "chronicle", "record", "express", "examiner", "ledger", "globe", "echo", "dispatch", "argus",
                                                "weekly", "broadcasting", "sentinel", "inquirer", "reporter", "messenger", "advertiser", "news", "mail", "press", "review", "monitor", "register", "meridian", "today", "online", "nation"};
  if (std::find(std::begin(kNouns), std::end(kNouns), last) == std::end(kNouns)) return false;
  // every word of a name stands with a capital, and no verb is among them
  for (std::string_view word : split(line, ' ')) {
    if (!word.empty() && !is_capitalised(word) && word != "of" && word != "the" && word != "and" && word != "&") return false;
  }
  const bool section_word = starts_with_any(line, {"latest", "breaking", "world", "more", "top", "flash", "local", "related", "other", "sports", "business", "all", "read", "this", "our", "follow", "recent", "in the", "top"});
  return !section_word;
}

bool is_end_marker(std::string_view line) {
  const std::size_t open = line.rfind('(');
  if (open != std::string_view::npos && open > 0 && line.size() - open <= 7) line = trim(line.substr(0, open));  // "Comments (3)"
  if (word_count(line) <= 6 && !ends_like_sentence(line) && starts_with_any(line, {"most popular", "most read", "most viewed", "trending in", "more from", "latest from", "latest in"})) return true;
  if (word_count(line) <= 6 && starts_with_any(line, {"most popular in", "most read in", "more in"})) return true;
  return word_count(line) <= 7 &&
         (equals_any(line, {"latest news", "latest stories", "latest", "related news", "related articles", "related stories", "related topics", "related content", "related posts", "related", "more news", "more stories", "most read", "most popular", "popular", "most viewed",
                            "trending", "trending now", "top stories", "top news", "editor's picks", "editors' picks", "editor\u2019s picks", "recommended", "recommended stories", "recommended for you", "you may also like", "you might also like", "more on this story", "more on this topic",
                            "more from this section", "comments", "leave a reply", "leave a comment", "post a comment", "what to read next", "read more", "read next", "about the author", "in other news", "also in the news", "other news", "sponsored", "sponsored content", "promoted",
                            "from our partners", "around the web", "elsewhere on the web", "don't miss", "don\u2019t miss", "trending stories", "today's headlines", "see also", "similar news", "previous article", "next article", "share this story", "most read now", "more headlines", "newsletter", "breaking news"}));
}

bool is_continue_line(std::string_view line) {
  const std::string_view trimmed = trim(line);
  return trimmed.ends_with("[\u2026]") || trimmed.ends_with("[...]") || contains_any(line, {"[...] read more", "[\u2026] read more", "\u2026 continue reading", "... continue reading", "continue reading \u2192", "read more \u00bb", "read more \u2192"}) ||
         (word_count(line) > 6 && (trim(line).ends_with("\u2026") || trim(line).ends_with("... Read more") || trim(line).ends_with("Read more...") || trim(line).ends_with("Read More")));
}

bool is_bare_caption(std::string_view line) {
  const int words = word_count(line);
  if (words > 90) return false;
  if (starts_with_any(line, {"file -", "file \u2013", "file \u2014", "file photo", "(file photo", "file picture", "handout", "image source", "image caption", "photo shows", "in this photo", "in this image", "a file photo", "pictured:", "caption:", "image:", "photo:", "illustration:", "\u00a9 getty"})) return true;
  if (contains_any(line, {"(file photo)", "[file]", "(file)", "getty images", "via getty", "/getty", "file photo)", "file photo.", "file picture.", "archive photo", "(photo by", "(photo:", "[photo:", "photo credit", "handout via", "handout photo", "/handout", "image credit", "shutterstock", "(pictured)", "screenshot via"})) return true;
  const auto date = find_printed_date(line);
  // "..., Ukraine, Wednesday, Jan. 4, 2023.": agencies close captions with weekday and full date
  if (date && date->date.year && words <= 45 && line.size() - date->span.end <= 2) {
    std::string_view before = trim(line.substr(0, date->span.begin));
    if (before.ends_with(',')) {
      before.remove_suffix(1);
      const std::size_t comma = before.rfind(' ');
      if (comma != std::string_view::npos && comma > 0 && before[comma - 1] == ',' && weekday_of_word(before.substr(comma + 1)) >= 0) return true;
    }
  }
  if (!date) {
    if (contains_any(line, {" said ", " said.", " said,", " told ", " added "})) return false;  // "Senator Pell (R) said"
    return words <= 40 && contains_any(line, {" is pictured ", " are pictured ", "(l) ", "(r) ", " (left)", " (right)", ", left, ", ", right, ", ", centre, ", ", center, ", "pictured in ", " seen here "});
  }
  return contains_any(line, {" is pictured ", " are pictured ", " pictured ", " is seen ", " are seen ", " seen in ", " speaks during ", " speaks at ", " speaks to ", " speak during ", " speaks in ", " speaks after ", " addresses ", " attends ", " attend ", " arrives ", " arrive ", " shakes hands", " shake hands", " poses ",
                             " pose ", " walks ", " walk past ", " waves ", " looks on", " gestures ", " holds a ", " hold a ", " hold placards", " take part in ", " takes part in ", " stand guard", " stands guard", " patrols ", " patrol ", " inspects ", " greets ", " meets ", " meet ", " listens ", " sits ", " sit ", " stands ", " stand at ", " leaves ", " wait ", " waits ", " march in ",
                             " hug ", " embrace ", " delivers a ", " deliver a ", " casts ", " cast their", " reacts ", " rally ", " protest in ", " gather ", " gathers ", " sign ", " signs ", " talks to ", " talk to ", " flies ", " fly ", " is moored", " sails "});
}

}  // namespace attache
