#include <cstdio>
#include "pipeline/run.h"
#include "analysis/json.h"
#include "dossier/json.h"
#include "dossier/html/html.h"
#include "base/file.h"
using namespace attache;
int main(int argc, char** argv) {
  const Resources res = load_resources();
  std::vector<std::string> in(argv+2, argv+argc);
  RunOptions o; Progress p; p.refused=[](const Error&e){std::fprintf(stderr,"REFUSED %s\n", describe(e).c_str());};
  if(std::string(argv[1])=="analyse") { analyse_each(in,res,o,p,[](Analysis a){ std::puts(to_json_line(a).c_str()); }); return 0; }
  Dossier d=assemble(analyse_inputs(in,res,o,p),res,o,p);
  if(std::string(argv[1])=="html") { std::fputs(to_html(d,res.knowledge,res.lexicon).c_str(),stdout); return 0; }
  std::fputs(to_json(d).c_str(),stdout);
}
