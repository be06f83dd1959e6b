#include "mentions/attitude/model.h"

#include <utility>

#include "sequence/chain_file.h"
#include "tables/embedded.h"

namespace attache {
namespace {

ChainFileForm form() { return {"attache-attitude 1\n", "attitudes", {attitude_labels()}, 0}; }

}  // namespace

std::vector<std::string> attitude_labels() { return {"O", "B-negative", "B-positive"}; }

std::string serialise(const AttitudeModel& model) { return serialise(form(), {{}, {model.chain}}); }

Result<AttitudeModel> parse_attitude_model(std::string_view bytes, const std::string& source) {
  Result<ChainFile> file = parse_chain_file(form(), bytes, source);
  if (!file) return tl::unexpected<Error>(file.error());
  return AttitudeModel{std::move(file->chains.front())};
}

Result<AttitudeModel> shipped_attitude_model() { return parse_attitude_model(embedded_file("attitude.bin"), "attitude.bin"); }

}  // namespace attache
