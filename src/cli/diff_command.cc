// attache diff A B: what the second copy changed against the first.
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "lineage/edits.h"
#include "lineage/fingerprint.h"
#include "pipeline/run.h"
#include "text/utf8.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

std::string sentences_text(const Analysis& a, const std::vector<std::uint32_t>& sentences) {
  std::string out;
  for (std::uint32_t s : sentences) out += (out.empty() ? "" : " ") + collapse_space(slice(a.report.text, a.sentences[s].span));
  return out;
}

Json sentences_json(const Analysis& a, const CodePointOffsets& offsets, const std::vector<std::uint32_t>& sentences) {
  Json out = Json::array();
  for (std::uint32_t s : sentences) {
    const Span span = a.sentences[s].span;
    out.push_back({{"start", offsets.of_byte(span.begin)}, {"end", offsets.of_byte(span.end)}, {"exact", slice(a.report.text, span)}});
  }
  return out;
}

std::string diff_text(const Analysis& a, const Analysis& b, const Overlap& overlap, const std::vector<Edit>& edits) {
  std::string out = fmt::format("{} -> {}: {:.0f} % of the shorter text's word sequences in common\n", a.report.source, b.report.source, 100 * overlap.containment);
  std::size_t same = 0;
  for (const Edit& e : edits) {
    if (e.op <= EditOp::typography && !e.moved) {
      ++same;
      continue;
    }
    out += fmt::format("\n{}{}{}{}\n", name_of(e.op), e.moved ? ", moved" : "", e.number_changed ? ", number" : "", e.name_changed ? ", name" : "");
    if (!e.from.empty()) out += "- " + sentences_text(a, e.from) + "\n";
    if (!e.to.empty()) out += "+ " + sentences_text(b, e.to) + "\n";
  }
  return out + fmt::format("\n{} unchanged\n", counted(same, "sentence"));
}

std::string diff_json(const Analysis& a, const Analysis& b, const Overlap& overlap, const std::vector<Edit>& edits) {
  const CodePointOffsets from(a.report.text), to(b.report.text);
  Json list = Json::array();
  for (const Edit& e : edits) {
    list.push_back({{"op", name_of(e.op)}, {"moved", e.moved}, {"number_changed", e.number_changed}, {"name_changed", e.name_changed}, {"from", sentences_json(a, from, e.from)}, {"to", sentences_json(b, to, e.to)}});
  }
  const Json out = {{"from", a.report.source}, {"to", b.report.source}, {"containment", overlap.containment}, {"edits", std::move(list)}};
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

Command diff_command(CLI::App& program) {
  struct Options {
    std::string a, b;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("diff", "Show what the second copy of a report changed");
  app->add_option("A", options->a, "the earlier report")->required();
  app->add_option("B", options->b, "the later report")->required();
  app->add_flag("--json", options->json, "as JSON");
  return {app, [options] {
            Console console(false);
            const Resources resources = load_resources();
            const RunOptions run;
            const AnalysedInputs a = analyse_inputs({options->a}, resources, run, console.progress());
            const AnalysedInputs b = analyse_inputs({options->b}, resources, run, console.progress());
            console.finish();
            if (a.analyses.size() != 1 || b.analyses.size() != 1) {
              if (a.refused.empty() && b.refused.empty()) console.say("diff takes two inputs of one report each");
              return a.refused.empty() && b.refused.empty() ? 2 : 1;
            }
            const Analysis& from = a.analyses.front();
            const Analysis& to = b.analyses.front();
            const Overlap overlap = compare(make_fingerprint(from.report), make_fingerprint(to.report));
            const std::vector<Edit> edits = align_sentences(document_of(from), document_of(to), resources.lexicon);
            return write_output("-", options->json ? diff_json(from, to, overlap, edits) : diff_text(from, to, overlap, edits), console) ? 0 : 3;
          }};
}

}  // namespace attache
