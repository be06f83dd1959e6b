#include "mentions/attribution/features.h"

#include <algorithm>
#include <array>

#include "sequence/feature_hasher.h"

namespace attache {
namespace {

std::uint32_t bucket(std::uint32_t distance) {
  constexpr std::array<std::uint32_t, 12> kBounds = {0, 1, 2, 3, 4, 6, 8, 12, 18, 26, 40, 70};
  std::uint32_t b = 0;
  while (b < kBounds.size() && distance > kBounds[b]) ++b;
  return b;
}

// Of a token, or of what stands beyond the end of the window.
class Window {
 public:
  Window(const ReportSigns& signs, Range range) : signs_(signs), range_(range) {}
  const TokenSigns& at(std::int64_t i) const {
    if (i < range_.first) return before_;
    if (i >= range_.last) return behind_;
    return signs_.tokens[static_cast<std::size_t>(i)];
  }

 private:
  static TokenSigns edge(std::uint32_t mark) {
    TokenSigns s;
    s.word = s.lemma = s.classes = s.ending2 = s.ending3 = s.start3 = mark;
    return s;
  }
  const ReportSigns& signs_;
  Range range_;
  TokenSigns before_ = edge(1), behind_ = edge(2);
};

}  // namespace

FeatureRows cue_features(const ReportSigns& signs, Range sentence) {
  FeatureRows rows;
  const FeatureHasher add(rows);
  const Window w(signs, sentence);
  // how far the nearest mark of a quotation lies before and behind
  std::uint32_t since_close = 99;
  bool quotes = false;
  std::uint32_t verbs = 0, cues = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) quotes |= signs.tokens[i].quotation >= 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const std::int64_t t = i;
    const TokenSigns& s = w.at(t);
    std::uint32_t to_open = 99;
    for (std::uint32_t k = 0; k < 6 && i + k < sentence.last; ++k) {
      if (signs.tokens[i + k].quote == QuoteSide::opens) {
        to_open = k;
        break;
      }
    }
    const std::uint64_t side = static_cast<std::uint64_t>(s.quote);
    const std::uint64_t near = bucket(since_close) * 16 + bucket(to_open);
    add(1);
    for (int k = -3; k <= 3; ++k) add(static_cast<std::uint32_t>(10 + k), w.at(t + k).word);
    for (int k = -2; k <= 2; ++k) add(static_cast<std::uint32_t>(20 + k), w.at(t + k).classes);
    for (int k = -1; k <= 1; ++k) add(static_cast<std::uint32_t>(26 + k), w.at(t + k).lemma);
    add(30, s.ending2);
    add(31, s.ending3);
    add(32, s.start3);
    add(33, s.word, w.at(t + 1).word);
    add(34, s.word, w.at(t - 1).word);
    add(35, s.lemma, w.at(t + 1).classes);
    add(36, s.lemma, w.at(t - 1).classes);
    add(37, s.lemma, w.at(t + 1).word);
    add(38, s.classes, w.at(t + 1).classes, w.at(t - 1).classes);
    add(39, s.ending3, w.at(t + 1).classes);
    add(40, s.ending3, w.at(t - 1).classes);
    add(41, s.classes, w.at(t + 1).word);
    add(42, w.at(t + 1).word, w.at(t + 2).word);
    add(43, w.at(t - 1).word, w.at(t - 2).word);
    add(44, s.lemma, w.at(t + 1).word, w.at(t + 2).word);
    add(45, s.lemma, w.at(t + 1).classes, w.at(t + 2).classes);
    add(46, s.lemma, w.at(t - 1).classes, w.at(t - 2).classes);
    add(50, side);
    add(51, side, s.lemma);
    add(52, near);
    add(53, near, s.lemma);
    add(54, near, s.classes);
    add(55, quotes, s.lemma);
    add(56, near, s.ending3);
    add(60, s.cue_kind, w.at(t + 1).classes);
    add(61, s.cue_kind, w.at(t - 1).classes);
    add(62, s.cue_kind, w.at(t + 1).cue_kind, w.at(t - 1).cue_kind);
    add(63, s.cue_kind, side);
    add(70, s.rule_cue);
    add(71, s.rule_cue, w.at(t + 1).rule_cue, w.at(t - 1).rule_cue);
    add(72, s.rule_cue, s.lemma);
    add(73, s.rule_part, w.at(t + 1).rule_part, w.at(t - 1).rule_part);
    add(74, s.rule_part, s.lemma);
    add(75, s.rule_part, s.cue_kind, s.classes);
    add(76, s.rule_cue, s.cue_kind);
    add(80, bucket(i - sentence.first));
    add(81, bucket(sentence.last - i));
    add(82, bucket(i - sentence.first), s.lemma);
    add(83, std::min<std::uint32_t>(verbs, 4), s.verb);
    add(84, std::min<std::uint32_t>(cues, 3), s.cue_kind != 0, s.classes);
    add(85, std::min<std::uint32_t>(cues, 3), s.lemma);
    rows.end_token();
    if (s.finite) ++verbs;
    if (s.cue_kind != 0) ++cues;
    since_close = s.quote == QuoteSide::closes ? 0 : std::min<std::uint32_t>(since_close + 1, 99);
  }
  return rows;
}

namespace {

// What lies between each token of a window and the cue, the cue's side of it counted.
struct Between {
  std::uint8_t commas = 0, finite = 0, cues = 0, quotes = 0, that = 0, breaks = 0;
};

std::vector<Between> read_between(const ReportSigns& signs, const std::vector<std::uint32_t>& sentences, Range window, Range cue) {
  std::vector<Between> out(window.last - window.first);
  const auto step = [&](Between& sum, std::uint32_t t) {
    const TokenSigns& s = signs.tokens[t];
    const auto more = [](std::uint8_t& n, bool yes) { n = static_cast<std::uint8_t>(std::min(7, n + (yes ? 1 : 0))); };
    if (s.quotation < 0) {
      more(sum.commas, s.comma);
      more(sum.finite, s.finite);
      more(sum.cues, s.rule_cue == 1 || (s.cue_kind != 0 && s.finite));
      more(sum.that, s.that);
    }
    more(sum.quotes, s.quote == QuoteSide::opens);
  };
  Between sum;
  for (std::uint32_t t = cue.last; t < window.last; ++t) {
    if (sentences[t] != sentences[t - 1]) sum.breaks = static_cast<std::uint8_t>(std::min(7, sum.breaks + 1));
    if (signs.tokens[t].quote == QuoteSide::opens) sum.quotes = static_cast<std::uint8_t>(std::min(7, sum.quotes + 1));
    out[t - window.first] = sum;
    const std::uint8_t quotes = sum.quotes;
    step(sum, t);
    sum.quotes = quotes;
  }
  sum = {};
  for (std::uint32_t t = cue.first; t-- > window.first;) {
    if (sentences[t] != sentences[t + 1]) sum.breaks = static_cast<std::uint8_t>(std::min(7, sum.breaks + 1));
    out[t - window.first] = sum;
    step(sum, t);
  }
  return out;
}

// Label of the rules for a token of the same cue: 0 none, 1 source, 2 content.
std::vector<std::uint8_t> read_rule_parts(const ReportSigns& signs, Range window, Range cue, std::int32_t& draft) {
  std::vector<std::uint8_t> out(window.last - window.first, 0);
  draft = -1;
  for (std::uint32_t t = cue.first; t < cue.last && draft < 0; ++t) draft = signs.draft_at[t];
  if (draft < 0) return out;
  const Draft& d = (*signs.drafts)[static_cast<std::size_t>(draft)];
  const auto fill = [&](Range r, std::uint8_t label) {
    for (std::uint32_t t = std::max(r.first, window.first); t < std::min(r.last, window.last); ++t) out[t - window.first] = label;
  };
  for (const Range& r : d.content) fill(r, 2);
  if (d.source) fill(*d.source, 1);
  return out;
}

}  // namespace

FeatureRows part_features(const ReportSigns& signs, const std::vector<std::uint32_t>& sentences, Range window, Range cue, float sure) {
  FeatureRows rows;
  const FeatureHasher add(rows);
  const Window w(signs, window);
  const std::vector<Between> between = read_between(signs, sentences, window, cue);
  std::int32_t draft = -1;
  const std::vector<std::uint8_t> rule = read_rule_parts(signs, window, cue, draft);
  const auto rule_at = [&](std::int64_t i) -> std::uint32_t { return i < window.first || i >= window.last ? 3 : rule[static_cast<std::size_t>(i) - window.first]; };
  // the verb is the last word of a cue more often than not
  const TokenSigns& head = signs.tokens[cue.last - 1];
  const TokenSigns& first = signs.tokens[cue.first];
  const std::uint64_t lemma = head.lemma;
  const std::uint64_t kind = head.cue_kind;
  const TokenSigns& behind = w.at(cue.last);
  const TokenSigns& front = w.at(static_cast<std::int64_t>(cue.first) - 1);
  const std::uint64_t sure10 = static_cast<std::uint64_t>(sure * 5.0f);
  const std::uint64_t quoted_cue = head.quotation >= 0;
  // what stands right beside the cue, a comma stepped over
  const bool quote_behind = behind.quote == QuoteSide::opens || ((behind.comma || behind.word == 0) && w.at(static_cast<std::int64_t>(cue.last) + 1).quote == QuoteSide::opens);
  const bool quote_front = front.quote == QuoteSide::closes;
  std::uint64_t sentence_has_quote = 0;
  for (std::uint32_t t = cue.first; t-- > window.first && sentences[t] == sentences[cue.first];) {
    if (signs.tokens[t].quotation >= 0) sentence_has_quote |= 1;
  }
  for (std::uint32_t t = cue.last; t < window.last && sentences[t] == sentences[cue.first]; ++t) {
    if (signs.tokens[t].quotation >= 0) sentence_has_quote |= 2;
  }
  const std::uint64_t scene = sentence_has_quote | (quote_behind ? 4 : 0) | (quote_front ? 8 : 0) | (draft >= 0 ? 16 : 0) | (quoted_cue << 5);
  for (std::uint32_t i = window.first; i < window.last; ++i) {
    const std::int64_t t = i;
    const TokenSigns& s = w.at(t);
    const Between& b = between[i - window.first];
    const std::uint64_t side = i < cue.first ? 0 : i < cue.last ? 1 : 2;
    const std::uint32_t distance = i < cue.first ? cue.first - i : i < cue.last ? 0 : i - cue.last + 1;
    const std::uint64_t far = side * 16 + bucket(distance);
    const std::uint64_t place = side | static_cast<std::uint64_t>(b.breaks) << 2 | static_cast<std::uint64_t>(std::min<std::uint8_t>(b.commas, 3)) << 6;
    const std::uint64_t quote = static_cast<std::uint64_t>(s.quote) | side << 2 | static_cast<std::uint64_t>(std::min<std::uint8_t>(b.quotes, 3)) << 4;
    const bool begins = i == window.first || sentences[i] != sentences[i - 1];
    const bool ends = i + 1 == window.last || sentences[i] != sentences[i + 1];
    const std::uint64_t edge = (begins ? 1 : 0) | (ends ? 2 : 0) | (i + 1 == cue.first ? 4 : 0) | (i == cue.last ? 8 : 0);
    const bool other_quote_before = w.at(t - 1).quotation != s.quotation, other_quote_behind = w.at(t + 1).quotation != s.quotation;
    const std::uint64_t run = (other_quote_before ? 1 : 0) | (other_quote_behind ? 2 : 0);
    add(1, side);
    add(2, far);
    add(3, far, lemma);
    add(4, far, s.classes);
    add(5, far, static_cast<std::uint64_t>(s.quote));
    add(6, place);
    add(7, place, lemma);
    add(8, place, s.classes);
    add(9, place, static_cast<std::uint64_t>(s.quote));
    for (int k = -2; k <= 2; ++k) add(static_cast<std::uint32_t>(12 + k), w.at(t + k).word, side);
    for (int k = -2; k <= 2; ++k) add(static_cast<std::uint32_t>(18 + k), w.at(t + k).classes, side);
    add(21, s.word, w.at(t - 1).word, side);
    add(22, s.word, w.at(t + 1).word, side);
    add(23, s.classes, w.at(t - 1).classes, w.at(t + 1).classes);
    add(24, s.classes, w.at(t - 1).classes, side);
    add(25, s.classes, w.at(t + 1).classes, side);
    add(26, s.ending3, side);
    add(27, s.word, lemma, side);
    add(28, s.classes, lemma, side);
    add(29, s.word, w.at(t - 1).classes, side);
    add(30, s.classes, w.at(t - 1).word, side);
    add(31, s.word, kind, place);
    add(32, s.classes, kind, place);
    add(33, quote);
    add(34, quote, scene);
    add(35, quote, lemma);
    add(36, quote, run, side);
    add(37, quote, s.classes, w.at(t - 1).classes);
    add(38, quote, w.at(t + 1).word);
    add(40, edge);
    add(41, edge, s.classes);
    add(42, edge, lemma);
    add(43, edge, s.word);
    const std::uint64_t mood = b.finite | static_cast<std::uint64_t>(b.cues) << 3 | static_cast<std::uint64_t>(std::min<std::uint8_t>(b.that, 2)) << 6 | side << 8;
    add(50, mood);
    add(51, mood, s.classes);
    add(52, b.finite, side, s.classes);
    add(53, b.cues, side, s.quotation >= 0);
    add(54, b.that, side, b.commas);
    add(55, b.that, side, behind.word);
    add(60, behind.word, side, s.classes);
    add(61, front.word, side, s.classes);
    add(62, behind.classes, far);
    add(63, front.classes, far);
    add(64, behind.word, far);
    add(65, first.word, far);
    add(66, scene, side);
    add(67, scene, place);
    add(68, scene, far);
    add(69, quoted_cue, side, s.quotation == head.quotation);
    add(70, rule_at(t), side);
    add(71, rule_at(t) | rule_at(t - 1) << 2 | rule_at(t + 1) << 4, side);
    add(72, rule_at(t) | rule_at(t - 1) << 2, lemma);
    add(73, rule_at(t) | rule_at(t - 1) << 2 | rule_at(t + 1) << 4, s.classes);
    add(74, rule_at(t), draft >= 0, far);
    add(75, rule_at(t) | rule_at(t - 1) << 2, s.word, w.at(t - 1).word);
    add(76, rule_at(t) | rule_at(t + 1) << 2, s.word, w.at(t + 1).word);
    add(77, s.rule_part, rule_at(t), s.rule_cue);
    add(78, s.rule_part | w.at(t - 1).rule_part << 2 | w.at(t + 1).rule_part << 4, side, draft >= 0);
    add(79, s.rule_cue, s.cue_kind, side);
    add(80, sure10, side);
    add(81, sure10, rule_at(t), side);
    add(82, sure10, draft >= 0, place);
    add(83, rule_at(t), kind, side);
    rows.end_token();
  }
  return rows;
}

}  // namespace attache
