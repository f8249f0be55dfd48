// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/allocations.h"

#include <atomic>
#include <cstddef>

// glibc's own, under the names that stay when malloc() is replaced.
extern "C" void *__libc_malloc(std::size_t size);
extern "C" void *__libc_calloc(std::size_t count, std::size_t size);
extern "C" void *__libc_realloc(void *memory, std::size_t size);

namespace
{

std::atomic<qint64> made{0};

} // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): glibc's names are reserved ones
extern "C" void *malloc(std::size_t size)
{
    made.fetch_add(1, std::memory_order_relaxed);
    return __libc_malloc(size);
}

extern "C" void *calloc(std::size_t count, std::size_t size)
{
    made.fetch_add(1, std::memory_order_relaxed);
    return __libc_calloc(count, size);
}

extern "C" void *realloc(void *memory, std::size_t size)
{
    made.fetch_add(1, std::memory_order_relaxed);
    return __libc_realloc(memory, size);
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)

namespace gleaner::test
{

qint64 allocations()
{
    return made.load(std::memory_order_relaxed);
}

} // namespace gleaner::test
