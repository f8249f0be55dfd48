// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/continueoffer.h"

#include "ui/actions.h"
#include "ui/earlierdownloads.h"
#include "ui/earliertexts.h"
#include "ui/messagebar.h"

#include <QDateTime>

#include <algorithm>

namespace gleaner
{

ContinueOffer::ContinueOffer(
    EarlierDownloads *earlier, Actions *actions, MessageBar *messages, QObject *parent)
    : QObject(parent)
    , m_earlier(earlier)
    , m_actions(actions)
    , m_messages(messages)
{
    connect(earlier, &EarlierDownloads::listed, this, &ContinueOffer::show);
    connect(actions->continueLatest, &QAction::triggered, this, &ContinueOffer::accept);
    connect(actions->notNow, &QAction::triggered, this, &ContinueOffer::decline);
}

void ContinueOffer::make()
{
    m_state = State::Awaited;
    m_earlier->look();
}

void ContinueOffer::withdraw()
{
    if (m_state == State::Shown)
        m_messages->clear();
    m_state = State::None;
}

void ContinueOffer::show()
{
    if (m_state != State::Awaited)
        return;
    m_state = State::None;
    const auto isUnfinished = [](const EarlierDownload &earlier) {
        return earlier.canBeTakenUp() && earlier.session.state == KnownSession::State::Unfinished;
    };
    const std::vector<EarlierDownload> &all = m_earlier->all();
    const auto latest = std::ranges::find_if(all, isUnfinished);
    if (latest == all.end())
        return;
    m_state = State::Shown;
    m_job = latest->session.job;
    const qsizetype more = std::ranges::count_if(all, isUnfinished) - 1;
    m_messages->stand(MessageBar::Kind::Plain,
        offerText(latest->session, more, QDateTime::currentDateTime()),
        {m_actions->continueLatest, m_actions->notNow});
}

void ContinueOffer::accept()
{
    withdraw();
    Q_EMIT accepted(m_job);
}

void ContinueOffer::decline()
{
    withdraw();
}

} // namespace gleaner
