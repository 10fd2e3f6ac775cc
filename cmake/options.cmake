# Warnings, hardening and Qt's stricter text rules, linked by every target of the project.
add_library(project_options INTERFACE)
target_include_directories(project_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(project_options INTERFACE QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING FIRSTHAND_VERSION="${PROJECT_VERSION}")
target_compile_options(project_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -fstack-protector-strong)
target_link_options(project_options INTERFACE -Wl,-z,relro,-z,now)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(project_options INTERFACE -Wno-restrict) # GCC bug 105651: false alarms on std::string's operator+
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release" OR CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    target_compile_options(project_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
if(FIRSTHAND_WERROR)
    target_compile_options(project_options INTERFACE -Werror)
endif()
if(FIRSTHAND_SANITIZE)
    target_compile_options(project_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
    target_link_options(project_options INTERFACE -fsanitize=address,undefined)
endif()

# One static library of the house. firsthand_library(name SOURCES ... LINKS ...): LINKS are the rooms it may enter.
function(firsthand_library name)
    cmake_parse_arguments(LIB "" "" "SOURCES;LINKS" ${ARGN})
    add_library(${name} STATIC ${LIB_SOURCES})
    target_link_libraries(${name} PUBLIC project_options ${LIB_LINKS})
endfunction()

# Qt 6.5 and later narrow a number inside QTRY_VERIFY itself: no fault of the test that uses it.
add_library(test_options INTERFACE)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    target_compile_options(test_options INTERFACE -Wno-conversion)
endif()

# One Qt Test program. add_qt_test(name SOURCES ... LINKS ... [GUI]); GUI tests run on the offscreen platform.
function(add_qt_test name)
    cmake_parse_arguments(T "GUI" "TIMEOUT" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${T_SOURCES})
    target_link_libraries(${name} PRIVATE project_options test_options Qt6::Test ${T_LINKS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
    if(T_TIMEOUT)
        set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT})
    else()
        set_tests_properties(${name} PROPERTIES TIMEOUT 120)
    endif()
endfunction()
