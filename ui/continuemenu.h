// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"

#include <QMenu>

namespace gleaner
{

class EarlierDownloads;

/// Lists the downloads of earlier runs to be continued, or to be looked through again. Looks for
/// them whenever it opens, and shows what it knew before until they are found.
class ContinueMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ContinueMenu(EarlierDownloads *earlier, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const gleaner::CrawlJob &job);

private:
    void fill();

    EarlierDownloads *m_earlier;
};

} // namespace gleaner
