#include "ingest/inputs.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "support/packed.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

using testing::gzip;

class Inputs : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "attache-inputs-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override {
    std::error_code error;
    fs::remove_all(folder_, error);
  }

  std::string write(const std::string& name, std::string_view content) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }

  // What came in, one line a call: "text a.txt", "refused empty b.txt"; names below the folder.
  std::vector<std::string> read(const std::vector<std::string>& inputs, const InputLimits& limits = {}) {
    std::vector<std::string> calls;
    records_.clear();
    errors_.clear();
    passed_over_.clear();
    const auto below = [&](std::string source) { return source.starts_with(folder_.string() + "/") ? source.substr(folder_.string().size() + 1) : source; };
    InputSink sink;
    sink.record = [&](Record record) {
      static const char* const kFormats[] = {"text", "html", "jsonl"};
      // a line of JSONL comes as the format of its content; its source ends with the line
      calls.push_back(std::string(kFormats[static_cast<int>(record.format)]) + " " + below(record.source));
      records_.push_back(std::move(record));
    };
    sink.refused = [&](Error error) {
      calls.push_back("refused " + std::string(name_of(error.code)) + " " + below(error.source) + (error.line ? ":" + std::to_string(*error.line) : ""));
      errors_.push_back(std::move(error));
    };
    sink.passed_over = [&](PassedOverParts parts) { passed_over_.push_back(std::move(parts)); };
    read_inputs(inputs, limits, sink);
    return calls;
  }

  // Reads "-" with `content` as standard input.
  std::vector<std::string> read_stdin(std::string_view content) {
    const std::string path = write(".stdin", content);
    const int saved = ::dup(STDIN_FILENO);
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    EXPECT_GE(::dup2(fd, STDIN_FILENO), 0);
    std::vector<std::string> calls = read({"-"});
    if (saved >= 0) {
      ::dup2(saved, STDIN_FILENO);
      ::close(saved);
    } else {
      ::close(STDIN_FILENO);
    }
    ::close(fd);
    return calls;
  }

  fs::path folder_, samples_ = fs::path(ATTACHE_SOURCE_DIR) / "samples" / "containers";
  std::vector<Record> records_;
  std::vector<Error> errors_;
  std::vector<PassedOverParts> passed_over_;
};

using Calls = std::vector<std::string>;

TEST_F(Inputs, AFileIsOneRecord) {
  EXPECT_EQ(read({write("a.txt", "The council met.")}), Calls{"text a.txt"});
  EXPECT_EQ(records_.at(0).content, "The council met.");
  EXPECT_FALSE(records_.at(0).decoded);
}

TEST_F(Inputs, FilesComeInTheOrderGiven) {
  const std::string b = write("b.txt", "b"), a = write("a.txt", "a");
  EXPECT_EQ(read({b, a, b}), (Calls{"text b.txt", "text a.txt", "text b.txt"}));
}

TEST_F(Inputs, AFolderIsReadToTheBottomInByteOrderOfThePaths) {
  for (const char* name : {"z.txt", "B/x.txt", "a/b/c/d.txt", "a.txt", "a/a.txt", "\u00e4.txt", "10.txt", "9.txt"}) write(name, "words");
  EXPECT_EQ(read({folder_.string()}), (Calls{"text 10.txt", "text 9.txt", "text B/x.txt", "text a.txt", "text a/a.txt", "text a/b/c/d.txt", "text z.txt", "text \u00e4.txt"}));
}

TEST_F(Inputs, HiddenFilesAndFoldersAreLeftOut) {
  write(".hidden.txt", "x");
  write(".git/a.txt", "x");
  write("a/.b/c.txt", "x");
  write("a/d.txt", "x");
  EXPECT_EQ(read({folder_.string()}), Calls{"text a/d.txt"});
}

TEST_F(Inputs, AHiddenFileGivenByNameIsRead) { EXPECT_EQ(read({write(".hidden.txt", "x")}), Calls{"text .hidden.txt"}); }

TEST_F(Inputs, ALinkThatLeadsBackIsNotFollowedForEver) {
  write("a/b.txt", "x");
  fs::create_directory_symlink(folder_, folder_ / "a" / "up");
  fs::create_directory_symlink(folder_ / "a", folder_ / "a" / "self");
  EXPECT_EQ(read({folder_.string()}), Calls{"text a/b.txt"});
}

TEST_F(Inputs, ALinkToItselfIsRefusedAndTheRestIsRead) {
  write("a.txt", "x");
  fs::create_symlink("loop", folder_ / "loop");
  write("z.txt", "x");
  EXPECT_EQ(read({folder_.string()}), (Calls{"text a.txt", "refused unreadable loop", "text z.txt"}));
}

TEST_F(Inputs, ALinkToAnotherFolderIsFollowed) {
  write("outside/a.txt", "x");
  fs::create_directories(folder_ / "in");
  fs::create_directory_symlink(folder_ / "outside", folder_ / "in" / "link");
  EXPECT_EQ(read({(folder_ / "in").string()}), Calls{"text in/link/a.txt"});
}

// A folder and links to it hold the same files: their paths must not hang on which of them the file system names first.
// (tmpfs names the newest first; other file systems may hide the fault.)
TEST_F(Inputs, TheOrderInWhichFoldersWereMadeDoesNotMatter) {
  std::vector<Calls> seen;
  for (int way = 0; way < 2; ++way) {
    const fs::path top = folder_ / std::to_string(way);
    fs::create_directories(top);
    for (int n = 0; n < 8; ++n) {
      const std::string real = "m" + std::to_string(n), link = "l" + std::to_string(n);
      for (int step = 0; step < 2; ++step) {
        if (step == way) {
          write(std::to_string(way) + "/" + real + "/a.txt", "x");
        } else {
          fs::create_directory_symlink(real, top / link);
        }
      }
    }
    Calls calls = read({top.string()});
    for (std::string& call : calls) call.erase(5, 2);  // "text 0/"
    seen.push_back(calls);
  }
  EXPECT_EQ(seen[0].size(), 8u) << "each file once";
  EXPECT_EQ(seen[0], seen[1]);
}

TEST_F(Inputs, AMissingFileIsRefused) {
  EXPECT_EQ(read({(folder_ / "none.txt").string()}), Calls{"refused unreadable none.txt"});
  EXPECT_NE(errors_.at(0).message.find("cannot open"), std::string::npos);
}

TEST_F(Inputs, AnUnreadableFileIsRefusedAndTheRestIsRead) {
  const std::string path = write("a.txt", "x");
  write("b.txt", "y");
  ASSERT_EQ(::chmod(path.c_str(), 0), 0);
  if (::access(path.c_str(), R_OK) == 0) GTEST_SKIP() << "this user reads every file";
  EXPECT_EQ(read({folder_.string()}), (Calls{"refused unreadable a.txt", "text b.txt"}));
}

TEST_F(Inputs, AnUnreadableFolderIsRefusedAndTheRestIsRead) {
  write("a/x.txt", "x");
  write("b/y.txt", "y");
  ASSERT_EQ(::chmod((folder_ / "a").c_str(), 0), 0);
  const bool all = ::access((folder_ / "a").c_str(), R_OK) == 0;
  const Calls calls = all ? Calls() : read({folder_.string()});
  ASSERT_EQ(::chmod((folder_ / "a").c_str(), 0755), 0);
  if (all) GTEST_SKIP() << "this user reads every folder";
  EXPECT_EQ(calls, (Calls{"refused unreadable a", "text b/y.txt"}));
}

TEST_F(Inputs, AnEmptyFileIsRefused) { EXPECT_EQ(read({write("a.txt", "")}), Calls{"refused empty a.txt"}); }

TEST_F(Inputs, AnEmptyFolderIsRefused) {
  fs::create_directories(folder_ / "none");
  const Calls calls = read({(folder_ / "none").string()});
  ASSERT_EQ(calls.size(), 1u) << "every input leads to exactly one call";
  EXPECT_TRUE(calls[0].starts_with("refused ")) << calls[0];
}

TEST_F(Inputs, APipeOrDeviceInAFolderIsRefused) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  write("z.txt", "x");
  EXPECT_EQ(read({folder_.string()}), (Calls{"refused unreadable pipe", "text z.txt"}));
}

TEST_F(Inputs, TheTypeIsSeenFromTheContentNotTheName) {
  write("1.txt", "<!DOCTYPE html><html><body><p>x</p></body></html>");
  write("2.html", "The council met.");
  write("3.html", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
  write("4.jsonl", "Words in a file of the wrong name.");
  write("5", "<div>a piece of a page</div>");
  EXPECT_EQ(read({folder_.string()}), (Calls{"html 1.txt", "text 2.html", "text 3.html:1", "text 3.html:2", "text 4.jsonl", "html 5"}));
}

TEST_F(Inputs, ABinaryFileIsHandedOnAsBytes) {
  const std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  EXPECT_EQ(read({write("a.txt", bytes)}), Calls{"text a.txt"}) << "decoding refuses it, with the same source";
  EXPECT_EQ(records_.at(0).content, bytes);
}

TEST_F(Inputs, LinesOfJsonAreNumbered) {
  const std::string path = write("feed.jsonl", "{\"text\":\"one\"}\n\n{\"text\": broken}\n   \n{\"title\":\"no text\"}\n{\"text\":\"two\"}");
  EXPECT_EQ(read({path}), (Calls{"text feed.jsonl:1", "refused invalid_json feed.jsonl:3", "refused missing_text feed.jsonl:5", "text feed.jsonl:6"}));
  EXPECT_EQ(describe(errors_.at(1)).substr(folder_.string().size()), "/feed.jsonl:5: neither \"text\" nor \"html\" holds any text (missing_text)");
}

TEST_F(Inputs, AByteOrderMarkBeforeJsonIsPassedOver) { EXPECT_EQ(read({write("a", "\xEF\xBB\xBF{\"text\":\"one\"}\r\n{\"text\":\"two\"}\r\n")}), (Calls{"text a:1", "text a:2"})); }

TEST_F(Inputs, LinesLongerThanTheReadersWindowAreWhole) {
  const std::string text(300000, 'x');
  const std::string path = write("a", "{\"text\":\"" + text + "\"}\n{\"text\":\"y" + text + "\"}\n");
  EXPECT_EQ(read({path}), (Calls{"text a:1", "text a:2"}));
  EXPECT_EQ(records_.at(0).content, text);
  EXPECT_EQ(records_.at(1).content, "y" + text);
}

TEST_F(Inputs, ALineBeyondTheLimitIsRefusedAndTheNextIsRead) {
  InputLimits limits;
  limits.content.jsonl.line_bytes = 100000;
  const std::string path = write("a", "{\"text\":\"one\"}\n{\"text\":\"" + std::string(400000, 'x') + "\"}\n{\"text\":\"three\"}\n");
  EXPECT_EQ(read({path}, limits), (Calls{"text a:1", "refused too_large a:2", "text a:3"}));
  EXPECT_NE(errors_.at(0).message.find("400011 bytes"), std::string::npos) << errors_.at(0).message;
}

TEST_F(Inputs, APageBeyondTheLimitIsRefused) {
  InputLimits limits;
  limits.content.file_bytes = 100000;
  EXPECT_EQ(read({write("a.txt", std::string(100000, 'x'))}, limits), Calls{"text a.txt"});
  EXPECT_EQ(read({write("b.txt", std::string(100001, 'x'))}, limits), Calls{"refused too_large b.txt"});
}

TEST_F(Inputs, ManyLinesOfJsonHaveNoLimit) {
  InputLimits limits;
  limits.content.file_bytes = 1000;
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += "{\"text\":\"one\"}\n";
  EXPECT_EQ(read({write("a", lines)}, limits).size(), 20000u);
}

TEST_F(Inputs, CompressedFilesAreUnpackedWhateverTheirName) {
  write("1.gz", gzip("The council met."));
  write("2.txt", gzip("<html><p>x</p></html>"));
  write("4.txt", testing::zstd("The council rested."));
  write("3", gzip("{\"text\":\"one\"}\n{\"text\":\"two\"}\n"));
  EXPECT_EQ(read({folder_.string()}), (Calls{"text 1.gz", "html 2.txt", "text 3:1", "text 3:2", "text 4.txt"}));
  EXPECT_EQ(records_.at(0).content, "The council met.");
  EXPECT_EQ(records_.at(4).content, "The council rested.");
}

TEST_F(Inputs, DamagedCompressedFilesAreRefused) {
  const std::string whole = gzip("The council met, and met, and met.");
  write("1.gz", whole.substr(0, whole.size() / 2));
  write("2.gz", gzip(""));
  write("3.gz", "\x1f\x8b and then words");
  EXPECT_EQ(read({folder_.string()}), (Calls{"refused truncated 1.gz", "refused empty 2.gz", "refused binary 3.gz"}));
}

TEST_F(Inputs, ACompressedBombIsRefused) {
  InputLimits limits;
  limits.containers.unpacked_bytes = 1u << 20;
  limits.content.file_bytes = 1u << 20;
  EXPECT_EQ(read({write("a.gz", gzip(std::string(20u << 20, 'x')))}, limits), Calls{"refused too_large a.gz"});
}

TEST_F(Inputs, ACompressedPageKeepsTheLimitOfAPage) {
  InputLimits limits;
  limits.content.file_bytes = 1000;
  EXPECT_EQ(read({write("a.gz", gzip(std::string(2000, 'x')))}, limits), Calls{"refused too_large a.gz"});
}

TEST_F(Inputs, LinesBeforeADamageAreReadAndTheRestIsRefused) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += "{\"text\":\"" + std::to_string(i * 7919) + "\"}\n";
  const std::string packed = gzip(lines);
  const Calls calls = read({write("a.gz", packed.substr(0, packed.size() - 100))});
  ASSERT_GT(calls.size(), 10000u);
  EXPECT_EQ(calls.front(), "text a.gz:1");
  EXPECT_EQ(calls.back(), "refused truncated a.gz");
}

TEST_F(Inputs, MembersOfArchivesAreRecords) {
  const std::string archive = testing::tar_member("2022/page.html", "<html><p>x</p></html>") + testing::tar_member("2022/lines", "{\"text\":\"one\"}\n{bad\n") + testing::tar_member("photo", std::string("\xFF\xD8\xFF\xE0", 4)) +
                              testing::tar_member("empty.txt", "") + testing::tar_end();
  EXPECT_EQ(read({write("news.tar.gz", gzip(archive))}), (Calls{"html news.tar.gz/2022/page.html", "text news.tar.gz/2022/lines:1", "refused invalid_json news.tar.gz/2022/lines:2", "refused empty news.tar.gz/empty.txt"}));
  ASSERT_EQ(passed_over_.size(), 1u);
  EXPECT_EQ(describe(passed_over_[0]), "image (1)");
  EXPECT_EQ(passed_over_[0].source, (folder_ / "news.tar.gz").string());
  EXPECT_EQ(read({write("news.zip", testing::zip_member("a.txt", "The council met.", {true, true}) + testing::zip_end())}), Calls{"text news.zip/a.txt"});
  EXPECT_TRUE(passed_over_.empty());
}

TEST_F(Inputs, AResponseGivesItsAddressAndCharset) {
  const std::string message = testing::http_response("Content-Type: text/html; charset=windows-1251\r\n", "<html><p>\xCF\xF0</p></html>");
  const std::string request = testing::warc_record("request", "https://a.example/1", "application/http", "GET / HTTP/1.1\r\n\r\n");
  const std::string response = testing::warc_record("response", "https://a.example/1", "application/http", message);
  EXPECT_EQ(read({write("crawl.warc.gz", gzip(request) + gzip(response))}), Calls{"html crawl.warc.gz@" + std::to_string(gzip(request).size())});
  EXPECT_EQ(records_.at(0).charset_label, "windows-1251");
  ASSERT_EQ(records_.at(0).declared.urls.size(), 1u);
  EXPECT_EQ(records_.at(0).declared.urls[0].value, "https://a.example/1");
  ASSERT_EQ(passed_over_.size(), 1u);
  EXPECT_EQ(describe(passed_over_[0]), "request (1)");
  EXPECT_EQ(read_stdin(request + response), Calls{"html -@" + std::to_string(request.size())});
}

TEST_F(Inputs, TheSamplesOfContainers) {
  std::swap(folder_, samples_);  // names below it
  const Calls calls = read({folder_.string()});
  std::swap(folder_, samples_);
  EXPECT_EQ(calls, (Calls{"html ferry.tar.gz/2023/ferry.html", "html ferry.tar.gz/2023/ferry-late.html.gz", "html ferry.warc.gz@422", "html ferry.warc.gz@1027", "html ferry.zip/2023/ferry.html", "text ferry.zip/2023/fees.jsonl:1"}));
  ASSERT_EQ(passed_over_.size(), 2u);
  EXPECT_EQ(describe(passed_over_[1]), "answer with status 3xx (1), image (1), request (1), warcinfo (1)");
  EXPECT_EQ(records_.at(0).content, records_.at(2).content);
  EXPECT_EQ(records_.at(1).content, records_.at(3).content) << "gzip in tar, and gzip in chunks";
}

TEST_F(Inputs, AnArchiveWithoutTextsIsRefused) { EXPECT_EQ(read({write("a.tar", testing::tar_member("p", std::string("\xFF\xD8\xFF", 3)) + testing::tar_end())}), Calls{"refused empty a.tar"}); }

TEST_F(Inputs, AGlobIsSpreadInOrder) {
  for (const char* name : {"b1.txt", "a2.txt", "a1.txt", "a3/x.txt"}) write(name, "x");
  EXPECT_EQ(read({(folder_ / "a*").string()}), (Calls{"text a1.txt", "text a2.txt", "text a3/x.txt"}));
}

TEST_F(Inputs, AGlobWithoutAMatchIsRefused) { EXPECT_EQ(read({(folder_ / "no*.txt").string()}), Calls{"refused unreadable no*.txt"}); }

TEST_F(Inputs, AFileWhoseNameLooksLikeAGlobIsAFile) {
  write("a1.txt", "other");
  EXPECT_EQ(read({write("a[1].txt", "this")}), Calls{"text a[1].txt"});
  EXPECT_EQ(records_.at(0).content, "this");
}

TEST_F(Inputs, AHyphenIsStandardInput) {
  EXPECT_EQ(read_stdin("The council met."), Calls{"text -"});
  EXPECT_EQ(records_.at(0).content, "The council met.");
}

TEST_F(Inputs, StandardInputMayHoldLinesOrCompressedData) {
  EXPECT_EQ(read_stdin("{\"text\":\"one\"}\n{bad\n"), (Calls{"text -:1", "refused invalid_json -:2"}));
  EXPECT_EQ(read_stdin(gzip("<html><p>x</p></html>")), Calls{"html -"});
}

TEST_F(Inputs, EmptyStandardInputIsRefused) { EXPECT_EQ(read_stdin(""), Calls{"refused empty -"}); }

TEST_F(Inputs, NoInputsGiveNoCalls) { EXPECT_TRUE(read({}).empty()); }

}  // namespace
}  // namespace attache
