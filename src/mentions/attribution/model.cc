#include "mentions/attribution/model.h"

#include "sequence/chain_file.h"
#include "tables/embedded.h"

namespace attache {
namespace {

ChainFileForm form() { return {"attache-statements 1\n", "statements", {cue_labels(), part_labels()}, 1}; }

}  // namespace

std::vector<std::string> cue_labels() { return {"O", "B-cue", "I-cue"}; }
std::vector<std::string> part_labels() { return {"O", "B-source", "I-source", "B-content", "I-content"}; }

std::string serialise(const AttributionModel& model) { return serialise(form(), {{model.least_cue}, {model.cues, model.parts}}); }

Result<AttributionModel> parse_attribution_model(std::string_view bytes, const std::string& source) {
  Result<ChainFile> file = parse_chain_file(form(), bytes, source);
  if (!file) return tl::unexpected<Error>(file.error());
  AttributionModel model;
  model.least_cue = file->numbers[0];
  model.cues = std::move(file->chains[0]);
  model.parts = std::move(file->chains[1]);
  return model;
}

Result<AttributionModel> shipped_attribution_model() { return parse_attribution_model(embedded_file("statements.bin"), "statements.bin"); }

}  // namespace attache
