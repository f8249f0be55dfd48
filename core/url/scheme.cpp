// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/scheme.h"

namespace gleaner
{

Scheme schemeNamed(QByteArrayView name)
{
    if (name == "https") {
        return Scheme::Https;
    }
    if (name == "http") {
        return Scheme::Http;
    }
    if (name == "file") {
        return Scheme::File;
    }
    if (name == "ftp") {
        return Scheme::Ftp;
    }
    if (name == "ws") {
        return Scheme::Ws;
    }
    return name == "wss" ? Scheme::Wss : Scheme::Other;
}

quint16 defaultPort(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Http:
    case Scheme::Ws:
        return 80;
    case Scheme::Https:
    case Scheme::Wss:
        return 443;
    case Scheme::Ftp:
        return 21;
    case Scheme::File:
    case Scheme::Other:
        break;
    }
    return 0;
}

} // namespace gleaner
