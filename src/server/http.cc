#include "server/http.h"

#include <atomic>
#include <csignal>
#include <thread>

#include <fmt/format.h>
#include <httplib.h>

namespace attache {
namespace {

constexpr const char* kPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
constexpr std::size_t kMostBody = 1024;  // bytes; nothing that is read needs one

bool is_loopback(const std::string& host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

ApiRequest read_request(const httplib::Request& from) {
  ApiRequest out;
  out.method = from.method;
  out.path = from.path;
  for (const auto& [name, value] : from.params) out.query.emplace(name, value);
  out.if_none_match = from.get_header_value("If-None-Match");
  return out;
}

// Nothing is compressed: it goes through memory, not through a wire.
void write_answer(ApiAnswer answer, httplib::Response& to) {
  to.status = answer.status;
  to.set_header("Content-Security-Policy", kPolicy);
  to.set_header("X-Content-Type-Options", "nosniff");
  to.set_header("Referrer-Policy", "no-referrer");
  to.set_header("Cross-Origin-Resource-Policy", "same-origin");
  to.set_header("Cross-Origin-Opener-Policy", "same-origin");
  to.set_header("Cache-Control", "no-cache");  // ask again, with the ETag
  if (!answer.etag.empty()) to.set_header("ETag", answer.etag);
  if (answer.status != 304) to.set_content(std::move(answer.body), answer.type);
}

// Signals end the run through this; a handler may touch nothing else.
std::atomic<bool> ended{false};
void end_run(int) { ended = true; }

}  // namespace

bool is_own_host(std::string_view host, int port) {
  const std::string ending = fmt::format(":{}", port);
  if (!host.ends_with(ending)) return false;
  host.remove_suffix(ending.size());
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return is_loopback(std::string(host));
}

Result<void> serve(ApiContext& context, const ServeOptions& options, const std::function<void(const std::string& address)>& ready) {
  if (!is_loopback(options.host)) return fail(ErrorCode::wrong_usage, "the reading room is opened on this machine alone: 127.0.0.1, ::1 or localhost, not " + options.host);
  httplib::Server server;
  int port = options.port;
  server.new_task_queue = [&] { return new httplib::ThreadPool(static_cast<std::size_t>(options.threads)); };
  server.set_payload_max_length(kMostBody);
  server.set_read_timeout(5, 0);
  server.set_write_timeout(10, 0);
  server.set_keep_alive_max_count(1000);
  server.set_keep_alive_timeout(2);
  server.set_tcp_nodelay(true);
  server.set_pre_routing_handler([&](const httplib::Request& request, httplib::Response& response) {
    if (!is_own_host(request.get_header_value("Host"), port)) {
      ApiAnswer refused;
      refused.status = 403;
      refused.body = "{\"error\": {\"code\": \"wrong_host\", \"message\": \"the reading room is open to this machine alone\"}}";
      write_answer(std::move(refused), response);
      return httplib::Server::HandlerResponse::Handled;
    }
    write_answer(answer(context, read_request(request)), response);
    return httplib::Server::HandlerResponse::Handled;
  });
  if (port == 0) port = server.bind_to_any_port(options.host);
  else if (!server.bind_to_port(options.host, port)) port = -1;
  if (port < 0) return fail(ErrorCode::unreadable, fmt::format("cannot take the port {}: another program has it; --port chooses another, 0 any that is free", options.port));
  ended = false;
  const auto before_int = std::signal(SIGINT, end_run), before_term = std::signal(SIGTERM, end_run);
  std::thread watch([&] {
    while (!ended) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    server.stop();
  });
  ready(fmt::format("http://{}:{}/", options.host == "::1" ? "[::1]" : options.host, port));
  server.listen_after_bind();
  ended = true;
  watch.join();
  std::signal(SIGINT, before_int);
  std::signal(SIGTERM, before_term);
  return {};
}

}  // namespace attache
