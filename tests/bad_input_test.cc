// Bad input of every kind, each in a folder together with one good report: the run ends, the good report is read, the bad
// file is refused by name and reason, and the exit status says so.
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Strings = std::vector<std::string>;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string gzipped(const std::string& content) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

const std::string kGood = "Ferry sinks off Ostmere\n\nThe ferry went down on Monday, the harbour master said. Nobody was hurt, and divers will search the wreck until Friday.\n";

class BadInput : public ::testing::Test {
 protected:
  struct Outcome {
    int status = -1;
    std::string err;
    Json json;
    std::string html;
  };

  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "attache-bad-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    fs::create_directory(folder_ / "news");
    // between the names of the bad files: something is read before it and after it
    write("good.txt", kGood);
  }
  void TearDown() override {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_ / "news")) fs::permissions(entry.path(), fs::perms::owner_all, fs::perm_options::add | fs::perm_options::nofollow, ignored);
    fs::remove_all(folder_);
  }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / "news" / name).string(); }
  void write(const std::string& name, std::string_view content) const {
    std::ofstream file(path(name), std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
  }

  // The whole folder; a run that does not end is stopped and fails the test.
  Outcome run() const {
    const std::string json = (folder_ / "d.json").string(), html = (folder_ / "d.html").string(), err = (folder_ / "err").string();
    const std::string command = std::string("timeout 120 '") + ATTACHE_BINARY + "' dossier '" + (folder_ / "news").string() + "' --json '" + json + "' -o '" + html + "' </dev/null >/dev/null 2>'" + err + "'";
    const int status = std::system(command.c_str());
    Outcome o;
    o.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    o.err = content_of(err);
    o.json = Json::parse(content_of(json), nullptr, false);
    o.html = content_of(html);
    return o;
  }

  [[nodiscard]] bool has_good(const Outcome& o) const {
    return std::any_of(o.json["reports"].begin(), o.json["reports"].end(), [&](const Json& r) { return r["source"] == path("good.txt") && r["text"] == kGood; });
  }

  // The one bad file is refused with this code, and only it.
  void expect_refused(const std::string& name, const std::string& code, const std::string& reason, const Json& line = nullptr) const {
    const Outcome o = run();
    ASSERT_TRUE(o.json.is_object()) << "no dossier: status " << o.status << ", " << o.err;
    EXPECT_EQ(o.status, 1) << o.err;
    EXPECT_TRUE(has_good(o));
    EXPECT_EQ(o.json["reports"].size(), 1u);
    ASSERT_EQ(o.json["refused"].size(), 1u) << o.json["refused"];
    const Json& refusal = o.json["refused"][0];
    EXPECT_EQ(refusal["source"], path(name));
    EXPECT_EQ(refusal["code"], code) << refusal;
    EXPECT_EQ(refusal["line"], line);
    EXPECT_NE(refusal["message"].get<std::string>().find(reason), std::string::npos) << refusal;
    const std::string where = path(name) + (line.is_null() ? "" : ":" + line.dump());
    EXPECT_NE(o.err.find("refused: " + where + ": "), std::string::npos) << o.err;
    EXPECT_NE(o.err.find("(" + code + ")"), std::string::npos) << o.err;
    EXPECT_NE(o.html.find(refusal["message"].get<std::string>()), std::string::npos) << "the page does not name the reason";
  }

  // The bad file is read all the same, as the one report beside the good one.
  Json expect_read(const std::string& name) const {
    const Outcome o = run();
    EXPECT_EQ(o.status, 0) << o.err;
    if (!o.json.is_object()) {
      ADD_FAILURE() << "no dossier: " << o.err;
      return {};
    }
    EXPECT_TRUE(has_good(o));
    EXPECT_EQ(o.json["reports"].size(), 2u);
    EXPECT_TRUE(is_valid_utf8(o.html));
    for (const Json& r : o.json["reports"]) {
      if (r["source"] == path(name)) return r;
    }
    ADD_FAILURE() << name << " is not among the reports";
    return {};
  }

  fs::path folder_;
};

// ---- nothing to read ----

TEST_F(BadInput, EmptyFile) {
  write("bad.txt", "");
  expect_refused("bad.txt", "empty", "empty");
}

TEST_F(BadInput, NothingButBlanks) {
  write("bad.txt", " \n\t\r\n  \n");
  expect_refused("bad.txt", "empty", "");
}

TEST_F(BadInput, ByteOrderMarkAlone) {
  write("bad.txt", "\xEF\xBB\xBF");
  expect_refused("bad.txt", "empty", "");
}

TEST_F(BadInput, PageWithoutAnyText) {
  write("bad.html", "<!DOCTYPE html><html><head><script>var a = 1;</script></head><body><img src=a.png></body></html>");
  expect_refused("bad.html", "missing_text", "");
}

TEST_F(BadInput, EmptyGzip) {
  write("bad.txt.gz", gzipped(""));
  expect_refused("bad.txt.gz", "empty", "empty");
}

// ---- bytes that are no text ----

TEST_F(BadInput, BinaryFile) {
  std::string bytes;
  std::uint32_t state = 7;
  for (int i = 0; i < 100000; ++i) bytes += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  write("bad.txt", "\x7F" "ELF" + std::string(4, '\0') + bytes);
  expect_refused("bad.txt", "binary", "");
}

TEST_F(BadInput, TextWithZeroBytes) {
  write("bad.txt", kGood + std::string(1, '\0') + kGood);
  expect_refused("bad.txt", "binary", "");
}

TEST_F(BadInput, PictureNamedHtml) {
  write("bad.html", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10", 20) + repeated(std::string("\0\1\2\3\xFF", 5), 500));
  expect_refused("bad.html", "binary", "");
}

TEST_F(BadInput, AFewBrokenBytesInUtf8AreReplacedAndCounted) {
  write("bad.txt", "Quay caf\xC3\xA9 shut\n\nThe caf\xC3\xA9 on the quay \xC3( was shut on Monday, the harbour master said. " + repeated("Every caf\xC3\xA9 of the town is to be searched this week. ", 40) + "\n");
  const Json report = expect_read("bad.txt");
  ASSERT_TRUE(report.is_object());
  const std::string text = report["text"];
  EXPECT_TRUE(is_valid_utf8(text));
  EXPECT_NE(text.find("The caf\u00E9 on the quay"), std::string::npos) << text.substr(0, 100);
}

TEST_F(BadInput, AWrongCharsetLabelDoesNotBeatTheBytes) {
  write("bad.html", "<!DOCTYPE html><html><head><meta charset=\"iso-8859-1\"><title>Caf\xC3\xA9 shut</title></head><body><article><h1>Caf\xC3\xA9 shut</h1><p>The caf\xC3\xA9 on the quay was shut on Monday, the harbour master said. It will open again in May, he added.</p></article></body></html>");
  const Json report = expect_read("bad.html");
  ASSERT_TRUE(report.is_object());
  EXPECT_EQ(report["charset"]["value"], "utf-8");
  EXPECT_EQ(report["title"]["value"], "Caf\u00E9 shut");
}

TEST_F(BadInput, BytesOfAnotherCharsetUnderAUtf8LabelAreRead) {
  write("bad.html", "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Caf\xE9 shut</title></head><body><article><h1>Caf\xE9 shut</h1><p>The caf\xE9 on the quay was shut on Monday, the harbour master\x92s office said. \x93It will open again in May,\x94 the office added.</p></article></body></html>");
  const Json report = expect_read("bad.html");
  ASSERT_TRUE(report.is_object());
  EXPECT_NE(report["charset"]["value"], "utf-8");
  EXPECT_EQ(report["title"]["value"], "Caf\u00E9 shut");
  EXPECT_NE(report["text"].get<std::string>().find("\u201CIt will open again in May,\u201D"), std::string::npos);
}

TEST_F(BadInput, ACharsetThatDoesNotExistIsPassedOver) {
  write("bad.html", "<!DOCTYPE html><html><head><meta charset=\"x-no-such-charset\"><title>Caf\xC3\xA9 shut</title></head><body><article><p>The caf\xC3\xA9 on the quay was shut on Monday, the harbour master said.</p></article></body></html>");
  const Json report = expect_read("bad.html");
  ASSERT_TRUE(report.is_object());
  EXPECT_EQ(report["title"]["value"], "Caf\u00E9 shut");
}

// ---- too large, too deep ----

TEST_F(BadInput, AHundredMegabytesOfOneLine) {
  write("bad.txt", repeated("word ", 20u << 20));
  expect_refused("bad.txt", "too_large", "bytes");
}

TEST_F(BadInput, AHundredMegabytesWithoutABlank) {
  write("bad.txt", std::string(100u << 20, 'a'));
  expect_refused("bad.txt", "too_large", "bytes");
}

TEST_F(BadInput, AHundredMegabytesInOneJsonLine) {
  write("bad.jsonl", "{\"text\":\"" + std::string(100u << 20, 'a') + "\"}\n");
  expect_refused("bad.jsonl", "too_large", "line", 1);
}

TEST_F(BadInput, AnOverlongJsonLineDoesNotTakeTheNextOneWithIt) {
  write("bad.jsonl", "{\"text\":\"" + std::string(40u << 20, 'a') + "\"}\n{\"text\":\"Miners in Tarrow went on strike over pay on Tuesday.\"}\n");
  const Outcome o = run();
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(has_good(o));
  EXPECT_EQ(o.json["reports"].size(), 2u);
  ASSERT_EQ(o.json["refused"].size(), 1u);
  EXPECT_EQ(o.json["refused"][0]["line"], 1);
}

TEST_F(BadInput, AFewMegabytesOfOneLineEnd) {
  // inside the limits: whether it is read or refused, the run ends and the good report is there
  write("bad.txt", repeated("and then \"he said\" the 31 of March ", 60000));
  const Outcome o = run();
  ASSERT_TRUE(o.json.is_object()) << o.err;
  EXPECT_TRUE(has_good(o));
  EXPECT_EQ(o.json["reports"].size() + o.json["refused"].size(), 2u);
  EXPECT_EQ(o.status, o.json["refused"].empty() ? 0 : 1);
}

TEST_F(BadInput, TwoHundredThousandNestedElements) {
  write("bad.html", "<!DOCTYPE html><html><body>" + repeated("<div>", 200000) + "The ferry sank." + repeated("</div>", 200000) + "</body></html>");
  expect_refused("bad.html", "too_deep", "nested");
}

TEST_F(BadInput, TwoHundredThousandNestedElementsNeverClosed) {
  write("bad.html", "<!DOCTYPE html><html><body>" + repeated("<div>", 200000) + "The ferry sank.");
  expect_refused("bad.html", "too_deep", "nested");
}

TEST_F(BadInput, TwoHundredThousandNestedElementsInAJsonRecord) {
  write("bad.jsonl", "{\"html\":\"<html><body>" + repeated("<div>", 200000) + "The ferry sank.\"}\n");
  const Outcome o = run();
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(has_good(o));
  ASSERT_EQ(o.json["refused"].size(), 1u);
  EXPECT_EQ(o.json["refused"][0]["code"], "too_deep");
  EXPECT_NE((o.json["refused"][0]["source"].get<std::string>() + o.err).find("bad.jsonl:1"), std::string::npos) << "the line is not named";
}

TEST_F(BadInput, FortyThousandAttributesOnOneTag) {
  std::string tag = "<p";
  for (int i = 0; i < 40000; ++i) tag += " a" + std::to_string(i) + "=\"1\"";
  write("bad.html", "<!DOCTYPE html><html><body>" + tag + ">The ferry sank off Ostmere on Monday.</p></body></html>");
  expect_refused("bad.html", "too_many_attributes", "attributes");
}

TEST_F(BadInput, FortyThousandAttributesWithoutValues) {
  write("bad.html", "<!DOCTYPE html><html><body><p " + repeated("x ", 40000) + ">The ferry sank off Ostmere on Monday.</p></body></html>");
  expect_refused("bad.html", "too_many_attributes", "attributes");
}

TEST_F(BadInput, DeeplyNestedJson) {
  write("bad.jsonl", "{\"text\":" + repeated("[", 200000) + "\n");
  expect_refused("bad.jsonl", "invalid_json", "", 1);
}

TEST_F(BadInput, EntitiesThatMultiplyAreNotUnfolded) {
  std::string page = "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a0 \"ferry \">";
  for (int i = 1; i < 12; ++i) page += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  write("bad.html", page + "]><html><body><p>The ferry sank off Ostmere on Monday. &a11;</p></body></html>");
  const Outcome o = run();
  ASSERT_TRUE(o.json.is_object()) << o.err;
  EXPECT_TRUE(has_good(o));
  EXPECT_LT(o.json.dump().size(), 200000u);
}

TEST_F(BadInput, AnExternalEntityIsNotRead) {
  write("secret.jsonl", "");
  std::ofstream(folder_ / "secret") << "the secret words";
  write("bad.html", "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://" + (folder_ / "secret").string() + "\">]><html><body><p>The ferry sank off Ostmere on Monday &x; indeed.</p></body></html>");
  const Outcome o = run();
  ASSERT_TRUE(o.json.is_object()) << o.err;
  EXPECT_EQ(o.json.dump().find("the secret words"), std::string::npos);
  EXPECT_TRUE(has_good(o));
}

// ---- gzip ----

TEST_F(BadInput, TruncatedGzip) {
  const std::string whole = gzipped(repeated("The ferry sank off Ostmere on Monday, the harbour master said. ", 200) + std::to_string(7));
  write("bad.txt.gz", whole.substr(0, whole.size() - 12));
  expect_refused("bad.txt.gz", "truncated", "");
}

TEST_F(BadInput, GzipHeaderAlone) {
  write("bad.txt.gz", gzipped(kGood).substr(0, 10));
  expect_refused("bad.txt.gz", "truncated", "");
}

TEST_F(BadInput, GzipThatUnpacksToMoreThanTheLimit) {
  // 65 MiB of text from 64 kB of file
  write("bad.txt.gz", gzipped(std::string(65u << 20, 'a')));
  expect_refused("bad.txt.gz", "too_large", "unpacks to more than 200 times its size");
}

TEST_F(BadInput, DamagedGzip) {
  std::string whole = gzipped(repeated("The ferry sank off Ostmere on Monday. ", 20) + kGood);
  for (std::size_t i = 20; i < 40; ++i) whole[i] = static_cast<char>(whole[i] ^ 0x5A);
  write("bad.txt.gz", whole);
  const Outcome o = run();
  ASSERT_TRUE(o.json.is_object()) << o.err;
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(has_good(o));
  ASSERT_EQ(o.json["refused"].size(), 1u);
  EXPECT_EQ(o.json["refused"][0]["source"], path("bad.txt.gz"));
}

// ---- JSON lines ----

TEST_F(BadInput, InvalidJsonLineIsRefusedByNumberAndTheOthersAreRead) {
  write("bad.jsonl", "{\"text\":\"Miners in Tarrow went on strike over pay on Tuesday.\"}\n\n{\"text\": \"no end\n{\"text\":\"A bridge in Sabrin was closed to lorries on Wednesday.\"}\n");
  const Outcome o = run();
  ASSERT_TRUE(o.json.is_object()) << o.err;
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(has_good(o));
  EXPECT_EQ(o.json["reports"].size(), 3u);
  ASSERT_EQ(o.json["refused"].size(), 1u);
  EXPECT_EQ(o.json["refused"][0]["code"], "invalid_json");
  EXPECT_EQ(o.json["refused"][0]["line"], 3);
  EXPECT_NE(o.err.find(path("bad.jsonl") + ":3: "), std::string::npos) << o.err;
}

TEST_F(BadInput, JsonLinesThatAreNoReports) {
  write("bad.jsonl", "{\"title\":\"no text\"}\n{\"text\":\"  \"}\n{\"text\":7.5}\n{\"text\":null}\n[1,2]\n\"words\"\n{\"text\":\"a\"} trailing\n");
  const Outcome o = run();
  ASSERT_TRUE(o.json.is_object()) << o.err;
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(has_good(o));
  EXPECT_EQ(o.json["reports"].size(), 1u);
  Strings codes;
  for (const Json& r : o.json["refused"]) codes.push_back(r["line"].dump() + " " + r["code"].get<std::string>());
  EXPECT_EQ(codes, (Strings{"1 missing_text", "2 missing_text", "3 missing_text", "4 missing_text", "5 invalid_json", "6 invalid_json", "7 invalid_json"}));
}

TEST_F(BadInput, JsonWithBrokenUtf8) {
  write("bad.jsonl", "{\"text\":\"The caf\xE9 on the quay was shut.\"}\n");
  expect_refused("bad.jsonl", "invalid_json", "", 1);
}

// ---- files that are none ----

TEST_F(BadInput, Fifo) {
  ASSERT_EQ(::mkfifo(path("bad.txt").c_str(), 0600), 0);
  expect_refused("bad.txt", "unreadable", "not a regular file");
}

TEST_F(BadInput, Socket) {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_GE(fd, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = path("bad.txt");
  ASSERT_LT(name.size(), sizeof address.sun_path);
  std::copy(name.begin(), name.end(), address.sun_path);
  ASSERT_EQ(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  expect_refused("bad.txt", "unreadable", "");
  ::close(fd);
}

TEST_F(BadInput, LinkThatLeadsNowhere) {
  fs::create_symlink(folder_ / "gone.txt", path("bad.txt"));
  expect_refused("bad.txt", "unreadable", "No such file");
}

TEST_F(BadInput, LinkToItself) {
  fs::create_symlink(path("bad.txt"), path("bad.txt"));
  expect_refused("bad.txt", "unreadable", "");
}

TEST_F(BadInput, FolderThatHoldsALinkToItselfIsReadOnce) {
  fs::create_directory_symlink(folder_ / "news", path("loop"));
  const Outcome o = run();
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_TRUE(has_good(o));
  EXPECT_EQ(o.json["counts"], Json({{"stored", 1}, {"duplicates", 0}, {"refused", 0}}));
}

TEST_F(BadInput, UnreadableFile) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  write("bad.txt", kGood);
  fs::permissions(path("bad.txt"), fs::perms::none);
  expect_refused("bad.txt", "unreadable", "Permission denied");
}

TEST_F(BadInput, FolderWithoutReadPermission) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  fs::create_directory(path("bad"));
  std::ofstream(path("bad") + "/a.txt") << kGood;
  fs::permissions(path("bad"), fs::perms::none);
  expect_refused("bad", "unreadable", "cannot open the folder");
}

// ---- all together ----

TEST_F(BadInput, ManyBadFilesAtOnceEachWithItsReason) {
  write("a.txt", "");
  write("b.bin", std::string(2000, '\0'));
  write("c.txt.gz", gzipped(kGood).substr(0, 30));
  write("d.html", repeated("<div>", 200000));
  write("e.jsonl", "{\"text\":\n");
  write("z.txt", "Miners in Tarrow went on strike over pay on Tuesday.\n");
  fs::create_symlink(folder_ / "gone.txt", path("f.txt"));
  ASSERT_EQ(::mkfifo(path("g.txt").c_str(), 0600), 0);
  const Outcome o = run();
  ASSERT_TRUE(o.json.is_object()) << o.err;
  EXPECT_EQ(o.status, 1);
  EXPECT_TRUE(has_good(o));
  EXPECT_EQ(o.json["counts"], Json({{"stored", 2}, {"duplicates", 0}, {"refused", 7}}));
  Strings codes;
  for (const Json& r : o.json["refused"]) codes.push_back(r["source"].get<std::string>().substr(path("").size()) + " " + r["code"].get<std::string>());
  EXPECT_EQ(codes, (Strings{"a.txt empty", "b.bin binary", "c.txt.gz truncated", "d.html too_deep", "e.jsonl invalid_json", "f.txt unreadable", "g.txt unreadable"}));
}

}  // namespace
}  // namespace attache
