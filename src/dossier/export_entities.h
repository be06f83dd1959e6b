// Reports, actors, events and relations as FollowTheMoney entities (followthemoney.tech), a JSON object a line: what investigative journalists
// load beside their company registers. The schemata used are Article, Person, PublicBody, Organization, LegalEntity, Event, Membership,
// UnknownLink and Documentation.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace attache {

// Articles first, then actors that have a name, then what joins them. Facts between two named actors only; `status` says in
// words whether origins agree, `description` how many independent origins stand behind it.
[[nodiscard]] std::string entities_ftm(const Dossier& dossier);

}  // namespace attache
