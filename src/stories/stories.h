// Stage "stories": which reports tell of one happening, and which stories continue one another (threads).
//
// Method. Story: families go in as one node; candidate pairs come from an inverted index of each report's weightiest
// words; similarity is the mean over four channels (all words, beginning, names, word pairs; TF-IDF over the collection,
// each origin one vote), softened by days apart; average link above one bound. Because words that a whole collection
// shares weigh nothing there, reports of one affair need more than the affair's vocabulary to be one story: the same
// utterance of the same speaker in both joins them. Threads: the same four channels with a prior that keeps the affair's
// common words, average link over stories, no time.
// Sources: TF-IDF channels and soft time after Miranda et al. 2018; B-cubed figures in bench/gates.json.
// Cost: O(n k) pairs for k candidates a report. Limits: English names and words; one setting for all collections.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "lineage/family.h"

namespace attache {

struct StoryOptions {
  double bound = 0.135;            // mean similarity; .12 to .16 differ by .01 on the English pool of bench/stories (.901 at .13, .904 here, .906 at .14)
  double lead_weight = 2;          // of the beginning, the other channels 1; 1 to 3 differ by .01 there
  double time_scale = 7;           // days: similarity is multiplied by floor + (1 - floor) exp(-days / scale)
  double time_floor = 0.75;        // pages about one event carry dates years apart; .6 costs .01 there, .8 joins a council's vote with its meeting of two months before
  double utterance_dice = 0.5;     // words in common of two quotations by one speaker
  int utterance_words = 5;         // least words of such a quotation
  double utterance_similarity = 0.5;  // what a shared utterance counts as
  int utterance_days = 4;          // both dated: farther apart it is a later report that quotes again
  double thread_bound = 0.10;      // B-cubed of the coarse labels of ecbplus .85 here, .79 at .13; our own affairs need .13 or less
  double thread_prior = 200;       // texts that hold none of the words: keeps the vocabulary of the affair; 40 to 1,000 differ little
  std::size_t candidates = 60;     // pairs compared a report
  std::size_t index_words = 40;    // of a report in the index
};

struct Story {
  std::vector<std::uint32_t> reports;  // in the order of the documents
  std::vector<std::string> reasons;    // why reports of different families are together, in words
};

struct Thread {
  std::vector<std::uint32_t> stories;
};

struct Stories {
  std::vector<Story> stories;          // by first report
  std::vector<std::uint32_t> story_of; // of each report
  std::vector<Thread> threads;         // by first story
};

[[nodiscard]] Stories find_stories(std::span<const Analysis> analyses, const Lineage& lineage, const Lexicon& lexicon, const StoryOptions& options, int threads);

}  // namespace attache
