// attache diff A B: what the second copy changed against the first.
#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "lineage/edits.h"
#include "lineage/document.h"
#include "lineage/fingerprint.h"
#include "lineage/relation.h"
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

// Nothing is certain.
double percent(double confidence) { return std::min(99.0, 100 * confidence); }

std::string diff_text(const Analysis& a, const Analysis& b, const Judgement& judgement, const std::vector<Edit>& edits) {
  std::string out = fmt::format("{} -> {}: {} (confidence {:.0f} %)\n{}\n", a.report.source, b.report.source, name_of(judgement.relation), percent(judgement.confidence), judgement.reason);
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

std::string diff_json(const Analysis& a, const Analysis& b, const Overlap& overlap, const Judgement& judgement, const std::vector<Edit>& edits) {
  const CodePointOffsets from(a.report.text), to(b.report.text);
  Json list = Json::array();
  for (const Edit& e : edits) {
    list.push_back({{"op", name_of(e.op)}, {"moved", e.moved}, {"number_changed", e.number_changed}, {"name_changed", e.name_changed}, {"from", sentences_json(a, from, e.from)}, {"to", sentences_json(b, to, e.to)}});
  }
  const Json out = {{"from", a.report.source}, {"to", b.report.source}, {"containment", overlap.containment}, {"relation", name_of(judgement.relation)}, {"confidence", judgement.confidence}, {"reason", judgement.reason}, {"edits", std::move(list)}};
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// Two reports by themselves: no collection says which sequences many reports hold.
Judgement judge_pair(const Report& a, const Report& b, double bound) {
  const TextShape shape_a = make_shape(a), shape_b = make_shape(b);
  SketchIndex index;
  index.add(0, make_sketch(shape_a.fingerprint), published_day(a));
  index.add(1, make_sketch(shape_b.fingerprint), published_day(b));
  const KinshipSignals signals = kinship_signals(a, shape_a, b, shape_b, index);
  return judge(signals, kin_probability(shipped_kinship().value(), signals), bound);
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
            const Judgement judgement = judge_pair(from.report, to.report, run.lineage.links.bound);
            const std::vector<Edit> edits = align_sentences(document_of(from), document_of(to), resources.lexicon);
            return write_output("-", options->json ? diff_json(from, to, overlap, judgement, edits) : diff_text(from, to, judgement, edits), console) ? 0 : 3;
          }};
}

}  // namespace attache
