#include "store/analyses.h"

#include "analysis/json.h"
#include "base/parallel.h"
#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kBlocksAtOnce = 64;

Error damaged(std::int64_t report) { return {ErrorCode::invalid_store, "a report without its analysis: number " + std::to_string(report)}; }

}  // namespace

AnalysisRows::AnalysisRows(Database& db) : find_(db, "SELECT first, packed FROM analyses WHERE first <= ? ORDER BY first DESC LIMIT 1"), insert_(db, "INSERT OR REPLACE INTO analyses VALUES (?,?,?)") {}

void AnalysisRows::write(std::int64_t first, std::size_t count, const std::string& packed) { insert_.number(first).number(static_cast<std::int64_t>(count)).blob(packed).done(); }

Result<std::string_view> AnalysisRows::line(std::int64_t report) {
  if (lines_.empty() || report < first_ || report >= first_ + static_cast<std::int64_t>(lines_.size())) {
    lines_.clear();
    find_.number(report);
    if (!find_.row()) return tl::unexpected<Error>(find_.failure().value_or(damaged(report)));
    first_ = find_.number_at(0);
    Result<std::string> text = packer_.unpack(find_.text_at(1));
    find_.done();
    if (!text) return tl::unexpected<Error>(text.error());
    block_ = std::move(*text);
    lines_ = split(block_, '\n');
    if (report >= first_ + static_cast<std::int64_t>(lines_.size())) return tl::unexpected<Error>(damaged(report));
  }
  return lines_[static_cast<std::size_t>(report - first_)];
}

Result<std::string> AnalysisRows::read(std::int64_t report) {
  const Result<std::string_view> found = line(report);
  if (!found) return tl::unexpected<Error>(found.error());
  return std::string(*found);
}

Result<Analysis> AnalysisRows::parsed(std::int64_t report, Result<Analysis> (*parse)(std::string_view)) {
  const Result<std::string_view> found = line(report);
  if (!found) return tl::unexpected<Error>(found.error());
  Result<Analysis> analysis = parse(*found);
  if (!analysis) analysis.error().code = ErrorCode::invalid_store;
  return analysis;
}

Result<Analysis> AnalysisRows::read_analysis(std::int64_t report) { return parsed(report, from_json_line); }

Result<Analysis> AnalysisRows::read_text(std::int64_t report) { return parsed(report, text_from_json_line); }

Result<void> AnalysisRows::replace(std::int64_t report, const std::string& changed) {
  if (const Result<std::string_view> found = line(report); !found) return tl::unexpected<Error>(found.error());
  std::vector<std::string> lines(lines_.begin(), lines_.end());
  lines[static_cast<std::size_t>(report - first_)] = changed;
  write(first_, lines.size(), pack_lines(packer_, lines));
  lines_.clear();
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
        const Result<std::string> text = packers[p]->unpack(blocks[b]);
        if (!text) {
          failures[p] = text.error();
          break;
        }
        for (const std::string_view line : split(*text, '\n')) {
          Result<Analysis> one = from_json_line(line);
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
