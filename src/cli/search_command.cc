// attache search news.db WORDS
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "room/views.h"
#include "store/schema.h"
#include "text/utf8.h"

namespace attache {
namespace {

struct Options {
  std::string store;
  std::vector<std::string> words;
  std::string kind, from, to;
  SearchFilter filter;
  std::size_t most = 10;
  bool json = false;
};

// The words of a hit with its marks in brackets, in one line.
std::string marked(const Hit& hit) {
  const CodePointOffsets offsets(hit.exact);
  std::string out;
  std::uint32_t at = 0;
  for (const Span m : hit.marks) {
    const std::uint32_t begin = offsets.to_byte(m.begin), end = offsets.to_byte(m.end);
    out += hit.exact.substr(at, begin - at) + "[" + hit.exact.substr(begin, end - begin) + "]";
    at = end;
  }
  out += hit.exact.substr(at);
  return collapse_space(out);
}

std::string in_words(const Hit& hit) {
  std::string out = hit.title.empty() ? "(no headline)" : collapse_space(hit.title);
  if (hit.kind == HitKind::statement || hit.kind == HitKind::fact) out += ": " + hit.label;
  if (hit.kind != HitKind::report) out += fmt::format(" ({})", counted(static_cast<std::size_t>(hit.origins), "origin"));
  const std::string who = hit.agency.empty() ? hit.outlet.empty() ? "source not named" : hit.outlet : hit.agency;
  return fmt::format("  {}\n    {}\n    {}, {}; {}\n", out, marked(hit), who, hit.day ? to_string(date_of(static_cast<int>(*hit.day))) : "undated", hit.source);
}

int run(const Options& options) {
  Console console(false);
  Result<Database> db = open_for_reading(options.store);
  if (!db) {
    console.fail(describe(db.error()));
    return 3;
  }
  SearchFilter filter = options.filter;
  if (!options.from.empty()) filter.from = days_of(*parse_iso_date(options.from));
  if (!options.to.empty()) filter.to = days_of(*parse_iso_date(options.to));
  const std::string typed = join_strings(options.words, " ");
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  std::string text;
  for (const HitKind kind : {HitKind::report, HitKind::statement, HitKind::event, HitKind::fact}) {
    if (!options.kind.empty() && name_of(kind) != options.kind) continue;
    const Result<SearchPage> page = search(*db, kind, typed, filter, 0, options.most);
    if (!page) {
      console.fail(describe(page.error()));
      return 3;
    }
    for (const Hit& hit : page->hits) all.push_back(to_json(hit));
    if (page->hits.empty()) continue;
    text += fmt::format("{}{}\n", counted(page->hits.size(), name_of(kind)), page->more ? ", and more" : "");
    for (const Hit& hit : page->hits) text += in_words(hit);
  }
  if (text.empty()) text = "nothing found\n";
  return write_output("-", options.json ? all.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n" : text, console) ? 0 : 3;
}

}  // namespace

Command search_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("search", "Find reports, statements, events and facts in a store");
  app->add_option("STORE", options->store, "the store")->required();
  app->add_option("WORDS", options->words, "all of these words; \"a phrase\", -without, begin*");
  app->add_option("--kind", options->kind, "only these")->check(CLI::IsMember({"report", "statement", "event", "fact"}));
  app->add_option("--actor", options->filter.actor, "who speaks, acts or is spoken of")->type_name("NAME");
  app->add_option("--outlet", options->filter.outlet, "who published")->type_name("NAME");
  app->add_option("--agency", options->filter.agency, "the wire service named")->type_name("NAME");
  app->add_option("--label", options->filter.label, "of statements the act (denies), of events the type (accuse), of facts the status (differ), of reports the language (en)");
  add_day_option(*app, "--from", options->from, "of this day and later");
  add_day_option(*app, "--to", options->to, "of this day and earlier");
  app->add_option("--most", options->most, "of each kind")->capture_default_str()->check(CLI::Range(1, 1000));
  app->add_flag("--json", options->json, "for programs");
  app->footer("Who contradicts whom:   attache search news.db --kind fact --label differ\nWhat she said of it:    attache search news.db --kind statement --actor \"Ana Tull\" ferry");
  return {app, [options] { return run(*options); }};
}

}  // namespace attache
