// The dossier as one HTML page: no request of any kind, readable without JavaScript, light and dark, printable.
// docs/dossier-page.md says what each part shows and why.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace attache {

struct PageOptions {
  std::size_t full_text_reports = 150;  // beyond it a report shows the paragraphs that are cited, and counts the rest
  std::size_t open_speakers = 12;       // the others are folded
  std::size_t timeline_stories = 12;    // of a thread; the others are counted
  std::size_t family_members = 10;      // drawn of a family; the others are counted
  std::size_t slots = 6;                // newsrooms with a colour and a slot of their own in the gauge
};

[[nodiscard]] std::string to_html(const Dossier& dossier, const Knowledge& knowledge, const Lexicon& lexicon, const PageOptions& options = {});

}  // namespace attache
