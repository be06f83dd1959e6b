#include "training/corpora.h"

#include "base/file.h"
#include "containers/walk.h"
#include "training/conllu.h"
#include "training/name_files.h"

namespace attache {
namespace {

constexpr std::uint64_t kLargest = 1u << 30;

// The names of the second file on the words of the first.
Result<void> join_names(std::vector<LabelledSentence>& trees, std::vector<LabelledSentence>&& names, const std::string& source) {
  if (trees.size() != names.size()) return fail(ErrorCode::unsupported, source + ": other sentences than the trees");
  for (std::size_t s = 0; s < trees.size(); ++s) {
    auto& to = trees[s].words;
    const auto& from = names[s].words;
    if (to.size() != from.size()) return fail(ErrorCode::unsupported, source + ": sentence " + std::to_string(s + 1) + " has other words than its tree");
    for (std::size_t i = 0; i < to.size(); ++i) {
      if (to[i].form != from[i].form) return fail(ErrorCode::unsupported, source + ": the word " + from[i].form + " is not its tree's " + to[i].form);
      to[i].name = from[i].name;
    }
    trees[s].names_known = true;
  }
  return {};
}

}  // namespace

Result<std::string> read_training_file(const std::filesystem::path& path) {
  Result<std::string> bytes = read_file(path, kLargest);
  if (!bytes) return bytes;
  std::string text;
  std::optional<Error> failed;
  const LeafSink sink{[](const std::string&, const LeafHints&) {}, [&](std::string_view part) { text += part; }, [] {}, [&](Error e) { failed = std::move(e); }, [&](Error e) { failed = std::move(e); }};
  ContainerLimits limits;
  MemorySource source(*bytes);
  (void)ContainerWalk(limits, sink).walk(source, path.string());
  if (failed) return tl::unexpected<Error>(*failed);
  return text;
}

Result<std::vector<LabelledSentence>> read_sentences(const std::filesystem::path& path, const std::string& format, const Lexicon& lexicon) {
  const Result<std::string> text = read_training_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  if (format == "bio") return parse_bio(*text, path.string());
  if (format == "brackets") return parse_bracketed_names(*text, path.string(), lexicon);
  Result<std::vector<LabelledSentence>> out = parse_conllu(*text, path.string());
  if (out && format == "stanford") {
    for (LabelledSentence& s : *out) convert_stanford(s);
  }
  return out;
}

Result<std::vector<Corpus>> read_corpora(const std::vector<RecipeLine>& recipe, const std::filesystem::path& data, const std::filesystem::path& own, bool open_only, const Lexicon& lexicon) {
  std::vector<Corpus> out;
  const auto path_of = [&](const std::string& path) { return path.starts_with("own/") ? own / path.substr(4) : data / path; };
  for (const RecipeLine& line : recipe) {
    if (open_only && !line.open) continue;
    Result<std::vector<LabelledSentence>> sentences = read_sentences(path_of(line.path), line.format, lexicon);
    if (!sentences) return tl::unexpected<Error>(sentences.error());
    if (!line.names.empty()) {
      Result<std::vector<LabelledSentence>> names = read_sentences(path_of(line.names), "bio", lexicon);
      if (!names) return tl::unexpected<Error>(names.error());
      if (Result<void> joined = join_names(*sentences, std::move(*names), line.names); !joined) return tl::unexpected<Error>(joined.error());
    }
    out.push_back({line.path, std::move(*sentences), line.share, line.weight, line.until, line.format == "ud"});
  }
  return out;
}

}  // namespace attache
