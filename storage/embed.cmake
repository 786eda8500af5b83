# cmake -DFILES=a.sql;b.sql -DTO=migrations.cpp -P embed.cmake
set(number 0)
set(entries "")
foreach(file IN LISTS FILES)
  math(EXPR number "${number} + 1")
  get_filename_component(name ${file} NAME_WE)
  string(REGEX MATCH "^[0-9]+" own_number ${name})
  math(EXPR own_number "${own_number}")
  if(NOT own_number EQUAL number)
    message(FATAL_ERROR "${name}.sql should be number ${number}")
  endif()
  file(READ ${file} text)
  string(APPEND entries "    {\"${name}\", R\"sql(${text})sql\"},\n")
endforeach()
file(WRITE ${TO} "// Made by storage/embed.cmake.
#include \"storage/migrations.hpp\"

namespace talar::storage {

std::span<const Migration> migrations() {
  static constexpr Migration all[] = {
${entries}  };
  return all;
}

}  // namespace talar::storage
")
