// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packing.h"

namespace gleaner
{

void Packing::number(quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        m_packed.push_back(char(uchar(value) | 0x80));
    m_packed.push_back(char(value));
}

void Packing::bytes(QByteArrayView bytes)
{
    number(quint64(bytes.size()));
    m_packed.append(bytes.data(), size_t(bytes.size()));
}

quint64 Unpacking::number()
{
    quint64 value = 0;
    for (int shift = 0; shift < 64 && !m_rest.isEmpty(); shift += 7) {
        const auto byte = uchar(m_rest.front());
        m_rest = m_rest.sliced(1);
        value |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    fail();
    return 0;
}

QByteArray Unpacking::bytes()
{
    const quint64 count = number();
    if (count > quint64(m_rest.size())) {
        fail();
        return {};
    }
    QByteArray bytes = m_rest.first(qsizetype(count)).toByteArray();
    m_rest = m_rest.sliced(qsizetype(count));
    return bytes;
}

void Unpacking::fail()
{
    m_rest = {};
    m_isSound = false;
}

} // namespace gleaner
