#include "store/analyses.h"

#include "analysis/json.h"
#include "base/parallel.h"
#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kBlocksAtOnce = 64;

Error damaged(std::int64_t report) { return {ErrorCode::invalid_store, "a report without its analysis: number " + std::to_string(report)}; }

Result<std::vector<std::string>> unpack_lines(Packer& packer, std::string_view packed) {
  const Result<std::string> text = packer.unpack(packed);
  if (!text) return tl::unexpected<Error>(text.error());
  std::vector<std::string> out;
  for (const std::string_view line : split(*text, '\n')) out.emplace_back(line);
  return out;
}

}  // namespace

AnalysisRows::AnalysisRows(Database& db) : find_(db, "SELECT first, packed FROM analyses WHERE first <= ? ORDER BY first DESC LIMIT 1"), insert_(db, "INSERT OR REPLACE INTO analyses VALUES (?,?,?)") {}

void AnalysisRows::write(std::int64_t first, std::size_t count, const std::string& packed) { insert_.number(first).number(static_cast<std::int64_t>(count)).blob(packed).done(); }

Result<void> AnalysisRows::fetch(std::int64_t report) {
  if (!lines_.empty() && report >= first_ && report < first_ + static_cast<std::int64_t>(lines_.size())) return {};
  lines_.clear();
  find_.number(report);
  if (!find_.row()) return tl::unexpected<Error>(find_.failure().value_or(damaged(report)));
  first_ = find_.number_at(0);
  Result<std::vector<std::string>> lines = unpack_lines(packer_, find_.text_at(1));
  find_.done();
  if (!lines) return tl::unexpected<Error>(lines.error());
  if (report >= first_ + static_cast<std::int64_t>(lines->size())) return tl::unexpected<Error>(damaged(report));
  lines_ = std::move(*lines);
  return {};
}

Result<std::string> AnalysisRows::read(std::int64_t report) {
  if (const Result<void> found = fetch(report); !found) return tl::unexpected<Error>(found.error());
  return lines_[static_cast<std::size_t>(report - first_)];
}

Result<Analysis> AnalysisRows::read_analysis(std::int64_t report) {
  if (const Result<void> found = fetch(report); !found) return tl::unexpected<Error>(found.error());
  Result<Analysis> analysis = from_json_line(lines_[static_cast<std::size_t>(report - first_)]);
  if (!analysis) analysis.error().code = ErrorCode::invalid_store;
  return analysis;
}

Result<void> AnalysisRows::replace(std::int64_t report, const std::string& line) {
  if (Result<void> found = fetch(report); !found) return found;
  lines_[static_cast<std::size_t>(report - first_)] = line;
  write(first_, lines_.size(), pack_lines(packer_, lines_));
  if (insert_.failure()) return tl::unexpected<Error>(*insert_.failure());
  return {};
}

std::string pack_lines(Packer& packer, const std::vector<std::string>& lines) { return packer.pack(join_strings(lines, "\n")); }

Result<std::vector<Analysis>> read_every_analysis(Database& db, int threads) {
  std::vector<Analysis> out;
  std::vector<std::unique_ptr<Packer>> packers;
  for (int k = 0; k < threads; ++k) packers.push_back(std::make_unique<Packer>());
  std::vector<std::string> blocks;
  std::optional<Error> failure;
  const auto unpack = [&] {
    std::vector<std::vector<Analysis>> found(blocks.size());
    std::vector<std::optional<Error>> failures(packers.size());
    parallel_for(packers.size(), threads, [&](std::size_t p) {
      for (std::size_t b = p; b < blocks.size() && !failures[p]; b += packers.size()) {
        const Result<std::vector<std::string>> lines = unpack_lines(*packers[p], blocks[b]);
        if (!lines) failures[p] = lines.error();
        for (std::size_t i = 0; lines && i < lines->size() && !failures[p]; ++i) {
          Result<Analysis> one = from_json_line((*lines)[i]);
          if (one) found[b].push_back(std::move(*one));
          else failures[p] = Error{ErrorCode::invalid_store, one.error().message};
        }
      }
    });
    for (std::vector<Analysis>& list : found) out.insert(out.end(), std::make_move_iterator(list.begin()), std::make_move_iterator(list.end()));
    for (auto& f : failures) {
      if (f && !failure) failure = std::move(f);
    }
    blocks.clear();
  };
  Prepared rows(db, "SELECT packed FROM analyses ORDER BY first");
  while (!failure && rows.row()) {
    blocks.emplace_back(rows.text_at(0));
    if (blocks.size() == kBlocksAtOnce) unpack();
  }
  unpack();
  if (!failure) failure = rows.failure();
  if (failure) return tl::unexpected<Error>(*failure);
  return out;
}

}  // namespace attache
