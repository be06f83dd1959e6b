// Trained files read or refused, what is read comes back as it was; concepts and name keys of any bytes.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "boosting/boosted_trees.h"
#include "mentions/attitude/model.h"
#include "mentions/attribution/model.h"
#include "mentions/events/model.h"
#include "require.h"
#include "sequence/linear_chain.h"
#include "stories/frequencies.h"
#include "stories/join.h"
#include "tables/concepts.h"
#include "text/name_key.h"

using namespace attache;

namespace {

void read_trees(std::string_view text) {
  const auto model = parse_boosted_trees(text, kJoinSignals, "f");
  if (!model) {
    require(model.error().line.has_value(), "a refusal names its line");
    return;
  }
  const std::string written = serialise(*model);
  const auto again = parse_boosted_trees(written, kJoinSignals, "f");
  require(again && serialise(*again) == written, "trees come back as they were");
  for (const float value : {-1.0F, 0.0F, 0.5F, 1e30F}) {
    std::array<float, kJoinSignals.size()> row{};
    row.fill(value);
    const double p = probability(*model, row);
    require(p >= 0 && p <= 1, "a probability lies between 0 and 1");
    require(probability(*again, row) == p, "trees that come back say the same");
  }
}

void read_frequencies(std::string_view bytes) {
  if (const auto table = parse_frequencies(bytes, "f")) require(serialise(*table) == bytes, "frequencies come back as they were");
}

// The checksum of the whole model would keep the fuzzer out: one chain by itself, with weights enough for few bits of rows.
void read_chain(std::string_view bytes) {
  const std::string padded = std::string(bytes) + std::string(2048, '\1');
  std::string_view rest = padded;
  if (const auto chain = take_linear_chain(rest, "f")) {
    std::string written;
    append(written, *chain);
    require(written == std::string_view(padded).substr(0, written.size()), "a chain comes back as it was");
    FeatureRows rows;
    for (const char c : bytes.substr(0, 32)) {
      rows.add(static_cast<std::uint32_t>(c) * 2654435761u);
      rows.end_token();
    }
    const std::vector<float> scores = label_scores(*chain, rows);
    require(best_labels(*chain, scores).size() == rows.tokens(), "a label for each token");
    for (const float p : label_probabilities(*chain, scores)) require(p >= 0 && p <= 1.0001F, "a probability lies between 0 and 1");
  }
  (void)parse_attribution_model(bytes, "f");
  (void)parse_event_model(bytes, "f");
  (void)parse_attitude_model(bytes, "f");
}

void read_text(std::string_view text) {
  static const std::array<ConceptLexicon, 4> lexicons = {load_concepts("en"), load_concepts("zh"), load_concepts("ru"), load_concepts("ar")};
  static const Romaniser romaniser;
  for (const ConceptLexicon& lexicon : lexicons) {
    const std::vector<std::uint64_t> found = find_concepts(text, lexicon);
    for (std::size_t i = 1; i < found.size(); ++i) require(found[i - 1] < found[i], "concepts ascend, each once");
  }
  const std::string latin = romaniser.romanise(text);
  require(!is_valid_utf8(text) || is_valid_utf8(latin), "Latin letters are UTF-8");
  for (const std::string& key : {name_key(text), name_key(latin)}) {
    require(key.find_first_not_of("AKSTPFLRNM") == std::string::npos, "a key is made of its classes");
    for (std::size_t i = 1; i < key.size(); ++i) require(key[i] != key[i - 1] && key[i] != 'A', "a key repeats no class, and only its beginning is a vowel");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0: read_trees(text); break;
    case 1: read_frequencies(text); break;
    case 2: read_chain(text); break;
    default: read_text(text);
  }
  return 0;
}
