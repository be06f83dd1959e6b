// What a document of a news format gives, as its readers hand it on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/content.h"
#include "ingest/report.h"

namespace attache::testing {

struct Items {
  std::vector<Report> reports;
  std::vector<Error> refused;

  // "source: code" of each refusal, the folder and "feed" taken off: "#2 truncated".
  [[nodiscard]] std::vector<std::string> refusals() const;
};

// The content is fed in one piece, as the file "feed".
[[nodiscard]] Items items_of(std::string_view content, const ContentLimits& limits = {}, const ContentHints& hints = {});

// The only report there; fails the test when there is none or another one, or a refusal.
[[nodiscard]] Report item_of(std::string_view content);

[[nodiscard]] std::vector<std::string> values_of(const std::vector<Evident<std::string>>& list);
[[nodiscard]] std::string evidence_of(const std::vector<Evident<std::string>>& list);  // of the first

// The body's blocks, joined by line breaks; the text of all blocks of a kind.
[[nodiscard]] std::string body_of(const Report& report);
[[nodiscard]] std::string blocks_of(const Report& report, BlockKind kind);

}  // namespace attache::testing
