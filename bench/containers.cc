// attache_containers records|http|leaves|zlib|libdeflate FILE: reads a gzipped WARC once and prints a line of JSON.
//   records     the record iterator alone
//   http        and the bodies of responses decoded
//   leaves      the whole walk, as ingest uses it
//   zlib, libdeflate   every gzip member inflated and nothing else: what the iterator can reach at best
// bench/containers runs it.
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>
#include <zlib.h>

#include "containers/gzip.h"
#include "containers/http_message.h"
#include "containers/walk.h"
#include "containers/warc.h"

namespace {

using namespace attache;

// Of this process alone: others may share the machine.
double processor_seconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

struct Counts {
  std::uint64_t records = 0, bytes = 0;
};

Counts read_records(int fd, bool http) {
  const ContainerLimits limits;
  Unpacked unpacked_total;
  BufferPool pool;
  DescriptorSource file(fd);
  Window input(file, pool);
  GzipSource gzip(input, limits, unpacked_total);
  Window unpacked(gzip, pool);
  WarcReader warc(unpacked, limits);
  ContentDecoder decoder(limits);
  Counts counts;
  while (auto next = warc.next()) {
    if (!*next) continue;
    ++counts.records;
    counts.bytes += (*next)->length;
    if (!http || (*next)->type != "response") continue;
    const auto block = warc.block();
    if (!block) continue;
    const auto response = parse_http_response(*block, limits);
    if (!response) continue;
    if (const auto body = decoder.decode(*response, block->substr(response->body_begins), false)) counts.bytes += body->size() & 1;
  }
  return counts;
}

Counts read_leaves(int fd, const std::string& name) {
  const ContainerLimits limits;
  Counts counts;
  LeafSink sink;
  std::string held;
  sink.begin = [&](std::string, LeafHints) { held = std::string(); };
  sink.feed = [&](std::string_view bytes) { held += bytes; };
  sink.end = [&] {
    ++counts.records;
    counts.bytes += held.size();
  };
  sink.fail = sink.refused = [](Error) {};
  ContainerWalk walk(limits, sink);
  DescriptorSource file(fd);
  (void)walk.walk(file, name);
  return counts;
}

Counts inflate_all(const std::string& path, bool fast) {
  std::ifstream stream(path, std::ios::binary);
  std::string packed((std::istreambuf_iterator<char>(stream)), {});
  std::vector<char> out(8u << 20);
  Counts counts;
  z_stream z{};
  inflateInit2(&z, 15 + 16);
  libdeflate_decompressor* d = libdeflate_alloc_decompressor();
  const double start = processor_seconds();
  for (std::size_t at = 0; at < packed.size();) {
    std::size_t in = 0, made = 0;
    if (fast) {
      if (libdeflate_gzip_decompress_ex(d, packed.data() + at, packed.size() - at, out.data(), out.size(), &in, &made) != LIBDEFLATE_SUCCESS) break;
    } else {
      inflateReset(&z);
      z.next_in = reinterpret_cast<Bytef*>(packed.data() + at);
      z.avail_in = static_cast<uInt>(packed.size() - at);
      z.next_out = reinterpret_cast<Bytef*>(out.data());
      z.avail_out = static_cast<uInt>(out.size());
      const uInt before = z.avail_in;
      if (inflate(&z, Z_FINISH) != Z_STREAM_END) break;
      in = before - z.avail_in;
      made = out.size() - z.avail_out;
    }
    at += in;
    ++counts.records;
    counts.bytes += made;
  }
  const double seconds = processor_seconds() - start;
  std::printf("{\"seconds\": %.6f, \"records\": %llu, \"bytes\": %llu}\n", seconds, static_cast<unsigned long long>(counts.records), static_cast<unsigned long long>(counts.bytes));
  inflateEnd(&z);
  libdeflate_free_decompressor(d);
  return counts;
}

}  // namespace

int main(int count, char** values) {
  if (count != 3) return 2;
  const std::string task = values[1], path = values[2];
  if (task == "zlib" || task == "libdeflate") {
    inflate_all(path, task == "libdeflate");
    return 0;
  }
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 1;
  const double start = processor_seconds();
  const Counts counts = task == "leaves" ? read_leaves(fd, path) : read_records(fd, task == "http");
  const double seconds = processor_seconds() - start;
  std::printf("{\"seconds\": %.6f, \"records\": %llu, \"bytes\": %llu}\n", seconds, static_cast<unsigned long long>(counts.records), static_cast<unsigned long long>(counts.bytes));
  ::close(fd);
}
