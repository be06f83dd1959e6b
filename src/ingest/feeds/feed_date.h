// The dates that feed and wire formats prescribe, brought to one form.
#pragma once

#include <string>
#include <string_view>

namespace attache {

// "Thu, 17 Mar 2022 15:42:10 +0100" (RFC 822, RFC 2822), "2022-03-17T15:42:10.5+01:00" (RFC 3339, W3C-DTF),
// "20220317T154210Z" and "20220317" (NITF) -> "2022-03-17T15:42:10+01:00", or the day alone where no time stands.
// The offset stays as given; zone names are those of RFC 822 ("EST" is -05:00), one it does not know is left out with the
// time kept as local. Empty when the text is none of these forms or the day does not exist.
[[nodiscard]] std::string feed_date(std::string_view text);

}  // namespace attache
