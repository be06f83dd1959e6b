// Stage "stories": which reports tell of one happening, and which stories continue one another (threads).
//
// Method. Story: a family is one text; a trained decision gives each pair of texts the probability that both tell of one
// happening (join.h); average link (UPGMA, Sokal & Michener 1958) above one bound. The same utterance of the same speaker
// joins two reports whatever else they hold (utterances.h). Threads: likeness in four channels weighed over the collection
// with a prior that keeps the affair's common words, average link over stories, no time.
// Sources: TF-IDF channels after Miranda et al. 2018; B-cubed figures in bench/gates.json.
// Cost: O(n k) pairs for k candidates a text. Limits: English names and words; one setting for all collections.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "lineage/family.h"
#include "stories/abroad.h"
#include "stories/join.h"
#include "stories/utterances.h"

namespace attache {

struct StoryOptions {
  CandidateOptions candidates;
  CandidateOptions abroad = kAbroadCandidates;
  UtteranceOptions utterances;
  double bound = 0.5;                    // mean probability of one happening
  double utterance_probability = 0.95;  // what a shared utterance counts as
  double thread_bound = 0.10;           // B-cubed of the coarse labels of ecbplus .85 here, .79 at .13; our own affairs need .13 or less
  double thread_prior = 200;            // texts that hold none of the words: keeps the vocabulary of the affair; 40 to 1,000 differ little
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

[[nodiscard]] Stories find_stories(std::span<const Analysis> analyses, const Lineage& lineage, const Lexicon& lexicon, const StoryModel& model, const StoryOptions& options, int threads);

}  // namespace attache
