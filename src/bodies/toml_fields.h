// Reading fields of a TOML table: the first thing that is wrong is kept with its line, what follows is passed over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// toml++ 3.3 asserts that some wrong inputs ("[[[") cannot be, though the code behind says what is wrong with them.
#ifdef NDEBUG
#error "with NDEBUG toml++ promises the compiler what its assertions say"
#endif
#define TOML_ASSERT(expr) static_cast<void>(0)
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "base/date.h"
#include "base/error.h"

namespace attache {

// Errors: `invalid` with a line, too_large beyond `bytes`.
[[nodiscard]] Result<toml::table> parse_toml(std::string_view text, const std::string& source, std::size_t bytes, ErrorCode invalid);

class TomlFields {
 public:
  TomlFields(std::string source, std::size_t entries, ErrorCode invalid) : source_(std::move(source)), entries_(entries), invalid_(invalid) {}

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  void wrong(const toml::node& at, std::string words);

  // Every key of the table is one of these.
  void only(const toml::table& table, std::initializer_list<std::string_view> keys);
  // A text of 1 to 2,000 bytes; needed ones that are missing are wrong.
  [[nodiscard]] std::string text(const toml::table& table, std::string_view key, bool needed = false);
  [[nodiscard]] std::vector<std::string> texts(const toml::table& table, std::string_view key);
  [[nodiscard]] Date day(const toml::table& table, std::string_view key);  // year 0 = not given
  [[nodiscard]] std::optional<std::uint64_t> number(const toml::table& table, std::string_view key, std::uint64_t most);
  [[nodiscard]] std::optional<double> chance(const toml::table& table, std::string_view key);  // 0 to 1
  [[nodiscard]] std::vector<const toml::table*> tables(const toml::table& table, std::string_view key);

 private:
  std::string source_;
  std::size_t entries_;
  ErrorCode invalid_;
  std::optional<Error> error_;
};

}  // namespace attache
