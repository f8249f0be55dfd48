// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sink.h"
#include "core/save/folder.h"

#include <memory>
#include <optional>

namespace gleaner
{

/// A body when all of it has come.
struct WholeBody {
    QByteArray bytes; ///< all of it, unless it lies in a file
    std::shared_ptr<Descriptor> file; ///< null if it does not
    qint64 size = 0;
};

/// A sink whose body can be kept elsewhere, too, once it is whole.
class ArchivableSink : public Sink
{
public:
    /// Nothing if nobody wants to keep the body. The sink outlives the task.
    virtual Task<std::optional<WholeBody>> whole() = 0;
    /// It could not be kept elsewhere. True: then it is not to be kept here either.
    virtual bool fail(const SaveError &error) = 0;
};

} // namespace gleaner
