#include "text/detect_language.h"

#include <cld2/public/compact_lang_det.h>

#include "text/utf8.h"

namespace attache {

std::string detect_language(std::string_view utf8) {
  constexpr std::size_t kEnough = 4000;  // bytes; CLD2 is certain long before that
  utf8 = utf8.substr(0, floor_boundary(utf8, kEnough));
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(utf8.data(), static_cast<int>(utf8.size()), /*is_plain_text=*/true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  std::string code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";  // the code before 1989
  return code.substr(0, code.find('-'));  // "zh-Hant": the script is no language
}

}  // namespace attache
