// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace gleaner
{

/// A known address as the database holds it. Numbers for enums: whoever stores them knows them.
struct StoredAddress {
    static constexpr qint64 none = -1;

    quint32 id = 0; ///< ids begin at 0 and have no gaps
    QByteArray address;
    qint64 referrer = none;
    QByteArray element; ///< where it was found
    QByteArray attribute;
    int kind = 0;
    int depth = 0;
    int state = 0;
    int reason = 0; ///< of a skip or a failure
    int tls = 0;
    int status = 0;
    int tries = 0;
    int change = 0;
    bool kept = false;
    QByteArray target; ///< of a redirect
    QString detail;
    double seconds = 0;
    qint64 size = none; ///< as a server states it of what is not saved
    QByteArray type; ///< so, too: MIME type
};

/// What is saved of an address.
struct StoredFile {
    quint32 id = 0; ///< the address's
    QByteArray path; ///< below the download's folder
    qint64 size = 0;
    QByteArray hash; ///< SHA-256 of the bytes as they were served
    QByteArray etag;
    QByteArray lastModified;
    QByteArray contentType; ///< with its parameters
    bool verified = true;
    qint64 savedAt = 0; ///< ms since 1970
    QByteArray landed = {}; ///< the address of its landing; not stored
    QByteArray offered = {}; ///< the name that the server gives it, made harmless
};

/// A saved file that is about to get another name.
struct StoredMove {
    quint32 id = 0; ///< the address's
    QByteArray from; ///< as StoredFile::path
    QByteArray to;
    qint64 size = 0; ///< of the bytes as they were served, by which it is known
    QByteArray hash;
};

/// A body that is about to get its final name, or has it and is not known to be safe from a power
/// cut. It is known again by its hash.
struct StoredLanding {
    static constexpr quint32 unknown = std::numeric_limits<quint32>::max();

    QByteArray address;
    QByteArray folders; ///< names joined by '/'
    QByteArray part; ///< under which it was written
    QByteArray file; ///< the name it is to have
    QByteArray marked; ///< the name it gets where that one is taken
    QByteArray headers; ///< what its links depend on, "Name: value\n" each
    int status = 200;
    StoredFile saved; ///< without path; its id is `unknown` where nobody has numbered it
};

/// The beginning of a body that lies on disk and may be continued: what has to be known for that.
struct StoredPart {
    QByteArray address;
    QByteArray folders; ///< where it lies below the download's folder, names joined by '/'
    QByteArray name; ///< of the part file
    QByteArray file; ///< of the finished file
    qint64 size = 0; ///< of the beginning that `hash` is about; 0: made, and nothing is certain
    QByteArray hash; ///< SHA-256
    QByteArray etag; ///< one of these two is the validator
    QByteArray lastModified;
    qint64 total = -1; ///< of the whole body; -1 unknown
    QByteArray contentType;
};

/// What lies at a path with rewritten links, or is about to.
struct StoredRewrite {
    QByteArray path;
    QByteArray hash; ///< SHA-256
    qint64 size = 0;
    QByteArray served; ///< SHA-256 of the bytes as they were served
    qint64 servedSize = 0;
    QByteArray patch; ///< takes it back to those
    QByteArray part; ///< under which it is written, a name beside the file's
};

/// Names one of these.
struct RewriteKey {
    QByteArray path;
    QByteArray hash;
};

/// Whom an address leads to, in the form that whoever stores it knows.
struct StoredLinks {
    quint32 source = 0;
    QByteArray targets;
};

/// What is new since the last time: one transaction.
struct SessionChanges {
    std::vector<StoredAddress> addresses;
    std::vector<StoredFile> files; ///< safe from a power cut; their landings go
    std::vector<StoredLinks> links;
    QHash<QString, QByteArray> values; ///< by name

    bool isEmpty() const
    {
        return addresses.empty() && files.empty() && links.empty() && values.isEmpty();
    }
};

/// A session but for its addresses, read at its start.
struct StoredSession {
    QHash<QString, QByteArray> values;
    std::vector<StoredLanding> landings;
    std::vector<StoredPart> parts;
    std::vector<StoredLinks> links;
};

} // namespace gleaner
