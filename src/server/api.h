// The answers of the reading room: a pure function of a request and the store, no sockets. docs/api.md and web/openapi.json describe it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "room/questions.h"
#include "room/thread_cache.h"
#include "server/connections.h"

namespace attache {

struct ApiRequest {
  std::string method = "GET";
  std::string path;                          // "/api/stories/y-00a1..."
  std::map<std::string, std::string> query;  // of names given twice the first
  std::string if_none_match;
};

struct ApiAnswer {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::string etag;  // of the body; empty = none
};

// What all answers share; outlives them.
struct ApiContext {
  ApiContext(std::string store, const Resources& tables, std::vector<PendingQuestion> asked) : connections(std::move(store)), resources(tables), questions(std::move(asked)) {}

  Connections connections;
  const Resources& resources;
  const std::vector<PendingQuestion> questions;
  ThreadCache threads;
};

// An answer with the ETag that was asked for is 304 without a body. Never fails: what goes wrong is an answer with an error in it.
[[nodiscard]] ApiAnswer answer(ApiContext& context, const ApiRequest& request);

}  // namespace attache
