#include "cli/outputs.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "dossier/html/html.h"
#include "dossier/json.h"
#include "store/store.h"

namespace attache {

void add_output_options(CLI::App& app, OutputOptions& options) {
  app.add_option("-o,--output", options.html, "the dossier as one HTML page (- for standard output)");
  app.add_option("--json", options.json, "the dossier as JSON, attache-dossier/1 (- for standard output)");
  app.add_option("--store", options.store, "the dossier as an SQLite file with full-text index; replaces an existing one");
}

void add_run_options(CLI::App& app, RunOptions& options, bool& quiet) {
  options.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 64u));
  app.add_option("--threads", options.threads, "threads to use; the result does not depend on it")->check(CLI::Range(1, 256));
  app.add_flag("--quiet", quiet, "no progress and no warnings on standard error");
}

int write_dossier(const Dossier& dossier, const Resources& resources, const OutputOptions& options, Console& console) {
  console.finish();
  bool written = true;
  if (!options.html.empty()) written &= write_output(options.html, to_html(dossier, resources.knowledge, resources.lexicon), console);
  if (!options.json.empty()) written &= write_output(options.json, to_json(dossier), console);
  if (!options.store.empty()) {
    if (const Result<void> stored = write_store(dossier, options.store); !stored) {
      console.say(describe(stored.error()));
      written = false;
    }
  }
  if (options.html.empty() && options.json.empty() && options.store.empty()) written &= write_output("-", summary_text(dossier), console);
  if (!written) return 3;
  return dossier.refused.empty() ? 0 : 1;
}

std::string summary_text(const Dossier& d) {
  std::string out = fmt::format("{}\n{} read, {} printed twice, {} refused; {} independent origins, {} stories in {} threads, {} statements\n", d.analyses.empty() ? "no report" : d.title.words, d.analyses.size(), d.duplicates.size(), d.refused.size(), d.origins.origins.size(), d.stories.stories.size(), d.stories.threads.size(), d.statements.size());
  for (std::size_t s = 0; s < d.stories.stories.size(); ++s) {
    const Story& story = d.stories.stories[s];
    const std::uint32_t chief = chief_report(d, story);
    const Report& report = d.analyses[chief].report;
    out += fmt::format("\n{} \u00B7 {} \u00B7 {}\n", report.published.value.year ? to_string(report.published.value) : "undated   ", count_origins(d, story.reports), report.title.value.empty() ? std::string(slice(report.text, lead_of(d.analyses[chief]))).substr(0, 100) : report.title.value);
    for (std::uint32_t r : story.reports) {
      const Report& one = d.analyses[r].report;
      const std::int32_t family = d.lineage.family_of[r];
      std::string copy;
      if (family >= 0) {
        for (const Member& m : d.lineage.families[static_cast<std::size_t>(family)].members) {
          if (m.report == r && m.parent >= 0) copy = fmt::format("  ({} copy of {})", name_of(m.descent), d.labels[d.lineage.families[static_cast<std::size_t>(family)].members[static_cast<std::size_t>(m.parent)].report]);
        }
      }
      out += fmt::format("  {:<5} {} {}{}\n", d.labels[r], one.agencies.empty() ? "-" : one.agencies.front().value, one.source, copy);
    }
  }
  return out;
}

}  // namespace attache
