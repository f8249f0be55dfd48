// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferencespage.h"

#include "ui/flowlayout.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QLabel>
#include <QSpinBox>

namespace gleaner
{

PreferencesPage::PreferencesPage(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_column(new QVBoxLayout(this))
{
}

void PreferencesPage::addEffect(QWidget *control, const QString &effect)
{
    auto *line = new QLabel(effect);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setContentsMargins(
        fontMetrics().averageCharWidth() * 3, 0, 0, fontMetrics().height() / 2);
    m_column->addWidget(line);
    control->setAccessibleDescription(effect);
}

void PreferencesPage::add(const QString &label, QWidget *control, const QString &effect)
{
    auto *name = new QLabel(label);
    name->setBuddy(control);
    if (control->accessibleName().isEmpty()) {
        QString plain = label;
        control->setAccessibleName(plain.remove(u'&').remove(u':'));
    }
    // Where there is no room beside it, the control is below its name.
    auto *row = new FlowLayout;
    control->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(name);
    row->addWidget(control);
    m_column->addLayout(row);
    addEffect(control, effect);
}

void PreferencesPage::add(QCheckBox *box, const QString &effect)
{
    connect(box, &QCheckBox::toggled, this, &PreferencesPage::edited);
    m_column->addWidget(box);
    addEffect(box, effect);
}

QComboBox *PreferencesPage::addChoice(
    const QString &label, const QStringList &choices, const QString &effect)
{
    auto *box = new QComboBox;
    box->addItems(choices);
    connect(box, &QComboBox::currentIndexChanged, this, &PreferencesPage::edited);
    add(label, box, effect);
    return box;
}

QCheckBox *PreferencesPage::addSwitch(const QString &text, const QString &effect)
{
    auto *box = new QCheckBox(text);
    add(box, effect);
    return box;
}

QString PreferencesPage::words() const
{
    QStringList words{m_title};
    for (const QLabel *label : findChildren<QLabel *>())
        words.append(label->text());
    for (const QAbstractButton *button : findChildren<QAbstractButton *>())
        words.append(button->text());
    for (const QComboBox *box : findChildren<QComboBox *>()) {
        for (int i = 0; i < box->count(); ++i)
            words.append(box->itemText(i));
    }
    for (const QWidget *widget : findChildren<QWidget *>())
        words << widget->toolTip() << widget->accessibleName();
    return words.join(u'\n').remove(u'&');
}

} // namespace gleaner
