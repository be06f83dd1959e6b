// Order of the rules (each sees what the earlier ones left as body):
//   1 a dateline marks the lead and tells the page's agency    5 teaser: repeats a later block, or stands before the dateline
//   2 lines that are furniture, links, stamps by themselves    6 after an end marker nothing is body
//   3 captions, and blocks that repeat a caption               7 credits behind the last sentence
//   4 title: declared, or the first short line before the lead
#include "ingest/classify.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "ingest/author_field.h"
#include "ingest/author_words.h"
#include "ingest/credit.h"
#include "ingest/dateline.h"
#include "ingest/line_rules.h"
#include "ingest/photo_credit.h"
#include "ingest/printed_date.h"
#include "ingest/sign_off.h"
#include "ingest/tail_credit.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

class Classifier {
 public:
  Classifier(Page& page, const Knowledge& knowledge) : page_(page), knowledge_(knowledge), agencies_(knowledge) {
    folded_.reserve(page.blocks.size());
    for (const PageBlock& block : page.blocks) {
      const bool chrome = block.settled && block.kind == BlockKind::chrome;  // of the markup: compared with nothing
      folded_.push_back(chrome ? std::string() : fold_words(slice(page.text, block.span)));
    }
  }

  void run() {
    split_leading_stamps();
    split_dateline();
    single_lines();
    captions();
    title();
    teasers();
    before_dateline();
    bylines();
    tail();
    split_tail_credits();
  }

 private:
  Page& page_;
  const Knowledge& knowledge_;
  AgencyNames agencies_;  // of the table, and those the page's dateline names
  std::vector<std::string> folded_;  // of each block; empty for what the markup settled as chrome

  std::string_view text(std::size_t b) const { return slice(page_.text, page_.blocks[b].span); }
  bool open(std::size_t b) const { return !page_.blocks[b].settled && is_body(page_.blocks[b].kind); }
  void settle(std::size_t b, BlockKind kind) {
    page_.blocks[b].kind = kind;
    page_.blocks[b].settled = true;
  }

  // Cuts block b in two at text offset `at`; the first part gets `kind`.
  void cut_front(std::size_t b, std::uint32_t at, BlockKind kind) {
    PageBlock front = page_.blocks[b];
    std::uint32_t rest = at;
    while (rest < front.span.end && is_space(page_.text[rest])) ++rest;
    std::uint32_t end = at;
    while (end > front.span.begin && is_space(page_.text[end - 1])) --end;
    page_.blocks[b].span.begin = rest;
    page_.blocks[b].gap_before = 1;
    front.span.end = end;
    front.kind = kind;
    front.settled = true;
    page_.blocks.insert(page_.blocks.begin() + static_cast<std::ptrdiff_t>(b), front);
    folded_.insert(folded_.begin() + static_cast<std::ptrdiff_t>(b), fold_words(slice(page_.text, front.span)));
    folded_[b + 1] = fold_words(text(b + 1));
  }

  // "date 2022-09-22 The president ...": a stamp that a scraper glued to the first words.
  void split_leading_stamps() {
    for (std::size_t b = 0; b < page_.blocks.size() && b < 4; ++b) {
      if (!open(b)) continue;
      const std::string_view line = text(b);
      if (word_count(line) < 8) continue;
      const auto date = find_printed_date(line.substr(0, floor_boundary(line, 60)));
      if (!date) continue;
      const std::string head = lower_ascii(trim(line.substr(0, date->span.begin)));
      const bool named = head == "date" || head == "date:" || head == "published" || head == "published:" || head == "updated" || head == "updated:" || head == "posted" || head == "published on" || head == "posted on";
      if (!named || date->span.end >= line.size() || !is_space(line[date->span.end])) continue;
      cut_front(b, page_.blocks[b].span.begin + date->span.end, BlockKind::date_stamp);
      return;
    }
  }

  // Highlights of the hour, news in brief: each paragraph opens with a place of its own, none of them is the lead.
  bool is_round_up(std::size_t first) const {
    std::size_t others = 0;
    for (std::size_t b = first + 1; b < page_.blocks.size() && others < 2; ++b) {
      if (open(b) && word_count(text(b)) >= 6 && parse_dateline(text(b), knowledge_)) ++others;
    }
    return others >= 2;
  }

  // The first paragraph with a dateline is the lead; only the top of a page is searched.
  void split_dateline() {
    constexpr std::size_t kTop = 30;  // open blocks
    constexpr int kSentence = 12;     // words of a first paragraph that a plain place opens
    std::size_t seen = 0, sentences = 0;  // sentences: blocks that end with a full stop
    for (std::size_t b = 0; b < page_.blocks.size() && seen < kTop; ++b) {
      if (!open(b) || page_.blocks[b].kind == BlockKind::heading) continue;
      ++seen;
      if (word_count(text(b)) < 6) continue;
      const auto line = parse_dateline(text(b), knowledge_);
      if (!line || (line->plain && (sentences > 0 || word_count(text(b)) < kSentence))) {
        sentences += text(b).ends_with('.');
        continue;
      }
      if (is_round_up(b)) break;
      std::vector<std::string> local;
      for (const std::string& agency : line->agencies) local.push_back(agency);
      for (const Declared& declared : page_.declared.agencies) local.push_back(declared.value);
      agencies_ = AgencyNames(knowledge_, std::move(local));
      cut_front(b, page_.blocks[b].span.begin + line->span.end, BlockKind::dateline);
      return;
    }
    std::vector<std::string> local;
    for (const Declared& declared : page_.declared.agencies) local.push_back(declared.value);
    agencies_ = AgencyNames(knowledge_, std::move(local));
  }

  std::size_t dateline_at() const {
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (page_.blocks[b].kind == BlockKind::dateline) return b;
    }
    return page_.blocks.size();
  }

  // What still stands open before the dateline is no text of the report: a standfirst, a caption without a credit.
  void before_dateline() {
    const std::size_t dateline = dateline_at();
    if (dateline == page_.blocks.size()) return;
    for (std::size_t b = 0; b < dateline; ++b) {
      if (!open(b)) continue;
      if (page_.blocks[b].kind == BlockKind::heading) continue;
      if (is_byline(text(b))) continue;
      const bool pictured = find_printed_date(text(b)).has_value() && word_count(text(b)) <= 60;
      settle(b, pictured ? BlockKind::caption : word_count(text(b)) <= 4 ? BlockKind::section_label : BlockKind::teaser);
    }
  }

  void single_lines() {
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (!open(b)) continue;
      const std::string_view line = text(b);
      const bool html_heading = page_.blocks[b].kind == BlockKind::heading;
      if (is_related_link_line(line)) {
        settle(b, BlockKind::related_link);
      } else if (is_sign_off(line) || is_syndication_note(line)) {
        settle(b, BlockKind::sign_off);
      } else if (!outlet_of_copyright(line).empty() || is_furniture_line(line)) {
        settle(b, BlockKind::chrome);
      } else if (!html_heading && is_breadcrumb(line)) {
        settle(b, BlockKind::section_label);
      } else if (b < 4 && !html_heading && page_.blocks.size() > b + 2 && (is_masthead(line) || find_outlet(knowledge_, line) >= 0)) {
        settle(b, BlockKind::section_label);
      } else if (date_stamp_of(line)) {
        settle(b, BlockKind::date_stamp);
      } else if (read_credit_line(line, agencies_)) {
        settle(b, BlockKind::credit);
      }
    }
  }

  void captions() {
    constexpr std::size_t kBytes = 2000;  // of a caption
    std::vector<std::string_view> found;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const std::string_view line = text(b);
      const bool candidate = open(b) && line.size() <= kBytes && word_count(line) <= 110;
      const auto credit = candidate ? find_photo_credit(line, agencies_) : std::nullopt;
      if (candidate && ((credit && credit->certain) || (is_bare_caption(line) && !opens_report(b)))) {
        if (!is_quoted_text(line)) settle(b, BlockKind::caption);
      }
      if (page_.blocks[b].kind == BlockKind::caption) found.push_back(folded_[b]);
    }
    // A line that begins or repeats a caption is that caption again, without its credit.
    std::sort(found.begin(), found.end());
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (!open(b) || folded_[b].size() < 20) continue;
      const auto at = std::lower_bound(found.begin(), found.end(), std::string_view(folded_[b]));
      if (at != found.end() && at->starts_with(folded_[b])) settle(b, BlockKind::caption);
    }
  }

  // The text right behind the dateline.
  bool opens_report(std::size_t b) const { return b > 0 && page_.blocks[b - 1].kind == BlockKind::dateline; }

  static bool is_quoted_text(std::string_view line) { return line.starts_with("\"") || line.starts_with("\u201C"); }

  bool is_declared_title(std::size_t b) const {
    for (const Declared& title : page_.declared.titles) {
      const std::string folded = fold_words(title.value);
      if (folded.empty()) continue;
      if (folded == folded_[b]) return true;
      // "Title | Site" declared, "Title" on the page
      if (folded_[b].size() >= 15 && folded.starts_with(folded_[b]) && folded.size() - folded_[b].size() < 40) return true;
    }
    return false;
  }

  void title() {
    bool found = false;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const BlockKind kind = page_.blocks[b].kind;
      if ((open(b) || kind == BlockKind::heading) && !folded_[b].empty() && is_declared_title(b)) {
        settle(b, BlockKind::title);
        found = true;
      }
    }
    if (!found && page_.declared.titles.empty()) found = guess_title();
    if (!found) return;
    // What stands before the title on a plain page is a section label; its repetition is no second title to read.
    std::size_t first = 0;
    while (first < page_.blocks.size() && page_.blocks[first].kind != BlockKind::title) ++first;
    for (std::size_t b = 0; b < first; ++b) {
      if (open(b) && word_count(text(b)) <= 4 && !ends_like_sentence(text(b))) settle(b, BlockKind::section_label);
    }
    for (std::size_t b = first + 1; b < page_.blocks.size(); ++b) {
      if (open(b) && folded_[b] == folded_[first]) settle(b, BlockKind::title);
    }
  }

  // The first short line without a full stop that is followed by running text; a shorter line before it labels the section.
  bool guess_title() {
    std::vector<std::size_t> lines;  // open lines before the lead
    std::size_t lead = page_.blocks.size();
    const std::size_t dateline = dateline_at();
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (b >= dateline) {
        lead = b;
        break;
      }
      if (!open(b)) continue;
      const int words = word_count(text(b));
      if (dateline == page_.blocks.size() && ends_like_sentence(text(b)) && words >= 8 && !repeats_later(b)) {
        lead = b;
        break;
      }
      if (words >= 25 && dateline == page_.blocks.size()) {
        lead = b;
        break;
      }
      lines.push_back(b);
      if (lines.size() >= 6) break;
    }
    if (lines.empty() || lead == page_.blocks.size()) return false;
    std::size_t best = page_.blocks.size();
    for (std::size_t b : lines) {
      const int words = word_count(text(b));
      if (words > 24 || (ends_like_sentence(text(b)) && words > 14) || !is_capitalised_or_marked(text(b)) || is_byline(text(b)) || is_continue_line(text(b))) continue;
      if (best == page_.blocks.size() || (word_count(text(best)) <= 3 && words > word_count(text(best)) + 1)) best = b;
    }
    if (best == page_.blocks.size() || word_count(text(best)) < 3) return false;
    settle(best, BlockKind::title);
    return true;
  }

  static bool is_capitalised_or_marked(std::string_view line) {
    const CodePoint first = code_point_at(line, 0);
    return is_upper_letter(first.value) || first.value == '"' || first.value == '\'' || first.value == U'“' || first.value == U'‘' || (first.value < 128 && is_digit(static_cast<char>(first.value)));
  }

  static bool is_byline(std::string_view line) {
    return word_count(line) <= 14 && (starts_with_ignore_case(line, "by ") || starts_with_ignore_case(line, "written by ") || starts_with_ignore_case(line, "reporting by ")) && !ends_like_sentence(line);
  }

  // "Jane Doe | 5 April 2025": a person's name, a mark and a date.
  bool is_dated_name(std::string_view line) const {
    const std::size_t bar = line.find('|');
    if (bar == std::string_view::npos || line.size() > 100 || !find_printed_date(line.substr(bar))) return false;
    const AuthorField field = read_author_field(trim(line.substr(0, bar)), agencies_, NameTrust::printed);
    return field.unread == 0 && field.names.persons.size() == 1 && field.signers.size() == 1;
  }

  bool repeats_later(std::size_t b) const {
    for (std::size_t c = b + 1; c < page_.blocks.size(); ++c) {
      if (page_.blocks[c].settled) continue;
      if (folded_[b].size() >= 30 && folded_[c].size() >= folded_[b].size() && folded_[c].find(folded_[b]) != std::string::npos) return true;
    }
    return false;
  }

  // A block that is the beginning of a later one, cut short ("... Continue reading") or not; and equal paragraphs.
  void teasers() {
    const std::size_t lead_end = std::min<std::size_t>(page_.blocks.size(), 14);  // teasers stand at the top
    for (std::size_t b = 0; b < lead_end; ++b) {
      if (!open(b) || folded_[b].size() < 30) continue;
      std::string begin = folded_[b];
      if (is_continue_line(text(b))) {
        const std::size_t cut = std::min(begin.find(" continue reading"), begin.find(" read more"));
        begin = begin.substr(0, cut);
        if ((begin.size() >= 24 && starts_later_block(b, begin)) || b < dateline_at_or_none()) {
          settle(b, BlockKind::teaser);
          continue;
        }
      }
      for (std::size_t c = b + 1; c < page_.blocks.size(); ++c) {
        if (page_.blocks[c].settled && page_.blocks[c].kind != BlockKind::dateline) continue;
        if (std::string_view(folded_[c]).substr(0, 90 + begin.size()).find(begin) != std::string_view::npos) {
          settle(b, BlockKind::teaser);
          break;
        }
      }
    }
    repeated_labels();
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (!open(b) || folded_[b].size() < 40) continue;
      const auto [first, fresh] = seen.emplace(folded_[b], b);
      if (!fresh) settle(b, BlockKind::chrome);  // printed twice: the first one counts
    }
  }

  // "Article content", "Advert": a short line without a verb's end that stands three times between the paragraphs.
  void repeated_labels() {
    constexpr std::size_t kOften = 3;
    std::unordered_map<std::string_view, std::size_t> count;
    const auto is_label = [&](std::size_t b) { return open(b) && folded_[b].size() < 40 && word_count(text(b)) <= 5 && !ends_like_sentence(text(b)) && page_.blocks[b].kind != BlockKind::list_item; };
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (is_label(b)) ++count[folded_[b]];
    }
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (is_label(b) && count[folded_[b]] >= kOften) settle(b, BlockKind::chrome);
    }
  }

  std::size_t dateline_at_or_none() const {
    const std::size_t at = dateline_at();
    return at == page_.blocks.size() ? 0 : at;
  }

  bool starts_later_block(std::size_t b, const std::string& begin) const {
    for (std::size_t c = b + 1; c < page_.blocks.size(); ++c) {
      const std::size_t at = folded_[c].find(begin);
      if (!page_.blocks[c].settled && at != std::string::npos && at < 90) return true;
    }
    return false;
  }

  // "By Jane Doe", and in other languages a by-word with names and nothing else: "Von Karl Muster und Ana Perez".
  bool reads_as_byline(std::string_view line) const {
    if (line.size() > 200 || word_count(line) > 14) return false;
    if (is_byline(line)) return !read_author_field(line, agencies_, NameTrust::printed).names.empty();
    if (without_by(line) == trim(line) || starts_with_ignore_case(line, "from ")) return false;
    return names_people_only(line);
  }

  bool names_people_only(std::string_view line) const {
    const AuthorField field = read_author_field(line, agencies_, NameTrust::printed);
    return field.unread == 0 && field.newsrooms.empty() && (!field.names.persons.empty() || !field.names.agencies.empty());
  }

  // The name stands alone over the text, as on sites whose content system knows no authors.
  bool is_name_over_text(std::size_t b) const {
    const std::string_view line = text(b);
    if (page_.blocks[b].kind != BlockKind::paragraph || line.size() > 120 || word_count(line) < 2 || word_count(line) > 9 || ends_like_sentence(line)) return false;
    const AuthorField field = read_author_field(line, agencies_, NameTrust::printed);
    if (field.unread != 0 || !field.newsrooms.empty() || field.names.persons.empty() || !field.names.places.empty()) return false;
    // scripts without capitals write everything like a name
    if (!std::all_of(field.names.persons.begin(), field.names.persons.end(), [](const std::string& person) { return is_capitalised(person); })) return false;
    for (std::size_t next = b + 1; next < page_.blocks.size(); ++next) {
      if (open(next)) return word_count(text(next)) >= 15 && page_.blocks[next].kind == BlockKind::paragraph;
    }
    return false;
  }

  // Whether a declared author reads as a person or an agency: then lines without a by-word are none.
  bool author_is_declared() const {
    const auto& authors = page_.declared.authors;
    const auto outlet = [&](const std::string& person) {
      return std::any_of(page_.declared.outlets.begin(), page_.declared.outlets.end(), [&](const Declared& d) { return fold_words(d.value) == fold_words(person); });
    };
    return std::any_of(authors.begin(), authors.end(), [&](const Declared& declared) {
      const CreditNames names = read_author_field(declared.value, agencies_).names;
      return !names.agencies.empty() || std::any_of(names.persons.begin(), names.persons.end(), [&](const std::string& person) { return !outlet(person); });
    });
  }

  void bylines() {
    // on pages with markup the byline often stands outside the text, near the headline
    const auto first_title = std::find_if(page_.blocks.begin(), page_.blocks.end(), [](const PageBlock& block) { return block.kind == BlockKind::title; });
    const auto title = static_cast<std::size_t>(first_title - page_.blocks.begin());
    const bool declared = author_is_declared();
    if (first_title != page_.blocks.end()) {
      constexpr std::size_t kReach = 6;
      for (std::size_t near = title > kReach ? title - kReach : 0; near < page_.blocks.size() && near <= title + kReach; ++near) {
        if (page_.blocks[near].kind != BlockKind::chrome || page_.blocks[near].other_box) continue;
        if (reads_as_byline(text(near)) || (!declared && near > title && is_dated_name(text(near)))) settle(near, BlockKind::byline);
      }
    }
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (open(b) && reads_as_byline(text(b))) settle(b, BlockKind::byline);
      // "Author: Jane Doe" in a list of facts about the article
      if (page_.blocks[b].kind == BlockKind::chrome && !page_.blocks[b].other_box && text(b).size() <= 100 && has_author_label(text(b)) && names_people_only(text(b))) settle(b, BlockKind::byline);
    }
    if (!declared) {
      constexpr std::size_t kTop = 4;  // open blocks over the text: standfirst lines and the name
      std::size_t seen = 0;
      for (std::size_t b = 0; b < page_.blocks.size() && seen < kTop; ++b) {
        if (!open(b)) continue;
        ++seen;
        if (!is_name_over_text(b)) continue;
        settle(b, BlockKind::byline);
        break;
      }
    }
    // A line that is a declared author and nothing else.
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (!open(b) || word_count(text(b)) > 8) continue;
      for (const Declared& author : page_.declared.authors) {
        const std::string name = fold_words(author.value);
        if (!name.empty() && (folded_[b] == name || folded_[b] == "by " + name)) settle(b, BlockKind::byline);
      }
    }
  }

  // Behind the last paragraph of running text stand lists of other stories, tags and labels.
  void tail() {
    // a wire's last paragraph may be three words; on a page so short a line is more often furniture
    const int least = page_.article_only ? 1 : 6;
    std::size_t last = page_.blocks.size();
    for (std::size_t b = page_.blocks.size(); b-- > 0;) {
      if (open(b) && word_count(text(b)) >= least && (ends_like_sentence(text(b)) || ends_with_credit(b))) {
        last = b;
        break;
      }
    }
    if (last == page_.blocks.size()) return;
    // "He works for AP.", "... wrote Doran. /TASS/": a short sentence right behind the last long one is its continuation
    for (std::size_t b = last + 1; b < page_.blocks.size() && open(b) && page_.blocks[b].kind == BlockKind::paragraph && word_count(text(b)) >= 3 && (text(b).ends_with('.') || ends_with_credit(b)); ++b) last = b;
    bool ended = false;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (!open(b)) continue;
      // An end marker ends the report when no more than a few lines of running text follow it.
      const std::string_view line = text(b).substr(0, text(b).find('\n'));  // pages of <br> keep heading and comments together
      const bool comments = starts_with_ignore_case(line, "comments") || starts_with_ignore_case(line, "leave a");
      if (is_end_marker(line) && (comments || running_words_after(b) <= 60)) {
        settle(b, BlockKind::chrome);
        ended = true;
      } else if (ended) {
        settle(b, word_count(text(b)) >= 4 ? BlockKind::related_link : BlockKind::chrome);
      } else if (b > last && word_count(text(b)) <= (page_.marked_up ? 17 : 25) && page_.blocks[b].kind != BlockKind::list_item) {
        settle(b, BlockKind::chrome);
      }
    }
  }

  // "... would have to hold. (Reuters)"
  bool ends_with_credit(std::size_t b) const {
    const auto credit = find_tail_credit(text(b), agencies_);
    return credit && credit->span.begin > 0 && ends_like_sentence(text(b).substr(0, credit->span.begin));
  }

  int running_words_after(std::size_t b) const {
    int words = 0;
    for (std::size_t c = b + 1; c < page_.blocks.size(); ++c) {
      if (open(c) && ends_like_sentence(text(c)) && word_count(text(c)) >= 12) words += word_count(text(c));
    }
    return words;
  }

  void split_tail_credits() {
    for (std::size_t b = page_.blocks.size(); b-- > 0;) {
      if (!open(b)) continue;
      if (const auto credit = find_tail_credit(text(b), agencies_)) {
        PageBlock back = page_.blocks[b];
        back.span.begin = page_.blocks[b].span.begin + credit->span.begin;
        back.kind = BlockKind::credit;
        back.settled = true;
        page_.blocks[b].span.end = back.span.begin;
        while (is_space(page_.text[page_.blocks[b].span.end - 1])) --page_.blocks[b].span.end;
        while (is_space(page_.text[back.span.begin])) ++back.span.begin;
        page_.blocks.insert(page_.blocks.begin() + static_cast<std::ptrdiff_t>(b) + 1, back);
        folded_.insert(folded_.begin() + static_cast<std::ptrdiff_t>(b) + 1, std::string());
      }
      return;  // only the last paragraph has one
    }
  }
};

}  // namespace

void classify_blocks(Page& page, const Knowledge& knowledge) { Classifier(page, knowledge).run(); }

}  // namespace attache
