#pragma once
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

// What every program here does with what it measured: bench.py reads the lines and holds them against their bars.
namespace bench {

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// As ctest runs them: a few rounds, to see that they still run. The figures then mean nothing.
inline bool isSmall(int argc, char** argv) {
    return argc > 1 && std::strcmp(argv[1], "--small") == 0;
}

inline void print(const char* name, double figure, const char* unit, double bar) {
    std::printf("%s %.3f %s %g\n", name, figure, unit, bar);
}

// What a figure is made of; bench.py shows it below the figures.
template <class... Values>
void note(const char* format, Values... values) {
    std::fprintf(stderr, "# ");
    std::fprintf(stderr, format, values...);
    std::fprintf(stderr, "\n");
}

} // namespace bench
