#include "ingest/url.h"

#include <vector>

#include "base/strings.h"

namespace attache {
namespace {

std::string_view after_scheme(std::string_view url) {
  url = trim(url);
  for (std::string_view scheme : {"https://", "http://", "//"}) {
    if (starts_with_ignore_case(url, scheme)) return url.substr(scheme.size());
  }
  return {};
}

bool is_tracking(std::string_view parameter) {
  for (std::string_view prefix : {"utm_", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "ocid", "cmpid", "cmp=", "s_cid", "xtor=", "at_medium", "at_campaign", "wt_mc", "wt.mc", "pk_campaign", "pk_kwd", "mtm_", "_hsenc", "_hsmi", "ref=", "ref_src", "ref_url", "igshid", "igsh=", "smid", "partner=", "__twitter_impression", "guccounter"}) {
    if (starts_with_ignore_case(parameter, prefix)) return true;
  }
  return false;
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::string_view rest = after_scheme(url);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
  if (host.find('.') == std::string_view::npos) return {};
  return lower_ascii(starts_with_ignore_case(host, "www.") ? host.substr(4) : host);
}

std::string canonical_url(std::string_view url) {
  url = trim(url);
  url = url.substr(0, url.find('#'));
  const std::size_t question = url.find('?');
  std::string out(url.substr(0, question));
  if (question != std::string_view::npos) {
    char joint = '?';
    for (std::string_view parameter : split(url.substr(question + 1), '&')) {
      if (parameter.empty() || is_tracking(parameter)) continue;
      out += joint;
      out += parameter;
      joint = '&';
    }
  }
  while (out.size() > 1 && out.back() == '/') out.pop_back();
  return out;
}

std::optional<Date> date_in_url(std::string_view url) {
  std::string_view rest = after_scheme(url);
  rest = rest.substr(0, rest.find_first_of("?#"));
  const std::size_t path_at = rest.find('/');
  if (path_at == std::string_view::npos) return std::nullopt;
  const std::string_view path = rest.substr(path_at);
  for (std::size_t i = 0; i + 8 <= path.size(); ++i) {
    if (i > 0 && is_digit(path[i - 1])) continue;
    if (!path.substr(i).starts_with("20") && !path.substr(i).starts_with("19")) continue;
    std::size_t k = i;
    while (k < path.size() && k < i + 10 && (is_digit(path[k]) || ((path[k] == '/' || path[k] == '-') && (k == i + 4 || k == i + 7 || k == i + 6)))) ++k;
    std::string_view token = path.substr(i, k - i);
    while (!token.empty() && !is_digit(token.back())) token.remove_suffix(1);
    if (k < path.size() && is_digit(path[k]) && is_digit(path[k - 1])) continue;  // a longer number: /2022/03/17468/
    if (auto date = parse_iso_date(token); date && date->full()) return date;
    // /2022/3/7/ with single digits
    const auto parts = split(path.substr(i, 10), '/');
    int year = 0, month = 0, day = 0;
    if (parts.size() >= 3 && parse_int(parts[0], year) && parts[0].size() == 4 && parse_int(parts[1], month) && parse_int(parts[2], day)) {
      const Date date{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
      if (is_valid(date)) return date;
    }
  }
  return std::nullopt;
}

}  // namespace attache
