// Names of unknown kind, judged by the trained model: "Kemal Adar" is a person, "Lesk" a place, "Fraym" a firm, "Talks" no name.
//
// What the tables or the words around a name have decided stays; the model is asked only about the rest, and only in the first
// sentences that hold it: a report has many words and few such names. Cost: that of SyntaxReader::read for at most
// kMostSentences sentences a report; they are kept, so that no later stage reads them again.
#pragma once

#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/name_runs.h"
#include "language/words.h"
#include "syntax/reader.h"

namespace attache {

// Fills in the type of runs that have none, the same for every run of the same words; takes out runs of one word that the
// model nowhere takes for a name. Gives the sentences it read.
[[nodiscard]] ReadSentences judge_unknown_names(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const SyntaxReader& reader, std::vector<NameRun>& runs);

}  // namespace attache
