#include "containers/tar.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kBlock = 512;

std::string_view field(std::string_view header, std::size_t at, std::size_t size) {
  const std::string_view all = header.substr(at, size);
  return all.substr(0, std::min(all.find('\0'), all.size()));
}

// Octal digits between blanks, or GNU's base 256 with the highest bit set. nullopt: neither, negative, or 2^62 and more.
std::optional<std::uint64_t> number(std::string_view bytes) {
  std::uint64_t value = 0;
  if (!bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0x80)) {
    if (static_cast<unsigned char>(bytes[0]) != 0x80) return std::nullopt;
    for (const char c : bytes.substr(1)) {
      if (value >> 54) return std::nullopt;
      value = value << 8 | static_cast<unsigned char>(c);
    }
    return value;
  }
  const std::string_view digits = trim(bytes.substr(0, std::min(bytes.find('\0'), bytes.size())));
  for (const char c : digits) {
    if (c < '0' || c > '7' || value >> 58) return std::nullopt;
    value = value << 3 | static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

bool sum_holds(std::string_view header) {
  const std::optional<std::uint64_t> told = number(header.substr(148, 8));
  if (!told) return false;
  std::int64_t plain = 0, with_sign = 0;  // old programs added signed characters
  for (std::size_t i = 0; i < kBlock; ++i) {
    const char c = i >= 148 && i < 156 ? ' ' : header[i];
    plain += static_cast<unsigned char>(c);
    with_sign += static_cast<signed char>(c);
  }
  return static_cast<std::int64_t>(*told) == plain || static_cast<std::int64_t>(*told) == with_sign;
}

bool all_zero(std::string_view bytes) { return bytes.find_first_not_of('\0') == std::string_view::npos; }

std::uint64_t padding_of(std::uint64_t size) { return (kBlock - size % kBlock) % kBlock; }

}  // namespace

bool is_tar(std::string_view head) { return head.size() >= kBlock && head.substr(257, 5) == "ustar" && sum_holds(head.substr(0, kBlock)); }

Result<std::size_t> TarReader::Content::read(char* to, std::size_t room) {
  if (tar_.left_ == 0) return 0;
  Result<std::size_t> n = tar_.input_.read(to, static_cast<std::size_t>(std::min<std::uint64_t>(room, tar_.left_)));
  if (n && *n == 0) {
    tar_.left_ = tar_.padding_ = 0;
    return fail(ErrorCode::truncated, "the archive ends inside this member");
  }
  if (n) tar_.left_ -= *n;
  return n;
}

std::optional<Error> TarReader::pass_rest() {
  const std::uint64_t rest = left_ + padding_;
  const bool inside = left_ > 0;
  left_ = padding_ = 0;
  if (input_.skip(rest) == rest || (!inside && !input_.error())) return std::nullopt;
  return input_.error_or_truncated("the archive ends inside a member");
}

// Long names and pax records; the limit is on what is kept, a longer header is passed over and its member refused.
std::optional<Error> TarReader::read_extension(char type, std::uint64_t size, Extension& extension) {
  const std::uint64_t padded = size + padding_of(size);
  if (size > limits_.header_bytes) {
    if (!extension.error) extension.error = Error{ErrorCode::too_large, "an extended header of " + std::to_string(size) + " bytes, limit " + std::to_string(limits_.header_bytes)};
    if (input_.skip(padded) < padded) return input_.error_or_truncated("the archive ends inside a header");
    return std::nullopt;
  }
  const std::string_view ahead = input_.peek(static_cast<std::size_t>(padded));
  if (ahead.size() < padded) {
    input_.consume(ahead.size());
    return input_.error_or_truncated("the archive ends inside a header");
  }
  std::string_view bytes = ahead.substr(0, static_cast<std::size_t>(size));
  if (type == 'L') {
    extension.path = field(bytes, 0, bytes.size());
  } else if (type == 'x') {
    while (!bytes.empty()) {  // "LENGTH KEY=VALUE\n"; LENGTH counts itself
      const std::size_t blank = bytes.find(' ');
      int length = 0;
      if (blank == std::string_view::npos || !parse_int(bytes.substr(0, blank), length) || static_cast<std::size_t>(length) <= blank + 1 || static_cast<std::size_t>(length) > bytes.size()) {
        extension.error = Error{ErrorCode::binary, "a damaged extended header"};
        break;
      }
      std::string_view record = bytes.substr(blank + 1, static_cast<std::size_t>(length) - blank - 1);
      bytes.remove_prefix(static_cast<std::size_t>(length));
      if (record.ends_with('\n')) record.remove_suffix(1);
      const std::size_t equals = record.find('=');
      if (equals == std::string_view::npos) continue;
      const std::string_view key = record.substr(0, equals), value = record.substr(equals + 1);
      if (key == "path") extension.path = value;
      if (key == "size") {
        std::uint64_t told = 0;
        bool digits = !value.empty() && value.size() <= 18;
        for (const char c : value) {
          digits = digits && is_digit(c);
          told = told * 10 + static_cast<std::uint64_t>(c - '0');
        }
        if (digits) extension.size = told;
        else extension.error = Error{ErrorCode::binary, "a damaged extended header"};
      }
      if (key.starts_with("GNU.sparse.")) extension.sparse = true;
    }
  }
  input_.consume(static_cast<std::size_t>(padded));
  return std::nullopt;
}

std::optional<Result<ArchiveMember>> TarReader::next() {
  const auto lost = [](Error error) { return std::optional<Result<ArchiveMember>>(tl::unexpected<Error>(std::move(error))); };
  if (ended_) return std::nullopt;
  if (std::optional<Error> error = pass_rest()) {
    ended_ = true;
    return lost(std::move(*error));
  }
  Extension extension;
  bool zeros = false;
  std::uint64_t damaged = 0;
  for (;;) {
    const std::string_view header = input_.peek(kBlock);
    if (header.size() < kBlock) {
      ended_ = true;
      const bool nothing = all_zero(header) && damaged == 0 && extension.path.empty() && !extension.error;
      if (zeros && !input_.error()) {
        trailing_ += header.size() - (all_zero(header) ? header.size() : 0) + damaged;
        return std::nullopt;
      }
      // POSIX asks for two blocks of zeros; archives that just stop are common and whole
      if (nothing && !input_.error()) return std::nullopt;
      if (damaged) return lost(Error{ErrorCode::binary, std::to_string(damaged + header.size()) + " bytes that are no tar member, up to the end"});
      return lost(input_.error_or_truncated("the archive ends inside a header"));
    }
    if (header[0] == '\0' && all_zero(header.substr(0, kBlock))) {
      input_.consume(kBlock);
      if (damaged) damaged += kBlock;
      else zeros = true;
      continue;
    }
    if (!is_tar(header)) {
      damaged += kBlock;
      input_.consume(kBlock);
      continue;
    }
    if (damaged) {  // said first; the header found is read by the next call
      if (zeros) trailing_ += damaged;
      else return lost(Error{ErrorCode::binary, std::to_string(damaged) + " bytes that are no tar member"});
      damaged = 0;
    }
    zeros = false;
    const char type = header[156];
    const std::optional<std::uint64_t> told = number(header.substr(124, 12));
    std::string path;
    if (header.substr(257, 6) == std::string_view("ustar\0", 6)) {
      path = field(header, 345, 155);
      if (!path.empty()) path += '/';
    }
    path += field(header, 0, 100);
    input_.consume(kBlock);
    if (!told) {  // where the next header lies is not known: it is looked for
      return lost(Error{ErrorCode::binary, "a member without a size", shown_name(extension.path.empty() ? path : extension.path)});
    }
    if (type == 'L' || type == 'x' || type == 'K' || type == 'g') {
      if (std::optional<Error> error = read_extension(type, *told, extension)) {
        ended_ = true;
        return lost(std::move(*error));
      }
      continue;
    }
    if (!extension.path.empty()) path = std::move(extension.path);
    const bool folder = type == '5' || path.ends_with('/');
    const bool has_content = type < '1' || type > '6';  // links, devices and folders have none, whatever size they tell
    left_ = has_content ? extension.size.value_or(*told) : 0;
    padding_ = padding_of(left_);
    ArchiveMember member;
    const bool too_long = path.size() > limits_.name_bytes;
    member.name = shown_name(std::string_view(path).substr(0, too_long ? 80 : path.size()));
    if (extension.error) {
      extension.error->source = member.name;
      return lost(std::move(*extension.error));
    }
    if (too_long) return lost(Error{ErrorCode::too_large, "a name of " + std::to_string(path.size()) + " bytes, limit " + std::to_string(limits_.name_bytes), member.name + "..."});
    if (type == 'S' || extension.sparse) return lost(Error{ErrorCode::unsupported, "a sparse file", member.name});
    if (type == 'M') return lost(Error{ErrorCode::unsupported, "a member that continues one of another volume", member.name});
    member.file = !folder && (type == '0' || type == '\0' || type == '7');
    if (!member.file) member.kind = folder ? "folder" : type == '1' || type == '2' ? "link" : "device or other entry";
    return Result<ArchiveMember>(std::move(member));
  }
}

}  // namespace attache
