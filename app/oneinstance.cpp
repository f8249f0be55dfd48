// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/oneinstance.h"

#include "app/businstance.h"
#include "app/localinstance.h"

namespace gleaner
{

OneInstance::OneInstance() = default;
OneInstance::~OneInstance() = default;

Start OneInstance::begin(const Handover &own)
{
    m_stateDirectory = own.stateDirectory;
    const TakeHandover take = [this](const Handover &handover, const AnswerHandover &answer) {
        this->take(handover, answer);
    };
    m_bus = std::make_unique<BusInstance>(take, own.stateDirectory);
    switch (m_bus->claim()) {
    case Claim::First:
        return Start::First;
    case Claim::Taken: {
        const std::optional<HandoverAnswer> answer = m_bus->handOver(own);
        m_bus.reset();
        if (!answer || answer->kind != HandoverAnswer::Kind::OtherHome)
            return judge(answer);
        break;
    }
    case Claim::Impossible:
        m_bus.reset();
        break;
    }

    m_local = std::make_unique<LocalInstance>(take, own.stateDirectory);
    const Claim claim = m_local->claim();
    if (claim == Claim::First)
        return Start::First;
    const std::optional<HandoverAnswer> answer =
        claim == Claim::Taken ? m_local->handOver(own) : std::nullopt;
    m_local.reset();
    return judge(answer);
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

void OneInstance::take(const Handover &handover, const AnswerHandover &answer) const
{
    if (handover.stateDirectory != m_stateDirectory || !m_take)
        answer({HandoverAnswer::Kind::OtherHome});
    else
        m_take(handover, answer);
}

} // namespace gleaner
