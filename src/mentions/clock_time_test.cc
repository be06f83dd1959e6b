#include <gtest/gtest.h>

#include "mentions/event_time.h"

namespace attache {
namespace {

std::vector<std::string> clock_times(const std::string& text) {
  std::vector<std::string> out;
  for (Span s : find_clock_times(text, {0, static_cast<std::uint32_t>(text.size())})) out.emplace_back(slice(text, s));
  return out;
}

using Times = std::vector<std::string>;

TEST(ClockTimes, WithWhatBelongsToThem) {
  EXPECT_EQ(clock_times("It broke at 7 pm in the hall."), (Times{"at 7 pm"}));
  EXPECT_EQ(clock_times("shortly before 7.15pm on Tuesday evening"), (Times{"shortly before 7.15pm on Tuesday evening"}));
  EXPECT_EQ(clock_times("at about 4:05 a.m. local time"), (Times{"at about 4:05 a.m. local time"}));
  EXPECT_EQ(clock_times("between 7 pm or 8.30 pm GMT today"), (Times{"7 pm or 8.30 pm GMT today"}));
  EXPECT_EQ(clock_times("10 AM, yesterday"), (Times{"10 AM, yesterday"}));
}

TEST(ClockTimes, OtherNumbersAreNone) {
  for (const char* text : {"7 pmx", "7 people", "17:30", "$7 am", "1.7 am", "7", "", "7 a", "12 a.", "A7 pm"}) EXPECT_EQ(clock_times(text), Times{}) << text;
}

}  // namespace
}  // namespace attache
