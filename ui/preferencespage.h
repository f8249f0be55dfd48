// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>
#include <QWidget>

namespace gleaner
{

/// One page of the preferences: a form over its part of them. Owned by the dialog.
class PreferencesPage : public QWidget
{
    Q_OBJECT

public:
    explicit PreferencesPage(const QString &title, QWidget *parent = nullptr);

    const QString &title() const { return m_title; }
    virtual void show(const Preferences &values) = 0;
    /// Its own part of them; the rest stays.
    virtual void read(Preferences &values) const = 0;
    /// What is wrong; empty if nothing is.
    virtual QString problem() const { return {}; }
    /// All that can be read on it, to be searched.
    QString words() const;

Q_SIGNALS:
    void edited();

protected:
    /// A labelled control, and below it in one line what it does.
    void add(const QString &label, QWidget *control, const QString &effect);
    void add(QCheckBox *box, const QString &effect);
    /// A form of its own, as it is.
    void add(QWidget *form) { m_column->addWidget(form); }
    QComboBox *addChoice(const QString &label, const QStringList &choices, const QString &effect);
    QCheckBox *addSwitch(const QString &text, const QString &effect);
    /// The last call: what is left stays empty.
    void finish() { m_column->addStretch(1); }

private:
    void addEffect(QWidget *control, const QString &effect);

    QString m_title;
    QVBoxLayout *m_column;
};

/// The pages in their order, without that of the shortcuts.
std::vector<PreferencesPage *> makePreferencesPages();
/// Those of them that are about the desktop, the looks and what is private.
std::vector<PreferencesPage *> makeDesktopPages();

} // namespace gleaner
