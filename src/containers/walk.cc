#include "containers/walk.h"

#include <utility>

#include "base/strings.h"
#include "containers/gzip.h"
#include "containers/media.h"
#include "containers/tar.h"
#include "containers/zip.h"
#include "containers/zstd.h"

namespace attache {
namespace {

constexpr std::size_t kSniffBytes = 512;  // a tar header

// Boxes we know and do not open.
std::string_view unread_box(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("BZh") && head.size() > 9 && is_digit(head[3]) && head.substr(4, 6) == "1AY&SY") return "bzip2";
  if (head.starts_with("\xFD\x37zXZ\0"sv)) return "xz";
  if (head.starts_with("7z\xBC\xAF\x27\x1C")) return "7z";
  if (head.starts_with("Rar!\x1A\x07")) return "rar";
  return {};
}

// Zip files that are documents or programs: their first member tells.
bool is_package(std::string_view first_member) { return is_one_of(first_member, {"mimetype", "[Content_Types].xml", "_rels/.rels", "META-INF/MANIFEST.MF", "META-INF/", "AndroidManifest.xml"}); }

// RFC 9309 fixes the name.
bool is_robots_file(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::size_t path = uri.find('/', scheme + 3);
  return path != std::string_view::npos && uri.substr(path).substr(0, uri.substr(path).find_first_of("?#")) == "/robots.txt";
}

bool is_web_address(std::string_view uri) { return starts_with_ignore_case(uri, "http://") || starts_with_ignore_case(uri, "https://"); }

}  // namespace

void ContainerWalk::refuse(Error error, const std::string& name) {
  ++calls_;
  error.source = name;
  sink_.refused(std::move(error));
}

bool ContainerWalk::count_member(const std::string& name) {
  if (stopped_) return false;
  if (++members_ <= limits_.members) return true;
  stopped_ = true;
  refuse(Error{ErrorCode::too_large, "more than " + std::to_string(limits_.members) + " members; the rest is not read"}, name);
  return false;
}

PassedOver ContainerWalk::walk(ByteSource& file, const std::string& name) {
  passed_over_.clear();
  unpacked_ = {};
  members_ = calls_ = 0;
  stopped_ = false;
  open(file, name, 0, false);
  if (calls_ == 0) refuse(Error{ErrorCode::empty, "no member holds a text"}, name);
  return std::move(passed_over_);
}

void ContainerWalk::open(ByteSource& source, const std::string& name, int depth, bool member) {
  Window input(source, buffers_);
  const std::string_view head = input.peek(kSniffBytes);
  const bool gzip = is_gzip(head), zstd = !gzip && is_zstd(head), tar = is_tar(head), zip = is_zip(head), warc = is_warc(head);
  if (head.empty() && input.error()) return refuse(*input.error(), name);
  if (const std::string_view box = unread_box(head); !box.empty()) return refuse(Error{ErrorCode::unsupported, std::string(box) + " is not read; unpack it first"}, name);
  if (!gzip && !zstd && !tar && !zip && !warc) {
    if (const std::string_view kind = not_text_by_content(head); member && !kind.empty()) return pass_over(kind);
    return give_leaf(input, name);
  }
  if (depth >= limits_.nesting) return refuse(Error{ErrorCode::too_deep, "containers nested more than " + std::to_string(limits_.nesting) + " deep"}, name);
  if (gzip) return open_packed<GzipSource>(input, name, depth, member);
  if (zstd) return open_packed<ZstdSource>(input, name, depth, member);
  if (warc) return open_warc(input, name);
  if (tar) {
    TarReader archive(input, limits_);
    return open_archive(archive, name, depth);
  }
  ZipReader archive(input, limits_, unpacked_);
  open_archive(archive, name, depth);
}

template <class Packed>
void ContainerWalk::open_packed(Window& input, const std::string& name, int depth, bool member) {
  Packed packed(input, limits_, unpacked_);
  {
    Window unpacked(packed, buffers_);
    const std::string_view head = unpacked.peek(7);  // no more: what follows the first member is read otherwise in a WARC
    if (head.empty()) return refuse(unpacked.error() ? *unpacked.error() : Error{ErrorCode::empty, "the compressed file is empty"}, name);
    if (is_warc(head)) {
      if (depth + 1 >= limits_.nesting) return refuse(Error{ErrorCode::too_deep, "containers nested more than " + std::to_string(limits_.nesting) + " deep"}, name);
      return open_warc(unpacked, name);
    }
    packed.end_at_garbage();
    open(unpacked, name, depth + 1, member);
  }
  if (packed.trailing_bytes()) pass_over("bytes behind the compressed data", packed.trailing_bytes());
}

template <class Archive>
void ContainerWalk::open_archive(Archive& archive, const std::string& name, int depth) {
  bool first = true;
  while (!stopped_) {
    std::optional<Result<ArchiveMember>> next = archive.next();
    if (!next) break;
    if (!*next) {
      const Error& error = next->error();
      refuse(error, error.source.empty() ? name : name + "/" + error.source);
      continue;
    }
    const ArchiveMember& member = **next;
    if constexpr (std::is_same_v<Archive, ZipReader>) {
      if (first && is_package(member.name)) return refuse(Error{ErrorCode::unsupported, "an office document or program package, no archive of reports"}, name);
    }
    first = false;
    if (!member.file) {
      if (member.kind != "folder" && !is_hidden_member(member.name)) pass_over(member.kind);
      continue;
    }
    if (is_hidden_member(member.name)) continue;
    const std::string source = name + "/" + member.name;
    if (!count_member(source)) return;
    open(archive.content(), source, depth + 1, true);
  }
  if (archive.trailing_bytes()) pass_over("bytes behind the archive", archive.trailing_bytes());
}

void ContainerWalk::give_leaf(Window& input, const std::string& name) {
  ++calls_;
  sink_.begin(name, {});
  for (;;) {
    const std::string_view bytes = input.view();
    if (!bytes.empty()) sink_.feed(bytes);
    input.consume(bytes.size());
    if (input.pull()) continue;
    if (!input.error()) return sink_.end();
    Error error = *input.error();
    error.source = name;
    return sink_.fail(std::move(error));
  }
}

void ContainerWalk::give_leaf(std::string_view bytes, const std::string& name, LeafHints hints) {
  ++calls_;
  sink_.begin(name, std::move(hints));
  if (!bytes.empty()) sink_.feed(bytes);
  sink_.end();
}

void ContainerWalk::open_warc(Window& input, const std::string& name) {
  WarcReader warc(input, limits_);
  while (!stopped_) {
    std::optional<Result<WarcHeader>> next = warc.next();
    if (!next) return;
    if (!*next) {
      refuse(next->error(), name + "@" + next->error().source);
      continue;
    }
    const WarcHeader& header = **next;
    const std::string source = name + "@" + header.offset;
    if (!count_member(source)) return;
    if (header.segmented || header.type == "continuation") {
      refuse(Error{ErrorCode::unsupported, "a record in several segments"}, source);
    } else if (header.type == "response") {
      open_response(warc, header, source);
    } else if (header.type == "resource" || header.type == "conversion") {
      const MediaType media = parse_media_type(header.content_type);
      std::string_view kind = not_text_by_type(media.type);
      if (kind.empty() || kind == "JSON answer") kind = not_text_by_content(warc.head());
      if (kind.empty() && is_robots_file(header.target_uri)) kind = "robots.txt";
      if (!kind.empty()) {
        pass_over(kind);
        continue;
      }
      const Result<std::string_view> block = warc.block();
      if (!block) refuse(block.error(), source);
      else give_leaf(*block, source, {is_web_address(header.target_uri) ? header.target_uri : std::string(), media.charset});
    } else {
      pass_over(is_one_of(header.type, {"warcinfo", "request", "metadata", "revisit"}) ? header.type : "record of another type");
    }
  }
}

void ContainerWalk::open_response(WarcReader& warc, const WarcHeader& header, const std::string& name) {
  const std::string_view head = warc.head();
  if (!is_http_response(head)) {
    // answers of other protocols (dns:, ftp:) are kept without an HTTP header
    const std::string_view kind = not_text_by_type(parse_media_type(header.content_type).type);
    if (!is_web_address(header.target_uri) && !header.target_uri.empty()) return pass_over(kind.empty() ? "answer of another protocol" : kind);
  }
  const Result<HttpResponse> response = parse_http_response(head, limits_);
  if (!response) return refuse(response.error(), name);
  if (response->status < 200 || response->status > 299) return pass_over("answer with status " + std::to_string(response->status / 100) + "xx");
  std::string_view kind = not_text_by_type(response->media_type);
  if (kind.empty() && is_robots_file(header.target_uri)) kind = "robots.txt";
  if (kind.empty() && response->codings.empty() && !response->chunked) kind = not_text_by_content(head.substr(response->body_begins));
  if (!kind.empty()) return pass_over(kind);
  const Result<std::string_view> block = warc.block();
  if (!block) return refuse(block.error(), name);
  const Result<std::string_view> body = decoder_.decode(*response, block->substr(response->body_begins), header.cut);
  if (!body) return refuse(body.error(), name);
  kind = not_text_by_content(*body);
  if (kind.empty() && body->empty()) kind = "empty answer";
  if (!kind.empty()) return pass_over(kind);
  give_leaf(*body, name, {is_web_address(header.target_uri) ? header.target_uri : std::string(), response->charset});
}

}  // namespace attache
