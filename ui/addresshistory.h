// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QObject>
#include <QStringList>

class QLineEdit;
class QStringListModel;

namespace gleaner
{

/// The addresses that were downloaded last, to be offered while one is typed; the latest first.
/// They hold no user name and no password, because an Address does not. Kept in a file of its own;
/// without one until the program ends. Owned by the window, in its thread.
class AddressHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 20;

    /// `file`: an .ini; empty: nothing outlives the program.
    explicit AddressHistory(const QString &file, QObject *parent = nullptr);

    void add(const Address &address);
    void clear();
    /// Off: nothing is added from now on, and what there was is forgotten.
    void setKept(bool kept);
    QStringList addresses() const;
    /// Offers them in that field.
    void offerIn(QLineEdit *field);

private:
    void set(const QStringList &addresses);

    QString m_file;
    QStringListModel *m_model;
    bool m_isKept = true;
};

} // namespace gleaner
