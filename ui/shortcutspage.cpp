// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcutspage.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QKeySequenceEdit>

namespace gleaner
{

ShortcutsPage::ShortcutsPage(std::vector<Shortcuts::Entry> entries)
    : PreferencesPage(QCoreApplication::translate("gleaner::Preferences", "Shortcuts"))
    , m_entries(std::move(entries))
{
    auto *part = new QWidget;
    auto *form = new QFormLayout(part);
    form->setContentsMargins({});
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const Shortcuts::Entry &entry : m_entries) {
        auto *field = new QKeySequenceEdit;
        field->setAccessibleName(entry.text);
        connect(field, &QKeySequenceEdit::keySequenceChanged, this, &PreferencesPage::edited);
        form->addRow(entry.text, field);
        m_fields.push_back(field);
    }
    add(part);
    finish();
}

void ShortcutsPage::show(const Preferences &values)
{
    for (size_t i = 0; i < m_entries.size(); ++i)
        m_fields[i]->setKeySequence(values.shortcuts.value(m_entries[i].name, m_entries[i].keys));
}

void ShortcutsPage::read(Preferences &values) const
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_fields[i]->keySequence() == m_entries[i].keys)
            values.shortcuts.remove(m_entries[i].name);
        else
            values.shortcuts.insert(m_entries[i].name, m_fields[i]->keySequence());
    }
}

QString ShortcutsPage::problem() const
{
    for (size_t i = 0; i < m_fields.size(); ++i) {
        const QKeySequence keys = m_fields[i]->keySequence();
        for (size_t j = 0; j < i && !keys.isEmpty(); ++j) {
            const bool areApart = m_entries[i].isLocal && m_entries[j].isLocal;
            if (!areApart && m_fields[j]->keySequence() == keys)
                return QCoreApplication::translate(
                    "gleaner::Preferences", "%1 is used twice: for \"%2\" and for \"%3\".")
                    .arg(keys.toString(QKeySequence::NativeText), m_entries[j].text,
                        m_entries[i].text);
        }
    }
    return {};
}

} // namespace gleaner
