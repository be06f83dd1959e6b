#include <cstdio>
#include "ingest/ingest.h"
#include "ingest/inputs.h"
#include "analysis/json.h"
#include "lineage/family.h"
using namespace attache;
int main(int argc, char** argv) {
  const Resources res = load_resources();
  std::vector<std::string> in(argv+1, argv+argc);
  InputSink sink;
  sink.refused=[](Error e){ std::fprintf(stderr,"REFUSED %s\n", describe(e).c_str()); };
  sink.record=[&](Record r){
    auto rep=read_report(std::move(r),res.knowledge);
    if(!rep){ std::fprintf(stderr,"REFUSED %s\n", describe(rep.error()).c_str()); return; }
    Analysis a=analyse_report(std::move(*rep),res);
    std::string j=to_json_line(a);
    auto b=from_json_line(j);
    if(!b || to_json_line(*b)!=j) std::fprintf(stderr,"ROUNDTRIP %s\n", b?"differs":describe(b.error()).c_str());
    std::puts(j.c_str());
  };
  read_inputs(in, {}, sink);
}
