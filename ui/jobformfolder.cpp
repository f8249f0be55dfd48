// SPDX-License-Identifier: GPL-3.0-or-later
// Where JobForm says that its job is saved.
#include "core/url/typedaddress.h"
#include "ui/folderfield.h"
#include "ui/jobform.h"

#include <QLineEdit>

namespace gleaner
{

static QByteArray hostOf(const std::optional<Address> &address)
{
    return address ? address->host().toByteArray() : QByteArray();
}

void JobForm::suggestDirectory()
{
    if (m_directoryChosen)
        return;
    const std::optional<Address> address = typedAddress(m_address->text());
    if (showsEarlier())
        m_folder->setFolder(m_earlier->directory);
    else if (const auto chosen = m_chosen.constFind(hostOf(address)); chosen != m_chosen.constEnd())
        m_folder->setFolder(*chosen);
    else
        m_folder->setFolder(address ? m_directoryFor(*address) : QString());
}

QByteArray JobForm::typedHost() const
{
    return hostOf(typedAddress(m_address->text()));
}

void JobForm::noteBegun(const CrawlJob &job)
{
    // It may come from elsewhere.
    if (!m_directoryChosen || job.directory != m_folder->folder())
        return;
    m_directoryChosen = false;
    if (showsEarlier())
        m_earlier->directory = job.directory;
    else
        m_chosen.insert(typedHost(), job.directory);
}

void JobForm::noteFailed()
{
    m_directoryChosen |= m_chosen.remove(typedHost());
}

} // namespace gleaner
