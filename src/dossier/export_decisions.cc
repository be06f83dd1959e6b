#include "dossier/export_decisions.h"

#include <vector>

#include "base/strings.h"
#include "dossier/export_rows.h"
#include "text/utf8.h"

namespace attache {
namespace {

// What a row says of the decision and the member; what a report tells follows.
ExportRecord head_of(const Decision& d, std::size_t seat) {
  const Position& p = d.positions[seat];
  const StanceEntry* now = current_of(p);
  return {{"decision", d.id}, {"question", d.question.name}, {"candidate", d.question.candidate}, {"body", d.chamber.body.id}, {"rule", d.chamber.rule.id}, {"day", to_string(d.day)}, {"verdict", name_of(d.outlook.verdict)}, {"member", d.chamber.seats[seat].name}, {"key", d.chamber.seats[seat].key},
          {"stance", name_of(p.stance)}, {"strength", name_of(p.strength)}, {"date", now && now->day.full() ? to_string(now->day) : ""}, {"origins", now ? now->origins : 0}, {"vote", d.votes[seat] ? name_of(*d.votes[seat]) : std::string_view()}, {"vote_source", d.known[seat] ? d.known[seat]->source : d.votes[seat] ? "reports" : ""}};
}

void add_told(ExportRecord& row, const Dossier& dossier, const StanceEntry* e, const FactRef* ref, const std::vector<CodePointOffsets>& offsets) {
  const Analysis* a = ref ? &dossier.analyses[ref->report] : nullptr;
  const Span cited = ref ? offsets[ref->report].of_bytes(ref->sentence) : Span{};
  row["told_stance"] = e ? name_of(e->stance) : "";
  row["told_strength"] = e ? name_of(e->strength) : "";
  row["told_date"] = e && e->day.full() ? to_string(e->day) : "";
  row["relation"] = e ? e->relation : "";
  row["said_by"] = ref && ref->statement != 0xFFFFFFFF ? a->statements[ref->statement].speaker_text : "";
  row["cited"] = ref ? collapse_space(slice(a->report.text, ref->sentence)) : "";
  row["report"] = a ? a->report.id : "";
  row["input"] = a ? a->report.source : "";
  row["publisher"] = a ? publisher(a->report) : "";
  row["published"] = a ? published(a->report) : "";
  row["url"] = a ? a->report.url : "";
  row["start"] = cited.begin;
  row["end"] = cited.end;
}

template <class F>
void for_each_record(const Dossier& dossier, F each) {
  std::vector<CodePointOffsets> offsets;
  for (const Analysis& a : dossier.analyses) offsets.emplace_back(a.report.text);
  for (const Decision& d : dossier.decisions) {
    for (std::size_t seat = 0; seat < d.positions.size(); ++seat) {
      const ExportRecord head = head_of(d, seat);
      bool any = false;
      for (const StanceEntry& e : d.positions[seat].history) {
        for (const FactRef& ref : e.mentions) {
          ExportRecord row = head;
          add_told(row, dossier, &e, &ref, offsets);
          each(row);
          any = true;
        }
      }
      if (any) continue;
      ExportRecord row = head;
      add_told(row, dossier, nullptr, nullptr, offsets);
      each(row);
    }
  }
}

}  // namespace

std::string decisions_csv(const Dossier& dossier) {
  std::string out;
  for_each_record(dossier, [&](const ExportRecord& r) {
    if (out.empty()) out = csv_line(r, true);
    out += csv_line(r, false);
  });
  return out;
}

std::string decisions_jsonl(const Dossier& dossier) {
  std::string out;
  for_each_record(dossier, [&](const ExportRecord& r) { out += line_of(r) + "\n"; });
  return out;
}

}  // namespace attache
