// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/bodysink.h"

namespace gleaner
{

namespace
{

/// Can the rest be asked for later? Not of what is to be read for links, which has to be here as a
/// whole, and not by a date alone while nobody knows how long the body is.
Validator continuableBy(
    const ResponseHead &head, const BodyLength &length, const BodySink::Plan &plan)
{
    const bool isPacked = head.hasHeader("content-encoding");
    const Validator validator = validatorOf(head);
    const bool isSure = !validator.etag.isEmpty() || length.kind == BodyLength::Kind::Stated;
    return plan.keep && !plan.read && !isPacked && isSure ? validator : Validator();
}

} // namespace

BodySink::BodySink(
    Surroundings around, Planner planner, Address address, std::shared_ptr<KeptPart> kept)
    : m_around(around)
    , m_planner(std::move(planner))
    , m_address(std::move(address))
    , m_old(std::move(kept))
{
}

BodySink::~BodySink()
{
    letGo();
    // Of two parts of one address only one can be found again.
    takePart();
}

bool BodySink::begin(const ResponseHead &head, const BodyLength &length)
{
    m_plan = m_planner(head, length);
    m_part.contentType = head.header("content-type");
    m_part.validator = continuableBy(head, length, m_plan);
    if (length.kind == BodyLength::Kind::Stated)
        m_part.total = length.bytes;
    return m_plan.wanted && mayHave(length.bytes);
}

bool BodySink::resume(const ResponseHead &head)
{
    ResponseHead whole = head;
    // A 206 need not repeat the type, and a 416 has that of the words about it.
    if (head.status == 416)
        whole.headers = {{"Content-Type", m_old->contentType}};
    else if (!whole.hasHeader("content-type"))
        whole.headers.emplace_back("Content-Type", m_old->contentType);
    m_plan = m_planner(whole, BodyLength());
    m_plan.read = false;
    m_part = std::move(*m_old);
    m_old.reset();
    m_size = m_part.size;
    m_dropped = true;
    return m_plan.keep && mayHave(m_part.total.value_or(m_size));
}

bool BodySink::mayHave(qint64 bytes)
{
    m_tooLarge = m_plan.maximumSize && bytes > *m_plan.maximumSize;
    m_outOfRoom = m_plan.room && bytes > *m_plan.room;
    return !m_tooLarge && !m_outOfRoom;
}

Task<bool> BodySink::write(QByteArray bytes)
{
    m_size += bytes.size();
    if (!mayHave(m_size))
        co_return false;
    if (!m_part.stream && m_plan.keep && m_size > heldInMemory)
        m_error = co_await openStream();
    if (m_part.stream && !m_error)
        m_error = co_await m_part.stream->append(bytes);
    if (m_error)
        co_return false;
    m_part.size = m_size;
    const bool hold = m_plan.read ? m_size <= largestRead : m_plan.keep && !m_part.stream;
    if (hold) {
        this->hold(bytes);
    } else {
        letGo();
        m_dropped = true;
    }
    co_return true;
}

Task<std::optional<SaveError>> BodySink::openStream()
{
    m_part.stream = std::make_unique<DiskWriter::Stream>(m_around.writer);
    auto error = co_await m_part.stream->open(m_plan.path, m_around.shelf.noteOf(m_address));
    if (error)
        co_return error;
    if (!m_part.validator.isNull())
        m_around.shelf.remember(m_address, m_part);
    error = co_await m_part.stream->append(m_body);
    co_return error;
}

Task<FileResult> BodySink::commit(Filing filing)
{
    filing.path = m_plan.path;
    filing.marked = m_plan.marked;
    filing.origin = m_plan.origin;
    FileResult filed;
    if (m_part.stream)
        filed = co_await m_part.stream->commit(std::move(filing));
    else
        filed = co_await m_around.writer.save(std::move(filing), m_body);
    if (std::holds_alternative<Filed>(filed))
        discard();
    co_return filed;
}

Task<std::optional<WholeBody>> BodySink::whole()
{
    if (!m_plan.keep)
        co_return std::nullopt;
    WholeBody body{m_body, nullptr, m_size};
    if (m_part.stream) {
        body.bytes.clear();
        body.file = co_await m_part.stream->openToRead();
    }
    co_return body;
}

bool BodySink::fail(const SaveError &error)
{
    m_error = error;
    return true;
}

KeptPart BodySink::takePart()
{
    const bool canContinue = m_part.continuation().has_value();
    KeptPart taken;
    if (!m_old || !m_old->stream) {
        if (canContinue)
            taken = std::move(m_part);
    } else if (!canContinue
        || (m_old->validator == m_part.validator && m_old->size > m_part.size)) {
        // Better nothing new than less of the same.
        taken = std::move(*m_old);
        if (m_part.stream)
            m_part.stream->discard();
    } else {
        taken = std::move(m_part);
        m_old->stream->discard();
    }
    m_part.stream.reset();
    m_old.reset();
    return taken;
}

void BodySink::discard()
{
    if (m_old && m_old->stream)
        m_old->stream->discard();
    if (m_part.stream)
        m_part.stream->discard();
    m_old.reset();
    m_part.stream.reset();
}

void BodySink::hold(const QByteArray &bytes)
{
    m_around.liveBytes += bytes.size();
    if (m_body.isEmpty())
        m_body = bytes;
    else
        m_body += bytes;
}

void BodySink::letGo()
{
    m_around.liveBytes -= m_body.size();
    m_body.clear();
}

} // namespace gleaner
