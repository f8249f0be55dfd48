// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/linkrewriter.h"
#include "core/discover/linkspelling.h"
#include "core/discover/reference.h"
#include "core/discover/viewindex.h"

#include <deque>

namespace gleaner
{

/// A reference as a rewriter keeps it until the document's base is known.
struct LinkPlace {
    qsizetype begin = 0; ///< the raw bytes in the scanned text
    qsizetype end = 0;
    QByteArrayView raw;
    QByteArrayView text; ///< what they mean
    QByteArrayView codebase;
    Spelling spelling;
    int guard = -1; ///< the element with `integrity` or `crossorigin` that it is in
    bool isNavigation = false;
    bool isHint = false; ///< of an attribute that may mean something else
};

/// Gathers a document's references, and what is in its way as a file. The scanned text must outlive
/// it. Inside of rewriteLinks().
class LinkPlaces : public ReferenceSink
{
public:
    explicit LinkPlaces(QByteArrayView text)
        : m_scanned(text)
    {
    }

    void reference(const Reference &reference) override;
    void obstacle(const Obstacle &obstacle) override;
    void beginElement() override;
    void endElement() override;

    const std::vector<LinkPlace> &places() const { return m_places; }
    /// What the first `base` says; nothing without one.
    const std::optional<QByteArray> &base() const { return m_base; }
    /// That element loads a copy.
    void setLoadsCopy(int guard) { m_loadsCopy[size_t(guard)] = true; }
    /// Where the names begin that are to be made ineffective, now that all is said.
    std::vector<qsizetype> obstacles() const;

private:
    QByteArrayView kept(QByteArrayView text);

    struct Guarded {
        qsizetype name;
        int guard; ///< -1: in the way whatever is loaded
    };
    const QByteArrayView m_scanned;
    std::vector<LinkPlace> m_places;
    std::vector<Guarded> m_obstacles;
    std::vector<bool> m_loadsCopy; ///< by guard
    std::vector<int> m_open; ///< guards around here
    std::optional<QByteArray> m_base;
    std::deque<QByteArray> m_copies;
};

/// Says how each link of a document is to be written. Each text is resolved once.
class LinkSpeller
{
public:
    /// All of them must outlive it.
    LinkSpeller(const DocumentCopy &copy, const LocalCopies &copies, const QueryEncoder &encoder,
        const std::optional<QByteArray> &base);

    struct Link {
        bool isLocal = false; ///< there is a copy
        std::optional<QByteArray> text; ///< nothing: it may stay as it is
        qsizetype replaced = 0; ///< so many of its raw bytes go
    };
    Link linkFor(const LinkPlace &place);

private:
    struct Known {
        QByteArrayView text; ///< without fragment
        bool isLocal = false;
        bool isRight = false; ///< as it stands
        QByteArray reference; ///< empty: it leads nowhere
    };
    const Known &known(QByteArrayView text, const LinkPlace &place);
    void resolve(Known &known, const LinkPlace &place) const;
    std::optional<Address> resolved(
        QByteArrayView text, const LinkPlace &place, const Address &base) const;

    const DocumentCopy &m_copy;
    const LocalCopies &m_copies;
    const QueryEncoder &m_encoder;
    std::vector<Address> m_bases; ///< the document's own first
    bool m_movedBase = false;
    /// Stands for its place when links are read as a browser will; the download's folder is not
    /// the root there, and its host is nobody's.
    const Address m_file;
    std::deque<Known> m_known;
    ViewIndex m_index;
    Known m_special;
};

} // namespace gleaner
