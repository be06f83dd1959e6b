#include "room/intake.h"

#include "analysis/json.h"
#include "base/parallel.h"
#include "lineage/document.h"
#include "room/ids.h"
#include "store/analyses.h"

namespace attache {
namespace {

constexpr std::size_t kBatch = 256;  // reports written side by side
constexpr std::size_t kBatchBytes = 32u << 20;

std::string joined(const std::vector<Evident<std::string>>& list) {
  std::string out;
  for (const auto& e : list) out += (out.empty() ? "" : "; ") + e.value;
  return out;
}

}  // namespace

std::string searched_text(const Report& report) {
  std::string out;
  for (const Block& b : report.blocks) {
    if (is_body(b.kind)) out += std::string(slice(report.text, b.span)) + "\n";
  }
  return out;
}

struct Intake::Rows {
  std::int64_t addition;
  std::int64_t next;
  std::vector<std::unique_ptr<Packer>> packers;
  AnalysisRows analyses;
  Prepared find, insert, update, words, forget, duplicate, refused;

  Rows(Database& db, std::int64_t number)
      : addition(number),
        next(0),
        analyses(db),
        find(db, "SELECT number FROM reports WHERE id = ?"),
        insert(db, "INSERT INTO reports (source, title, outlet, agency, language, published, not_before, day, id, added, number) VALUES (?,?,?,?,?,?,NULL,?,?,?,?)"),
        update(db, "UPDATE reports SET source = ?, title = ?, outlet = ?, agency = ?, language = ?, published = ?, not_before = NULL, day = ? WHERE id = ?"),
        words(db, "INSERT INTO report_words (rowid, title, body) VALUES (?,?,?)"),
        forget(db, "INSERT INTO report_words (report_words, rowid, title, body) VALUES ('delete',?,?,?)"),
        duplicate(db, "INSERT OR IGNORE INTO duplicates VALUES (?,?)"),
        refused(db, "INSERT OR IGNORE INTO refused VALUES (?,?,?,?)") {}

  void describe(Prepared& row, const Report& r) {
    row.text(r.source).text(r.title.value).text(r.outlet.value).text(joined(r.agencies)).text(r.language.value);
    r.published.value.year ? row.text(to_string(r.published.value)) : row.null();
    r.published.value.full() ? row.number(days_of(r.published.value)) : row.null();
  }
};

Intake::Intake(Database& db, std::int64_t addition, int threads) : threads_(threads), rows_(std::make_unique<Rows>(db, addition)) {
  const Result<std::int64_t> last = db.number("SELECT coalesce(max(number), 0) FROM reports");
  if (last) rows_->next = *last + 1;
  else failure_ = last.error();
}

Intake::~Intake() = default;

void Intake::refuse(const Error& error) {
  ++counts_.refused;
  rows_->refused.text(error.source).number(error.line ? static_cast<std::int64_t>(*error.line) : 0).text(name_of(error.code)).text(error.message).done();
}

void Intake::take(Analysis analysis) {
  batch_bytes_ += analysis.report.text.size();
  batch_.push_back(std::move(analysis));
  if (batch_.size() >= kBatch || batch_bytes_ >= kBatchBytes) flush();
}

void Intake::flush() {
  // those that are new, in their order; the first of equals counts
  std::vector<std::string> lines(batch_.size());
  parallel_for(batch_.size(), threads_, [&](std::size_t i) { lines[i] = to_json_line(batch_[i]); });
  std::vector<std::string> fresh;
  const std::int64_t first = rows_->next;
  for (std::size_t i = 0; i < batch_.size() && !failure_; ++i) {
    const Report& r = batch_[i].report;
    const std::int64_t id = bits_of_id(r.id).value_or(0);
    rows_->find.number(id);
    const bool known = rows_->find.row();
    if (known) {
      again_.push_back({rows_->find.number_at(0), i});
      rows_->find.done();
      continue;
    }
    const std::int64_t number = rows_->next++;
    rows_->describe(rows_->insert, r);
    rows_->insert.number(id).number(rows_->addition).number(number).done();
    rows_->words.number(number).text(r.title.value).text(searched_text(r)).done();
    fresh.push_back(std::move(lines[i]));
    ++counts_.stored;
    changed_ = true;
  }
  write_blocks(first, fresh);
  for (const Again& one : again_) {
    if (failure_) break;
    take_again(one, lines[one.place]);
  }
  for (const Prepared* p : {&rows_->find, &rows_->insert, &rows_->update, &rows_->words, &rows_->forget, &rows_->duplicate, &rows_->refused}) {
    if (p->failure() && !failure_) failure_ = p->failure();
  }
  if (rows_->analyses.failure() && !failure_) failure_ = rows_->analyses.failure();
  again_.clear();
  batch_.clear();
  batch_bytes_ = 0;
}

void Intake::write_blocks(std::int64_t first, const std::vector<std::string>& lines) {
  const std::size_t blocks = (lines.size() + kPackedTogether - 1) / kPackedTogether;
  std::vector<std::string> packed(blocks);
  const auto begin = [&](std::size_t b) { return std::min(lines.size(), b * kPackedTogether); };
  const std::size_t parts = std::min<std::size_t>(static_cast<std::size_t>(threads_), blocks);
  while (rows_->packers.size() < parts) rows_->packers.push_back(std::make_unique<Packer>());
  parallel_for(parts, threads_, [&](std::size_t p) {
    for (std::size_t b = p; b < blocks; b += parts) packed[b] = pack_lines(*rows_->packers[p], {lines.begin() + static_cast<std::ptrdiff_t>(begin(b)), lines.begin() + static_cast<std::ptrdiff_t>(begin(b + 1))});
  });
  for (std::size_t b = 0; b < blocks; ++b) rows_->analyses.write(first + static_cast<std::int64_t>(begin(b)), begin(b + 1) - begin(b), packed[b]);
}

void Intake::take_again(const Again& one, const std::string& line) {
  const Report& r = batch_[one.place].report;
  const std::int64_t id = bits_of_id(r.id).value_or(0);
  ++counts_.duplicate;
  // another of the same batch may have taken the place meanwhile
  const Result<Analysis> held = rows_->analyses.read_analysis(one.number);
  if (!held) {
    failure_ = held.error();
    return;
  }
  const bool first = comes_before(r, held->report);
  if (r.source != held->report.source) rows_->duplicate.text(first ? held->report.source : r.source).number(id).done();
  if (!first) return;
  rows_->describe(rows_->update, r);
  rows_->update.number(id).done();
  rows_->forget.number(one.number).text(held->report.title.value).text(searched_text(held->report)).done();
  rows_->words.number(one.number).text(r.title.value).text(searched_text(r)).done();
  if (Result<void> replaced = rows_->analyses.replace(one.number, line); !replaced) failure_ = replaced.error();
  replaced_.insert(r.id);
  changed_ = true;
}

}  // namespace attache
