#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace attache {

void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
  if (threads <= 1 || count < 2) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failing;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard<std::mutex> lock(failing);
      if (!failure) failure = std::current_exception();
      next = count;  // the others stop at their next item
    }
  };
  {
    std::vector<std::jthread> others;
    const std::size_t most = std::min(count, static_cast<std::size_t>(threads)) - 1;
    try {
      for (std::size_t t = 0; t < most; ++t) others.emplace_back(run);
    } catch (const std::system_error&) {
      // the machine gives no more threads: those there are do the work
    }
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace attache
