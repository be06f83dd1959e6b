// Work on 0..count-1 on the given number of threads; results go into slots by index, so that the outcome does not
// depend on the order in which threads finish.
#pragma once

#include <cstddef>
#include <functional>

namespace attache {

void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

}  // namespace attache
