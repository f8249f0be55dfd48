// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QString>

#include <functional>

namespace gleaner
{

/// Opens a database for as long as `read` looks at it. Nothing in it is changed, whatever state it
/// is in; if it cannot be opened, `read` is not called. Any thread.
void readOnly(const QString &file, const std::function<void(const QSqlDatabase &)> &read);

} // namespace gleaner
