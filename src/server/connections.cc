#include "server/connections.h"

#include <sys/stat.h>

#include "store/schema.h"

namespace attache {

std::uint64_t Connections::file_now() const {
  struct stat status {};
  return ::stat(store_.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_ino) * 31 + static_cast<std::uint64_t>(status.st_dev) : 0;
}

Connections::Lease::~Lease() {
  if (!open_) return;  // moved from
  if (!open_->run("COMMIT")) return;
  const std::lock_guard lock(from_.mutex_);
  from_.kept_.push_back({std::move(open_), file_});
}

Result<Connections::Lease> Connections::get() {
  const std::uint64_t file = file_now();
  std::unique_ptr<Database> open;
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(kept_, [&](const Kept& k) { return k.file != file; });
    if (!kept_.empty()) {
      open = std::move(kept_.back().open);
      kept_.pop_back();
    }
  }
  if (!open) {
    Result<Database> fresh = open_for_reading(store_);
    if (!fresh) return tl::unexpected<Error>(fresh.error());
    open = std::make_unique<Database>(std::move(*fresh));
  }
  if (const Result<void> begun = open->run("BEGIN"); !begun) return tl::unexpected<Error>(begun.error());
  return Lease(*this, std::move(open), file);
}

}  // namespace attache
