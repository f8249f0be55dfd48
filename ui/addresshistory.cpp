// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addresshistory.h"

#include "core/url/typedaddress.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSettings>
#include <QStringListModel>

namespace gleaner
{

static QString key()
{
    return QStringLiteral("addresses");
}

AddressHistory::AddressHistory(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_model(new QStringListModel(this))
{
    if (file.isEmpty())
        return;
    QStringList known;
    const QSettings settings(file, QSettings::IniFormat);
    // A file may hold anything.
    for (const QString &text : settings.value(key()).toStringList()) {
        if (const auto address = typedAddress(text); address && known.size() < most)
            known.append(QString::fromLatin1(address->bytes()));
    }
    m_model->setStringList(known);
}

QStringList AddressHistory::addresses() const
{
    return m_model->stringList();
}

void AddressHistory::add(const Address &address)
{
    if (!m_isKept)
        return;
    QStringList known = addresses();
    const QString text = QString::fromLatin1(address.bytes());
    if (!known.isEmpty() && known.front() == text)
        return;
    known.removeAll(text);
    known.prepend(text);
    set(known.first(qMin(known.size(), most)));
}

void AddressHistory::clear()
{
    set({});
}

void AddressHistory::setKept(bool kept)
{
    m_isKept = kept;
    if (!kept && !addresses().isEmpty())
        clear();
}

void AddressHistory::set(const QStringList &addresses)
{
    m_model->setStringList(addresses);
    if (m_file.isEmpty())
        return;
    QSettings settings(m_file, QSettings::IniFormat);
    if (addresses.isEmpty())
        settings.remove(key());
    else
        settings.setValue(key(), addresses);
}

void AddressHistory::offerIn(QLineEdit *field)
{
    auto *completer = new QCompleter(m_model, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    // A person remembers the site, and not whether it is http.
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setLayoutDirection(Qt::LeftToRight);
    completer->popup()->setAccessibleName(tr("Earlier addresses"));
    field->setCompleter(completer);
    // An open list takes the next click for itself. Who has typed one of them whole is done with
    // it; the list opens after this signal.
    connect(field, &QLineEdit::textEdited, completer, [this, completer](const QString &text) {
        if (addresses().contains(text))
            QMetaObject::invokeMethod(completer->popup(), &QWidget::hide, Qt::QueuedConnection);
    });
}

} // namespace gleaner
