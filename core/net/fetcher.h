// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/continuation.h"
#include "core/net/exchange.h"
#include "core/net/outcome.h"
#include "core/net/sink.h"
#include "core/task/task.h"
#include "core/url/address.h"

#include <chrono>
#include <memory>

namespace gleaner
{

/// How far a request has come, for whoever looks on. Written by the fetcher, read between turns.
struct TransferProgress {
    enum class Stage : quint8 { Idle, Connecting, WaitingForServer, Downloading };
    Stage stage = Stage::Idle;
    qint64 received = 0;
    qint64 expected = -1; ///< -1 unknown
    ResponseHead head; ///< of the answer, once the server has proven who it is
    std::chrono::milliseconds answeredAfter{-1}; ///< from the request to the head; -1 before
};

/// How a server may pack a body. Pages may be packed, and are unpacked on arrival; files are asked
/// for as they are, so that what is stated about them is about the bytes that are saved.
enum class AcceptedCoding : quint8 { Identity, Gzip };

/// What a copy that is here was served with; at least one of the two. Weak tags do (RFC 9110,
/// section 13.1.2).
struct CopyValidators {
    QByteArray etag;
    QByteArray lastModified;
};

enum class Method : quint8 {
    Get,
    Head, ///< what is there, without its body: a success is Declined, and the sink hears of nothing
};

struct FetchRequest {
    Address address; ///< http or https; anything else is refused without a request
    HeaderList headers; ///< beyond the fetcher's own
    Method method = Method::Get;
    AcceptedCoding accepts = AcceptedCoding::Identity;
    std::optional<Continuation> continuation; ///< only the rest is asked for
    std::optional<CopyValidators> copy; ///< asked for only if it has changed
    std::shared_ptr<Exchange> exchange; ///< null: nobody wants to know
    std::chrono::milliseconds connectTimeout{15'000};
    std::chrono::milliseconds headerTimeout{30'000}; ///< from the start to the end of the headers
    std::chrono::milliseconds stallTimeout{30'000}; ///< no body byte for that long
    qint64 minimumSpeed = 100; ///< body bytes per second, averaged over speedWindow
    std::chrono::milliseconds speedWindow{60'000}; ///< of the time in which we could take more
};

/// One request to one outcome. No policy: no redirect is followed, nothing is tried again.
class Fetcher
{
public:
    virtual ~Fetcher() = default;

    /// The sink gets the body of a 200 or 203, or of a 206 that is the rest asked for. The task
    /// owns what it is given; dropping the task drops the request. Fetcher and progress outlive the
    /// task.
    virtual Task<FetchOutcome> fetch(
        FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress) = 0;

    /// False when this machine has no way to that host, whatever the host does.
    virtual bool hasRoute(const Address &address) const = 0;
};

} // namespace gleaner
