#include <fmt/format.h>

#include "dossier/html/parts.h"

namespace attache {

std::string line(const PageContext& c, const std::vector<std::uint32_t>& reports, const std::string& text, const std::string& cites) {
  return fmt::format("<li class=r data-o=\"{}\"><span class=tx>{}</span>{}<span class=cs>{}</span></li>", c.letters(reports), text, c.gauge(reports), cites);
}

std::string shorten(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = text.rfind(' ', most);
  if (end == std::string::npos) end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "\u2026";
}

}  // namespace attache
