#include "base/file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace attache {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("attache-file-" + std::to_string(::getpid()) + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(FileTest, WritesAndReadsBack) {
  const fs::path path = folder_ / "a.txt";
  ASSERT_TRUE(write_file(path, "hello").has_value());
  EXPECT_EQ(read_file(path, 100).value(), "hello");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1) << "a temporary file was left";
}

TEST_F(FileTest, NamesTheLimit) {
  const fs::path path = folder_ / "a.txt";
  ASSERT_TRUE(write_file(path, "hello").has_value());
  const auto result = read_file(path, 4);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
  EXPECT_EQ(read_file(folder_ / "none", 4).error().code, ErrorCode::unreadable);
  EXPECT_EQ(read_file(folder_, 4).error().code, ErrorCode::unreadable);
}

TEST_F(FileTest, AFailedWriteLeavesTheOldFileAndNothingElse) {
  const fs::path path = folder_ / "a.txt";
  ASSERT_TRUE(write_file(path, "old").has_value());
  const auto result = write_through_temporary(path, [](const fs::path& temporary) -> Result<void> {
    std::ofstream(temporary) << "half";
    return fail(ErrorCode::write_failed, "the disk is full");
  });
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().source, path.string());
  EXPECT_EQ(read_file(path, 100).value(), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(FileTest, RefusesAFolderThatIsNotThere) {
  const auto result = write_file(folder_ / "no" / "a.txt", "x");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::write_failed);
}

}  // namespace
}  // namespace attache
