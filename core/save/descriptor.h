// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

namespace gleaner
{

/// An open file descriptor, closed with it.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~Descriptor();
    bool isOpen() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }
    /// Closes and tells whether the system accepted it: a late write error shows here.
    bool close();

private:
    int m_descriptor = -1;
};

} // namespace gleaner
