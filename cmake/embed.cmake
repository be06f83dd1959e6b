# The project's own tables, models and web assets, and the ISO country list of the iso-codes package, go into the binary.
file(GLOB table_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/*.tsv ${PROJECT_SOURCE_DIR}/web/*.css ${PROJECT_SOURCE_DIR}/web/*.js ${PROJECT_SOURCE_DIR}/models/*.bin ${PROJECT_SOURCE_DIR}/models/*.tsv)
list(APPEND table_files ${ISO_3166_JSON})

set(asm "")
set(entries "")
set(index 0)
foreach(path IN LISTS table_files)
  get_filename_component(name ${path} NAME)
  string(APPEND asm "  .global attache_file_${index}\nattache_file_${index}:\n  .incbin \"${path}\"\n  .global attache_file_${index}_end\nattache_file_${index}_end:\n  .byte 0\n")
  string(APPEND externs "extern \"C\" const char attache_file_${index}[];\nextern \"C\" const char attache_file_${index}_end[];\n")
  string(APPEND entries "  if (name == \"${name}\") return {attache_file_${index}, static_cast<size_t>(attache_file_${index}_end - attache_file_${index})};\n")
  math(EXPR index "${index} + 1")
endforeach()

set(generated ${CMAKE_BINARY_DIR}/embedded)
file(GENERATE OUTPUT ${generated}/embedded_files.S CONTENT "  .section .rodata\n${asm}  .section .note.GNU-stack,\"\",@progbits\n")
file(GENERATE OUTPUT ${generated}/embedded_files.cc CONTENT
"#include <cstddef>\n#include <string_view>\n${externs}namespace attache {\nstd::string_view embedded_file(std::string_view name) {\n${entries}  return {};\n}\n}  // namespace attache\n")
enable_language(ASM)
add_library(attache_embedded STATIC ${generated}/embedded_files.S ${generated}/embedded_files.cc)
set_source_files_properties(${generated}/embedded_files.S PROPERTIES OBJECT_DEPENDS "${table_files}")
