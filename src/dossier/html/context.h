// What every part of the page needs: labels, anchors, citations and gauges, worked out once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/html/escape.h"
#include "dossier/html/html.h"

namespace attache {

class PageContext {
 public:
  PageContext(const Dossier& dossier, const Knowledge& knowledge, const Lexicon& lexicon, const PageOptions& options);

  const Dossier& d;
  const Knowledge& knowledge;
  const Lexicon& lexicon;
  const PageOptions& options;

  [[nodiscard]] const Analysis& analysis(std::uint32_t report) const { return d.analyses[report]; }
  [[nodiscard]] std::string_view words(std::uint32_t report, Span span) const { return slice(d.analyses[report].report.text, span); }

  // CSS class of a newsroom's colour: o0 ... o5, ox beyond the slots.
  [[nodiscard]] std::string colour(std::uint32_t newsroom) const;
  [[nodiscard]] std::string colour_of_report(std::uint32_t report) const { return colour(d.newsroom_of[report]); }

  // "R2.8": the body sentence that holds a byte of the report; "R2.h" and the like for other blocks.
  [[nodiscard]] std::string anchor(std::uint32_t report, std::uint32_t byte) const;
  [[nodiscard]] std::string cite(std::uint32_t report, std::uint32_t byte) const;  // a link to it
  [[nodiscard]] std::string cite_report(std::uint32_t report) const;               // "R2", to its head

  // "2 R A · ·": number of independent origins, then a slot for each newsroom of the legend.
  [[nodiscard]] std::string gauge(const std::vector<std::uint32_t>& reports) const;
  [[nodiscard]] std::string inline_gauge(const std::vector<std::uint32_t>& reports) const;  // the number alone, for running text
  [[nodiscard]] std::string letters(const std::vector<std::uint32_t>& reports) const;       // data-o attribute of a line

  // Body sentence number, 1-based; 0 for a sentence of a title.
  [[nodiscard]] std::uint32_t number(std::uint32_t report, std::uint32_t sentence) const { return numbers_[report][sentence]; }

  // "17 March 2022", "not before 10 March 2022", "undated".
  [[nodiscard]] std::string day(std::uint32_t report) const;
  [[nodiscard]] std::string short_day(std::uint32_t report) const;  // "17 Mar"; "after 10 Mar"; "undated"

  // Letter of a block's kind in anchors, and its running number among the blocks of that letter.
  [[nodiscard]] std::string block_anchor(std::uint32_t report, std::uint32_t block) const;

  // Sentences somebody cites, for pages that do not print every text.
  mutable std::vector<std::vector<bool>> cited;         // report -> sentence
  mutable std::vector<std::vector<bool>> cited_blocks;  // report -> block that is no body

 private:
  std::vector<std::vector<std::uint32_t>> numbers_;
  std::vector<std::vector<std::string>> block_names_;
};

[[nodiscard]] std::string short_date(const Date& date);  // "17 Mar 2022"

[[nodiscard]] std::string number_word(std::size_t count);  // "three"; digits beyond twelve

}  // namespace attache
