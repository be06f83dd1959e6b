// Several small reports, split at a form feed: any set of texts makes a dossier and its page.
#include <cstdint>
#include <set>
#include <string>

#include "dossier/html/html.h"
#include "dossier/json.h"
#include "ingest/ingest.h"
#include "pipeline/run.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const Resources resources = load_resources();
  AnalysedInputs analysed;
  std::size_t at = 0;
  for (int k = 0; k < 6 && at <= bytes.size(); ++k) {
    const std::size_t end = std::min(bytes.find('\f', at), bytes.size());
    Record record;
    record.source = "fuzz " + std::to_string(k);
    record.content = bytes.substr(at, end - at);
    at = end + 1;
    Result<Report> report = read_report(std::move(record), resources.knowledge);
    if (report) {
      analysed.analyses.push_back(analyse_report(std::move(*report), resources));
    } else {
      analysed.refused.push_back(report.error());
    }
  }
  const std::size_t inputs = analysed.analyses.size() + analysed.refused.size();
  RunOptions options;
  options.threads = 1;
  const Dossier dossier = assemble(std::move(analysed), resources, options, {});
  require(dossier.analyses.size() + dossier.duplicates.size() + dossier.refused.size() == inputs, "every input is stored, a duplicate or refused");
  std::set<std::string> ids;
  for (const Actor& a : dossier.actors.actors) require(ids.insert(a.id).second, "an actor's id is its own");
  for (const Statement& s : dossier.statements) require(ids.insert(s.id).second, "a statement's id is its own");
  require(!to_json(dossier).empty(), "a dossier has JSON");
  require(!to_html(dossier, resources.knowledge, resources.lexicon).empty(), "a dossier has a page");
  return 0;
}
