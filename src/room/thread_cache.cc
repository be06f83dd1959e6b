#include "room/thread_cache.h"

#include <algorithm>

namespace attache {

Result<std::shared_ptr<const Dossier>> ThreadCache::get(Database& db, std::int64_t thread, std::int64_t changes, const Resources& resources) {
  const std::pair key{changes, thread};
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return k.key == key; });
    if (found != kept_.end()) {
      kept_.splice(kept_.begin(), kept_, found);
      return kept_.front().dossier;
    }
  }
  RunOptions options;
  options.threads = 1;
  Result<Dossier> read = read_threads(db, {thread}, resources, options);
  if (!read) return tl::unexpected<Error>(read.error());
  auto dossier = std::make_shared<const Dossier>(std::move(*read));
  const std::lock_guard lock(mutex_);
  kept_.remove_if([&](const Kept& k) { return k.key.first != changes || k.key == key; });
  kept_.push_front({key, dossier});
  std::size_t reports = 0;
  const auto full = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return (reports += k.dossier->analyses.size()) > most_reports_; });
  if (full != kept_.begin()) kept_.erase(full, kept_.end());
  else if (full != kept_.end()) kept_.erase(std::next(full), kept_.end());
  return dossier;
}

}  // namespace attache
