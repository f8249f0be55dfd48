// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QObject>

#include <vector>

class QHeaderView;
class QTreeView;

namespace gleaner
{

/// How the columns of a table share its width. Where there is room each is as wide as it would like
/// to be, and one of them takes what is left. Where there is little, all give way, down to the word
/// in their header, so that nobody has to scroll sideways; only what does not fit even then is
/// scrolled. What a person has drawn to another width keeps it, also for another model.
///
/// Owned by its view; hidden columns take no part.
class ColumnWidths : public QObject
{
    Q_OBJECT

public:
    /// In letters, by column. `filler` takes what is left; its letters are what it should have
    /// before others give way.
    ColumnWidths(QTreeView *view, QList<int> letters, int filler);

    /// No narrower than that, for what stands in its rows; in pixels.
    void setLeast(int column, int width);
    /// Again: what is hidden, or said in the header, has changed.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Share {
        int column;
        int least;
        int width; ///< as it would like to be, until it has to give way
    };
    std::vector<Share> shares() const;

    QTreeView *m_view;
    QHeaderView *m_header;
    QList<int> m_letters;
    int m_filler;
    QMap<int, int> m_least;
    QMap<int, int> m_byHand; ///< as a person has drawn them
    bool m_isFitting = false;
};

} // namespace gleaner
