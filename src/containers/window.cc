#include "containers/window.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace attache {

std::unique_ptr<char[]> BufferPool::take() {
  if (free_.empty()) return std::unique_ptr<char[]>(new char[kBytes]);  // not make_unique: it would write to all of it
  std::unique_ptr<char[]> buffer = std::move(free_.back());
  free_.pop_back();
  return buffer;
}

bool Window::pull() {
  if (ended_ || error_) return false;
  if (BufferPool::kBytes - end_ < kRoom || anchor_ == end_) {
    if (end_ - anchor_ > BufferPool::kBytes - 2 * kRoom) anchor_ = begin_;  // too much to keep
    if (anchor_ != 0 && end_ != anchor_) std::memmove(buffer_.get(), buffer_.get() + anchor_, end_ - anchor_);
    begin_ -= anchor_;
    end_ -= anchor_;
    anchor_ = 0;
  }
  const Result<std::size_t> n = source_.read(buffer_.get() + end_, kRoom);
  if (!n) {
    error_ = n.error();
    return false;
  }
  if (*n == 0) {
    ended_ = true;
    return false;
  }
  if (source_.has_members() && source_.piece().begins) {
    // marks behind the reader are dropped when there are as many of them as of the others
    while (first_mark_ + 1 < marks_.size() && marks_[first_mark_ + 1].position <= position_) ++first_mark_;
    if (first_mark_ * 2 > marks_.size()) {
      marks_.erase(marks_.begin(), marks_.begin() + static_cast<std::ptrdiff_t>(first_mark_));
      first_mark_ = 0;
    }
    marks_.push_back({position_ + (end_ - begin_), source_.piece().member});
  }
  end_ += *n;
  return true;
}

std::string_view Window::peek(std::size_t want) {
  while (end_ - begin_ < want && pull()) {
  }
  return view();
}

Error Window::error_or_truncated(std::string words) const { return error_ ? *error_ : Error{ErrorCode::truncated, std::move(words)}; }

void Window::consume(std::size_t n) {
  begin_ += n;
  position_ += n;
  if (!anchored_) anchor_ = begin_;
}

std::uint64_t Window::skip(std::uint64_t n) {
  std::uint64_t done = 0;
  while (done < n) {
    if (begin_ == end_ && !pull()) break;
    const std::size_t step = static_cast<std::size_t>(std::min<std::uint64_t>(n - done, end_ - begin_));
    consume(step);
    done += step;
  }
  return done;
}

void Window::rewind() {
  position_ -= begin_ - anchor_;
  begin_ = anchor_;
}

Window::Place Window::place() const {
  const auto after = std::upper_bound(marks_.begin() + static_cast<std::ptrdiff_t>(first_mark_), marks_.end(), position_, [](std::uint64_t p, const Mark& m) { return p < m.position; });
  if (after == marks_.begin() + static_cast<std::ptrdiff_t>(first_mark_)) return {0, position_};
  const Mark& mark = *(after - 1);
  return {mark.member, position_ - mark.position};
}

std::optional<std::size_t> Window::next_member(std::size_t from) const {
  const std::uint64_t at = position_ + from;
  const auto mark = std::lower_bound(marks_.begin() + static_cast<std::ptrdiff_t>(first_mark_), marks_.end(), at, [](const Mark& m, std::uint64_t p) { return m.position < p; });
  if (mark == marks_.end()) return std::nullopt;
  return static_cast<std::size_t>(mark->position - position_);
}

ByteSource::Resync Window::recover(std::string_view start) {
  position_ += end_ - begin_;
  begin_ = anchor_ = end_;
  const Resync found = source_.resync(start);
  if (found.found) error_.reset();
  return found;
}

Result<std::size_t> Window::read(char* to, std::size_t room) {
  if (begin_ == end_ && !pull()) {
    if (error_) return tl::unexpected<Error>(*error_);
    return 0;
  }
  const std::size_t n = std::min(room, end_ - begin_);
  std::memcpy(to, buffer_.get() + begin_, n);
  consume(n);
  return n;
}

std::uint64_t Window::spent() const {
  const std::uint64_t below = source_.spent();
  return below == position_ + (end_ - begin_) ? position_ : below;  // nothing is packed below: exact
}

}  // namespace attache
