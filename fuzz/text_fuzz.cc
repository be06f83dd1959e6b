// Any bytes as plain text, through language and mentions; its days in each language that has words for them.
#include <cstdint>
#include <string>

#include "ingest/ingest.h"
#include "language/days_abroad.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const Resources resources = load_resources();
  Record record;
  record.source = "fuzz";
  record.content = bytes;
  Result<Report> report = read_report(std::move(record), resources.knowledge);
  if (!report) return 0;
  for (const char* language : {"es", "fr", "it", "de", "pt"}) {
    const Segmentation segmentation = segment(report->text, report->blocks, resources.lexicon, language);
    std::uint32_t last = 0;
    for (const TimeExpression& t : find_times_in(language, report->text, segmentation, resources.lexicon, Date{2024, 3, 15})) {
      require_span(report->text, t.span, "a time lies in the text");
      require(t.span.begin >= last && t.span.begin < t.span.end, "times lie in order");
      require(t.first < t.last && t.last <= segmentation.tokens.size(), "a time has its tokens");
      require(!t.resolved || t.grain != Grain::day || t.begin.month > 0, "a day has its month");
      last = t.span.end;
    }
  }
  require_analysis(analyse_report(std::move(*report), resources));
  return 0;
}
