// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/archivablesink.h"
#include "core/crawl/partshelf.h"
#include "core/net/sink.h"
#include "core/save/diskwriter.h"
#include "core/url/address.h"

#include <functional>
#include <optional>

namespace gleaner
{

/// The sink of one address: small bodies are kept in memory and written in one go, large ones are
/// streamed into a part file; what may hold links is also kept for the reader.
///
/// Where core/net and core/save meet. Crawl thread; shared by the request and the crawler.
class BodySink : public ArchivableSink
{
public:
    /// What is to become of a body, decided when its head is there.
    struct Plan {
        bool wanted = true; ///< false declines it: the request ends
        bool keep = true; ///< save it as a file
        bool read = false; ///< look for links in it
        RelativePath path;
        RelativePath marked;
        QByteArray origin; ///< noted on the file; empty: nothing is
        std::optional<qint64> maximumSize;
        std::optional<qint64> room; ///< what a limit on all files leaves for this one
    };
    using Planner = std::function<Plan(const ResponseHead &, const BodyLength &)>;

    struct Surroundings {
        DiskWriter &writer;
        const PartShelf &shelf;
        qint64 &liveBytes; ///< counts what is held in memory
    };
    /// Surroundings and planner outlive the sink. `kept` is what an earlier try has left: it is
    /// continued, or else stays until this body is whole.
    BodySink(Surroundings around, Planner planner, Address address, std::shared_ptr<KeptPart> kept);
    ~BodySink() override;
    Q_DISABLE_COPY_MOVE(BodySink)

    bool begin(const ResponseHead &head, const BodyLength &length) override;
    bool resume(const ResponseHead &head) override;
    Task<bool> write(QByteArray bytes) override;
    Task<std::optional<WholeBody>> whole() override;
    bool fail(const SaveError &error) override;

    const Plan &plan() const { return m_plan; }
    const QByteArray &contentType() const { return m_part.contentType; }
    bool isTooLarge() const { return m_tooLarge; }
    /// Not too large for itself, but there is no room left for it.
    bool isOutOfRoom() const { return m_outOfRoom && !m_tooLarge; }
    const std::optional<SaveError> &error() const { return m_error; }

    /// The body, if it is to be read and was not too large for that.
    const QByteArray &body() const { return m_body; }
    bool wasTooLargeToRead() const { return m_plan.read && m_dropped; }

    /// Gives the body its final name, once everything has come: as the filing says, to which this
    /// adds where.
    Task<FileResult> commit(Filing filing);

    /// What another try can go on with, or has to keep until it has a whole body; without a stream
    /// if there is nothing.
    KeptPart takePart();
    /// Nothing of it is wanted any more.
    void discard();

    /// Bodies up to this size are held in memory and written at once.
    static constexpr qint64 heldInMemory = 512 * 1024;
    /// Larger pages are saved but not read for links.
    static constexpr qint64 largestRead = 32 * 1024 * 1024;

private:
    bool mayHave(qint64 bytes);
    Task<std::optional<SaveError>> openStream();
    void hold(const QByteArray &bytes);
    void letGo();

    Surroundings m_around;
    Planner m_planner;
    const Address m_address;
    Plan m_plan;
    QByteArray m_body; ///< everything so far, while it is small or to be read
    qint64 m_size = 0;
    bool m_dropped = false; ///< m_body is no longer everything
    bool m_tooLarge = false;
    bool m_outOfRoom = false;
    std::optional<SaveError> m_error;
    std::shared_ptr<KeptPart> m_old; ///< an earlier try's, not continued
    KeptPart m_part; ///< this one's, once it is streamed
};

} // namespace gleaner
