// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/pieces.h"
#include "core/crawl/shapewatch.h"
#include "core/crawl/traps.h"

namespace gleaner
{

/// What Traps remembers of a site's pages.
struct Traps::Learnt {
    struct Rest {
        RecordId first = noRecord; ///< who stands for all that differ in the session only
        PagePrint print = 0;
    };
    struct Parameter {
        int equal = 0; ///< pages that were the same under another session
        int different = 0;
    };
    struct Reading {
        RecordId page = noRecord;
        QByteArray shape; ///< empty if nobody is going to ask for it
    };

    PagePrint printOf(RecordId id) const { return id < prints.size() ? prints[id] : 0; }

    ShapeWatch shapes;
    Pieces<PagePrint> prints; ///< by id, as far as pages were read
    QHash<RecordId, Targets> targets; ///< of pages that are being read
    Reading reading; ///< the page of the last call of noteFound(), which has many links
    QHash<quint64, Rest> rests; ///< by the address without its session
    QHash<quint64, Parameter> parameters; ///< by origin and name
};

} // namespace gleaner
