// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/srcset.h"

#include "core/discover/ascii.h"

namespace gleaner
{

namespace
{

bool isDigits(QByteArrayView text)
{
    for (const char c : text) {
        if (!ascii::isDigit(c)) {
            return false;
        }
    }
    return !text.isEmpty();
}

bool isZero(QByteArrayView digits)
{
    for (const char c : digits) {
        if (c != '0' && c != '.') {
            return false;
        }
    }
    return true;
}

// A "valid floating-point number" (HTML standard, section 2.3.4.3) that is not below zero.
bool isDensity(QByteArrayView text)
{
    const bool minus = text.startsWith('-');
    QByteArrayView rest = text.sliced(minus);
    qsizetype exponent = 0;
    while (exponent < rest.size() && ascii::toLower(rest[exponent]) != 'e') {
        ++exponent;
    }
    if (exponent < rest.size()) {
        QByteArrayView power = rest.sliced(exponent + 1);
        if (power.startsWith('-') || power.startsWith('+')) {
            power = power.sliced(1);
        }
        if (!isDigits(power)) {
            return false;
        }
        rest = rest.first(exponent);
    }
    const QByteArrayView mantissa = rest;
    const qsizetype point = rest.indexOf('.');
    if (point >= 0) {
        if (!isDigits(rest.sliced(point + 1))) {
            return false;
        }
        rest = rest.first(point);
        if (rest.isEmpty()) {
            return !minus || isZero(mantissa);
        }
    }
    return isDigits(rest) && (!minus || isZero(mantissa));
}

// What the descriptors seen so far add up to.
struct Descriptors {
    bool width = false;
    bool density = false;
    bool height = false;
    bool error = false;

    void add(QByteArrayView descriptor)
    {
        const char unit = descriptor.back();
        const QByteArrayView number = descriptor.chopped(1);
        if (unit == 'w' && isDigits(number)) {
            error = error || width || density || isZero(number);
            width = true;
        } else if (unit == 'x' && isDensity(number)) {
            error = error || width || density || height;
            density = true;
        } else if (unit == 'h' && isDigits(number)) {
            error = error || height || density || isZero(number);
            height = true;
        }
    }

    bool areValid() const { return !error && (!height || width); }
};

} // namespace

bool SrcsetScanner::next()
{
    for (;;) {
        while (m_at < m_value.size() && (ascii::isSpace(m_value[m_at]) || m_value[m_at] == ',')) {
            ++m_at;
        }
        m_begin = m_at;
        while (m_at < m_value.size() && !ascii::isSpace(m_value[m_at])) {
            ++m_at;
        }
        m_end = m_at;
        if (m_begin == m_end) {
            return false;
        }
        if (m_value[m_end - 1] == ',') {
            while (m_value[m_end - 1] == ',') {
                --m_end;
            }
            return true;
        }
        if (readDescriptors()) {
            return true;
        }
    }
}

bool SrcsetScanner::readDescriptors()
{
    Descriptors descriptors;
    qsizetype wordBegin = m_at;
    bool inParentheses = false;
    const auto endWord = [&] {
        if (m_at > wordBegin) {
            descriptors.add(m_value.sliced(wordBegin, m_at - wordBegin));
        }
        wordBegin = m_at + 1;
    };
    for (; m_at < m_value.size(); ++m_at) {
        const char c = m_value[m_at];
        if (inParentheses) {
            inParentheses = c != ')';
        } else if (c == '(') {
            inParentheses = true;
        } else if (c == ',') {
            break;
        } else if (ascii::isSpace(c)) {
            endWord();
        }
    }
    endWord();
    if (m_at < m_value.size()) {
        ++m_at;
    }
    return descriptors.areValid();
}

} // namespace gleaner
