// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace gleaner
{

/// Undoes the Content-Encoding of one body, piece by piece: gzip or deflate (RFC 9110,
/// section 8.4.1).
///
/// Bounded whatever comes: a piece is never larger than largestPiece, a body never than
/// largestBody, and what unpacks to more than largestRatio times its size is given up once it is
/// not small any more. Belongs to one thread at a time; a request hands it to the pool and back.
class ContentDecoder
{
public:
    enum class Coding : quint8 { Gzip, Deflate };
    enum class State : quint8 {
        Unfinished, ///< more has to come
        Complete, ///< the coding's own end was reached, checksum and length included
        Broken, ///< not that coding, corrupt, or something behind its end
        TooLarge,
    };

    explicit ContentDecoder(Coding coding);
    ~ContentDecoder();
    Q_DISABLE_COPY_MOVE(ContentDecoder)

    /// What was received next. Only when take() has come back empty.
    void feed(QByteArray bytes);
    /// The next decoded bytes; empty when it has to be fed again, or is over.
    QByteArray take();

    State state() const { return m_state; }
    bool isStarted() const { return m_fed > 0; }

    static constexpr qsizetype largestPiece = 512 * 1024;
    static constexpr qint64 largestBody = 256 * 1024 * 1024;
    static constexpr qint64 largestRatio = 200;
    /// Below this many decoded bytes no ratio is suspicious: deflate itself goes up to 1,032.
    static constexpr qint64 judgedFrom = 8 * 1024 * 1024;

private:
    struct Stream;
    void begin();
    void onMemberEnd();

    const Coding m_coding;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_input;
    qint64 m_fed = 0;
    qint64 m_decoded = 0;
    State m_state = State::Unfinished;
};

} // namespace gleaner
