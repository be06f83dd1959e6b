// The sentence that stands for a day of a timeline.
#pragma once

#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "stories/timeline_sentences.h"

namespace attache {

struct SentenceRef {
  std::uint32_t report = 0, sentence = 0;  // of TimelineReports
  auto operator<=>(const SentenceRef&) const = default;
};

class LineChooser {
 public:
  LineChooser(const TimelineReports& reports, std::span<const Analysis> analyses, const TimelineOptions& options);

  // The best sentence for a day that was not chosen for another, if one can be; nothing where no sentence names the day and
  // no report of it or of the next day has one (`named_only`: where none names it).
  [[nodiscard]] std::optional<SentenceRef> choose(int day);

 private:
  using Vector = std::vector<std::pair<std::uint32_t, double>>;  // word -> weight, by word; unit length
  struct Candidate {
    SentenceRef at;
    double weight = 0;
  };

  const TimelineReports& reports_;
  std::span<const Analysis> analyses_;
  const TimelineOptions& options_;
  std::unordered_map<std::string, std::uint32_t> word_numbers_;
  std::vector<std::uint32_t> texts_with_;  // of each word
  std::map<int, std::vector<SentenceRef>> naming_;
  std::map<int, std::vector<std::uint32_t>> published_;
  std::set<SentenceRef> used_;

  [[nodiscard]] const TimelineSentence& sentence(const SentenceRef& at) const { return reports_.reports[at.report].sentences[at.sentence]; }
  [[nodiscard]] std::string_view text(const SentenceRef& at) const;
  [[nodiscard]] std::vector<Candidate> candidates(int day) const;
  [[nodiscard]] Vector vector_of(const SentenceRef& at) const;
};

}  // namespace attache
