// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/charset.h"

#include <unicode/ucnv.h>

#include <memory>

namespace gleaner
{

struct CloseConverter {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// ICU's converter for one of the web's charsets, or null where it has none. For one thread at a
/// time.
Converter openConverter(CharsetName charset);

/// What a byte of ISO-8859-16 is, which ICU has no converter for.
char16_t iso8859Part16(quint8 byte);

} // namespace gleaner
