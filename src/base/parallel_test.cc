#include "base/parallel.h"

#include <atomic>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(ParallelFor, VisitsEveryIndexOnce) {
  for (int threads : {0, 1, 2, 7, 200}) {
    for (std::size_t count : {0u, 1u, 2u, 1000u}) {
      std::vector<std::atomic<int>> visits(count);
      parallel_for(count, threads, [&](std::size_t i) { ++visits[i]; });
      for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(visits[i], 1) << threads << " threads, item " << i;
    }
  }
}

TEST(ParallelFor, ResultsGoIntoTheirSlots) {
  std::vector<std::size_t> squares(500);
  parallel_for(squares.size(), 4, [&](std::size_t i) { squares[i] = i * i; });
  for (std::size_t i = 0; i < squares.size(); ++i) EXPECT_EQ(squares[i], i * i);
}

TEST(ParallelFor, AnExceptionOfAnyThreadReachesTheCaller) {
  for (int threads : {1, 3}) {
    EXPECT_THROW(parallel_for(100, threads,
                              [](std::size_t i) {
                                if (i == 57) throw std::runtime_error("57");
                              }),
                 std::runtime_error);
  }
}

TEST(ParallelFor, MayBeCalledInsideItself) {
  std::atomic<int> sum = 0;
  parallel_for(4, 2, [&](std::size_t) { parallel_for(10, 2, [&](std::size_t i) { sum += static_cast<int>(i); }); });
  EXPECT_EQ(sum, 4 * 45);
}

}  // namespace
}  // namespace attache
