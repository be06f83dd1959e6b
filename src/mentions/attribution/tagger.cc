#include "mentions/attribution/tagger.h"

#include <algorithm>
#include <optional>

#include "mentions/attribution/features.h"

namespace attache {
namespace {

constexpr std::uint32_t kSentencesBefore = 2, kSentencesBehind = 3;
constexpr std::uint32_t kLongestWindow = 150;     // tokens on either side
constexpr std::uint32_t kLongestSentence = 1000;  // tokens; a longer one is no prose, and each of its cues would cost a window: the rules read it alone

// Runs of B and I of one label pair.
std::vector<Range> runs_of(const std::vector<std::uint8_t>& labels, std::uint8_t begins, std::uint8_t goes_on, std::uint32_t first) {
  std::vector<Range> out;
  for (std::uint32_t t = 0; t < labels.size(); ++t) {
    if (labels[t] == begins) {
      out.push_back({first + t, first + t + 1});
    } else if (labels[t] == goes_on && !out.empty()) {
      out.back().last = first + t + 1;
    }
  }
  return out;
}

}  // namespace

// The chain's best labels give the cues; where its best is none, a verb whose probability is still at least `least` is one by itself.
std::vector<CueCandidate> find_cue_candidates(const LinearChain& model, const ReportSigns& signs, Range sentence, float least) {
  const std::vector<float> scores = label_scores(model, cue_features(signs, sentence));
  const std::vector<std::uint8_t> labels = best_labels(model, scores);
  const std::vector<float> probabilities = label_probabilities(model, scores);
  std::vector<CueCandidate> out;
  const std::uint32_t tokens = sentence.last - sentence.first;
  const auto cue_probability = [&](std::uint32_t t) { return probabilities[t * 3 + 1] + probabilities[t * 3 + 2]; };
  for (std::uint32_t t = 0; t < tokens;) {
    std::uint32_t end = t;
    if (labels[t] == 1) {
      end = t + 1;
      while (end < tokens && labels[end] == 2) ++end;
    } else if (cue_probability(t) >= least) {
      end = t + 1;
      while (end < tokens && labels[end] == 0 && cue_probability(end) >= least && probabilities[end * 3 + 2] > probabilities[end * 3 + 1]) ++end;
    }
    if (end == t) {
      ++t;
      continue;
    }
    float sure = 0;
    for (std::uint32_t k = t; k < end; ++k) sure = std::max(sure, cue_probability(k));
    if (sure >= least) out.push_back({{sentence.first + t, sentence.first + end}, sure});
    t = end;
  }
  return out;
}

Range window_of(const Language& language, const ReportSigns& signs, std::uint32_t sentence, Range cue, std::uint32_t longest) {
  const std::vector<Sentence>& sentences = language.segmentation.sentences;
  const Quotes& quotes = language.quotes;
  const auto quotation_over = [&](std::uint32_t token) {  // which goes on from the token before
    const std::int32_t q = quotes.of_token[token];
    return q >= 0 && quotes.list[static_cast<std::size_t>(q)].first < token;
  };
  const auto quotes_in = [&](const Sentence& s) {
    return std::any_of(quotes.of_token.begin() + s.first, quotes.of_token.begin() + s.last, [](std::int32_t q) { return q >= 0; });
  };
  const std::uint32_t block = sentences[sentence].block;
  std::uint32_t first = sentence, last = sentence + 1;
  while (first > 0 && sentences[first - 1].block == block && quotes_in(sentences[first - 1]) && (sentence - first < kSentencesBefore || quotation_over(sentences[first].first))) --first;
  while (last < sentences.size() && sentences[last].block == block && quotes_in(sentences[last]) && (last - sentence <= kSentencesBehind || quotation_over(sentences[last].first))) ++last;
  // "issued the following statement:" and the quotation in a paragraph of its own
  if (last < sentences.size() && sentences[last].block != block && signs.tokens[sentences[last - 1].last - 1].colon && quotes.of_token[sentences[last].first] >= 0) {
    const std::uint32_t next = sentences[last].block;
    ++last;
    while (last < sentences.size() && sentences[last].block == next && quotation_over(sentences[last].first)) ++last;
  }
  Range out{sentences[first].first, sentences[last - 1].last};
  out.first = std::max(out.first, cue.first - std::min(cue.first, longest));
  out.last = std::min(out.last, cue.last + longest);
  return out;
}

std::vector<std::uint32_t> sentences_of_tokens(const Segmentation& segmentation) {
  std::vector<std::uint32_t> out(segmentation.tokens.size(), 0);
  for (std::uint32_t s = 0; s < segmentation.sentences.size(); ++s) {
    for (std::uint32_t t = segmentation.sentences[s].first; t < segmentation.sentences[s].last; ++t) out[t] = s;
  }
  return out;
}

namespace {

class Tagger {
 public:
  Tagger(const AttributionModel& model, const Language& language, const ReportSigns& signs)
      : model_(model), language_(language), signs_(signs), sentence_of_(sentences_of_tokens(language.segmentation)), held_(language.quotes.list.size(), false) {}

  std::vector<Attribution> run() {
    const std::vector<Sentence>& sentences = language_.segmentation.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (sentences[s].title || sentences[s].last - sentences[s].first > kLongestSentence) continue;
      for (const CueCandidate& cue : find_cue_candidates(model_.cues, signs_, {sentences[s].first, sentences[s].last}, kLeastBesideQuotation)) {
        if (cue.sure < (speaks(cue.tokens) ? kSpeechShare : 1.0f) * model_.least_cue) {
          doubtful_.push_back({cue, s});
        } else if (std::optional<Attribution> a = read(cue, s)) {
          keep(std::move(*a));
        }
      }
    }
    // somebody must have said a quotation: a cue that was too doubtful by itself may be the one
    std::stable_sort(doubtful_.begin(), doubtful_.end(), [](const Doubtful& x, const Doubtful& y) { return x.cue.sure > y.cue.sure; });
    for (const Doubtful& d : doubtful_) {
      if (std::optional<Attribution> a = read(d.cue, d.sentence); a && holds_orphan(*a)) keep(std::move(*a));
    }
    std::sort(out_.begin(), out_.end(), [](const Attribution& x, const Attribution& y) { return x.cue.tokens < y.cue.tokens; });
    return std::move(out_);
  }

 private:
  static constexpr float kLeastBesideQuotation = 0.03f;
  static constexpr std::uint32_t kOrphanWords = 6;
  static constexpr std::uint32_t kShortOrphanWords = 1;
  static constexpr float kLeastBesideShort = 0.1f;
  static constexpr float kSpeechShare = 0.5f;  // a verb of speech attributes oftener than it is annotated to
  static constexpr float kSourceStep = 0.5f;
  static constexpr int kSourceSteps = 6;

  const AttributionModel& model_;
  const Language& language_;
  const ReportSigns& signs_;
  const std::vector<std::uint32_t> sentence_of_;
  std::vector<bool> held_;  // quotations that an attribution holds
  struct Doubtful {
    CueCandidate cue;
    std::uint32_t sentence = 0;
  };
  std::vector<Doubtful> doubtful_;
  std::vector<Attribution> out_;

  std::optional<Attribution> read(const CueCandidate& cue, std::uint32_t sentence) const {
    const Range window = window_of(language_, signs_, sentence, cue.tokens, kLongestWindow);
    std::vector<float> scores = label_scores(model_.parts, part_features(signs_, sentence_of_, window, cue.tokens, cue.sure));
    const std::size_t labels = model_.parts.labels.size();
    for (std::uint32_t t = cue.tokens.first; t < cue.tokens.last; ++t) scores[(t - window.first) * labels] += 1000.0f;  // the cue is no part of either
    std::vector<std::uint8_t> best = best_labels(model_.parts, scores);
    Attribution a{cue, sentence, runs_of(best, 1, 2, window.first), runs_of(best, 3, 4, window.first)};
    if (a.content.empty()) return std::nullopt;
    if (!a.source.empty()) return a;
    // most of what is said is said by somebody: the nearest reading that names a source
    for (int step = 0; step < kSourceSteps; ++step) {
      for (std::size_t t = 0; t < best.size(); ++t) scores[t * labels + 1] += kSourceStep;
      best = best_labels(model_.parts, scores);
      Attribution named{cue, sentence, runs_of(best, 1, 2, window.first), runs_of(best, 3, 4, window.first)};
      if (named.content.empty()) break;
      if (named.source.size() == 1) return named;
      if (named.source.size() > 1) break;
    }
    return a;
  }

  [[nodiscard]] bool speaks(Range cue) const {
    for (std::uint32_t t = cue.first; t < cue.last; ++t) {
      if (signs_.tokens[t].speech) return true;
    }
    return false;
  }

  template <class Each>
  void for_each_quotation(const Attribution& a, const Each& each) const {
    std::int32_t last = -1;
    for (const Range& r : a.content) {
      for (std::uint32_t t = r.first; t < r.last; ++t) {
        const std::int32_t q = signs_.tokens[t].quotation;
        if (q >= 0 && q != last) each(static_cast<std::size_t>(q));
        last = q;
      }
    }
  }

  void keep(Attribution a) {
    for_each_quotation(a, [&](std::size_t q) { held_[q] = true; });
    out_.push_back(std::move(a));
  }

  [[nodiscard]] bool holds_orphan(const Attribution& a) const {
    bool orphan = false, taken = false, elsewhere = false;
    for_each_quotation(a, [&](std::size_t q) {
      const Quote& quote = language_.quotes.list[q];
      taken |= held_[q];
      const std::uint32_t least = a.cue.sure >= kLeastBesideShort ? kShortOrphanWords : kOrphanWords;
      elsewhere |= sentence_of_[quote.first] != a.sentence;
      orphan |= !held_[q] && quote.last - quote.first >= least + 2;
    });
    const bool cue_quoted = signs_.tokens[a.cue.tokens.first].quotation >= 0;
    const bool begins_quoted = signs_.tokens[a.content.front().first].quotation >= 0;  // no "hung from | the town hall. "We have ..."
    return orphan && !taken && !cue_quoted && (begins_quoted || !elsewhere);
  }
};

}  // namespace

std::vector<Attribution> tag_attributions(const AttributionModel& model, const Language& language, const ReportSigns& signs) { return Tagger(model, language, signs).run(); }

}  // namespace attache
