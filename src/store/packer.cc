#include "store/packer.h"

#include <zstd.h>

#include "tables/embedded.h"

namespace attache {
namespace {

constexpr int kLevel = 9;  // two hundred analyses of 2 kB texts, thirty-two together: 6 .. 417 kB, 9 .. 395 at twice the time
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

Error damaged(const std::string& why) { return {ErrorCode::invalid_store, "a packed text is damaged: " + why}; }

}  // namespace

struct Packer::Contexts {
  struct FreeC { void operator()(ZSTD_CCtx* c) const { ZSTD_freeCCtx(c); } };
  struct FreeD { void operator()(ZSTD_DCtx* d) const { ZSTD_freeDCtx(d); } };
  std::unique_ptr<ZSTD_CCtx, FreeC> compress{ZSTD_createCCtx()};
  std::unique_ptr<ZSTD_DCtx, FreeD> expand{ZSTD_createDCtx()};
};

Packer::Packer() : contexts_(std::make_unique<Contexts>()) {
  const std::string_view dictionary = embedded_file("analysis.zdict");
  ZSTD_CCtx_setParameter(contexts_->compress.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_loadDictionary(contexts_->compress.get(), dictionary.data(), dictionary.size());
  ZSTD_DCtx_loadDictionary(contexts_->expand.get(), dictionary.data(), dictionary.size());
}

Packer::~Packer() = default;

std::string Packer::pack(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress2(contexts_->compress.get(), out.data(), out.size(), text.data(), text.size());
  out.resize(ZSTD_isError(size) ? 0 : size);
  return out;
}

Result<std::string> Packer::unpack(std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) return tl::unexpected<Error>(damaged("no frame"));
  if (size > kMostBytes) return tl::unexpected<Error>(damaged("too large"));
  std::string out(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompressDCtx(contexts_->expand.get(), out.data(), out.size(), packed.data(), packed.size());
  if (ZSTD_isError(got)) return tl::unexpected<Error>(damaged(ZSTD_getErrorName(got)));
  if (got != size) return tl::unexpected<Error>(damaged("another length than told"));
  return out;
}

}  // namespace attache
