// The program as its users call it, in a folder of its own.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace attache::testing {

namespace fs = std::filesystem;

struct Outcome {
  int status = -1;
  std::string out, err;
};

inline std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class CliTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "attache-cli-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    fs::create_directory(folder_ / "work");
  }
  void TearDown() override { fs::remove_all(folder_); }

  // A path inside the folder that the commands work in.
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / "work" / name).string(); }

  std::string write(const std::string& name, const std::string& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
  }

  // `arguments` and `before` (a shell command in the same process) are shell text; no input unless `input` names a file.
  Outcome attache(const std::string& arguments, const std::string& input = "/dev/null", const std::string& before = "true") const {
    const std::string out = (folder_ / "out").string(), err = (folder_ / "err").string();
    const std::string command = "cd '" + (folder_ / "work").string() + "' && " + before + " && '" + ATTACHE_BINARY + "' " + arguments + " <'" + input + "' >'" + out + "' 2>'" + err + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
  }

  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "work")) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  fs::path folder_;
};

inline bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace attache::testing
