// attache add news.db INPUT...; attache check news.db
#include <chrono>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "room/add.h"
#include "room/check.h"
#include "store/schema.h"

namespace attache {
namespace {

int status_of(const Error& error) { return error.code == ErrorCode::wrong_usage ? 2 : 3; }

}  // namespace

Command add_command(CLI::App& program) {
  struct Options {
    std::string store;
    std::vector<std::string> inputs;
    AddOptions add;
    bool quiet = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("add", "Take new reports into a store, which is made where there is none");
  app->add_option("STORE", options->store, "the store, an SQLite file")->required();
  app->add_option("INPUT", options->inputs, "files, folders, globs or - for standard input: text, HTML, JSON, feeds and wire formats, also packed")->required();
  app->add_flag("--analyses", options->add.analyses, "the inputs are lines that \"attache analyse\" wrote");
  add_input_options(*app, options->add.run);
  add_run_options(*app, options->add.run, options->quiet);
  app->footer("Every morning:  attache add news.db ~/press/today\nNothing that is in the store is read again. All of a run is taken in or nothing; a run that was cut off can be run again.");
  return {app, [options] {
            Console console(options->quiet);
            const Resources resources = load_resources();
            const Result<Added> added = add_reports(options->store, options->inputs, resources, options->add, console.progress());
            console.finish();
            if (!added) {
              console.fail(describe(added.error()));
              return status_of(added.error());
            }
            const IntakeCounts& c = added->counts;
            fmt::print("{} stored, {}, {} refused; {} in the store\n", c.stored, counted(c.duplicate, "duplicate"), c.refused, counted(added->reports, "report"));
            if (added->regrouped.changed) fmt::print("{} of {} changed\n", added->regrouped.changed, counted(added->regrouped.threads, "thread"));
            return c.refused ? 1 : 0;
          }};
}

Command check_command(CLI::App& program) {
  struct Options {
    std::string store;
    bool deep = false, quiet = false;
    RunOptions run;
  };
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("check", "Tell whether a store is whole");
  app->add_option("STORE", options->store, "the store")->required();
  app->add_flag("--deep", options->deep, "also make everything anew from its reports and compare; takes as long as adding them did, but for reading");
  add_run_options(*app, options->run, options->quiet);
  return {app, [options] {
            Console console(options->quiet);
            Result<Database> db = open_for_reading(options->store);
            if (!db) {
              console.fail(describe(db.error()));
              return status_of(db.error());
            }
            const Result<std::vector<std::string>> wrong = check_store(*db);
            if (!wrong) {
              console.fail(describe(wrong.error()));
              return status_of(wrong.error());
            }
            for (const std::string& line : *wrong) fmt::print("{}: {}\n", options->store, line);
            if (!wrong->empty()) return 1;
            const Result<std::string> digest = digest_of(*db);
            if (!digest) {
              console.fail(describe(digest.error()));
              return status_of(digest.error());
            }
            fmt::print("{}: whole; version {}; {}; {}\n", options->store, kStoreVersion, counted(static_cast<std::size_t>(db->number("SELECT count(*) FROM reports").value_or(0)), "report"), *digest);
            if (!options->deep) return 0;
            const Resources resources = load_resources();
            const Result<std::string> anew = digest_made_anew(*db, resources, options->run, console.progress());
            console.finish();
            if (!anew) {
              console.fail(describe(anew.error()));
              return status_of(anew.error());
            }
            fmt::print("{}\n", *anew == *digest ? "made anew from its reports: the same" : "made anew from its reports: " + *anew + ", another one");
            return *anew == *digest ? 0 : 1;
          }};
}

}  // namespace attache
