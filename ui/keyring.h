// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/credentials.h"

#include <QObject>

#include <functional>
#include <optional>

namespace gleaner
{

/// Where a password was put.
enum class Keeping : quint8 {
    UntilQuit, ///< in memory only
    Keyring, ///< of the desktop
};

/// Names and passwords that a person has signed in with, by what they are for: an origin, or a
/// proxy. Kept in memory until the program ends, and in the desktop's keyring (Secret Service or
/// KWallet) where that is wanted. No other file ever has them. Owned by the window, in its thread;
/// nothing waits for the keyring, which may ask a person first.
class Keyring : public QObject
{
public:
    using Found = std::function<void(const std::optional<Credentials> &)>;
    using Kept = std::function<void(Keeping)>;

    using QObject::QObject;

    /// Answers once, unless `context` is gone by then; nothing if the keyring has nothing or is
    /// none.
    void find(const QByteArray &what, QObject *context, Found found);
    void keep(const QByteArray &what, const Credentials &credentials, Keeping where,
        QObject *context, Kept kept);

private:
    CredentialsByOrigin m_known;
};

} // namespace gleaner
