// attache watch news.db FOLDER...
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/outputs.h"
#include "cli/question_files.h"
#include "room/add.h"
#include "room/news.h"
#include "store/schema.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct Options {
  std::string store;
  std::vector<std::string> folders;
  int every = 30;  // seconds
  bool once = false, quiet = false;
  AddOptions add;
};

std::atomic<bool> ended{false};
void end_watch(int) { ended = true; }

// Files below the folders that were not there, or not so, at the last look. A file that still grows is left for the next look.
class Looker {
 public:
  explicit Looker(std::set<std::string> known) : known_(std::move(known)) {}

  std::vector<std::string> fresh(const std::vector<std::string>& folders, fs::file_time_type store_written) {
    std::vector<std::string> out;
    std::map<std::string, std::uintmax_t> sizes;
    for (const std::string& folder : folders) {
      std::error_code error;
      for (fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code status;
        if (!entry->is_regular_file(status)) continue;
        const std::string path = entry->path().string();
        const auto written = entry->last_write_time(status);
        const std::uintmax_t size = entry->file_size(status);
        if (status) continue;
        sizes[path] = size;
        const auto seen = seen_.find(path);
        if (seen != seen_.end() && seen->second == written) continue;
        if (seen == seen_.end() && known_.contains(path) && written <= store_written) continue;  // taken by an earlier run
        const auto before = sizes_.find(path);
        const bool settled = once_settles_ || (before != sizes_.end() && before->second == size) || fs::file_time_type::clock::now() - written > std::chrono::seconds(2);
        if (!settled) continue;
        seen_[path] = written;
        out.push_back(path);
      }
    }
    sizes_ = std::move(sizes);
    return out;
  }
  void take_as_they_are() { once_settles_ = true; }

 private:
  std::set<std::string> known_;  // sources that the store names
  std::map<std::string, fs::file_time_type> seen_;
  std::map<std::string, std::uintmax_t> sizes_;
  bool once_settles_ = false;
};

Result<std::set<std::string>> known_sources(const std::string& store) {
  std::set<std::string> out;
  std::error_code error;
  if (!fs::exists(store, error)) return out;
  Result<Database> db = open_for_reading(store);
  if (!db) return tl::unexpected<Error>(db.error());
  Prepared rows(*db, "SELECT source FROM reports UNION SELECT source FROM duplicates UNION SELECT source FROM refused");
  while (rows.row()) out.emplace(rows.text_at(0));
  if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  return out;
}

Result<StoreState> state_of(const Options& options, const Resources& resources) {
  std::error_code error;
  if (!fs::exists(options.store, error)) return StoreState{};
  Result<Database> db = open_for_reading(options.store);
  if (!db) return tl::unexpected<Error>(db.error());
  return look_at(*db, options.add.run.questions, resources, options.add.run);
}

// One line of what a run brought.
Result<std::string> line_of(const Options& options, const Added& added, const StoreState& before, const StoreState& now) {
  Result<Database> db = open_for_reading(options.store);
  if (!db) return tl::unexpected<Error>(db.error());
  Json out = {{"addition", db->number("SELECT coalesce(max(number), 0) FROM additions").value_or(0)}, {"stored", added.counts.stored}, {"duplicate", added.counts.duplicate}, {"refused", added.counts.refused}, {"reports", added.reports}};
  Result<Json> news = news_between(*db, before, now);
  if (!news) return tl::unexpected<Error>(news.error());
  out.update(*news);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int run(Options& options) {
  Console console(options.quiet);
  for (const std::string& folder : options.folders) {
    std::error_code error;
    if (fs::is_directory(folder, error)) continue;
    console.fail(folder + ": no folder to watch");
    return 2;
  }
  const auto failed = [&](const Error& error) {
    console.fail(describe(error));
    return 3;
  };
  const Resources resources = load_resources();
  for (PendingQuestion& q : options.add.run.questions) q.days = options.add.run.question_days;
  Result<std::set<std::string>> known = known_sources(options.store);
  if (!known) return failed(known.error());
  Looker looker(std::move(*known));
  if (options.once) looker.take_as_they_are();
  Result<StoreState> before = state_of(options, resources);
  if (!before) return failed(before.error());
  ended = false;
  std::signal(SIGINT, end_watch);
  std::signal(SIGTERM, end_watch);
  while (!ended) {
    std::error_code error;
    const fs::file_time_type written = fs::exists(options.store, error) ? fs::last_write_time(options.store, error) : fs::file_time_type::min();
    if (const std::vector<std::string> fresh = looker.fresh(options.folders, written); !fresh.empty()) {
      const Result<Added> added = add_reports(options.store, fresh, resources, options.add, console.progress());
      console.finish();
      if (!added) return failed(added.error());
      Result<StoreState> now = state_of(options, resources);
      if (!now) return failed(now.error());
      const Result<std::string> line = line_of(options, *added, *before, *now);
      if (!line) return failed(line.error());
      fmt::print("{}\n", *line);
      if (std::fflush(stdout) != 0) return 3;
      before = std::move(now);
    }
    if (options.once) break;
    for (int tenth = 0; tenth < options.every * 10 && !ended; ++tenth) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return console.refused() ? 1 : 0;
}

}  // namespace

Command watch_command(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* app = program.add_subcommand("watch", "Take in what comes into a folder, and tell what it changes");
  app->add_option("STORE", options->store, "the store, which is made where there is none")->required();
  app->add_option("FOLDER", options->folders, "folders to look into, with those below them")->required();
  app->add_option("--every", options->every, "seconds between two looks")->capture_default_str()->check(CLI::Range(1, 86400));
  app->add_flag("--once", options->once, "one look, then end: for a timer of the system");
  add_input_options(*app, options->add.run);
  add_question_options(*app, options->add.run);
  add_run_options(*app, options->add.run, options->quiet);
  app->footer("A line of JSON for each run that brought something: stories that are new or grew, facts that are newly disputed or replaced, members whose\nposition changed.   attache watch news.db ~/press --question membership.toml >> news.jsonl");
  return {app, [options] { return run(*options); }};
}

}  // namespace attache
