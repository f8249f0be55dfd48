// SPDX-License-Identifier: GPL-3.0-or-later
//
// A source of test programs that need host names: below ".test" every name is this machine. Stands
// in front of the C library's function, so that Qt finds it too; compiled into the program itself,
// because a library's could be passed over; or
// into a library that is loaded in front of everything.
#include <string_view>

#include <dlfcn.h>

struct addrinfo;

extern "C" int getaddrinfo(
    const char *node, const char *service, const addrinfo *hints, addrinfo **found)
{
    using Function = int(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto real = reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    const bool isOurs = node && std::string_view(node).ends_with(".test");
    return real(isOurs ? "127.0.0.1" : node, service, hints, found);
}
