#include "language/name_judge.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "base/strings.h"
#include "language/person_name.h"
#include "text/fold.h"

namespace attache {
namespace {

constexpr std::size_t kMostSentences = 6;  // a report
constexpr int kMostMentions = 2;            // of a name

enum Kind : std::size_t { none, person, place, organisation, other };

Kind kind_of(std::string_view label) {
  if (label.ends_with("-PER")) return person;
  if (label.ends_with("-LOC")) return place;
  if (label.ends_with("-ORG")) return organisation;
  return label == "O" ? none : other;
}

class Judge {
 public:
  Judge(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const SyntaxReader& reader, std::vector<NameRun>& runs)
      : text_(text), segmentation_(segmentation), lexicon_(lexicon), reader_(reader), runs_(runs) {}

  ReadSentences run() {
    // the long names first: a word of a person's name needs no judge, it joins that person
    judge([](const NameRun& run) { return run.last > run.first + 1; });
    std::set<std::string> words_of_persons;
    for (const NameRun& run : runs_) {
      if (run.type != EntityType::person) continue;
      for (std::string& word : person_words(words_of(run))) words_of_persons.insert(std::move(word));
    }
    std::map<std::string, int> runs_of;
    for (const NameRun& run : runs_) {
      if (run.last == run.first + 1) ++runs_of[words_of(run)];
    }
    // a word that stands once in the middle of a sentence gets no answer that would be believed
    const auto worth_asking = [&](const NameRun& run) { return runs_of[words_of(run)] > 1 || stands_somewhere(run) || run.first == segmentation_.sentences[run.sentence].first; };
    judge([&](const NameRun& run) { return run.last == run.first + 1 && worth_asking(run) && !words_of_persons.contains(fold(words_of(run))); });
    return std::move(read_);
  }

 private:
  template <class Wanted>
  void judge(Wanted wanted) {
    const auto open = [&](const NameRun& run) { return run.type == EntityType::other && run.key.empty() && wanted(run); };
    for (const NameRun& run : runs_) {
      if (open(run) && !segmentation_.sentences[run.sentence].title) ask(run);
    }
    std::erase_if(runs_, [&](NameRun& run) {
      if (!open(run)) return false;
      const auto asked = verdicts_.find(words_of(run));
      if (asked == verdicts_.end()) return false;
      // one word in one place can be anybody: "Velmara reported an incursion"
      const bool sure = run.last > run.first + 1 || asked->second.mentions > 1;
      switch (asked->second.winner()) {
        case person:
          if (sure) run.type = EntityType::person;
          return false;
        case place:
          if (asked->second.somewhere) run.type = EntityType::place;
          return false;
        case organisation:
          if (sure) run.type = EntityType::organisation;
          return false;
        case none: return run.last == run.first + 1;
        case other: return false;
      }
      return false;
    });
  }

  struct Votes {
    std::array<int, 5> of{};
    int mentions = 0;
    bool somewhere = false;  // a mention stands behind a preposition of place: alone, the model takes too many persons for places
    // The kind that every mention has; mentions of two kinds decide nothing.
    [[nodiscard]] Kind winner() const {
      for (std::size_t k = 0; k < of.size(); ++k) {
        if (of[k] == mentions) return static_cast<Kind>(k);
      }
      return other;
    }
  };

  std::string_view text_;
  const Segmentation& segmentation_;
  const Lexicon& lexicon_;
  const SyntaxReader& reader_;
  std::vector<NameRun>& runs_;
  std::map<std::string, Votes> verdicts_;                        // by the words of a name
  ReadSentences read_;
  std::map<std::uint32_t, std::vector<Kind>> kinds_of_tokens_;  // by sentence, from its first token

  std::string words_of(const NameRun& run) const { return collapse_space(slice(text_, {segmentation_.tokens[run.first].span.begin, segmentation_.tokens[run.last - 1].span.end})); }

  void ask(const NameRun& run) {
    const std::string words = words_of(run);
    const auto known = verdicts_.find(words);
    if (known != verdicts_.end() && known->second.mentions >= kMostMentions) return;
    const std::vector<Kind>* kinds = kinds_in(run.sentence);
    if (!kinds) return;
    // the kind of most of its words
    std::array<int, 5> votes{};
    const std::uint32_t first = segmentation_.sentences[run.sentence].first;
    for (std::uint32_t t = run.first; t < run.last; ++t) ++votes[(*kinds)[t - first]];
    Votes& verdict = verdicts_[words];
    ++verdict.mentions;
    verdict.somewhere = verdict.somewhere || stands_somewhere(run);
    ++verdict.of[static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin())];
  }

  bool stands_somewhere(const NameRun& run) const {
    const Sentence& sentence = segmentation_.sentences[run.sentence];
    if (run.first == sentence.first) return false;
    const std::string before = lower_ascii(slice(text_, segmentation_.tokens[run.first - 1].span));
    return is_one_of(before, {"in", "at", "near", "from", "to", "of", "outside", "inside", "across", "through", "around", "towards", "toward", "into", "off", "over", "the", "reached", "left", "visited", "northern", "southern", "eastern", "western", "central"});
  }

  // Null where enough sentences were read.
  const std::vector<Kind>* kinds_in(std::uint32_t s) {
    if (const auto known = kinds_of_tokens_.find(s); known != kinds_of_tokens_.end()) return &known->second;
    if (kinds_of_tokens_.size() >= kMostSentences) return nullptr;
    const Sentence& sentence = segmentation_.sentences[s];
    const std::vector<Word> words = syntactic_words(text_, segmentation_, sentence, lexicon_);
    std::vector<std::string_view> forms;
    forms.reserve(words.size());
    for (const Word& w : words) forms.push_back(slice(text_, w.span));
    const std::vector<WordSyntax>& read = read_.emplace(sentence.first, reader_.read(forms)).first->second;
    std::vector<Kind> kinds(sentence.size(), none);
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (const Kind kind = kind_of(reader_.labels().names[read[w].name]); kind != none) kinds[words[w].token - sentence.first] = kind;
    }
    return &kinds_of_tokens_.emplace(s, std::move(kinds)).first->second;
  }
};

}  // namespace

ReadSentences judge_unknown_names(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const SyntaxReader& reader, std::vector<NameRun>& runs) { return Judge(text, segmentation, lexicon, reader, runs).run(); }

}  // namespace attache
