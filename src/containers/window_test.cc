#include "containers/window.h"

#include <gtest/gtest.h>


namespace attache {
namespace {

std::string counted_bytes(std::size_t size) {
  std::string out(size, '\0');
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<char>(i * 7 + i / 251);
  return out;
}

TEST(MemorySource, GivesItsBytesInSteps) {
  MemorySource source("abcdef", 4);
  char to[10];
  EXPECT_EQ(source.read(to, 10).value(), 4u);
  EXPECT_EQ(source.read(to, 10).value(), 2u);
  EXPECT_EQ(source.read(to, 10).value(), 0u);
  EXPECT_EQ(source.spent(), 6u);
}

TEST(DescriptorSource, ABadDescriptorIsAnError) {
  DescriptorSource source(-1);
  char to[10];
  EXPECT_EQ(source.read(to, 10).error().code, ErrorCode::unreadable);
}

TEST(Window, PeekReadsAheadAndConsumesNothing) {
  BufferPool pool;
  MemorySource source("abcdef", 2);
  Window window(source, pool);
  EXPECT_EQ(window.peek(3), "abcd");
  EXPECT_EQ(window.position(), 0u);
  window.consume(1);
  EXPECT_EQ(window.peek(100), "bcdef");
  EXPECT_TRUE(window.ended());
  EXPECT_FALSE(window.error());
}

TEST(Window, AllBytesComeThroughWhateverTheReads) {
  const std::string bytes = counted_bytes(9u << 20);
  for (const std::size_t step : {std::size_t{1000}, std::size_t{70001}, bytes.size()}) {
    BufferPool pool;
    MemorySource source(bytes, step);
    Window window(source, pool);
    std::string out;
    for (std::size_t want = 1; !window.peek(want).empty(); want = want * 3 % 2000003) {
      const std::size_t n = std::min(window.view().size(), want);
      out += window.view().substr(0, n);
      window.consume(n);
    }
    EXPECT_EQ(out == bytes, true) << step;
    EXPECT_EQ(window.position(), bytes.size());
  }
}

TEST(Window, SkipSaysHowMuchThereWas) {
  BufferPool pool;
  MemorySource source("abcdef", 2);
  Window window(source, pool);
  EXPECT_EQ(window.skip(4), 4u);
  EXPECT_EQ(window.peek(2), "ef");
  EXPECT_EQ(window.skip(10), 2u);
}

TEST(Window, RewindsToItsAnchor) {
  const std::string bytes = counted_bytes(3u << 20);
  BufferPool pool;
  MemorySource source(bytes, 5000);
  Window window(source, pool);
  window.skip(100000);
  window.set_anchor();
  window.skip(1500000);
  window.rewind();
  EXPECT_EQ(window.position(), 100000u);
  EXPECT_EQ(window.peek(10).substr(0, 10), std::string_view(bytes).substr(100000, 10));
}

TEST(Window, AnAnchorTooFarBackIsMovedUp) {
  const std::string bytes = counted_bytes(12u << 20);
  BufferPool pool;
  MemorySource source(bytes);
  Window window(source, pool);
  window.peek(1);
  window.set_anchor();
  window.skip(11u << 20);
  window.rewind();
  EXPECT_GT(window.position(), 0u);
  EXPECT_LE(window.position(), 11u << 20);
  EXPECT_EQ(window.peek(10).substr(0, 10), std::string_view(bytes).substr(static_cast<std::size_t>(window.position()), 10));
}

TEST(Window, WhatIsSpentIsWhatWasConsumedWhereNothingIsPacked) {
  BufferPool pool;
  MemorySource source("abcdef");
  Window window(source, pool);
  window.peek(6);
  EXPECT_EQ(window.spent(), 0u);
  window.consume(2);
  EXPECT_EQ(window.spent(), 2u);
}

TEST(BufferPool, LendsABufferAgain) {
  BufferPool pool;
  std::unique_ptr<char[]> buffer = pool.take();
  const char* where = buffer.get();
  pool.give_back(std::move(buffer));
  EXPECT_EQ(pool.take().get(), where);
}

}  // namespace
}  // namespace attache
