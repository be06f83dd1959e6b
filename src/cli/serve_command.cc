// attache serve news.db; attache mcp news.db
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/question_files.h"
#include "server/http.h"
#include "server/mcp.h"
#include "store/schema.h"

namespace attache {

namespace {

// The context of a store that can be opened; says why not, where it cannot.
bool can_open(const std::string& store, Console& console) {
  const Result<Database> db = open_for_reading(store);
  if (!db) console.fail(describe(db.error()));
  return db.has_value();
}

std::vector<PendingQuestion> questions_of(const RunOptions& run) {
  std::vector<PendingQuestion> out = run.questions;
  for (PendingQuestion& q : out) q.days = run.question_days;
  return out;
}

}  // namespace

Command serve_command(CLI::App& program) {
  struct Options {
    std::string store;
    ServeOptions serve;
    RunOptions run;
  };
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("serve", "Open the reading room: the store as a page in the browser, and as JSON for programs");
  app->add_option("STORE", options->store, "the store")->required();
  app->add_option("--port", options->serve.port, "0: any that is free")->capture_default_str()->check(CLI::Range(0, 65535));
  app->add_option("--host", options->serve.host, "a loopback address")->capture_default_str();
  app->add_option("--threads", options->serve.threads, "connections at once")->capture_default_str()->check(CLI::Range(1, 256));
  add_question_options(*app, options->run);
  app->footer("attache serve news.db --question membership.toml\nThen open the address it names. Control-C closes the reading room. Nothing is written, and nothing is asked of any other machine.");
  return {app, [options] {
            Console console(false);
            if (!can_open(options->store, console)) return 3;
            const Resources resources = load_resources();
            ApiContext context(options->store, resources, questions_of(options->run));
            const Result<void> served = serve(context, options->serve, [](const std::string& address) {
              fmt::print("{}\n", address);
              std::fflush(stdout);
            });
            if (served) return 0;
            console.fail(describe(served.error()));
            return served.error().code == ErrorCode::wrong_usage ? 2 : 3;
          }};
}

Command mcp_command(CLI::App& program) {
  struct Options {
    std::string store;
    RunOptions run;
  };
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("mcp", "Let a language model look things up in a store (Model Context Protocol over standard input and output)");
  app->add_option("STORE", options->store, "the store")->required();
  add_question_options(*app, options->run);
  app->footer("Name \"attache mcp /path/news.db\" as the command of a server in the settings of your program.");
  return {app, [options] {
            Console console(false);
            if (!can_open(options->store, console)) return 3;
            const Resources resources = load_resources();
            ApiContext context(options->store, resources, questions_of(options->run));
            run_mcp(context, std::cin, std::cout);
            return 0;
          }};
}

}  // namespace attache
