// The parts of the page, in the order they stand there. Each gives a complete <section>, or nothing.
#pragma once

#include <string>

#include "dossier/html/context.h"

namespace attache {

[[nodiscard]] std::string summary_part(const PageContext& c);     // head: what the affair is, what is new, what differs
[[nodiscard]] std::string timeline_part(const PageContext& c);    // stories on a true time axis
[[nodiscard]] std::string days_of_thread(const PageContext& c, std::uint32_t thread);  // below its axis: the days, a sentence each; may be empty
[[nodiscard]] std::string events_of_thread(const PageContext& c, std::uint32_t thread);  // who did what in each of its stories; may be empty
[[nodiscard]] std::string sources_part(const PageContext& c);     // who published, and how that is known
[[nodiscard]] std::string families_part(const PageContext& c);    // who copied whom, and what each copy changed
[[nodiscard]] std::string statements_part(const PageContext& c);  // who said what, variants side by side
[[nodiscard]] std::string statements_by_story(const PageContext& c);  // below them: what was said in each story; may be empty
[[nodiscard]] std::string events_part(const PageContext& c);      // who did what to whom, each event once
[[nodiscard]] std::string facts_part(const PageContext& c);      // what the reports agree on, dispute or replace
[[nodiscard]] std::string decisions_part(const PageContext& c);  // where each question stands, member by member; empty when none was asked
[[nodiscard]] std::string decisions_in_short(const PageContext& c);  // the same for the summary, as <dt> and <dd>
[[nodiscard]] std::string reports_part(const PageContext& c);     // the texts that every citation opens
[[nodiscard]] std::string unread_part(const PageContext& c);      // what was refused, and why
[[nodiscard]] std::string method_part(const PageContext& c);

// Decisions and what was not read stand on the page only where there are such; what follows is numbered behind them.
[[nodiscard]] inline int reports_number(const PageContext& c) { return c.d.decisions.empty() ? 8 : 9; }
[[nodiscard]] inline int unread_number(const PageContext& c) { return reports_number(c) + 1; }
[[nodiscard]] inline bool has_unread(const PageContext& c) { return !c.d.refused.empty() || !c.d.duplicates.empty(); }
[[nodiscard]] inline int method_number(const PageContext& c) { return unread_number(c) + (has_unread(c) ? 1 : 0); }

// Marks of the newsrooms (shape and colour) for all pictures.
[[nodiscard]] std::string symbol_sheet();

// What the agency says of its item: "canceled by the agency", "version 3", its note to the desks; empty for most reports.
[[nodiscard]] std::string wire_words(const Report& report);

// A row of a list: text, the gauge of its reports, citations; all as HTML.
[[nodiscard]] std::string line(const PageContext& c, const std::vector<std::uint32_t>& reports, const std::string& text, const std::string& cites);

// Cut at a blank before `most` bytes, with an ellipsis.
[[nodiscard]] std::string shorten(const std::string& text, std::size_t most);

// A word diff as HTML, one side of it: struck on the left, underlined on the right.
[[nodiscard]] std::string diff_side(const PageContext& c, std::uint32_t report, Span span, const std::vector<WordDiff>& words, bool later);

}  // namespace attache
