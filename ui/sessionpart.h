// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gleaner
{

class Session;

/// A part of the window that shows or steers the download that is shown. Owned by the window,
/// which tells all of them, in the window's thread.
class SessionPart
{
public:
    virtual ~SessionPart() = default;

    /// Another download is shown, or none. A refresh() follows. It is told before the session goes.
    virtual void setSession(Session *session) = 0;
    /// Its state or its sums may be others now: after each batch, and once a second while it runs.
    virtual void refresh() { }
};

} // namespace gleaner
