// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"

#include <QObject>

#include <optional>

namespace gleaner
{

class Actions;
class EarlierDownloads;
class MessageBar;

/// Offers, once, to continue the unfinished download that was at work last. Owned by the window.
class ContinueOffer : public QObject
{
    Q_OBJECT

public:
    ContinueOffer(EarlierDownloads *earlier, Actions *actions, MessageBar *messages,
        QObject *parent = nullptr);

    /// To be shown when the earlier downloads are known, if one of them is unfinished.
    void make();
    /// There is something else to do now.
    void withdraw();

Q_SIGNALS:
    void accepted(const gleaner::CrawlJob &job);

private:
    enum class State : quint8 { None, Awaited, Shown };

    void show();
    void accept();
    void decline();

    EarlierDownloads *m_earlier;
    Actions *m_actions;
    MessageBar *m_messages;
    State m_state = State::None;
    CrawlJob m_job;
};

} // namespace gleaner
