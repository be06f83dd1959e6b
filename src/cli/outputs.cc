#include "cli/outputs.h"

#include <algorithm>
#include <thread>

#include <fmt/format.h>

#include "base/file.h"
#include "base/strings.h"
#include "dossier/html/html.h"
#include "dossier/json.h"
#include "room/thread.h"
#include "store/schema.h"
#include "store/tables.h"
#include "text/utf8.h"

namespace attache {

namespace {

std::string named(const std::string& path) { return path.empty() ? "the name is empty" : ""; }

void check_outputs(const OutputOptions& options) {
  if (options.html == "-" && options.json == "-") throw CLI::ValidationError("-o and --json", "only one output can go to standard output");
  if (options.tables == "-") throw CLI::ValidationError("--tables", "an SQLite file cannot go to standard output");
}

}  // namespace

void add_output_options(CLI::App& app, OutputOptions& options) {
  app.add_option("-o,--output", options.html, "the dossier as one HTML page (- for standard output)")->check(CLI::Validator(named, "FILE"));
  app.add_option("--json", options.json, "the dossier as JSON, attache-dossier/1 (- for standard output)")->check(CLI::Validator(named, "FILE"));
  app.add_option("--tables", options.tables, "the dossier as plain SQLite tables for SQL; replaces an existing file")->check(CLI::Validator(named, "FILE"));
  app.parse_complete_callback([&options] { check_outputs(options); });
}

void add_day_option(CLI::App& app, const std::string& name, std::string& day, const std::string& words) {
  const auto is_day = [](const std::string& text) {
    const std::optional<Date> date = parse_iso_date(text);
    return date && is_valid(*date) ? std::string() : "not a day as 2024-03-05: " + text;
  };
  app.add_option(name, day, words)->check(CLI::Validator(is_day, "DATE"));
}

void add_run_options(CLI::App& app, RunOptions& options, bool& quiet) {
  options.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 64u));
  app.add_option("--threads", options.threads, "threads to use; the result does not depend on it")->check(CLI::Range(1, 256));
  app.add_flag("--quiet", quiet, "no progress and no warnings on standard error");
}

void add_assemble_options(CLI::App& app, RunOptions& options) {
  const auto read = [&options](const std::string& path) {
    constexpr std::uint64_t kMostBytes = 10'000'000;
    const Result<std::string> text = read_file(path, kMostBytes);
    if (!text) throw CLI::ValidationError("--corrections", describe(text.error()));
    Result<std::vector<Correction>> corrections = parse_corrections(*text, path);
    if (!corrections) throw CLI::ValidationError("--corrections", describe(corrections.error()));
    options.corrections = std::move(*corrections);
  };
  app.add_option("--window", options.lineage.links.window, "look for copies among the reports of so many days before; 0: among all")->capture_default_str()->check(CLI::Range(0, 36500))->type_name("DAYS");
  app.add_option_function<std::string>("--corrections", read, "who is who, put right by hand: lines \"merge | A | B\", \"rename | A | NEW\", \"split | A | NEW | report FILE\"")->type_name("FILE");
}

void add_input_options(CLI::App& app, RunOptions& options) {
  const auto read = [&options](const std::vector<std::string>& mappings) {
    Result<FieldMap> map = parse_field_map(mappings);
    if (!map) throw CLI::ValidationError("--map", map.error().message);
    options.inputs.content.fields = std::move(*map);
  };
  app.add_option_function<std::vector<std::string>>("--map", read, "where JSON records have their fields, e.g. text=body,title=headline,published=meta.date; may be given again")->allow_extra_args(false)->type_name("FIELD=PATH");
}

std::optional<Dossier> make_dossier(const std::vector<std::string>& inputs, const Resources& resources, const RunOptions& options, Console& console) {
  const Progress progress = console.progress();
  if (inputs.size() != 1 || !is_store(inputs[0])) return assemble(analyse_inputs(inputs, resources, options, progress), resources, options, progress);
  Result<Dossier> read = read_store(inputs[0], resources, options);
  console.finish();
  if (read) return std::move(*read);
  console.fail(describe(read.error()));
  return std::nullopt;
}

int write_dossier(const Dossier& dossier, const Resources& resources, const OutputOptions& options, Console& console) {
  console.finish();
  for (const Correction& c : dossier.actors.unused_corrections) console.say(c.source + ":" + std::to_string(c.line) + ": nobody in these reports is called so: " + c.actor + (c.kind == Correction::Kind::merge ? " or " + c.other : ""));
  bool written = true;
  if (!options.html.empty()) written &= write_output(options.html, to_html(dossier, resources.knowledge, resources.lexicon), console);
  if (!options.json.empty()) written &= write_output(options.json, to_json(dossier), console);
  if (!options.tables.empty()) {
    if (const Result<void> stored = write_tables(dossier, options.tables); !stored) {
      console.fail(describe(stored.error()));
      written = false;
    }
  }
  if (options.html.empty() && options.json.empty() && options.tables.empty()) written &= write_output("-", summary_text(dossier), console);
  if (!written) return 3;
  return dossier.refused.empty() ? 0 : 1;
}

namespace {

std::string day_of(const Dossier& d, std::uint32_t report) {
  const Date& stated = d.analyses[report].report.published.value;
  if (stated.year) return to_string(stated);
  const Date& bound = d.bounds[report].not_before;
  return bound.year ? "after " + to_string(bound) : "undated";
}

std::string headline_of(const Dossier& d, std::uint32_t report) {
  const Report& r = d.analyses[report].report;
  if (!r.title.value.empty()) return r.title.value;
  const std::string lead = collapse_space(slice(r.text, lead_of(d.analyses[report])));
  constexpr std::size_t kMost = 100;
  return lead.size() <= kMost ? lead : lead.substr(0, floor_boundary(lead, kMost)) + "\u2026";
}

}  // namespace

std::string summary_text(const Dossier& d) {
  if (d.analyses.empty()) return fmt::format("no report; {} refused\n", counted(d.refused.size(), "input"));
  std::string out = fmt::format("{}\n{}, {}, {} refused; {}; {} in {}; {}\n", d.title.words, counted(d.analyses.size(), "report"), counted(d.duplicates.size(), "duplicate"), d.refused.size(), counted(d.origins.origins.size(), "independent origin"),
                                counted(d.stories.stories.size(), "story", "stories"), counted(d.stories.threads.size(), "thread"), counted(d.statements.size(), "statement"));
  for (std::uint32_t s : d.story_order) {
    const Story& story = d.stories.stories[s];
    out += fmt::format("\n{} ({})\n", headline_of(d, chief_report(d, story)), counted(count_origins(d, story.reports), "origin"));
    std::vector<std::uint32_t> reports = story.reports;
    std::sort(reports.begin(), reports.end(), [&](std::uint32_t a, std::uint32_t b) { return d.place[a] < d.place[b]; });
    for (std::uint32_t r : reports) {
      const Report& one = d.analyses[r].report;
      const std::string who = !one.agencies.empty() ? one.agencies.front().value : !one.outlet.value.empty() ? one.outlet.value : "source not named";
      std::string copy;
      if (const Member* m = member_of(d.lineage, r); m && m->parent >= 0) {
        const Family& family = d.lineage.families[static_cast<std::size_t>(d.lineage.family_of[r])];
        copy = fmt::format(", {} copy of {}", name_of(m->descent), d.labels[family.members[static_cast<std::size_t>(m->parent)].report]);
      }
      out += fmt::format("  {:<5} {:<16}  {}{}  {}\n", d.labels[r], day_of(d, r), who, copy, one.source);
    }
  }
  return out;
}

}  // namespace attache
