// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/oneinstance.h"

#include "app/businstance.h"
#include "app/localinstance.h"

namespace gleaner
{

/// Between its last answer and its end there is next to nothing.
static constexpr std::chrono::milliseconds endPatience(200);

OneInstance::OneInstance() = default;
OneInstance::~OneInstance() = default;

Start OneInstance::begin(const Handover &own)
{
    m_stateDirectory = own.stateDirectory;
    const TakeHandover take = [this](const Handover &handover, const AnswerHandover &answer) {
        this->take(handover, answer);
    };
    m_local = std::make_unique<LocalInstance>(take, own.stateDirectory);
    Claim claim = m_local->claim();
    std::optional<HandoverAnswer> answer;
    if (claim == Claim::Taken) {
        answer = m_local->handOver(own);
        // It may have ended meanwhile.
        if (!answer)
            claim = m_local->claim(endPatience);
    }
    if (claim != Claim::First)
        m_local.reset();
    if (claim == Claim::Taken)
        return judge(answer);
    m_bus = std::make_unique<BusInstance>(take, own.stateDirectory);
    const bool hasName = m_bus->claim();
    if (!hasName)
        m_bus.reset();
    return claim == Claim::First || hasName ? Start::First : Start::Alone;
}

Start OneInstance::judge(const std::optional<HandoverAnswer> &answer)
{
    if (!answer || answer->kind == HandoverAnswer::Kind::OtherHome)
        return Start::Alone;
    m_sentence = answer->sentence;
    return answer->kind == HandoverAnswer::Kind::Taken ? Start::HandedOver : Start::Refused;
}

void OneInstance::takeWith(TakeHandover take)
{
    m_take = std::move(take);
}

void OneInstance::end()
{
    m_bus.reset();
    m_local.reset();
    m_take = {};
}

void OneInstance::take(const Handover &handover, const AnswerHandover &answer) const
{
    if (handover.stateDirectory != m_stateDirectory || !m_take || handover.deadline.hasExpired())
        answer({HandoverAnswer::Kind::OtherHome});
    else
        m_take(handover, answer);
}

} // namespace gleaner
