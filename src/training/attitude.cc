#include "training/attitude.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::uint64_t kLargestFile = 64u << 20;
constexpr std::size_t kMostSentenceBytes = 20'000;  // bytes

std::optional<Attitude> attitude_of(std::string_view name) {
  for (const Attitude a : {Attitude::neutral, Attitude::negative, Attitude::positive}) {
    if (name == name_of(a)) return a;
  }
  return std::nullopt;
}

// The tree of the whole text as one sentence, however the segmenter cuts it.
SentenceTree tree_of(const std::string& text, const AnnotationReader& reader) {
  Report report;
  report.text = text;
  report.language.value = "en";
  report.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  Language language = analyse_language(report, reader.lexicon, reader.knowledge, reader.syntax);
  std::vector<Sentence>& sentences = language.segmentation.sentences;
  if (sentences.empty()) return {};
  sentences.front().last = sentences.back().last;
  sentences.front().span.end = sentences.back().span.end;
  sentences.resize(1);
  return read_tree(text, language, 0, reader.syntax, reader.lexicon);
}

}  // namespace

Result<std::vector<AttitudeExample>> parse_attitude_examples(std::string_view text, const std::string& source, const AttitudeAnnotationReader& reader) {
  std::vector<AttitudeExample> out;
  std::uint64_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    const auto wrong = [&](std::string what) { return tl::unexpected<Error>(Error{ErrorCode::invalid_json, std::move(what), source, number}); };
    const nlohmann::json record = nlohmann::json::parse(line, nullptr, false);
    if (!record.is_object()) return wrong("not a JSON object");
    const auto has = [&](const char* key, auto is) { return record.contains(key) && is(record[key]); };
    const auto is_text = [](const nlohmann::json& v) { return v.is_string(); };
    const auto is_place = [](const nlohmann::json& v) { return v.is_number_unsigned() && v.get<std::uint64_t>() <= kMostSentenceBytes; };
    if (!has("id", is_text) || !has("sentence", is_text) || !has("from", is_place) || !has("to", is_place)) return wrong("no \"id\", \"sentence\", \"from\" and \"to\"");
    const std::string sentence = record["sentence"];
    if (sentence.size() > kMostSentenceBytes || !is_valid_utf8(sentence)) return wrong("a sentence of more than " + std::to_string(kMostSentenceBytes) + " bytes, or not UTF-8");
    const CodePointOffsets offsets(sentence);
    const Span target{offsets.to_byte(record["from"].get<std::uint32_t>()), offsets.to_byte(record["to"].get<std::uint32_t>())};
    if (target.begin >= target.end) return wrong("the target lies outside of its sentence");
    AttitudeExample example{record["id"], attitude_features(sentence, tree_of(sentence, reader.language), target, reader.coloured), std::nullopt};
    if (record.contains("label")) {
      example.label = is_text(record["label"]) ? attitude_of(record["label"].get<std::string>()) : std::nullopt;
      if (!example.label) return wrong("\"label\" is negative, neutral or positive");
    }
    out.push_back(std::move(example));
  }
  return out;
}

Result<std::vector<AttitudeExample>> read_attitude_examples(const std::string& path, const AttitudeAnnotationReader& reader) {
  const Result<std::string> text = read_file(path, kLargestFile);
  if (!text) return tl::unexpected<Error>(text.error());
  return parse_attitude_examples(*text, path, reader);
}

AttitudeModel train_attitude(const std::vector<const AttitudeExample*>& examples, const AttitudeTraining& options, const std::function<void(const std::string&)>& tell) {
  std::vector<LabelledSequence> sequences;
  for (const AttitudeExample* example : examples) {
    if (example->label) sequences.push_back({example->rows, {static_cast<std::uint8_t>(*example->label)}});
  }
  std::vector<const LabelledSequence*> pointers;
  for (const LabelledSequence& s : sequences) pointers.push_back(&s);
  return {train_linear_chain(pointers, attitude_labels(), options.chain, [&](int epoch, double loss) { tell(fmt::format("epoch {}: loss {:.4f} a sentence", epoch + 1, loss)); })};
}

}  // namespace attache
