// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <string>

namespace gleaner
{

/// Numbers and byte strings one after the other: what nobody asks the database for by its name goes
/// into one value, because each value of a row costs as much as all that it says. A number is 7
/// bits a byte, the lowest first, as in LEB128; bytes come behind their count.
class Packing
{
public:
    void number(quint64 value);
    void bytes(QByteArrayView bytes);

    QByteArrayView packed() const { return m_packed; }

private:
    std::string m_packed; ///< takes single bytes at a quarter of the cost of a QByteArray
};

/// Reads them in the order in which they were written. What is not there is zero or empty.
class Unpacking
{
public:
    /// The bytes must outlive this.
    explicit Unpacking(QByteArrayView packed)
        : m_rest(packed)
    {
    }

    quint64 number();
    QByteArray bytes();

    bool atEnd() const { return m_rest.isEmpty(); }
    /// Could all be read that was asked for?
    bool isSound() const { return m_isSound; }

private:
    void fail();

    QByteArrayView m_rest;
    bool m_isSound = true;
};

} // namespace gleaner
