// Persons and groups that a report describes and does not name: "a Turkish diplomat", "some 300 Kurds", "party
// leaders in Tarrow", and "the diplomat" once it was spoken of.
//
// Method: noun phrases whose last word is a noun for persons (person_words.h, titles of offices) or the name of a people.
// An indefinite one is somebody new; a definite one is the last of the same noun before it, if there is only one in
// reach, else somebody new where the phrase itself tells who ("the Kurdish minority"). Groups of the same words are one.
// What names a person, says what a named one is ("X is a diplomat", "X, a lawyer,") or speaks of nobody in particular
// ("any official", "no doctor") is left out. Runs after names, offices and nouns were resolved. Cost: linear; bounded looks
// back. Limits: English; no phrase behind a possessive ("his lawyer"); singular nouns need an article.
#pragma once

#include "language/coreference/discourse.h"

namespace attache {

void find_unnamed(Discourse& d);

}  // namespace attache
