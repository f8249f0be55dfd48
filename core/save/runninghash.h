// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace gleaner
{

/// SHA-256 of bytes that come one after the other, which can be asked for in between. Through
/// libcrypto, which is ten times as fast as Qt's own. Disk thread or pool, one at a time.
class RunningHash
{
public:
    RunningHash();
    RunningHash(RunningHash &&other) noexcept;
    RunningHash &operator=(RunningHash &&other) noexcept;
    ~RunningHash();

    void add(QByteArrayView bytes);
    /// Of everything so far; more may be added afterwards.
    QByteArray value() const;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// SHA-256 of bytes that are all there. Any thread.
QByteArray sha256Of(QByteArrayView bytes);

} // namespace gleaner
