#include "room/add.h"

#include "store/schema.h"

namespace attache {
namespace {

Result<Added> fill(Database& db, const std::vector<std::string>& inputs, const Resources& resources, const AddOptions& options, const Progress& progress) {
  const Result<std::int64_t> last = db.number("SELECT coalesce(max(number), 0) FROM additions");
  if (!last) return tl::unexpected<Error>(last.error());
  const std::int64_t addition = *last + 1;
  Prepared begin(db, "INSERT INTO additions VALUES (?, 0, 0, 0)");
  begin.number(addition).done();

  Added out;
  Intake intake(db, addition, options.run.threads);
  Progress telling = progress;
  telling.refused = [&](const Error& error) {
    intake.refuse(error);
    if (progress.refused) progress.refused(error);
  };
  if (options.analyses) {
    AnalysedInputs read = read_analyses(inputs, telling);
    for (Analysis& a : read.analyses) intake.take(std::move(a));
  } else {
    analyse_each(inputs, resources, options.run, telling, [&](Analysis a) { intake.take(std::move(a)); });
  }
  intake.flush();
  if (intake.failure()) return tl::unexpected<Error>(*intake.failure());
  out.counts = intake.counts();

  if (intake.changed()) {
    Result<Regrouped> grouped = regroup(db, intake.replaced(), resources, options.run, progress);
    if (!grouped) return tl::unexpected<Error>(grouped.error());
    out.regrouped = *grouped;
  }
  if (intake.changed()) {
    if (Result<void> counted = db.run("UPDATE numbers SET changes = changes + 1"); !counted) return tl::unexpected<Error>(counted.error());
  }
  // a run that brought nothing leaves no trace
  Prepared end(db, out.counts.stored ? "UPDATE additions SET stored = ?, duplicate = ?, refused = ? WHERE number = ?" : "DELETE FROM additions WHERE ? + ? + ? >= 0 AND number = ?");
  end.number(static_cast<std::int64_t>(out.counts.stored)).number(static_cast<std::int64_t>(out.counts.duplicate)).number(static_cast<std::int64_t>(out.counts.refused)).number(addition).done();
  const Result<std::int64_t> reports = db.number("SELECT count(*) FROM reports");
  if (!reports) return tl::unexpected<Error>(reports.error());
  out.reports = static_cast<std::uint64_t>(*reports);
  for (const Prepared* p : {&begin, &end}) {
    if (p->failure()) return tl::unexpected<Error>(*p->failure());
  }
  return out;
}

}  // namespace

Result<Added> add_reports(const std::string& store, const std::vector<std::string>& inputs, const Resources& resources, const AddOptions& options, const Progress& progress) {
  Result<Database> db = open_for_writing(store);
  if (!db) return tl::unexpected<Error>(db.error());
  const auto named = [&](Error error) {
    if (error.source.empty()) error.source = store;
    return tl::unexpected<Error>(std::move(error));
  };
  if (Result<void> begun = db->run("BEGIN IMMEDIATE"); !begun) return named(begun.error());
  Result<Added> added = fill(*db, inputs, resources, options, progress);
  if (!added) return named(added.error());
  if (Result<void> done = db->run("COMMIT"); !done) return named(done.error());
  if (Result<void> closed = db->close(); !closed) return named(closed.error());
  return added;
}

}  // namespace attache
