#include "language/lexicon.h"

#include <initializer_list>

#include "base/strings.h"
#include "language/token.h"

namespace attache {
namespace {

namespace wc = word_class;

void add(Lexicon& lexicon, std::uint32_t bits, std::string_view words) {
  for (std::string_view word : split(words, ' ')) {
    if (!word.empty()) lexicon.classes[std::string(word)] |= bits;
  }
}

// Regular forms by spelling rules; irregular ones as given: "say says said said saying".
struct VerbForms {
  Lexicon& lexicon;

  void add_form(std::string_view lemma, std::string form) const {
    lexicon.classes[form] |= wc::verb_form;
    lexicon.verb_lemma.emplace(std::move(form), std::string(lemma));
  }

  void regular(std::string_view lemma) const {
    const std::string base(lemma);
    add_form(lemma, base);
    const char last = base.back();
    const char before = base.size() > 1 ? base[base.size() - 2] : 'a';
    const bool vowel_before = std::string_view("aeiou").find(before) != std::string_view::npos;
    if (last == 'e') {
      add_form(lemma, base + "s");
      add_form(lemma, base + "d");
      add_form(lemma, base.substr(0, base.size() - 1) + "ing");
    } else if (last == 'y' && !vowel_before) {
      add_form(lemma, base.substr(0, base.size() - 1) + "ies");
      add_form(lemma, base.substr(0, base.size() - 1) + "ied");
      add_form(lemma, base + "ing");
    } else if (last == 's' || last == 'x' || last == 'z' || base.ends_with("ch") || base.ends_with("sh")) {
      add_form(lemma, base + "es");
      add_form(lemma, base + "ed");
      add_form(lemma, base + "ing");
    } else {
      add_form(lemma, base + "s");
      add_form(lemma, base + "ed");
      add_form(lemma, base + "ing");
      // admit -> admitted, refer -> referred: both spellings are accepted for short verbs
      const bool consonant = std::string_view("bdglmnprt").find(last) != std::string_view::npos;
      if (consonant && vowel_before) {
        add_form(lemma, base + last + "ed");
        add_form(lemma, base + last + "ing");
      }
    }
  }

  void irregular(std::string_view forms) const {
    const auto words = split(forms, ' ');
    for (std::string_view form : words) add_form(words.front(), std::string(form));
  }
};

void load_verbs(Lexicon& lexicon) {
  const VerbForms verbs{lexicon};
  for (std::string_view forms : {
           "say says said saying", "tell tells told telling", "write writes wrote written writing", "speak speaks spoke spoken speaking", "think thinks thought thinking",
           "know knows knew known knowing", "hear hears heard hearing", "feel feels felt feeling", "find finds found finding", "see sees saw seen seeing", "show shows showed shown showing", "hold holds held holding",
           "read reads reading", "swear swears swore sworn swearing", "foresee foresees foresaw foreseen foreseeing", "forecast forecasts forecasting", "mean means meant meaning", "bid bids bidding", "go goes went gone going",
           "come comes came coming", "take takes took taken taking", "give gives gave given giving", "make makes made making", "get gets got gotten getting", "keep keeps kept keeping", "leave leaves left leaving",
           "lead leads led leading", "meet meets met meeting", "send sends sent sending", "begin begins began begun beginning", "break breaks broke broken breaking", "bring brings brought bringing", "build builds built building",
           "buy buys bought buying", "choose chooses chose chosen choosing", "cut cuts cutting", "draw draws drew drawn drawing", "fall falls fell fallen falling", "fight fights fought fighting", "grow grows grew grown growing",
           "lose loses lost losing", "pay pays paid paying", "put puts putting", "rise rises rose risen rising", "run runs ran running", "sell sells sold selling", "set sets setting", "sit sits sat sitting", "stand stands stood standing",
           "strike strikes struck striking", "win wins won winning", "withdraw withdraws withdrew withdrawn withdrawing", "become becomes became becoming", "seek seeks sought seeking", "spend spends spent spending", "shoot shoots shot shooting",
           "understand understands understood understanding", "undertake undertakes undertook undertaken undertaking", "overthrow overthrows overthrew overthrown overthrowing", "forbid forbids forbade forbidden forbidding",
           "deal deals dealt dealing", "drive drives drove driven driving", "fly flies flew flown flying", "forget forgets forgot forgotten forgetting", "hit hits hitting", "hurt hurts hurting", "let lets letting", "lie lies lied lying lay",
           "quit quits quitting", "ride rides rode ridden riding", "shut shuts shutting", "sink sinks sank sunk sinking", "sing sings sang sung singing", "spread spreads spreading", "steal steals stole stolen stealing", "teach teaches taught teaching",
           "throw throws threw thrown throwing", "wear wears wore worn wearing", "hide hides hid hidden hiding", "bear bears bore borne bearing", "arise arises arose arisen arising", "catch catches caught catching", "eat eats ate eaten eating",
           "freeze freezes froze frozen freezing", "shake shakes shook shaken shaking", "split splits splitting", "step steps stepped stepping", "stop stops stopped stopping", "plan plans planned planning", "tip tips tipped tipping",
           "broadcast broadcasts broadcasting", "reset resets resetting", "rebuild rebuilds rebuilt rebuilding", "retell retells retold retelling", "rewrite rewrites rewrote rewritten rewriting", "withhold withholds withheld withholding"}) {
    verbs.irregular(forms);
  }
  for (std::string_view list : {
           // speech and thought
           "accept accuse acknowledge add address admit advise advocate affirm agree allege allow announce answer apologise apologize appeal applaud argue ask assert assess assure attribute back believe blame boast call caution celebrate challenge charge cite claim clarify "
           "comment commend complain concede conclude condemn confess confirm congratulate consider contend continue convey counsel counter credit criticise criticize decide declare decline decry demand denounce deny deplore describe detail dismiss disclose "
           "discuss dispute doubt echo elaborate emphasise emphasize encourage endorse estimate exclaim expect explain express fear forecast guarantee hail hint hope imply indicate inform inquire insist instruct invite joke judge lament lash laud maintain mention mock "
           "muse narrate note notify object observe offer oppose order outline pledge plead point portray praise predict press proclaim promise propose protest question quip quote rail react realise realize reason reassure rebuff rebuke recall recommend recount reckon "
           "recognise recognize refer reflect refuse refute regret reiterate reject relate remark remind repeat replied reply report request respond reveal rule scoff scold signal slam speculate state stress suggest summarise summarize support suspect swear sympathise testify "
           "text thank threaten tout trumpet tweet underline underscore urge venture voice vow belong want warn welcome whisper wonder worry post retweet concur rebut retort ridicule rue "
           "allude assume beg blast blog brand brief calculate censure certify characterise characterize chide command contest convince depict deride disavow enquire entreat excoriate exhort imagine implore interject justify lambast lambaste mutter persuade postulate "
           "prefer presume project propound reaffirm repudiate restate salute shout suppose talk volunteer vouch wish yell",
           // acts of politics and war, and the verbs that are common in any clause
           "abandon abolish accelerate accompany achieve act adopt advance affect aid aim amend annex appear apply appoint approach approve arm arrest arrive assault assign assist attack attempt attend authorise authorize avoid await ban base block bolster bomb border "
           "boycott campaign cancel capture carry cast cause cease change close coincide collapse commit compare complete comply concern condition conduct confront consult contact contain continue contribute control convene convict cooperate coordinate cover create cross damage date "
           "debate defeat defend delay deliver deny depart depend deploy deport design destabilise destabilize destroy detain determine develop die differ direct disagree discover displace dissolve divide dominate drop ease elect eliminate emerge enable end enforce engage ensure "
           "enter escalate establish evacuate examine exceed exchange exclude execute exist expand expel expire explode export extend face fail favour favor file fill finish fire flee focus follow force form gain gather govern grant guard handle happen harm head help "
           "host identify impose impact improve include increase influence injure inspect intend intensify interfere intervene interview introduce invade invest investigate involve issue jail join kill label lack land last launch learn level lift limit link list live locate look lower manage "
           "march mark matter maintain mediate miss mobilise mobilize monitor mount move name need negotiate normalise nominate notice obtain occupy occur open operate order organise organize oust outlaw overcome overlook own participate pass patrol perform permit persist place play poison position postpone prepare present preside "
           "press pressure pretend prevent proceed produce profit prompt prosecute protect prove provide publish pull punish push qualify raise ratify reach receive recover reduce regard reinforce release rely remain remove renew repair replace represent rescue resign resist resolve "
           "respect restore restrict result resume retain retire return reverse review revise risk roll sanction save scale schedule score search secure seem seize separate serve settle shape share shell shelter shift sign slow smuggle solve sound spark specify sponsor stage start station stay steer stockpile storm strengthen structure struggle submit succeed "
           "suffer supply surge surrender surround suspend sustain target tackle tend term test touch track trade train transfer travel treat trigger trust try turn unite unveil uphold use value veto view violate visit vote wage wait walk warrant watch weaken weigh witness work wound yield"}) {
    for (std::string_view lemma : split(list, ' ')) {
      if (!lemma.empty()) verbs.regular(lemma);
    }
  }
}

void load_closed_classes(Lexicon& l) {
  add(l, wc::determiner, "the a an this that these those some any no each every another either neither such what which whose both all half");
  add(l, wc::possessive, "my your his her its our their");
  add(l, wc::preposition,
      "of in on at by for from to with within without into onto upon over under above below between among amongst across through throughout during before after since until till against about around near behind beyond beside besides despite "
      "except towards toward via per amid amidst regarding concerning including following alongside along like unlike inside outside off out up down as than because according due ahead aboard atop versus pending given citing barring notwithstanding");
  add(l, wc::pronoun, "i you he she it we they me him her us them himself herself itself themselves myself ourselves yourself one someone somebody anyone anybody everyone everybody nobody nothing something anything everything others");
  add(l, wc::coordinator, "and but or nor yet plus");
  add(l, wc::subordinator, "because while although though if unless after before since until when whenever where whereas as once that whether lest even so provided");
  add(l, wc::auxiliary, "be am is are was were been being have has had having do does did doing isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't");
  add(l, wc::modal, "will would shall should can could may might must won't wouldn't shouldn't can't cannot couldn't ought");
  add(l, wc::relative, "who whom whose which that where whoever");
  add(l, wc::question, "what how why when whether which who where if");
  add(l, wc::adverb,
      "also again already always almost alone anyway apart away back earlier ever even far fast first forward further furthermore hence here however indeed instead just largely last late later less likewise long meanwhile moreover more most much maybe never nevertheless next nonetheless not now often "
      "once only otherwise perhaps quickly quite rather really recently repeatedly seldom since soon sometimes still then there thereby therefore though thus today together tomorrow tonight too twice very well yesterday yet n't ago aside abroad elsewhere somehow else up down out off over");
  add(l, wc::negation, "not n't never no neither nor without cannot can't won't didn't doesn't don't isn't wasn't weren't aren't hasn't haven't hadn't wouldn't couldn't shouldn't");
  add(l, wc::infinitive_to, "to");
  add(l, wc::quantifier, "many several most few all both some any more less much enough various numerous half dozens hundreds thousands millions scores plenty");
  add(l, wc::time_word,
      "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec day days week weeks weekend month months year years decade decades century "
      "morning afternoon evening night noon midnight hour hours minute minutes today yesterday tomorrow tonight spring summer autumn winter fall quarter");
  add(l, wc::common_adjective,
      "new old senior former top chief local foreign national international military political public federal russian american european own other same different early first second third last next great small large high low long short good bad own main major key recent current "
      "late several official deputy acting incoming outgoing interim western eastern northern southern central");
  for (const auto& [word, value] : std::initializer_list<std::pair<const char*, double>>{
           {"zero", 0}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14},
           {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90},
           {"hundred", 1e2}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}, {"dozen", 12}}) {
    l.numbers.emplace(word, value);
    l.classes[word] |= wc::number_word;
  }
}

void load_abbreviations(Lexicon& l) {
  for (std::string_view word : split("mr mrs ms dr prof rev hon gen lt col maj capt cmdr cpl sgt adm sen rep gov pres st mt ft jr sr vs etc inc ltd co corp bros no nos vol fig jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
                                     "u.s u.k u.n e.u u.s.a d.c a.m p.m e.g i.e ph.d approx dept est ave blvd rd calif ariz ark colo conn fla ill ind kan ky md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ala del ga la n.y n.j n.c s.c n.h n.m n.d s.d r.i w.va "
                                     "brig supt det atty asst amb spc pfc rt messrs mlle mme al op ed eds pp cf ca c", ' ')) {
    l.abbreviations.emplace(word);
  }
}

}  // namespace

Lexicon load_lexicon() {
  Lexicon lexicon;
  load_verbs(lexicon);
  load_closed_classes(lexicon);
  load_abbreviations(lexicon);
  return lexicon;
}

std::uint32_t classes_of(const Lexicon& lexicon, std::string_view lower_word) {
  const auto found = lexicon.classes.find(std::string(lower_word));
  if (found != lexicon.classes.end()) return found->second;
  if (lower_word.size() > 4 && lower_word.ends_with("ly") && lower_word != "family" && lower_word != "assembly" && lower_word != "supply" && lower_word != "italy" && lower_word != "july" && lower_word != "ally") {
    return word_class::adverb;
  }
  return 0;
}

std::string_view verb_lemma_of(const Lexicon& lexicon, std::string_view lower_word) {
  const auto found = lexicon.verb_lemma.find(std::string(lower_word));
  return found == lexicon.verb_lemma.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace attache
