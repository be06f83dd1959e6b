#include "training/statements.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/strings.h"
#include "mentions/attribution/features.h"
#include "mentions/attribution/tagger.h"
#include "mentions/read_by_rules.h"
#include "syntax/model.h"
#include "text/utf8.h"

namespace attache {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kLargestFile = 1u << 30;
constexpr std::uint8_t kOutside = 0;
constexpr std::uint32_t kTrainingWindow = 400;  // more than the tagger looks at: with its 150 speech F1 on dev .787 instead of .792

// Tokens that a span touches, as one range; none where it touches none.
std::optional<Range> tokens_in(const std::vector<Token>& tokens, Span span) {
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= span.begin; });
  const auto last = std::partition_point(first, tokens.end(), [&](const Token& t) { return t.span.begin < span.end; });
  if (first == last) return std::nullopt;
  return Range{static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

// False where a span is none or lies outside the text.
bool read_ranges(const Json& spans, const CodePointOffsets& offsets, std::uint32_t size, const std::vector<Token>& tokens, std::vector<Range>& out) {
  if (!spans.is_array()) return false;
  for (const Json& s : spans) {
    if (!s.is_array() || s.size() != 2 || !s[0].is_number_unsigned() || !s[1].is_number_unsigned()) return false;
    const std::uint64_t begin = s[0], end = s[1];
    if (begin >= end || end > size) return false;
    if (const auto r = tokens_in(tokens, {offsets.to_byte(static_cast<std::uint32_t>(begin)), offsets.to_byte(static_cast<std::uint32_t>(end))})) out.push_back(*r);
  }
  return true;
}

void mark(std::vector<std::uint8_t>& labels, Range window, const std::vector<Range>& ranges, std::uint8_t begins) {
  for (const Range& r : ranges) {
    for (std::uint32_t t = std::max(r.first, window.first); t < std::min(r.last, window.last); ++t) labels[t - window.first] = static_cast<std::uint8_t>(t == r.first || t == window.first ? begins : begins + 1);
  }
}

LabelledSequence cue_sequence(const AnnotatedReport& report, const Sentence& sentence) {
  const Range range{sentence.first, sentence.last};
  LabelledSequence s{cue_features(report.signs, range), std::vector<std::uint8_t>(sentence.size(), kOutside)};
  for (const GoldAttribution& g : report.gold) mark(s.labels, range, g.cue, 1);
  return s;
}

LabelledSequence part_sequence(const AnnotatedReport& report, const std::vector<std::uint32_t>& sentence_of, const CueCandidate& cue, const GoldAttribution* gold) {
  const Range window = window_of(report.language, report.signs, sentence_of[cue.tokens.first], cue.tokens, kTrainingWindow);
  LabelledSequence s{part_features(report.signs, sentence_of, window, cue.tokens, cue.sure), std::vector<std::uint8_t>(window.last - window.first, kOutside)};
  if (!gold) return s;
  mark(s.labels, window, gold->content, 3);
  mark(s.labels, window, gold->source, 1);
  for (std::uint32_t t = cue.tokens.first; t < cue.tokens.last; ++t) s.labels[t - window.first] = kOutside;
  for (std::size_t t = 0; t < s.labels.size(); ++t) {  // a piece that the cue cut begins anew
    const std::uint8_t before = t == 0 ? kOutside : s.labels[t - 1];
    if ((s.labels[t] == 2 || s.labels[t] == 4) && before != s.labels[t] && before + 1 != s.labels[t]) --s.labels[t];
  }
  return s;
}

// Candidates of a report, each with the attribution it is the cue of, and attributions that no candidate is the cue of.
std::vector<LabelledSequence> part_sequences(const AnnotatedReport& report, const LinearChain& cues, float least) {
  std::vector<LabelledSequence> out;
  const std::vector<std::uint32_t> sentence_of = sentences_of_tokens(report.language.segmentation);
  std::vector<bool> met(report.gold.size(), false);
  for (const Sentence& sentence : report.language.segmentation.sentences) {
    if (sentence.title) continue;
    for (const CueCandidate& cue : find_cue_candidates(cues, report.signs, {sentence.first, sentence.last}, least)) {
      const GoldAttribution* gold = nullptr;
      for (std::size_t g = 0; g < report.gold.size(); ++g) {
        if (!overlap(report.gold[g].cue, cue.tokens)) continue;
        if (!gold) gold = &report.gold[g];
        met[g] = true;
      }
      out.push_back(part_sequence(report, sentence_of, cue, gold));
    }
  }
  for (std::size_t g = 0; g < report.gold.size(); ++g) {
    if (met[g] || report.gold[g].cue.empty()) continue;
    out.push_back(part_sequence(report, sentence_of, {report.gold[g].cue.front(), least}, &report.gold[g]));
  }
  return out;
}

std::vector<const LabelledSequence*> pointers(const std::vector<LabelledSequence>& sequences) {
  std::vector<const LabelledSequence*> out;
  for (const LabelledSequence& s : sequences) out.push_back(&s);
  return out;
}

}  // namespace

AnnotationReader::AnnotationReader() : knowledge(load_knowledge()), lexicon(load_lexicon()), cues(load_cues()), syntax(shipped_model().value(), knowledge) {}

Result<std::vector<std::unique_ptr<AnnotatedReport>>> read_annotated_reports(const std::string& path, const AnnotationReader& reader) {
  const Result<std::string> text = read_file(path, kLargestFile);
  if (!text) return tl::unexpected<Error>(text.error());
  std::vector<std::unique_ptr<AnnotatedReport>> out;
  std::uint64_t number = 0;
  for (std::string_view line : split(*text, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    const auto wrong = [&](std::string what) { return tl::unexpected<Error>(Error{ErrorCode::invalid_json, std::move(what), path, number}); };
    const Json record = Json::parse(line, nullptr, false);
    if (!record.is_object() || !record.contains("text") || !record["text"].is_string() || !record.contains("attributions") || !record["attributions"].is_array()) return wrong("no record with a text and attributions");
    Report report;
    report.text = record["text"];
    report.language.value = "en";
    for (std::size_t at = 0; at < report.text.size();) {
      const std::size_t end = std::min(report.text.find("\n\n", at), report.text.size());
      if (end > at) report.blocks.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, BlockKind::paragraph});
      at = std::max(end, report.text.find_first_not_of('\n', end) == std::string::npos ? report.text.size() : report.text.find_first_not_of('\n', end));
    }
    if (!report.blocks.empty()) report.blocks.front().kind = BlockKind::title;
    auto annotated = std::make_unique<AnnotatedReport>();
    annotated->language = analyse_language(report, reader.lexicon, reader.knowledge, reader.syntax);
    const Clauses clauses(report.text, annotated->language, annotated->language.quotes);
    annotated->drafts = read_by_rules(report, annotated->language, reader.lexicon, reader.cues, clauses);
    annotated->signs = read_signs(report.text, annotated->language, reader.lexicon, reader.cues, clauses, annotated->drafts);
    const CodePointOffsets offsets(report.text);
    const std::uint32_t size = offsets.of_byte(static_cast<std::uint32_t>(report.text.size()));
    for (const Json& a : record["attributions"]) {
      GoldAttribution gold;
      const auto& tokens = annotated->language.segmentation.tokens;
      if (!a.is_object() || !read_ranges(a.value("source", Json::array()), offsets, size, tokens, gold.source) || !read_ranges(a.value("cue", Json::array()), offsets, size, tokens, gold.cue) || !read_ranges(a.value("content", Json::array()), offsets, size, tokens, gold.content)) return wrong("an attribution has spans that are none");
      annotated->gold.push_back(std::move(gold));
    }
    out.push_back(std::move(annotated));
  }
  return out;
}

AttributionScores score_attribution(const AttributionModel& model, const std::vector<std::unique_ptr<AnnotatedReport>>& reports) {
  AttributionScores scores;
  for (const auto& report : reports) {
    std::set<Range> found[3], annotated[3];
    for (const Attribution& a : tag_attributions(model, report->language, report->signs)) {
      found[0].insert(a.cue.tokens);
      found[1].insert(a.source.begin(), a.source.end());
      found[2].insert(a.content.begin(), a.content.end());
    }
    for (const GoldAttribution& g : report->gold) {
      annotated[0].insert(g.cue.begin(), g.cue.end());
      annotated[1].insert(g.source.begin(), g.source.end());
      annotated[2].insert(g.content.begin(), g.content.end());
    }
    PieceCounts* counts[3] = {&scores.cue, &scores.source, &scores.content};
    for (std::size_t role = 0; role < 3; ++role) {
      counts[role]->found += found[role].size();
      counts[role]->annotated += annotated[role].size();
      for (const Range& r : found[role]) counts[role]->right += annotated[role].contains(r);
    }
  }
  return scores;
}

AttributionModel train_attribution(const std::vector<std::unique_ptr<AnnotatedReport>>& reports, const AttributionTraining& o, const std::function<void(const std::string&)>& tell) {
  std::vector<LabelledSequence> cues;
  std::vector<std::size_t> report_of;
  for (std::size_t r = 0; r < reports.size(); ++r) {
    for (const Sentence& sentence : reports[r]->language.segmentation.sentences) {
      if (sentence.title) continue;
      cues.push_back(cue_sequence(*reports[r], sentence));
      report_of.push_back(r);
    }
  }
  const auto told = [&](const std::string& name) { return [&tell, name](int epoch, double loss) { tell(fmt::format("{}, epoch {}: loss {:.4f} a token", name, epoch + 1, loss)); }; };
  std::vector<LabelledSequence> parts;
  const std::size_t folds = static_cast<std::size_t>(std::max(2, o.folds));
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const LabelledSequence*> others;
    for (std::size_t s = 0; s < cues.size(); ++s) {
      if (report_of[s] % folds != fold) others.push_back(&cues[s]);
    }
    const LinearChain chain = train_linear_chain(std::move(others), cue_labels(), o.cues, {});
    for (std::size_t r = fold; r < reports.size(); r += folds) {
      for (LabelledSequence& s : part_sequences(*reports[r], chain, o.least_candidate)) parts.push_back(std::move(s));
    }
    tell(fmt::format("part {} of {}: {} cues so far", fold + 1, folds, parts.size()));
  }
  AttributionModel model;
  model.least_cue = o.least_cue;
  model.cues = train_linear_chain(pointers(cues), cue_labels(), o.cues, told("cues"));
  model.parts = train_linear_chain(pointers(parts), part_labels(), o.parts, told("parts"));
  return model;
}

}  // namespace attache
