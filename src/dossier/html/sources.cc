#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

// "Reuters: dateline R1.p" / "not stated"
template <class T>
std::string with_evidence(const PageContext& c, std::uint32_t report, const std::string& value, const Evident<T>& e) {
  std::string out = fmt::format("<b>{}</b><small>, {}</small>", escape_html(value), escape_html(e.evidence));
  if (!e.span.empty()) out += " " + c.cite(report, e.span.begin);
  return out;
}

std::string names_cell(const PageContext& c, std::uint32_t report, const std::vector<Evident<std::string>>& list) {
  if (list.empty()) return "<small>not stated</small>";
  std::string out;
  for (const auto& e : list) out += (out.empty() ? "" : "<br>") + with_evidence(c, report, e.value, e);
  return out;
}

std::string row(const PageContext& c, std::uint32_t r) {
  const Report& report = c.analysis(r).report;
  std::string title;
  if (!report.title.value.empty()) {
    title = escape_html(report.title.value);
  } else {
    title = "<small>no headline; opens with</small> " + escape_html(collapse_space(c.words(r, lead_of(c.analysis(r)))).substr(0, 70));
    while (!title.empty() && static_cast<unsigned char>(title.back()) >= 0x80) title.pop_back();
    title += "\u2026";
  }
  if (const std::string wire = wire_words(report); !wire.empty()) title += "<br><small>" + wire + "</small>";
  std::string date;
  if (report.published.value.year) {
    date = with_evidence(c, r, to_words(report.published.value), report.published);
  } else if (c.d.bounds[r].not_before.year) {
    date = fmt::format("<b>not stated</b><small>; not before {}: {}</small> {}", to_words(c.d.bounds[r].not_before), escape_html(c.d.bounds[r].reason), c.cite(r, c.d.bounds[r].span.begin));
  } else {
    date = "<small>not stated</small>";
  }
  const std::string outlet = report.outlet.value.empty() ? "<small>not stated</small>" : with_evidence(c, r, report.outlet.value, report.outlet);
  return fmt::format("<tr><th scope=row>{} {}</th><td data-h=Outlet>{}</td><td data-h=Agency>{}</td><td data-h=Dateline>{}</td><td data-h=Date>{}</td></tr>", c.cite_report(r), title, outlet, names_cell(c, r, report.agencies), names_cell(c, r, report.dateline_places), date);
}

}  // namespace

std::string sources_part(const PageContext& c) {
  if (c.d.analyses.empty()) return {};
  const std::size_t n = c.d.analyses.size();
  const std::size_t origins = c.d.origins.origins.size();
  std::string out = "<section aria-labelledby=s3><h2 id=s3><span class=no>3</span>Sources</h2>";
  std::string lede = fmt::format("{} from {}.", counted(n, "report"), counted(origins, "independent origin"));
  if (n > origins) lede += " Copies of one text, and two reports of one newsroom on one story, count once.";
  out += "<p class=lede>" + lede + "</p>";
  std::string rows;
  for (std::uint32_t r : c.d.order) rows += row(c, r);
  std::string table = "<table class=src><thead><tr><th>Report</th><th>Outlet</th><th>Agency, and how it is known</th><th>Dateline</th><th>Date, and how it is known</th></tr></thead><tbody>" + rows + "</tbody></table>";
  if (n > 40) table = fmt::format("<details><summary>All {} reports</summary>{}</details>", n, table);
  out += table;

  std::string shared;
  for (const SourceOrigin& origin : c.d.origins.origins) {
    if (origin.reports.size() < 2 || origin.reason == "copies of one text") continue;
    std::string labels;
    for (std::uint32_t r : origin.reports) labels += (labels.empty() ? "" : " ") + c.cite_report(r);
    shared += fmt::format("<li>{}: {} ({})</li>", labels, escape_html(origin.reason), escape_html(origin.name));
  }
  if (!shared.empty()) out += "<h3>Counted once though not copies</h3><ul class=plain>" + shared + "</ul>";
  return out + "</section>";
}

}  // namespace attache
