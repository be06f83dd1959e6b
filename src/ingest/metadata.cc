#include "ingest/metadata.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "ingest/author_field.h"
#include "ingest/authors.h"
#include "ingest/credit.h"
#include "ingest/dateline.h"
#include "ingest/line_rules.h"
#include "ingest/page_dates.h"
#include "ingest/photo_credit.h"
#include "ingest/self_mention.h"
#include "ingest/sign_off.h"
#include "ingest/tail_credit.h"
#include "ingest/titles.h"
#include "ingest/url.h"
#include "text/detect_language.h"
#include "text/fold.h"

namespace attache {
namespace {

void add_name(std::vector<Evident<std::string>>& list, const std::string& value, const std::string& evidence, Span span = {}) {
  const std::string key = fold_words(value);
  if (key.empty()) return;
  const bool known = std::any_of(list.begin(), list.end(), [&](const auto& e) { return fold_words(e.value) == key; });
  if (!known) list.push_back({value, evidence, span});
}

// "Sarah LazareTwitter", "Jane Doe Philosopher": a name that is there already, with something behind it.
bool is_longer_form(const std::vector<Evident<std::string>>& list, const std::string& name) {
  return std::any_of(list.begin(), list.end(), [&](const auto& known) { return name.size() > known.value.size() && name.starts_with(known.value); });
}

// "Sorn Media GmbH", "Sorn Hus A/S": ends with a legal form.
bool is_company_name(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank != std::string_view::npos && is_one_of(lower_ascii(name.substr(blank + 1)), {"gmbh", "ag", "eg", "kg", "se", "ltd", "ltd.", "limited", "llc", "inc", "inc.", "corp", "corp.", "plc", "pty", "a/s", "as", "asa", "ab", "oy", "oyj", "aps", "bv", "b.v.", "nv", "n.v.", "s.a.", "s.l.", "sl", "spa", "s.p.a.", "srl", "s.r.l.", "sas", "sarl", "a.s.", "s.r.o.", "kft.", "zrt.", "d.o.o.", "o.o."});
}

// Made for agencies: what stands there is one, even if the table does not know it.
bool is_agency_field(const Declared& declared) {
  return declared.party == Party::agency || declared.field == "agency field" || declared.field == "JSON-LD creditText";
}

class Maker {
 public:
  Maker(Page page, const Knowledge& knowledge) : page_(std::move(page)), knowledge_(knowledge), agencies_(knowledge) {}

  Report make() {
    for (const PageBlock& block : page_.blocks) report_.blocks.push_back({block.span, block.kind});
    read_url();
    read_outlet();
    read_title();
    read_dateline();
    learn_agencies();
    read_authors();
    read_credits();
    read_printed_outlet();
    read_dates();
    read_language();
    read_wire();
    report_.text = std::move(page_.text);
    report_.id = make_id("r", identity());
    return std::move(report_);
  }

 private:
  Page page_;
  const Knowledge& knowledge_;
  AgencyNames agencies_;  // of the table and of the page's own credits
  Report report_;
  bool strong_agency_ = false;  // a structured field, a dateline or a tail credit named the agency

  std::string_view text(const PageBlock& block) const { return slice(page_.text, block.span); }

  // What makes the report the one it is; versions of a wire item are reports of their own.
  std::uint64_t identity() const {
    if (!report_.url.empty()) return hash_fields({report_.text, report_.url});
    const std::string time = report_.published.value.year ? to_string(report_.published.value) + "/" + std::to_string(report_.published_minute) : "";
    if (report_.wire_id.value.empty()) return hash_fields({report_.text, report_.outlet.value, time});
    return hash_fields({report_.text, report_.outlet.value, time, report_.wire_id.value, std::to_string(report_.version)});
  }

  void read_wire() {
    const auto given = [](const Declared& declared) { return Evident<std::string>{declared.value, declared.value.empty() ? "" : declared.field, {}}; };
    report_.version = page_.declared.version;
    report_.status = given(page_.declared.status);
    report_.editor_note = given(page_.declared.editor_note);
    report_.wire_id = given(page_.declared.wire_id);
  }

  void read_url() {
    if (!page_.declared.urls.empty()) report_.url = canonical_url(page_.declared.urls.front().value);
    if (page_.declared.host.empty()) page_.declared.host = host_of(report_.url);
  }

  void read_outlet() {
    // the name readers know before a host or the company that publishes it
    for (const bool any : {false, true}) {
      for (const Declared& declared : page_.declared.outlets) {
        if (!report_.outlet.value.empty()) break;
        if (declared.value.starts_with("http") || declared.value.size() > 80) continue;
        if (declared.party == Party::either && !agencies_.find(declared.value).empty()) continue;
        if (!any && (host_like(declared.value) || is_company_name(declared.value))) continue;
        report_.outlet = {declared.value, declared.field, {}};
      }
    }
    if (report_.outlet.value.empty() && !page_.declared.host.empty()) {
      if (const int outlet = find_outlet_by_host(knowledge_, page_.declared.host); outlet >= 0) {
        report_.outlet = {knowledge_.outlets[static_cast<std::size_t>(outlet)].name, "host " + page_.declared.host, {}};
      }
    }
  }

  // The name of the paper as the page prints it: over the headline, or in the copyright line.
  void read_printed_outlet() {
    // "CPA with Bulletin staff" names "The Capital Bulletin" in short
    const std::string shorter = report_.outlet.evidence == "credit line" ? fold_words(report_.outlet.value) : "";
    if (!report_.outlet.value.empty() && shorter.empty()) return;
    std::size_t seen = 0;
    for (const PageBlock& block : page_.blocks) {
      if (seen++ >= 4 || block.kind == BlockKind::title) break;
      if (block.kind != BlockKind::section_label) continue;
      std::string_view name = text(block);
      name = trim(name.substr(0, std::min(std::min(name.find(" | "), name.find("   ")), std::min(name.find(" > "), name.size()))));
      if (!shorter.empty() && !fold_words(name).ends_with(" " + shorter)) continue;
      if (is_masthead(name) || find_outlet(knowledge_, name) >= 0) {
        report_.outlet = {is_all_capitals(name) ? title_case(name) : std::string(name), "name over the headline", block.span};
        return;
      }
    }
    if (!shorter.empty()) return;
    for (const PageBlock& block : page_.blocks) {
      if (block.kind != BlockKind::chrome) continue;
      if (const std::string name = outlet_of_copyright(text(block)); !name.empty() && agencies_.find(name).empty()) {
        report_.outlet = {name, "copyright line", block.span};
        return;
      }
    }
  }

  // Names of the outlet and the host: no part of a headline, and no person.
  std::vector<std::string> site_names() const {
    std::vector<std::string> sites;
    for (const Declared& outlet : page_.declared.outlets) sites.push_back(outlet.value);
    if (!report_.outlet.value.empty()) sites.push_back(report_.outlet.value);
    if (!page_.declared.host.empty()) sites.push_back(page_.declared.host);
    return sites;
  }

  void read_title() {
    report_.title = choose_title(page_, site_names());
    for (const PageBlock& block : page_.blocks) {
      if (block.kind != BlockKind::title) continue;
      if (report_.title.value.empty()) {
        report_.title = {collapse_space(text(block)), "first line of the text", block.span};
      } else if (report_.title.span.empty() && fold_words(text(block)) == fold_words(report_.title.value)) {
        report_.title.span = block.span;
      }
    }
  }

  void read_dateline() {
    for (const PageBlock& block : page_.blocks) {
      if (block.kind != BlockKind::dateline) continue;
      const std::string line = std::string(text(block)) + " X";  // the parser wants a text after the line
      const auto dateline = parse_dateline(line, knowledge_);
      if (!dateline) continue;
      for (const std::string& place : dateline->places) add_name(report_.dateline_places, place, "dateline", block.span);
      for (const std::string& agency : dateline->agencies) {
        // an unknown name in the brackets that is the page's own site is the outlet
        if (fold_words(agency) == fold_words(report_.outlet.value)) continue;
        add_agency(agency, "dateline", block.span);
        strong_agency_ = true;
      }
      if (!dateline->outlet.empty() && report_.outlet.value.empty()) report_.outlet = {dateline->outlet, "dateline", block.span};
      if (dateline->date.day && !report_.dateline_day.value.day) report_.dateline_day = {dateline->date, "dateline", block.span};
    }
    for (const Declared& declared : page_.declared.datelines) {
      if (!report_.dateline_places.empty()) break;
      const auto dateline = parse_dateline(declared.value + " \u2014 X", knowledge_);
      if (dateline && !dateline->places.empty()) {
        for (const std::string& place : dateline->places) add_name(report_.dateline_places, place, declared.field);
      } else {
        const std::string_view place = trim(std::string_view(declared.value).substr(0, declared.value.find(',')));
        add_name(report_.dateline_places, title_case(place), declared.field);
      }
    }
  }

  // Names given as agencies by the page itself are recognised wherever else they stand.
  void learn_agencies() {
    std::vector<std::string> local;
    for (const auto& agency : report_.agencies) local.push_back(agency.value);
    for (const Declared& declared : page_.declared.agencies) {
      if (is_agency_field(declared)) local.push_back(declared.value);
    }
    agencies_ = AgencyNames(knowledge_, std::move(local));
  }

  // One entry for "CPA" and "Continental Press Agency": the short form.
  void add_agency(const std::string& name, const std::string& evidence, Span span = {}) {
    for (auto& known : report_.agencies) {
      if (is_acronym_of(known.value, name)) return;
      if (is_acronym_of(name, known.value)) {
        known.value = name;
        return;
      }
    }
    add_name(report_.agencies, name, evidence, span);
  }

  void add_credit(const CreditNames& names, const std::string& evidence, Span span) {
    for (const std::string& agency : names.agencies) {
      if (fold_words(agency) != fold_words(report_.outlet.value) || find_agency(knowledge_, agency) >= 0) {
        add_agency(agency, evidence, span);
        strong_agency_ = true;
      }
    }
    for (const std::string& person : names.persons) {
      if (!is_longer_form(report_.bylines, person)) add_name(report_.bylines, person, evidence, span);
    }
    for (const std::string& place : names.places) {
      if (report_.dateline_places.empty()) add_name(report_.dateline_places, place, evidence, span);
    }
    if (!names.outlet.empty() && report_.outlet.value.empty()) report_.outlet = {names.outlet, evidence, span};
  }

  void read_authors() {
    for (const Declared& declared : page_.declared.agencies) {
      const int agency = find_agency(knowledge_, declared.value);
      if (agency >= 0) {
        add_agency(knowledge_.agencies[static_cast<std::size_t>(agency)].name, declared.field);
        strong_agency_ = true;
      } else if (declared.party == Party::either) {
        if (const std::string name = agencies_.find(declared.value); !name.empty()) {
          add_agency(name, declared.field);
          strong_agency_ = true;
        }
      } else if (is_agency_field(declared)) {
        // a name the table does not know, given in a field made for agencies
        if (fold_words(declared.value) != fold_words(report_.outlet.value) && looks_like_source_name(declared.value)) {
          add_agency(declared.value, declared.field);
          strong_agency_ = true;
        }
      }
    }
    for (const Signed& one : who_signs(page_, agencies_, site_names())) {
      add_credit(one.by.names, one.evidence, one.span);
      if (one.foreign) {
        add_agency(one.by.signers.front(), one.evidence, one.span);
        strong_agency_ = true;
      }
      for (const std::string& name : one.by.signers) {
        if (!is_longer_form(report_.signatures, name)) add_name(report_.signatures, name, one.evidence, one.span);
      }
    }
    read_byline_of_the_signed();
  }

  // A printed byline that names one of those who sign names the others too; who is in no such line may be of another story.
  void read_byline_of_the_signed() {
    for (const PageBlock& block : page_.blocks) {
      if (block.kind != BlockKind::byline) continue;
      CreditNames names = read_author_field(text(block), agencies_, NameTrust::printed).names;
      const bool same = std::any_of(names.persons.begin(), names.persons.end(), [&](const std::string& person) {
        return std::any_of(report_.bylines.begin(), report_.bylines.end(), [&](const auto& known) { return fold_words(known.value) == fold_words(person); });
      });
      if (!same) names.persons.clear();
      if (same || names.persons.empty()) add_credit(names, "byline", block.span);
    }
  }

  void read_credits() {
    for (const PageBlock& block : page_.blocks) {
      if (block.kind == BlockKind::credit) {
        if (const auto names = read_credit_line(text(block), agencies_)) {
          add_credit(*names, "credit line", block.span);
        } else if (const auto tail = find_tail_credit("x. " + std::string(text(block)), agencies_)) {
          add_credit(tail->names, "credit behind the last sentence", block.span);
        }
      } else if (block.kind == BlockKind::sign_off) {
        add_credit(read_sign_off(text(block)), "sign-off", block.span);
        if (const std::string outlet = outlet_of_syndication_note(text(block)); !outlet.empty() && report_.outlet.value.empty()) {
          report_.outlet = {outlet, "syndication note", block.span};
        }
      } else if (block.kind == BlockKind::caption) {
        if (const auto credit = find_photo_credit(text(block), agencies_)) {
          for (const std::string& name : credit->names) add_name(report_.caption_credits, name, "caption", block.span);
          for (const std::string& name : credit->persons) add_name(report_.photographers, name, "caption", block.span);
        }
      }
    }
    if (!strong_agency_) read_self_mentions();
  }

  // "told Reuters", "seen by AFP": believed only when nothing better names an agency, when one agency alone speaks of
  // itself so, and when it does so near the top (an outlet's own report may quote what somebody told an agency later on).
  void read_self_mentions() {
    constexpr std::uint32_t kTopWords = 150;
    std::uint32_t words = 0;
    std::vector<SelfMention> found;
    std::vector<Span> spans;
    for (const PageBlock& block : page_.blocks) {
      if (!is_body(block.kind)) continue;
      for (const SelfMention& mention : find_self_mentions(text(block), knowledge_)) {
        if (words > kTopWords && found.empty()) continue;
        found.push_back(mention);
        spans.push_back({block.span.begin + mention.span.begin, block.span.begin + mention.span.end});
      }
      words += static_cast<std::uint32_t>(word_count(text(block)));
    }
    // in a few lines an outlet may as well quote what somebody told an agency
    constexpr std::uint32_t kEnoughWords = 60;
    if (found.empty() || words < kEnoughWords) return;
    const bool one_name = std::all_of(found.begin(), found.end(), [&](const SelfMention& m) { return m.name == found.front().name; });
    if (one_name) add_agency(found.front().name, "the text: \"" + std::string(slice(page_.text, spans.front())) + "\"", spans.front());
  }

  void read_dates() {
    PageDates dates = read_page_dates(page_, report_.url, report_.dateline_day);
    report_.published = std::move(dates.published);
    report_.published_minute = dates.published_minute;
    report_.modified = std::move(dates.modified);
    report_.dateline_day.value = with_year(report_.dateline_day.value, report_.published.value);
  }

  void read_language() {
    std::string body;
    for (const PageBlock& block : page_.blocks) {
      if (!is_body(block.kind)) continue;
      body += text(block);
      body += '\n';
    }
    if (std::string language = detect_language(body); !language.empty()) {
      report_.language = {language, "letters of the text", {}};
      return;
    }
    for (const Declared& declared : page_.declared.languages) {
      if (declared.value.size() >= 2 && is_alpha(declared.value[0]) && is_alpha(declared.value[1])) {
        report_.language = {lower_ascii(std::string_view(declared.value).substr(0, 2)), declared.field, {}};
        return;
      }
    }
  }
};

}  // namespace

Report make_report(Page page, const Knowledge& knowledge) { return Maker(std::move(page), knowledge).make(); }

}  // namespace attache
