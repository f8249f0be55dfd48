// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/continuemenu.h"

#include "ui/earlierdownloads.h"
#include "ui/earliertexts.h"
#include "ui/plaintext.h"

#include <QDateTime>

namespace gleaner
{

ContinueMenu::ContinueMenu(EarlierDownloads *earlier, QWidget *parent)
    : QMenu(tr("&Continue a Download"), parent)
    , m_earlier(earlier)
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, m_earlier, &EarlierDownloads::look);
    connect(m_earlier, &EarlierDownloads::listed, this, &ContinueMenu::fill);
    fill();
}

void ContinueMenu::fill()
{
    clear();
    const QDateTime now = QDateTime::currentDateTime();
    for (const EarlierDownload &earlier : m_earlier->all()) {
        // In a menu's text an ampersand marks the key of the entry.
        QAction *entry = addAction(entryText(earlier, now).replace(u'&', QStringLiteral("&&")));
        entry->setEnabled(earlier.canBeTakenUp());
        const CrawlJob &job = earlier.session.job;
        if (!job.directory.isEmpty())
            entry->setToolTip(plainToolTip({visibleText(job.directory)}));
        connect(entry, &QAction::triggered, this, [this, job] { Q_EMIT chosen(job); });
    }
    if (isEmpty())
        addAction(m_earlier->hasLooked() ? tr("There are none yet.") : tr("Looking…"))
            ->setEnabled(false);
}

} // namespace gleaner
