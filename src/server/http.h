// The door to the network: HTTP on this machine's own addresses alone.
#pragma once

#include <functional>
#include <string>

#include "base/error.h"
#include "server/api.h"

namespace attache {

struct ServeOptions {
  std::string host = "127.0.0.1";  // loopback addresses only
  int port = 8642;                 // 0 = any that is free
  int threads = 32;  // a connection that is kept open holds one: browsers open six
};

// Answers until the process is told to end (SIGINT, SIGTERM). `ready` gets the address once connections are taken.
// A request whose Host is not this address is refused (DNS rebinding, CWE-350); bodies, long paths and slow clients are cut off.
// Errors: wrong_usage (an address that is not loopback), unreadable (the port is taken).
[[nodiscard]] Result<void> serve(ApiContext& context, const ServeOptions& options, const std::function<void(const std::string& address)>& ready);

// Whether a Host header names this machine: localhost or a loopback address, and the port served.
[[nodiscard]] bool is_own_host(std::string_view host, int port);

}  // namespace attache
